"""The checks from the smart-card service to the tries left, each in its good and bad states."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kanta_desk.cards.source import Slot
from kanta_desk.diagnosis.check import Scene
from kanta_desk.diagnosis.diagnosis import Diagnosis
from kanta_desk.diagnosis.platforms import remedy_here
from kanta_desk.diagnosis.readers import usb_readers
from kanta_desk.diagnosis.service import socket_state
from kanta_desk.errors import (
    CardInUse,
    CardMute,
    CardUnknown,
    CertificateExpired,
    CertificateNotYetValid,
    IssuerUnknown,
    NoCard,
    NoReader,
    PinBlocked,
    PinLastTries,
    ServiceNotRunning,
)
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.mode import Mode
from kanta_desk.model.text import Text
from kanta_desk.practice.card import SoftwareCard
from kanta_desk.practice.reader import READER, SoftwareReader
from kanta_desk.settings.paths import Paths
from kanta_desk.trust.store import TrustStore
from tests.helpers.cards import fresh_card
from tests.helpers.diagnosis import (
    CITIZEN,
    COSMO_V7,
    COSMO_X,
    IDEAL_CITIZ,
    STRANGE,
    PlayedReaders,
    look,
    parts,
)
from tests.helpers.revocation import issuers

EMPTY = Slot("empty", present=False)
GOOD = Slot("good", present=True, atr=COSMO_X)


def with_card(card: SoftwareCard) -> SoftwareReader:
    """A reader with ``card`` in it."""
    reader = SoftwareReader()
    reader.insert(card)
    return reader


def wrong_pin(card: SoftwareCard, times: int) -> SoftwareCard:
    """The card after ``times`` wrong tries of PIN1."""
    for _ in range(times):
        card.process(bytes.fromhex("0020000304") + b"9999")
    return card


def test_a_service_that_answers_is_in_order(paths: Paths) -> None:
    assert look("service", Scene(parts(paths, PlayedReaders(EMPTY)))).state is CheckState.OK


def test_a_silent_service_is_told_with_its_remedy(paths: Paths) -> None:
    seen = look("service", Scene(parts(paths, PlayedReaders(running=False))))
    assert (seen.state, seen.code) == (CheckState.FAILED, ServiceNotRunning.code)
    assert seen.remedy is not None


def test_a_remedy_is_the_platforms_own() -> None:
    windows, macos, linux, other = (Text(name, name, name) for name in "wmlo")
    for platform, wanted in (("win32", windows), ("darwin", macos), ("linux", linux)):
        assert remedy_here(windows=windows, macos=macos, linux=linux, platform=platform) == wanted
    assert remedy_here(linux=linux, other=other, platform="win32") == other


def test_the_services_socket_is_told_apart(tmp_path: Path) -> None:
    socket = tmp_path / "pcscd.comm"
    assert socket_state(socket).endswith("–")
    socket.touch()
    assert socket_state(socket).endswith("rw")


def test_readers_are_named(paths: Paths) -> None:
    seen = look("readers", Scene(parts(paths, PlayedReaders(EMPTY, GOOD))))
    assert (seen.state, seen.evidence) == (CheckState.OK, ("empty", "good"))


def test_no_reader_is_a_fault(paths: Paths) -> None:
    seen = look("readers", Scene(parts(paths, PlayedReaders())))
    assert (seen.state, seen.code) == (CheckState.FAILED, NoReader.code)


def test_a_reader_on_usb_without_driver_is_seen(tmp_path: Path) -> None:
    device, reader, disk = (tmp_path / name for name in ("1-4", "1-4:1.0", "1-5:1.0"))
    for folder in (device, reader, disk):
        folder.mkdir()
    (device / "idVendor").write_text("076b\n")
    (device / "idProduct").write_text("3031\n")
    (device / "product").write_text("Smart Card Reader USB\n")
    (reader / "bInterfaceClass").write_text("0b\n")
    (disk / "bInterfaceClass").write_text("08\n")
    assert usb_readers(tmp_path) == ("076b:3031 Smart Card Reader USB",)
    assert usb_readers(tmp_path / "no such folder") == ()


@pytest.mark.parametrize(
    ("slot", "code"),
    [
        (EMPTY, NoCard.code),
        (Slot("mute", present=True, mute=True), CardMute.code),
        (Slot("taken", present=True, exclusive=True, atr=COSMO_X), CardInUse.code),
    ],
)
def test_empty_mute_and_taken_readers_are_told_apart(paths: Paths, slot: Slot, code: str) -> None:
    seen = look("card", Scene(parts(paths, PlayedReaders(slot, EMPTY))))
    assert (seen.state, seen.code) == (CheckState.FAILED, code)
    assert seen.remedy is not None


def test_one_good_card_among_readers_is_enough(paths: Paths) -> None:
    mute = Slot("mute", present=True, mute=True)
    seen = look("card", Scene(parts(paths, PlayedReaders(mute, EMPTY, GOOD))))
    assert seen.state is CheckState.OK
    assert len(seen.evidence) == 3


@pytest.mark.parametrize(
    ("atr", "state", "code"),
    [
        (COSMO_X, CheckState.OK, ""),
        (IDEAL_CITIZ, CheckState.WARNING, ""),
        (COSMO_V7, CheckState.FAILED, CardUnknown.code),
        (CITIZEN, CheckState.FAILED, CardUnknown.code),
        (STRANGE, CheckState.FAILED, CardUnknown.code),
        (b"", CheckState.FAILED, CardUnknown.code),
    ],
)
def test_the_type_of_card_is_told_by_its_atr(
    paths: Paths, atr: bytes, state: CheckState, code: str
) -> None:
    seen = look("type", Scene(parts(paths, PlayedReaders(Slot("r", present=True, atr=atr)))))
    assert (seen.state, seen.code) == (state, code)
    assert atr.hex(" ").upper() in seen.evidence[0]


def test_a_strange_card_in_the_first_reader_does_not_hide_the_right_one(paths: Paths) -> None:
    scene = Scene(parts(paths, PlayedReaders(Slot("a", present=True, atr=STRANGE), GOOD)))
    assert look("type", scene).state is CheckState.OK
    assert scene.slot == GOOD


def test_a_sound_card_passes_every_check_of_it_without_a_word_of_its_holder(paths: Paths) -> None:
    with issuers(paths.cache / "crl") as asked:
        reader = with_card(fresh_card())
        results = Diagnosis(parts(paths, reader, revocation=asked.revocation)).run()
    of_card = [result for result in results if result.id not in ("archive", "stores", "program")]
    assert {result.state for result in of_card} == {CheckState.OK}
    said = repr(results).upper()
    for personal in ("MAIJA", "ARKISTONHOITAJA", "00990000017"):
        assert personal not in said


def test_reading_a_card_spends_no_try(paths: Paths) -> None:
    card = fresh_card()
    look("tries", Scene(parts(paths, with_card(card))))
    assert card.tries_left() == 5


def test_another_programs_pin_stays_given(paths: Paths) -> None:
    card, reader = fresh_card(), SoftwareReader()
    reader.insert(card)
    other = reader.connect(READER)
    assert other.transmit(bytes.fromhex("0020000304") + b"1234")[1] == 0x9000
    look("application", Scene(parts(paths, reader)))
    assert card.is_given()
    other.close(reset=True)


def test_a_card_of_the_right_model_without_the_application_is_unknown(paths: Paths) -> None:
    class Blank:
        """A card that knows no command."""

        reader, atr = "r", COSMO_X

        def transmit(self, apdu: bytes) -> tuple[bytes, int]:
            return b"", 0x6A82

        def begin(self) -> None: ...

        def end(self, *, reset: bool) -> None: ...

        def close(self, *, reset: bool) -> None: ...

    class WithBlank(PlayedReaders):
        def connect(self, reader: str) -> Blank:
            return Blank()

    results = Diagnosis(parts(paths, WithBlank(GOOD))).run()
    by_id = {result.id: result for result in results}
    assert by_id["application"].code == CardUnknown.code
    assert by_id["certificates"].state is CheckState.SKIPPED


@pytest.mark.parametrize(
    ("days", "state", "code"),
    [
        (0, CheckState.OK, ""),
        (5 * 365 - 30, CheckState.WARNING, ""),
        (5 * 365 + 30, CheckState.FAILED, CertificateExpired.code),
        (-30, CheckState.FAILED, CertificateNotYetValid.code),
    ],
)
def test_the_certificates_validity_is_told(
    paths: Paths, days: int, state: CheckState, code: str
) -> None:
    now = datetime.now(UTC) + timedelta(days)
    seen = look("certificates", Scene(parts(paths, with_card(fresh_card()), now=now)))
    assert (seen.state, seen.code) == (state, code)
    if state is CheckState.WARNING:
        assert "päivän kuluttua" in seen.summary.fi


def test_a_certificate_without_a_trusted_root_is_told(paths: Paths) -> None:
    nobody = TrustStore.of(Mode.PRODUCTION, ())
    seen = look("certificates", Scene(parts(paths, with_card(fresh_card()), trust=nobody)))
    assert (seen.state, seen.code) == (CheckState.FAILED, IssuerUnknown.code)


@pytest.mark.parametrize(
    ("wrong", "state", "code"),
    [
        (0, CheckState.OK, ""),
        (2, CheckState.OK, ""),
        (3, CheckState.WARNING, PinLastTries.code),
        (4, CheckState.WARNING, PinLastTries.code),
        (5, CheckState.FAILED, PinBlocked.code),
    ],
)
def test_tries_left_are_told_and_two_are_few(
    paths: Paths, wrong: int, state: CheckState, code: str
) -> None:
    seen = look("tries", Scene(parts(paths, with_card(wrong_pin(fresh_card(), wrong)))))
    assert (seen.state, seen.code) == (state, code)
    assert seen.evidence == (f"PIN1: {5 - wrong}", "PIN2: 5")


def test_one_try_is_told_in_the_singular(paths: Paths) -> None:
    seen = look("tries", Scene(parts(paths, with_card(wrong_pin(fresh_card(), 4)))))
    assert "1 yritys jäljellä." in seen.summary.fi
    seen = look("tries", Scene(parts(paths, with_card(wrong_pin(fresh_card(), 3)))))
    assert "2 yritystä jäljellä." in seen.summary.fi

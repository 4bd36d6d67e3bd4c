"""Signing in at a real terminal: an installation, a real smart-card service, a person who types."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kanta_desk.cli.program import Status
from kanta_desk.desk.assemble import assemble
from kanta_desk.practice.card import PRACTICE_PIN1
from kanta_desk.practice.organisation import OWN
from kanta_desk.practice.people import ARCHIVIST, OPERATOR, PracticeCard
from kanta_desk.practice.pki import PracticePki
from kanta_desk.practice.standin import StandIn
from kanta_desk.practice.vpcd import VirtualReaderCard
from kanta_desk.settings.options import FILE
from kanta_desk.settings.paths import Paths
from tests.helpers.installation import configure
from tests.helpers.pcscd import PcscService
from tests.helpers.practice import prepare
from tests.helpers.terminal import Terminal

pytestmark = pytest.mark.pcscd

CLIENT = "010181-900C"
WRONG = "9753"
ASKED = "Perustunnusluku (PIN1), {} yritystä jäljellä: "


@dataclass
class Workplace:
    """A machine with a card reader, and the archive it is connected to."""

    paths: Paths
    pki: PracticePki
    archive: StandIn
    reader: VirtualReaderCard
    environment: dict[str, str]

    def insert(self, card: PracticeCard) -> None:
        """Put somebody's card in."""
        self.reader.insert(card.make(self.pki))

    def begin(self) -> None:
        """The archivist becomes the first administrator, who brings in the rights written by
        hand."""
        self.insert(ARCHIVIST)
        own = OWN.register.controller
        named = ("--controller", own.oid.value, "--controller-name", own.name)
        decided = ("--decision", "1/2026", "--day", "1.1.2026", "--decider", "Toimitusjohtaja")
        with self.terminal("rights", "first", *named, *decided, "--adopt") as terminal:
            terminal.await_text(ASKED.format(5))
            terminal.type_line(PRACTICE_PIN1)
            assert terminal.end()[0] == Status.DONE, terminal.transcript

    def terminal(self, *arguments: str) -> Terminal:
        """A terminal in which a command runs."""
        return Terminal([*arguments, "--lang", "fi"], self.environment)


@pytest.fixture(scope="module")
def service() -> Iterator[PcscService]:
    with PcscService() as running:
        yield running


@pytest.fixture
def place(service: PcscService, tmp_path: Path) -> Iterator[Workplace]:
    pki = prepare(tmp_path)
    folders = {name: tmp_path / "home" / name for name in ("config", "data", "cache")}
    paths = Paths(*(folder / "kanta-desk" for folder in folders.values())).make()
    environment = {f"XDG_{name.upper()}_HOME": str(folder) for name, folder in folders.items()}
    with StandIn(tmp_path / "archive", pki) as archive, VirtualReaderCard() as reader:
        configure(paths, pki, archive.url)
        yield Workplace(paths, pki, archive, reader, environment)


def test_a_wrong_pin_is_told_with_the_tries_left_and_the_right_one_works(place: Workplace) -> None:
    place.begin()
    with place.terminal("search", CLIENT) as terminal:
        terminal.await_text(ASKED.format(5))
        terminal.type_line(WRONG)
        status, out = terminal.end()
        said = terminal.transcript
    assert status == Status.COULD_NOT_RUN
    assert "KD-4101" in said
    assert "4 yritystä" in said
    assert "Toimi näin:" in said
    assert "Traceback" not in said
    assert out == b""

    with place.terminal("search", CLIENT, "--json") as again:
        again.await_text(ASKED.format(4))
        again.type_line(PRACTICE_PIN1)
        status, out = again.end()
        seen = again.transcript
    assert status == Status.DONE
    assert json.loads(out)["total"] >= 1
    assert "TESTIYMPÄRISTÖ" in seen
    assert "Maija Arkistonhoitaja" in seen
    assert WRONG not in said
    assert PRACTICE_PIN1 not in seen


def test_the_last_tries_are_used_only_by_one_who_says_so(place: Workplace) -> None:
    place.begin()
    for left in (5, 4, 3):
        with place.terminal("search", CLIENT) as terminal:
            terminal.await_text(ASKED.format(left))
            terminal.type_line(WRONG)
            assert terminal.end()[0] == Status.COULD_NOT_RUN

    with place.terminal("search", CLIENT) as careful:
        careful.await_text("irjoita k: ")
        careful.type_line("")
        assert careful.end()[0] == Status.COULD_NOT_RUN
        assert "KD-4105" in careful.transcript
        assert "Perustunnusluku" not in careful.transcript

    with place.terminal("search", CLIENT) as certain:
        certain.await_text("irjoita k: ")
        certain.type_line("k")
        certain.await_text(ASKED.format(2))
        certain.type_line(PRACTICE_PIN1)
        assert certain.end()[0] == Status.DONE


def test_rights_written_by_hand_with_a_fault_are_not_brought_in(place: Workplace) -> None:
    rights = place.paths.rights
    rights.write_text('[[grant]]\nrole = "keeper"\n', encoding="utf-8")
    with pytest.raises(AssertionError, match=r"rights\.toml"):
        place.begin()
    place.insert(ARCHIVIST)
    with place.terminal("search", CLIENT) as terminal:
        assert terminal.end()[0] == Status.REFUSED


def test_a_card_without_rights_is_refused_and_no_pin_is_asked(place: Workplace) -> None:
    place.insert(OPERATOR)
    with place.terminal("search", CLIENT) as terminal:
        status, out = terminal.end()
        said = terminal.transcript
    assert (status, out) == (Status.REFUSED, b"")
    assert "Toimi näin:" in said
    assert "PIN1" not in said


def test_no_card_is_told_when_the_patience_ends(place: Workplace) -> None:
    with place.terminal("card") as terminal:
        status, _ = terminal.end()
        said = terminal.transcript
    assert status == Status.COULD_NOT_RUN
    assert "KD-4003" in said


def test_an_archive_that_is_down_is_told_and_the_attempt_is_in_the_log(place: Workplace) -> None:
    place.begin()
    place.archive.stop()
    with place.terminal("search", CLIENT) as terminal:
        terminal.await_text(ASKED.format(5))
        terminal.type_line(PRACTICE_PIN1)
        status, _ = terminal.end()
        said = terminal.transcript
    assert status == Status.COULD_NOT_RUN
    assert "KD-2001" in said
    assert "Toimi näin:" in said
    assert "Traceback" not in said

    with place.terminal("log", "search", "--kind", "HAKU", "--json") as log:
        log.await_text(ASKED.format(5))
        log.type_line(PRACTICE_PIN1)
        status, out = log.end()
    events = json.loads(out)["events"]
    assert status == Status.DONE
    assert [event["phase"] for event in events] == ["epäonnistui", "aie"]
    assert {event["subject"]["client_id"] for event in events} == {"010181-****"}


def test_a_log_that_another_desk_writes_is_told_before_a_pin_is_asked(place: Workplace) -> None:
    place.insert(ARCHIVIST)
    other = assemble(place.paths)
    try:
        with place.terminal("search", CLIENT) as terminal:
            status, _ = terminal.end()
            said = terminal.transcript
    finally:
        other.close()
    assert status == Status.COULD_NOT_RUN
    assert "KD-6003" in said
    assert "PIN1" not in said


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (FILE, "[connection\n"),
        (FILE, '[connection]\nmode = "produktion"\n'),
    ],
)
def test_a_file_of_settings_with_a_fault_is_named(place: Workplace, file: str, text: str) -> None:
    (place.paths.config / file).write_text(text, encoding="utf-8")
    with place.terminal("card") as terminal:
        status, _ = terminal.end()
        said = terminal.transcript
    assert status == Status.COULD_NOT_RUN
    assert file in said
    assert "Toimi näin:" in said
    assert "Traceback" not in said

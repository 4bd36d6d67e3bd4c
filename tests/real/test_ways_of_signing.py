"""Signing in and signing through installed reader software: a whole desk, the same card read by it
in the reader and used by a PKCS#11 module or a signature service."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kanta_desk.cards.signature import verify
from kanta_desk.desk.assemble import assemble
from kanta_desk.desk.desk import Desk
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.signing import Elsewhere, PinWanted
from kanta_desk.errors import (
    Cancelled,
    CardRemoved,
    PinWrong,
    SignerMissing,
    SignerRefused,
)
from kanta_desk.model.cards import CardPresence, SignerKind
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.events import EventFilter, EventKind, Phase
from kanta_desk.practice.card import PRACTICE_PIN1, PRACTICE_PIN2, SoftwareCard
from kanta_desk.practice.organisation import OWN
from kanta_desk.practice.people import ARCHIVIST, OPERATOR
from kanta_desk.practice.pki import IssuedCard, PracticePki
from kanta_desk.practice.pki_server import RevocationServer
from kanta_desk.practice.reader import SoftwareReader
from kanta_desk.settings.options import FILE
from kanta_desk.settings.paths import Paths
from kanta_desk.trust.certificate import Certificate
from tests.helpers.archive import Pki
from tests.helpers.installation import configure, first_session
from tests.helpers.pads import PadReader
from tests.helpers.practice import PATIENCE, await_cards, prepare, presence
from tests.helpers.signers import SignatureService, signature_service
from tests.helpers.skips import SOFTHSM_MODULE
from tests.helpers.softhsm import PIN1, PIN2, soft_tokens


class Counting(SoftwareCard):
    """Counts the PINs that it is given."""

    pins_given = 0

    def process(self, apdu: bytes) -> bytes:
        """A VERIFY with data holds a PIN."""
        self.pins_given += apdu[1] == 0x20 and len(apdu) > 5
        return super().process(apdu)


class Machine:
    """An installation whose options an administrator wrote, with a card in its reader."""

    def __init__(
        self, root: Path, undo: ExitStack, signing: str, reader: SoftwareReader | None = None
    ) -> None:
        self.pki: PracticePki = prepare(root)
        self.issued: IssuedCard = ARCHIVIST.issue(self.pki)
        self.card = Counting(self.issued, ARCHIVIST.serial)
        self.reader = reader or SoftwareReader()
        self.reader.insert(self.card)
        self.paths = Paths.under(root / "desk").make()
        issuers = undo.enter_context(RevocationServer(self.pki))
        configure(self.paths, self.pki, "https://127.0.0.1:9", issuers.url)
        options = self.paths.config / FILE
        options.write_text(options.read_text("utf-8") + f"[signing]\n{signing}", "utf-8")

    def open(self) -> Desk:
        """Start the desk; its card has been read."""
        desk = assemble(self.paths, source=self.reader)
        await_cards(desk, lambda state: presence(state) is CardPresence.READY)
        return desk


@pytest.fixture
def pki(tmp_path: Path) -> Pki:
    return Pki.make(tmp_path / "service")


@pytest.fixture
def undo() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def software(tmp_path: Path, undo: ExitStack) -> Machine:
    """A machine whose PKCS#11 module shows the card that is in the reader."""
    module = f'way = "pkcs11"\npkcs11_module = "{SOFTHSM_MODULE}"\n'
    machine = Machine(tmp_path, undo, module)
    undo.enter_context(soft_tokens(tmp_path / "hsm")).insert(machine.issued)
    return machine


def desk_of(machine: Machine, undo: ExitStack) -> Desk:
    desk = machine.open()
    undo.callback(desk.close)
    return desk


def sign_in(desk: Desk, pin: str | None) -> None:
    """By the way in use; the holder has the rights already."""
    assert desk.cards.best is not None
    assert desk.cards.best.card is not None
    context = desk.contexts_for(desk.cards.best.card.holder)[0]
    given = None if pin is None else bytearray(pin, "ascii")
    desk.submit(Lane.CARD, desk.sign_in, given, context).result(PATIENCE)
    assert not any(given or b"")


def begin(desk: Desk, pin: str = PIN1) -> None:
    """The first administrator brings the rights in, and so is signed in."""
    first_session(desk, OWN.register, pin)


def sign(desk: Desk, machine: Machine, pin: str | None) -> int:
    """Sign twice with PIN2 as an invalidation does; how many times PIN2 was asked for."""
    session = desk.session
    assert session is not None
    asked = []

    def ask(wanted: object) -> bytearray | None:
        asked.append(wanted)
        return None if pin is None else bytearray(pin, "ascii")

    with desk._signing.opened(session.holder, ask) as key:
        assert key.certificate == machine.issued.signature
        public = Certificate.parse(key.certificate).public_key
        for message in (b"yksi", b"kaksi"):
            verify(public, message, key.sign(message))
    return len(asked)


def failures(desk: Desk) -> list[str]:
    session = desk.session
    assert session is not None
    found = session._logbook.search(EventFilter(), lambda: True).first.events
    signing_in = (e for e in found if e.kind is EventKind.SIGN_IN)
    return [e.error_code for e in signing_in if e.phase is Phase.FAILED]


@pytest.mark.softhsm
def test_a_module_signs_in_and_signs_while_the_card_itself_gets_no_pin(
    software: Machine, undo: ExitStack
) -> None:
    desk = desk_of(software, undo)
    assert desk.ways.chosen is SignerKind.PKCS11
    assert desk.ways.asks_pin
    begin(desk)
    sign_in(desk, PIN1)
    assert sign(desk, software, PIN2) == 1
    assert software.card.pins_given == 0


@pytest.mark.softhsm
def test_a_wrong_pin_of_the_module_is_told_and_logged_as_one(
    software: Machine, undo: ExitStack
) -> None:
    desk = desk_of(software, undo)
    begin(desk)
    with pytest.raises(PinWrong):
        sign_in(desk, "9999")
    assert failures(desk) == [PinWrong.code]


@pytest.mark.softhsm
def test_the_module_signs_nothing_when_the_holder_gives_no_pin2(
    software: Machine, undo: ExitStack
) -> None:
    desk = desk_of(software, undo)
    begin(desk)
    with pytest.raises(Cancelled):
        sign(desk, software, None)


@pytest.mark.softhsm
def test_a_module_that_shows_another_card_gets_no_pin(tmp_path: Path, undo: ExitStack) -> None:
    machine = Machine(tmp_path, undo, f'way = "pkcs11"\npkcs11_module = "{SOFTHSM_MODULE}"\n')
    tokens = undo.enter_context(soft_tokens(tmp_path / "hsm"))
    tokens.insert(OPERATOR.issue(machine.pki))
    desk = desk_of(machine, undo)
    with pytest.raises(CardRemoved):
        begin(desk, "9999")
    state = desk.ways.look(SignerKind.PKCS11)
    assert (state.card, state.same_card) == (True, False)


def on_pad(tmp_path: Path, undo: ExitStack) -> tuple[Machine, PadReader, Desk]:
    """A desk whose reader has a pad, with somebody signed in by PIN1 typed there."""
    reader = PadReader(PRACTICE_PIN1)
    machine = Machine(tmp_path, undo, 'way = "pcsc"\n', reader)
    desk = desk_of(machine, undo)
    begin(desk, PRACTICE_PIN1)
    sign_in(desk, None)
    assert reader.asked == 1
    return machine, reader, desk


def test_both_pins_can_be_typed_on_the_reader_s_own_pad(tmp_path: Path, undo: ExitStack) -> None:
    machine, reader, desk = on_pad(tmp_path, undo)
    session = desk.session
    assert session is not None
    reader.digits = PRACTICE_PIN2
    wanted: list[PinWanted] = []

    def choose(asked: PinWanted) -> Elsewhere:
        wanted.append(asked)
        return Elsewhere.READER

    with desk._signing.opened(session.holder, choose) as key:
        public = Certificate.parse(key.certificate).public_key
        for message in (b"yksi", b"kaksi"):
            verify(public, message, key.sign(message))
    assert [asked.pad for asked in wanted] == [True]
    assert reader.asked == 1 + 1, "this card takes PIN2 once for a run"
    assert machine.card.tries_left(machine.card.dialect.pin2) == 5


def test_a_wrong_pin2_on_the_pad_costs_one_try_and_signs_nothing(
    tmp_path: Path, undo: ExitStack
) -> None:
    machine, reader, desk = on_pad(tmp_path, undo)
    session = desk.session
    assert session is not None
    reader.digits = "999999"
    opening = desk._signing.opened(session.holder, lambda _: Elsewhere.READER)
    with pytest.raises(PinWrong), opening:
        pass
    assert machine.card.tries_left(machine.card.dialect.pin2) == 4


def test_no_pad_is_offered_where_the_reader_has_none(tmp_path: Path, undo: ExitStack) -> None:
    desk = desk_of(Machine(tmp_path, undo, 'way = "pcsc"\n'), undo)
    begin(desk, PRACTICE_PIN1)
    session = desk.session
    assert session is not None
    wanted: list[PinWanted] = []
    with pytest.raises(Cancelled), desk._signing.opened(session.holder, wanted.append):
        pass
    assert [asked.pad for asked in wanted] == [False]


@pytest.fixture
def service(tmp_path: Path, undo: ExitStack, pki: Pki) -> tuple[Machine, SignatureService]:
    """A machine whose signature service holds the card that is in the reader."""
    running = undo.enter_context(signature_service(None, pki))
    machine = Machine(
        tmp_path,
        undo,
        f'way = "scs"\nscs_url = "{running.url}"\nscs_ca_file = "{pki.ca_file.as_posix()}"\n',
    )
    running.card = machine.issued
    return machine, running


def test_the_service_signs_in_and_signs_and_no_pin_is_asked_here(
    service: tuple[Machine, SignatureService], undo: ExitStack
) -> None:
    machine, running = service
    desk = desk_of(machine, undo)
    assert not desk.ways.asks_pin
    begin(desk, "")
    sign_in(desk, None)
    assert sign(desk, machine, None) == 0
    used = [each["selector"]["keyusages"] for each in running.asked]  # type: ignore[index]
    assert used == [["digitalsignature"]] * 2 + [["nonrepudiation"]] * 2
    assert machine.card.pins_given == 0


def test_a_holder_who_cancels_in_the_service_s_window_is_not_signed_in(
    service: tuple[Machine, SignatureService], undo: ExitStack
) -> None:
    machine, running = service
    desk = desk_of(machine, undo)
    begin(desk, "")
    running.holder_says = "cancelled by user"
    with pytest.raises(SignerRefused) as told:
        sign_in(desk, None)
    assert "cancelled" in str(told.value.fields["detail"])
    assert failures(desk) == [SignerRefused.code]


def test_a_service_with_another_card_cannot_sign_in_the_one_that_is_seen(
    service: tuple[Machine, SignatureService], undo: ExitStack
) -> None:
    machine, running = service
    desk = desk_of(machine, undo)
    running.card = OPERATOR.issue(machine.pki)
    with pytest.raises(CardRemoved):
        begin(desk, "")


def test_the_choice_is_kept_and_takes_hold_at_once(
    service: tuple[Machine, SignatureService], undo: ExitStack
) -> None:
    machine, running = service
    desk = machine.open()
    try:
        assert desk.ways.offered == (SignerKind.PCSC, SignerKind.SCS)
        with pytest.raises(SignerMissing):
            desk.ways.choose(SignerKind.PKCS11)
        desk.ways.choose(SignerKind.PCSC)
        begin(desk)
        assert running.asked == []
        assert machine.card.pins_given == 1
    finally:
        desk.close()
    assert desk_of(machine, undo).ways.chosen is SignerKind.PCSC


@pytest.mark.parametrize(
    ("inserted", "state"), [(True, CheckState.OK), (False, CheckState.WARNING)]
)
def test_the_diagnosis_sees_the_service_and_its_card(
    service: tuple[Machine, SignatureService], undo: ExitStack, inserted: bool, state: CheckState
) -> None:
    machine, running = service
    running.card = machine.issued if inserted else None
    desk = desk_of(machine, undo)
    results = desk.submit(Lane.CARD, desk.diagnose).result(PATIENCE)
    found = next(each for each in results if each.id == "signing")
    assert found.state is state
    assert "1.1" in " ".join(found.evidence)


@pytest.mark.softhsm
def test_the_diagnosis_sees_the_module_and_its_card(software: Machine, undo: ExitStack) -> None:
    desk = desk_of(software, undo)
    results = desk.submit(Lane.CARD, desk.diagnose).result(PATIENCE)
    found = next(each for each in results if each.id == "signing")
    assert found.state is CheckState.OK
    assert "SoftHSM" in " ".join(found.evidence)


def test_a_module_that_cannot_be_loaded_is_told_with_what_to_do(
    tmp_path: Path, undo: ExitStack
) -> None:
    machine = Machine(tmp_path, undo, 'way = "pkcs11"\npkcs11_module = "libpuuttuu.so"\n')
    desk = desk_of(machine, undo)
    results = desk.submit(Lane.CARD, desk.diagnose).result(PATIENCE)
    found = next(each for each in results if each.id == "signing")
    assert (found.state, found.code) == (CheckState.FAILED, SignerMissing.code)
    with pytest.raises(SignerMissing):
        begin(desk)

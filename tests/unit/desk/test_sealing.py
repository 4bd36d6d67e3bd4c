"""The card's seal on the log: made by the session's holder, counted, and framing invalidations."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509

from kanta_desk.accesslog.statement import CardStatement
from kanta_desk.cards.challenge import DOMAIN, SEAL, verify_challenge
from kanta_desk.desk.desk import Desk
from kanta_desk.desk.planning import read_plan
from kanta_desk.desk.session import Session
from kanta_desk.errors import CardError, PinWrong, SessionLocked, SignatureRejected
from kanta_desk.invalidation.batch import Control
from kanta_desk.model.cards import SignedChallenge
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.events import Event, EventFilter, EventKind, Phase
from kanta_desk.model.invalidation import (
    BatchProgress,
    BatchReport,
    Confirmation,
    Fate,
    InvalidationPlan,
    Step,
)
from kanta_desk.model.logreport import VerifyReport
from kanta_desk.practice.card import PRACTICE_PIN1, PRACTICE_PIN2
from tests.helpers.practice import PATIENCE, insert, practice_desk, sign_in


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with practice_desk(tmp_path_factory.mktemp("practice")) as opened:
        yield opened


@pytest.fixture
def session(desk: Desk) -> Session:
    assert desk.practice is not None
    if "Maija" not in (desk.practice.inserted or ""):
        insert(desk, "Maija")
    return sign_in(desk)


def pin1() -> bytearray:
    return bytearray(PRACTICE_PIN1, "ascii")


def sealed(desk: Desk, session: Session, pin: bytearray, *, at_sign_out: bool = False) -> int:
    return desk.start(session.sealing.seal, pin, at_sign_out=at_sign_out).result(PATIENCE)


def events(session: Session) -> list[Event]:
    """The newest events of the register, the oldest of them first; read beside the gate."""
    register = session.context.register.key
    page = session._logbook._log.search(EventFilter(register=register), limit=100)
    return list(reversed(page.events))


def seals(session: Session) -> list[Event]:
    return [e for e in events(session) if e.kind is EventKind.LOG_SEAL]


def statement(event: Event) -> CardStatement:
    found = CardStatement.parse(event.evidence)
    assert found is not None
    return found


def text(event: Event) -> dict[str, str]:
    first, *lines = statement(event).message.decode().splitlines()
    return {"first": first, **dict(line.split(": ", 1) for line in lines)}


def cards_counted(report: VerifyReport) -> int:
    assert report.intact
    return sum(tree.cards for tree in report.trees)


def a_plan(desk: Desk, session: Session) -> InvalidationPlan:
    assert desk.practice_plan is not None
    for each in read_plan(desk.practice_plan).documents:
        found = session.search(SearchCriteria(client_id=each.client_id)).documents
        if found:
            return session.invalidations.plan([found[0].document_oid], "KOE")
    raise AssertionError("no document left")


def run(session: Session, plan: InvalidationPlan, **more: object) -> BatchReport:
    pin2 = bytearray(PRACTICE_PIN2, "ascii")
    confirmation = Confirmation(plan.digest, len(plan.items))
    return session.invalidations.run(plan, confirmation, lambda _: pin2, **more)  # type: ignore[arg-type]


def test_a_seal_is_the_card_s_signature_over_all_that_is_in_the_log(
    desk: Desk, session: Session
) -> None:
    pin = pin1()
    before = cards_counted(session.keeping.verify())

    covered = sealed(desk, session, pin)

    intent, outcome = seals(session)[-2:]
    assert pin == bytearray(len(PRACTICE_PIN1))
    assert (intent.phase, outcome.phase) == (Phase.INTENT, Phase.DONE)
    assert outcome.result_count == covered == statement(outcome).heads.events
    assert statement(outcome).holds()
    size, _ = statement(outcome).heads.trees[str(intent.ref.tree)]
    assert size == intent.seq, "the seal's own intent is the last that it covers"
    assert cards_counted(session.keeping.verify()) > before


def test_a_seal_is_neither_a_challenge_nor_a_request(desk: Desk, session: Session) -> None:
    sealed(desk, session, pin1(), at_sign_out=True)
    said = statement(seals(session)[-1])
    signed = SignedChallenge(said.message, said.signature, said.algorithm, said.certificate)

    verify_challenge(signed, SEAL)
    with pytest.raises(SignatureRejected):
        verify_challenge(signed, DOMAIN)
    assert text(seals(session)[-1])["first"] == SEAL
    assert text(seals(session)[-1])["purpose"] == "LOKIN_SINETÖINTI sign-out"
    assert text(seals(session)[-1])["session"] == session.id


def test_a_wrong_pin_seals_nothing_and_is_in_the_log(desk: Desk, session: Session) -> None:
    pin = bytearray(b"9999")

    with pytest.raises(PinWrong) as caught:
        sealed(desk, session, pin)

    last = seals(session)[-1]
    assert caught.value.tries_left == 4
    assert pin == bytearray(4)
    assert (last.phase, last.error_code, last.evidence) == (Phase.FAILED, PinWrong.code, "")
    sealed(desk, session, pin1())


def test_another_s_card_gets_no_pin(desk: Desk, session: Session) -> None:
    pin = pin1()
    assert desk.practice is not None
    insert(desk, next(c for c in desk.practice.cards if "Maija" not in c).split()[0])

    with pytest.raises((SessionLocked, CardError)):
        sealed(desk, session, pin)

    assert pin == bytearray(len(PRACTICE_PIN1))
    card = desk.cards.best.card if desk.cards.best else None
    assert card is not None
    assert card.tries_left[0] == 5


def test_a_session_that_is_over_seals_nothing_and_the_pin_is_gone(
    desk: Desk, session: Session
) -> None:
    pin = pin1()
    session.sign_out()

    with pytest.raises(SessionLocked):
        sealed(desk, session, pin)

    assert pin == bytearray(len(PRACTICE_PIN1))


def test_invalidations_stand_between_two_seals_of_the_signing_key(
    desk: Desk, session: Session, tmp_path: Path
) -> None:
    before = cards_counted(session.keeping.verify())
    plan = a_plan(desk, session)

    report = run(session, plan)

    ours = events(session)
    ours = ours[next(i for i, e in enumerate(ours) if e.subject.query.startswith("before-")) :]
    kinds = [e.kind for e in ours if e.phase is Phase.DONE]
    first, *between, last = ours[1], *ours[2:-1], ours[-1]
    assert report.unsealed == ""
    assert kinds[0] is kinds[-1] is EventKind.LOG_SEAL
    assert EventKind.INVALIDATION in {e.kind for e in between}
    for event, moment in ((first, "before"), (last, "after")):
        assert text(event)["first"] == SEAL
        assert text(event)["purpose"] == f"LOKIN_SINETÖINTI {moment}-invalidations"
        assert event.subject.query == f"{moment}-invalidations plan:{plan.plan_id}"
        assert statement(event).holds()
        usage = x509.load_der_x509_certificate(statement(event).certificate).extensions
        assert usage.get_extension_for_class(x509.KeyUsage).value.content_commitment
    assert cards_counted(session.keeping.verify()) > before


def test_the_verifier_for_third_parties_takes_the_signing_key_s_seal(
    desk: Desk, session: Session, tmp_path: Path
) -> None:
    run(session, a_plan(desk, session))
    done = [e for e in events(session) if e.kind is EventKind.INVALIDATION][-1]

    proof, annex, program = session.log.save_proof(done.ref, tmp_path)
    checked = subprocess.run(
        [sys.executable, str(program), str(proof), str(annex), "--language", "en"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert checked.stdout.count("signed at") == 2, checked.stdout


def test_a_card_pulled_before_the_second_seal_hides_nothing_that_was_done(
    desk: Desk, session: Session
) -> None:
    plan = a_plan(desk, session)

    def pull(told: BatchProgress) -> None:
        if told.step is Step.SETTLED:
            assert desk.practice is not None
            desk.practice.remove()

    report = run(session, plan, on_progress=pull)

    assert report.count(Fate.DONE) == 1
    assert report.unsealed.startswith("KD-")
    last = seals(session)[-1]
    assert (last.phase, last.error_code) == (Phase.FAILED, report.unsealed)
    assert last.subject.query.startswith("after-")


def test_a_pause_has_its_second_seal_too(desk: Desk, session: Session) -> None:
    paused = Control()
    paused.pause()

    report = run(session, a_plan(desk, session), control=paused)

    assert report.count(Fate.WAITING) == 1
    assert [e.subject.query.split("-")[0] for e in seals(session)[-3:]] == [
        "before",
        "after",
        "after",
    ]

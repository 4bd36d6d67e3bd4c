"""Deployment tests as a session holds them: in the log, halted, gone on with, decided on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kanta_desk.deployment.run import WORKERS
from kanta_desk.desk.session import Session
from kanta_desk.errors import FieldMissing, RealClients, RunUnknown, SessionLocked
from kanta_desk.model.deployment import Aspect, CellState, Plan, Progress, Ruling
from kanta_desk.model.documents import ContentFault, Document
from kanta_desk.model.events import Event, EventFilter, EventKind, Phase
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.model.people import Register
from kanta_desk.model.testruns import RunState
from kanta_desk.practice.organisation import OWN, OWN_UNIT
from tests.helpers.deployment import (
    NOT_A_TEST_PERSON,
    TEXT,
    document,
    expected,
    oid,
    plan,
)
from tests.helpers.small_desk import SmallDesk, small_desk

REGISTER: Register = OWN.register
MANY = 12
"""More rows than are under way at once."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SmallDesk]:
    with small_desk(tmp_path) as opened:
        opened.archive.documents += [held(n) for n in range(1, MANY + 1)]
        yield opened


@pytest.fixture
def session(desk: SmallDesk) -> Session:
    return desk.session()


@pytest.fixture
def wanted(tmp_path: Path) -> Plan:
    content = tmp_path / "paatos.txt"
    content.write_text(TEXT, encoding="utf-8")
    parties = {
        "controller": REGISTER.controller.oid,
        "organiser": OWN_UNIT.oid,
        "producer": OWN_UNIT.oid,
    }
    rows = (expected(n, content, **parties) for n in range(1, MANY + 1))
    return plan(*rows)


def held(number: int, **more: object) -> Document:
    mine = {"controller": REGISTER.controller, "register": REGISTER.code}
    return document(number, **mine, organiser=OWN_UNIT, producer=OWN_UNIT, **more)  # type: ignore[arg-type]


def acts_of(desk: SmallDesk) -> list[Event]:
    found = desk.log.search(EventFilter(kind=EventKind.DEPLOYMENT_TEST)).events
    return sorted(found, key=lambda event: event.seq)


def views(desk: SmallDesk) -> int:
    found = desk.log.search(EventFilter(kind=EventKind.VIEW)).events
    return sum(event.phase is Phase.INTENT for event in found)


def halted(session: Session, wanted: Plan, after: int = 1) -> str:
    seen: list[Progress] = []
    return session.tests.run(wanted, seen.append, lambda: len(seen) >= after).run_id


def test_a_run_is_in_the_history_and_can_be_looked_at_again(session: Session, wanted: Plan) -> None:
    verdict = session.tests.run(wanted)
    assert verdict.complete
    (run,) = session.tests.runs()
    assert (run.run_id, run.state, run.done, run.by) == (
        verdict.run_id, RunState.COMPLETE, MANY, session.holder.name,
    )  # fmt: skip
    assert run.result is verdict.state
    assert session.tests.verdict(run.run_id) == verdict


def test_a_halted_run_goes_on_and_opens_nothing_twice(
    desk: SmallDesk, session: Session, wanted: Plan
) -> None:
    run_id = halted(session, wanted)
    assert session.tests.runs()[0].can_resume
    assert not session.tests.verdict(run_id).complete
    verdict = session.tests.resume(run_id)
    assert verdict.complete
    assert verdict.run_id == run_id
    assert views(desk) == MANY
    assert not session.tests.runs()[0].can_resume
    with pytest.raises(RunUnknown):
        session.tests.resume(run_id)
    queries = [e.subject.query for e in acts_of(desk) if e.phase is Phase.INTENT]
    assert any(query.endswith(f"{run_id} jatkuu") for query in queries)


def test_a_lock_in_the_middle_keeps_what_was_done_for_later(
    desk: SmallDesk, session: Session, wanted: Plan
) -> None:
    with pytest.raises(SessionLocked):
        session.tests.run(wanted, lambda _: session.lock())
    with pytest.raises(SessionLocked):
        session.tests.runs()
    again = desk.session()
    (run,) = again.tests.runs()
    assert run.can_resume
    done = run.done
    assert done > 0
    assert again.tests.resume(run.run_id).complete
    # What was under way at the lock came back and was not shown; it is asked again.
    assert views(desk) <= MANY + WORKERS


def test_what_was_not_in_order_is_run_again_alone(
    desk: SmallDesk, session: Session, wanted: Plan
) -> None:
    desk.archive.documents[1] = held(2, title="Muu otsikko")
    first = session.tests.run(wanted)
    assert first.rows[1].cell(Aspect.METADATA).state is CellState.FAILED
    desk.archive.documents[1] = held(2)
    before = views(desk)
    second = session.tests.rerun(first.run_id)
    assert views(desk) == before + 1
    assert second.continues == first.run_id
    assert second.rows[0] == first.rows[0]
    assert second.rows[1].cell(Aspect.METADATA).state is not CellState.FAILED
    changes = session.tests.changes(first.run_id, second.run_id)
    assert [row.key for row in changes.rows] == ["A2"]


def test_a_corrected_plan_is_run_again_where_it_says_something_else(
    desk: SmallDesk, session: Session, wanted: Plan
) -> None:
    first = session.tests.run(wanted)
    rows = list(wanted.documents)
    rows[0] = replace(rows[0], title="Toinen otsikko")
    before = views(desk)
    corrected = session.tests.rerun(first.run_id, plan=replace(wanted, documents=tuple(rows)))
    assert views(desk) == before + 1
    assert corrected.rows[0].cell(Aspect.METADATA).state is CellState.FAILED


def test_a_plan_with_clients_who_may_be_real_is_stopped_before_anything_is_asked(
    desk: SmallDesk, session: Session, wanted: Plan
) -> None:
    somebody = Henkilotunnus.parse(NOT_A_TEST_PERSON)
    rows = (replace(wanted.documents[0], client_id=somebody, place="koe.csv:2"),)
    real = replace(wanted, documents=(*rows, *wanted.documents[1:]))
    with pytest.raises(RealClients) as stopped:
        session.tests.run(real)
    assert stopped.value.fields["places"] == "koe.csv:2"
    assert NOT_A_TEST_PERSON not in str(stopped.value)
    assert desk.archive.calls == []
    assert [e.phase for e in acts_of(desk)] == [Phase.INTENT, Phase.FAILED]
    assert session.tests.runs() == ()
    verdict = session.tests.run(real, real_clients="Rekisterinpitäjän lupa 12/2026")
    assert verdict.real_clients == "Rekisterinpitäjän lupa 12/2026"
    assert any("lupa 12/2026" in e.subject.query for e in acts_of(desk))


def test_a_choice_is_kept_and_used(desk: SmallDesk, session: Session, wanted: Plan) -> None:
    unsure = replace(wanted.documents[0], document_oid=None, created=None, service_task="")
    asked = session.tests.run(replace(wanted, documents=(unsure,)))
    assert asked.rows[0].cell(Aspect.ARCHIVED).state is CellState.ASKS
    with pytest.raises(ValueError, match="candidates"):
        session.tests.choose(asked.run_id, "A1", oid(99))
    session.tests.choose(asked.run_id, "A1", oid(2), "asiakas vahvisti")
    assert any("asiakas vahvisti" in e.subject.query for e in acts_of(desk))
    # Another plan with the same row, as it is exported anew.
    later = replace(wanted, sha256="ef" * 32, documents=(replace(unsure, key="B7", place="x"),))
    assert session.tests.run(later).rows[0].document_oid == oid(2)


def test_a_decision_holds_while_the_evidence_is_the_same(
    desk: SmallDesk, session: Session, wanted: Plan
) -> None:
    desk.archive.documents[1] = held(2, title="Muu otsikko")
    first = session.tests.run(wanted)
    with pytest.raises(FieldMissing):
        session.tests.decide(first.run_id, "A2", Aspect.METADATA, Ruling.ACCEPTED, " ")
    decided = session.tests.decide(
        first.run_id, "A2", Aspect.METADATA, Ruling.ACCEPTED, "otsikko on oikea"
    )
    decision = decided.decision("A2", Aspect.METADATA)
    assert decision is not None
    assert (decision.ruling, decision.by) == (Ruling.ACCEPTED, session.holder.name)
    (event,) = [
        e
        for e in acts_of(desk)
        if "otsikko on oikea" in e.subject.query and e.phase is Phase.INTENT
    ]
    assert event.subject.document_oid == oid(2).value
    assert session.tests.run(wanted).decision("A2", Aspect.METADATA) is not None
    desk.archive.documents[1] = held(2, title="Aivan muu")
    assert session.tests.run(wanted).decision("A2", Aspect.METADATA) is None


def test_an_unexpected_document_and_a_row_are_decided_on_too(
    desk: SmallDesk, session: Session, wanted: Plan
) -> None:
    desk.archive.documents.append(held(99))
    run_id = session.tests.run(wanted).run_id
    session.tests.decide(run_id, oid(99).value, None, Ruling.ACCEPTED, "edellinen koe")
    verdict = session.tests.decide(run_id, "A1", None, Ruling.FAULT, "väärä")
    assert {(d.key, d.ruling) for d in verdict.decisions} == {
        (oid(99).value, Ruling.ACCEPTED),
        ("A1", Ruling.FAULT),
    }
    with pytest.raises(ValueError, match="no such row"):
        session.tests.decide(run_id, "A99", None, Ruling.FAULT, "väärä")


def test_a_report_is_marked_and_a_run_forgotten(session: Session, wanted: Plan) -> None:
    run_id = session.tests.run(wanted).run_id
    day = date(2026, 11, 23)
    assert session.tests.mark_reported(run_id, day, "sähköposti").reported == day
    assert session.tests.verdict(run_id).reported == day
    session.tests.forget(run_id)
    assert session.tests.runs() == ()
    with pytest.raises(RunUnknown):
        session.tests.verdict(run_id)


def test_a_document_of_which_a_form_cannot_be_read_is_a_fault_and_never_the_same(
    desk: SmallDesk, session: Session, wanted: Plan
) -> None:
    fault = ContentFault("json, line 1 column 5", "syntax")
    desk.archive.documents[0] = replace(desk.archive.documents[0], fault=fault)

    verdict = session.tests.run(wanted)

    broken = verdict.rows[0].cell(Aspect.CONTENT)
    assert broken.state is CellState.FAILED
    assert verdict.rows[1].cell(Aspect.CONTENT).state is CellState.OK

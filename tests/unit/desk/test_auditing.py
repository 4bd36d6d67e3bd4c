"""The keepers of the log: what they see veiled, hold, approve and dispose of."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kanta_desk.accesslog.sidebase import CaseEvent, CaseState
from kanta_desk.desk.session import Session
from kanta_desk.errors import (
    DisposalRefused,
    EventMissing,
    FieldMissing,
    FolderNotWritable,
    LogUnavailable,
    RightMissing,
    SessionLocked,
)
from kanta_desk.model.events import EventFilter, EventKind, EventRef, Intent, Outcome, Phase
from kanta_desk.model.text import Language
from kanta_desk.practice.people import ARCHIVIST, STAFF, SUBSTITUTE
from tests.helpers import sealed_log
from tests.helpers.events import Clock, act, issuers_told
from tests.helpers.sealed_log import Place
from tests.helpers.small_desk import CONTEXT, SmallDesk, small_desk

GONE, KEPT, NAME = "010181-900C", "020282-901P", "Heikki Hävitetty"
DONE = Outcome(Phase.DONE)
OF_GONE = EventFilter(client=GONE, kind=EventKind.VIEW)


def viewed(client: str, number: int) -> Intent:
    intent = act(client_id=client, client_name=NAME, document_oid=f"1.2.{number}")
    return replace(intent, context=CONTEXT)


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Two months of 2013, of two clients."""
    place, clock = Place(tmp_path_factory.mktemp("old")), Clock()
    for month, client in ((1, GONE), (2, KEPT)):
        clock.now = datetime(2013, month, 10, tzinfo=UTC)
        with sealed_log.session(place, clock) as (log, _):
            for number in range(5):
                log.settle(log.intend(viewed(client, number)), DONE)
    return place


@pytest.fixture
def desk(old: Place, tmp_path: Path) -> Iterator[SmallDesk]:
    old.copied(tmp_path)
    with small_desk(tmp_path, persons=2) as opened:
        # Twelve years by a third party's time, and by the time of a checkpoint.
        asked = replace(act(EventKind.SIGN_IN), context=CONTEXT)
        opened.log.record(asked, issuers_told(opened.clock()))
        opened.custody.make_checkpoint()
        yield opened


def january(session: Session):  # type: ignore[no-untyped-def]
    return session.keeping.plan_disposal([session.keeping.kept().due[0]])


def ref_of(desk: SmallDesk, client: str) -> EventRef:
    conditions = EventFilter(
        client=client, kind=EventKind.VIEW, phase=Phase.DONE, register=CONTEXT.register.key
    )
    return desk.log.search(conditions).events[0].ref


def test_a_list_and_an_event_veil_the_client(desk: SmallDesk) -> None:
    session = desk.session()

    found = session.log.search(OF_GONE)
    shown = session.log.event(ref_of(desk, GONE))

    assert found.total == 10
    for event in (*found.first.events, shown.event):
        assert (event.subject.client_id, event.subject.client_name) == ("010181-****", "H. H.")
    assert found.facets.total == found.total


def test_a_client_is_revealed_for_a_reason_and_the_log_knows_whose(desk: SmallDesk) -> None:
    session, ref = desk.session(), ref_of(desk, GONE)

    with pytest.raises(FieldMissing):
        session.log.reveal(ref, "  ")
    revealed = session.log.reveal(ref, "Selvitys 3/2026")

    assert revealed.event.subject.client_id == GONE
    last = desk.newest(EventKind.LOG_VIEW)
    assert last.subject.client_id == GONE
    assert "Selvitys 3/2026" in last.subject.query


def test_who_searches_for_a_client_by_any_word_leaves_no_code_in_the_conditions(
    desk: SmallDesk,
) -> None:
    anyone = (EventFilter(user=GONE), EventFilter(client=GONE))

    desk.session().log.search(EventFilter(without=(EventFilter(without=anyone),)))

    assert GONE not in desk.newest(EventKind.LOG_SEARCH).subject.query


def test_the_days_of_a_search_add_up_and_a_jump_finds_its_row(desk: SmallDesk) -> None:
    found = desk.session().log.search(EventFilter(kind=EventKind.VIEW))
    begins = datetime(2013, 1, 1, tzinfo=UTC)

    assert found.count(begins, begins + timedelta(days=31)) == 10
    assert found.total == 20
    at, row = found.before_time(datetime(2013, 2, 1, tzinfo=UTC))
    assert at is not None
    assert row == 10
    assert found.page(at).events[0].time < datetime(2013, 2, 1, tzinfo=UTC)
    assert found.before_time(datetime(2030, 1, 1, tzinfo=UTC)) == (None, 0)


def test_a_closed_session_counts_no_more(desk: SmallDesk) -> None:
    session = desk.session()
    found = session.log.search(EventFilter())
    session.sign_out()

    with pytest.raises(SessionLocked):
        found.count(datetime(2013, 1, 1, tzinfo=UTC), datetime(2014, 1, 1, tzinfo=UTC))


def test_an_export_masks_unless_a_reason_is_given(desk: SmallDesk, tmp_path: Path) -> None:
    session = desk.session()
    masked, whole = tmp_path / "a.csv", tmp_path / "b.csv"

    session.log.export(OF_GONE, masked, Language.FI)
    count = session.log.export(OF_GONE, whole, Language.FI, unmask="Poliisi 1/26")

    assert count == 10
    assert GONE not in masked.read_text(encoding="utf-8")
    assert NAME not in masked.read_text(encoding="utf-8")
    with whole.open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file, delimiter=";"))) == count + 1
    assert GONE in whole.read_text(encoding="utf-8")
    assert "Poliisi 1/26" in desk.newest(EventKind.LOG_EXPORT).subject.query
    with pytest.raises(FolderNotWritable):
        session.log.export(EventFilter(), tmp_path / "no" / "a.csv", Language.FI)


def test_a_disposal_takes_two_persons_and_the_same_plan(desk: SmallDesk, tmp_path: Path) -> None:
    first, second = desk.session(), desk.session(SUBSTITUTE)
    record = tmp_path / "poytakirja.pdf"
    plan = january(first)
    assert plan.count == 10

    with pytest.raises(DisposalRefused):
        first.keeping.dispose(plan, "Säilytysaika päättynyt", record, Language.FI)
    first.keeping.propose_disposal(plan, "Säilytysaika päättynyt")
    with pytest.raises(DisposalRefused):
        first.keeping.dispose(plan, "Säilytysaika päättynyt", record, Language.FI)
    done = second.keeping.dispose(january(second), "Hyväksyn", record, Language.FI)

    assert done.plan.count == 10
    assert {each.actor.user_id for each in done.approvals} == {
        ARCHIVIST.person.identifier, SUBSTITUTE.person.identifier,
    }  # fmt: skip
    assert record.read_bytes().startswith(b"%PDF")
    assert first.log.search(OF_GONE).total == 0
    assert first.keeping.verify().intact
    approvals = json.loads(desk.log.event(done.event).evidence)["approvals"]
    assert [each["reason"] for each in approvals] == ["Hyväksyn", "Säilytysaika päättynyt"]


def test_a_proposal_that_is_too_old_is_none(desk: SmallDesk, tmp_path: Path) -> None:
    first = desk.session()
    first.keeping.propose_disposal(january(first), "Säilytysaika päättynyt")
    desk.clock.now += timedelta(days=31)
    desk.gate.guard.set_right()
    second = desk.session(SUBSTITUTE)

    with pytest.raises(DisposalRefused):
        second.keeping.dispose(january(second), "Hyväksyn", tmp_path / "p.pdf", Language.FI)


def test_a_hold_keeps_what_it_names_until_it_is_lifted(desk: SmallDesk) -> None:
    session = desk.session()
    hold = session.keeping.place_hold("Kantelu 5/2026", date(2027, 1, 1), client=GONE)

    assert [each.number for each in session.keeping.kept().holds] == [hold.number]
    assert (january(session).count, january(session).held) == (0, 10)
    with pytest.raises(LookupError):
        session.keeping.lift_hold("00000000", "ratkaistu")
    session.keeping.lift_hold(hold.number, "ratkaistu")

    assert session.keeping.kept().holds == ()
    assert january(session).count == 10


def test_a_hold_names_something(desk: SmallDesk) -> None:
    with pytest.raises(FieldMissing):
        desk.session().keeping.place_hold("Kantelu", date(2027, 1, 1))


def test_a_case_is_opened_on_events_of_the_register_and_decided_once(desk: SmallDesk) -> None:
    session = desk.session()
    ref = session.log.search(EventFilter()).first.events[0].ref

    opened = session.supervision.open_case(" Oma tieto ", [ref], date(2027, 1, 1))
    assert session.supervision.cases() == (opened,)
    assert (opened.title, opened.events, opened.due) == (
        "Oma tieto",
        (CaseEvent(str(ref)),),
        "2027-01-01",
    )
    with pytest.raises(EventMissing):
        session.supervision.open_case("Oma tieto", [replace(ref, seq=999_999)])
    for empty in (
        lambda: session.supervision.open_case(" "),
        lambda: session.supervision.decide_case(opened.id, ""),
    ):
        with pytest.raises(FieldMissing):
            empty()

    decided = session.supervision.decide_case(opened.id, "Peruste löytyi")
    assert session.supervision.cases() == (decided,)
    assert (decided.state, decided.decision) == (CaseState.DECIDED, "Peruste löytyi")
    for number in (opened.id, opened.id + 1):
        with pytest.raises(LookupError):
            session.supervision.decide_case(number, "toinen")
    with pytest.raises(RightMissing):
        desk.session(SUBSTITUTE).supervision.cases()


def test_a_case_gets_and_loses_events_and_time_until_it_is_decided(desk: SmallDesk) -> None:
    case = desk.session().supervision
    first, second, *_ = (e.ref for e in desk.session().log.search(EventFilter()).first.events)
    number = case.open_case("Oma tieto", [second]).id

    added = case.add_to_case(number, [first, second], "Sama asiakas")
    assert added.events == tuple(
        CaseEvent(str(ref), "Sama asiakas") for ref in sorted((first, second))
    )
    assert case.remove_from_case(number, [second], "Toinen asia").events == (
        CaseEvent(str(first), "Sama asiakas"),
    )
    assert case.set_case_due(number, date(2027, 2, 1)).due == "2027-02-01"
    assert case.set_case_due(number, None).due == ""
    with pytest.raises(EventMissing):
        case.remove_from_case(number, [second])
    with pytest.raises(EventMissing):
        case.add_to_case(number, [replace(first, seq=999_999)])
    with pytest.raises(FieldMissing):
        case.add_to_case(number, [])

    case.decide_case(number, "Peruste löytyi")
    for late in (
        lambda: case.add_to_case(number, [second]),
        lambda: case.remove_from_case(number, [first]),
        lambda: case.set_case_due(number, date(2027, 3, 1)),
    ):
        with pytest.raises(LookupError):
            late()
    reopened = case.reopen_case(number, "Uusi selvityspyyntö")
    assert (reopened.state, reopened.decision) == (CaseState.OPEN, "Peruste löytyi")
    with pytest.raises(LookupError):
        case.reopen_case(number, "Uudelleen")
    assert case.decide_case(number, "Ei perustetta").decision == "Ei perustetta"
    assert [each.id for each in case.cases()] == [number]


def test_all_that_is_done_to_a_case_stays_in_the_log(desk: SmallDesk) -> None:
    session = desk.session()
    case, ref = session.supervision, session.log.search(EventFilter()).first.events[0].ref
    number = case.open_case("Oma tieto").id
    case.add_to_case(number, [ref], "Sama asiakas")
    case.set_case_due(number, date(2027, 2, 1))
    case.decide_case(number, "Peruste löytyi")
    case.reopen_case(number, "Uusi selvityspyyntö")
    case.remove_from_case(number, [ref], "Toinen asia")
    with pytest.raises(LookupError):
        case.decide_case(number + 1, "x")

    kept = [
        (event.phase, event.subject.query, json.loads(event.evidence or "{}"))
        for event in desk.log.search(EventFilter(kind=EventKind.LOG_CASE), limit=50).events[::-1]
        if event.phase is not Phase.INTENT
    ]
    event, of = [str(ref)], {"case": number}
    assert kept == [
        (Phase.DONE, "case open", of | {"act": "open", "title": "Oma tieto"}),
        (
            Phase.DONE,
            f"case add {number}",
            of | {"act": "add", "events": event, "note": "Sama asiakas"},
        ),
        (Phase.DONE, f"case due {number}", of | {"act": "due", "due": "2027-02-01"}),
        (Phase.DONE, f"case decide {number}", of | {"act": "decide", "decision": "Peruste löytyi"}),
        (
            Phase.DONE,
            f"case reopen {number}",
            of | {"act": "reopen", "reason": "Uusi selvityspyyntö"},
        ),
        (
            Phase.DONE,
            f"case remove {number}",
            of | {"act": "remove", "events": event, "note": "Toinen asia"},
        ),
        (Phase.FAILED, f"case decide {number + 1}", {}),
    ]


def test_who_only_administers_verifies_but_does_not_read(desk: SmallDesk) -> None:
    session = desk.session(SUBSTITUTE)

    assert session.keeping.verify().intact
    assert session.keeping.kept().due
    for read in (lambda: session.log.search(EventFilter()), session.supervision.searches):
        with pytest.raises(RightMissing):
            read()


def test_a_viewer_keeps_nothing(desk: SmallDesk) -> None:
    with pytest.raises(RightMissing):
        desk.session(STAFF).keeping.kept()


def test_searches_are_saved_for_the_register(desk: SmallDesk) -> None:
    session = desk.session()
    session.supervision.save_search("Mitätöinnit", "tyyppi:mitätöinti")
    session.supervision.save_search("Mitätöinnit", "tyyppi:mitätöinti -vaihe:aie")

    assert [(s.name, s.query) for s in session.supervision.searches()] == [
        ("Mitätöinnit", "tyyppi:mitätöinti -vaihe:aie")
    ]
    session.supervision.forget_search("Mitätöinnit")
    assert session.supervision.searches() == ()
    with pytest.raises(FieldMissing):
        session.supervision.save_search(" ", "x")


def test_a_backup_goes_to_an_empty_folder_only(desk: SmallDesk, tmp_path: Path) -> None:
    session, target = desk.session(), tmp_path / "kopio"
    steps: list[tuple[int, int]] = []

    head = session.keeping.back_up(target, lambda done, total: steps.append((done, total)))

    assert head.size > 20
    assert steps[-1][0] == steps[-1][1]
    with pytest.raises(LogUnavailable):
        session.keeping.back_up(target)


def test_a_register_is_handed_over_whole_for_a_reason(desk: SmallDesk, tmp_path: Path) -> None:
    session = desk.session()
    with pytest.raises(FieldMissing):
        session.keeping.hand_over(tmp_path / "kaikki", "")

    session.keeping.hand_over(tmp_path / "kaikki", "Hyvinvointialue vaihtui")

    assert GONE in (tmp_path / "kaikki" / "2013.jsonl").read_text(encoding="utf-8")


def test_years_that_are_over_are_sealed_at_the_next_start(desk: SmallDesk) -> None:
    desk.custody.seal_years()

    assert list(desk.log.folder.path.rglob("*2013.sinetti.txt"))
    assert desk.session().keeping.verify().intact


def test_a_plan_that_a_hold_has_overtaken_is_not_carried_out(
    desk: SmallDesk, tmp_path: Path
) -> None:
    session = desk.session()
    plan = january(session)
    session.keeping.propose_disposal(plan, "Säilytysaika päättynyt")
    desk.session().keeping.place_hold("Kantelu", date(2027, 1, 1), client=GONE)

    with pytest.raises(DisposalRefused):
        desk.session(SUBSTITUTE).keeping.dispose(plan, "Hyväksyn", tmp_path / "p.pdf", Language.FI)

    assert not (tmp_path / "p.pdf").exists()
    assert session.log.search(OF_GONE).total == 10

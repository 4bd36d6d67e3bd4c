"""The keepers and the twelve years: whose right stays, who may still propose, by which clock."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest

from kanta_desk.accesslog.entry import Station
from kanta_desk.accesslog.retention import Resting
from kanta_desk.desk.custody import Custody, DisposalPlan, Grounds
from kanta_desk.desk.live_rights import LiveRights
from kanta_desk.desk.session import Session
from kanta_desk.errors import DisposalRefused, FieldMissing, FolderNotWritable, RightMissing
from kanta_desk.model.events import EventFilter, EventKind, EventRef, Intent, Outcome, Phase
from kanta_desk.model.logreport import Depth
from kanta_desk.model.people import IdentifierKind, Identity, IssuerFamily, Role
from kanta_desk.model.rights import (
    ChangeKind,
    Decision,
    Grant,
    Refusal,
    Revocation,
    RightsChange,
)
from kanta_desk.model.text import Language
from kanta_desk.practice.organisation import OWN
from kanta_desk.practice.people import ARCHIVIST, STAFF, SUBSTITUTE
from kanta_desk.practice.rights import ACTOR, GRANTS
from kanta_desk.rights.changes import digest, encode, identified
from kanta_desk.settings.paths import Paths
from tests.helpers import sealed_log
from tests.helpers.events import MAIJA, Clock, act, issuers_told
from tests.helpers.sealed_log import Place
from tests.helpers.small_desk import CONTEXT, SmallDesk, holder_of, small_desk

DONE = Outcome(Phase.DONE)
KEY = CONTEXT.register.key
JANUARY = datetime(2013, 1, 10, tzinfo=UTC)
LEFT = Identity("990000077", IdentifierKind.ISSUED, IssuerFamily.SOTE)
REASON = "Säilytysaika päättynyt"
MINE = tuple(grant for grant in GRANTS if grant.register == OWN.register)
OURS = tuple(
    replace(grant, valid_from=date(2013, 1, 1))
    for grant in MINE
)  # fmt: skip
"""The practice set's rights, as they would have been given twelve years ago."""


def viewed(number: int) -> Intent:
    return replace(act(client_id="010181-900C", document_oid=f"1.2.{number}"), context=CONTEXT)


def change_events(desk: SmallDesk, register: str = KEY) -> list[EventRef]:
    asked = EventFilter(kind=EventKind.RIGHTS_CHANGE, phase=Phase.DONE, register=register)
    return sorted(event.ref for event in desk.log.search(asked).events)


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A register whose rights were given in January 2013, one of them taken away in February."""
    place, clock = Place(tmp_path_factory.mktemp("old")), Clock(JANUARY)
    decision = Decision("1/2013", date(2013, 1, 1), "Toimitusjohtaja")
    short = Grant(
        LEFT, "Entinen Henkilö", Role.VIEWER, OWN.register, decision, date(2013, 1, 1),
        date(2013, 6, 30),
    )  # fmt: skip
    administrator = next(g.person for g in MINE if g.role is Role.ADMINISTRATOR)
    by = next(c for c in (ARCHIVIST, SUBSTITUTE) if holder_of(c).identity == administrator)
    actor = replace(
        MAIJA,
        user_id=holder_of(by).identifier,
        user_name=holder_of(by).name,
        card_type=holder_of(by).card_type,
    )
    changes: list[str] = []

    def change(kind: ChangeKind, **what: object) -> None:
        previous = digest(changes[-1]) if changes else ""
        made = RightsChange(len(changes) + 1, previous, kind, OWN.register, **what)  # type: ignore[arg-type]
        changes.append(encode(identified(made)))
        who = ACTOR if kind is ChangeKind.PRACTICE else actor
        log.record(
            Intent(EventKind.RIGHTS_CHANGE, who, CONTEXT),
            Outcome(Phase.DONE, evidence=changes[-1]),
        )

    with sealed_log.session(place, clock) as (log, _):
        change(ChangeKind.PRACTICE, grants=OURS)
        change(ChangeKind.GRANT, grants=(short,))
        change(ChangeKind.GRANT, grants=(replace(short, valid_to=None, role=Role.AUDITOR),))
        for number in range(5):
            log.settle(log.intend(viewed(number)), DONE)
    clock.now = datetime(2013, 2, 10, tzinfo=UTC)
    with sealed_log.session(place, clock) as (log, _):
        change(ChangeKind.REVOKE, revoked=(Revocation("3-1", "lähti"),))
        for number in range(5):
            log.settle(log.intend(viewed(number)), DONE)
    return place


@pytest.fixture
def desk(old: Place, tmp_path: Path) -> Iterator[SmallDesk]:
    old.copied(tmp_path)
    with small_desk(tmp_path, persons=2) as opened:
        asked = replace(act(EventKind.SIGN_IN), context=CONTEXT)
        opened.log.record(asked, issuers_told(opened.clock()))
        opened.custody.make_checkpoint()
        yield opened


def all_due(session: Session) -> DisposalPlan:
    return session.keeping.plan_disposal(session.keeping.kept().due)


def disposed(desk: SmallDesk, tmp_path: Path) -> EventRef:
    desk.session().keeping.propose_disposal(all_due(desk.session()), REASON)
    keeping = desk.session(SUBSTITUTE).keeping
    plan = all_due(desk.session(SUBSTITUTE))
    return keeping.dispose(plan, "Hyväksyn", tmp_path / "p.pdf", Language.FI).event


def test_rights_in_force_outlive_the_twelve_years(desk: SmallDesk, tmp_path: Path) -> None:
    before = desk.rights.book(OWN.register)
    assert (before.damaged, len(before.changes)) == (False, 4)
    first = change_events(desk)[0]

    event = disposed(desk, tmp_path)

    assert change_events(desk) == [first]
    said = json.loads(desk.log.event(event).evidence)
    assert [number for number, _ in said["rights"]] == [2, 3, 4]
    again = desk.restarted()
    book = again.book(OWN.register)
    assert (book.damaged, book.number, book.digest) == (False, 4, before.digest)
    assert again.findings(OWN.register) == ()
    for card in (ARCHIVIST, SUBSTITUTE, STAFF):
        person, day = holder_of(card).identity, again.today
        assert again.grants_of(person, day) == desk.rights.grants_of(person, day)
    assert again.grants_of(LEFT, again.today) == ()
    assert not again.may_begin(LEFT)
    assert desk.session().keeping.verify().intact


def test_what_rights_rest_on_is_not_due_and_not_counted(desk: SmallDesk, tmp_path: Path) -> None:
    plan = all_due(desk.session())
    assert plan.count == 23
    disposed(desk, tmp_path)

    kept = desk.session().keeping.kept()
    assert kept.due == ()


def test_rights_can_be_changed_after_a_disposal_and_lose_no_more_of_the_chain(
    desk: SmallDesk, tmp_path: Path
) -> None:
    disposed(desk, tmp_path)
    again = desk.restarted()
    book = again.book(OWN.register)
    decision = Decision("1/2026", date(2026, 1, 1), "Toimitusjohtaja")
    grant = Grant(LEFT, "Palannut", Role.VIEWER, OWN.register, decision, date(2026, 1, 1))
    change = RightsChange(5, book.digest, ChangeKind.GRANT, OWN.register, (grant,))
    by = desk.session()._ticket().actor
    desk.log.record(
        Intent(EventKind.RIGHTS_CHANGE, by, CONTEXT),
        Outcome(Phase.DONE, evidence=encode(identified(change))),
    )

    again.refresh()

    assert not again.book(OWN.register).damaged
    assert [g.role for g in again.grants_of(LEFT, again.today)] == [Role.VIEWER]
    resting = again.resting(OWN.register)
    assert change_events(desk) == sorted(
        ref for ref in resting.stays if desk.log.event(ref).kind is EventKind.RIGHTS_CHANGE
    )


def test_without_the_record_of_the_disposal_the_register_is_damaged(
    desk: SmallDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disposed(desk, tmp_path)
    monkeypatch.setattr("kanta_desk.desk.live_rights.changes_gone", lambda log: {})
    book = desk.restarted().book(OWN.register)
    assert (book.damaged, book.number) == (True, 1)


def test_a_disposal_that_does_not_know_of_rights_lets_no_change_of_them_go(
    desk: SmallDesk,
) -> None:
    register, month = OWN.register.key, desk.session().keeping.kept().due
    plan = desk.custody.plan_disposal(register, month, Grounds(told=()))
    free = desk.custody.plan_disposal(register, month, Grounds(resting=Resting()))
    assert (plan.count, free.count) == (20, 24)


def test_a_proposal_of_one_who_has_lost_the_right_is_none(
    desk: SmallDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.session().keeping.propose_disposal(all_due(desk.session()), REASON)
    second = desk.session(SUBSTITUTE)
    plan = all_due(second)
    proposer, known = holder_of(ARCHIVIST).identity, LiveRights.refusal

    def refusal(self: LiveRights, person: Identity, *more: object) -> object:
        return Refusal.REVOKED if person == proposer else known(self, person, *more)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(LiveRights, "refusal", refusal)
        with pytest.raises(DisposalRefused, match="another person, who may"):
            second.keeping.dispose(plan, "Hyväksyn", tmp_path / "p.pdf", Language.FI)
    assert not (tmp_path / "p.pdf").exists()
    second.keeping.dispose(plan, "Hyväksyn", tmp_path / "p.pdf", Language.FI)


def test_a_leap_of_the_clock_makes_nothing_due_until_an_auditor_states_the_time(
    old: Place, tmp_path: Path
) -> None:
    old.copied(tmp_path)
    with small_desk(tmp_path) as desk:
        session = desk.session()
        session.keeping.checkpoint()
        kept = session.keeping.kept()
        assert (kept.due, kept.time.believed.year) == ((), 2013)
        with pytest.raises(FieldMissing):
            session.keeping.confirm_time(" ")
        with pytest.raises(RightMissing):
            desk.session(SUBSTITUTE).keeping.confirm_time("Työasema oli varastossa")

        session.keeping.confirm_time("Työasema oli varastossa")

        assert session.keeping.kept().time.believed.year == 2026
        assert session.keeping.kept().due
        stated = desk.newest(EventKind.LOG_CLOCK)
        assert "Työasema oli varastossa" in stated.subject.query
        assert json.loads(stated.evidence)["reason"] == "Työasema oli varastossa"


def test_the_archive_s_date_and_the_sign_in_s_answer_are_third_parties_times(
    old: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old.copied(tmp_path)
    with small_desk(tmp_path) as desk:
        session = desk.session()
        session.keeping.checkpoint()
        monkeypatch.setattr(type(desk.archive), "clock_skew", property(lambda _: 3.0))
        assert session.keeping.kept().due
        years = timedelta(days=6 * 365).total_seconds()
        monkeypatch.setattr(type(desk.archive), "clock_skew", property(lambda _: years))
        kept = session.keeping.kept()
        assert kept.due == ()
        assert kept.time.witness is not None
        assert kept.time.witness.source == "archive"
        monkeypatch.setattr(type(desk.archive), "clock_skew", property(lambda _: None))
        assert session.keeping.kept().due == ()
        signed_in = act(EventKind.SIGN_IN, replace(MAIJA, session_id=session.id))
        desk.log.record(replace(signed_in, context=CONTEXT), issuers_told(desk.clock()))
        kept = session.keeping.kept()
        assert kept.due
        assert kept.time.witness is not None
        assert kept.time.witness.source == "OCSP"


def test_the_record_is_written_again_at_any_time(desk: SmallDesk, tmp_path: Path) -> None:
    session = desk.session(SUBSTITUTE)
    desk.session().keeping.propose_disposal(all_due(desk.session()), REASON)
    plan = all_due(session)
    with pytest.raises(FolderNotWritable):
        session.keeping.dispose(plan, "Hyväksyn", tmp_path / "no" / "p.pdf", Language.FI)

    (found,) = session.keeping.disposals()
    path = session.keeping.write_record(found.event, tmp_path / "p.pdf", Language.FI)

    with closing(pypdfium2.PdfDocument(path.read_bytes())) as paper:
        said = paper[0].get_textpage().get_text_bounded()
    assert REASON in " ".join(said.split())
    assert "2013-01, 2013-02" in said
    with pytest.raises(LookupError):
        session.keeping.write_record(replace(found.event, seq=2), tmp_path / "q.pdf", Language.FI)
    with pytest.raises(RightMissing):
        desk.session(STAFF).keeping.disposals()


def test_a_disposal_that_was_cut_short_is_taken_up_without_a_person(
    desk: SmallDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Cut(BaseException):
        pass

    def cut(*_: object) -> None:
        raise Cut

    key = desk.log.folder.key_of(change_events(desk)[0].tree)
    with monkeypatch.context() as patched:
        patched.setattr("kanta_desk.accesslog.disposal.renew", cut)
        with pytest.raises(Cut):
            disposed(desk, tmp_path)
    left = {e.ref: e for e in desk.log._writer.open_intents}
    monkeypatch.setattr(desk.log, "_left_open", left)

    desk.custody.take_up_disposals()

    assert desk.log.folder.key_of(change_events(desk)[0].tree) != key
    (found,) = desk.session().keeping.disposals()
    assert found.plan.count == 23
    assert desk.newest(EventKind.LOG_DISPOSAL).phase is Phase.DONE
    assert desk.session().keeping.verify().intact


def test_the_next_start_finishes_what_was_cut_short_before_it_seals_the_year(
    old: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Cut(BaseException):
        pass

    def cut(*_: object) -> None:
        raise Cut

    place = old.copied(tmp_path)
    with small_desk(tmp_path) as desk:
        asked = replace(act(EventKind.SIGN_IN), context=CONTEXT)
        desk.log.record(asked, issuers_told(desk.clock()))
        desk.custody.make_checkpoint()
        session = desk.session()
        plan, tree = all_due(session), change_events(desk)[0].tree
        key = desk.log.folder.key_of(tree)
        with monkeypatch.context() as patched:
            patched.setattr("kanta_desk.accesslog.disposal.renew", cut)
            with pytest.raises(Cut):
                session.keeping.dispose(plan, REASON, tmp_path / "p.pdf", Language.FI)
        clock = desk.clock

    with Custody.opened(
        place.folder,
        Paths.under(tmp_path / "installation").make(),
        anchor_folders=[place.outside],
        persons=1,
        station=Station("TYO-1", "maija", sealed_log.SOFTWARE),
        clock=clock,
        practice=True,
    ) as custody:
        assert custody.log.folder.key_of(tree) != key
        (found,) = custody.disposals(KEY)
        assert found.plan == plan
        assert custody.verify(Depth.FULL).faults == ()
    assert list(place.base.rglob("*2013.sinetti.txt"))


def test_months_of_two_years_are_refused_plainly(old: Place, tmp_path: Path) -> None:
    old.copied(tmp_path)
    clock = Clock(datetime(2014, 1, 10, tzinfo=UTC))
    with sealed_log.session(Place(tmp_path), clock) as (log, _):
        for number in range(2):
            log.settle(log.intend(viewed(number)), DONE)
    with small_desk(tmp_path) as desk:
        asked = replace(act(EventKind.SIGN_IN), context=CONTEXT)
        desk.log.record(asked, issuers_told(desk.clock()))
        desk.custody.make_checkpoint()
        session = desk.session()
        due = session.keeping.kept().due
        assert {each.tree.year for each in due} == {2013, 2014}
        with pytest.raises(DisposalRefused, match="each year is an act of its own"):
            session.keeping.plan_disposal(due)
        for year in (2013, 2014):
            assert session.keeping.plan_disposal([d for d in due if d.tree.year == year]).count


def test_holds_name_a_session_and_a_span(desk: SmallDesk) -> None:
    session = desk.session()
    whole = all_due(session).count
    february = datetime(2013, 2, 1, tzinfo=UTC)
    by_span = session.keeping.place_hold("Kantelu 1", date(2027, 1, 1), time_from=february)
    assert all_due(session).held == 11
    session.keeping.lift_hold(by_span.number, "ratkaistu")
    session.keeping.place_hold("Kantelu 2", date(2027, 1, 1), session=MAIJA.session_id)
    assert all_due(session).held == whole

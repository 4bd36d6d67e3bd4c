"""Rights come from the access log alone, at each act: nothing else gives one, nothing delays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kanta_desk.desk.live_rights import EDITED
from kanta_desk.desk.session import Session
from kanta_desk.errors import (
    ClockJumped,
    GrantInvalid,
    LastAdministrator,
    LogUnavailable,
    RightMissing,
    RightsFileFault,
    SelfGrant,
)
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.events import EventKind, Intent, Outcome, Phase
from kanta_desk.model.people import IdentifierKind, Identity, IssuerFamily, Role
from kanta_desk.model.rights import (
    ChangeKind,
    GrantRecord,
    Refusal,
    RightsChange,
    RightsFault,
)
from kanta_desk.practice.organisation import OWN, PURPOSES
from kanta_desk.practice.people import STAFF, SUBSTITUTE
from kanta_desk.practice.rights import ACTOR
from kanta_desk.rights.changes import decode, encode, identified
from kanta_desk.rights.tables import read_table
from tests.helpers.rights import DECISION, a_grant, a_table, grant
from tests.helpers.small_desk import SmallDesk, small_desk

SUBSTITUTE_ID = Identity.on_card(SUBSTITUTE.person.identifier, SUBSTITUTE.card_type)
STAFF_ID = Identity.on_card(STAFF.person.identifier, STAFF.card_type)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SmallDesk]:
    with small_desk(tmp_path) as opened:
        yield opened


@pytest.fixture
def session(desk: SmallDesk) -> Session:
    return desk.session()


def right_of(session: Session, person: Identity, role: Role) -> GrantRecord:
    return next(
        r
        for r in session.rights.overview().records
        if (r.grant.person, r.grant.role) == (person, role) and r.revoked is None
    )


def search(session: Session) -> object:
    return session.search(SearchCriteria(case_id="1"))


def test_a_change_is_one_intent_and_one_outcome_that_proves_it(
    desk: SmallDesk, session: Session
) -> None:
    given = session.rights.grant(a_grant(session, Role.VIEWER))

    event = desk.newest(EventKind.RIGHTS_CHANGE)
    assert event.phase is Phase.DONE
    assert event.actor.user_id == session.holder.identifier
    assert decode(event.evidence).grants == (given,)


def test_a_revoked_right_is_gone_at_the_next_act_of_an_open_session(session: Session) -> None:
    search(session)
    mine = right_of(session, session.holder.identity, Role.ARCHIVIST)

    session.rights.revoke(mine.grant.id, "koe")

    with pytest.raises(RightMissing) as caught:
        search(session)
    assert caught.value.fields["reason"] == Refusal.REVOKED
    assert session.refusal(EventKind.SEARCH) is Refusal.REVOKED
    assert session.refusal(EventKind.LOG_SEARCH) is None


def test_a_role_in_the_log_is_that_of_the_moment(desk: SmallDesk, session: Session) -> None:
    mine = right_of(session, session.holder.identity, Role.INVALIDATOR)
    session.rights.revoke(mine.grant.id, "koe")

    search(session)

    assert desk.newest(EventKind.SEARCH).actor.role == "administrator, archivist, auditor"


def test_rights_are_the_same_after_a_restart(desk: SmallDesk, session: Session) -> None:
    session.rights.grant(a_grant(session, Role.VIEWER))
    session.rights.revoke(right_of(session, STAFF_ID, Role.VIEWER).grant.id, "lähti")
    session.rights.set_two_persons(True)

    again = desk.restarted()

    assert again.book(OWN.register) == desk.rights.book(OWN.register)
    assert again.findings(OWN.register) == ()
    assert again.needs_two(OWN.register)
    assert again.registers_for(STAFF_ID, again.today) == ()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('role = "viewer"', 'role = "administrator"', RightsFault.EDITED),
        (STAFF.person.identifier, "990000077", RightsFault.EDITED),
        ("number = 1", "number = 2", RightsFault.LOST),
        ("[[grant]]", "[[grant", RightsFault.FILE),
    ],
)
def test_a_file_edited_past_the_program_gives_no_right_and_is_told(
    desk: SmallDesk, session: Session, old: str, new: str, fault: RightsFault
) -> None:
    path = desk.file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")

    again = desk.restarted()

    assert fault in {f.fault for f in again.findings(OWN.register)}
    for person in (STAFF_ID, Identity.on_card("990000077", STAFF.card_type)):
        for act in (EventKind.RIGHTS_CHANGE, EventKind.INVALIDATION, EventKind.EXPORT):
            context = session.context
            told = again.refusal(person, act, context.register, context.purpose, again.today)
            assert told is not None


def test_an_edited_file_is_kept_beside_when_the_program_writes_its_own(
    desk: SmallDesk, session: Session
) -> None:
    path = desk.file
    path.write_text(path.read_text(encoding="utf-8").replace("viewer", "auditor"), "utf-8")
    again = desk.restarted()

    with again.changing(OWN.register):
        pass

    assert "auditor" in path.with_name(EDITED).read_text(encoding="utf-8")
    assert again.findings(OWN.register) == ()
    assert desk.restarted().findings(OWN.register) == ()


def test_a_log_that_has_lost_changes_gives_no_right_to_use_client_data(
    desk: SmallDesk, session: Session
) -> None:
    path = desk.file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("number = 1", "number = 2"), encoding="utf-8")

    again = desk.restarted()

    context, me = session.context, session.holder.identity
    for act in (EventKind.SEARCH, EventKind.INVALIDATION, EventKind.RIGHTS_CHANGE):
        told = again.refusal(me, act, context.register, context.purpose, again.today)
        assert told is Refusal.DAMAGED
    looking = again.refusal(
        me, EventKind.LOG_SEARCH, context.register, context.purpose, again.today
    )
    assert looking is None


def forge(desk: SmallDesk, session: Session, **how: object) -> None:
    """Write a change of rights past the desk, as somebody with the log's files could."""
    book = desk.rights.book(OWN.register)
    change = identified(
        replace(
            RightsChange(
                book.number + 1,
                book.digest,
                ChangeKind.GRANT,
                OWN.register,
                (grant(STAFF_ID, Role.INVALIDATOR, register=OWN.register),),
            ),
            **how,  # type: ignore[arg-type]
        )
    )
    actor = replace(ACTOR, user_id=STAFF.person.identifier, card_type=STAFF.card_type)
    desk.log.record(
        Intent(EventKind.RIGHTS_CHANGE, actor, session.context),
        Outcome(Phase.DONE, evidence=encode(change)),
    )


@pytest.mark.parametrize("how", [{}, {"number": 7}, {"kind": ChangeKind.FIRST}])
def test_a_change_written_into_the_log_past_the_desk_gives_no_right(
    desk: SmallDesk, session: Session, how: dict[str, object]
) -> None:
    forge(desk, session, **how)

    again = desk.restarted()

    context = session.context
    told = again.refusal(
        STAFF_ID, EventKind.INVALIDATION, context.register, context.purpose, again.today
    )
    assert told is not None
    assert again.book(OWN.register).damaged


def test_a_change_that_is_not_in_the_log_s_tree_as_it_stands_gives_no_right(
    desk: SmallDesk, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a row was rewritten with the key: its entry no longer leads to the root."""
    honest = desk.log.prove
    monkeypatch.setattr(desk.log, "prove", lambda ref: replace(honest(ref), entry=b"[1,1,0]"))

    again = desk.restarted()

    context = session.context
    for act in (EventKind.SEARCH, EventKind.RIGHTS_CHANGE):
        told = again.refusal(
            session.holder.identity, act, context.register, context.purpose, again.today
        )
        assert told is not None
    assert RightsFault.UNREADABLE in {f.fault for f in again.findings(OWN.register)}
    assert again.any, "such a register is not empty: nobody can begin there as the first"


def test_an_attempt_that_failed_or_was_cut_short_changes_nothing(
    desk: SmallDesk, session: Session
) -> None:
    session.rights.grant(a_grant(session, Role.VIEWER))
    evidence = desk.newest(EventKind.RIGHTS_CHANGE).evidence
    later = json.dumps(json.loads(evidence) | {"number": 3})
    intent = Intent(EventKind.RIGHTS_CHANGE, session._ticket().actor, session.context)
    desk.log.record(intent, Outcome(Phase.FAILED, "KD-0000", evidence=later))
    desk.log.intend(intent)

    assert not desk.restarted().book(OWN.register).damaged


def test_who_may_not_is_refused_and_nothing_changes(desk: SmallDesk, session: Session) -> None:
    before = desk.rights.book(OWN.register)
    staff = desk.session(STAFF)

    with pytest.raises(RightMissing):
        staff.rights.grant(grant(STAFF_ID, Role.INVALIDATOR, register=OWN.register))
    with pytest.raises(RightMissing):
        staff.rights.overview()

    assert desk.rights.book(OWN.register) == before
    assert desk.newest(EventKind.RIGHTS_CHANGE).error_code == RightMissing.code


def test_nobody_grants_to_oneself_where_another_administers(session: Session) -> None:
    mine = right_of(session, session.holder.identity, Role.AUDITOR)
    session.rights.revoke(mine.grant.id, "koe")

    with pytest.raises(SelfGrant):
        session.rights.grant(replace(mine.grant, basis=DECISION))


def test_the_last_administrator_stays(desk: SmallDesk, session: Session) -> None:
    session.rights.revoke(right_of(session, SUBSTITUTE_ID, Role.ADMINISTRATOR).grant.id, "koe")
    mine = right_of(session, session.holder.identity, Role.ADMINISTRATOR)

    with pytest.raises(LastAdministrator):
        session.rights.revoke(mine.grant.id, "koe")

    assert desk.newest(EventKind.RIGHTS_CHANGE).error_code == LastAdministrator.code
    assert mine.grant.id in {r.grant.id for r in session.rights.overview().records}


def test_a_fault_in_a_grant_is_logged_as_failed_with_its_code(
    desk: SmallDesk, session: Session
) -> None:
    with pytest.raises(GrantInvalid):
        session.rights.grant(replace(a_grant(session, Role.VIEWER), name=""))

    assert desk.newest(EventKind.RIGHTS_CHANGE).error_code == GrantInvalid.code


@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(days=400)])
def test_while_the_clock_is_in_doubt_rights_are_not_changed_and_looking_goes_on(
    desk: SmallDesk, session: Session, jump: timedelta
) -> None:
    desk.clock.now += jump

    with pytest.raises(ClockJumped):
        session.rights.grant(a_grant(session, Role.VIEWER))
    search(session)

    assert desk.newest(EventKind.RIGHTS_CHANGE).error_code == ClockJumped.code


def test_an_expired_mandate_gives_nothing_from_the_day_after(
    desk: SmallDesk, session: Session
) -> None:
    ending = replace(a_grant(session, Role.INVALIDATOR), valid_to=desk.rights.today)
    given = session.rights.grant(ending)
    context, person = session.context, given.person
    rights, act = desk.rights, EventKind.INVALIDATION

    last, after = rights.today, rights.today + timedelta(1)
    assert rights.refusal(person, act, context.register, context.purpose, last) is None
    told = rights.refusal(person, act, context.register, context.purpose, after)
    assert told is Refusal.ENDED
    assert [e.record.grant.id for e in session.rights.overview().expiring] == [given.id]


def test_a_purpose_that_the_options_do_not_know_is_not_worked_for(session: Session) -> None:
    forged = replace(session.context.purpose, code="OMA", roles=frozenset())
    session.change_context(replace(session.context, purpose=forged))

    with pytest.raises(RightMissing) as caught:
        search(session)

    assert caught.value.fields["reason"] == Refusal.PURPOSE


def test_nobody_invalidates_to_answer_a_request(desk: SmallDesk, session: Session) -> None:
    answering = next(p for p in PURPOSES if p.code == "STANDIN-TIETOPYYNTO")
    session.change_context(replace(session.context, purpose=replace(answering, roles=frozenset())))

    assert session.refusal(EventKind.SEARCH) is None
    assert session.refusal(EventKind.INVALIDATION) is Refusal.PURPOSE


def test_two_persons_are_another_card_and_the_right_of_both(
    desk: SmallDesk, session: Session
) -> None:
    me, context, rights = session.holder.identity, session.context, desk.rights
    session.rights.set_two_persons(True)

    assert rights.needs_two(context.register)
    assert rights.may_confirm(me, me, context) is Refusal.SAME_PERSON
    assert rights.may_confirm(me, SUBSTITUTE_ID, context) is None
    assert rights.may_confirm(me, STAFF_ID, context) is Refusal.ROLE
    session.rights.revoke(right_of(session, me, Role.INVALIDATOR).grant.id, "koe")
    assert rights.may_confirm(me, SUBSTITUTE_ID, context) is Refusal.REVOKED


def test_a_file_of_rights_is_brought_in_whole_or_not_at_all(
    desk: SmallDesk, session: Session, tmp_path: Path
) -> None:
    table = a_table(session, tmp_path)
    good = table.read_text(encoding="utf-8")
    table.write_text(good + good.splitlines()[1].replace("viewer", "king") + "\n", "utf-8")
    before = desk.rights.book(OWN.register)

    with pytest.raises(RightsFileFault) as caught:
        session.rights.import_file(table)
    assert (caught.value.fields["row"], caught.value.fields["column"]) == (3, "role")
    assert desk.rights.book(OWN.register) == before

    table.write_text(good, encoding="utf-8")
    (given,) = session.rights.import_file(table)
    assert session.rights.overview().records[-1].grant == given


def test_what_is_exported_can_be_brought_into_an_empty_register(
    desk: SmallDesk, session: Session, tmp_path: Path
) -> None:
    path = session.rights.export(tmp_path / "rights.csv")
    book = desk.rights.book(OWN.register)

    read = read_table(path, replace(book, records=()), desk.rights.today)

    assert len(read.fresh) == len([r for r in book.records if r.revoked is None])
    assert session.rights.read_file(path).fresh == ()


def test_the_same_identifier_on_another_card_is_not_another_person(
    desk: SmallDesk, session: Session
) -> None:
    me = session.holder.identity
    other = Identity(me.value, IdentifierKind.ISSUED, IssuerFamily.SOTE)

    told = desk.rights.may_confirm(me, other, session.context)

    assert told is Refusal.SAME_PERSON


def test_while_the_log_cannot_be_read_nobody_has_a_right(
    desk: SmallDesk, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise LogUnavailable("log", "read")

    with monkeypatch.context() as patched:
        patched.setattr(desk.log, "search", broken)
        with pytest.raises(LogUnavailable):
            desk.rights.refresh()
        assert session.refusal(EventKind.SEARCH) is Refusal.NO_RIGHT

    desk.rights.refresh()
    assert session.refusal(EventKind.SEARCH) is None


def test_a_clock_set_back_before_the_sign_in_is_found_all_the_same(
    desk: SmallDesk, session: Session
) -> None:
    """The events of the sign-in itself have the wrong time too: the newest of all counts."""
    search(session)
    desk.clock.now -= timedelta(days=30)
    desk.gate.guard.set_right()
    again = desk.session()
    search(again)

    with pytest.raises(ClockJumped):
        again.rights.grant(a_grant(again, Role.VIEWER))

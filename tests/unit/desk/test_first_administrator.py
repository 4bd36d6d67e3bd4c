"""The first administrator, and rights that go in the middle of work, on the whole practice desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kanta_desk.deployment.run import WORKERS
from kanta_desk.desk.desk import Desk
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.planning import read_plan
from kanta_desk.errors import RegisterNotEmpty, RightMissing
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.events import EventFilter, EventKind
from kanta_desk.model.people import Role
from kanta_desk.model.rights import GrantState, Refusal
from kanta_desk.practice.organisation import OWN
from kanta_desk.practice.people import STAFF
from tests.helpers.practice import (
    PATIENCE,
    await_cards,
    holder_name,
    insert,
    practice_desk,
    sign_in,
)
from tests.helpers.rights import DECISION


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with practice_desk(tmp_path_factory.mktemp("practice")) as opened:
        yield opened


def have_in(desk: Desk, name: str) -> None:
    assert desk.practice is not None
    if name not in (desk.practice.inserted or ""):
        insert(desk, name)
    await_cards(desk, lambda state: name in holder_name(state))


def test_a_first_administrator_cannot_be_made_where_there_are_rights(desk: Desk) -> None:
    insert(desk, "Heikki")
    assert desk.practice is not None
    assert desk.practice.inserted is not None
    pin = desk.practice.pin(desk.practice.inserted)

    with pytest.raises(RegisterNotEmpty):
        desk.submit(Lane.CARD, desk.first_administrator, pin, OWN.register, DECISION).result(
            PATIENCE
        )

    assert pin == bytearray(len(pin))
    event = desk._log.search(EventFilter(kind=EventKind.RIGHTS_CHANGE), limit=1).events[0]
    assert (event.actor.user_id, event.error_code) == (
        STAFF.person.identifier,
        RegisterNotEmpty.code,
    )


def test_the_first_administrator_of_a_new_register_proves_the_card_and_has_that_role_alone(
    desk: Desk,
) -> None:
    have_in(desk, "Maija")
    assert desk.practice is not None
    assert desk.practice.inserted is not None
    new = replace(OWN.register, code=replace(OWN.register.code, value="2"))
    pin = desk.practice.pin(desk.practice.inserted)

    session = desk.submit(Lane.CARD, desk.first_administrator, pin, new, DECISION).result(PATIENCE)

    (record,) = session.rights.overview().records
    assert record.grant.role is Role.ADMINISTRATOR
    assert record.state(desk._rights.today) is GrantState.VALID
    assert pin == bytearray(len(pin))
    with pytest.raises(RightMissing):
        session.search(SearchCriteria(case_id="1"))


def test_who_administers_nothing_does_not_begin_another_controllers_register(desk: Desk) -> None:
    """A workstation in use is no first run: a card alone makes nobody an administrator there."""
    have_in(desk, "Heikki")
    assert desk.practice is not None
    assert desk.practice.inserted is not None
    pin = desk.practice.pin(desk.practice.inserted)
    other = replace(OWN.register, code=replace(OWN.register.code, value="9"))

    with pytest.raises(RightMissing) as caught:
        desk.submit(Lane.CARD, desk.first_administrator, pin, other, DECISION).result(PATIENCE)

    assert caught.value.fields["reason"] == Refusal.NOT_FIRST
    assert pin == bytearray(len(pin))
    assert not desk._rights.book(other).changes
    event = desk._log.search(EventFilter(kind=EventKind.RIGHTS_CHANGE, register=other.key), limit=1)
    assert event.events[0].error_code == RightMissing.code


def test_a_right_that_goes_in_the_middle_of_a_run_ends_it_there(desk: Desk) -> None:
    have_in(desk, "Maija")
    session = sign_in(desk)
    assert desk.practice_plan is not None
    plan = read_plan(desk.practice_plan)
    me = session.holder.identity
    mine = next(
        record
        for record in session.rights.overview().records
        if (record.grant.person, record.grant.role) == (me, Role.ARCHIVIST)
    )
    seen: list[int] = []

    def revoke(progress: object) -> None:
        seen.append(1)
        if len(seen) == 3:
            session.rights.revoke(mine.grant.id, "kesken")

    verdict = session.tests.run(plan, revoke)

    assert verdict.stopped_by == RightMissing.code
    assert len(seen) <= 3 + WORKERS  # what was under way came back

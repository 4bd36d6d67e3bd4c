"""Invented access logs: as believable as they are artificial."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest

from kanta_desk.deployment.workdays import is_working_day
from kanta_desk.model.events import EventKind, Phase
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.model.time import HELSINKI
from kanta_desk.practice.events import Part, Step, steps
from kanta_desk.practice.events_people import Draw, Population, artificial_hetu
from kanta_desk.practice.organisation import REGISTERS

FIRST, LAST = date(2024, 1, 1), date(2026, 11, 20)


@pytest.fixture(scope="module")
def people() -> Population:
    return Population.draw(7, users=40, clients=500, documents=4_000)


@pytest.fixture(scope="module")
def log(people: Population) -> list[Step]:
    return list(steps(people, REGISTERS, 7, 6_000, FIRST, LAST))


def test_the_same_seed_gives_the_same_log(people: Population, log: list[Step]) -> None:
    again = Population.draw(7, users=40, clients=500, documents=4_000)
    assert again.clients.items == people.clients.items
    other = list(steps(again, REGISTERS, 7, 6_000, FIRST, LAST))
    assert [(s.time, s.act.intent, s.act.outcome) for s in other] == [
        (s.time, s.act.intent, s.act.outcome) for s in log
    ]
    assert log[0].act.intent != next(steps(people, REGISTERS, 8, 10, FIRST, LAST)).act.intent


@pytest.mark.parametrize("count", [1, 2, 3, 100, 1_001])
def test_there_are_exactly_as_many_events_as_were_asked_for(people: Population, count: int) -> None:
    assert len(list(steps(people, REGISTERS, 3, count, FIRST, LAST))) == count


def test_events_come_in_order_of_time_within_the_period(log: list[Step]) -> None:
    times = [step.time for step in log]
    assert times == sorted(times)
    days = {moment.astimezone(HELSINKI).date() for moment in times}
    assert FIRST <= min(days) <= max(days) <= LAST


def test_every_intent_is_settled_by_its_outcome_after_it(log: list[Step]) -> None:
    open_acts = set()
    for step in log:
        if step.part is Part.INTENT:
            open_acts.add(step.act)
        elif step.part is Part.OUTCOME:
            open_acts.remove(step.act)
        assert step.act.outcome.phase is not Phase.INTENT
    assert not open_acts


def test_every_client_has_an_artificial_henkilotunnus_of_their_own(people: Population) -> None:
    numbers = [Henkilotunnus.parse(client.identifier) for client in people.clients.items]
    assert all(number.is_artificial for number in numbers)
    assert len(set(numbers)) == len(people.clients.items)


@pytest.mark.parametrize("woman", [True, False])
def test_the_individual_number_tells_the_sex(woman: bool) -> None:
    for draw in range(50):
        number = int(artificial_hetu(date(2001, 2, 3), woman, draw)[7:10])
        assert 900 <= number <= 999
        assert (number % 2 == 0) is woman


def test_all_documents_belong_to_clients(people: Population) -> None:
    assert sum(client.count for client in people.clients.items) == 4_000
    ends = [client.first + client.count for client in people.clients.items]
    assert [client.first for client in people.clients.items] == [0, *ends[:-1]]


def test_few_users_and_clients_make_most_of_the_events(log: list[Step]) -> None:
    users = Counter(step.act.intent.actor.user_id for step in log)
    busiest = sum(count for _, count in users.most_common(8))
    assert busiest > 0.35 * len(log)  # a fifth of the users
    clients = Counter(
        step.act.outcome.subject.client_id for step in log if step.act.outcome.subject
    )
    assert sum(n for _, n in clients.most_common(50)) > 0.4 * clients.total()  # a tenth


def test_a_document_is_opened_after_a_search_in_the_same_session(log: list[Step]) -> None:
    listed: set[tuple[str, str]] = set()
    for step in sorted(log, key=lambda step: step.time):
        session, subject = step.act.intent.actor.session_id, step.act.outcome.subject
        if step.act.intent.kind is EventKind.SEARCH and subject:
            listed |= {(session, oid) for oid in subject.documents}
        elif step.act.intent.kind is EventKind.VIEW:
            assert (session, step.act.intent.subject.document_oid) in listed


def test_a_session_begins_with_a_sign_in(log: list[Step]) -> None:
    first: dict[str, EventKind] = {}
    for step in log:
        first.setdefault(step.act.intent.actor.session_id, step.act.intent.kind)
    assert set(first.values()) == {EventKind.SIGN_IN}


def test_offices_work_on_working_days_and_homes_at_all_hours(
    people: Population, log: list[Step]
) -> None:
    at_all_hours = {u.identifier for u in people.users.items if u.unit.round_the_clock}
    local = [(s.time.astimezone(HELSINKI), s.act.intent.actor.user_id) for s in log]
    nights = {user for moment, user in local if moment.hour < 6}
    assert nights
    assert nights <= at_all_hours
    working = sum(is_working_day(moment.date()) for moment, _ in local)
    assert 0.85 < working / len(local) < 0.99


def test_most_acts_are_done_and_some_fail_with_a_code(log: list[Step]) -> None:
    ends = Counter(step.act.outcome.phase for step in log)
    assert ends[Phase.DONE] > 0.95 * len(log)
    assert ends[Phase.FAILED] > ends[Phase.UNKNOWN] > 0
    failed = [s.act.outcome for s in log if s.act.outcome.phase is Phase.FAILED]
    assert all(outcome.error_code.startswith("KD-") for outcome in failed)
    assert {s.act.outcome.error_code for s in log if s.act.outcome.phase is Phase.DONE} == {""}


def test_nothing_of_the_kinds_of_everyday_is_missing(log: list[Step]) -> None:
    kinds = {step.act.intent.kind for step in log}
    assert kinds >= {
        EventKind.SEARCH,
        EventKind.METADATA,
        EventKind.VERSIONS,
        EventKind.VIEW,
        EventKind.COMPARE,
        EventKind.EXPORT,
        EventKind.PRINT,
        EventKind.CLIPBOARD,
        EventKind.INVALIDATION,
        EventKind.LOG_SEARCH,
        EventKind.LOG_VIEW,
        EventKind.LOCK,
        EventKind.UNLOCK,
        EventKind.SIGN_OUT,
        EventKind.CONTEXT,
    }


def test_a_draw_follows_its_weights() -> None:
    random, draw = Random(1), Draw(("often", "never", "seldom"), (9, 0, 1))
    drawn = Counter(draw(random) for _ in range(5_000))
    assert drawn.keys() == {"often", "seldom"}
    assert 400 < drawn["seldom"] < 600

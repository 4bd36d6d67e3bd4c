"""Search, against a plain reading of the whole log."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.accesslog import columns
from kanta_desk.accesslog.lists import catch_up, rebuild
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.names import words_of
from kanta_desk.accesslog.reading import LogReader
from kanta_desk.accesslog.schema import DERIVED
from kanta_desk.model.event_details import NO_CLIENT
from kanta_desk.model.events import (
    Event,
    EventFilter,
    EventKind,
    EventRef,
    Outcome,
    Phase,
    Subject,
)
from kanta_desk.model.time import HELSINKI
from tests.helpers.events import (
    CONTEXT,
    DONE,
    MAIJA,
    PEKKA,
    PURPOSE,
    REGISTER,
    Clock,
    act,
    open_log,
)

MIDNIGHT = datetime(2027, 1, 1, tzinfo=UTC)
USERS = (MAIJA, PEKKA, replace(MAIJA, user_id="99900055566", user_name="Maija Virtanen"))
CLIENTS = (
    ("010181-900C", "Aino Mäkinen"),
    ("010594Y9032", "Eino Mäki-Virtanen"),
    ("020594X903P", "AINO ESIMERKKI"),
    ("020594X903P", "Aino Uusinimi"),
    ("", "Väinö Äijälä"),
    ("", ""),
)
UNITS = ("Kotihoito Itä", "Perhepalvelut", "")
OTHER = replace(REGISTER, code=replace(REGISTER.code, value="2"))
DOCUMENTS = ("1.2.1", "1.2.2", "1.2.3", "")


@pytest.fixture(scope="module", params=[columns.BLOCK, 16], ids=["no pieces", "pieces"])
def log(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[AccessLog]:
    """160 varied events of two registers over a turn of the year; the clock sometimes goes back."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(columns, "BLOCK", request.param)
        yield from _written(tmp_path_factory.mktemp("log"))


def _written(folder: Path) -> Iterator[AccessLog]:
    clock = Clock(MIDNIGHT - timedelta(hours=1))
    with closing(open_log(folder, clock)) as opened:
        number = 0
        while opened.head().size < 160:
            number += 1
            if number == 50:
                clock.now = MIDNIGHT
            if number % 11 == 0:
                clock.now -= timedelta(milliseconds=100)
            if number % 5 == 0:
                clock.step = timedelta() if clock.step else timedelta(milliseconds=7)
            client, name = CLIENTS[number % len(CLIENTS)]
            of_user = USERS[number % 7 % 3]
            intent = act(
                [EventKind.SEARCH, EventKind.VIEW, EventKind.EXPORT][number % 3],
                replace(of_user, unit_name=UNITS[number % 4 % 3], session_id=f"s{number // 20}"),
                client_id=client,
                client_name=name,
                document_oid=DOCUMENTS[number % len(DOCUMENTS)],
                documents=DOCUMENTS[: number % 3],
                client_flags=() if client or name else (NO_CLIENT,),
            )
            purpose = replace(PURPOSE, code="12") if number % 9 == 0 else PURPOSE
            register = OTHER if number % 8 == 0 else REGISTER
            intent = replace(intent, context=replace(CONTEXT, purpose=purpose, register=register))
            if number % 4 == 0:
                opened.record(intent, Outcome(Phase.FAILED, "KD-5001"))
                continue
            seq = opened.intend(intent)
            if number % 6:
                opened.settle(seq, replace(DONE, subject=Subject(documents=("1.2.9",))))
        yield opened


@pytest.fixture(scope="module")
def events(log: AccessLog) -> list[Event]:
    """All of them, newest first: by year, then time, then register and number."""
    found = []
    for tree in log.folder.trees():
        for seq in itertools.count(1):
            try:
                found.append(log.event(EventRef(tree.register, tree.year, seq)))
            except LookupError:
                break
    assert len({event.ref.tree for event in found}) == 4
    # By the clock that goes back.
    assert any(event.ref.year == 2027 and event.time < MIDNIGHT for event in found)
    return sorted(
        found, key=lambda e: (e.ref.year, e.time, e.ref.register, e.ref.seq), reverse=True
    )


def named(term: str, identifier: str, name: str) -> bool:
    """The plain meaning of a person's filter."""
    words = re.findall(r"\w+", name.lower())
    wanted = re.findall(r"\w+", term.lower())
    return term.strip() == identifier or (
        bool(wanted) and all(any(word.startswith(w) for word in words) for w in wanted)
    )


def matches(event: Event, asked: EventFilter) -> bool:
    """The plain meaning of a filter."""
    touched = {event.subject.document_oid, *event.subject.documents}
    return (
        (not asked.user or named(asked.user, event.actor.user_id, event.actor.user_name))
        and (
            not asked.client
            or named(asked.client, event.subject.client_id, event.subject.client_name)
        )
        and (not asked.document or asked.document in touched)
        and asked.kind in (None, event.kind)
        and asked.phase in (None, event.phase)
        and (asked.time_from is None or event.time >= asked.time_from)
        and (asked.time_to is None or event.time < asked.time_to)
        and asked.purpose in ("", event.purpose)
        and asked.session in ("", event.actor.session_id)
        and asked.register in ("", event.register_key)
        and (not asked.unit or named(asked.unit, event.actor.unit_name, event.actor.unit_name))
        and not any(matches(event, without) for without in asked.without)
    )


_moments = st.none() | st.builds(
    lambda microseconds: MIDNIGHT + timedelta(microseconds=microseconds),
    st.integers(-600_000, 600_000) | st.integers(-3_700_000_000, -3_500_000_000),
)
_one = {
    "user": st.sampled_from(["Maija Ark", "99900033344", "zz"]),
    "client": st.sampled_from(["010181-900C", "aino"]),
    "document": st.sampled_from(["1.2.1", "9"]),
    "kind": st.sampled_from([EventKind.SEARCH, EventKind.VIEW]),
    "phase": st.sampled_from(Phase),
    "purpose": st.sampled_from(["1", "12", "3"]),
    "unit": st.sampled_from(["kotihoito", "perhe", "zz"]),
    "session": st.sampled_from(["s1", "s2", "zz"]),
    "time_from": st.just(MIDNIGHT),
}
_without = st.sampled_from(sorted(_one)).flatmap(
    lambda name: st.builds(lambda value: EventFilter(**{name: value}), _one[name])
)
_few = st.lists(st.sampled_from(sorted(_one)), max_size=2, unique=True).flatmap(
    lambda names: st.builds(EventFilter, **{name: _one[name] for name in names})
)
_many = st.builds(
    EventFilter,
    purpose=st.sampled_from(["", "", "1", "12", "3"]),
    unit=st.sampled_from(["", "", "kotihoito", "Perhepalvelut", "itä koti", "zz"]),
    session=st.sampled_from(["", "", "", "s1", "s4", "zz"]),
    register=st.sampled_from(["", "", REGISTER.key, OTHER.key, "1.2/9"]),
    without=st.lists(_without, max_size=2).map(tuple),
    user=st.sampled_from(
        ["", "99900011122", "maija", "Maija Ark", "äijä mäki", "virtanen maija", "zz", "%", "_"]
    ),
    client=st.sampled_from(
        ["", "010181-900C", "010181", "mäki", "Mäki-Virt", "aino", "020594X903P", "väinö", "'"]
    ),
    document=st.sampled_from(["", "1.2.1", "1.2.2", "1.2.9", "1.2", "9"]),
    kind=st.none() | st.sampled_from([EventKind.SEARCH, EventKind.VIEW, EventKind.PRINT]),
    phase=st.none() | st.sampled_from(Phase),
    time_from=_moments,
    time_to=_moments,
)  # fmt: skip
_filters = _few | _many


@given(_filters, st.integers(1, 40))
def test_pages_hold_what_a_plain_reading_finds_in_the_same_order(
    log: AccessLog, events: list[Event], asked: EventFilter, limit: int
) -> None:
    expected = [event for event in events if matches(event, asked)]

    page = log.search(asked, limit=limit)
    found = list(page.events)
    while page.before is not None:
        assert len(page.events) == limit
        page = log.search(asked, before=page.before, limit=limit)
        found += page.events

    assert found == expected
    assert log.count(asked) == len(expected)


def test_the_filters_of_the_test_find_something_each(events: list[Event]) -> None:
    for asked in (
        EventFilter(user="virtanen maija"),
        EventFilter(user="äijä mäki"),
        EventFilter(client="Mäki-Virt"),
        EventFilter(client="väinö"),
        EventFilter(document="1.2.9"),
        EventFilter(phase=Phase.INTENT, client="020594X903P", time_from=MIDNIGHT),
    ):
        assert any(matches(event, asked) for event in events), asked


def test_a_full_last_page_is_the_last(log: AccessLog) -> None:
    total = log.count(EventFilter())

    assert log.search(EventFilter(), limit=total).before is None
    assert log.search(EventFilter(), limit=total - 1).before is not None


def test_a_page_continues_where_it_stood_though_events_were_added(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    clock = Clock()
    with closing(open_log(tmp_path_factory.mktemp("log"), clock)) as log:
        for number in range(6):
            log.record(act(document_oid=f"1.2.{number}"), DONE)
        found = log.look(EventFilter(), limit=3)
        clock.now -= timedelta(days=1)  # so that new events are older than those of the page
        log.record(act(), DONE)
        log.record(replace(act(), context=replace(CONTEXT, register=OTHER)), DONE)

        second = log.search(EventFilter(), before=found.first.before, limit=9, upto=found.upto)

    assert found.total == 7
    assert [event.seq for event in (*found.first.events, *second.events)] == [7, 6, 5, 4, 3, 2, 1]


@given(_filters)
def test_facets_share_out_exactly_what_matches(
    log: AccessLog, events: list[Event], asked: EventFilter
) -> None:
    expected = [event for event in events if matches(event, asked)]
    facets = log.facets(asked)

    assert facets.total == len(expected)
    for shares, of in (
        (facets.kinds, lambda e: e.kind.value),
        (facets.phases, lambda e: e.phase.value),
        (facets.users, lambda e: e.actor.user_id),
        (facets.units, lambda e: e.actor.unit_name),
        (facets.purposes, lambda e: e.purpose),
        (facets.months, lambda e: f"{e.time.astimezone(HELSINKI):%Y-%m}"),
    ):
        counts = Counter(of(event) for event in expected)
        assert {share.key: share.count for share in shares} == counts
    assert [s.count for s in facets.users] == sorted((s.count for s in facets.users), reverse=True)
    assert (
        "Maija Arkistonhoitaja" in {share.name for share in facets.users} or asked != EventFilter()
    )


@given(_filters, st.integers(-3_700_000, 600_000))
def test_a_page_can_begin_at_any_time(
    log: AccessLog, events: list[Event], asked: EventFilter, milliseconds: int
) -> None:
    moment = MIDNIGHT + timedelta(milliseconds=milliseconds)
    newer = [e for e in events if matches(e, asked) and e.time >= moment]
    expected = [e for e in events if matches(e, asked)]

    before = log.before_time(asked, moment)

    assert before == (newer[-1].ref if newer else None)
    if before is not None:
        rest = expected[expected.index(newer[-1]) + 1 :]
        assert log.search(asked, before=before, limit=5).events == tuple(rest[:5])


def test_the_lists_of_the_search_are_what_the_entries_give(log: AccessLog) -> None:
    for tree in log.folder.trees():
        with closing(log.folder.writer(tree)) as connection:
            connection.execute("BEGIN")
            catch_up(connection)
            columns.put_together(connection)  # how it was cut depends on when it was written
            kept = {
                table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in DERIVED
            }
            rebuild(connection)
            for table, rows in kept.items():
                assert sorted(connection.execute(f"SELECT * FROM {table}")) == sorted(rows), table
            connection.execute("ROLLBACK")
            assert all(kept.values())


def test_a_name_finds_the_person_under_every_name_that_was_used(log: AccessLog) -> None:
    both = log.search(EventFilter(client="020594X903P"), limit=200)
    new = log.search(EventFilter(client="uusinimi"), limit=200)

    assert {event.subject.client_name for event in both.events} == {
        "AINO ESIMERKKI",
        "Aino Uusinimi",
    }
    assert new == both


def test_letters_matter_in_names_and_case_does_not() -> None:
    assert words_of("MÄKINEN-Äijälä, Anna  mäkinen") == ["mäkinen", "äijälä", "anna"]
    assert words_of("A\u0308ija") == ["äija"]
    assert words_of(" - ") == []


@pytest.mark.parametrize("upto", [False, True], ids=["whole", "as it was"])
def test_what_is_found_without_the_columns_is_what_they_find(log: AccessLog, upto: bool) -> None:
    """Of a document, session or client the first search reads no columns; the next ones do."""
    month = {"time_from": MIDNIGHT - timedelta(minutes=30), "time_to": MIDNIGHT}
    some = [{"document": "1.2.2"}, {"session": "s3"}, {"client": "010181-900C"}]
    more: list[dict[str, Any]] = [
        {}, {"user": MAIJA.user_id}, {"kind": EventKind.VIEW}, {"unit": "koti"}, month,
        {"phase": Phase.FAILED}, {"register": OTHER.key}, {"client": "aino"},
    ]  # fmt: skip
    head = log.head() if upto else None
    for one, other in itertools.product(some, more):
        asked = EventFilter(**{**one, **other})
        fresh = LogReader(log.folder)
        with closing(fresh._readers):
            cold = (
                fresh.search(asked, limit=7, upto=head),
                fresh.facets(asked),
                fresh.before_time(asked, MIDNIGHT, upto=head),
            )
        log.count(EventFilter())
        assert cold == (
            log.search(asked, limit=7, upto=head),
            log.facets(asked),
            log.before_time(asked, MIDNIGHT, upto=head),
        )

"""Search, against a plain reading of the whole log."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.names import words_of
from kanta_desk.model.events import (
    Event,
    EventFilter,
    EventKind,
    Outcome,
    Phase,
    Subject,
)
from tests.helpers.events import DONE, MAIJA, PEKKA, Clock, act, open_log

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
DOCUMENTS = ("1.2.1", "1.2.2", "1.2.3", "")


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AccessLog]:
    """160 varied events over a turn of the year, on a clock that sometimes goes back."""
    clock = Clock(MIDNIGHT - timedelta(hours=1))
    with closing(open_log(tmp_path_factory.mktemp("log"), clock)) as opened:
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
            intent = act(
                [EventKind.SEARCH, EventKind.VIEW, EventKind.EXPORT][number % 3],
                USERS[number % 7 % 3],
                client_id=client,
                client_name=name,
                document_oid=DOCUMENTS[number % len(DOCUMENTS)],
                documents=DOCUMENTS[: number % 3],
            )
            if number % 4 == 0:
                opened.record(intent, Outcome(Phase.FAILED, "KD-5001"))
                continue
            seq = opened.intend(intent)
            if number % 6:
                opened.settle(seq, replace(DONE, subject=Subject(documents=("1.2.9",))))
        yield opened


@pytest.fixture(scope="module")
def events(log: AccessLog) -> list[Event]:
    """All of them, newest first: by file, then time, then number."""
    found = [log.event(seq) for seq in range(1, log.head().size + 1)]
    turn = min(event.seq for event in found if event.time >= MIDNIGHT)
    assert any(event.time < MIDNIGHT for event in found[turn:])  # by the clock that goes back
    return sorted(found, key=lambda e: (e.seq >= turn, e.time, e.seq), reverse=True)


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
    )


_moments = st.none() | st.builds(
    lambda microseconds: MIDNIGHT + timedelta(microseconds=microseconds),
    st.integers(-600_000, 600_000) | st.integers(-3_700_000_000, -3_500_000_000),
)
_filters = st.builds(
    EventFilter,
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


@given(_filters, st.integers(1, 40))
def test_pages_hold_what_a_plain_reading_finds_in_the_same_order(
    log: AccessLog, events: list[Event], asked: EventFilter, limit: int
) -> None:
    expected = [event for event in events if matches(event, asked)]

    page = log.search(asked, limit=limit)
    found = list(page.events)
    while page.before is not None:
        assert page.total == len(expected)
        assert len(page.events) == limit
        page = log.search(asked, before=page.before, limit=limit)
        found += page.events

    assert found == expected
    assert page.total == len(expected)


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
    total = log.search(EventFilter()).total

    assert log.search(EventFilter(), limit=total).before is None
    assert log.search(EventFilter(), limit=total - 1).before is not None


def test_a_page_continues_where_it_stood_though_events_were_added(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with closing(open_log(tmp_path_factory.mktemp("log"))) as log:
        for number in range(6):
            log.record(act(document_oid=f"1.2.{number}"), DONE)
        first = log.search(EventFilter(), before=log.head().size + 1, limit=3)
        log.record(act(), DONE)

        second = log.search(EventFilter(), before=first.before, limit=3)

    assert [event.seq for event in (*first.events, *second.events)] == [6, 5, 4, 3, 2, 1]


def test_a_client_is_found_under_each_name_that_was_used_at_the_time(log: AccessLog) -> None:
    both = log.search(EventFilter(client="020594X903P"), limit=200)
    new = log.search(EventFilter(client="uusinimi"), limit=200)

    assert {event.subject.client_name for event in both.events} == {
        "AINO ESIMERKKI",
        "Aino Uusinimi",
    }
    assert {event.subject.client_name for event in new.events} == {"Aino Uusinimi"}


def test_letters_matter_in_names_and_case_does_not() -> None:
    assert words_of("MÄKINEN-Äijälä, Anna  mäkinen") == ["mäkinen", "äijälä", "anna"]
    assert words_of("A\u0308ija") == ["äija"]
    assert words_of(" - ") == []

"""The query language of the access log, in three languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.errors import QueryUnreadable
from kanta_desk.model.events import EVENT_NAMES, PHASE_NAMES, EventFilter, EventKind, Phase
from kanta_desk.model.logquery import (
    MAX_CONDITIONS,
    MAX_LENGTH,
    Condition,
    LogQuery,
    Span,
    completions,
    parse_query,
    query_of,
)
from kanta_desk.model.terms.query_words import KEYWORDS, LogField
from kanta_desk.model.text import Language

TODAY = date(2026, 11, 22)
MARCH = date(2026, 3, 1)


def read(typed: str) -> list[Condition]:
    return list(parse_query(typed, TODAY).conditions)


def fault(typed: str) -> tuple[int, str]:
    with pytest.raises(QueryUnreadable) as told:
        parse_query(typed, TODAY)
    return told.value.fields["column"], told.value.fields["reason"]  # type: ignore[return-value]


def test_a_kind_or_phase_of_a_later_version_is_found_by_its_code() -> None:
    query = parse_query('tyyppi:=TULEVA_LAJI -vaihe:"=kesken jäi"', TODAY)
    kind, phase = query.conditions

    assert (kind.value, phase.value) == (EventKind("TULEVA_LAJI"), Phase("kesken jäi"))
    for language in Language:
        assert parse_query(query.written(language), TODAY).conditions[0].value == kind.value
    with pytest.raises(QueryUnreadable):
        parse_query("tyyppi:=", TODAY)


def test_conditions_stand_side_by_side() -> None:
    assert read("käyttäjä:mattila tyyppi:mitätöinti -vaihe:aie  liisa") == [
        Condition(LogField.USER, "mattila"),
        Condition(LogField.KIND, EventKind.INVALIDATION),
        Condition(LogField.PHASE, Phase.INTENT, negated=True),
        Condition(LogField.ANY, "liisa"),
    ]


@pytest.mark.parametrize(
    "typed",
    ["tyyppi:tulostus", "typ:utskrift", "type:print", "TYYPPI:Print", "typ:TULOSTUS", "type:prin"],
)
def test_every_language_is_understood_at_once(typed: str) -> None:
    assert read(typed) == [Condition(LogField.KIND, EventKind.PRINT)]


def test_a_value_with_spaces_and_quotes() -> None:
    assert read('käyttäjä:"Matti ""Masa"" Mattila"') == [
        Condition(LogField.USER, 'Matti "Masa" Mattila')
    ]
    assert read('-"Matti Mattila"') == [Condition(LogField.ANY, "Matti Mattila", negated=True)]


def test_an_identity_code_and_an_oid_are_plain_values() -> None:
    assert read("asiakas:010181-900C asiakirja:1.2.246.10.1.2") == [
        Condition(LogField.CLIENT, "010181-900C"),
        Condition(LogField.DOCUMENT, "1.2.246.10.1.2"),
    ]


def day(year: int, month: int, at: int) -> date:
    return date(year, month, at)


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("2026", Span(day(2026, 1, 1), day(2026, 12, 31))),
        ("2024-02", Span(day(2024, 2, 1), day(2024, 2, 29))),
        ("2026-03..2026-05", Span(day(2026, 3, 1), day(2026, 5, 31))),
        ("1.3.2026..", Span(day(2026, 3, 1), None)),
        ("..2026", Span(None, day(2026, 12, 31))),
        ("tänään", Span(TODAY, TODAY)),
        ("igår..idag", Span(day(2026, 11, 21), TODAY)),
        ("yesterday", Span(day(2026, 11, 21), day(2026, 11, 21))),
        ("2026-03-01T08:00", Span(MARCH, MARCH, time(8), time(8, 0, 59))),
        ("1.3.2026t8.00.30", Span(MARCH, MARCH, time(8, 0, 30), time(8, 0, 30))),
        ('"1.3.2026 klo 8.00"', Span(MARCH, MARCH, time(8), time(8, 0, 59))),
        ('"1.3.2026 kl. 8.00..9.3.2026"', Span(MARCH, day(2026, 3, 9), time(8), None)),
        ("2026-03-01T8:00..9:30", Span(MARCH, MARCH, time(8), time(9, 30, 59))),
        ("..eilenT16:00", Span(None, day(2026, 11, 21), None, time(16, 0, 59))),
        ("yesterdayT16:00..todayT8:00", Span(day(2026, 11, 21), TODAY, time(16), time(8, 0, 59))),
        ("08:00..09:00", Span(TODAY, TODAY, time(8), time(9, 0, 59))),
    ],
)
def test_times_are_days_months_years_and_spans(typed: str, span: Span) -> None:
    assert read(f"aika:{typed}") == [Condition(LogField.TIME, span)]


def test_a_clock_time_counts_in_whole() -> None:
    span = Span(MARCH, MARCH, time(8), time(9, 30, 59))
    assert span.time_from == datetime(2026, 3, 1, 6, tzinfo=UTC)
    assert span.time_to == datetime(2026, 3, 1, 7, 31, tzinfo=UTC)


def test_an_hour_that_comes_twice_is_meant_both_times() -> None:
    autumn = day(2026, 10, 25)
    span = Span(autumn, autumn, time(3, 30), time(3, 30, 59))
    assert span.time_from == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert span.time_to == datetime(2026, 10, 25, 1, 31, tzinfo=UTC)


def test_a_day_is_helsinki_s() -> None:
    span = Span(day(2026, 3, 29), day(2026, 3, 29))  # the day that has 23 hours
    assert span.time_from == datetime(2026, 3, 28, 22, tzinfo=UTC)
    assert span.time_to == datetime(2026, 3, 29, 21, tzinfo=UTC)
    assert Span(None, None).time_from is None


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("kuka:mattila", (1, "keyword")),
        ("liisa -kuka:mattila", (8, "keyword")),
        ("tyyppi:hölmöily", (8, "act")),
        ("tyyppi:k", (8, "act unclear")),
        ("vaihe:", (7, "empty")),
        ("vaihe:ehkä", (7, "phase")),
        ("aika:eilinen", (6, "time")),
        ("aika:30.2.2026", (6, "time")),
        ("aika:2026-01..2026-13", (15, "time")),
        ("aika:2026..2025", (6, "span")),
        ("aika:..", (6, "empty")),
        ("aika:0000", (6, "time")),
        ("aika:9999-12-31", (6, "time")),
        ("aika:0001", (6, "time")),
        ("aika:9999-12", (6, "time")),
        ("aika:2026-03-01T24:00", (6, "time")),
        ("aika:2026-03T08:00", (6, "time")),
        ("aika:2026-03-01T8:00..7:59", (6, "span")),
        ('liisa käyttäjä:"mattila tyyppi:haku', (16, "quote")),
        ('käyttäjä:"a""b', (10, "quote")),
        ('mattila"', (8, "quote")),
        ('käyttäjä:"mattila"liisa', (19, "value")),
        ('matt"ila"', (5, "value")),
        ('käyttäjä:""', (11, "empty")),
        ("-", (1, "value")),
        ("a " * 600, (MAX_LENGTH + 1, "length")),
    ],
)
def test_a_fault_names_its_place(typed: str, place: tuple[int, str]) -> None:
    assert fault(typed) == place


def test_too_many_conditions_are_refused() -> None:
    assert len(read("a " * MAX_CONDITIONS)) == MAX_CONDITIONS
    assert fault("a " * (MAX_CONDITIONS + 3)) == (2 * MAX_CONDITIONS + 1, "many")


def test_an_error_does_not_quote_what_was_typed() -> None:
    with pytest.raises(QueryUnreadable) as told:
        parse_query("hetu:010181-900C", TODAY)
    assert "010181" not in f"{told.value} {told.value.args}"


def asked(typed: str) -> EventFilter:
    return parse_query(typed, TODAY).filter("1.2/1")


def test_a_query_becomes_the_log_s_conditions() -> None:
    assert asked(
        "käyttäjä:matti käyttäjä:mattila tyyppi:katselu aika:2026 -vaihe:aie"
    ) == EventFilter(
        user="matti mattila",
        kind=EventKind.VIEW,
        time_from=datetime(2025, 12, 31, 22, tzinfo=UTC),
        time_to=datetime(2026, 12, 31, 22, tzinfo=UTC),
        register="1.2/1",
        without=(EventFilter(phase=Phase.INTENT),),
    )


def test_two_spans_meet_in_what_both_allow() -> None:
    assert asked("aika:2026 aika:1.3.2026..") == asked("aika:1.3.2026..31.12.2026")


def test_a_time_can_be_left_out() -> None:
    march = asked("-aika:2026-03").without
    assert march == (
        EventFilter(
            time_from=datetime(2026, 2, 28, 22, tzinfo=UTC),
            time_to=datetime(2026, 3, 31, 21, tzinfo=UTC),
        ),
    )


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("-aika:2026-04..", "aika:..2026-03"),
        ("-aika:..2026-03", "aika:2026-04.."),
        ("aika:2026 -aika:..2026-03 -aika:2026-06-01T12:00..", "aika:2026-04..2026-06-01T11:59"),
    ],
)
def test_a_time_left_out_with_an_open_end_is_the_rest(typed: str, same: str) -> None:
    assert asked(typed) == asked(same)


@pytest.mark.parametrize(
    "typed", ["aika:2026", "aika:2026-03-01T08:00..", "aika:..2026-03-01T08:00:30", "aika:tänään"]
)
def test_fields_and_line_keep_the_same_time(typed: str) -> None:
    assert query_of(asked(typed)).filter("1.2/1") == asked(typed)


def test_a_bare_word_is_a_user_or_a_client() -> None:
    user, client = EventFilter(user="liisa"), EventFilter(client="liisa")
    assert asked("liisa").without == (EventFilter(without=(user, client)),)
    assert asked("-liisa").without == (user, client)


def test_what_can_have_one_value_is_named_once() -> None:
    assert fault_of_filter("tyyppi:katselu tyyppi:tulostus") == (16, "twice")
    assert fault_of_filter("asiakas:liisa tänään asiakas:kalle") == (22, "twice")
    assert asked("tyyppi:katselu type:view").kind is EventKind.VIEW


def fault_of_filter(typed: str) -> tuple[object, object]:
    with pytest.raises(QueryUnreadable) as told:
        asked(typed)
    return told.value.fields["column"], told.value.fields["reason"]


def test_keywords_have_one_meaning_in_all_languages() -> None:
    meanings: dict[str, set[LogField]] = {}
    for field, text in KEYWORDS.items():
        for name in (text.fi, text.sv, text.en):
            meanings.setdefault(name.casefold(), set()).add(field)
    assert all(len(fields) == 1 for fields in meanings.values())


def test_completion_offers_keywords_then_their_values() -> None:
    assert completions("käyttäjä:mattila as", Language.FI) == ("asiakas:", "asiakirja:")
    assert completions("", Language.SV) == tuple(
        sorted(f"{text.sv}:" for text in KEYWORDS.values())
    )
    assert completions("-typ:mak", Language.SV) == ("-typ:Makulering", "-typ:Makuleringsplan")
    assert completions("vaihe:ei", Language.FI) == ('vaihe:"ei tiedossa"',)
    assert completions("aika:", Language.FI) == ("aika:eilen", "aika:tänään")
    assert completions("käyttäjä:ma", Language.FI) == ()


@pytest.mark.parametrize("language", list(Language))
def test_every_completion_can_be_read(language: Language) -> None:
    for key in completions("", language):
        for piece in completions(key, language):
            assert len(read(piece)) == 1


values = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=20).filter(
    lambda text: bool(text.strip())
)
days = st.dates(date(1950, 1, 1), date(2500, 1, 1))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first, last = sorted((draw(days), draw(days)))
    year = Span(date(first.year, 1, 1), date(first.year, 12, 31))
    shapes = [Span(first, last), Span(first, first), Span(None, last), Span(first, None), year]
    span = draw(st.sampled_from(shapes))
    clocks = st.none() | st.times().map(lambda clock: clock.replace(microsecond=0))
    since = draw(clocks) if span.first else None
    until = draw(clocks) if span.last else None
    if span.first == span.last and since and until:
        since, until = sorted((since, until))
    return replace(span, since=since, until=until)


free = [LogField.ANY, LogField.USER, LogField.CLIENT, LogField.DOCUMENT, LogField.PURPOSE,
        LogField.UNIT, LogField.SESSION]  # fmt: skip
conditions = st.one_of(
    st.builds(Condition, st.sampled_from(free), values, st.booleans()),
    st.builds(Condition, st.just(LogField.KIND), st.sampled_from(list(EVENT_NAMES)), st.booleans()),
    st.builds(
        Condition, st.just(LogField.PHASE), st.sampled_from(list(PHASE_NAMES)), st.booleans()
    ),
    st.builds(Condition, st.just(LogField.TIME), spans(), st.booleans()),
)


@given(st.lists(conditions, max_size=8), st.sampled_from(list(Language)))
def test_what_is_written_reads_back_as_the_same(
    wanted: list[Condition], language: Language
) -> None:
    query = LogQuery(tuple(wanted))
    assert parse_query(query.written(language), TODAY) == query


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(typed: str) -> None:
    try:
        query = parse_query(typed, TODAY)
    except QueryUnreadable as error:
        column = int(str(error.fields["column"]))
    else:
        column = 1
        assert parse_query(query.written(Language.FI), TODAY) == query
    assert 1 <= column <= len(typed) + 1

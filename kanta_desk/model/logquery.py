"""The query language of the access log: ``käyttäjä:mattila tyyppi:mitätöinti -vaihe:aie``.

Conditions stand side by side and must all hold. Each is ``keyword:value``, with ``-`` before it
for "not"; a value with spaces is put in quotes, and a quote inside one is doubled. Keywords and the
names of acts and phases are understood in Finnish, Swedish and English at once, whatever the
language of the window. A bare word is looked for in the names of users and clients. Times are days,
months and years, or a span of them: ``aika:2026``, ``aika:2026-03..2026-05``, ``aika:1.3.2026..``,
``aika:tänään``; both ends count in, as Helsinki sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from typing import TypeVar

from kanta_desk.errors import InputError, QueryUnreadable
from kanta_desk.model.events import EVENT_NAMES, PHASE_NAMES, EventFilter, EventKind, Phase
from kanta_desk.model.terms.query_words import KEYWORDS, TODAY, YESTERDAY, LogField
from kanta_desk.model.text import Language, Text
from kanta_desk.model.time import HELSINKI, from_finnish_date

E = TypeVar("E", bound=StrEnum)

MAX_LENGTH = 1000
MAX_CONDITIONS = 32
_PIECE = re.compile(
    r"""(?P<no>-)? (?:(?P<key>[^\W\d_]+):)? (?:"(?P<quoted>(?:[^"]|"")*)" | (?P<plain>[^\s"]+))""",
    re.VERBOSE,
)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both in; None where the span is open."""

    first: date | None
    last: date | None

    @property
    def time_from(self) -> datetime | None:
        """When the first day begins in Helsinki, aware."""
        return None if self.first is None else _midnight(self.first)

    @property
    def time_to(self) -> datetime | None:
        """When the day after the last begins in Helsinki, aware: the span ends before it."""
        return None if self.last is None else _midnight(self.last + timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition. ``value`` is a text, or for some fields a value of its own kind."""

    field: LogField
    value: str | EventKind | Phase | Span
    negated: bool = False


@dataclass(frozen=True, slots=True)
class LogQuery:
    """All conditions, in the order in which they were typed; none matches everything."""

    conditions: tuple[Condition, ...] = ()

    def of(self, field: LogField, *, negated: bool = False) -> Iterator[Condition]:
        """The conditions about a field."""
        return (c for c in self.conditions if c.field is field and c.negated == negated)

    def filter(self, register: str = "") -> EventFilter:
        """The query as the log is asked, in a register.

        Raises:
            QueryUnreadable: if two conditions that must both hold can name one value only.
        """
        asked = EventFilter(
            user=self._text(LogField.USER, joined=True),
            client=self._text(LogField.CLIENT),
            document=self._text(LogField.DOCUMENT),
            kind=self._member(LogField.KIND, EventKind),
            phase=self._member(LogField.PHASE, Phase),
            register=register,
            purpose=self._text(LogField.PURPOSE),
            unit=self._text(LogField.UNIT, joined=True),
            session=self._text(LogField.SESSION),
            without=(*self._refused(), *self._named()),
        )
        spans = [c.value for c in self.of(LogField.TIME) if isinstance(c.value, Span)]
        begins = [span.time_from for span in spans if span.time_from is not None]
        ends = [span.time_to for span in spans if span.time_to is not None]
        return replace(asked, time_from=max(begins, default=None), time_to=min(ends, default=None))

    def _text(self, field: LogField, *, joined: bool = False) -> str:
        values = list(dict.fromkeys(str(c.value) for c in self.of(field)))
        if len(values) > 1 and not joined:
            raise QueryUnreadable(1, "twice")
        return " ".join(values)

    def _member(self, field: LogField, kind: type[E]) -> E | None:
        values = {c.value for c in self.of(field) if isinstance(c.value, kind)}
        if len(values) > 1:
            raise QueryUnreadable(1, "twice")
        return values.pop() if values else None

    def _refused(self) -> Iterator[EventFilter]:
        """What must not be met: each condition with its sign taken away."""
        for condition in self.conditions:
            if condition.negated and condition.field is not LogField.ANY:
                yield LogQuery((replace(condition, negated=False),)).filter()
            elif condition.negated:
                yield EventFilter(user=str(condition.value))
                yield EventFilter(client=str(condition.value))

    def _named(self) -> Iterator[EventFilter]:
        """A bare word: the user or the client. The log joins by AND, so "not neither" says it."""
        for condition in self.of(LogField.ANY):
            name = str(condition.value)
            neither = (EventFilter(user=name), EventFilter(client=name))
            yield EventFilter(without=neither)

    def written(self, language: Language) -> str:
        """The query as one would type it in ``language``; reads back as the same query."""
        return " ".join(_written(condition, language) for condition in self.conditions)


def query_of(conditions: EventFilter) -> LogQuery:
    """The query that asks for the same, so that fields and line can be in step.

    ``without`` is left out, as is the register: neither has a field. Times are taken as whole days.
    """
    said: list[Condition] = [
        Condition(field, value)
        for field, value in (
            (LogField.USER, conditions.user),
            (LogField.CLIENT, conditions.client),
            (LogField.DOCUMENT, conditions.document),
            (LogField.KIND, conditions.kind),
            (LogField.PHASE, conditions.phase),
            (LogField.PURPOSE, conditions.purpose),
            (LogField.UNIT, conditions.unit),
            (LogField.SESSION, conditions.session),
        )
        if value
    ]
    first, end = conditions.time_from, conditions.time_to
    if first or end:
        begins = first.astimezone(HELSINKI).date() if first else None
        last = (end.astimezone(HELSINKI) - timedelta(microseconds=1)).date() if end else None
        said.append(Condition(LogField.TIME, Span(begins, last)))
    return LogQuery(tuple(said))


def narrowed(query: LogQuery, condition: Condition) -> LogQuery:
    """The query with a condition in place of what it said of that field before."""
    kept = (c for c in query.conditions if c.field is not condition.field or c.negated)
    return LogQuery((*kept, condition))


def parse_query(typed: str, today: date) -> LogQuery:
    """Read a query. ``today`` is the day in Helsinki.

    Raises:
        QueryUnreadable: with the place (a column from 1), the reason, and what would have fitted.
    """
    if len(typed) > MAX_LENGTH:
        raise QueryUnreadable(MAX_LENGTH + 1, "length")
    conditions: list[Condition] = []
    at = 0
    while at < len(typed):
        if typed[at].isspace():
            at += 1
            continue
        found = _PIECE.match(typed, at)
        ends = found is not None and (found.end() == len(typed) or typed[found.end()].isspace())
        if found is None or not ends:
            raise QueryUnreadable(at + 1, "quote" if '"' in typed[at:] else "value")
        conditions.append(_condition(found, today))
        at = found.end()
    if len(conditions) > MAX_CONDITIONS:
        raise QueryUnreadable(at, "many")
    return LogQuery(tuple(conditions))


def completions(typed: str, language: Language) -> tuple[str, ...]:
    """What the last piece of a query could become: keywords, or the values of a keyword that has
    a list of them. Whole pieces, ready to replace the one begun."""
    begun = "" if not typed or typed[-1].isspace() else typed.split()[-1]
    sign, begun = ("-", begun[1:]) if begun.startswith("-") else ("", begun)
    key, colon, value = begun.partition(":")
    if not colon:
        keys = sorted(text.of(language) for text in KEYWORDS.values())
        return tuple(f"{sign}{each}:" for each in keys if _folded(each).startswith(_folded(key)))
    names = {
        LogField.KIND: EVENT_NAMES.values(),
        LogField.PHASE: PHASE_NAMES.values(),
        LogField.TIME: (TODAY, YESTERDAY),
    }.get(_fields().get(_folded(key), LogField.ANY), ())
    said = sorted(text.of(language) for text in names)
    bare = _folded(value.lstrip('"'))
    return tuple(f"{sign}{key}:{_quoted(s)}" for s in said if _folded(s).startswith(bare))


def _condition(found: re.Match[str], today: date) -> Condition:
    negated = found["no"] is not None
    quoted = found["quoted"]
    text = found["plain"] if quoted is None else quoted.replace('""', '"')
    at = found.start("plain" if quoted is None else "quoted") + 1
    if not text.strip():
        raise QueryUnreadable(at, "empty")
    key = found["key"]
    if key is None:
        if quoted is None and text.endswith(":"):
            raise QueryUnreadable(found.end() + 1, "empty")
        if found.group() == "-":
            raise QueryUnreadable(at, "value")
        return Condition(LogField.ANY, text, negated)
    field = _fields().get(_folded(key))
    if field is None:
        raise QueryUnreadable(found.start("key") + 1, "keyword")
    match field:
        case LogField.KIND:
            return Condition(field, _one_of(text, EVENT_NAMES, at, "act"), negated)
        case LogField.PHASE:
            return Condition(field, _one_of(text, PHASE_NAMES, at, "phase"), negated)
        case LogField.TIME:
            if negated:
                raise QueryUnreadable(found.start() + 1, "not a time")
            return Condition(field, _span(text, today, at))
        case _:
            return Condition(field, text, negated)


def _one_of(typed: str, names: Mapping[E, Text], at: int, reason: str) -> E:
    """The member meant: by its whole name or code, else by the only one that begins so."""
    wanted = _folded(typed)
    begun: set[E] = set()
    for member, text in names.items():
        names_known = (member.value, member.name, text.fi, text.sv, text.en)
        known = {_folded(name) for name in names_known}
        if wanted in known:
            return member
        if any(name.startswith(wanted) for name in known):
            begun.add(member)
    if len(begun) != 1:
        raise QueryUnreadable(at, f"{reason} unclear" if begun else reason)
    return begun.pop()


def _span(text: str, today: date, at: int) -> Span:
    first, dots, last = text.partition("..")
    if not dots:
        return _days(first, today, at)
    begin = _days(first, today, at).first if first else None
    end = _days(last, today, at + len(first) + 2).last if last else None
    if begin is None and end is None:
        raise QueryUnreadable(at, "empty")
    if begin is not None and end is not None and end < begin:
        raise QueryUnreadable(at, "span")
    return Span(begin, end)


def _days(text: str, today: date, at: int) -> Span:
    """A day, a month or a year as its first and last day."""
    word = _folded(text)
    try:
        if word in _all(TODAY):
            return Span(today, today)
        if word in _all(YESTERDAY):
            day = today - timedelta(days=1)
            return Span(day, day)
        if found := _MONTH.fullmatch(text):
            first = date(int(found[1]), int(found[2]), 1)
            return Span(first, _last_of_month(first))
        if _YEAR.fullmatch(text):
            return Span(date(int(text), 1, 1), date(int(text), 12, 31))
        day = from_finnish_date(text)
        if not _FIRST_DAY <= day <= _LAST_DAY:
            raise ValueError
    except (ValueError, InputError):
        raise QueryUnreadable(at, "time") from None
    return Span(day, day)


_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(9000, 1, 1)


def _last_of_month(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _written(condition: Condition, language: Language) -> str:
    sign = "-" if condition.negated else ""
    match condition.value:
        case EventKind() as kind:
            said = _quoted(EVENT_NAMES[kind].of(language))
        case Phase() as phase:
            said = _quoted(PHASE_NAMES[phase].of(language))
        case Span() as span:
            said = _written_span(span)
        case text:
            said = _quoted(text)
    if condition.field is LogField.ANY:
        # A bare word that looks like a condition would read back as one.
        plain = said.startswith(('"', "-")) or ":" in said
        return sign + (f'"{said}"' if plain and not said.startswith('"') else said)
    return f"{sign}{KEYWORDS[condition.field].of(language)}:{said}"


def _written_span(span: Span) -> str:
    if span.first is not None and span.last is not None:
        if span.first == span.last:
            return span.first.isoformat()
        if (span.first.month, span.first.day, span.last) == (1, 1, date(span.first.year, 12, 31)):
            return f"{span.first:%Y}"
        if span.first.day == 1 and span.last == _last_of_month(span.first):
            return f"{span.first:%Y-%m}"
    first = "" if span.first is None else span.first.isoformat()
    last = "" if span.last is None else span.last.isoformat()
    return f"{first}..{last}"


def _quoted(text: str) -> str:
    bare = not any(char.isspace() or char == '"' for char in text)
    return text if bare else '"' + text.replace('"', '""') + '"'


@cache
def _fields() -> Mapping[str, LogField]:
    return {name: field for field, text in KEYWORDS.items() for name in _all(text)}


def _all(text: Text) -> frozenset[str]:
    return frozenset(_folded(each) for each in (text.fi, text.sv, text.en))


def _folded(text: str) -> str:
    return text.casefold()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), HELSINKI).astimezone(UTC)

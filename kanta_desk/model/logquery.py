"""The query language of the access log: ``käyttäjä:mattila tyyppi:mitätöinti -vaihe:aie``.

Conditions stand side by side and must all hold. Each is ``keyword:value``, with ``-`` before it
for "not"; a value with spaces is put in quotes, and a quote inside one is doubled. Keywords and the
names of acts and phases are understood in Finnish, Swedish and English at once, whatever the
language of the window. A bare word is looked for in the names of users and clients. Times are days,
months and years, days with a clock time, or a span of them (``model.logquery_time``):
``aika:2026-03..2026-05``, ``aika:1.3.2026..``, ``aika:2026-03-01T08:00..10:00``; both ends count
in, as Helsinki sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as a_field
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TypeVar

from kanta_desk.errors import QueryUnreadable
from kanta_desk.model.events import EVENT_NAMES, PHASE_NAMES, EventFilter, EventKind, Phase
from kanta_desk.model.logquery_time import Span, read_span, span_of, written_span
from kanta_desk.model.terms.query_words import KEYWORDS, TODAY, YESTERDAY, LogField
from kanta_desk.model.text import Language, Text

__all__ = ["Condition", "LogQuery", "Span", "completions", "narrowed", "parse_query", "query_of"]

E = TypeVar("E", bound=StrEnum)

MAX_LENGTH = 1000
MAX_CONDITIONS = 32
_PIECE = re.compile(
    r"""(?P<no>-)? (?:(?P<key>[^\W\d_]+):)? (?:"(?P<quoted>(?:[^"]|"")*)" | (?P<plain>[^\s"]+))""",
    re.VERBOSE,
)
_HEAD = re.compile(r"-? (?:[^\W\d_]+:)?", re.VERBOSE)
_QUOTED = re.compile(r'"(?:[^"]|"")*+"')


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition. ``value`` is a text, or for some fields a value of its own kind.

    ``at`` is the column, from 1, where it was typed; it makes no two conditions different.
    """

    field: LogField
    value: str | EventKind | Phase | Span
    negated: bool = False
    at: int = a_field(default=1, compare=False, repr=False)


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
            QueryUnreadable: if two conditions that must both hold can name one value only; the
                place is the second's.
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
        spans = self._spans(negated=False)
        begins = [span.time_from for span in spans]
        ends = [span.time_to for span in spans]
        # Of a time that must not be and is open at one end, what is left is found the sooner.
        for span in self._spans(negated=True):
            if span.is_open:
                begins.append(span.time_to)
                ends.append(span.time_from)
        return replace(
            asked,
            time_from=max(filter(None, begins), default=None),
            time_to=min(filter(None, ends), default=None),
        )

    def _text(self, field: LogField, *, joined: bool = False) -> str:
        said = list(self.of(field))
        if not joined:
            _demand_one(said)
        return " ".join(dict.fromkeys(str(condition.value) for condition in said))

    def _member(self, field: LogField, kind: type[E]) -> E | None:
        said = list(self.of(field))
        _demand_one(said)
        return next((c.value for c in said if isinstance(c.value, kind)), None)

    def _spans(self, *, negated: bool) -> list[Span]:
        said = self.of(LogField.TIME, negated=negated)
        return [c.value for c in said if isinstance(c.value, Span)]

    def _refused(self) -> Iterator[EventFilter]:
        """What must not be met: each condition with its sign taken away."""
        for condition in self.conditions:
            if isinstance(condition.value, Span) and condition.value.is_open:
                continue  # ``filter`` has seen to it
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

    ``without`` is left out, as is the register: neither has a field.
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
    if conditions.time_from or conditions.time_to:
        span = span_of(conditions.time_from, conditions.time_to)
        said.append(Condition(LogField.TIME, span))
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
            raise _unreadable(typed, at)
        if len(conditions) == MAX_CONDITIONS:
            raise QueryUnreadable(at + 1, "many")
        conditions.append(replace(_condition(found, today), at=at + 1))
        at = found.end()
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


def _demand_one(said: Sequence[Condition]) -> None:
    """Refuse conditions on one field that name different values."""
    for condition in said[1:]:
        if condition.value != said[0].value:
            raise QueryUnreadable(condition.at, "twice")


def _unreadable(typed: str, at: int) -> QueryUnreadable:
    """What is wrong with the piece at ``at``: a quote without its pair, or what stands behind one
    that has it."""
    head = _HEAD.match(typed, at)
    begins = at if head is None else head.end()
    while begins < len(typed) and typed[begins] != '"':
        if typed[begins].isspace():
            return QueryUnreadable(at + 1, "value")
        begins += 1
    whole = _QUOTED.match(typed, begins)
    if whole is None:
        return QueryUnreadable(min(begins, len(typed) - 1) + 1, "quote")
    # In the middle of a value a quote is as wrong as a value behind it.
    wrong = whole.end() if head is not None and head.end() == begins else begins
    return QueryUnreadable(wrong + 1, "value")


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
            return Condition(field, read_span(text, today, at), negated)
        case _:
            return Condition(field, text, negated)


def _one_of(typed: str, names: Mapping[E, Text], at: int, reason: str) -> E:
    """The member meant: by its whole name or code, else by the only one that begins so. After
    ``=`` comes a code as it is, also one that has no name here."""
    if typed.startswith("="):
        try:
            return type(next(iter(names)))(typed[1:])
        except ValueError:
            raise QueryUnreadable(at, reason) from None
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


def _written(condition: Condition, language: Language) -> str:
    sign = "-" if condition.negated else ""
    match condition.value:
        case EventKind() as kind:
            said = _named(kind, EVENT_NAMES, language)
        case Phase() as phase:
            said = _named(phase, PHASE_NAMES, language)
        case Span() as span:
            said = written_span(span)
        case text:
            said = _quoted(text)
    if condition.field is LogField.ANY:
        # A bare word that looks like a condition would read back as one.
        plain = said.startswith(('"', "-")) or ":" in said
        return sign + (f'"{said}"' if plain and not said.startswith('"') else said)
    return f"{sign}{KEYWORDS[condition.field].of(language)}:{said}"


def _named(member: E, names: Mapping[E, Text], language: Language) -> str:
    return _quoted(names[member].of(language) if member in names else f"={member.value}")


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

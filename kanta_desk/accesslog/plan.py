"""How one file is read for a filter: its conditions in SQL, and the arms that find the rows.

An arm is one way through one index, in the order of time. The narrowest is taken: a client's before
a user's; otherwise the tally tells how many events match. If they are many, the newest are soon
found by time; if not, by the users who have them or by their kinds and phases. SQLite is told the
index by name; it has no statistics here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass, replace

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.entry import bound
from kanta_desk.accesslog.lists import OF_DOCUMENT, OF_SESSION
from kanta_desk.accesslog.names import after, words_of
from kanta_desk.accesslog.periods import Spans, spans
from kanta_desk.accesslog.readers import Moment, TreeReader
from kanta_desk.accesslog.schema import TALLY_KEYS, Level
from kanta_desk.model.events import CARRIED, EventFilter, LogHead, TreeName

_MOST_ARMS = 64
_MOST_CLIENTS = 4
"""Clients have few events each: those of more are sooner sorted than read side by side."""
_PAGE = 100
_RARE = 1_000
_DENSE = 4
"""Where one event in so many matches, reading by time finds a page soon."""


@dataclass(frozen=True, slots=True)
class Term:
    """A condition in SQL, its values, and the columns it looks at."""

    sql: str
    values: tuple[object, ...]
    columns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Arm:
    """A way to rows: ``source`` names the index for SQL."""

    source: str
    sql: str = "true"
    values: tuple[object, ...] = ()

    def where(self, plan: Plan) -> tuple[str, tuple[object, ...]]:
        """The whole condition with its values."""
        parts = [self.sql, *(term.sql for term in plan.terms)]
        values = [*self.values, *(value for term in plan.terms for value in term.values)]
        for sql, edge in (
            ("time_ms >= ?", None if plan.whole else plan.low),
            ("time_ms < ?", None if plan.whole else plan.high),
            ("seq <= ?", plan.last),
        ):
            if edge is not None:
                parts.append(sql)
                values.append(edge)
        return " AND ".join(parts), tuple(values)


@dataclass(frozen=True, slots=True)
class Plan:
    """A filter as one file meets it: ``[low, high)`` in milliseconds, ``whole`` if that is all.

    ``ways`` finds the arms, for which the file is asked (what the tally knows needs none): those
    that soon find the newest rows, or, if told so, those that find all of them. ``of_users``: the
    conditions name users.
    """

    tree: TreeName
    terms: tuple[Term, ...]
    of_users: bool
    ways: Callable[[bool], tuple[Arm, ...]]
    low: int
    high: int
    whole: bool
    listed: int
    last: int | None = None

    @property
    def arms(self) -> tuple[Arm, ...]:
        """The ways to the newest rows; none if there are no rows."""
        return self.ways(False)

    @property
    def all_arms(self) -> tuple[Arm, ...]:
        """The ways to all rows, where every one is read anyway."""
        return self.ways(True)

    @property
    def columns(self) -> frozenset[str]:
        """All columns that the terms look at."""
        return frozenset[str]().union(*(term.columns for term in self.terms))

    @property
    def spans(self) -> Spans:
        """The time as the tally knows it."""
        return Spans(((Level.FILE, 0, 1),), ()) if self.whole else spans(self.low, self.high)

    def among(self, upto: LogHead | None) -> Plan:
        """The plan for what was in the file when ``upto`` was the head."""
        head = upto.of(self.tree) if upto else None
        return self if head is None else replace(self, last=head.size)

    def until(self, last: int) -> Plan:
        """The plan for the events up to a number."""
        return replace(self, last=last)

    @property
    def tail(self) -> Plan:
        """The plan for the events that the lists do not hold yet."""
        arm = Arm("NOT INDEXED", "seq > ?", (self.listed,))
        return replace(self, ways=lambda _: (arm,))

    def within(self, low: int, high: int) -> Plan:
        """The plan for a shorter time."""
        return replace(self, low=low, high=high, whole=False)


class People:
    """Whom the names of one search mean, in all the files that it reads."""

    def __init__(self, files: Sequence[TreeReader]) -> None:
        self._files = files
        self._known: dict[tuple[str, str], set[str]] = {}

    def ids(self, whose: str, text: str) -> set[str]:
        """Identifiers of those whose it is, or who had such a name in any year."""
        found = self._known.get((whose, text))
        if found is None:
            found = set().union(*(_known(file, whose, text) for file in self._files))
            self._known[whose, text] = found
        return found

    def meant(self, asked: EventFilter) -> tuple[Hashable, ...]:
        """All whom the names of a filter mean: what a plan is made from beside filter and file."""
        given = (("user", asked.user.strip()), ("client", asked.client.strip()))
        return (
            *(frozenset(self.ids(whose, text)) for whose, text in given if text),
            *(self.meant(without) for without in asked.without),
        )


def planned(file: TreeReader, asked: EventFilter, people: People) -> Plan | None:
    """The plan; None if nothing in the file can match."""
    key = ("plan", file.moment, asked, people.meant(asked))
    return file.remembered(key, lambda: _made(file, asked, people))


def _made(file: TreeReader, asked: EventFilter, people: People) -> Plan | None:
    known, moment = file.connection, file.moment
    first, last = file.remembered(("span", moment), lambda: _span(known))
    if first is None or last is None:
        return None
    low = first if asked.time_from is None else max(first, bound(asked.time_from))
    high = last if asked.time_to is None else min(last, bound(asked.time_to))
    if low >= high:
        return None
    terms = _terms(file, asked, people)
    if terms is None:
        return None
    excluded = (_excluded(file, without, people) for without in asked.without)
    terms += [term for term in excluded if term is not None]
    met, whole = tuple(terms), (low, high) == (first, last)

    def ways(of_all: bool) -> tuple[Arm, ...]:
        key = ("arms", moment, asked, met, of_all)
        return file.remembered(key, lambda: tuple(_arms(file, moment, asked, met, of_all)))

    of_users = bool(asked.user.strip())
    return Plan(file.tree, met, of_users, ways, low, high, whole, moment.listed)


def _span(known: Connection) -> tuple[int | None, int | None]:
    """The first moment of a file, and the one after the last; None if it has no events."""
    # Two statements: SQLite takes the end of an index only where nothing else is asked.
    first = known.execute("SELECT min(time_ms) FROM event").fetchone()[0]
    last = known.execute("SELECT max(time_ms) + 1 FROM event").fetchone()[0]
    return first, last


def _terms(file: TreeReader, asked: EventFilter, people: People) -> list[Term] | None:
    """The conditions but those of time, or None if one cannot be met."""
    found: list[Term | None] = []
    if asked.user.strip():
        found.append(_listed("user_id", people.ids("user", asked.user.strip())))
    if asked.client.strip():
        found.append(_listed("client_id", people.ids("client", asked.client.strip())))
    if asked.unit.strip():
        found.append(_listed("unit_name", _units(file, asked.unit)))
    if asked.kind is not None:
        found.append(_listed("kind", [asked.kind.value]))
    if asked.phase is not None:
        found.append(_listed("phase", [asked.phase.value]))
    if asked.purpose.strip():
        found.append(_listed("purpose", [asked.purpose.strip()]))
    if asked.document.strip():
        values = (asked.document.strip(),) * OF_DOCUMENT.count("?")
        found.append(Term(OF_DOCUMENT, values, frozenset(("document_oid",))))
    if asked.session.strip():
        values = (asked.session.strip(),) * OF_SESSION.count("?")
        found.append(Term(OF_SESSION, values, frozenset(("session_id",))))
    if asked.register and file.tree.register in (CARRIED,):
        controller, _, register = asked.register.partition("/")
        sql = "(controller_oid = ? AND register = ?)"
        found.append(Term(sql, (controller, register), frozenset(("controller_oid", "register"))))
    elif asked.register and file.tree.register != asked.register:
        return None
    met = [term for term in found if term is not None]
    return met if len(met) == len(found) else None


def _excluded(file: TreeReader, without: EventFilter, people: People) -> Term | None:
    """The condition that ``without`` is not met; None where it cannot be met anyway."""
    terms = _terms(file, without, people)
    if terms is None:
        return None
    for sql, time in (("time_ms >= ?", without.time_from), ("time_ms < ?", without.time_to)):
        if time is not None:
            terms.append(Term(sql, (bound(time),), frozenset(("time_ms",))))
    nested = (_excluded(file, deeper, people) for deeper in without.without)
    terms += [term for term in nested if term is not None]
    if not terms:
        return Term("false", (), frozenset())
    return Term(
        f"NOT coalesce({' AND '.join(f'({term.sql})' for term in terms)}, 0)",
        tuple(value for term in terms for value in term.values),
        frozenset[str]().union(*(term.columns for term in terms)),
    )


def _arms(
    file: TreeReader, moment: Moment, asked: EventFilter, terms: Sequence[Term], of_all: bool
) -> list[Arm]:
    """The ways to the rows; none if there are no rows."""
    if asked.document.strip() or asked.session.strip():
        return [Arm("NOT INDEXED")]
    # What is asked for comes before what is excluded, so that it stays where both name a column.
    of = {next(iter(term.columns)): term for term in reversed(terms) if len(term.columns) == 1}
    tallied = tuple(term for term in terms if term.columns <= TALLY_KEYS)
    if asked.client.strip():
        return _client_arms(file, moment, of["client_id"], tallied, of_all)
    if not tallied:
        return [Arm("INDEXED BY by_time")]
    users = _given(of["user_id"]) if asked.user.strip() else []
    if users and len(users) <= _MOST_ARMS and not asked.kind:
        return _user_arms(users)
    matching = _matching(file, moment, tallied)
    if matching.count * _DENSE >= moment.size:
        return [Arm("INDEXED BY by_time")] if matching.count else []
    if users and _of_kinds(file.connection, matching.pairs) > _RARE:
        return _user_arms(users)
    if asked.unit.strip() and not asked.kind:
        of_unit = _users(file, moment, tallied)
        if len(of_unit) <= _MOST_ARMS:
            return _user_arms(of_unit)
    return [Arm("INDEXED BY by_kind", "kind = ? AND phase = ?", pair) for pair in matching.pairs]


def _user_arms(users: Sequence[str]) -> list[Arm]:
    return [Arm("INDEXED BY by_user", "user_id = ?", (user,)) for user in users]


@dataclass(frozen=True, slots=True)
class _Matching:
    """How many events of a file meet some terms, and what kinds and phases they have."""

    count: int
    pairs: tuple[tuple[str, str], ...]


def _matching(file: TreeReader, moment: Moment, terms: tuple[Term, ...]) -> _Matching:
    def ask() -> _Matching:
        counts = _grouped(file, moment, terms, ("kind", "phase"))
        return _Matching(sum(counts.values()), tuple((kind, phase) for kind, phase in counts))

    return file.remembered(("matching", moment, terms), ask)


def _users(file: TreeReader, moment: Moment, terms: tuple[Term, ...]) -> tuple[str, ...]:
    """The users of the events that meet some terms."""
    key = ("users", moment, terms)
    return file.remembered(
        key, lambda: tuple(user for (user,) in _grouped(file, moment, terms, ("user_id",)))
    )


def _grouped(
    file: TreeReader, moment: Moment, terms: Sequence[Term], columns: tuple[str, ...]
) -> dict[tuple[str, ...], int]:
    """How many events meet some terms of the tally's, by columns."""
    where = "".join(f" AND {term.sql}" for term in terms)
    values = [value for term in terms for value in term.values]
    level = Level.FILE.narrowest(frozenset(columns).union(*(term.columns for term in terms)))
    shown = ", ".join(columns)
    rows = file.connection.execute(
        f"SELECT {shown}, sum(n) FROM ("  # noqa: S608 (no value in it)
        f"SELECT {shown}, n FROM tally WHERE level = ? AND period = 0{where}"
        f" UNION ALL SELECT {shown}, 1 FROM event WHERE seq > ?{where}) GROUP BY {shown}",
        (level.value, *values, moment.listed, *values),
    )
    return {tuple(found): n for *found, n in rows}


def _of_kinds(known: Connection, pairs: Sequence[tuple[str, str]]) -> int:
    """How many events have one of these kinds and phases."""
    sql = "SELECT coalesce(sum(n), 0) FROM tally WHERE level = ? AND kind = ? AND phase = ?"
    level = Level.MONTHS_OF_KINDS.value
    return sum(known.execute(sql, (level, *pair)).fetchone()[0] for pair in pairs)


def _client_arms(
    file: TreeReader, moment: Moment, term: Term, others: tuple[Term, ...], of_all: bool
) -> list[Arm]:
    clients, sorted_ = _given(term), Arm("INDEXED BY by_client")
    if len(clients) <= _MOST_CLIENTS:
        return [Arm("INDEXED BY by_client", "client_id = ?", (client,)) for client in clients]
    if of_all:
        return [sorted_]
    (many,) = file.connection.execute(
        f"SELECT count(*) FROM event INDEXED BY by_client WHERE {term.sql}",  # noqa: S608
        term.values,
    ).fetchone()
    met = _matching(file, moment, others).count if others else moment.size
    # Of as many rows by time as these, read from the newest, a page's worth would match.
    by_time = _PAGE * moment.size * moment.size / max(1, many * met)
    return [sorted_ if many <= by_time else Arm("INDEXED BY by_time")]


def _given(term: Term) -> list[str]:
    """The values of a term that ``_listed`` made."""
    if term.sql.endswith("= ?"):
        return [str(term.values[0])]
    return list(map(str, json.loads(str(term.values[0]))))


def _listed(column: str, values: Collection[str]) -> Term | None:
    """The column has one of the values; None if there are none."""
    if not values:
        return None
    if len(values) == 1:
        return Term(f"{column} = ?", tuple(values), frozenset((column,)))
    sql = f"{column} IN (SELECT value FROM json_each(?))"  # noqa: S608 (a column of the schema)
    return Term(sql, (json.dumps(sorted(values), ensure_ascii=False),), frozenset((column,)))


def _known(file: TreeReader, whose: str, text: str) -> set[str]:
    key = ("persons", file.moment, whose, text)
    return file.remembered(key, lambda: _persons(file.connection, whose, text))


def _persons(known: Connection, whose: str, text: str) -> set[str]:
    """Identifiers of those whose it is, or whose name has a word for each of its words.

    A word matches by its beginning. ``whose`` is ``user`` or ``client``, part of the SQL.
    """
    is_id = known.execute(
        f"SELECT 1 FROM event INDEXED BY by_{whose} WHERE {whose}_id = ? LIMIT 1",  # noqa: S608
        (text,),
    ).fetchone()
    found: set[str] | None = None
    for word in words_of(text):
        rows = known.execute(
            "SELECT id FROM name_word WHERE whose = ? AND word >= ? AND word < ?",
            (whose, word, after(word)),
        )
        of_word = {identifier for (identifier,) in rows}
        found = of_word if found is None else found & of_word
        if not found:
            break
    return (found or set()) | ({text} if is_id else set())


def _units(file: TreeReader, text: str) -> list[str]:
    """Names of units that have a word for each of the words, by its beginning."""
    wanted = words_of(text)
    units = file.remembered(("units", file.moment), lambda: _all_units(file.connection))
    return [
        unit
        for unit, words in units
        if unit == text.strip()
        or (wanted and all(any(w.startswith(word) for w in words) for word in wanted))
    ]


def _all_units(known: Connection) -> list[tuple[str, list[str]]]:
    rows = known.execute(
        "SELECT unit_name FROM tally WHERE level = ?"
        " UNION SELECT unit_name FROM event WHERE seq > (SELECT listed FROM head)",
        (Level.UNITS.value,),
    )
    return [(unit, words_of(unit)) for (unit,) in rows]

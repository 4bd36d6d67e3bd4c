"""What of a file matches a filter: a condition on its profiles, and one on its events.

Conditions on kind, phase, purpose, unit and user are asked of the profiles, of which a file has
some thousands; those on time, client, document and session mark the events themselves. What is
excluded is found in the same way and taken away.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kanta_desk.accesslog.columns import Codes, Mask
from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.entry import bound
from kanta_desk.accesslog.lists import OF_CLIENTS, OF_DOCUMENT, OF_SESSION
from kanta_desk.accesslog.names import after, words_of
from kanta_desk.accesslog.readers import TreeReader
from kanta_desk.accesslog.view import View, places_of
from kanta_desk.model.events import CARRIED, EventFilter

_FOREVER = 1 << 62
_FEW_EVENTS = 256
"""So many are read themselves sooner than the columns of all."""

_FEW_CLIENTS = 16
"""So many are found by their index sooner than in their column."""


Limit = Codes | Mask
"""The places of the few events that a condition leaves, ascending; or for each event, whether."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The events of a file that match: those with one of ``profiles`` that meet the rest too.

    ``only`` are the places (numbers less one, ascending) of the few that can match at all, ``rows``
    tells of each whether it does; None where there is no such condition.
    """

    view: View
    profiles: Mask
    only: Codes | None = None
    rows: Mask | None = None

    @property
    def places(self) -> Codes:
        """Where what matches is, ascending."""
        if self.only is not None:
            left = self.only[self.profiles[self.view.profile_of[self.only]]]
        elif self.view.is_rare(self.profiles):
            left = self.view.with_profiles(self.profiles)
        else:
            return np.flatnonzero(self._mask)
        return left if self.rows is None else left[self.rows[left]]

    @property
    def count(self) -> int:
        """How many events match."""
        if self.is_of_profiles:
            return int(self.view.totals[self.profiles].sum())
        if self.only is not None or self.view.is_rare(self.profiles):
            return len(self.places)
        return int(np.count_nonzero(self._mask))

    @property
    def is_of_profiles(self) -> bool:
        """Whether nothing but the profile decides."""
        return self.only is None and self.rows is None

    @property
    def _mask(self) -> Mask:
        if self.rows is not None and self.profiles[1:].all() and not self.view.totals[0]:
            return self.rows  # whatever they are
        found: Mask = self.profiles.take(self.view.profile_of)
        return found if self.rows is None else found & self.rows

    def within(self, limit: Limit) -> Matching:
        """What is also in ``limit``."""
        if limit.dtype == np.bool_:
            return replace(self, rows=limit if self.rows is None else self.rows & limit)
        only = limit if self.only is None else np.intersect1d(self.only, limit, True)
        return replace(self, only=only)

    def newest(self, end: int, wanted: int) -> Codes:
        """The last ``wanted`` places below ``end``, ascending."""
        if self.only is not None or self.view.is_rare(self.profiles):
            places = self.places
            return places[: np.searchsorted(places, end)][-wanted:]
        window = wanted
        while True:
            window *= 8
            at = slice(max(0, end - window), end)
            mask = self.profiles.take(self.view.profile_of[at])
            found = np.flatnonzero(mask if self.rows is None else mask & self.rows[at])
            if len(found) >= wanted or not at.start:
                return found[-wanted:] + at.start

    def without(self, other: Matching) -> Matching:
        """What matches here and not there."""
        if other.is_of_profiles:
            return replace(self, profiles=self.profiles & ~other.profiles)
        rest = np.ones(self.view.size, np.bool_)
        rest[other.places] = False
        return self.within(rest)


class People:
    """Whom the names of one search mean, in all the files that it reads."""

    def __init__(self, files: Sequence[TreeReader]) -> None:
        self._files = files
        self._known: dict[tuple[str, str], frozenset[str]] = {}
        self._listed: dict[str, str] = {}

    def ids(self, whose: str, text: str) -> frozenset[str]:
        """Identifiers of those whose it is, or who had such a name in any year."""
        found = self._known.get((whose, text))
        if found is None:
            found = frozenset((text,)).union(*(_known(file, whose, text) for file in self._files))
            self._known[whose, text] = found
        return found

    def clients(self, asked: EventFilter) -> frozenset[str]:
        """The clients that a filter names."""
        return self.ids("client", asked.client.strip())

    def listed(self, asked: EventFilter) -> str:
        """The same as a JSON array."""
        text = asked.client.strip()
        if text not in self._listed:
            self._listed[text] = json.dumps(sorted(self.clients(asked)), ensure_ascii=False)
        return self._listed[text]

    def meant(self, asked: EventFilter) -> tuple[Hashable, ...]:
        """All whom the names of a filter mean: what matches depends on, beside filter and file."""
        given = (("user", asked.user.strip()), ("client", asked.client.strip()))
        return (
            *(self.ids(whose, text) for whose, text in given if text),
            *(self.meant(without) for without in asked.without),
        )


def matching(file: TreeReader, asked: EventFilter, people: People) -> Matching | None:
    """What matches in a file; None if nothing can.

    Raises:
        driver.Error: as SQLite says it.
    """
    return file.kept(
        (file.moment, asked, people.meant(asked)), lambda: _matching(file, asked, people)
    )


def _matching(file: TreeReader, asked: EventFilter, people: People) -> Matching | None:
    if asked.register and file.tree.register not in (asked.register, CARRIED):
        return None
    # What SQL tells comes first: most files have none of it, and need not be looked at further.
    low, high = _times(asked)
    if (low, high) != (-_FOREVER, _FOREVER):
        first, last = file.remembered(("span", file.moment), lambda: _span(file.connection))
        if low > last or high <= first:
            return None
    few = None
    for places in _few(file, asked, people):
        few = places if few is None else np.intersect1d(few, places, True)
        if not few.size:
            return None
    view = None
    if few is not None and len(few) <= _FEW_EVENTS and not asked.without and not file.is_mixed:
        view = file.view_of((few + 1).tolist())
        few = few if view is None else None
    view = view or file.view
    found = Matching(view, _profiles(view, asked, people), few)
    if not found.profiles.any():
        return None
    for limit in _limits(file, view, asked, people):
        found = found.within(limit)
        if found.only is not None and not found.only.size:
            return None
    for excluded in asked.without:
        other = _matching(file, excluded, people)
        found = found if other is None else found.without(other)
    return found


def _profiles(view: View, asked: EventFilter, people: People) -> Mask:
    """The profiles that can match."""
    found = np.ones(len(view.profiles), np.bool_)
    found[0] = False
    if asked.user.strip():
        found &= view.having("user_id", people.ids("user", asked.user.strip()))
    if asked.unit.strip():
        found &= view.having("unit_name", _units(view, asked.unit))
    if asked.kind is not None:
        found &= view.having("kind", [asked.kind.value])
    if asked.phase is not None:
        found &= view.having("phase", [asked.phase.value])
    if asked.purpose.strip():
        found &= view.having("purpose", [asked.purpose.strip()])
    return found


def _few(file: TreeReader, asked: EventFilter, people: People) -> Iterator[Codes]:
    """The places that each condition leaves of which only few events can be meant."""
    for condition, value in ((OF_DOCUMENT, asked.document), (OF_SESSION, asked.session)):
        if value.strip():
            values = (value.strip(),) * condition.count("?")
            yield _places(file.connection, condition, values)
    if asked.client.strip() and len(people.clients(asked)) <= _FEW_CLIENTS:
        given = (people.listed(asked),)
        yield _places(file.connection, OF_CLIENTS, given, "INDEXED BY by_client")


def _limits(file: TreeReader, view: View, asked: EventFilter, people: People) -> Iterator[Limit]:
    """What each of the other conditions leaves, but those on profiles."""
    if asked.client.strip() and len(people.clients(asked)) > _FEW_CLIENTS:
        yield view.of_clients(people.clients(asked), people.listed(asked))
    if asked.time_from is not None or asked.time_to is not None:
        yield view.within(*_times(asked))
    if asked.register and file.is_mixed:
        controller, _, register = asked.register.partition("/")
        yield file.remembered(
            ("register", file.moment, asked.register),
            lambda: _places(
                file.connection, "(controller_oid, register) = (?, ?)", (controller, register)
            ),
        )


def _times(asked: EventFilter) -> tuple[int, int]:
    """The milliseconds that are asked for; the last is not among them."""
    return (
        -_FOREVER if asked.time_from is None else bound(asked.time_from),
        _FOREVER if asked.time_to is None else bound(asked.time_to),
    )


def _span(known: Connection) -> tuple[int, int]:
    """The first and the last moment of a file."""
    # Two statements: SQLite takes the end of an index only where nothing else is asked.
    first, last = (
        known.execute(f"SELECT {end}(time_ms) FROM event").fetchone()[0]  # noqa: S608
        for end in ("min", "max")
    )
    return (_FOREVER, -_FOREVER) if first is None else (first, last)


def _places(known: Connection, condition: str, values: Sequence[str], index: str = "") -> Codes:
    rows = known.execute(
        f"SELECT seq FROM event {index} WHERE {condition}",  # noqa: S608 (no value in it)
        values,
    )
    return np.sort(places_of(seq for (seq,) in rows))


def _known(file: TreeReader, whose: str, text: str) -> set[str]:
    key = ("persons", file.moment, whose, text)
    return file.remembered(key, lambda: _persons(file.connection, whose, text))


def _persons(known: Connection, whose: str, text: str) -> set[str]:
    """Identifiers of those whose name has a word for each of the words, by its beginning."""
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
    return found or set()


def _units(view: View, text: str) -> list[str]:
    """Names of units that have a word for each of the words, by its beginning."""
    wanted = words_of(text)
    return [
        unit
        for unit in view.names("unit_name")
        if unit == text.strip()
        or (wanted and all(any(w.startswith(word) for w in words_of(unit)) for word in wanted))
    ]

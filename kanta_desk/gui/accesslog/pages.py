"""Pages of a search in the log: a sparse cache over keys, for a table of the true length.

A page is found by the event before it, never by an offset; where that is not
known yet, ``fetch`` walks there from the nearest known one. It blocks, and runs in the lane that
reads the log; nothing here knows of a widget.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Protocol

from kanta_desk.model.events import Event, EventPage, EventRef

CACHED_PAGES = 40
STRIDE = 2_000


class Search(Protocol):
    """A search as the desk gives it (``desk.logbook.LogSearch``)."""

    @property
    def total(self) -> int:
        """How many events match."""
        ...

    @property
    def first(self) -> EventPage:
        """Its first page."""
        ...

    def page(self, before: EventRef, limit: int) -> EventPage:
        """Up to ``limit`` events that come after the event ``before`` in the list."""
        ...


@dataclass(frozen=True, slots=True)
class Fetched:
    """Page ``number``, and the keys that became known on the way (page number → key)."""

    number: int
    events: tuple[Event, ...]
    keys: dict[int, EventRef]


@dataclass(slots=True)
class Shelf:
    """The pages of one search that are at hand, and the keys of others."""

    search: Search
    _pages: OrderedDict[int, tuple[Event, ...]] = field(default_factory=OrderedDict)
    _keys: dict[int, EventRef] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.search.first.before is not None:
            self._keys[1] = self.search.first.before

    @property
    def total(self) -> int:
        """How many events match."""
        return self.search.total

    @property
    def size(self) -> int:
        """How many events a page has; the last may have fewer."""
        return len(self.search.first.events) or 1

    def event(self, row: int) -> Event | None:
        """The event of a row, or None if its page is not at hand."""
        number, at = divmod(row, self.size)
        page = self._page(number)
        return page[at] if page is not None and at < len(page) else None

    def lacks(self, number: int) -> bool:
        """Whether a page must be fetched before it can be shown."""
        return self._page(number) is None

    def nearest(self, number: int) -> tuple[int, EventRef]:
        """The last page up to ``number`` (1 or later) whose key is known, and the key."""
        at = max(known for known in self._keys if known <= number)
        return at, self._keys[at]

    def put(self, fetched: Fetched) -> None:
        """Keep a page; the one kept longest goes when there are too many."""
        self._keys.update(fetched.keys)
        self._pages[fetched.number] = fetched.events
        while len(self._pages) > CACHED_PAGES:
            self._pages.popitem(last=False)

    def _page(self, number: int) -> tuple[Event, ...] | None:
        return self.search.first.events if number == 0 else self._pages.get(number)


def fetch(search: Search, size: int, number: int, at: int, key: EventRef) -> Fetched:
    """Walk from page ``at``, which comes after event ``key``, to page ``number``. Blocks."""
    keys: dict[int, EventRef] = {}
    while True:
        steps = max(1, min(number - at + 1, STRIDE // size))
        events = search.page(key, steps * size).events
        for _ in range(steps):
            page, events = events[:size], events[size:]
            if len(page) == size:
                keys[at + 1] = key = page[-1].ref
            if at == number or len(page) < size:
                return Fetched(number, page if at == number else (), keys)
            at += 1

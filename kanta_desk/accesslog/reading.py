"""Reading a log: searches, single events, proofs. Any thread may; nobody waits for a writer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kanta_desk.accesslog import proof, search
from kanta_desk.accesslog.entry import bound
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.readers import Readers
from kanta_desk.accesslog.yearfile import event_of, head_of
from kanta_desk.model.events import (
    Event,
    EventFilter,
    EventPage,
    EventRef,
    Facets,
    LogHead,
)
from kanta_desk.model.logreport import InclusionProof

_TEXTS = 2_000


class LogReader:
    """One log, to read: the one that is being written, or one that was taken in whole."""

    def __init__(self, folder: LogFolder) -> None:
        """Files are opened when they are first asked for."""
        self.folder = folder
        self._readers = Readers(folder)

    def look(self, filter: EventFilter, limit: int = 100) -> search.Found:
        """Begin a search: the first page, the exact count, and the head that they are of.

        Raises:
            LogError.
        """
        with self._readers.borrowed(filter.register) as files:
            return search.look(files, filter, limit)

    def survey(self, filter: EventFilter, limit: int = 100) -> tuple[search.Found, Facets]:
        """As ``look``, with the facets of the same moment: their counts are those of the list.

        Raises:
            LogError.
        """
        with self._readers.borrowed(filter.register) as files:
            return search.look(files, filter, limit), search.facets(files, filter)

    def entries(self, filter: EventFilter, *, upto: LogHead) -> Iterator[bytes]:
        """The texts of the events that match, as they were hashed, newest first.

        Raises:
            LogError: while they are taken.
        """
        before: EventRef | None = None
        while True:
            with self._readers.borrowed(filter.register) as files:
                texts, before = search.texts(files, filter, before, _TEXTS, upto)
            yield from texts
            if before is None:
                return

    def search(
        self,
        filter: EventFilter,
        *,
        before: EventRef | None = None,
        limit: int = 100,
        upto: LogHead | None = None,
    ) -> EventPage:
        """A page of the events that match, newest first; ``before`` as the last page gave it.

        ``upto`` leaves out what was written after that head, so that pages do not move.

        Raises:
            LookupError: if ``before`` is not in the log.
            LogError.
        """
        with self._readers.borrowed(filter.register) as files:
            return search.page(files, filter, before, limit, upto)

    def count(self, filter: EventFilter) -> int:
        """How many events match, exactly.

        Raises:
            LogError.
        """
        with self._readers.borrowed(filter.register) as files:
            return search.count(files, filter)

    def facets(self, filter: EventFilter) -> Facets:
        """How the events that match are shared among kinds, users, units, purposes and months.

        Raises:
            LogError.
        """
        with self._readers.borrowed(filter.register) as files:
            return search.facets(files, filter)

    def before_time(
        self, filter: EventFilter, moment: datetime, *, upto: LogHead | None = None
    ) -> EventRef | None:
        """What to pass as ``before`` so that the page begins with the newest match before then.

        Raises:
            LogError.
        """
        with self._readers.borrowed(filter.register) as files:
            return search.before_time(files, filter, bound(moment), upto)

    def event(self, ref: EventRef) -> Event:
        """One event in full.

        Raises:
            LookupError: if there is none.
            LogError.
        """
        with self._readers.borrowed(ref.register) as files:
            for file in files:
                if file.tree == ref.tree and (
                    event := event_of(file.connection, ref.tree, ref.seq)
                ):
                    return event
        raise LookupError(f"no event {ref}")

    def prove(self, ref: EventRef) -> InclusionProof:
        """Proof that an event is in its tree as it stands; ``proof.holds`` checks it without one.

        Raises:
            LookupError: if there is no such event.
            LogError.
        """
        with self._readers.borrowed(ref.register) as files:
            for file in files:
                if file.tree == ref.tree:
                    head = head_of(file.connection, file.tree)
                    size = head.size if head else 0
                    return proof.prove_event(file.connection, str(file.tree), ref.seq, size)
        raise LookupError(f"no event {ref}")

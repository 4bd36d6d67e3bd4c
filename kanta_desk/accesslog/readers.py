"""Read-only connections for as many threads as read at a time.

A thread borrows a set of connections, one to each year's file, and gives it back; a set is made
only when none is free, so that there are never more than threads reading at once.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

from kanta_desk.accesslog.files import connect_reader, explained, file_of, snapshot, years_in
from kanta_desk.accesslog.search import YearReader
from kanta_desk.accesslog.yearfile import start_of
from kanta_desk.errors import LogUnavailable


class Readers:
    """The connections of one log."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._free: list[dict[int, YearReader]] | None = []

    @contextlib.contextmanager
    def borrowed(self) -> Iterator[list[YearReader]]:
        """The year files, the newest first, all seen at one moment.

        Raises:
            LogUnavailable: after ``close``, or if a file cannot be opened.
            LogDamaged: if one cannot be read.
        """
        with self._lock:
            if self._free is None:
                raise LogUnavailable(self._folder.name, "closed")
            held = self._free.pop() if self._free else {}
        try:
            with explained(self._folder.name), contextlib.ExitStack() as moments:
                self._open_missing(held)
                files = [held[year] for year in sorted(held, reverse=True)]
                for file in files:
                    moments.enter_context(snapshot(file.connection))
                yield files
        finally:
            self._give_back(held)

    def close(self) -> None:
        """Close all that is free now, and what is still borrowed as it comes back."""
        with self._lock:
            free, self._free = self._free or [], None
        for held in free:
            _close(held)

    def _give_back(self, held: dict[int, YearReader]) -> None:
        with self._lock:
            if self._free is not None:
                self._free.append(held)
                return
        _close(held)

    def _open_missing(self, held: dict[int, YearReader]) -> None:
        for year in years_in(self._folder):
            if year in held:
                continue
            path = file_of(self._folder, year)
            connection = connect_reader(path)
            try:
                start = start_of(connection, path.name)
            except BaseException:
                connection.close()
                raise
            if start is None:
                connection.close()
            else:
                held[year] = YearReader(path.name, connection, start.size)


def _close(held: dict[int, YearReader]) -> None:
    for file in held.values():
        file.connection.close()

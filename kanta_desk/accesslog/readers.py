"""Read-only connections for as many threads as read at a time.

A thread borrows a set of connections, one to each file, and gives it back; a set is made only when
none is free, so that there are never more than threads reading at once. Files are opened when they
are first asked for.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.view import View
from kanta_desk.accesslog.yearfile import head_of
from kanta_desk.errors import LogUnavailable
from kanta_desk.model.events import CARRIED, TreeName

T = TypeVar("T")

_MOST_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Moment:
    """How many events a file holds, how far its lists go, and how many ranges were disposed of."""

    size: int
    listed: int
    pruned: int


class TreeReader:
    """A file open for reading; while it is borrowed it shows one moment, that of its first use."""

    def __init__(self, tree: TreeName, connection: Connection) -> None:
        self.tree = tree
        self.is_over = False
        """Whether the register has a newer file. Then nothing is written here any more, but by
        ``AccessLog.exclusively``, for which all files are closed; so one moment lasts till then."""
        self._connection = connection
        self._memory: dict[Hashable, Any] = {}
        self._kept: tuple[Hashable, Any] = (None, None)
        self._moment: Moment | None = None
        self._view = View(connection)

    @property
    def connection(self) -> Connection:
        """The connection, inside a read transaction."""
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN")
        return self._connection

    @property
    def moment(self) -> Moment:
        """How far the file has come."""
        if self._moment is None:
            row = self.connection.execute(
                "SELECT size, listed, (SELECT count(*) FROM pruned) FROM head"
            ).fetchone()
            self._moment = Moment(*row)
        return self._moment

    @property
    def is_mixed(self) -> bool:
        """Whether it holds events of several registers, as what was carried over does."""
        return self.tree.register == CARRIED

    @property
    def view(self) -> View:
        """The file's columns at this moment."""
        self._view.follow(self.moment.size)
        return self._view

    def view_of(self, numbers: Sequence[int]) -> View | None:
        """A view of some events alone, where the columns were not read yet; else None."""
        return None if self._view.size else View.of_few(self.connection, numbers)

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made last, if it was under this key: for what is large, and soon asked again."""
        if self._kept[0] != key:
            self._kept = (key, make())
        known: T = self._kept[1]
        return known

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made under this key before; ``key`` must hold all that it is made from."""
        if key not in self._memory:
            if len(self._memory) >= _MOST_REMEMBERED:
                self._memory.clear()
            self._memory[key] = make()
        known: T = self._memory[key]
        return known

    def rest(self) -> None:
        """End the moment, if others can come after it."""
        if self.is_over:
            return
        self._moment = None
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()


class Readers:
    """The connections of one log."""

    def __init__(self, folder: LogFolder) -> None:
        self._folder = folder
        self._lock = threading.Condition()
        self._free: list[dict[TreeName, TreeReader]] | None = []
        self._borrowed = 0
        self._kept_back = False
        self._trees: tuple[TreeName, ...] | None = None

    @contextlib.contextmanager
    def borrowed(self, register: str = "") -> Iterator[list[TreeReader]]:
        """The files of a register (empty: of all) and those carried over, the newest year first.

        Raises:
            LogUnavailable: after ``close``, or if a file cannot be opened.
            LogKeyMissing: if a file's key is not there.
            LogDamaged: if one cannot be read.
        """
        with self._lock:
            self._lock.wait_for(lambda: not self._kept_back)
            if self._free is None:
                raise LogUnavailable(self._folder.path.name, "closed")
            held = self._free.pop() if self._free else {}
            self._borrowed += 1
        try:
            with explained(self._folder.path.name):
                files: list[TreeReader] = []
                begun: set[str] = set()
                for tree in self._known_trees():
                    if not register or tree.register in (register, CARRIED):
                        file = held.get(tree) or self._opened(tree)
                        if file is not None:
                            held[tree] = file
                            file.is_over = tree.register in begun
                            begun.add(tree.register)
                            files.append(file)
                try:
                    yield files
                finally:
                    for file in files:
                        file.rest()
        finally:
            self._give_back(held)

    def look_again(self) -> None:
        """There is a new file."""
        with self._lock:
            self._trees = None

    @contextlib.contextmanager
    def kept_back(self) -> Iterator[None]:
        """A time in which no file is open here, for whoever changes files or puts others there.

        What is borrowed is waited for; who wants to borrow waits for the end. One at a time.
        """
        with self._lock:
            self._kept_back = True
            self._lock.wait_for(lambda: not self._borrowed)
            free, self._free = self._free or [], None if self._free is None else []
        try:
            for held in free:
                _close(held)
            yield
        finally:
            with self._lock:
                self._trees, self._kept_back = None, False
                self._lock.notify_all()

    def close(self) -> None:
        """Close all that is free now, and what is still borrowed as it comes back."""
        with self._lock:
            free, self._free = self._free or [], None
        for held in free:
            _close(held)

    def _give_back(self, held: dict[TreeName, TreeReader]) -> None:
        with self._lock:
            if self._free is not None:
                self._free.append(held)
            else:
                _close(held)
            self._borrowed -= 1
            self._lock.notify_all()

    def _known_trees(self) -> tuple[TreeName, ...]:
        """The newest first; the folder is looked at only when something may have changed."""
        with self._lock:
            if self._trees is None:
                self._trees = tuple(reversed(self._folder.trees()))
            return self._trees

    def _opened(self, tree: TreeName) -> TreeReader | None:
        connection = self._folder.reader(tree)
        try:
            if head_of(connection, tree) is not None:
                return TreeReader(tree, connection)
        except BaseException:
            connection.close()
            raise
        connection.close()
        return None


def _close(held: dict[TreeName, TreeReader]) -> None:
    for file in held.values():
        file.close()

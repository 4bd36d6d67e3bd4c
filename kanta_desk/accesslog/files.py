"""One file of the log: its connections, with the settings that make a commit durable (WAL with
``synchronous=EXTRA``) and a reader unable to write; and the writer's lock.

All of SQLite's errors get their meaning here.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from kanta_desk.accesslog.driver import Connection, Error, Failure, connect, failure_of
from kanta_desk.accesslog.periods import teach
from kanta_desk.accesslog.schema import migrate
from kanta_desk.errors import LogDamaged, LogError, LogLocked, LogUnavailable

_LOCK = "kirjoittaja.lock"
_READER_CACHE_KIB = 16 * 1024
_WAL_PAGES = 4_096
"""16 MiB of commits in a row before one of them has to wait for the file to take them in."""

_PAGE = 4_096
_AMPLE = 16 * _WAL_PAGES * _PAGE
"""Bytes that must be free for the WAL to be given its whole length at once."""

_PRAGMAS = (
    "auto_vacuum = NONE",
    "journal_mode = WAL",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "cell_size_check = ON",
    "secure_delete = ON",
    f"wal_autocheckpoint = {_WAL_PAGES}",
    "trusted_schema = OFF",
)

_MEANINGS: dict[Failure, type[LogError]] = {
    Failure.DAMAGED: LogDamaged,
    Failure.BUSY: LogLocked,
    Failure.OTHER: LogUnavailable,
}


@contextlib.contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn the errors of SQLite and of the system inside the block into those of the log."""
    try:
        yield
    except Error as error:
        raise _MEANINGS[failure_of(error)](place, str(error)) from None
    except OSError as error:
        raise LogUnavailable(place, error.strerror or "") from None


def connect_writer(path: Path, key: bytes | None) -> Connection:
    """The connection that writes a file, which is made or migrated as needed.

    Raises:
        LogError: as ``explained`` and ``schema.migrate``.
    """
    with explained(path.name):
        connection = connect(path, key)
        try:
            path.chmod(0o600)
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            migrate(connection, path.name)
        except BaseException:
            connection.close()
            raise
        return connection


def connect_reader(path: Path, key: bytes | None) -> Connection:
    """A connection that can only read; usable by one thread at a time.

    Raises:
        LogError: as ``explained``.
    """
    with explained(path.name):
        connection = connect(path, key, read_only=True)
        try:
            for pragma in (
                "query_only = ON",
                "cell_size_check = ON",
                "trusted_schema = OFF",
                f"cache_size = -{_READER_CACHE_KIB}",
            ):
                connection.execute(f"PRAGMA {pragma}")
            teach(connection)
        except BaseException:
            connection.close()
            raise
        return connection


@contextlib.contextmanager
def snapshot(connection: Connection) -> Iterator[Connection]:
    """A read transaction: everything inside it sees the file at one moment."""
    connection.execute("BEGIN")
    try:
        yield connection
    finally:
        # A damaged file may already have ended it.
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def settle_down(connection: Connection) -> None:
    """Let the file take in what its WAL holds, so that no commit has to wait for that.

    Nothing depends on it: what is in the WAL is as durable, and later commits do the same.
    """
    with contextlib.suppress(Error):
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


def reserve(connection: Connection) -> None:
    """Make the WAL as long as it gets, for a flush of a file that grows takes half as long again.

    A transaction that outgrows its cache goes into the WAL before it is given up. Where there is
    little room, the WAL grows with the commits as it would have: the rest is for keys and notes.
    """
    with contextlib.suppress(Error, OSError):
        (_, _, path), *_ = connection.execute("PRAGMA database_list")
        if shutil.disk_usage(Path(path).parent).free < _AMPLE:
            return
        (cache,) = connection.execute("PRAGMA cache_size").fetchone()
        connection.execute("PRAGMA cache_size = 16")
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("CREATE TABLE reserve(pages)")
            connection.execute("INSERT INTO reserve VALUES (zeroblob(?))", (_WAL_PAGES * _PAGE,))
        finally:
            roll_back(connection)
            connection.execute(f"PRAGMA cache_size = {cache}")


def roll_back(connection: Connection) -> None:
    """End a transaction that failed; the failure may have ended it already."""
    with contextlib.suppress(Error):
        if connection.in_transaction:
            connection.execute("ROLLBACK")


class WriterLock:
    """Held by the one process that writes the log; the system frees it when the process dies.

    It is an exclusive transaction on an empty database beside the log, because SQLite's locks are
    the one kind that works alike on every system, also between two logs in one process.
    """

    def __init__(self, folder: Path) -> None:
        """Take the lock.

        Raises:
            LogLocked: if another holds it.
            LogUnavailable: if the folder cannot be written.
        """
        place = folder / _LOCK
        with explained(place.name):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._held = connect(place, None, wait=0)
            try:
                self._held.execute("PRAGMA journal_mode = MEMORY")
                self._held.execute("BEGIN EXCLUSIVE")
            except BaseException:
                self._held.close()
                raise

    def free(self) -> None:
        """Let it go."""
        self._held.close()

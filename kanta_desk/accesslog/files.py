"""The log's folder: one SQLite file per calendar year (UTC), its connections, the writer's lock.

All connections are made here, with the settings that make a commit durable (WAL with
``synchronous=EXTRA``) and a reader unable to write, and all of SQLite's errors get their meaning
here. The folder must be on a disk of this machine.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kanta_desk.accesslog.schema import migrate
from kanta_desk.errors import LogDamaged, LogError, LogLocked, LogUnavailable

_NAME = re.compile(r"kayttoloki-(\d{4})\.db", re.ASCII)
_LOCK = "kirjoittaja.lock"
_WRITER_WAIT = 5.0
"""Seconds to wait for a reader or a backup that holds the file for a moment."""

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "cell_size_check = ON",
    "secure_delete = ON",
    "wal_autocheckpoint = 1000",
)

# trusted_schema stays on: SQLite before 3.41 counts its own JSON functions among the unsafe ones,
# and no function of ours is registered that a foreign schema could call.

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def file_of(folder: Path, year: int) -> Path:
    """The file of one year."""
    return folder / f"kayttoloki-{year:04}.db"


def years_in(folder: Path) -> list[int]:
    """The years that have a file, oldest first."""
    return sorted(
        int(found[1]) for path in folder.iterdir() if (found := _NAME.fullmatch(path.name))
    )


@contextlib.contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn the errors of SQLite and of the system inside the block into those of the log."""
    try:
        yield
    except sqlite3.Error as error:
        raise _meaning(error)(place, str(error)) from None
    except OSError as error:
        raise LogUnavailable(place, error.strerror or "") from None


def _meaning(error: sqlite3.Error) -> type[LogError]:
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if primary in _DAMAGE or "malformed JSON" in str(error):
        return LogDamaged
    return LogLocked if primary in _BUSY else LogUnavailable


def connect_writer(path: Path) -> sqlite3.Connection:
    """The connection that writes a year's file, which is made or migrated as needed.

    Raises:
        LogError: as ``explained`` and ``schema.migrate``.
    """
    with explained(path.name):
        connection = sqlite3.connect(
            path, timeout=_WRITER_WAIT, isolation_level=None, check_same_thread=False
        )
        try:
            path.chmod(0o600)
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            migrate(connection, path.name)
        except BaseException:
            connection.close()
            raise
        return connection


def connect_reader(path: Path) -> sqlite3.Connection:
    """A connection that can only read; usable by one thread at a time.

    Raises:
        LogError: as ``explained``.
    """
    with explained(path.name):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro",
            uri=True,
            timeout=_WRITER_WAIT,
            isolation_level=None,
            check_same_thread=False,
        )
        for pragma in ("query_only = ON", "cell_size_check = ON"):
            connection.execute(f"PRAGMA {pragma}")
        return connection


@contextlib.contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """A read transaction: everything inside it sees the file at one moment."""
    connection.execute("BEGIN")
    try:
        yield connection
    finally:
        # A damaged file may already have ended it.
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
            self._held = sqlite3.connect(
                place, timeout=0, isolation_level=None, check_same_thread=False
            )
            try:
                self._held.execute("PRAGMA journal_mode = MEMORY")
                self._held.execute("BEGIN EXCLUSIVE")
            except BaseException:
                self._held.close()
                raise

    def free(self) -> None:
        """Let it go."""
        self._held.close()

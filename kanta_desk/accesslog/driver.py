"""The one database driver: SQLCipher, which without a key is plain SQLite.

Its errors carry no codes, so that they are told apart by SQLite's own fixed wordings.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # The same calls with the same meaning, and typed.
    from sqlite3 import Connection
    from sqlite3 import dbapi2 as dbapi2
else:
    from sqlcipher3 import dbapi2
    from sqlcipher3.dbapi2 import Connection

__all__ = ["Connection", "Error", "Failure", "connect", "failure_of", "is_plain"]

Error: type[Exception] = dbapi2.Error
KEY_SIZE = 32
WAIT = 5.0
"""Seconds to wait for another connection that holds the file for a moment."""

_PLAIN = b"SQLite format 3\0"


class Failure(Enum):
    """What an error of the driver means for the log."""

    DAMAGED = "damaged"
    BUSY = "busy"
    OTHER = "other"


_WORDINGS = {
    "database disk image is malformed": Failure.DAMAGED,
    "file is not a database": Failure.DAMAGED,
    "malformed JSON": Failure.DAMAGED,
    "database is locked": Failure.BUSY,
    "database table is locked": Failure.BUSY,
}


def failure_of(error: Exception) -> Failure:
    """What ``error`` means."""
    said = str(error)
    return next((kind for words, kind in _WORDINGS.items() if words in said), Failure.OTHER)


def connect(
    path: Path | str, key: bytes | None, *, read_only: bool = False, wait: float = WAIT
) -> Connection:
    """A connection in autocommit mode, usable by one thread at a time.

    ``key`` is the file's own 32 bytes; None opens a plain file.

    Raises:
        Error: as SQLite says it; a wrong key shows at the first statement.
        ValueError: if the key has another length.
    """
    options: dict[str, Any] = {"isolation_level": None, "check_same_thread": False, "timeout": wait}
    if read_only:
        connection: Connection = dbapi2.connect(
            f"{Path(path).absolute().as_uri()}?mode=ro", uri=True, **options
        )
    else:
        connection = dbapi2.connect(str(path), **options)
    if key is not None:
        if len(key) != KEY_SIZE:
            connection.close()
            raise ValueError("the key of a file is 32 bytes")
        # Its errors reach us as errors; what it would print besides is no use to anyone.
        connection.execute("PRAGMA cipher_log_level = NONE")
        # Given as bytes, the key is used as it is: no passphrase, nothing to stretch.
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def is_plain(path: Path) -> bool:
    """Whether a file is unencrypted SQLite; an empty or missing one is not.

    Raises:
        OSError: if it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(len(_PLAIN)) == _PLAIN
    except FileNotFoundError:
        return False

"""A log that is being written, seen whole at one moment: every file open, and the key chain.

Trees vouch for each other both ways (a card signs the heads of all registers in each), so no order
of copying would do: a file read later can name what one read before does not hold yet. Instead all
files' read transactions are begun, and then the files are looked at again: if none has grown since,
they were all like this at the moment when the last one was begun. The chain of keys must hold the
key of every checkpoint and end before nothing that the files do not know of, so it is read before
and must be the same after.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.signing import CHAIN_FILE
from kanta_desk.errors import LogUnavailable
from kanta_desk.model.events import TreeName

_TRIES = 2000
_NEW_FILES = 20
"""So many new files at most may appear while the log is being opened."""

_PAUSE = 0.001
_STATE = """
SELECT (SELECT size FROM head), (SELECT max(id) FROM checkpoint), (SELECT count(*) FROM pruned)
"""


@dataclass(frozen=True, slots=True)
class Cut:
    """The files by their trees, each in its read transaction, and the chain's text."""

    files: Mapping[TreeName, Connection]
    chain: bytes


@contextlib.contextmanager
def one_moment(folder: LogFolder) -> Iterator[Cut]:
    """Open every file of the log as they all were at one moment; they stay so inside the block.

    Writing goes on meanwhile.

    Raises:
        LogUnavailable: if the log was never at rest for as long as a look takes.
        LogError, SecretStoreMissing: if a file cannot be read.
    """
    for _ in range(_NEW_FILES):
        with contextlib.ExitStack() as stack:
            trees = folder.trees()
            files, again = (
                {
                    tree: stack.enter_context(contextlib.closing(folder.reader(tree)))
                    for tree in trees
                }
                for _ in range(2)
            )
            found = _at_rest(folder, files, again)
            if found is not None:
                yield found
                return
    raise LogUnavailable(folder.path.name, "written without a pause")


def _at_rest(
    folder: LogFolder, files: Mapping[TreeName, Connection], again: Mapping[TreeName, Connection]
) -> Cut | None:
    """The cut, once one is found; None if there is a new file.

    Raises:
        LogUnavailable: if something was written at every look.
    """
    with explained(folder.path.name):
        for _ in range(_TRIES):
            chain = chain_text(folder)
            states = {tree: _begun(file) for tree, file in files.items()}
            same = all(_state(file) == states[tree] for tree, file in again.items())
            if same and chain_text(folder) == chain:
                if folder.trees() != list(files):
                    return None
                begun = {tree: file for tree, file in files.items() if states[tree] is not None}
                return Cut(begun, chain)
            time.sleep(_PAUSE)
            if folder.trees() != list(files):
                return None
    raise LogUnavailable(folder.path.name, "written without a pause")


def chain_text(folder: LogFolder) -> bytes:
    """The chain of keys as it lies beside the log; empty if there is none.

    Raises:
        OSError: as the system says it.
    """
    try:
        return (folder.path / CHAIN_FILE).read_bytes()
    except FileNotFoundError:
        return b""


def _begun(file: Connection) -> Any:
    if file.in_transaction:
        file.execute("ROLLBACK")
    file.execute("BEGIN")
    return _state(file)


def _state(file: Connection) -> Any:
    """How far a file has come; None of one that is only being made, and holds nothing yet."""
    if not file.execute("SELECT 1 FROM sqlite_master WHERE name = 'pruned'").fetchone():
        return None
    return file.execute(_STATE).fetchone()

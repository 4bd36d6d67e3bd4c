"""Closes the years that are over: each is sealed, and the log itself tells of its seal.

Done at the start, after the log was compared with what is known of it: a seal that was taken away
is an alarm by then, and is put back from the event that holds it, so that what was done to the file
meanwhile shows in every verification from then on.
"""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TypeVar

from kanta_desk.accesslog.checkpoint import Checkpoints
from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.notes import Note, Why
from kanta_desk.accesslog.sealing import over, seal, seal_of
from kanta_desk.accesslog.sealtold import ToldSeal, told_seals
from kanta_desk.accesslog.signing import SigningKey
from kanta_desk.errors import FolderNotWritable, LogError, LogLocked
from kanta_desk.model.events import EventKind, TreeName
from kanta_desk.settings.files import write_whole

T = TypeVar("T")

_TRIES = 20
_PAUSE = 0.1
"""Seconds."""

_logger = logging.getLogger(__name__)


def close_years(log: AccessLog, seals: Checkpoints, clock: Callable[[], datetime]) -> None:
    """Seal the files of years that are over; one that cannot be is tried at the next start.

    Raises:
        LogError, SecretStoreMissing: if no checkpoint can be made.
    """
    folder, key = log.folder, seals.key
    years = over(folder)
    if not years or key is None:
        return
    told: dict[str, ToldSeal] = {}
    waiting: list[TreeName] = []
    for register in dict.fromkeys(tree.register for tree in years):
        try:
            told |= _told(folder, register)
        except LogError as error:  # who cannot know what was sealed does not seal
            _logger.error("years were not sealed: %s", error.code)
            continue
        waiting += [
            tree
            for tree in years
            if tree.register == register and not _is_closed(folder, tree, told.get(str(tree)))
        ]
    if any(not seal_of(folder, tree).exists() for tree in waiting):
        seals.make(Why.YEAR)  # a sealed file takes no checkpoint any more
    for tree in waiting:
        try:
            _close(log, tree, told.get(str(tree)), key, clock)
        except (LogError, FolderNotWritable) as error:
            _logger.error("%d was not sealed: %s", tree.year, error.code)


def _told(folder: LogFolder, register: str) -> dict[str, ToldSeal]:
    with contextlib.ExitStack() as stack, explained(register):
        files = [
            (tree, stack.enter_context(contextlib.closing(folder.reader(tree))))
            for tree in folder.trees()
            if tree.register == register
        ]
        return told_seals(files, folder.writer_id)


def _is_closed(folder: LogFolder, tree: TreeName, told: ToldSeal | None) -> bool:
    """Whether a year's seal is there and told of, or a disposal has still to see to that."""
    if told is None:
        return False
    there = _read(folder, tree)
    if not told.is_demanded:
        return True
    # Another seal than the one told of, without a disposal: that is no seal to tell of.
    return bool(there) and (there == told.text or not told.replaced)


def _close(
    log: AccessLog,
    tree: TreeName,
    told: ToldSeal | None,
    key: SigningKey,
    clock: Callable[[], datetime],
) -> None:
    there = _read(log.folder, tree)
    if told and not told.replaced:
        write_whole(seal_of(log.folder, tree), told.text.encode())
        _logger.error("the seal of %d was missing, and was put back", tree.year)
        return
    if not there:
        there = str(when_free(log, partial(seal, tree=tree, key=key, now=clock())))
    with contextlib.suppress(ValueError):  # a seal that is none: a verification tells
        log.tell(EventKind.LOG_YEAR_SEAL, tree.register, str(Note.parse(there)))


def when_free(log: AccessLog, work: Callable[[LogFolder], T]) -> T:
    """As ``log.exclusively``, as soon as nobody else reads the file: others look into all of them
    for a moment at the start.

    Raises:
        LogLocked: if that takes too long.
        What ``work`` raises.
    """
    for _ in range(_TRIES):
        with contextlib.suppress(LogLocked):
            return log.exclusively(work)
        time.sleep(_PAUSE)
    return log.exclusively(work)


def _read(folder: LogFolder, tree: TreeName) -> str:
    """The text of a year's seal; empty if there is none."""
    place = seal_of(folder, tree)
    with explained(str(tree)):
        return place.read_text(encoding="utf-8", errors="replace") if place.exists() else ""

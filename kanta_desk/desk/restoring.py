"""What can be done with a log that does not open: look for the damage, put files or keys back.

Nobody can sign in to a log that does not open, so this asks no card: whoever can write the folder
can do it, for keys whoever has the organisation's private one. What was done is the first thing
that the log tells when it opens again. Only files that are missing or broken are put back, so it
never rolls the log back; what is lost between the backup and the damage, the anchors tell.
"""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kanta_desk.accesslog.anchors import AnchorPlace, folder_places
from kanta_desk.accesslog.backup import restore
from kanta_desk.accesslog.backups import BackupFolder
from kanta_desk.accesslog.files import WriterLock
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.keeping import log_folder
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.sidebase import remove_lost
from kanta_desk.accesslog.sidekeys import recover_sides
from kanta_desk.accesslog.verify import verify
from kanta_desk.desk.station import this_station
from kanta_desk.desk.vigil import Vigil
from kanta_desk.errors import LogContradicted, LogError
from kanta_desk.model.events import CARRIED, EventKind, TreeName
from kanta_desk.model.logreport import VerifyReport
from kanta_desk.model.time import utc_now
from kanta_desk.settings.binding import paths_of
from kanta_desk.settings.logkeeping import LogKeeping, LogKeys, read_bytes
from kanta_desk.settings.options import Options
from kanta_desk.settings.paths import Paths

_logger = logging.getLogger(__name__)

PRACTICE_ANCHORS = "ankkurit"
"""The folder that stands for a place outside, below the practice set's."""


@dataclass(frozen=True, slots=True)
class Restored:
    """Which files were put back, and what speaks against the log as it is now: that is a loss,
    unless something newer is found to put back."""

    trees: tuple[str, ...]
    alarms: tuple[LogContradicted, ...]


def restore_log(paths: Paths, source: Path) -> Restored:
    """Put the files of an installation's log back; which were, and what they lack.

    Raises:
        SettingsError: if the options cannot be read.
        LogLocked: if the program is open.
        LogDamaged: if the backup is; then nothing has changed.
        LogError, SecretStoreMissing.
    """
    options = Options.of(paths)
    return _restored(paths_of(paths, options.mode), options.log, source)


def restore_practice_log(root: Path, source: Path) -> Restored:
    """The same for the practice set below ``root``."""
    return _restored(Paths.under(root), _practised(root), source)


def recover_keys(
    paths: Paths, key: Path, ask: Callable[[], bytes], source: Path | None = None
) -> tuple[str, ...]:
    """Put an installation's lost keys back with the organisation's private key; whose were.

    ``key`` is its PEM file, ``ask`` gives the passphrase of one that has any. ``source`` is a
    backup whose keys are wanted; without it they are those of the log itself. A side database
    whose key does not come back is put aside, so that a new one is made.

    Raises:
        SettingsError: if the options or the key's file cannot be read.
        LogLocked: if the program is open.
        LogKeyNotRecovered: if the private key is another, or cannot be used.
        LogError, SecretStoreMissing.
    """
    options = Options.of(paths)
    keeping = options.log
    folder = log_folder(paths_of(paths, options.mode), keeping)
    wanted = folder if source is None else BackupFolder(source, folder.keys)
    private = read_bytes(key)
    passphrase = ask() if b"ENCRYPTED" in private else None
    lock = WriterLock(folder.path)
    try:
        back = wanted.recover(private, passphrase)
        recover_sides(wanted, private, passphrase)
        remove_lost(folder)
    finally:
        lock.free()
    if source is None:  # the keys of a backup open nothing here before its files are put back
        _tell(folder, keeping, "keys", back)
    return tuple(map(str, back))


def verify_unopened(paths: Paths) -> VerifyReport:
    """Verify an installation's log that cannot be opened, so that the damage gets its place.

    Raises:
        SettingsError, LogError, SecretStoreMissing.
    """
    options = Options.of(paths)
    return _verified(paths_of(paths, options.mode), options.log)


def verify_unopened_practice(root: Path) -> VerifyReport:
    """The same for the practice set below ``root``."""
    return _verified(Paths.under(root), _practised(root))


def _practised(root: Path) -> LogKeeping:
    return LogKeeping(LogKeys.PRACTICE, anchor_folders=(root / PRACTICE_ANCHORS,))


def _verified(paths: Paths, keeping: LogKeeping) -> VerifyReport:
    return verify(log_folder(paths, keeping), utc_now, anchors=_places(keeping))


def _restored(paths: Paths, keeping: LogKeeping, source: Path) -> Restored:
    folder = log_folder(paths, keeping)
    back = restore(BackupFolder(source, folder.keys), folder)
    alarms = _tell(folder, keeping, "files", back)
    return Restored(tuple(map(str, back)), alarms)


def _places(keeping: LogKeeping) -> tuple[AnchorPlace, ...]:
    return folder_places(keeping.anchor_folders)


def _tell(
    folder: LogFolder, keeping: LogKeeping, what: str, back: Sequence[TreeName]
) -> tuple[LogContradicted, ...]:
    """Record in the log that ``what`` of some trees was put back, as soon as it opens.

    Whatever speaks against the log as it was put back becomes an alarm before it goes on, and is
    returned.
    """
    alarms: tuple[LogContradicted, ...] = ()
    station, said = this_station(), json.dumps({what: [str(tree) for tree in back]})
    try:
        alarms = Vigil(folder, _places(keeping), utc_now).compare()
        if not back:
            return alarms
        log = AccessLog.open(
            folder,
            workstation=station.workstation,
            os_user=station.os_user,
            software=station.software,
            clock=utc_now,
        )
    except LogError as error:  # more is missing: whoever puts that back is told of
        _logger.error("not recorded: %s", error.code)
        return alarms
    with contextlib.closing(log):
        for register in sorted({head.tree.register for head in log.head().trees} - {CARRIED}):
            log.tell(EventKind.LOG_RECOVERY, register, said)
    return alarms

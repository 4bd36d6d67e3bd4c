"""What can be done with an access log that does not open: look for the damage, put files back.

Nobody can sign in to a log that does not open, so this asks no card: whoever can write the folder
can do it. Only files that are missing or broken are put back, so it never rolls the log back; what
is lost between the backup and the damage, the anchors tell at the next verification.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from kanta_desk.accesslog.anchors import FolderPlace
from kanta_desk.accesslog.backup import restore
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.keeping import log_folder
from kanta_desk.accesslog.verify import verify
from kanta_desk.model.logreport import VerifyReport
from kanta_desk.settings.logkeeping import LogKeeping, LogKeys
from kanta_desk.settings.options import FILE, Options
from kanta_desk.settings.paths import Paths

PRACTICE_ANCHORS = "ankkurit"
"""The folder that stands for a place outside, below the practice set's."""


def restore_log(paths: Paths, source: Path) -> tuple[str, ...]:
    """Put the files of an installation's log back; which were.

    Raises:
        SettingsError: if the options cannot be read.
        LogLocked: if the program is open.
        LogDamaged: if the backup is; then nothing has changed.
        LogError, SecretStoreMissing.
    """
    return _restored(paths, Options.load(paths.config / FILE).log, source)


def restore_practice_log(root: Path, source: Path) -> tuple[str, ...]:
    """The same for the practice set below ``root``."""
    return _restored(Paths.under(root), LogKeeping(LogKeys.PRACTICE), source)


def verify_unopened(paths: Paths) -> VerifyReport:
    """Verify an installation's log that cannot be opened, so that the damage gets its place.

    Raises:
        SettingsError, LogError, SecretStoreMissing.
    """
    return _verified(paths, Options.load(paths.config / FILE).log)


def verify_unopened_practice(root: Path) -> VerifyReport:
    """The same for the practice set below ``root``."""
    anchors = root / PRACTICE_ANCHORS
    return _verified(Paths.under(root), LogKeeping(LogKeys.PRACTICE, anchor_folder=anchors))


def _verified(paths: Paths, keeping: LogKeeping) -> VerifyReport:
    places = (FolderPlace(keeping.anchor_folder),) if keeping.anchor_folder else ()
    return verify(log_folder(paths, keeping), lambda: datetime.now(UTC), anchors=places)


def _restored(paths: Paths, keeping: LogKeeping, source: Path) -> tuple[str, ...]:
    folder = log_folder(paths, keeping)
    return tuple(str(tree) for tree in restore(LogFolder(source, folder.keys), folder))

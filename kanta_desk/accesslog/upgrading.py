"""Files with an earlier version of the tables are brought to this one, before anybody reads them.

Only what searches read is made anew; entries, hashes, tree and notes stay as they are, to the byte.
A year that was sealed is sealed anew afterwards, if its seal held; if not, the seal stays, and so
what a verification says of it.
"""

from __future__ import annotations

import contextlib
import logging

from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.notes import Note, Seal
from kanta_desk.accesslog.schema import VERSION
from kanta_desk.accesslog.sealing import break_seal, file_hash, seal_of
from kanta_desk.model.events import TreeName

_logger = logging.getLogger(__name__)


def upgrade(folder: LogFolder) -> None:
    """Bring every file of a log to this version; the caller is its one writer.

    If this is cut short, the next start goes on with it.

    Raises:
        LogError, SecretStoreMissing: if a file cannot be read or written.
    """
    for tree in folder.trees():
        with contextlib.closing(folder.reader(tree)) as reader, explained(str(tree)):
            (version,) = reader.execute("PRAGMA user_version").fetchone()
        if 0 < version < VERSION:
            _unseal(folder, tree)
            folder.writer(tree).close()
            _logger.info("%s was brought to version %d", folder.file_of(tree).name, VERSION)


def _unseal(folder: LogFolder, tree: TreeName) -> None:
    place = seal_of(folder, tree)
    with explained(str(tree)):
        if not place.exists():
            return
        try:
            seal = Seal.parse(Note.parse(place.read_text(encoding="utf-8")).text)
        except ValueError:
            seal = None
        if seal is not None and seal.file_hash == file_hash(folder.file_of(tree)):
            break_seal(folder, tree)
        else:
            folder.file_of(tree).chmod(0o600)

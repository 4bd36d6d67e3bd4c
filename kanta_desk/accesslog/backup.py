"""Hot backup of the log, and putting files back.

Each file is copied through SQLite while the log is being written, one moment of each, encrypted
with the file's own key; the recovery copies of the keys go with it. The copy is read again and
compared with its tree. Destroying a year's key after disposal also closes that year in every
backup. A restored log is older than what anchors elsewhere know: the verification says so.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path

from kanta_desk.accesslog.driver import connect
from kanta_desk.accesslog.files import WriterLock, explained
from kanta_desk.accesslog.folder import ID_FILE, LogFolder
from kanta_desk.accesslog.tree import Frontier, leaf_hash
from kanta_desk.accesslog.yearfile import head_of
from kanta_desk.errors import LogDamaged, LogError, LogUnavailable
from kanta_desk.model.events import LogHead, TreeHead, TreeName

HEADS = "varmuuskopio.txt"
"""What the backup holds: ``LogHead.text`` of all its trees."""


def back_up(
    folder: LogFolder, target: Path, on_progress: Callable[[int, int], None] = lambda *_: None
) -> LogHead:
    """Copy the whole log to an empty folder ``target``; the heads of the copies.

    ``on_progress`` gets the files done and their number.

    Raises:
        LogDamaged: if a copy does not match its tree: the log itself is damaged.
        LogUnavailable: if ``target`` is not empty, or cannot be written.
        LogKeyMissing, SecretStoreMissing: if a file cannot be read.
    """
    with explained(target.name):
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(target.iterdir()):
            raise LogUnavailable(target.name, "not empty")
        (target / ID_FILE).write_text(folder.writer_id + "\n", encoding="ascii")
    copy, trees, heads = LogFolder(target, folder.keys), folder.trees(), []
    for done, tree in enumerate(trees):
        on_progress(done, len(trees))
        _copy(folder, copy, tree)
        if (head := _checked(copy, tree)) is not None:
            heads.append(head)
    told = LogHead(tuple(heads))
    with explained(target.name):
        (target / HEADS).write_text(told.text, encoding="utf-8")
    on_progress(len(trees), len(trees))
    return told


def restore(backup: LogFolder, folder: LogFolder) -> tuple[TreeName, ...]:
    """Put back the files that are missing from ``folder`` or cannot be read; which were.

    A file that can be read is never replaced, so that a backup cannot roll the log back; files
    that are replaced are kept beside it (``.rikki``). Nobody may have the log open.

    Raises:
        LogLocked: if it is open.
        LogDamaged: if the backup itself does not match its trees; then nothing has changed.
        LogUnavailable: if it is of another log.
        LogError.
    """
    lock = WriterLock(folder.path)
    try:
        wanted = [tree for tree in backup.trees() if not _is_readable(folder, tree)]
        for tree in wanted:
            _checked(backup, tree)
        with explained(folder.path.name):
            # A log that has no file yet may have a name; nothing is bound to it.
            if wanted and not (folder.trees() and (folder.path / ID_FILE).exists()):
                shutil.copyfile(backup.path / ID_FILE, folder.path / ID_FILE)
            elif wanted and folder.writer_id != backup.writer_id:
                raise LogUnavailable(backup.path.name, "another log")
        for tree in wanted:
            path = folder.file_of(tree)
            with explained(path.name):
                for part in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
                    if part.exists():
                        part.replace(Path(f"{part}.rikki"))
            _copy(backup, folder, tree)
        return tuple(wanted)
    finally:
        lock.free()


def _copy(source: LogFolder, target: LogFolder, tree: TreeName) -> None:
    path, wrapped = target.file_of(tree), source.wrapped_of(tree)
    with explained(path.parent.name):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if wrapped.exists():
            shutil.copyfile(wrapped, target.wrapped_of(tree))
    with (
        contextlib.closing(source.reader(tree)) as original,
        contextlib.closing(connect(path, source.key_of(tree))) as copy,
        explained(path.name),
    ):
        path.chmod(0o600)
        original.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        copy.execute("PRAGMA journal_mode = WAL")


def _checked(folder: LogFolder, tree: TreeName) -> TreeHead | None:
    """The head of a file whose every entry and whose tree hold; None if it was not begun."""
    with contextlib.closing(folder.reader(tree)) as connection, explained(str(tree)):
        head, frontier = head_of(connection, tree), Frontier()
        pruned = connection.execute("SELECT 1 FROM pruned LIMIT 1").fetchone()
        rows = connection.execute("SELECT CAST(entry AS BLOB), leaf_hash FROM event ORDER BY seq")
        for text, leaf in rows:
            if leaf_hash(text) != leaf:
                raise LogDamaged(str(tree), "an event does not match its hash")
            frontier = frontier.plus(leaf)
        whole = head is None or (frontier.size, frontier.root) == (head.size, head.root)
        if not whole and not pruned:  # what was disposed of is for the verification to judge
            raise LogDamaged(str(tree), "the tree does not match its head")
        return head


def _is_readable(folder: LogFolder, tree: TreeName) -> bool:
    try:
        return folder.file_of(tree).exists() and _checked(folder, tree) is not None
    except LogError:
        return False

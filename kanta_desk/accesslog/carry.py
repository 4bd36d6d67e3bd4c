"""Carrying over what the old form left: one unencrypted file a year with all registers in it.

In the old form the numbers and the tree ran on over the years. Its entries are not touched: all
years become one tree with the same leaves in the same order, in one encrypted file of its own, so
that its root is the old root and every old proof still holds. The copy is read back from the disk
and compared before the old files go.

That is done once, before anything else is logged: the opening event of every register then names
the carried tree with its size and root. Anybody can write an unencrypted file; one that comes later
is no part of the log, however well it is made. It stays where it is, and a verification names it.
"""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from kanta_desk.accesslog.bulk import load
from kanta_desk.accesslog.driver import connect
from kanta_desk.accesslog.files import connect_writer, explained
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.memory import Memory
from kanta_desk.accesslog.tree import Frontier, leaf_hash
from kanta_desk.accesslog.yearfile import head_of
from kanta_desk.errors import LogDamaged, LogError
from kanta_desk.model.events import CARRIED, TreeHead, TreeName
from kanta_desk.settings.files import sync_folder

_OLD = re.compile(r"kayttoloki-(\d{4})\.db", re.ASCII)
_DRAFT = "vanha-kesken"
_ENTRIES = "SELECT seq, CAST(entry AS BLOB), leaf_hash FROM event"


def carry_over(folder: LogFolder) -> TreeHead | None:
    """Carry over the old form's files, if there are any that wait for it; the head of that tree.

    Only for the one that holds the writer's lock. A crash in between leaves the old files as they
    were, or the new file whole beside them; the next start goes on from there.

    Raises:
        LogDamaged: if an old file does not match its hashes; then nothing has changed.
        LogError, SecretStoreMissing: if it cannot be done.
    """
    old = _old_files(folder)
    if not old or _has_begun(folder):
        return None
    tree = _carried(folder)
    if tree is None:
        tree = TreeName(CARRIED, int(old[-1].stem[-4:]))
        _copy(folder, tree, old)
        _read_back(folder, tree, old)
    else:
        # The last start was cut short while it removed these; what else is there is a stranger.
        old = [path for path in old if _is_in(folder, tree, path)]
    for path in old:
        for file in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            with explained(path.name):
                file.unlink(missing_ok=True)
    with contextlib.closing(folder.reader(tree)) as connection, explained(str(tree)):
        return head_of(connection, tree)


def strangers(folder: LogFolder) -> tuple[str, ...]:
    """The names of files of the old form that are no part of the log, nor wait to become one.

    Raises:
        LogError, SecretStoreMissing: if the folder, or what was carried over, cannot be read.
    """
    old = _old_files(folder)
    if not old:
        return ()
    tree = _carried(folder)
    if not _has_begun(folder):
        old = [path for path in old if tree and not _is_in(folder, tree, path)]
    return tuple(path.name for path in old)


def _old_files(folder: LogFolder) -> list[Path]:
    with explained(folder.path.name):
        names = folder.path.iterdir() if folder.path.exists() else ()
        return sorted(path for path in names if _OLD.fullmatch(path.name))


def _has_begun(folder: LogFolder) -> bool:
    """Whether a register's log was ever begun here, even if somebody has removed it since."""
    if any(tree.register != CARRIED for tree in folder.trees()):
        return True
    memory, writer = Memory.recalled(folder.keys), folder.writer_id
    return bool(memory.logs.get(writer)) or any(lost.had.writer == writer for lost in memory.lost)


def _carried(folder: LogFolder) -> TreeName | None:
    return next((tree for tree in folder.trees() if tree.register == CARRIED), None)


def _copy(folder: LogFolder, tree: TreeName, old: list[Path]) -> None:
    draft = folder.path / _DRAFT
    with explained(_DRAFT):
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
    path = draft / folder.file_of(tree).name
    key = folder.new_key(tree, draft)
    with contextlib.closing(connect_writer(path, key)) as connection:
        load(connection, tree, (entry for entry, _ in _entries(old)))
    with explained(_DRAFT):
        draft.replace(folder.folder_of(CARRIED))
        sync_folder(folder.path)


def _read_back(folder: LogFolder, tree: TreeName, old: list[Path]) -> None:
    frontier, expected = Frontier(), None
    with contextlib.closing(folder.reader(tree)) as connection, explained(str(tree)):
        copied = connection.execute(f"{_ENTRIES} ORDER BY seq")
        for entry, head in _entries(old):
            row = copied.fetchone()
            if row is None or bytes(row[1]) != entry:
                raise LogDamaged(f"{tree}/{frontier.size + 1}", "the copy is not the same")
            frontier, expected = frontier.plus(leaf_hash(bytes(row[1]))), head
        if copied.fetchone() is not None or (expected and expected != _head(frontier)):
            raise LogDamaged(str(tree), "the copy is not the same")


def _is_in(folder: LogFolder, tree: TreeName, path: Path) -> bool:
    """Whether the carried tree holds all that an old file does, byte for byte."""
    with contextlib.closing(folder.reader(tree)) as carried:
        try:
            with (
                explained(path.name),
                contextlib.closing(connect(path, None, read_only=True)) as old,
            ):
                return all(
                    row == carried.execute(f"{_ENTRIES} WHERE seq = ?", (row[0],)).fetchone()
                    for row in old.execute(f"{_ENTRIES} ORDER BY seq")
                )
        except LogError:  # no file of ours
            return False


def _entries(old: list[Path]) -> Iterator[tuple[bytes, tuple[int, bytes]]]:
    """The entries of all years in order, each with the head of its year's end; checked."""
    frontier = Frontier()
    for path in old:
        with contextlib.closing(connect(path, None)) as connection, explained(path.name):
            start = connection.execute("SELECT size FROM start").fetchone()
            if start is None:  # made, and never begun
                continue
            end = connection.execute("SELECT size, root FROM head").fetchone()
            if start[0] != frontier.size or end is None:
                raise LogDamaged(path.name, "does not go on where the year before ended")
            head = (int(end[0]), bytes(end[1]))
            for seq, entry, kept in connection.execute(f"{_ENTRIES} ORDER BY seq"):
                leaf = leaf_hash(bytes(entry))
                if seq != frontier.size + 1 or leaf != kept:
                    raise LogDamaged(f"{path.name} {seq}", "the event does not match its hash")
                frontier = frontier.plus(leaf)
                yield bytes(entry), head
            if head != _head(frontier):
                raise LogDamaged(path.name, "the tree does not match its head")


def _head(frontier: Frontier) -> tuple[int, bytes]:
    return frontier.size, frontier.root

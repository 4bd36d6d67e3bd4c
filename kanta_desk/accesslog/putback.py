"""Putting back from a backup what a log has lost: trees, seals, the chain of keys, the bases.

Only what is missing or cannot be read is put back, so that a backup cannot roll the log back. All
of it is copied and read first, beside the log; only then names change, which takes no room and
which a second call finishes if a crash comes between. What is replaced is kept (``.rikki``). A log
that was put back is older than what anchors elsewhere know: the verification says so.
"""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from kanta_desk.accesslog.backups import backups_of, forgotten_in, manifest_of, note_backups
from kanta_desk.accesslog.copying import copy_tree, sealed_hash, write
from kanta_desk.accesslog.cut import chain_text
from kanta_desk.accesslog.files import WriterLock, explained
from kanta_desk.accesslog.folder import ID_FILE, LogFolder
from kanta_desk.accesslog.imported import imported_folder, imported_in, replaced
from kanta_desk.accesslog.rounds import FILE as ROUNDS
from kanta_desk.accesslog.sealing import file_hash, seal_of
from kanta_desk.accesslog.sidekeys import BASES, PUT_ASIDE, is_readable, wrapped_of
from kanta_desk.accesslog.signing import CHAIN_FILE
from kanta_desk.accesslog.tree import Frontier, leaf_hash
from kanta_desk.accesslog.yearfile import head_of
from kanta_desk.errors import LogDamaged, LogError, LogUnavailable
from kanta_desk.model.events import LogHead, TreeHead, TreeName
from kanta_desk.settings.files import sync_folder

HEADS = "varmuuskopio.txt"
"""What the backup holds: ``LogHead.text`` of all its trees. Written last: without it there is no
backup."""

_STAGE = "palautus-kesken"


def restore(backup: LogFolder, folder: LogFolder) -> tuple[TreeName, ...]:
    """Put back what is missing from ``folder`` or cannot be read; the trees that were.

    A tree whose key was taken out of the backup when it was disposed of stays away: nobody can
    read it. Nobody may have the log open.

    Raises:
        LogLocked: if it is open.
        LogDamaged: if the backup itself does not match its trees; then nothing has changed.
        LogUnavailable: if it is of another log, is not whole, or there is no room.
        LogError.
    """
    lock = WriterLock(folder.path)
    try:
        folder = _named(backup, folder)
        wanted = _wanted(backup, folder)
        with explained(folder.path.name):
            stage = folder.path / _STAGE
            shutil.rmtree(stage, ignore_errors=True)
            try:
                ready = _Stage(backup, folder, stage)
                ready.fill(wanted)
                ready.fill_imported()
                for move in ready.moves:
                    move.carry_out()
            finally:
                shutil.rmtree(stage, ignore_errors=True)
            sync_folder(folder.path)
        _take_list(backup, folder)
        return wanted
    finally:
        lock.free()


def checked(folder: LogFolder, tree: TreeName) -> TreeHead | None:
    """The head of a file whose every entry and whose tree hold; None if it was not begun.

    Raises:
        LogDamaged: if something does not hold.
        LogError, SecretStoreMissing: if the file cannot be read.
    """
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


@dataclass(frozen=True, slots=True)
class _Move:
    """A staged file to its place; what is there, and what belongs to it, is put aside.

    Without a source that is all.
    """

    source: Path | None
    place: Path

    def carry_out(self) -> None:
        self.place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for part in (self.place, Path(f"{self.place}-wal"), Path(f"{self.place}-shm")):
            if part.exists():
                part.replace(Path(f"{part}{PUT_ASIDE}"))
        if self.source is not None:
            self.source.replace(self.place)
        sync_folder(self.place.parent)


def _named(backup: LogFolder, folder: LogFolder) -> LogFolder:
    """The folder as it is now; where only its name is lost, that comes back first.

    Without it no file can be read, and files that are newer than the backup's would be taken for
    broken ones.
    """
    if folder.trees() and not (folder.path / ID_FILE).exists():
        write(folder.path / ID_FILE, f"{backup.writer_id}\n".encode())
    return replaced(folder, folder.path)


def _wanted(backup: LogFolder, folder: LogFolder) -> tuple[TreeName, ...]:
    """The trees to put back, all of them sound in the backup."""
    said = backup.path / HEADS
    try:
        heads = {head.tree: head for head in LogHead.parse(said.read_text("utf-8")).trees}
    except FileNotFoundError:
        raise LogUnavailable(backup.path.name, "not a whole backup") from None
    except (OSError, ValueError):
        raise LogDamaged(said.name, "cannot be read") from None
    gone = forgotten_in(backup.path)
    wanted = [tree for tree in heads if tree not in gone and not _is_readable(folder, tree)]
    for tree in wanted:
        if not backup.file_of(tree).exists():
            raise LogDamaged(str(tree), "missing from the backup")
        if checked(backup, tree) != heads[tree]:
            raise LogDamaged(str(tree), "not as the backup says")
    return tuple(wanted)


class _Stage:
    """What is to be put back, copied into a folder beside its places."""

    def __init__(self, backup: LogFolder, folder: LogFolder, path: Path) -> None:
        self.moves: list[_Move] = []
        self._backup, self._folder, self._path = backup, folder, path
        path.mkdir(mode=0o700, parents=True)

    def fill(self, wanted: tuple[TreeName, ...]) -> None:
        """Copy the trees, and all that belongs to the log and is missing from it.

        Raises:
            LogError: if it cannot be done.
        """
        backup, folder = self._backup, self._folder
        # A log that has no file yet may have a name; nothing is bound to it.
        begun = bool(folder.trees()) and (folder.path / ID_FILE).exists()
        if begun and folder.writer_id != backup.writer_id:
            if wanted:
                raise LogUnavailable(backup.path.name, "another log")
            return
        if wanted and not begun:
            self._bring(ID_FILE)
        if _is_behind(chain_text(folder), chain_text(backup), begun=begun):
            self._bring(CHAIN_FILE)
        for tree in wanted:
            self._bring_tree(tree)
        for tree in backup.trees():
            self._bring_seal(tree, put_back=tree in wanted)
        if not (wanted or begun):
            return
        for base in BASES:
            if (backup.path / base).exists() and not is_readable(folder, base):
                self._bring(base)
                if wrapped_of(backup, base).exists():
                    self._bring(wrapped_of(backup, base).name)
        if (backup.path / ROUNDS).exists() and not (folder.path / ROUNDS).exists():
            self._bring(ROUNDS)

    def fill_imported(self) -> None:
        """Copy what is missing of the logs that were taken in.

        Raises:
            LogError: if it cannot be done.
        """
        for there in imported_in(self._backup):
            here = imported_folder(self._folder, there.number)
            lost = tuple(tree for tree in there.trees() if not _is_readable(here, tree))
            for tree in lost:
                checked(there, tree)
            part = _Stage(there, here, self._path / there.number)
            part.fill(lost)
            self.moves += part.moves

    def _bring(self, name: str) -> None:
        copy = self._next
        write(copy, (self._backup.path / name).read_bytes())
        copy.chmod(0o600)
        self.moves.append(_Move(copy, self._folder.path / name))

    def _bring_tree(self, tree: TreeName) -> None:
        copy = self._next
        with contextlib.closing(self._backup.reader(tree)) as file:
            copy_tree(self._backup, tree, file, copy)
        self.moves.append(_Move(copy, self._folder.file_of(tree)))
        wrapped = self._backup.wrapped_of(tree)
        if wrapped.exists():
            copy = self._next
            write(copy, wrapped.read_bytes())
            self.moves.append(_Move(copy, self._folder.wrapped_of(tree)))

    def _bring_seal(self, tree: TreeName, *, put_back: bool) -> None:
        """The seal of what is put back, or one that is missing from the very file it is of."""
        sealed, place = sealed_hash(self._backup, tree), seal_of(self._folder, tree)
        if put_back and place.exists():
            self.moves.append(_Move(None, place))
        if sealed is None:
            return
        if put_back or (not place.exists() and file_hash(self._folder.file_of(tree)) == sealed):
            copy = self._next
            write(copy, seal_of(self._backup, tree).read_bytes())
            self.moves.append(_Move(copy, place))

    @property
    def _next(self) -> Path:
        return self._path / str(len(self.moves))


def _is_behind(chain: bytes, other: bytes, *, begun: bool) -> bool:
    """Whether a log's chain of keys is lost, or cut short, where the backup's goes on."""
    return bool(other) and chain != other and (not begun or other.startswith(chain))


def _take_list(backup: LogFolder, folder: LogFolder) -> None:
    """The log that was put back knows its backups again: this one, and those before it."""
    there = manifest_of(backup.path)
    if there is None or folder.path.resolve() == backup.path.resolve():
        return
    with contextlib.suppress(LogUnavailable):
        known = {each.id for each in backups_of(folder)}
        note_backups(folder, [] if there.id in known else [there])
        lost = [each for each in backups_of(backup) if each.id not in known | {there.id}]
        note_backups(folder, lost)


def _is_readable(folder: LogFolder, tree: TreeName) -> bool:
    try:
        return folder.file_of(tree).exists() and checked(folder, tree) is not None
    except LogError:
        return False

"""Compares the trees with what is kept outside them: anchored notes, and the key holder's memory.

Whatever is outside was in the log first. So what is outside is read before the files are opened:
what a writer adds to both meanwhile cannot make the one contradict the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from kanta_desk.accesslog.anchors import AnchorPlace
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.memory import FORKED, Memory
from kanta_desk.accesslog.notes import Checkpoint, Note
from kanta_desk.accesslog.verifytree import Tell, Tree
from kanta_desk.errors import LogUnavailable
from kanta_desk.model.events import CARRIED
from kanta_desk.model.logreport import FaultKind, Had, LogFault

Trees = Mapping[str, Tree]
"""By ``TreeName`` as text."""

Noting = Callable[[str], AbstractContextManager[None]]
"""Makes a fault of what stops the reading of one file, so that the next is compared still."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What was outside at a moment: notes by the place's name and their origin, the memory.

    ``unreachable`` are the names of the places that could not be asked.
    """

    writer: str
    memory: Memory
    kept: Mapping[str, Mapping[str, Sequence[Note]]]
    unreachable: tuple[str, ...]

    @classmethod
    def of(cls, folder: LogFolder, places: Iterable[AnchorPlace]) -> Outside:
        """Ask the key holder and the places.

        Raises:
            LogUnavailable: if the folder cannot be read.
            SecretStoreMissing: if there is no keyring.
        """
        writer, kept, unreachable = folder.writer_id, {}, []
        for place in places:
            name = place.name
            while name in kept or name in unreachable:  # one place never hides another
                name = f"{name} +"
            try:
                kept[name] = place.kept(writer)
            except LogUnavailable:
                unreachable.append(name)
        return cls(writer, Memory.recalled(folder.keys), kept, tuple(unreachable))

    @property
    def compared(self) -> tuple[str, ...]:
        """The names of the places that were asked."""
        return tuple(self.kept)


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A checkpoint as a place outside keeps it; ``agrees``: with the tree as it is now."""

    note: Note
    point: Checkpoint
    is_kept: bool
    agrees: bool


def compare_anchors(
    trees: Trees, outside: Outside, tell: Tell, noting: Noting, newest: int | None = None
) -> None:
    """What was put elsewhere; ``newest``: no more of each tree than so many of the last."""
    for place, kept in outside.kept.items():
        for origin, notes in kept.items():
            name = origin.removeprefix(f"kanta-desk/{outside.writer}/")
            if name != "keys":
                last = notes if newest is None else notes[-newest:]
                with noting(name):
                    _compare_anchored(trees.get(name), name, last, place, outside.writer, tell)


def _compare_anchored(
    tree: Tree | None, name: str, notes: Sequence[Note], place: str, writer: str, tell: Tell
) -> None:
    points = [(note, point) for note in notes if (point := _checkpoint(note))]
    if not points:
        return
    if tree is None:
        last = max((point for _, point in points), key=lambda point: point.size)
        had = Had(writer, name, last.size, last.root.hex())
        tell(LogFault(FaultKind.MISSING, name, 1, last.size, place, place, had))
        return
    kept = {note for (note,) in tree.connection.execute("SELECT note FROM checkpoint")}
    anchored = [
        _Anchored(note, point, str(note) in kept, tree.root(point.size) == point.root)
        for note, point in points
    ]
    # A checkpoint that the log keeps and contradicts: no loss, but a history written anew.
    rewritten = [each for each in anchored if each.is_kept and not each.agrees]
    if rewritten:
        size = rewritten[0].point.size
        agreed = _agreed(anchored, size)
        tell(LogFault(FaultKind.FORKED, tree.place, agreed + 1, size, place, place))
    for branch in _branches([each for each in anchored if not each.is_kept]):
        _tell_branch(tree, branch, anchored, place, writer, tell)


def _branches(strange: Sequence[_Anchored]) -> list[list[_Anchored]]:
    """Checkpoints that only the place keeps, each with those that it follows, the newest first.

    Each names the one before it by its digest, so what belongs to one history is known without
    the events: a loss that is acknowledged covers its own history and no other.
    """
    known = {each.note.digest: each for each in strange}
    followed = {each.point.previous for each in strange}
    branches = []
    for digest, each in known.items():
        if digest in followed:
            continue
        branch, at = [], each
        while True:
            branch.append(at)
            before = known.get(at.point.previous)
            if before is None or before.point.size > at.point.size or len(branch) > len(known):
                break
            at = before
        branches.append(branch)
    return branches


def _tell_branch(
    tree: Tree,
    branch: Sequence[_Anchored],
    anchored: Sequence[_Anchored],
    place: str,
    writer: str,
    tell: Tell,
) -> None:
    last = max((each.point for each in branch), key=lambda point: point.size)
    other = [each.point.size for each in branch if not each.agrees]
    if not other:
        tell(LogFault(FaultKind.ORDER, tree.place, detail=f"only in {place}", place=place))
        return
    had = Had(writer, str(tree.name), last.size, last.root.hex())
    if min(other) > tree.size:
        first = tree.size + 1
        tell(LogFault(FaultKind.ROLLED_BACK, tree.place, first, last.size, place, place, had))
        return
    first = _agreed(anchored, min(other)) + 1
    tell(LogFault(FaultKind.FORKED, tree.place, first, last.size, place, place, had))


def _agreed(anchored: Sequence[_Anchored], below: int) -> int:
    """Up to where the tree is as the place says, before ``below``."""
    sizes = (each.point.size for each in anchored if each.agrees)
    return max((size for size in sizes if size < below), default=0)


def compare_memory(trees: Trees, outside: Outside, tell: Tell, noting: Noting) -> None:
    """What the key holder remembers of this log and of those before it."""
    memory, writer = outside.memory, outside.writer
    for known, remembered in memory.logs.items():
        for name, had in remembered.items():
            with noting(name):
                _compare_had(trees.get(name) if known == writer else None, had, writer, tell)
    for each in memory.lost:
        had, tree = each.had, trees.get(each.had.tree) if each.had.writer == writer else None
        with noting(had.tree):
            if tree is None:
                tell(_missing(had, writer))
            elif tree.size < had.size or not _is_as_it_was(tree, had):
                tell(_forked(had) if each.left == FORKED else _rolled_back(had, each.left))


def _compare_had(tree: Tree | None, had: Had, writer: str, tell: Tell) -> None:
    if tree is None:
        tell(_missing(had, writer))
    elif tree.size < had.size:
        tell(_rolled_back(had, tree.size))
    elif not _is_as_it_was(tree, had):
        tell(_forked(had))
    elif tree.name.register != CARRIED and _last_point(tree) < had.size:
        # What is remembered was signed first.
        tell(LogFault(FaultKind.ORDER, had.tree, detail="the last are missing"))


def _missing(had: Had, writer: str) -> LogFault:
    detail = "remembered" if had.writer == writer else f"remembered, {had.writer}"
    return LogFault(FaultKind.MISSING, had.tree, 1, had.size, detail, had=had)


def _rolled_back(had: Had, left: int) -> LogFault:
    return LogFault(FaultKind.ROLLED_BACK, had.tree, left + 1, had.size, "remembered", had=had)


def _forked(had: Had) -> LogFault:
    return LogFault(FaultKind.FORKED, had.tree, 1, had.size, "remembered", had=had)


def _is_as_it_was(tree: Tree, had: Had) -> bool:
    """Whether a tree that is long enough began as it is remembered."""
    root = tree.root(had.size)
    return root is not None and root.hex().startswith(had.root)


def _checkpoint(note: Note) -> Checkpoint | None:
    try:
        return Checkpoint.parse(note.text)
    except ValueError:
        return None


def _last_point(tree: Tree) -> int:
    (last,) = tree.connection.execute("SELECT max(size) FROM checkpoint").fetchone()
    return int(last or 0)

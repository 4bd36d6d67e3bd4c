"""Compares the trees with what is kept outside them: anchored notes, and the key holder's memory.

Whatever is outside was in the log first. So what is outside is read before the files are opened:
what a writer adds to both meanwhile cannot make the one contradict the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kanta_desk.accesslog.anchors import AnchorPlace, Memory, checkpoints
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.notes import Note
from kanta_desk.accesslog.verifytree import Tell, Tree
from kanta_desk.errors import LogUnavailable
from kanta_desk.model.events import CARRIED
from kanta_desk.model.logreport import FaultKind, LogFault

Trees = Mapping[str, Tree]
"""By ``TreeName`` as text."""


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
            try:
                kept[place.name] = place.kept(writer)
            except LogUnavailable:
                unreachable.append(place.name)
        return cls(writer, Memory.recalled(folder.keys), kept, tuple(unreachable))

    @property
    def compared(self) -> tuple[str, ...]:
        """The names of the places that were asked."""
        return tuple(self.kept)


def compare_anchors(trees: Trees, outside: Outside, tell: Tell, newest: int | None = None) -> None:
    """What was put elsewhere; ``newest``: no more of each tree than so many of the last."""
    for place, kept in outside.kept.items():
        for origin, notes in kept.items():
            name = origin.removeprefix(f"kanta-desk/{outside.writer}/")
            if name != "keys":
                last = notes if newest is None else notes[-newest:]
                _compare_anchored(trees.get(name), name, last, place, tell)


def _compare_anchored(
    tree: Tree | None, name: str, notes: Sequence[Note], place: str, tell: Tell
) -> None:
    anchored = checkpoints(notes)
    if not anchored:
        return
    largest = max(point.size for point in anchored)
    if tree is None:
        tell(LogFault(FaultKind.MISSING, name, 1, largest, place))
        return
    if largest > tree.size:
        tell(LogFault(FaultKind.ROLLED_BACK, tree.place, tree.size + 1, largest, place))
    agreed = 0
    for point in anchored:
        if point.size > tree.size:
            continue
        if tree.root(point.size) != point.root:
            tell(LogFault(FaultKind.FORKED, tree.place, agreed + 1, point.size, place))
            return
        agreed = max(agreed, point.size)
    kept = {note for (note,) in tree.connection.execute("SELECT note FROM checkpoint")}
    if any(str(note) not in kept for note in notes):
        tell(LogFault(FaultKind.ORDER, tree.place, detail=f"only in {place}"))


def compare_memory(trees: Trees, outside: Outside, tell: Tell) -> None:
    """What the key holder remembers of this log and of those before it."""
    for known, sizes in outside.memory.logs.items():
        for name, size in sizes.items():
            tree = trees.get(name) if known == outside.writer else None
            if tree is None:
                tell(LogFault(FaultKind.MISSING, name, 1, size, f"remembered, {known}"))
            elif tree.size < size:
                tell(LogFault(FaultKind.ROLLED_BACK, name, tree.size + 1, size, "remembered"))
            elif tree.name.register != CARRIED and _last_point(tree) < size:
                # What is remembered was signed first.
                tell(LogFault(FaultKind.ORDER, name, detail="the last are missing"))


def _last_point(tree: Tree) -> int:
    (last,) = tree.connection.execute("SELECT max(size) FROM checkpoint").fetchone()
    return int(last or 0)

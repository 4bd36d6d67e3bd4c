"""Compares the links of the key chain with the trees: each names what the whole log was then.

A link is signed when an epoch ends, by a key that is destroyed with it. So it vouches for the log
even where the checkpoints were taken out of the files. It holds but a digest of the heads: those
are looked for at the checkpoints beside it, and where these do not fit (a power cut left them out)
at each event in turn. The chain itself is the one that cards signed and that is anchored.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import itemgetter

from kanta_desk.accesslog.nodes import Nodes
from kanta_desk.accesslog.notes import Checkpoint, Link
from kanta_desk.accesslog.signing import CHAIN_FILE, Chain
from kanta_desk.accesslog.tree import Frontier, peaks_of
from kanta_desk.accesslog.verifyoutside import Outside
from kanta_desk.accesslog.verifytree import Tell, Tree
from kanta_desk.accesslog.verifytrust import Trees
from kanta_desk.errors import LogDamaged
from kanta_desk.model.events import CARRIED, LogHead, TreeHead
from kanta_desk.model.logreport import FaultKind, Had, LogFault

_MOST_TRIED = 8192
"""Events that one link may lie among; there are no more between two checkpoints."""
_MOST_TOLD = 20


@dataclass(slots=True)
class _Course:
    """One tree beside the chain: its checkpoints, and how far it had come at the link in hand."""

    tree: Tree
    waiting: list[Checkpoint] = field(default_factory=list)
    head: TreeHead | None = None

    def come_to(self, epoch: int) -> None:
        """Go on to the last checkpoint before an epoch."""
        while self.waiting and self.waiting[-1].epoch < epoch:
            self._reach(self.waiting.pop())

    def _reach(self, point: Checkpoint) -> None:
        if self.head is None or point.size > self.head.size:
            self.head = TreeHead(self.tree.name, point.size, point.root)

    def beside(self, link: Link) -> TreeHead | None:
        """The head if the checkpoint made at the link's own moment is the one it means."""
        point = self.waiting[-1] if self.waiting else None
        if point and point.epoch == link.epoch and point.time <= link.since:
            return TreeHead(self.tree.name, point.size, point.root)
        return self.head


def compare_keys(
    trees: Trees, chain: Chain, held: tuple[bytes, bytes] | None, outside: Outside, tell: Tell
) -> None:
    """The chain is the one that cards signed and that is anchored, and goes on to the key in use.

    Else somebody who signs everything anew with keys of their own would not be noticed. ``held``
    was read before the chain: meanwhile that may have gone on by one link.
    """
    if held and chain.links and chain.links[-1].key not in held:
        tell(LogFault(FaultKind.KEY, CHAIN_FILE, detail="the key in use is another"))
    said = dict(_anchored(outside))
    for tree in trees.values():
        said |= tree.keys
    known = {(link.epoch, link.key) for link in chain.links}
    missing = sorted(said.keys() - known)
    for epoch, key in missing[-_MOST_TOLD:]:
        had = Had("", CHAIN_FILE, epoch, key.hex())
        detail = f"epoch {epoch}: another {said[epoch, key]}"
        tell(LogFault(FaultKind.KEY, CHAIN_FILE, detail=detail, had=had))


def _anchored(outside: Outside) -> Iterator[tuple[tuple[int, bytes], str]]:
    for place, kept in outside.kept.items():
        for note in kept.get(f"kanta-desk/{outside.writer}/keys", ()):
            with contextlib.suppress(ValueError):
                link = Link.parse(note.text)
                yield (link.epoch, link.key), f"in {place}"


def compare_heads(trees: Trees, chain: Chain, tell: Tell) -> None:
    """Every link that an older one vouches for fits the trees."""
    carried = [tree.head for tree in trees.values() if tree.name.register == CARRIED]
    courses = [
        _Course(tree, tree.points[::-1]) for tree in trees.values() if tree.name.register != CARRIED
    ]
    told = 0
    for link in chain.links:
        for course in courses:
            course.come_to(link.epoch)
        if link.previous and not _fits(link, courses, carried):
            told += 1
            had = Had("", CHAIN_FILE, link.epoch, link.key.hex())
            detail = f"epoch {link.epoch}: began after another log"
            tell(LogFault(FaultKind.KEY, CHAIN_FILE, detail=detail, had=had))
        if told == _MOST_TOLD:
            return


def _fits(link: Link, courses: list[_Course], carried: list[TreeHead]) -> bool:
    def is_it(heads: list[TreeHead | None]) -> bool:
        # Of each register the newest that has begun.
        newest = {head.tree.register: head for head in (*carried, *heads) if head}
        said = LogHead(tuple(sorted(newest.values(), key=lambda head: head.tree)))
        return said.digest == link.heads

    heads = [course.head for course in courses]
    if is_it(heads) or is_it([course.beside(link) for course in courses]):
        return True
    try:
        for at, head in _steps(courses):
            heads[at] = head
            if is_it(heads):
                for course, found in zip(courses, heads, strict=True):
                    course.head = found
                return True
    except LogDamaged:  # rows are missing: that is told, or they were disposed of
        return True
    return False


def _steps(courses: list[_Course]) -> Iterator[tuple[int, TreeHead]]:
    """The heads of all trees, event by event as they came, from where they were on.

    Raises:
        LogDamaged: if that cannot be told.
    """
    coming: list[tuple[int, int, bytes]] = []
    for at, course in enumerate(courses):
        latest = 0
        for time, leaf in _after(course):
            latest = max(latest, time)  # a clock that was set back does not change their order
            coming.append((latest, at, leaf))
    grown = [_frontier(course) for course in courses]
    for _, at, leaf in sorted(coming, key=itemgetter(0)):
        grown[at] = grown[at].plus(leaf)
        yield at, TreeHead(courses[at].tree.name, grown[at].size, grown[at].root)


def _after(course: _Course) -> list[tuple[int, bytes]]:
    """Time and leaf hash of the events after the head in hand, up to the next checkpoint."""
    first = course.head.size if course.head else 0
    last = course.waiting[-1].size if course.waiting else course.tree.size
    if last <= first:
        return []
    rows = course.tree.connection.execute(
        "SELECT time_ms, leaf_hash FROM event WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?",
        (first, last, _MOST_TRIED + 1),
    ).fetchall()
    if len(rows) != last - first or len(rows) > _MOST_TRIED:
        raise LogDamaged(course.tree.place, "events are missing")
    return rows


def _frontier(course: _Course) -> Frontier:
    size = course.head.size if course.head else 0
    nodes = Nodes(course.tree.connection, course.tree.place)
    return Frontier(size, tuple(nodes(level, position) for level, position in peaks_of(size)))

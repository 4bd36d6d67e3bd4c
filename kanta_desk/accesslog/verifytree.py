"""One file in a verification: opened at one moment, its rows made into a tree, the tree compared.

Where something does not hold, the comparison goes on with what was stored, so that one fault does
not hide the next nor make all that follows look wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.nodes import STEP, Nodes
from kanta_desk.accesslog.notes import Checkpoint
from kanta_desk.accesslog.schema import NODE_LEVEL
from kanta_desk.accesslog.tree import HASH_SIZE, Frontier, node_hash, peaks_of
from kanta_desk.accesslog.verifyrows import Pruned, SpanResult
from kanta_desk.accesslog.yearfile import head_of
from kanta_desk.model.events import TreeHead, TreeName
from kanta_desk.model.logreport import FaultKind, LogFault

Tell = Callable[[LogFault], None]
_EMPTY = bytes(HASH_SIZE)
_MOST_PAGES = 5


@dataclass(slots=True)
class Tree:
    """What is known of a file; ``connection`` stays in one read transaction.

    ``first`` and ``last`` are the lowest and highest number of a row (or of a disposed range),
    ``covered`` how many events the stored nodes cover. ``levels[n]`` are the hashes of level
    ``NODE_LEVEL + n`` by position, from the rows where those hold. ``bad`` are the positions of
    blocks with a fault. ``points`` are the checkpoints that the file keeps, in their order;
    ``keys`` the links of the key chain (epoch and key) that cards signed, and where.
    """

    name: TreeName
    connection: Connection
    head: TreeHead
    first: int
    last: int
    covered: int
    pruned: Pruned
    levels: list[list[bytes]] = field(default_factory=list)
    bad: set[int] = field(default_factory=set)
    points: list[Checkpoint] = field(default_factory=list)
    keys: dict[tuple[int, bytes], str] = field(default_factory=dict)
    checked: int = 0
    checkpoints: int = 0
    cards: int = 0

    @property
    def place(self) -> str:
        """How faults name it."""
        return str(self.name)

    @property
    def expected(self) -> int:
        """How many events there should be, by the head and by the stored nodes."""
        return max(self.head.size, self.covered)

    @property
    def size(self) -> int:
        """How many events there are, none skipped."""
        return max(0, min(self.last, self.expected))

    @property
    def disposed(self) -> int:
        """Events whose rows were disposed of."""
        return sum(last - first + 1 for first, last in self.pruned)

    def root(self, size: int) -> bytes | None:
        """The root when the tree had ``size`` events, from the rows; None if it cannot be made."""
        if not 0 <= size <= self.size:
            return None
        nodes, peaks = Nodes(self.connection, self.place), []
        for level, position in peaks_of(size):
            found = self._hash(level - NODE_LEVEL, position) or nodes.find(level, position)
            if not found:
                return None
            peaks.append(found)
        return Frontier(size, tuple(peaks)).root

    def _hash(self, above: int, position: int) -> bytes | None:
        if 0 <= above < len(self.levels) and position < len(self.levels[above]):
            return self.levels[above][position]
        return None


def opened(connection: Connection, name: TreeName) -> Tree | None:
    """The tree of a file whose read transaction has begun; None if the file was not begun.

    Raises:
        LogDamaged: if there are events without a head.
        driver.Error: as SQLite says it.
    """
    head = head_of(connection, name)
    if head is None:
        return None
    run = connection.execute
    pruned: Pruned = run("SELECT seq_from, seq_to FROM pruned ORDER BY seq_from").fetchall()
    first, last = run("SELECT min(seq), max(seq) FROM event").fetchone()
    (covered,) = run("SELECT max((position + 1) << level) FROM node").fetchone()
    tree = Tree(
        name,
        connection,
        head,
        first=min(first if first is not None else 1, 1),
        last=max(last or 0, pruned[-1][1] if pruned else 0),
        covered=covered or 0,
        pruned=pruned,
    )
    _bound(tree)
    return tree


def _bound(tree: Tree) -> None:
    """Take no number for true that rows and nodes are far too few for: one row may claim any.

    What is above is told as the head's fault.
    """
    run = tree.connection.execute
    (blocks,) = run("SELECT count(*) FROM node WHERE level = ?", (NODE_LEVEL,)).fetchone()
    if tree.size <= (blocks + 1) << NODE_LEVEL:
        return
    (rows,) = run("SELECT count(*) FROM event").fetchone()
    most = max(rows, (blocks + 1) << NODE_LEVEL)
    tree.last = min(tree.last, most)
    tree.pruned = [(first, min(last, most)) for first, last in tree.pruned if first <= most]


def spans(tree: Tree, length: int, wanted: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """First and last event of each span to read; ``wanted`` tells it of a block's position."""
    begin = None
    for position in range((tree.size + STEP - 1) // STEP):
        first = position * STEP + 1
        if not wanted(position):
            if begin is not None:
                yield begin, first - 1
                begin = None
        elif begin is None:
            begin = first
        elif first - begin >= length:
            yield begin, first - 1
            begin = first
    if begin is not None:
        yield begin, tree.size


def assemble(tree: Tree, results: list[SpanResult], tell: Tell) -> None:
    """Put the spans' hashes together, compare the upper tree with what is stored, and the head."""
    for result in results:
        tree.checked += result.last - result.first + 1
        tree.bad.update(result.bad)
        for fault in result.faults:
            tell(fault)
    if tree.first < 1:
        tell(LogFault(FaultKind.NUMBER, tree.place, tree.first, tree.first))
    _build(tree, results, tell)
    _compare_low(tree, tell)
    _compare_head(tree, tell)


def _build(tree: Tree, results: list[SpanResult], tell: Tell) -> None:
    run = tree.connection.execute
    stored = {
        (level, position): bytes(kept)
        for level, position, kept in run(
            "SELECT level, position, hash FROM node WHERE level >= ?", (NODE_LEVEL,)
        )
    }
    blocks = [stored.get((NODE_LEVEL, position), _EMPTY) for position in range(tree.size // STEP)]
    for result in results:
        start = result.first // STEP
        for at in range(0, len(result.blocks), HASH_SIZE):
            blocks[start + at // HASH_SIZE] = result.blocks[at : at + HASH_SIZE]
    tree.levels = [blocks]
    level = NODE_LEVEL
    while len(below := tree.levels[-1]) > 1:
        level += 1
        above = []
        for position in range(len(below) // 2):
            made = node_hash(below[2 * position], below[2 * position + 1])
            kept = stored.get((level, position))
            if made != kept and _EMPTY not in below[2 * position : 2 * position + 2]:
                first, last = (position << level) + 1, (position + 1) << level
                tell(LogFault(FaultKind.TREE, tree.place, first, last, f"level {level}"))
            above.append(kept or made)
        tree.levels.append(above)


def _compare_low(tree: Tree, tell: Tell) -> None:
    """Nodes of the lowest levels are kept where rows were disposed of, and nowhere else: a false
    one waiting elsewhere would be believed once its rows have gone."""
    gone: list[tuple[int, int]] = []
    for first, last in tree.pruned:
        if gone and gone[-1][1] >= first - 1:
            gone[-1] = gone[-1][0], max(gone[-1][1], last)
        else:
            gone.append((first, last))
    rows = tree.connection.execute(
        "SELECT level, position FROM node WHERE level < ? OR position < 0 ORDER BY level, position",
        (NODE_LEVEL,),
    )
    for level, position in rows:
        if level < 0 or position < 0:
            first = last = 0
        else:
            first, last = (position << level) + 1, (position + 1) << level
        if not any(low <= first and last <= high for low, high in gone):
            tell(LogFault(FaultKind.TREE, tree.place, first, last, f"level {level}: not needed"))
            return


def _compare_head(tree: Tree, tell: Tell) -> None:
    if tree.last != tree.expected:
        low, high = sorted((tree.last, tree.expected))
        tell(LogFault(FaultKind.HEAD, tree.place, low + 1, high))
        return
    if tree.root(tree.size) == tree.head.root or tree.size // STEP in tree.bad:
        return
    tail = tree.size // STEP * STEP + 1
    if tree.head.size == tree.size and tail <= tree.size:
        tell(LogFault(FaultKind.TREE, tree.place, tail, tree.size))
    else:
        tell(LogFault(FaultKind.HEAD, tree.place))


def check_pages(tree: Tree, tell: Tell) -> bool:
    """Let SQLCipher prove every page of an encrypted file that nobody writes; SQLite's own check
    looks into none that are free, or after the end."""
    bad = tree.connection.execute("PRAGMA cipher_integrity_check").fetchmany(_MOST_PAGES)
    for (line,) in bad:
        tell(LogFault(FaultKind.STORE, tree.place, detail=str(line)[:200]))
    return not bad

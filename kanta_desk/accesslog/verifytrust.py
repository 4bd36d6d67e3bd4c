"""Compares the trees with what vouches for them in the log: checkpoints, keys and cards."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import pairwise

from kanta_desk.accesslog.backing import Approvals
from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.entry import decode
from kanta_desk.accesslog.notes import Checkpoint, Note
from kanta_desk.accesslog.prooffile import SIGNED_KINDS
from kanta_desk.accesslog.signing import CHAIN_FILE, Chain, is_signed
from kanta_desk.accesslog.statement import CardStatement
from kanta_desk.accesslog.verifytree import Tell, Tree
from kanta_desk.model.events import EventKind, LogHead, TreeName
from kanta_desk.model.logreport import FaultKind, Had, LogFault

DRIFT = timedelta(minutes=5)
"""How far a clock may be set back without a word: what keeping it right can do."""

_EVIDENCE = "json_extract(entry, '$[36][1]')"

MOST_UNSIGNED = 8192
"""Events at a tree's end that may wait for a checkpoint; signing runs beside the writing."""

Trees = Mapping[str, Tree]
"""By ``TreeName`` as text."""


def compare_chain(chain: Chain, tell: Tell) -> None:
    """Every key was vouched for by the one before it."""
    for at in chain.faults:
        tell(LogFault(FaultKind.KEY, CHAIN_FILE, detail=f"note {at + 1}"))
    for epoch in chain.breaks:
        link = chain.key_of(epoch)
        had = Had("", CHAIN_FILE, epoch, link[0].key.hex()) if link else None
        detail = f"epoch {epoch}: nothing vouches for it"
        tell(LogFault(FaultKind.KEY, CHAIN_FILE, detail=detail, had=had))


def compare_checkpoints(tree: Tree, writer: str, chain: Chain, tell: Tell) -> None:
    """Each was signed by the key of its time, follows the one before, and has the root there was.

    Of checkpoints whose root is another, the first is told, with the events since the last that
    agreed: among them is what was rewritten.
    """
    rows = tree.connection.execute("SELECT size, note FROM checkpoint ORDER BY id").fetchall()
    before: Checkpoint | None = None
    digest = b""
    agreed, told = 0, False
    for size, text in rows:
        try:
            note = Note.parse(text)
            point = Checkpoint.parse(note.text)
        except ValueError:
            tell(LogFault(FaultKind.CHECKPOINT, tree.place, size, size, "cannot be read"))
            before, digest = None, b""
            continue
        tree.points.append(point)
        sound = not _out_of_place(tree, writer, point, size, before, digest, tell)
        sound &= _is_of_its_time(point, note, chain, tree.place, tell)
        if size > tree.size:
            tell(LogFault(FaultKind.ROLLED_BACK, tree.place, tree.size + 1, size, "checkpoint"))
        elif tree.root(size) == point.root:
            agreed = size
            tree.checkpoints += sound
        elif not told:
            told = True
            tell(LogFault(FaultKind.CHECKPOINT, tree.place, agreed + 1, size))
        before, digest = point, note.digest
    if chain.links and tree.size - (rows[-1][0] if rows else 0) > MOST_UNSIGNED:
        first = (rows[-1][0] if rows else 0) + 1
        tell(LogFault(FaultKind.ORDER, tree.place, first, tree.size, "no checkpoint"))


def _out_of_place(
    tree: Tree,
    writer: str,
    point: Checkpoint,
    size: int,
    before: Checkpoint | None,
    digest: bytes,
    tell: Tell,
) -> bool:
    origin = f"kanta-desk/{writer}/{tree.name}"
    if point.origin != origin or point.size != size or (before and size < before.size):
        tell(LogFault(FaultKind.ORDER, tree.place, size, size, "another's checkpoint"))
        return True
    if point.previous != digest:
        tell(LogFault(FaultKind.ORDER, tree.place, size, size, "the one before is missing"))
        return True
    if before and point.time < before.time - DRIFT:
        tell(LogFault(FaultKind.CLOCK, tree.place, before.size + 1, size))
        return True
    return False


def _is_of_its_time(point: Checkpoint, note: Note, chain: Chain, place: str, tell: Tell) -> bool:
    """Signed by the key of its own epoch, while that lasted: no later key can sign for it."""
    found = chain.key_of(point.epoch)
    if found is None:
        detail = f"epoch {point.epoch} is not in the chain"
    elif found[0].key != point.key or not is_signed(note, point.key):
        detail = "signature"
    elif not lasted(point.time, found[0].since, found[1]):
        detail = f"not in the time of epoch {point.epoch}"
    else:
        return True
    tell(LogFault(FaultKind.KEY, place, point.size, point.size, detail))
    return False


def lasted(time: datetime, since: datetime, until: datetime | None) -> bool:
    """Whether an epoch lasted at a time, as far as clocks are right."""
    return time >= since - DRIFT and (until is None or time <= until + DRIFT)


def compare_clock(tree: Tree, tell: Tell) -> None:
    """The events' own times do not go back by more than ``DRIFT``."""
    rows = tree.connection.execute(
        "SELECT seq, was FROM (SELECT seq, time_ms, max(time_ms) OVER"
        " (ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS was FROM event)"
        " WHERE time_ms < was - ? LIMIT 1",
        (DRIFT // timedelta(milliseconds=1),),
    )
    for seq, _ in rows:
        tell(LogFault(FaultKind.CLOCK, tree.place, seq, seq))


def compare_cards(trees: Trees, tell: Tell) -> None:
    """What cards signed of the log: the signature itself, and the heads that it covers."""
    kinds = ", ".join(f"'{kind.value}'" for kind in SIGNED_KINDS)
    for tree in trees.values():
        rows = tree.connection.execute(
            f"SELECT seq, {_EVIDENCE} FROM event WHERE kind IN ({kinds})"  # noqa: S608
            " AND has_evidence = 1 AND phase = 'toteutui' ORDER BY seq"
        )
        for seq, evidence in rows:
            try:
                statement = CardStatement.parse(str(evidence))
                heads = statement.heads.trees if statement else {}
                key = statement.heads.key if statement else None
            except ValueError:
                tell(LogFault(FaultKind.CARD, tree.place, seq, seq, "cannot be read"))
                continue
            if statement is None:
                continue
            if not statement.holds():
                tell(LogFault(FaultKind.CARD, tree.place, seq, seq, "signature"))
            elif key is not None:
                tree.keys.setdefault(key, f"signed in {tree.name}/{seq}")
            for name, (size, root) in heads.items():
                signed, where = trees.get(name), f"signed in {tree.name}/{seq}"
                had = Had("", name, size, root.hex())
                if signed is None:
                    tell(LogFault(FaultKind.MISSING, name, 1, size, where, had=had))
                elif signed.root(size) != root:
                    tell(LogFault(FaultKind.CARD, signed.place, 1, size, where, had=had))
                else:
                    signed.cards += 1


def sizes_vouched_for(connection: Connection, name: TreeName, tree: TreeName) -> set[int]:
    """The sizes of ``tree`` that the file ``name`` says anything of: its own checkpoints, what
    cards signed, what a year's opening saw.

    Raises:
        driver.Error: as SQLite says it.
    """
    sizes: set[int] = set()
    if name == tree:
        sizes.update(size for (size,) in connection.execute("SELECT size FROM checkpoint"))
    kinds = ", ".join(f"'{kind.value}'" for kind in (*SIGNED_KINDS, EventKind.LOG_YEAR))
    rows = connection.execute(
        f"SELECT entry, leaf_hash FROM event WHERE kind IN ({kinds}) AND has_evidence = 1"  # noqa: S608
    )
    for entry, leaf in rows:
        try:
            event = decode(entry, leaf, name)
            if event.kind is EventKind.LOG_YEAR:
                head = LogHead.parse(event.evidence).of(tree)
                sizes |= {head.size} if head else set()
            elif statement := CardStatement.parse(event.evidence):
                size, _ = statement.heads.trees.get(str(tree), (0, b""))
                sizes.add(size)
        except ValueError:
            continue
    return sizes


def compare_disposals(tree: Tree, trees: Trees, tell: Tell) -> None:
    """Every range without rows has its approval in the log, and was old enough."""
    rows = tree.connection.execute("SELECT seq_from, seq_to, note FROM pruned").fetchall()
    approvals = Approvals(trees)
    for first, last, note in rows:
        if reason := approvals.fault(tree, (first, last), note):
            tell(LogFault(FaultKind.PRUNED, tree.place, first, last, reason))
    for one, other in pairwise(sorted(rows)):
        if other[0] <= one[1]:
            tell(LogFault(FaultKind.PRUNED, tree.place, other[0], one[1], "twice"))

"""Whether the log itself approved each range of events that is gone, and whether it was old enough.

``pruned`` says only which event approved a range, and whoever has the file can write there. So the
event must be in its tree, must name the very range, at the tree's root of then, must have been
carried out, and be twelve years younger than all that is known to be older than the range.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from kanta_desk.accesslog.entry import decode
from kanta_desk.accesslog.notes import Checkpoint, Note
from kanta_desk.accesslog.retention import oldest_allowed
from kanta_desk.accesslog.schema import YEARS
from kanta_desk.accesslog.verifytree import Tree
from kanta_desk.model.events import CARRIED, EventKind, EventRef, Phase

_SLACK = timedelta(days=2)
"""So much may a clock have been wrong that was put right."""

_NOT_DONE = (Phase.FAILED, Phase.CANCELLED)

_UNREADABLE = (AttributeError, LookupError, TypeError, ValueError, RecursionError, OverflowError)


@dataclass(frozen=True, slots=True)
class _Approval:
    """An event that approves a disposal; ``limit`` is what all that goes must be older than."""

    disposal: str
    ranges: frozenset[tuple[int, int]]
    size: int
    root: bytes
    limit: datetime


class Approvals:
    """The approvals in a log's trees, by ``TreeName`` as text, each read once."""

    def __init__(self, trees: Mapping[str, Tree]) -> None:
        self._trees = trees
        self._known: dict[EventRef, _Approval | str] = {}
        self._phases: dict[str, dict[EventRef | None, Phase]] = {}

    def fault(self, tree: Tree, span: tuple[int, int], note: str) -> str:
        """Why a range that is gone is not backed by an approval; empty if it is.

        Raises:
            driver.Error: as SQLite says it.
        """
        try:
            ref = EventRef.parse(json.loads(note)["event"], tree.name.register)
        except _UNREADABLE:
            return "no approval"
        if span[0] <= 1 and tree.name.register != CARRIED:
            return "the opening event stays"
        approval = self._approval(tree, ref)
        if isinstance(approval, str):  # empty: itself disposed of, as it should be
            return approval
        if approval.disposal != str(tree.name) or span not in approval.ranges:
            return "its approval is of something else"
        if approval.size > tree.size or tree.root(approval.size) not in (None, approval.root):
            return "its approval is of another history"
        return "younger than twelve years" if _is_younger(tree, span, approval.limit) else ""

    def _approval(self, tree: Tree, ref: EventRef) -> _Approval | str:
        if ref not in self._known:
            there = self._trees.get(str(ref.tree))
            if there is None:
                return "its approval is not in the log"
            row = there.connection.execute(
                "SELECT entry, leaf_hash FROM event WHERE seq = ?", (ref.seq,)
            ).fetchone()
            if row is None:
                return self._gone(tree, there, ref)
            try:
                self._known[ref] = self._read(ref, row[0], row[1])
            except _UNREADABLE:
                self._known[ref] = "no approval"
        return self._known[ref]

    def _read(self, ref: EventRef, entry: bytes, leaf: bytes) -> _Approval | str:
        event = decode(entry, leaf, ref.tree)
        if event.kind is not EventKind.LOG_DISPOSAL or event.phase is not Phase.INTENT:
            return "its approval is of something else"
        said = json.loads(event.evidence)
        if not said["approvals"]:
            return "nobody approved it"
        # While it is under way, or until the next start takes it up, it has no outcome; of one
        # that a crash cut short, earlier versions wrote that it is not known.
        if self._outcomes(ref.register).get(ref) in _NOT_DONE:
            return "what approved it was not carried out"
        return _Approval(
            str(said["disposal"]),
            frozenset((int(first), int(last)) for first, last in said["ranges"]),
            int(said["size"]),
            base64.b64decode(said["root"], validate=True),
            oldest_allowed(min([event.time, *_clocks(said.get("time", {}))])),
        )

    def _gone(self, tree: Tree, there: Tree, ref: EventRef) -> str | _Approval:
        """An approval may be disposed of itself, twelve years later, if that is backed in turn."""
        over = there.name.year >= tree.name.year + YEARS or (
            tree.name.register == CARRIED != there.name.register
        )
        row = there.connection.execute(
            "SELECT seq_from, seq_to, note FROM pruned WHERE ? BETWEEN seq_from AND seq_to",
            (ref.seq,),
        ).fetchone()
        if row is None or not over:
            return "its approval is not in the log"
        return "its approval's disposal is not backed" if self.fault(there, row[:2], row[2]) else ""

    def _outcomes(self, register: str) -> dict[EventRef | None, Phase]:
        """How the disposals of a register ended, by their intents."""
        if register not in self._phases:
            found: dict[EventRef | None, Phase] = {}
            for each in self._trees.values():
                if each.name.register != register:
                    continue
                rows = each.connection.execute(
                    "SELECT entry, leaf_hash FROM event WHERE kind = ? AND phase != ?",
                    (EventKind.LOG_DISPOSAL.value, Phase.INTENT.value),
                )
                for entry, leaf in rows:
                    try:
                        event = decode(entry, leaf, each.name)
                    except _UNREADABLE:
                        continue
                    found[event.intent_ref] = event.phase
            self._phases[register] = found
        return self._phases[register]


def _clocks(said: Mapping[str, Any]) -> list[datetime]:
    """The clocks that the approval was given by."""
    return [datetime.fromisoformat(said[name]) for name in ("clock", "signed", "told")
            if name in said]  # fmt: skip


def _is_younger(tree: Tree, span: tuple[int, int], limit: datetime) -> bool:
    """Whether something is younger than ``limit`` that is itself older than the range's end: the
    event before it, or a checkpoint that was signed before the last of it was written."""
    run = tree.connection.execute
    times: list[datetime] = []
    before = run(
        "SELECT time_ms FROM event WHERE seq < ? ORDER BY seq DESC LIMIT 1", (span[0],)
    ).fetchone()
    if before is not None:
        times.append(datetime.fromtimestamp(before[0] / 1000, UTC))
    notes = run(
        "SELECT note FROM checkpoint WHERE size < ? AND size >= coalesce("
        "(SELECT max(size) FROM checkpoint WHERE size < ?), 0)",
        (span[1], span[0]),
    )
    for (note,) in notes:
        try:
            times.append(Checkpoint.parse(Note.parse(note).text).time)
        except ValueError:
            continue
    return any(time - _SLACK > limit for time in times)

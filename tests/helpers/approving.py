"""Kinds of harm by whoever approves a disposal, or says so: rows made to look disposed of."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping

from kanta_desk.accesslog.disposal import note_of
from kanta_desk.accesslog.nodes import Nodes
from kanta_desk.accesslog.tree import aligned
from kanta_desk.model.events import EventKind, EventRef, Intent, Outcome, Phase, TreeName
from kanta_desk.model.logreport import FaultKind
from tests.helpers.events import REGISTER, Clock, act
from tests.helpers.harm import LATER, Act, Tampering, opened
from tests.helpers.sealed_log import Place, session

FIRST, LAST = 410, 500
TREE = TreeName(REGISTER.key, 2026)


def approved(phase: Phase | None, **said: object) -> Act:
    """An approval that the program itself wrote, with what ``said`` changes, and the rows gone."""

    def harm(place: Place) -> None:
        _remove(place, _approve(place, phase, said))

    return harm


def _approve(place: Place, phase: Phase | None, said: Mapping[str, object]) -> EventRef:
    report = place.verified()
    tree = next(each for each in report.trees if each.tree == str(TREE))
    plan: dict[str, object] = {
        "disposal": str(TREE),
        "ranges": [[FIRST, LAST]],
        "size": tree.size,
        "root": base64.b64encode(bytes.fromhex(tree.root)).decode(),
        "approvals": [{"user": "1"}],
    }
    asked = act(EventKind.LOG_DISPOSAL)
    with session(place, Clock(LATER)) as (log, _):
        evidence = json.dumps(plan | dict(said))
        event = log.intend(Intent(asked.kind, asked.actor, asked.context, evidence=evidence))
        if phase is not None:
            log.settle(event, Outcome(phase))
    return event


def _remove(place: Place, approval: EventRef) -> None:
    with opened(place) as connection:
        nodes = Nodes(connection, "x")
        kept = [
            (level, at, nodes(level, at)) for level, at in aligned(FIRST - 1, LAST) if level < 8
        ]
        connection.executemany("INSERT OR IGNORE INTO node VALUES (?, ?, ?)", kept)
        note = note_of(approval)
        connection.execute("INSERT INTO pruned VALUES (?, ?, ?)", (FIRST, LAST, note))
        connection.execute("DELETE FROM event WHERE seq BETWEEN ? AND ?", (FIRST, LAST))


def _in_itself(place: Place) -> None:
    """A range whose approval would be in the range."""
    _remove(place, EventRef(TREE.register, TREE.year, FIRST + 1))


K = FaultKind
APPROVING = tuple(
    Tampering(name, harm, (K.PRUNED, 2026, FIRST, LAST))
    for name, harm in (
        ("young rows between two checkpoints approved away", approved(Phase.DONE)),
        ("rows approved away, the approval failed", approved(Phase.FAILED)),
        ("rows approved away by nobody", approved(Phase.DONE, approvals=[])),
        ("rows approved away of another history", approved(None, root="AAAA")),
        ("a range that holds its own approval", _in_itself),
    )
)

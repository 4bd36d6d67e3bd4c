"""Losses of the log that an auditor has answered for: an event of the log says which, and why.

A log that lost events for good, in a fire or by an honest restoring, would be told as at fault for
ever: what was anchored does not come back. So whoever may audit the log acknowledges the loss:
what there was (by the anchor or the memory), what there is, why, and who. It covers that loss
alone: the same tree, the same size, the same root.

To forge one is as hard as to forge any event: it counts only if a signed checkpoint covers it, if
it settles an intent of the same person, and if a card of that person signed in to its session.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.x509 import load_der_x509_certificate

from kanta_desk.accesslog.entry import PROGRAM, decode
from kanta_desk.accesslog.notes import Checkpoint, Note
from kanta_desk.accesslog.proof import holds, prove_event
from kanta_desk.accesslog.signing import Chain, is_signed
from kanta_desk.accesslog.statement import CardStatement
from kanta_desk.accesslog.tree import leaf_hash
from kanta_desk.accesslog.verifytree import Tree
from kanta_desk.errors import LogDamaged
from kanta_desk.model.events import Event, EventKind, EventRef, Phase
from kanta_desk.model.logreport import Acknowledged, FaultKind, Had, LogFault

_FORM = 1
_MOST_NOTES = 8
"""Checkpoints after an event of which one must cover it."""

Trees = Mapping[str, Tree]
"""By ``TreeName`` as text."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What was lost, and how the tree stands now (0 and empty: it is not there)."""

    had: Had
    size: int = 0
    root: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """Losses that one event acknowledges."""

    event: EventRef
    by: str
    said: Event
    losses: tuple[Loss, ...]
    reason: str

    def answer_to(self, fault: LogFault) -> Acknowledged | None:
        """The fault as acknowledged; None if this is not about that loss."""
        if fault.had is None:
            return None
        for loss in self.losses:
            if fault.had.is_of(loss.had) or _is_of_the_same_missing(fault, loss):
                return Acknowledged(
                    fault,
                    str(self.event),
                    self.by,
                    self.said.time,
                    self.reason,
                    loss.size,
                    loss.root,
                )
        return None


def evidence_of(losses: Sequence[Loss], reason: str) -> str:
    """As the event holds it."""
    return json.dumps(
        {
            "incident": _FORM,
            "losses": [
                {
                    "writer": each.had.writer,
                    "tree": each.had.tree,
                    "size": each.had.size,
                    "root": each.had.root,
                    "has_size": each.size,
                    "has_root": each.root,
                }
                for each in losses
            ],
            "reason": reason,
        },
        ensure_ascii=False,
    )


def incidents_of(
    trees: Trees, read_chain: Callable[[], Chain], writer: str
) -> tuple[Incident, ...]:
    """All that count, the oldest of each tree first; the keys are read only if there are any.

    Raises:
        driver.Error: as SQLite says it.
        LogUnavailable: if the keys cannot be read.
    """
    found, chain = [], None
    for tree in trees.values():
        rows = tree.connection.execute(
            "SELECT entry, leaf_hash FROM event WHERE kind = ? AND phase = ? ORDER BY seq",
            (EventKind.LOG_INCIDENT.value, Phase.DONE.value),
        ).fetchall()
        for entry, leaf in rows:
            chain = chain or read_chain()
            event = _event(entry, leaf, tree)
            if event is None or not _is_vouched_for(event, trees, chain, writer):
                continue
            try:
                losses, reason = _said(event.evidence)
            except (ValueError, TypeError, LookupError, RecursionError):
                continue
            found.append(Incident(event.ref, event.actor.user_name, event, losses, reason))
    return tuple(found)


def answered(fault: LogFault, incidents: Iterable[Incident]) -> Acknowledged | None:
    """The fault as the first of the incidents acknowledges it; None if none does."""
    answers = (incident.answer_to(fault) for incident in incidents)
    return next((answer for answer in answers if answer), None)


def _is_of_the_same_missing(fault: LogFault, loss: Loss) -> bool:
    """Of a tree that is gone whole, less than what is acknowledged went with it."""
    had = fault.had
    return (
        fault.kind is FaultKind.MISSING
        and had is not None
        and not loss.size
        and (had.writer, had.tree) == (loss.had.writer, loss.had.tree)
        and had.size <= loss.had.size
    )


def _said(evidence: str) -> tuple[tuple[Loss, ...], str]:
    said: dict[str, Any] = json.loads(evidence)
    if said["incident"] != _FORM:
        raise ValueError("another form")
    losses = tuple(
        Loss(
            Had(str(each["writer"]), str(each["tree"]), int(each["size"]), str(each["root"])),
            int(each["has_size"]),
            str(each["has_root"]),
        )
        for each in said["losses"]
    )
    return losses, str(said["reason"])


def _event(entry: str | bytes, leaf: bytes, tree: Tree) -> Event | None:
    """An event whose entry matches its hash; None if it does not."""
    text = entry.encode() if isinstance(entry, str) else entry
    try:
        return decode(text, leaf, tree.name) if leaf_hash(text) == leaf else None
    except ValueError:
        return None


def _is_vouched_for(event: Event, trees: Trees, chain: Chain, writer: str) -> bool:
    actor = event.actor
    if actor.user_id in ("", PROGRAM) or not (actor.session_id and event.intent_ref):
        return False
    if not (_is_sealed(event.ref, trees, chain, writer) and _is_intended(event, trees)):
        return False
    signings_in = list(_signings_in(event, trees))
    if not signings_in:
        # Twelve years later the sign-in may have been disposed of; until then it is there.
        return any(tree.pruned for tree in trees.values() if tree.name.year == event.ref.year)
    return any(_is_signed_in(event, signing_in) for signing_in in signings_in)


def _is_sealed(ref: EventRef, trees: Trees, chain: Chain, writer: str) -> bool:
    """Whether a checkpoint, signed by the key of its epoch, has a root over the event as it is."""
    tree = trees[str(ref.tree)]
    rows = tree.connection.execute(
        "SELECT size, note FROM checkpoint WHERE size >= ? ORDER BY id LIMIT ?",
        (ref.seq, _MOST_NOTES),
    )
    for size, text in rows.fetchall():
        try:
            note = Note.parse(text)
            point = Checkpoint.parse(note.text)
            link = chain.key_of(point.epoch)
            if (
                link is None
                or (point.origin, point.size) != (f"kanta-desk/{writer}/{tree.name}", size)
                or link[0].key != point.key
                or not is_signed(note, point.key)
            ):
                continue
            proof = prove_event(tree.connection, tree.place, ref.seq, size)
        except (ValueError, LookupError, LogDamaged):
            continue
        if proof.root == point.root and holds(proof):
            return True
    return False


def _is_intended(event: Event, trees: Trees) -> bool:
    ref = event.intent_ref
    tree = trees.get(str(ref.tree)) if ref else None
    if ref is None or tree is None:
        return False
    row = tree.connection.execute(
        "SELECT entry, leaf_hash FROM event WHERE seq = ?", (ref.seq,)
    ).fetchone()
    intent = _event(row[0], row[1], tree) if row else None
    return (
        intent is not None
        and (intent.kind, intent.phase) == (EventKind.LOG_INCIDENT, Phase.INTENT)
        and intent.actor == event.actor
    )


def _signings_in(event: Event, trees: Trees) -> Iterable[Event]:
    """The sign-ins, in whichever register, to the session of an event."""
    for tree in trees.values():
        rows = tree.connection.execute(
            "SELECT entry, leaf_hash FROM event WHERE kind = ? AND phase = ? AND session_id = ?",
            (EventKind.SIGN_IN.value, Phase.DONE.value, event.actor.session_id),
        )
        for entry, leaf in rows.fetchall():
            if found := _event(entry, leaf, tree):
                yield found


def _is_signed_in(event: Event, signing_in: Event) -> bool:
    """Whether a card of the person who acknowledged signed in to that very session."""
    actor = event.actor
    try:
        statement = CardStatement.parse(signing_in.evidence)
        if statement is None or not statement.holds():
            return False
        serial = load_der_x509_certificate(statement.certificate).serial_number
        lines = statement.message.decode().splitlines()
        return (
            signing_in.actor.user_id == actor.user_id
            and int(actor.certificate_serial.replace(":", ""), 16) == serial
            and f"session: {actor.session_id}" in lines
        )
    except ValueError:
        return False

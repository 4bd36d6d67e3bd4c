"""One invalidation from its intent to its outcome, exactly once whatever breaks in between.

The rules that make it so:

* The access log holds the intent before anything is asked, and the signed frame before its first
  byte leaves. So what was never signed was never sent, and a retry sends the same bytes under the
  same message id, which the archive takes once.
* After the first byte nothing is assumed from an answer or its absence: the archive is asked, by
  the versions of the document and by the message's id.
* While the outcome is not known the intent stays open in the log; ``settle`` asks again. It says
  "not done" only of a request that the archive did not get and that is too old to be carried out.
* Before each thing that goes out, ``guard`` is asked whether this may still be done: the card is
  in, the session open, the right there, the clock sound. If not, nothing further goes out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Protocol

from kanta_desk.archive.requests import Acknowledged, Order, Seal, SignedFrame
from kanta_desk.errors import (
    AlreadyInvalidated,
    AlreadyReplaced,
    ArchiveRejected,
    KantaError,
    NeverSent,
    NotCarriedOut,
    NotConfirmedByArchive,
    OutcomeUnknown,
)
from kanta_desk.invalidation.planning import obstacle
from kanta_desk.model.documents import RecordState, VersionHistory
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import Fate, InvalidationPlan, PlannedItem, Step

SENDINGS = 2
"""How often one run sends the same frame before it leaves the outcome to be settled."""


class Archive(Protocol):
    """The archive and the log, bound to one request and to who asks for it."""

    def versions(self, set_id: Oid) -> VersionHistory:
        """All versions of a set."""
        ...

    def sign(
        self, order: Order, seal: Seal, certificate: bytes, signer: Callable[[bytes], bytes]
    ) -> SignedFrame:
        """The signed frame of this request."""
        ...

    def keep(self, frame: SignedFrame) -> None:
        """Write the signed frame to the access log; on the disk when this returns."""
        ...

    def send(self, frame: bytes) -> Acknowledged:
        """Send the frame of this request."""
        ...

    def outcome(self) -> Acknowledged | None:
        """What the archive said to this request; None if it has not taken it in."""
        ...

    def log_head(self) -> str:
        """The access log's head now."""
        ...

    @property
    def message_life(self) -> timedelta:
        """How long after its making a message can still be carried out."""
        ...


class Signatory(Protocol):
    """The holder's signing key, opened with PIN2."""

    @property
    def certificate(self) -> bytes:
        """Its certificate (DER)."""
        ...

    def sign(self, message: bytes) -> bytes:
        """A signature as cards give it."""
        ...


@dataclass(frozen=True, slots=True)
class Ended:
    """How far it got. ``answer`` is what the archive said last, ``sent`` how often it was sent.

    ``UNSETTLED`` is no end: the intent stays open. ``cause`` then is what broke.
    """

    fate: Fate
    error: KantaError | None = None
    answer: str = ""
    sent: int = 0
    cause: KantaError | None = None


class Truth(Enum):
    """What asking the archive tells of one request."""

    DONE = "done"
    REFUSED = "refused"
    INVALIDATED_BY_ANOTHER = "invalidated by another"
    REPLACED_BY_ANOTHER = "replaced by another"
    TAKEN = "taken, but not to be seen"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Target:
    """What must be known to ask and to settle: it can be had from the log alone."""

    oid: Oid
    set_id: Oid
    new_oid: Oid


def carry_out(
    plan: InvalidationPlan,
    item: PlannedItem,
    archive: Archive,
    signatory: Signatory,
    guard: Callable[[], None],
    clock: Callable[[], datetime],
    on_step: Callable[[Step], None],
) -> Ended:
    """Do one invalidation whose intent is in the log.

    Raises:
        KantaError: only while nothing has been sent; then it is not done.
    """
    on_step(Step.INTENDED)
    guard()
    history = archive.versions(item.metadata.set_id)
    if error := obstacle(item.metadata, history, plan.context.register):
        raise error
    on_step(Step.RECHECKED)
    guard()
    seal = Seal(archive.log_head(), plan.digest, clock())
    order = Order(item.metadata, item.new_oid, plan.reason, plan.text)
    signed = archive.sign(order, seal, signatory.certificate, signatory.sign)
    guard()
    archive.keep(signed)
    on_step(Step.SIGNED)
    guard()
    target = Target(item.oid, item.metadata.set_id, item.new_oid)
    return _send(target, signed.data, archive, guard, on_step)


def settle(
    target: Target,
    frame: bytes | None,
    made: datetime | None,
    archive: Archive,
    guard: Callable[[], None],
    now: datetime,
    *,
    may_send: bool,
    on_step: Callable[[Step], None] = lambda _: None,
) -> Ended:
    """Find out what became of a request that a crash, a lock or a lost answer left open.

    ``frame`` is what was signed and ``made`` when, both None if it never came so far. The same
    frame is sent again only where ``may_send``: by the person who signed it.

    Raises:
        NetError, ArchiveError: if the archive cannot be asked; it stays open.
        RightsError: as ``guard`` does.
    """
    guard()
    truth, answer = ask(target, archive)
    if truth is not Truth.ABSENT:
        return _ended(truth, target, answer, 0)
    if frame is None or made is None:
        return Ended(Fate.NOT_DONE, NeverSent(target.oid.value))
    if now - made > archive.message_life:
        return Ended(Fate.NOT_DONE, NotCarriedOut(target.oid.value))
    if not may_send:
        return Ended(Fate.UNSETTLED, OutcomeUnknown(target.oid.value))
    return _send(target, frame, archive, guard, on_step, first=False)


def ask(target: Target, archive: Archive) -> tuple[Truth, str]:
    """What the archive shows of a request, and what it said to it."""
    history = archive.versions(target.set_id)
    states = {version.document_oid: version.state for version in history.versions}
    if states.get(target.new_oid) is RecordState.INVALIDATED:
        return Truth.DONE, "AA"
    said = archive.outcome()
    if said is not None:
        return (Truth.TAKEN, "AA") if said.taken else (Truth.REFUSED, said.issue)
    newest = history.versions[-1]
    if newest.document_oid not in (target.oid, target.new_oid):
        gone = newest.state is RecordState.INVALIDATED
        return (Truth.INVALIDATED_BY_ANOTHER if gone else Truth.REPLACED_BY_ANOTHER), ""
    return Truth.ABSENT, ""


def _send(
    target: Target,
    frame: bytes,
    archive: Archive,
    guard: Callable[[], None],
    on_step: Callable[[Step], None],
    *,
    first: bool = True,
) -> Ended:
    """Send, and ask what came of it. Raises nothing of its own: by now it may have been done.

    ``first``: this request has not been sent before.
    """
    unknown = OutcomeUnknown(target.oid.value)
    heard = ""
    cause: KantaError | None = None
    for sent in range(1, SENDINGS + 1):
        on_step(Step.SENDING)
        try:
            said = archive.send(frame)
            heard, cause = ("AA" if said.taken else said.issue), None
        except KantaError as error:
            cause = error
        on_step(Step.ANSWERED)
        try:
            guard()
            truth, answer = ask(target, archive)
            if truth is Truth.ABSENT and heard in ("", "AA") and sent < SENDINGS:
                guard()  # the same frame goes out once more
        except KantaError as error:
            return Ended(Fate.UNSETTLED, unknown, heard, sent, error)
        on_step(Step.VERIFIED)
        if truth is Truth.ABSENT and heard not in ("", "AA"):
            if first and sent == 1:
                # The archive has no memory of refusals, but it told us this one.
                return _ended(Truth.REFUSED, target, heard, sent)
            # Perhaps refused as a double of one that is still on its way.
            return Ended(Fate.UNSETTLED, unknown, heard, sent)
        if truth is not Truth.ABSENT:
            return _ended(truth, target, answer or heard, sent)
    return Ended(Fate.UNSETTLED, unknown, heard, SENDINGS, cause)


def _ended(truth: Truth, target: Target, answer: str, sent: int) -> Ended:
    oid = target.oid.value
    match truth:
        case Truth.DONE:
            return Ended(Fate.DONE, None, answer, sent)
        case Truth.REFUSED:
            return Ended(Fate.REFUSED, ArchiveRejected(answer), answer, sent)
        case Truth.INVALIDATED_BY_ANOTHER:
            return Ended(Fate.NOT_DONE, AlreadyInvalidated(oid), answer, sent)
        case Truth.REPLACED_BY_ANOTHER:
            return Ended(Fate.NOT_DONE, AlreadyReplaced(oid), answer, sent)
        case _:
            return Ended(Fate.UNSETTLED, NotConfirmedByArchive(oid), answer, sent)

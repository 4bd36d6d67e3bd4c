"""The invalidations as the access log tells them: what was asked, signed, sent, and how it ended.

Nothing else remembers them. An item is the events of one message id: its intent, the signature
over its frame, its outcome. An intent after an outcome is a later attempt with the same id.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from kanta_desk.archive import xmlsig
from kanta_desk.archive.invalidating import identifiers_in
from kanta_desk.errors import KantaError
from kanta_desk.invalidation.records import (
    ItemRecord,
    PlanRecord,
    read_item_text,
    read_outcome_text,
    read_plan_text,
    read_signed_text,
)
from kanta_desk.model.events import Event, EventKind, Phase
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import Fate, InvalidationEntry, SignedRequest

KINDS = (EventKind.INVALIDATION_PLAN, EventKind.INVALIDATION, EventKind.SIGNATURE)
"""The kinds of event that a ledger is read from."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One item as the log has it. ``outcome`` is None while it is not settled."""

    intent: Event
    record: ItemRecord
    frame: bytes | None = None
    signed_at: datetime | None = None
    outcome: Event | None = None


@dataclass(frozen=True, slots=True)
class KnownPlan:
    """A plan as the log has it: confirmed if ``intent`` stands for a run, else proposed.

    ``over``: withdrawn, taken up by another person, or ended. ``proposal``: what it goes back to,
    where one person proposed it and another runs it.
    """

    event: Event
    record: PlanRecord
    over: bool = False
    proposal: Event | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of a plan: the run that was confirmed last, what was begun in the order it was
    asked, oldest first, and the versions that were never begun."""

    plan: KnownPlan
    entries: tuple[InvalidationEntry, ...]
    waiting: tuple[Oid, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """All invalidations of the registers that were read."""

    attempts: dict[str, Attempt]
    plans: dict[str, KnownPlan]

    @property
    def unsettled(self) -> tuple[Attempt, ...]:
        """The attempts whose outcome is not known."""
        return tuple(each for each in self.attempts.values() if each.outcome is None)

    @property
    def interrupted(self) -> tuple[KnownPlan, ...]:
        """Confirmed plans that were not carried to their end."""
        return tuple(p for p in self.plans.values() if not p.over and not p.record.proposed)

    @property
    def proposals(self) -> tuple[KnownPlan, ...]:
        """Plans that wait for a second person."""
        return tuple(p for p in self.plans.values() if not p.over and p.record.proposed)

    def entries(self) -> tuple[InvalidationEntry, ...]:
        """The list of invalidations, newest first. Their signatures are in ``proven``: to check
        those of twelve years would take long."""
        found = (entry_of(each) for each in self.attempts.values())
        return tuple(sorted(found, key=lambda entry: entry.time, reverse=True))

    def attempts_of(self, plan_id: str) -> tuple[Attempt, ...]:
        """What was begun of a plan."""
        return tuple(a for a in self.attempts.values() if a.record.plan_id == plan_id)

    def batch(self, plan_id: str) -> Batch | None:
        """What became of a plan, however often it was broken off and taken up; None if no such
        plan was confirmed."""
        plan = self.plans.get(plan_id)
        if plan is None or plan.record.proposed:
            return None
        entries = tuple(entry_of(each) for each in self.attempts_of(plan_id))
        begun = {entry.document_oid for entry in entries}
        listed = (oid for oid, _, _ in plan.record.items)
        waiting = tuple(oid for oid in listed if oid.value not in begun)
        return Batch(plan, tuple(sorted(entries, key=lambda entry: entry.time)), waiting)

    def proven(self, message_id: str) -> InvalidationEntry | None:
        """One invalidation with its signed request, if that holds and is this one's own."""
        attempt = self.attempts.get(message_id)
        if attempt is None:
            return None
        return replace(entry_of(attempt), signed=signed_request(attempt))


def read_ledger(events: Iterable[Event]) -> Ledger:
    """The ledger of these events, which are in the order of the log.

    Events whose evidence cannot be read are left out: the log's own verification names them.
    """
    attempts: dict[str, Attempt] = {}
    plans: dict[str, KnownPlan] = {}
    for event in events:
        try:
            match event.kind:
                case EventKind.INVALIDATION:
                    _take_attempt(attempts, event)
                case EventKind.SIGNATURE:
                    known = attempts.get(event.request_id)
                    if known is not None and known.outcome is None:
                        attempts[event.request_id] = replace(
                            known, frame=read_signed_text(event.evidence), signed_at=event.time
                        )
                case EventKind.INVALIDATION_PLAN:
                    _take_plan(plans, event)
                case _:
                    pass
        except ValueError:
            continue
    return Ledger(attempts, plans)


def entry_of(attempt: Attempt) -> InvalidationEntry:
    """A line of the list."""
    intent, outcome, record = attempt.intent, attempt.outcome, attempt.record
    fate, by = Fate.UNSETTLED, ""
    if outcome is not None:
        try:
            said = read_outcome_text(outcome.evidence)
            fate, by = said.fate, said.settled_by
        except ValueError:
            fate = Fate.NOT_DONE
    subject = outcome.subject if outcome is not None else intent.subject
    return InvalidationEntry(
        message_id=intent.request_id,
        plan_id=record.plan_id,
        time=intent.time,
        fate=fate,
        document_oid=intent.subject.document_oid,
        document_version=intent.subject.document_version or 0,
        set_id=intent.subject.set_id,
        new_oid=record.new_oid,
        document_type=subject.document_type,
        client_id=subject.client_id,
        client_name=subject.client_name,
        user_id=intent.actor.user_id,
        user_name=intent.actor.user_name,
        register_key=intent.register_key,
        reason_code=record.reason,
        reason_text=record.text,
        error_code=outcome.error_code if outcome is not None else "",
        settled=outcome.time if outcome is not None else None,
        settled_by=by,
        proposer=record.proposer,
    )


def _take_attempt(attempts: dict[str, Attempt], event: Event) -> None:
    if event.phase is Phase.INTENT:
        attempts[event.request_id] = Attempt(event, read_item_text(event.evidence))
        return
    known = attempts.get(event.request_id)
    if known is not None:
        attempts[event.request_id] = replace(known, outcome=event)


def _take_plan(plans: dict[str, KnownPlan], event: Event) -> None:
    """An intent is a run; one whole event a proposal, or that it was withdrawn."""
    known = plans.get(event.request_id)
    proposal = event.phase is Phase.DONE and event.intent_ref is None
    if event.phase is Phase.INTENT or (proposal and known is None):
        record = read_plan_text(event.evidence)
        if record.plan_id == event.request_id and record.proposed is proposal:
            before = event if proposal else known.proposal if known is not None else None
            plans[event.request_id] = KnownPlan(event, record, proposal=before)
    elif known is not None and event.intent_ref in (None, known.event.ref):
        plans[event.request_id] = replace(known, over=True)


def signed_request(attempt: Attempt) -> SignedRequest | None:
    """The request as it was signed; None if the signature does not hold, or is of another message,
    document or plan than the intent: somebody else's proof proves nothing here."""
    if attempt.frame is None:
        return None
    try:
        proven = xmlsig.verify(attempt.frame)
    except KantaError:
        return None
    subject, record = attempt.intent.subject, attempt.record
    meant = {attempt.intent.request_id, subject.document_oid, subject.set_id, record.new_oid}
    if not meant <= identifiers_in(proven.data) or proven.seal.plan != record.digest:
        return None
    return SignedRequest(
        proven.data,
        proven.certificate,
        proven.algorithm,
        proven.value,
        proven.seal.log_head,
        proven.seal.time,
    )

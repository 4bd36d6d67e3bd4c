"""What the access log is told of plans and invalidations, and what it tells back of a plan."""

from __future__ import annotations

from dataclasses import replace

from kanta_desk.desk.ended import failed
from kanta_desk.errors import (
    AlreadyInvalidated,
    AlreadyReplaced,
    ArchiveRejected,
    OtherRegister,
    VersionChanged,
)
from kanta_desk.invalidation import ledger as ledgers
from kanta_desk.invalidation.ledger import KnownPlan, Ledger
from kanta_desk.invalidation.protocol import Ended
from kanta_desk.invalidation.records import OutcomeRecord, outcome_text
from kanta_desk.model.documents import RecordState
from kanta_desk.model.event_details import NO_CHANGE, Change
from kanta_desk.model.events import Outcome, Phase, Subject
from kanta_desk.model.invalidation import Fate, InvalidationPlan, ItemResult, WaitingPlan
from kanta_desk.model.people import Holder

_FINAL = (AlreadyInvalidated, AlreadyReplaced, VersionChanged, OtherRegister, ArchiveRejected)
_FINAL_CODES = frozenset(kind.code for kind in _FINAL)
"""Why an item is over although it was not done; for other reasons it is tried again."""


def known_fates(plan: InvalidationPlan, ledger: Ledger) -> dict[str, ItemResult]:
    """What of the plan is over already; what is unsettled must be settled first."""
    known: dict[str, ItemResult] = {}
    for item in plan.items:
        attempt = ledger.attempts.get(item.message_id)
        if attempt is None:
            continue
        entry = ledgers.entry_of(attempt)
        over = entry.fate in (Fate.DONE, Fate.REFUSED) or entry.error_code in _FINAL_CODES
        if over or entry.fate is Fate.UNSETTLED:
            known[item.message_id] = ItemResult(item, entry.fate)
    return known


_NAMED = 1000
"""Most documents that a plan's event names by themselves; its evidence holds all."""


def subject_of_plan(plan: InvalidationPlan) -> Subject:
    """Which documents a plan is about."""
    documents = tuple(item.oid.value for item in plan.items[:_NAMED])
    return Subject(query=f"plan:{plan.plan_id} sha256:{plan.digest}", documents=documents)


def outcome_of(ended: Ended, holder: Holder) -> Outcome | None:
    """What the log is told; nothing while it is not known."""
    if ended.fate is Fate.UNSETTLED:
        return None
    record, done = OutcomeRecord(ended.fate, ended.answer, ended.sent, holder.identifier), Fate.DONE
    told = failed(ended.error) if ended.error else Outcome(Phase.FAILED)
    return replace(
        told,
        phase=Phase.DONE if ended.fate is done else Phase.FAILED,
        result_count=1 if ended.fate is done else 0,
        evidence=outcome_text(record),
        change=Change(after=RecordState.INVALIDATED.value) if ended.fate is done else NO_CHANGE,
    )


def waiting_plan(known: KnownPlan, ledger: Ledger) -> WaitingPlan:
    """A plan that waits, as people are told of it."""
    record, actor = known.record, known.event.actor
    begun = ledger.attempts_of(record.plan_id)
    done = sum(ledgers.entry_of(each).fate is Fate.DONE for each in begun)
    return WaitingPlan(
        record.plan_id, known.event.time, actor.user_id, actor.user_name, record.reason,
        record.text, len(record.items), done,
    )  # fmt: skip

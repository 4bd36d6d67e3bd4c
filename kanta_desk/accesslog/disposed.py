"""What was disposed of, as the log tells: the records read back, and what a crash cut short.

The intent of a disposal holds all that the disposal needs, so the next start finishes it without a
person: what was not begun is told as not done, what was deleted is written anew under a new key,
and what was written anew is settled. The hävittämispöytäkirja can be written from it at any time.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from datetime import datetime

from kanta_desk.accesslog.checkpoint import Checkpoints
from kanta_desk.accesslog.clocks import LogTime, Witness
from kanta_desk.accesslog.disposal import (
    Approval,
    DisposalRecord,
    key_mark,
    renew_sealed,
    settle,
    was_begun,
)
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.retention import DisposalPlan
from kanta_desk.accesslog.sealing import break_seal, seal_of
from kanta_desk.errors import FolderNotWritable, LogError, SecretStoreMissing
from kanta_desk.model.events import (
    Actor,
    Event,
    EventFilter,
    EventKind,
    EventRef,
    Outcome,
    Phase,
)

_logger = logging.getLogger(__name__)


def take_up(
    log: AccessLog, seals: Checkpoints, clock: Callable[[], datetime]
) -> tuple[EventRef, ...]:
    """Finish the disposals of earlier runs that were cut short; which were settled.

    After ``seals`` are attached, before years are sealed. One that cannot be finished now stays
    open, and is tried again at the next start.
    """
    settled = []
    for event in log.unsettled():
        if event.kind is not EventKind.LOG_DISPOSAL:
            continue
        try:
            plan = DisposalPlan.parse(event.evidence)
        except ValueError:
            _logger.error("the disposal %s cannot be read", event.ref.short)
            continue
        try:
            _finish(log, seals, event, plan, clock)
        except (LogError, FolderNotWritable, SecretStoreMissing) as error:
            _logger.error("the disposal %s was not finished: %s", event.ref.short, error.code)
            continue
        settled.append(event.ref)
    return tuple(settled)


def records(log: AccessLog, register: str) -> tuple[DisposalRecord, ...]:
    """The disposals of a register that were carried out, the newest first.

    Raises:
        LogError.
    """
    found = []
    for done in _done(log, register):
        intent = _intent(log, done)
        if intent is not None and (record := _read(intent, done)):
            found.append(record)
    return tuple(found)


def record_of(log: AccessLog, register: str, ref: EventRef) -> DisposalRecord:
    """One of them, by its intent or by its outcome.

    Raises:
        LookupError: if there is none: the event is another's, or nothing was disposed of by it.
        LogError.
    """
    for record in records(log, register):
        if ref in (record.event, record.done):
            return record
    raise LookupError(f"no disposal {ref}")


def _finish(
    log: AccessLog,
    seals: Checkpoints,
    event: Event,
    plan: DisposalPlan,
    clock: Callable[[], datetime],
) -> None:
    if plan.tree not in log.folder.trees() or not was_begun(log.folder, event.ref, plan):
        said = json.dumps({"disposal": "cut short before anything was deleted"})
        log.settle(event.ref, Outcome(Phase.FAILED, result_count=0, evidence=said))
        return
    before = json.loads(event.evidence).get("key", "")
    if not before or key_mark(log.folder, plan.tree) == before:

        def renew(folder: LogFolder) -> None:
            if seal_of(folder, plan.tree).exists():
                break_seal(folder, plan.tree)
            renew_sealed(folder, seals, plan.tree, clock())

        log.exclusively(renew)
    settle(log, seals, event.ref, plan)


def _done(log: AccessLog, register: str) -> Iterator[Event]:
    conditions = EventFilter(kind=EventKind.LOG_DISPOSAL, phase=Phase.DONE, register=register)
    page = log.search(conditions)
    yield from page.events
    while page.before is not None:
        page = log.search(conditions, before=page.before)
        yield from page.events


def _intent(log: AccessLog, done: Event) -> Event | None:
    """The event that holds the plan; None if that itself was disposed of."""
    if done.intent_ref is None:
        return None
    try:
        return log.event(done.intent_ref)
    except LookupError:
        return None


def _read(intent: Event, done: Event) -> DisposalRecord | None:
    try:
        said = json.loads(intent.evidence)
        backups = json.loads(done.evidence)["backups"] if done.evidence else ()
        return DisposalRecord(
            DisposalPlan.parse(intent.evidence),
            tuple(
                Approval(
                    Actor(str(each["user"]), str(each["name"])),
                    datetime.fromisoformat(each["time"]),
                    str(each["reason"]),
                )
                for each in said["approvals"]
            ),
            intent.ref,
            done.ref,
            done.time,
            _clocks(said["time"]) if "time" in said else None,
            tuple((str(b["place"]), datetime.fromisoformat(b["time"])) for b in backups),
        )
    except (LookupError, TypeError, ValueError):
        return None


def _clocks(said: dict[str, str]) -> LogTime:
    times = {name: datetime.fromisoformat(said[name]) for name in ("clock", "signed", "told")
             if name in said}  # fmt: skip
    witness = Witness(times["told"], said["by"]) if "told" in times else None
    return LogTime(times["clock"], times.get("signed"), witness)

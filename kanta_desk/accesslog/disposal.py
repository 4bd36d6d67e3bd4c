"""The disposal of months whose twelve years are over: an approved act, proved before and after.

In order: the log is verified, a checkpoint signed, the intent written with what goes and who
approved it, the rows deleted with everything that the search knew of them, the file written anew
under a new key, the outcome written. The hashes that later proofs need stay. What a crash cuts
short of this, the next start takes up from the intent (``disposed``). ::

    plan = propose(log, tree, months, clock())            # to show, and to approve
    approvals = (Approval(actor, clock(), "…"), …)        # one or two persons, as options say
    record = dispose(log, seals, plan, approvals, context, clock, persons=2)
    papers.disposal_paper(record, language)               # hävittämispöytäkirja
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from kanta_desk.accesslog import retention
from kanta_desk.accesslog.backups import forget_in_backups
from kanta_desk.accesslog.checkpoint import Checkpoints
from kanta_desk.accesslog.clocks import LogTime, Witness, answered_for, log_time
from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.files import connect_writer, explained, roll_back
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.forgetting import forget
from kanta_desk.accesslog.holds import Hold, holds_in
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.nodes import Nodes
from kanta_desk.accesslog.notes import Why
from kanta_desk.accesslog.renewal import renew
from kanta_desk.accesslog.retention import DisposalPlan, Month, Resting, Share
from kanta_desk.accesslog.schema import NODE_LEVEL
from kanta_desk.accesslog.sealing import break_seal, seal, seal_of
from kanta_desk.accesslog.tree import aligned
from kanta_desk.accesslog.verify import verify
from kanta_desk.accesslog.verifytrust import sizes_vouched_for
from kanta_desk.accesslog.yearfile import head_of
from kanta_desk.errors import DisposalRefused, LogDamaged, LogError
from kanta_desk.model.events import (
    CARRIED,
    Actor,
    EventKind,
    EventRef,
    Intent,
    Outcome,
    Phase,
    Subject,
    TreeName,
)
from kanta_desk.model.logreport import Depth, FaultKind, LogFault, VerifyReport
from kanta_desk.model.people import WorkContext

_CACHE_KIB = 256 * 1024
"""A month of a busy register, with its indexes: no page is decrypted or encrypted twice."""


@dataclass(frozen=True, slots=True)
class Approval:
    """A person's word that a plan may be carried out."""

    actor: Actor
    time: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class DisposalRecord:
    """What was done, for the hävittämispöytäkirja; ``event`` is the intent that holds the plan.

    ``clocks`` are those by which the twelve years were counted, ``unreached`` place and time of the
    backups out of which the old key could not be taken: somebody has to destroy them.
    """

    plan: DisposalPlan
    approvals: tuple[Approval, ...]
    event: EventRef
    done: EventRef
    time: datetime
    clocks: LogTime | None = None
    unreached: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """A month that could be disposed of."""

    tree: TreeName
    month: Month


def due(
    log: AccessLog,
    register: str,
    now: datetime,
    *,
    told: Sequence[Witness] = (),
    resting: Resting | None = None,
) -> tuple[Due, ...]:
    """The months of a register that are old enough, the oldest first.

    Args:
        told: third parties' times of this session.
        resting: what the rights in force rest on; None: every change of rights stays.

    Raises:
        LogError.
    """
    with _opened(log.folder, register) as files:
        time = log_time(files, now, told)
        if time.signed is None:
            return ()
        before = retention.oldest_allowed(time.believed)
        return tuple(
            Due(tree, month)
            for tree, connection in files
            for month in retention.months_in(Share(connection, tree, register, resting), before)
        )


def clocks(log: AccessLog, register: str, now: datetime, told: Sequence[Witness] = ()) -> LogTime:
    """The clocks by which a register's months fall due.

    Raises:
        LogError.
    """
    with _opened(log.folder, register) as files:
        return log_time(files, now, told)


def holds(log: AccessLog, register: str) -> tuple[Hold, ...]:
    """The holds in force in a register.

    Raises:
        LogError: also if one cannot be read.
    """
    with _opened(log.folder, register) as files:
        try:
            return holds_in(files)
        except ValueError:
            raise LogDamaged(register, "a hold cannot be read") from None


def propose(
    log: AccessLog,
    register: str,
    tree: TreeName,
    months: Sequence[Month],
    now: datetime,
    *,
    told: Sequence[Witness] = (),
    resting: Resting | None = None,
) -> DisposalPlan:
    """What the disposal of months of one tree would take, less what holds keep; see ``due``.

    Raises:
        DisposalRefused: if a month is too young, or an intent of it waits for its outcome.
        LogError.
    """
    in_force = holds(log, register)
    with _opened(log.folder, register) as files:
        connection = dict(files).get(tree)
        head = head_of(connection, tree) if connection else None
        if connection is None or head is None:
            raise DisposalRefused(str(tree), "no such file")
        time = log_time(files, now, told)
        # The newest file lists them all: each year takes over what the one before left open.
        rows = files[-1][1].execute("SELECT register, year, seq FROM open_intent")
        waiting = [EventRef(*row) for row in rows]
        of_tree, share = (head.size, head.root), Share(connection, tree, register, resting)
        return retention.plan(share, of_tree, months, in_force, waiting, time)


def dispose(
    log: AccessLog,
    seals: Checkpoints,
    plan: DisposalPlan,
    approvals: Sequence[Approval],
    context: WorkContext,
    clock: Callable[[], datetime],
    *,
    persons: int = 1,
    told: Sequence[Witness] = (),
    resting: Resting | None = None,
) -> DisposalRecord:
    """Carry out an approved plan. The first who approved is the one who acts; see ``due``.

    Raises:
        DisposalRefused: if too few approved, the plan is no longer what it was, or the log does not
            hold; nothing is changed then.
        LogError: if it cannot be done; what was begun is taken up at the next start.
    """
    if len({approval.actor.user_id for approval in approvals}) < max(1, persons):
        raise DisposalRefused(str(plan.tree), f"{persons} persons must approve")
    if not plan.count:
        raise DisposalRefused(str(plan.tree), "nothing to dispose of")
    register, now = context.register.key, clock()
    if propose(log, register, plan.tree, plan.months, now, told=told, resting=resting) != plan:
        raise DisposalRefused(str(plan.tree), "the log has changed since it was planned")
    time = clocks(log, register, now, told)
    _demand_intact(log, register, plan.tree, verify(log.folder, clock, depth=Depth.ROWS))
    seals.make(Why.DISPOSAL)
    approved = [
        {"user": each.actor.user_id, "name": each.actor.user_name, "reason": each.reason,
         "time": each.time.isoformat()}
        for each in approvals
    ]  # fmt: skip
    said = json.loads(plan.evidence) | {
        "approvals": approved,
        "time": time.evidence,
        "key": key_mark(log.folder, plan.tree),
    }
    months = f"{plan.months[0]}–{plan.months[-1]}"
    event = log.intend(
        Intent(
            EventKind.LOG_DISPOSAL,
            approvals[0].actor,
            context,
            Subject(query=f"{plan.tree} {months}"),
            evidence=json.dumps(said, ensure_ascii=False, separators=(",", ":")),
        )
    )
    try:
        log.exclusively(lambda folder: delete(folder, plan, event))
    except LogError as error:
        if not was_begun(log.folder, event, plan):
            log.settle(event, Outcome(Phase.FAILED, error.code, 0))
        raise
    log.exclusively(lambda folder: renew_sealed(folder, seals, plan.tree, clock()))
    done, unreached = settle(log, seals, event, plan)
    ended = log.event(done).time
    return DisposalRecord(plan, tuple(approvals), event, done, ended, time, unreached)


def _demand_intact(log: AccessLog, register: str, tree: TreeName, report: VerifyReport) -> None:
    """Refuse if the log does not hold; a clock set back that an auditor answered for is no matter.

    Raises:
        DisposalRefused, LogError.
    """
    if report.intact:
        return
    with _opened(log.folder, register) as files:
        known = answered_for(files)
    for fault in report.faults:
        if not is_of_the_clock(fault) or (fault.file, fault.seq_from) not in known:
            raise DisposalRefused(str(tree), f"the log does not hold: {fault.kind}")


def is_of_the_clock(fault: LogFault) -> bool:
    """Whether a fault says no more than that the clock was set back: an event, or a checkpoint, is
    older than one before it, or than the key that signed it."""
    timeless = fault.kind is FaultKind.KEY and fault.detail.startswith("not in the time of epoch")
    return timeless or (fault.kind is FaultKind.CLOCK and not fault.detail)


def settle(
    log: AccessLog, seals: Checkpoints, event: EventRef, plan: DisposalPlan
) -> tuple[EventRef, tuple[tuple[str, datetime], ...]]:
    """Take the old key out of the backups and write that what ``event`` intended is done; where,
    and place and time of the backups that could not be reached.

    Raises:
        LogError: if it cannot be written.
    """
    left = forget_in_backups(log.folder, plan.tree)
    backups = [{"place": each.place, "time": each.time.isoformat()} for each in left]
    said = json.dumps({"backups": backups}, ensure_ascii=False) if left else ""
    done = log.settle(event, Outcome(Phase.DONE, result_count=plan.count, evidence=said))
    seals.make(Why.DISPOSAL)
    return done, tuple((each.place, each.time) for each in left)


def was_begun(folder: LogFolder, approval: EventRef, plan: DisposalPlan) -> bool:
    """Whether the rows of a plan are gone: they go all at once.

    Raises:
        LogError.
    """
    with (
        explained(str(plan.tree)),
        contextlib.closing(folder.reader(plan.tree)) as connection,
    ):
        row = connection.execute(
            "SELECT 1 FROM pruned WHERE note = ? LIMIT 1", (note_of(approval),)
        ).fetchone()
    return row is not None


def key_mark(folder: LogFolder, tree: TreeName) -> str:
    """What tells the key of a file from the one that follows it, and nothing else of it.

    Raises:
        LogError, SecretStoreMissing.
    """
    key = folder.key_of(tree)
    return hashlib.sha256(b"kanta-desk log key\n" + key).hexdigest()[:16] if key else ""


def note_of(approval: EventRef) -> str:
    """What ``pruned`` keeps with a range: the event of its disposal."""
    return json.dumps({"event": str(approval)})


def delete(folder: LogFolder, plan: DisposalPlan, approval: EventRef) -> None:
    """Delete the rows of a plan, keeping the hashes that later proofs need.

    The caller has made sure that it may be done, and that nobody else writes.

    Raises:
        LogError: if it cannot be done; then nothing has changed.
    """
    if seal_of(folder, plan.tree).exists():
        break_seal(folder, plan.tree)
    kept_sizes = _sizes_to_keep(folder, plan.tree)
    path, key = folder.file_of(plan.tree), folder.key_of(plan.tree)
    with contextlib.closing(connect_writer(path, key)) as connection, explained(str(plan.tree)):
        run = connection.execute
        # What sorting spills must not reach a file in the clear.
        run("PRAGMA temp_store = MEMORY")
        run(f"PRAGMA cache_size = -{_CACHE_KIB}")
        try:
            run("BEGIN IMMEDIATE")
            nodes = Nodes(connection, str(plan.tree))
            note = note_of(approval)
            for first, last in plan.ranges:
                _keep_hashes(connection, nodes, first - 1, last, kept_sizes)
                run("INSERT INTO pruned VALUES (?, ?, ?)", (first, last, note))
            forget(connection, plan.ranges)
            run("COMMIT")
        except BaseException:
            roll_back(connection)
            raise
        run("PRAGMA wal_checkpoint(TRUNCATE)")


def _keep_hashes(
    connection: Connection, nodes: Nodes, low: int, high: int, sizes: Sequence[int]
) -> None:
    """Store the subtrees of the leaves ``[low, high)`` that paths of others, and proofs between
    the trees of ``sizes``, are made of.

    Raises:
        LogDamaged: if another hash is stored already in the place of one: the leaves, which alone
            can tell which is right, are about to go.
    """
    cuts = [low, *(size for size in sizes if low < size < high), high]
    for start, end in pairwise(cuts):
        kept = [
            (level, position, nodes(level, position))
            for level, position in aligned(start, end)
            if level < NODE_LEVEL
        ]
        connection.executemany("INSERT OR IGNORE INTO node VALUES (?, ?, ?)", kept)
        for level, position, made in kept:
            if nodes.stored(level, position) != made:
                raise LogDamaged("node", f"a false hash at level {level}, {position}")


def _sizes_to_keep(folder: LogFolder, tree: TreeName) -> list[int]:
    """The sizes at which somebody vouched for the tree: a root must be makeable at each."""
    sizes: set[int] = set()
    for name in folder.trees():
        with contextlib.closing(folder.reader(name)) as connection, explained(str(name)):
            sizes |= sizes_vouched_for(connection, name, tree)
    return sorted(sizes)


def renew_sealed(folder: LogFolder, seals: Checkpoints, tree: TreeName, now: datetime) -> None:
    """Write a file anew under a new key, and seal it again. Inside ``AccessLog.exclusively``.

    Raises:
        LogError, SecretStoreMissing: if it cannot be done.
    """
    renew(folder, tree)
    if tree.register != CARRIED and seals.key is not None:
        seal(folder, tree, seals.key, now)


@contextlib.contextmanager
def _opened(folder: LogFolder, register: str) -> Iterator[list[tuple[TreeName, Connection]]]:
    """The files of a register and what was carried over, the oldest first."""
    with contextlib.ExitStack() as stack, explained(register):
        yield [
            (tree, stack.enter_context(contextlib.closing(folder.reader(tree))))
            for tree in folder.trees()
            if tree.register in (register, CARRIED)
        ]

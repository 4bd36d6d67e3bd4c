"""Disposal: a month of twelve years ago goes, and what stays can be proved as before."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from kanta_desk.accesslog import disposal
from kanta_desk.accesslog.anchors import FolderPlace
from kanta_desk.accesslog.checkpoint import Checkpoints
from kanta_desk.accesslog.disposal import Approval, delete, due, propose
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.proof import holds
from kanta_desk.accesslog.retention import Month
from kanta_desk.accesslog.verify import verify
from kanta_desk.model.events import (
    Actor,
    EventKind,
    EventRef,
    Intent,
    TreeName,
)
from kanta_desk.model.people import WorkContext
from kanta_desk.practice.organisation import OWN, OWN_UNIT, PURPOSES
from tests.bench.accesslog_build import STATION, build, log_folder
from tests.helpers.events import issuers_told

PERIOD = (date(2013, 11, 24), date(2014, 1, 25))
_NEW_YEAR = datetime(2014, 1, 1, 3, tzinfo=UTC)
_NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
_ACTOR = Actor("00990001001", "Maija Arkistonhoitaja", role="auditor")


def disposed(work: Path, rows: int, proofs: int) -> Iterator[float]:
    """Dispose of December 2013 out of a log of two months with ``rows`` events.

    Yields the events disposed of, the seconds it took in all, those that the deletion took (the
    rest went into verifying all before and encrypting the file anew after), and how many of
    ``proofs`` sampled proofs of other events do not hold or lead to another root than before.
    """
    build(work, rows, encrypted=True, registers=1, period=PERIOD)
    folder, began = log_folder(work, encrypted=True), time.perf_counter()

    def clock() -> datetime:
        return _NOW + timedelta(seconds=time.perf_counter() - began)

    anchors = work / "anchors"
    anchors.mkdir(exist_ok=True)
    # A log that was lived has checkpoints; of one that was loaded they are made when it is opened.
    with _session(folder, anchors, lambda: _NEW_YEAR):
        pass
    with _session(folder, anchors, clock) as (log, seals):
        context = WorkContext(OWN.register, PURPOSES[0], OWN_UNIT)
        # Years without a start: an issuer's answer tells that it is now.
        log.record(Intent(EventKind.SIGN_IN, _ACTOR, context), issuers_told(clock()))
        seals.make()  # so that a signature of today vouches for the age of the old
        register = OWN.register.key
        month = next(d for d in due(log, register, clock()) if d.month == Month(2013, 12))
        before = {tree: _state(folder, tree) for tree in folder.trees() if tree.year < 2015}
        plan = propose(log, register, month.tree, [month.month], clock())
        deleting: list[float] = []

        def timed(*given: Any) -> None:
            start = time.perf_counter()
            delete(*given)
            deleting.append(time.perf_counter() - start)

        start = time.perf_counter()
        with patch.object(disposal, "delete", timed):
            approvals = (Approval(_ACTOR, clock(), "12 v"),)
            disposal.dispose(log, seals, plan, approvals, context, clock)
        took = time.perf_counter() - start
        yield plan.count
        yield took
        yield sum(deleting)
        rest = {tree: _state(folder, tree)[2] for tree in before}
        random, wrong = Random(11), 0
        for _ in range(proofs):
            tree = random.choice(list(before))
            seq = random.choice(rest[tree])
            proof = log.prove(EventRef(tree.register, tree.year, seq))
            wrong += not (holds(proof) and (proof.size, proof.root) == before[tree][:2])
        yield wrong
    if faults := verify(folder, clock, anchors=[FolderPlace(anchors)]).faults:
        raise RuntimeError(f"after the disposal: {faults[:3]}")


def _state(folder: LogFolder, tree: TreeName) -> tuple[int, bytes, list[int]]:
    """Size and root, and the numbers of the events that are there."""
    with closing(folder.reader(tree)) as connection:
        size, root = connection.execute("SELECT size, root FROM head").fetchone()
        numbers = connection.execute("SELECT seq FROM event").fetchall()
        return size, bytes(root), [seq for (seq,) in numbers]


@contextmanager
def _session(
    folder: LogFolder, anchors: Path, clock: Callable[[], datetime]
) -> Iterator[tuple[AccessLog, Checkpoints]]:
    assert folder.keys is not None
    seals = Checkpoints(
        folder, folder.keys, [FolderPlace(anchors)], clock=clock, software=STATION.software
    )
    log = AccessLog.open(
        folder,
        workstation=STATION.workstation,
        os_user=STATION.os_user,
        software=STATION.software,
        clock=clock,
        on_commit=seals.committed,
    )
    try:
        seals.attach(log)
        yield log, seals
    finally:
        seals.close()
        log.close()

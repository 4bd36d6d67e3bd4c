"""A log of twelve years for the benches: two registers, each built by a process of its own.

Ten million rows need about 10 GB of disk (plain) and some minutes; kept in a folder, they are
built once.
"""

from __future__ import annotations

import gc
import json
import shutil
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path

from kanta_desk.accesslog.bulk import load
from kanta_desk.accesslog.entry import (
    Station,
    encode,
    first_event,
    own_event,
    settling_event,
)
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.model.events import Event, EventKind, EventRef, LogHead, TreeName
from kanta_desk.practice.events import Act, Part, Step, steps
from kanta_desk.practice.events_people import Population
from kanta_desk.practice.organisation import REGISTERS
from kanta_desk.settings.secrets import PlainFileKeys

FIRST, LAST = date(2014, 12, 1), date(2026, 11, 20)
STATION = Station("TYO-1", "maija", "Kanta Desk")
_SEED = 20_261_122
_KEYS = "keys.json"
_FORM = 3


def people() -> Population:
    """300 users, 20,000 clients, 200,000 documents."""
    return Population.draw(_SEED, users=300, clients=20_000, documents=200_000)


def log_folder(place: Path, *, encrypted: bool) -> LogFolder:
    """The log's folder in ``place``."""
    return LogFolder(place / "log", PlainFileKeys(place / _KEYS) if encrypted else None)


def open_log(place: Path, *, encrypted: bool) -> AccessLog:
    """The log in ``place``, by the clock of the wall."""
    return AccessLog.open(
        log_folder(place, encrypted=encrypted),
        workstation=STATION.workstation,
        os_user=STATION.os_user,
        software=STATION.software,
        clock=lambda: datetime.now(UTC),
    )


def build(
    place: Path,
    rows: int,
    *,
    encrypted: bool,
    registers: int = 2,
    period: tuple[date, date] = (FIRST, LAST),
) -> float:
    """Build a log of ``rows`` events in ``place``, unless it is there; seconds it took.

    Files of two registers do not meet but in the folder, so that their processes do not either;
    each is built in a folder of its own and moved.
    """
    done = place / "built.json"
    wanted = {
        "form": _FORM,
        "rows": rows,
        "encrypted": encrypted,
        "registers": registers,
        "period": [str(day) for day in period],
    }
    if done.exists() and json.loads(done.read_text()) == wanted:
        return 0.0
    if encrypted and registers > 1:
        raise ValueError("keys are kept under the name of one folder")
    shutil.rmtree(place, ignore_errors=True)
    began = time.perf_counter()
    if registers == 1:
        _build_one(place, rows, 0, encrypted, period)
    else:
        parts = [place / f"part-{number}" for number in range(registers)]
        with ProcessPoolExecutor(registers, mp_context=get_context("spawn")) as pool:
            for building in [
                pool.submit(_build_one, part, rows // registers, number, encrypted, period)
                for number, part in enumerate(parts)
            ]:
                building.result()
        for part in parts:
            for folder in (part / "log").iterdir():
                target = place / "log" / folder.name
                target.parent.mkdir(exist_ok=True)
                if folder.is_dir():
                    folder.rename(target)
            shutil.rmtree(part)
    done.write_text(json.dumps(wanted))
    return time.perf_counter() - began


def _build_one(
    place: Path, rows: int, register: int, encrypted: bool, period: tuple[date, date]
) -> None:
    place.mkdir(parents=True, exist_ok=True)
    folder, population = log_folder(place, encrypted=encrypted), people()
    gc.collect()
    gc.freeze()
    key = REGISTERS[register].key
    story = steps(population, [REGISTERS[register]], _SEED + register, rows, *period)
    heads = LogHead()
    for year, of_year in groupby(story, key=lambda step: step.time.year):
        tree = TreeName(key, year)
        connection = folder.writer(tree)
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -262144")
        with closing(connection):
            heads = LogHead((load(connection, tree, _entries(of_year, tree, heads)),))


def _entries(story: Iterable[Step], tree: TreeName, heads: LogHead) -> Iterator[bytes]:
    """The entries of one file; the few acts that go over New Year are left out."""
    seq, waiting = 1, dict[Act, Event]()
    for step in story:
        act = step.act
        if act.begins.year != act.ends.year:
            continue
        if seq == 1:
            opening = EventRef(tree.register, tree.year, seq)
            kind = EventKind.LOG_YEAR
            yield encode(own_event(kind, opening, STATION, heads.text, step.time))
            seq += 1
        ref = EventRef(tree.register, tree.year, seq)
        if step.part is Part.OUTCOME:
            event = settling_event(waiting.pop(act), act.outcome, STATION, ref, step.time)
        else:
            outcome = act.outcome if step.part is Part.WHOLE else None
            event = first_event(act.intent, outcome, STATION, ref, step.time)
            if outcome is None:
                waiting[act] = event
        yield encode(event)
        seq += 1

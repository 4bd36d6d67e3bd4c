"""Writing: durable appends by one producer and by many, each beside the raw flush around it."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kanta_desk.accesslog import entry as entries
from kanta_desk.accesslog.log import IDLE, AccessLog
from kanta_desk.accesslog.tree import Frontier, leaf_hash
from kanta_desk.model.events import EventRef, Intent
from tests.bench.accesslog_raw import Flush, percentile, raw_flush


@dataclass(frozen=True, slots=True)
class Written:
    """Events a second, how long one waited (seconds), and the raw flush around the run."""

    per_second: float
    p50: float
    p95: float
    p99: float
    flush: Flush

    @property
    def ratio(self) -> float:
        """Durable events for each raw flush."""
        return self.per_second / self.flush.per_second


def append(
    log: AccessLog, intents: Sequence[Intent], producers: int, folder: Path, flushes: int
) -> Written:
    """Write the intents from ``producers`` threads, each waiting for its own before the next.

    The log is let rest first, as it has before anybody can have signed in.
    """
    log.intend(intents[0])
    time.sleep(1.5 * IDLE)
    before = raw_flush(folder, flushes)
    times: list[list[float]] = [[] for _ in range(producers)]

    def produce(number: int) -> None:
        for intent in intents[number::producers]:
            began = time.perf_counter()
            log.intend(intent)
            times[number].append(time.perf_counter() - began)

    threads = [threading.Thread(target=produce, args=(n,)) for n in range(producers)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    after = raw_flush(folder, flushes)
    waited = [seconds for of_one in times for seconds in of_one]
    return Written(
        len(waited) / took,
        percentile(waited, 0.5),
        percentile(waited, 0.95),
        percentile(waited, 0.99),
        Flush(
            (before.per_second + after.per_second) / 2,
            (before.p50 + after.p50) / 2,
            (before.p99 + after.p99) / 2,
        ),
    )


def evidence_per_event(intents: Sequence[Intent]) -> float:
    """Seconds that an event's canonical text, its leaf hash and its share of the tree take."""
    station = entries.Station("TYO-1", "maija", "Kanta Desk")
    now, tree = datetime.now(UTC), Frontier()
    events = [
        entries.first_event(intent, None, station, EventRef("1.2.3/1", now.year, seq), now)
        for seq, intent in enumerate(intents, 1)
    ]
    began = time.perf_counter()
    for event in events:
        tree = tree.plus(leaf_hash(entries.encode(event)))
    return (time.perf_counter() - began) / len(intents)

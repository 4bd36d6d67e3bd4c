"""Invalidation: exactly once through kills and cuts at every step, and how fast a batch goes.

``python -m tests.bench.invalidation [--quick] [--json FILE]``. The rounds are described in
``tests.helpers.invalidation_lab``: in each, the program or the server is killed (-9), the network
is cut, or the server loses, repeats or delays a message, at an enumerated step of one of three
documents; then all is started again and settled, and the server's own action log is laid beside the
access log.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from kanta_desk.desk.session import Session
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import Confirmation, Fate
from tests.bench.figures import Figure, run
from tests.helpers.invalidation_lab import Break, Lab, Tally, desk_on, run_rounds
from tests.helpers.practice import sign_in

SEED = 20261122
_CALLS = 3
"""Messages to the archive for each document: look again, invalidate, ask."""


def measure(quick: bool) -> Iterable[Figure]:
    """All figures; with ``quick`` 15 rounds and a batch of 100."""
    yield from _speed(100 if quick else 1000)
    yield from _rounds(15 if quick else 240)


def _rounds(count: int) -> Iterable[Figure]:
    odd: list[str] = []

    def told(broken: Break, tally: Tally) -> None:
        if not tally.clean:
            odd.append(f"{broken}: {tally}")

    tally = run_rounds(count, SEED, told)
    yield Figure("rounds of breaking at a step and settling", tally.rounds, "rounds",
                 goal="≥ 200", met=tally.rounds >= 200)  # fmt: skip
    yield Figure("documents invalidated in them", tally.invalidated, "")
    for name, value in (
        ("invalidated without an intent in the access log", tally.without_intent),
        ("invalidated twice", tally.twice),
        ("outcomes lost after settling", tally.lost),
        ("outcomes in the log that are not the archive's", tally.untrue),
        ("requests in the archive's log that ours does not know", tally.unlogged),
    ):
        yield Figure(name, value, "", goal="0", met=value == 0)
    for line in odd:
        print(line)


def _speed(count: int) -> Iterable[Figure]:
    with (
        tempfile.TemporaryDirectory() as folder,
        Lab(Path(folder), count) as lab,
        desk_on(lab.root, lab.url) as desk,
    ):
        session = sign_in(desk)
        oids = lab.documents(count)
        begun = time.perf_counter()
        plan = session.invalidations.plan(oids, "KOE")
        planned = time.perf_counter() - begun
        bare = _bare(session, oids[0])
        ours, theirs = time.process_time(), lab.server_seconds()
        begun = time.perf_counter()
        report = session.invalidations.run(
            plan, Confirmation(plan.digest, count), lambda _: bytearray(b"567890")
        )
        took = time.perf_counter() - begun
        ours, theirs = time.process_time() - ours, lab.server_seconds() - theirs
    done = report.count(Fate.DONE)
    yield Figure("documents looked at for a plan", count / planned, "/s")
    yield Figure(
        f"batch of {count}, software card, log durable at each",
        done / took,
        "/s",
        yardstick=f"one after another, {_CALLS} logged queries a document and nothing else",
        ratio=done / took / (bare / _CALLS),
        goal="≥ 50/s",
        met=done == count and done / took >= 50,
    )
    # Both run on this machine: with fewer than two cores to themselves they hinder each other.
    yield Figure("processor time of the program, for each", ours / count * 1000, "ms",
                 yardstick=f"of the stand-in {theirs / count * 1000:.1f} ms")  # fmt: skip


def _bare(session: Session, oid: Oid) -> float:
    """Logged queries a second, one after another."""
    begun, count = time.perf_counter(), 60
    for _ in range(count):
        session.search(SearchCriteria(document_oid=oid))
    return count / (time.perf_counter() - begun)


if __name__ == "__main__":
    run(__doc__, measure)

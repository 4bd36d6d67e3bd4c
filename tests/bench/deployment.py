"""The deployment test: how fast, how much memory, what the comparison misses, and kills survived.

``python -m tests.bench.deployment [--quick] [--json FILE]``. The stand-in is a process of its own
on the same machine, over loopback mutual TLS; the access log is encrypted and durable at each act.
The corpus is described in ``tests.helpers.corpus``, the kills in ``tests.helpers.deployment_lab``.
"""

from __future__ import annotations

import random
import resource
import tempfile
import threading
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from kanta_desk.deployment.run import RunOptions
from kanta_desk.desk import testing
from kanta_desk.desk.desk import Desk
from kanta_desk.desk.session import Session
from kanta_desk.model.deployment import Plan
from kanta_desk.net.http import HttpClient
from tests.bench.figures import Figure, run
from tests.helpers.corpus import pairs
from tests.helpers.deployment_lab import DeploymentLab, Kill, Tally, whole_verdict

SEED = 20261122


def measure(quick: bool) -> Iterable[Figure]:
    """All figures; with ``quick`` 1,000 documents for the memory, and two kills."""
    yield from _corpus()
    yield from _speed(200)
    yield from _memory(1000 if quick else 5000)
    yield from _kills(1 if quick else 8)


def _corpus() -> Iterable[Figure]:
    same = changed = false_same = false_differs = to_look = 0
    begun = time.perf_counter()
    for pair in pairs():
        comparison = pair.compared().comparison
        if pair.change:
            changed += 1
            false_same += comparison.same
        else:
            same += 1
            false_differs += not comparison.same and not comparison.form_only
            to_look += comparison.form_only
    took = time.perf_counter() - begun
    total = same + changed
    yield Figure("pairs in the corpus", total, "", goal="≥ 300", met=total >= 300)
    yield Figure("changed pairs called the same", false_same, f"of {changed}",
                 goal="0", met=false_same == 0)  # fmt: skip
    share = 100 * false_differs / same
    yield Figure("same pairs called different", share, f"% of {same}", goal="< 2 %", met=share < 2)
    yield Figure("same pairs that ask for a look (form alone)", to_look, f"of {same}")
    yield Figure("a pair written, read and compared", 1000 * took / total, "ms")


def _speed(documents: int) -> Iterable[Figure]:
    with (
        tempfile.TemporaryDirectory() as folder,
        DeploymentLab(Path(folder), documents) as lab,
    ):
        alone = lab.program(partial(_timed, lab.plan, 1))
        together = lab.program(partial(_timed, lab.plan, 4))
    own = 1000 * (alone["whole"] - alone["answering"]) / documents
    yield Figure(
        "our own time a document (one act at a time)",
        own,
        "ms",
        yardstick=f"the archive's answering: {1000 * alone['answering'] / documents:.1f} ms",
        ratio=(alone["whole"] - alone["answering"]) / alone["answering"],
        goal="≤ 20 ms",
        met=own <= 20 and alone["in order"] == documents,
    )
    yield Figure("of it the processor's", 1000 * alone["processor"] / documents, "ms")
    yield Figure(
        f"the whole test of {documents} documents, four acts at a time",
        together["whole"],
        "s",
        goal="< 10 s",
        met=together["whole"] < 10 and together["in order"] == documents,
    )


def _timed(plan: Plan, workers: int, _: Desk, session: Session) -> dict[str, Any]:
    """One run: its time, the time in which the archive answered, and what came of it."""
    answering = 0.0
    counting = threading.Lock()
    post = HttpClient.post

    def timed(*given: Any, **more: Any) -> Any:
        nonlocal answering
        begun = time.perf_counter()
        try:
            return post(*given, **more)
        finally:
            with counting:
                answering += time.perf_counter() - begun

    setattr(testing, "RunOptions", partial(RunOptions, workers=workers))  # noqa: B010
    HttpClient.post = timed  # type: ignore[method-assign]
    begun, processor = time.perf_counter(), time.process_time()
    verdict = session.tests.run(plan)
    return {
        "whole": time.perf_counter() - begun,
        "processor": time.process_time() - processor,
        "answering": answering,
        "in order": sum(row.document_oid is not None for row in verdict.rows),
    }


def _memory(documents: int) -> Iterable[Figure]:
    with (
        tempfile.TemporaryDirectory() as folder,
        DeploymentLab(Path(folder), documents, per_client=50) as lab,
    ):
        told = lab.program(partial(_weighed, lab.plan))
    yield Figure(f"the whole test of {documents} documents", told["took"], "s")
    yield Figure(
        f"memory at its most with {documents} documents",
        told["most"] / 1024,
        "MB",
        yardstick=f"before the run: {told['before'] / 1024:.0f} MB",
        goal="< 400 MB",
        met=told["most"] / 1024 < 400 and told["complete"],
    )


def _weighed(plan: Plan, _: Desk, session: Session) -> dict[str, Any]:
    before, begun = _most_kib(), time.perf_counter()
    verdict = session.tests.run(plan)
    took = time.perf_counter() - begun
    return {"before": before, "most": _most_kib(), "took": took, "complete": verdict.complete}


def _most_kib() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _kills(rounds: int) -> Iterable[Figure]:
    chance = random.Random(SEED)
    whole = Tally()
    with (
        tempfile.TemporaryDirectory() as folder,
        DeploymentLab(Path(folder), 40, per_client=8) as lab,
    ):
        expected = lab.program(lambda _, session: whole_verdict(session, lab.plan))
        for number in range(rounds):
            kills = [Kill(row=chance.randrange(1, 15)), Kill(after=chance.uniform(0.02, 0.8))]
            whole += lab.round(kills[:: 1 if number % 2 else -1], expected)
    yield Figure("kills (-9) in the middle of a run, gone on with", whole.kills, "")
    yield Figure("verdicts other than the undisturbed run's", whole.other_verdicts,
                 f"of {whole.rounds}", goal="0", met=whole.other_verdicts == 0)  # fmt: skip
    yield Figure("documents fetched again though their verdict was known", whole.twice_known,
                 "", goal="0", met=whole.twice_known == 0)  # fmt: skip
    yield Figure("documents on their way when the program died, fetched again",
                 whole.in_flight, "", yardstick=f"at most {4 * whole.kills}: four acts at a time",
                 met=whole.in_flight <= 4 * whole.kills, goal="≤ 4 a kill")  # fmt: skip


if __name__ == "__main__":
    run(__doc__, measure)

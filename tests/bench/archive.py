"""The archive: documents fetched, checked, logged; reading beside bare libraries; what is hostile.

``python -m tests.bench.archive [--quick] [--json FILE]``. The stand-in runs as a process of its own
on the same machine, with documents made on demand; every document goes the whole way: gate, access
log, mutual TLS, frame, CDA, payloads, all rules. Reading and checking beside the bare libraries is
``tests.bench.checks``, whose figures are part of this run; the window's are ``archive_window``'s.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median

from kanta_desk.desk.desk import Desk
from kanta_desk.desk.session import Session
from kanta_desk.model.documents import SearchCriteria, SearchMode
from kanta_desk.model.identifiers import Oid
from tests.bench import checks
from tests.bench.figures import Figure, run
from tests.helpers.hostile_documents import HOSTILE
from tests.helpers.invalidation_lab import desk_on
from tests.helpers.memory import fed_apart
from tests.helpers.practice import sign_in

_CLIENTS = 10
_LANES = 4
_MOST_MEMORY = 400
_WINDOW = ("archive_window", "archive_viewing")


def measure(quick: bool) -> Iterable[Figure]:
    """All figures; with ``quick`` 100 documents."""
    yield from checks.measure(quick)
    yield from _fetching(100 if quick else 1_000)
    yield from _large()
    yield from _hostile()
    for name in _WINDOW:
        yield from import_module(f"tests.bench.{name}").measure(quick)


def _fetching(count: int) -> Iterable[Figure]:
    with (
        tempfile.TemporaryDirectory() as folder,
        _standin(Path(folder), f"{_CLIENTS}:{count * 4}") as (url, started),
        desk_on(Path(folder), url) as desk,
    ):
        yield Figure("start of a stand-in of so many documents", started, "s")
        session = sign_in(desk)
        case = [SearchCriteria(case_id=f"JOUKKO-{k}") for k in range(_CLIENTS)]
        found = [d.document_oid for each in case for d in session.search(each).documents]
        oids = found[:count]
        if len(oids) < count:
            raise AssertionError(f"only {len(oids)} documents")
        spent = time.process_time()
        took = _timed(partial(_through, desk, session, oids))
        spent = time.process_time() - spent
    yield Figure(
        f"{count} documents fetched in {_LANES} lanes, checked, logged",
        count / took,
        "/s",
        goal="≥ 100/s",
        met=count / took >= 100,
    )
    yield Figure("  processor time of the desk for each", spent / count * 1000, "ms")


def _through(desk: Desk, session: Session, oids: list[Oid]) -> None:
    """Each document opened through the gate in the lanes of the net, and checked."""
    for future in [desk.start(session.open, oid) for oid in oids]:
        session.look(future.result())


def _large() -> Iterable[Figure]:
    """One client with ten thousand documents out of a hundred thousand, page by page."""
    with (
        tempfile.TemporaryDirectory() as folder,
        _standin(Path(folder), f"{_CLIENTS}:100000") as (url, started),
        desk_on(Path(folder), url) as desk,
    ):
        yield Figure("start of a stand-in of 100,000 documents", started, "s", goal="≤ 10 s",
                     met=started <= 10)  # fmt: skip
        session = sign_in(desk)
        criteria = SearchCriteria(case_id="JOUKKO-3", mode=SearchMode.VERSIONS, limit=1_000)
        took = []
        begun = time.perf_counter()
        page = session.search(criteria)
        took.append(time.perf_counter() - begun)
        for _ in range(2):
            begun = time.perf_counter()
            page = session.search_more(page)
            took.append(time.perf_counter() - begun)
    yield Figure(f"first page of 1,000 out of {page.total:,}", took[0], "s")
    yield Figure("a further page of 1,000", median(took[1:]), "s")


def _hostile() -> Iterable[Figure]:
    """Each input in a process of its own, so that the most it took can be told."""
    for name, (feed, make) in HOSTILE.items():
        seconds, megabytes, ended = fed_apart(feed, make)
        yield Figure(
            f"hostile: {name}",
            megabytes,
            "MB more",
            f"{seconds:.2f} s, {ended}",
            goal=f"≤ {_MOST_MEMORY} MB",
            met=ended.startswith("KD-") and megabytes <= _MOST_MEMORY,
        )


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


@contextmanager
def _standin(root: Path, size: str) -> Iterator[tuple[str, float]]:
    """The stand-in as a command: its address, and the seconds until it listened."""
    command = (sys.executable, "-m", "kanta_desk", "--lang", "en", "standin")
    begun = time.perf_counter()
    with subprocess.Popen(
        (*command, "--state", str(root), "--seed-size", size), stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield _address(process), time.perf_counter() - begun
        finally:
            process.terminate()


def _address(process: subprocess.Popen[str]) -> str:
    for line in process.stdout or ():
        if found := re.search(r"https://127\.0\.0\.1:\d+", line):
            return found[0]
    raise AssertionError("the stand-in did not start")


if __name__ == "__main__":
    run(__doc__, measure)

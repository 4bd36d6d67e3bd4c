"""Peers on the same rows: sqlite3 with OFFSET, Datasette, a hash chain, pymerkle.

All read one of the log's own files, unencrypted, as it lies: nobody gets a worse table than we.
What is only installed for benches is imported when it is asked for.
"""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

from kanta_desk.accesslog.tree import Frontier, leaf_hash
from tests.bench.accesslog_raw import percentile

PAGE = 100


def offset_pages(path: Path, rows: int, random: Random, count: int) -> list[float]:
    """Seconds for pages of 100 anywhere in the file by LIMIT and OFFSET, as simple viewers do."""
    times = []
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        for _ in range(count):
            skipped = random.randrange(max(1, rows - PAGE))
            began = time.perf_counter()
            connection.execute(
                "SELECT seq, entry FROM event ORDER BY time_ms DESC LIMIT ? OFFSET ?",
                (PAGE, skipped),
            ).fetchall()
            times.append(time.perf_counter() - began)
    return times


def datasette_pages(path: Path, filters: Sequence[dict[str, str]]) -> list[float]:
    """Seconds for the first page of 100 of each filter, newest first, from Datasette in-process.

    Immutable, without its time limits and without facets, which nobody asked for; no HTTP between.
    """
    datasette: Any = import_module("datasette.app")

    async def ask() -> list[float]:
        served = datasette.Datasette(
            [],
            immutables=[str(path)],
            settings={"sql_time_limit_ms": 600_000, "default_facet_size": 1, "suggest_facets": 0},
        )
        await served.invoke_startup()
        times = []
        for asked in filters:
            query = "&".join(f"{name}={value}" for name, value in asked.items())
            address = f"/{path.stem}/event.json?_size={PAGE}&_sort_desc=time_ms&_shape=objects"
            began = time.perf_counter()
            answer: Any = await served.client.get(f"{address}&{query}")
            times.append(time.perf_counter() - began)
            if answer.status_code != 200:
                raise RuntimeError(f"Datasette answered {answer.status_code}")
        return times

    return asyncio.run(ask())


def chain_proof(leaves: Sequence[bytes], at: int) -> tuple[int, float]:
    """A hash chain's proof of row ``at``: its size in bytes, and the seconds to check it.

    Without a tree, who wants to know that a row leads to the head must be given all rows after it,
    at least as hashes, and go through them.
    """
    after = leaves[at + 1 :]
    began = time.perf_counter()
    head = leaves[at]
    for leaf in after:
        head = hashlib.sha256(head + leaf).digest()
    return 32 * len(after), time.perf_counter() - began


def pymerkle_agrees(entries: Sequence[bytes], sizes: Sequence[int]) -> bool:
    """Whether pymerkle, another implementation of RFC 9162, has the same roots at ``sizes``."""
    pymerkle: Any = import_module("pymerkle")
    other, ours = pymerkle.InmemoryTree(algorithm="sha256"), Frontier()
    wanted = set(sizes)
    for number, entry in enumerate(entries, 1):
        other.append_entry(entry)
        ours = ours.plus(leaf_hash(entry))
        if number in wanted and other.get_state() != ours.root:
            return False
    return True


def median_and_p95(times: Sequence[float]) -> tuple[float, float]:
    """In milliseconds."""
    return percentile(times, 0.5) * 1000, percentile(times, 0.95) * 1000

"""The raw limits that the access log's figures are held against, measured in the same run."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_PAGE = bytes(4096)


def percentile(times: Sequence[float], share: float) -> float:
    """The time that ``share`` (0–1) of ``times`` do not exceed; ``times`` must not be empty."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass(frozen=True, slots=True)
class Flush:
    """What the disk does: flushes a second, and how long one takes, in seconds."""

    per_second: float
    p50: float
    p99: float


def raw_flush(folder: Path, count: int) -> Flush:
    """Append 4 KiB and ``fdatasync``, ``count`` times: no log can be durable faster than that."""
    path, times = folder / "raw-flush", []
    sync = getattr(os, "fdatasync", os.fsync)
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    try:
        began = time.perf_counter()
        for _ in range(count):
            start = time.perf_counter()
            os.write(descriptor, _PAGE)
            sync(descriptor)
            times.append(time.perf_counter() - start)
        took = time.perf_counter() - began
    finally:
        os.close(descriptor)
        path.unlink()
    return Flush(count / took, median(times), percentile(times, 0.99))


def hash_only(entries: Sequence[bytes]) -> float:
    """Rows a second that one core of Python hashes, were the entries already in memory.

    A leaf each, and as many inner nodes as a tree over them has; the fastest of three rounds.
    """
    sha256, best = hashlib.sha256, 0.0
    for _ in range(3):
        began = time.perf_counter()
        level = [sha256(b"\x00" + entry).digest() for entry in entries]
        while len(level) > 1:
            odd = level[-1:] if len(level) % 2 else []
            pairs = zip(level[::2], level[1::2], strict=False)
            level = [sha256(b"\x01" + left + right).digest() for left, right in pairs] + odd
        best = max(best, len(entries) / (time.perf_counter() - began))
    return best


def bring_in(paths: Sequence[Path]) -> None:
    """Read the files once, so that the machine has of them in memory what fits."""
    for path in paths:
        with path.open("rb", buffering=0) as file:
            while file.read(1 << 22):
                pass


def forget(paths: Sequence[Path]) -> None:
    """Drop the files from the machine's page cache, so that the next read is from the disk."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fdatasync(descriptor)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)

"""Which of many rows are opened and read whole: a sample that anyone can draw again.

Old documents come by the thousand. Their lists are reconciled whole; contents are compared for a
sample so large that, were one document in twenty faulty, it would hold a faulty one with 95 %
certainty (discovery sampling without replacement). Up to ``ALL`` rows, all are read. The draw
depends on the plan's hash and the row's key alone, and each document type has at least one row.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence

from kanta_desk.model.deployment import ExpectedDocument

ALL = 50
FAULTY_SHARE = 0.05
MISSED = 0.05


def sample_size(rows: int) -> int:
    """How many of so many rows are read."""
    if rows <= ALL:
        return rows
    faulty = math.ceil(rows * FAULTY_SHARE)
    # The usual approximation of the hypergeometric: n ≈ (1 − β^(1/D)) · (N − (D − 1)/2).
    drawn = (1 - math.pow(MISSED, 1 / faulty)) * (rows - (faulty - 1) / 2)
    return min(rows, max(ALL, math.ceil(drawn)))


def sampled(rows: Sequence[ExpectedDocument], seed: str) -> frozenset[str]:
    """The keys of the rows that are read."""
    drawn = sorted(rows, key=lambda row: hashlib.sha256(f"{seed} {row.key}".encode()).digest())
    first_of_type = {row.document_type: row.key for row in reversed(drawn)}
    chosen = dict.fromkeys(first_of_type.values())
    for row in drawn:
        if len(chosen) >= sample_size(len(rows)):
            break
        chosen.setdefault(row.key)
    return frozenset(chosen)

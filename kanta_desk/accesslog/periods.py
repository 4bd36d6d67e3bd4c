"""Months as Helsinki counts them; and what SQL is taught for the lists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha256

from kanta_desk.accesslog.driver import Connection
from kanta_desk.model.time import HELSINKI

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def months_from(first_ms: int, last_ms: int) -> Iterator[tuple[str, int]]:
    """The months of the moments from ``first_ms`` to ``last_ms``: ``2026-11`` and when it begins.

    Moments are milliseconds since 1970.
    """
    local = (_EPOCH + timedelta(milliseconds=first_ms)).astimezone(HELSINKI)
    year, month = local.year, local.month
    while (begins := _begins(year, month)) <= last_ms:
        yield f"{year:04}-{month:02}", begins
        year, month = year + month // 12, month % 12 + 1


@lru_cache(maxsize=4_096)
def _begins(year: int, month: int) -> int:
    return (datetime(year, month, 1, tzinfo=HELSINKI) - _EPOCH) // timedelta(milliseconds=1)


def document_key(oid: str) -> int:
    """The 47 bits under which a document is listed; whoever finds a row by them compares it."""
    return int.from_bytes(sha256(oid.encode("utf-8", "replace")).digest()[:6]) >> 1


def teach(connection: Connection) -> None:
    """Let SQL on this connection call the function that the lists are made with."""
    connection.create_function("document_key", 1, document_key, deterministic=True)

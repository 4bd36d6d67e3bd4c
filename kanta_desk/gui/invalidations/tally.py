"""Counts that let one see at a glance what a long list of documents holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from kanta_desk.model.codes import Code
from kanta_desk.model.identifiers import ClientId
from kanta_desk.model.invalidation import InvalidationPlan, PlannedItem, Refused

MOST = 5
"""Different values named; the others are counted together."""


def tally(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Values with how often each comes, the commonest first, equal ones by name."""
    counted = Counter(values)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def in_words(counts: Sequence[tuple[str, int]], others: Callable[[int], str]) -> str:
    """``plan (2) · decision (1)``; ``others`` words how many more there are."""
    parts = [f"{value} ({count})" for value, count in counts[:MOST]]
    if len(counts) > MOST:
        parts.append(others(len(counts) - MOST))
    return " · ".join(parts)


def types(plan: InvalidationPlan, name_of: Callable[[Code | None], str]) -> list[str]:
    """The type of each document."""
    return [name_of(item.metadata.document_type) or "–" for item in plan.items]


def clients(items: Iterable[PlannedItem], *, whole: bool) -> tuple[tuple[str, int], ...]:
    """The clients with how many documents each has. They are told apart before they are masked."""
    counted = Counter(item.metadata.client_id for item in items)
    named = [(_named(client, whole), count) for client, count in counted.items()]
    return tuple(sorted(named, key=lambda pair: (-pair[1], pair[0])))


def _named(client: ClientId | None, whole: bool) -> str:
    return "–" if client is None else str(client) if whole else client.masked


def by_error(refused: Iterable[Refused]) -> dict[str, list[Refused]]:
    """Refused documents by the code of their error, in the order met."""
    grouped: dict[str, list[Refused]] = {}
    for each in refused:
        grouped.setdefault(each.error.code, []).append(each)
    return grouped

"""Searching and exporting: pages of every pair of conditions, counts, facets, CSV."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations
from random import Random
from typing import Any

from kanta_desk.accesslog.log import AccessLog
from kanta_desk.model.events import Event, EventFilter, EventRef

PAGE = 100
_MONTH = timedelta(days=31)

CONDITIONS: dict[str, Callable[[Event], dict[str, Any]]] = {
    "user": lambda e: {"user": e.actor.user_id},
    "user's name": lambda e: {"user": e.actor.user_name.split()[-1]},
    "client": lambda e: {"client": e.subject.client_id},
    "client's name": lambda e: {"client": e.subject.client_name.split()[-1]},
    "document": lambda e: {"document": e.subject.document_oid},
    "kind": lambda e: {"kind": e.kind},
    "phase": lambda e: {"phase": e.phase},
    "month": lambda e: {"time_from": e.time - _MONTH / 2, "time_to": e.time + _MONTH / 2},
    "purpose": lambda e: {"purpose": e.purpose},
    "unit": lambda e: {"unit": e.actor.unit_name},
    "session": lambda e: {"session": e.actor.session_id},
}
"""How each condition is read off an event that is to match it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A filter, by the names of its conditions."""

    names: tuple[str, ...]
    filter: EventFilter


def asked_for(events: Sequence[Event], random: Random, each: int, width: int) -> Iterator[Asked]:
    """For every combination of ``width`` conditions ``each`` filters that match some event.

    The events come as they are in the log, so busy users and clients are asked for more often.
    """
    for names in combinations(CONDITIONS, width):
        if len({name.removesuffix("'s name") for name in names}) < width:
            continue
        fitting = [e for e in events if all(_has(e, name) for name in names)]
        for event in random.choices(fitting, k=each if fitting else 0):
            asked = EventFilter()
            for name in names:
                asked = replace(asked, **CONDITIONS[name](event))
            yield Asked(names, asked)


def _has(event: Event, name: str) -> bool:
    subject = event.subject
    return {
        "client": bool(subject.client_id),
        "client's name": bool(subject.client_name),
        "document": bool(subject.document_oid),
    }.get(name, True)


def sample(log: AccessLog, refs: Sequence[EventRef]) -> list[Event]:
    """The events themselves."""
    return [log.event(ref) for ref in refs]


def timed(act: Callable[[], Any]) -> float:
    """Seconds."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def warm_pages(log: AccessLog, filters: Sequence[Asked]) -> dict[tuple[str, ...], list[float]]:
    """Seconds for the first page and the one after it, read a second time."""
    times: dict[tuple[str, ...], list[float]] = {}
    for asked in filters:
        page = log.search(asked.filter, limit=PAGE)
        of_names = times.setdefault(asked.names, [])
        of_names.append(timed(lambda f=asked.filter: log.search(f, limit=PAGE)))  # type: ignore[misc]
        if page.before is not None:
            log.search(asked.filter, before=page.before, limit=PAGE)
            of_names.append(
                timed(lambda f=asked.filter, b=page.before: log.search(f, before=b, limit=PAGE))  # type: ignore[misc]
            )
    return times


def csv_of(entries: Sequence[bytes]) -> tuple[float, float]:
    """Seconds to write the entries as CSV, and what the two libraries take for it by themselves.

    That is: each entry parsed, and rows as many and as wide written by ``csv``.
    """
    import csv

    import orjson

    from kanta_desk.accesslog.export import write_csv
    from kanta_desk.model.text import Language

    out = io.StringIO(newline="")
    ours = timed(lambda: write_csv(entries, out, Language.FI))
    rows = list(csv.reader(io.StringIO(out.getvalue()), delimiter=";"))

    def libraries() -> None:
        for entry in entries:
            orjson.loads(entry)
        csv.writer(io.StringIO(newline=""), delimiter=";").writerows(rows)

    return ours, timed(libraries)

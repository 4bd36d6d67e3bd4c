"""Rules over times: written, created and archived in this order, and none of it tomorrow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.findings import Severity
from kanta_desk.model.metadata import BY_KEY
from kanta_desk.model.text import Text
from kanta_desk.model.time import HELSINKI, finnish_time

_IN_ORDER = ("author_time", "created", "archived")


def _given(metadata: DocumentMetadata) -> list[tuple[str, datetime]]:
    moments = ((key, getattr(metadata, key)) for key in _IN_ORDER)
    return [(key, moment) for key, moment in moments if moment is not None]


def _order(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    for (_, before), (key, after) in pairwise(_given(metadata)):
        # Systems round to the minute in one field and not in another.
        if before.replace(second=0, microsecond=0) > after:
            yield Fault(
                key,
                f"{finnish_time(after, seconds=True)} < {finnish_time(before, seconds=True)}",
                BY_KEY[key].label,
            )


def _future(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    for key, moment in _given(metadata):
        if moment.astimezone(HELSINKI).date() > context.today:
            yield Fault(key, finnish_time(moment), BY_KEY[key].label)


_CHECK_CLOCK = Text(
    "Tarkista palvelimen ja työaseman kello sekä järjestelmän aikavyöhyke.",
    "Kontrollera serverns och arbetsstationens klocka samt systemets tidszon.",
    "Check the clock of the server and the workstation, and the system's time zone.",
)

TIME_RULES: tuple[Rule[DocumentMetadata], ...] = (
    Rule(
        "KV-ORD",
        Severity.ERROR,
        Text(
            "Ajat ovat väärässä järjestyksessä: {about}",
            "Tiderna är i fel ordning: {about}",
            "Times are in the wrong order: {about}",
        ),
        _CHECK_CLOCK,
        "Sosiaalihuollon asiakasasiakirjojen metatietomalli (THL)",
        _order,
    ),
    Rule(
        "KV-FUT",
        Severity.ERROR,
        Text(
            "Aika on tulevaisuudessa: {about}",
            "Tiden ligger i framtiden: {about}",
            "A time is in the future: {about}",
        ),
        _CHECK_CLOCK,
        "Sosiaalihuollon asiakasasiakirjojen metatietomalli (THL)",
        _future,
    ),
)

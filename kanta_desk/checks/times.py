"""Rules over times: written, created and archived in this order, and none of it tomorrow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from kanta_desk.checks.remedies import CDA_HEADER, CHECK_CLOCK, CORRECT_DOCUMENT, METADATA_MODEL
from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.findings import Severity
from kanta_desk.model.metadata import BY_KEY, Evidence
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


def _copied(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    archived, copied = metadata.archived, metadata.copied
    if archived is not None and copied is not None and copied < archived:
        yield Fault("copied", f"{finnish_time(copied)} < {finnish_time(archived)}")


def _visible(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    visible, created = metadata.visible_from, metadata.created
    if visible is None or created is None:
        return
    if visible.astimezone(HELSINKI).date() < created.astimezone(HELSINKI).date():
        yield Fault("visible_from", f"{finnish_time(visible)} < {finnish_time(created)}")


def _signed(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    signature, written = metadata.signature, metadata.author_time
    if signature is None:
        return
    if signature.time is None:
        yield Fault("signature")
    elif written is not None and signature.time < written.replace(second=0, microsecond=0):
        yield Fault("signature", f"{finnish_time(signature.time)} < {finnish_time(written)}")


TIME_RULES: tuple[Rule[DocumentMetadata], ...] = (
    Rule(
        "KV-ORD",
        Severity.ERROR,
        Text(
            "Ajat ovat väärässä järjestyksessä: {about}",
            "Tiderna är i fel ordning: {about}",
            "Times are in the wrong order: {about}",
        ),
        CHECK_CLOCK,
        METADATA_MODEL,
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
        CHECK_CLOCK,
        METADATA_MODEL,
        _future,
    ),
    Rule(
        "KV-CPY",
        Severity.WARNING,
        Text(
            "Kopiointiaika on ennen arkistointia",
            "Kopieringstiden är före arkiveringen",
            "The time of copying is before the archiving",
        ),
        CHECK_CLOCK,
        CDA_HEADER,
        _copied,
        Evidence.ASSUMED,
    ),
    Rule(
        "KV-VIS",
        Severity.WARNING,
        Text(
            "Asiakirja näkyisi kansalaiselle ennen sen laatimista",
            "Handlingen skulle vara synlig för medborgaren innan den skapades",
            "The document would show to the citizen before it was made",
        ),
        CORRECT_DOCUMENT,
        "Kanta.fi: sosiaalihuollon tiedot OmaKannassa",
        _visible,
        Evidence.ASSUMED,
    ),
    Rule(
        "KV-SGT",
        Severity.WARNING,
        Text(
            "Allekirjoituksen aika puuttuu tai on ennen merkintää",
            "Underskriftens tid saknas eller är före anteckningen",
            "The time of signing is missing or before the entry",
        ),
        CHECK_CLOCK,
        CDA_HEADER,
        _signed,
        Evidence.ASSUMED,
    ),
)

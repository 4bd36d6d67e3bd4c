"""Documents, cards and events as lines for people and as plain values for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.events import Event, EventRef
from kanta_desk.model.identifiers import Henkilotunnus, Oid
from kanta_desk.model.metadata import FIELDS, GROUP_LABELS
from kanta_desk.model.metadata_lines import AMISS, FieldNames, FieldState, field_lines
from kanta_desk.model.text import Language, Text


def plain(value: object) -> Any:
    """Any value of the model as what JSON holds: times in ISO form, texts in all languages."""
    match value:
        case None | bool() | int() | float():
            return value
        case Oid() | Henkilotunnus():
            return value.value
        case EventRef():
            return str(value)
        case Enum():
            return value.value
        case str():
            return str(value)
        case date():  # a datetime is one too
            return value.isoformat()
        case tuple() | list() | frozenset():
            return [plain(each) for each in value]
        case bytes():
            return value.hex()
        case Event():
            return _plain_fields(value) | {"event_id": value.uuid}
        case _ if is_dataclass(value):
            return _plain_fields(value)
        case _:
            return str(value)


def _plain_fields(value: Any) -> dict[str, Any]:
    return {field.name: plain(getattr(value, field.name)) for field in fields(value)}


def metadata_lines(metadata: DocumentMetadata, names: FieldNames) -> Iterator[str]:
    """The fields of a document under the headings of their groups; absent ones are left out."""
    language = names.language
    width = max(len(field.label.of(language)) for field in FIELDS)
    for group, lines in field_lines(metadata, names):
        shown = [line for line in lines if line.state is not FieldState.ABSENT]
        if shown:
            yield GROUP_LABELS[group].of(language)
        for line in shown:
            amiss = AMISS.get(line.state)
            said = f"({amiss.of(language)})" if amiss else line.in_one
            yield f"  {line.field.label.of(language):<{width}}  {said}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows under a head, columns aligned."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def labelled(pairs: Sequence[tuple[Text, str]], language: Language) -> Iterator[str]:
    """Labels and values, aligned; empty values are left out."""
    shown = [(label.of(language), value) for label, value in pairs if value]
    width = max((len(label) for label, _ in shown), default=0)
    return (f"{label:<{width}}  {value}" for label, value in shown)

"""A plan from JSON, the form that programs write: ``"format": "kanta-desk-plan-1"``."""

from __future__ import annotations

import orjson

from kanta_desk.deployment.raw import (
    MAX_ROWS,
    Column,
    Fact,
    RawDocument,
    RawPlan,
    checked,
    shown_name,
)
from kanta_desk.errors import PlanUnreadable

FORMAT = "kanta-desk-plan-1"


def read_json(data: bytes, place: str) -> RawPlan:
    """The plan in the bytes of a JSON file; ``place`` is the file's name.

    Raises:
        PlanUnreadable: with the document's index and the member.
    """
    try:
        whole = orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise PlanUnreadable(f"{place}:{error.lineno}:{error.colno}", "json") from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise PlanUnreadable(place, "format")
    rows = whole.get("documents")
    if not isinstance(rows, list):
        raise PlanUnreadable(f"{place}:documents", "type")
    if len(rows) > MAX_ROWS:
        raise PlanUnreadable(place, "too many rows")
    facts: dict[Fact, str] = {}
    for number, (name, value) in enumerate(whole.items(), 1):
        if name in ("format", "documents"):
            continue
        if name not in set(Fact):
            raise PlanUnreadable(f"{place}:{shown_name(name, number)}", "unknown column")
        if text := _text(value, f"{place}:{name}"):
            facts[Fact(name)] = text
    documents = tuple(_document(row, f"{place}:documents[{n}]") for n, row in enumerate(rows))
    return RawPlan(place, facts, documents)


def _document(row: object, place: str) -> RawDocument:
    if not isinstance(row, dict):
        raise PlanUnreadable(place, "type")
    values: dict[Column, str] = {}
    for number, (name, value) in enumerate(row.items(), 1):
        if name not in set(Column):
            raise PlanUnreadable(f"{place}:{shown_name(name, number)}", "unknown column")
        here = f"{place}:{name}"
        column = Column(name)
        text = _client(value, here) if column is Column.CLIENT else _text(value, here)
        if text:
            values[column] = text
    return RawDocument(place, values, {})


def _client(value: object, place: str) -> str:
    if not isinstance(value, dict):
        return _text(value, place)
    if set(value) != {"root", "value"}:
        raise PlanUnreadable(place, "type")
    return f"{_text(value['root'], place)} {_text(value['value'], place)}"


def _text(value: object, place: str) -> str:
    match value:
        case None:
            return ""
        case str():
            return checked(value, place)
        case bool():
            raise PlanUnreadable(place, "type")
        case int():
            return str(value)
        case _:
            raise PlanUnreadable(place, "type")

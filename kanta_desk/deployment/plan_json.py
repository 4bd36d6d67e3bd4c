"""Plans and tables from JSON.

Our own form says ``"format": "kanta-desk-plan-2"`` (or ``-1``, which had fewer members)::

    {"format": "kanta-desk-plan-2", "name": "…", "kind": "first", "system": "…", …,
     "pair": {"producer_system": "…", "producer": "1.2…", "organiser_system": "…", "organiser": …},
     "documents": [{"key": "A1", "client": "…", "document_oid": "1.2…", "source": "a.pdf", …}],
     "counts": [{"key": "L1", "number": 120, "type": "11012", "since": "2020-01-01", …}]}

Any other JSON is what a client information system exports (``json_tables``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from kanta_desk.deployment.json_tables import tables_of
from kanta_desk.deployment.raw import MAX_ROWS, Grid, RawDocument, RawPlan, shown_name
from kanta_desk.errors import PlanFault, PlanUnreadable
from kanta_desk.model.planning import Column, Fact

FORMAT = "kanta-desk-plan-2"
FORMATS = (FORMAT, "kanta-desk-plan-1")
PAIR: dict[str, Fact] = {
    "producer_system": Fact.PRODUCER_SYSTEM,
    "producer": Fact.PRODUCER_REGISTER,
    "organiser_system": Fact.ORGANISER_SYSTEM,
    "organiser": Fact.ORGANISER_REGISTER,
}

_OURS = "kanta-desk-plan"
_COLUMNS, _FACTS = set(Column), set(Fact)
_LISTS = ("not_in",)


def read_json(data: bytes, place: str) -> RawPlan | tuple[Grid, ...]:
    """The plan in the bytes of a JSON file, or its tables; ``place`` is the file's name.

    Raises:
        PlanUnreadable: with the place in the file.
    """
    try:
        whole = orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise PlanUnreadable(f"{place}:{error.lineno}:{error.colno}", "json") from None
    if isinstance(whole, dict) and str(whole.get("format", "")).startswith(_OURS):
        if whole["format"] not in FORMATS:
            raise PlanUnreadable(place, "format")
        return _OwnPlan(place).read(whole)
    grids = tuple(tables_of(whole, place))
    if not grids:
        raise PlanUnreadable(place, "format")
    return grids


class _OwnPlan:
    """Reads our own form, and keeps every fault."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._faults: list[PlanFault] = []

    def read(self, whole: Mapping[str, Any]) -> RawPlan:
        facts: dict[Fact, str] = {}
        for number, (name, value) in enumerate(whole.items(), 1):
            if name in ("format", "documents", "counts"):
                continue
            if name == "pair":
                facts |= self._pair(value)
            elif name in _FACTS:
                facts |= self._fact(Fact(name), value, name)
            else:
                self._fault(shown_name(name, number), "unknown column")
        documents = self._rows(whole, "documents", needed="counts" not in whole)
        counts = self._rows(whole, "counts", needed=False)
        return RawPlan(self._place, facts, (*documents, *counts), tuple(self._faults))

    def _pair(self, value: object) -> dict[Fact, str]:
        if not isinstance(value, dict) or not set(value) <= set(PAIR):
            self._fault("pair", "type")
            return {}
        facts: dict[Fact, str] = {}
        for name, said in value.items():
            facts |= self._fact(PAIR[name], said, f"pair.{name}")
        return facts

    def _fact(self, fact: Fact, value: object, at: str) -> dict[Fact, str]:
        text = self._text(value, at)
        return {fact: text} if text else {}

    def _rows(
        self, whole: Mapping[str, Any], member: str, *, needed: bool
    ) -> Iterable[RawDocument]:
        rows = whole.get(member)
        if rows is None and not needed:
            return ()
        if not isinstance(rows, list):
            raise PlanUnreadable(f"{self._place}:{member}", "type")
        if len(rows) > MAX_ROWS:
            raise PlanUnreadable(self._place, "too many rows")
        read = (self._row(row, f"{member}[{n}]") for n, row in enumerate(rows))
        return tuple(row for row in read if row is not None)

    def _row(self, row: object, at: str) -> RawDocument | None:
        if not isinstance(row, dict):
            self._fault(at, "type")
            return None
        values: dict[Column, str] = {}
        for number, (name, value) in enumerate(row.items(), 1):
            if name not in _COLUMNS:
                self._fault(f"{at}:{shown_name(name, number)}", "unknown column")
                continue
            column, here = Column(name), f"{at}:{name}"
            text = self._client(value, here) if column is Column.CLIENT else None
            text = self._value(name, value, here) if text is None else text
            if text:
                values[column] = text
        if at.startswith("counts"):
            values.setdefault(Column.COUNT, "–")  # a number that is missing is told as no number
        return RawDocument(f"{self._place}:{at}", values)

    def _client(self, value: object, at: str) -> str | None:
        if not isinstance(value, dict):
            return None
        if set(value) != {"root", "value"}:
            self._fault(at, "type")
            return ""
        return f"{self._text(value['root'], at)} {self._text(value['value'], at)}"

    def _value(self, name: str, value: object, at: str) -> str:
        if name in _LISTS and isinstance(value, list):
            return " ".join(self._text(each, at) for each in value)
        if name == Column.MUST_NOT and isinstance(value, bool):
            return "true" if value else "false"
        return self._text(value, at)

    def _text(self, value: object, at: str) -> str:
        match value:
            case None:
                return ""
            case str():
                return value.strip()
            case int() if not isinstance(value, bool):
                return str(value)
            case _:
                self._fault(at, "type")
                return ""

    def _fault(self, at: str, reason: str) -> None:
        self._faults.append(PlanFault(f"{self._place}:{at}", reason))

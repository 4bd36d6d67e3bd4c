"""Tables in JSON of any form: every list of objects is one.

The columns are the paths of the values; what stands above a list belongs to each of its rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kanta_desk.deployment.raw import MAX_ROWS, Grid, GridRow, safe_name
from kanta_desk.errors import PlanUnreadable

_DEEPEST = 12
_MOST_CELLS = 2_000_000


def flat(value: object, path: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """Every plain value of a JSON document with its path; indexes of lists are no part of it."""
    if depth > _DEEPEST:
        return
    match value:
        case dict():
            for name, child in value.items():
                yield from flat(child, _under(path, name), depth + 1)
        case list():
            for child in value:
                yield from flat(child, path, depth + 1)
        case str() if value.strip():
            yield path, value.strip()
        case int() | float() if not isinstance(value, bool):
            yield path, str(value)


def tables_of(whole: object, place: str) -> Iterator[Grid]:
    """A table for every path at which lists of objects stand."""
    tables: dict[str, list[tuple[str, dict[str, str]]]] = {}
    _gather(whole, "", "", {}, tables, 0)
    cells = 0
    for name, rows in tables.items():
        names = tuple(dict.fromkeys(header for _, row in rows for header in row))
        cells += len(names) * len(rows)
        if len(rows) > MAX_ROWS or cells > _MOST_CELLS:
            raise PlanUnreadable(f"{place}:{safe_name(name)}", "too many rows")
        body = (
            GridRow(f"{place}:{safe_name(at)}", tuple(row.get(header, "") for header in names))
            for at, row in rows
        )
        here = f"{place}:{safe_name(name)}"
        yield Grid(name, here, (GridRow(here, names), *body), header_rows=1)


def _gather(
    node: object,
    path: str,
    at: str,
    inherited: Mapping[str, str],
    tables: dict[str, list[tuple[str, dict[str, str]]]],
    depth: int,
) -> None:
    """Collect the rows of every list of objects below ``node``. ``at`` is the place with indexes,
    ``path`` the same without."""
    if depth > _DEEPEST:
        return
    if isinstance(node, dict):
        own = {**_values(node, path), **inherited}
        for name, child in _lists(node):
            _gather(child, _under(path, name), _under(at, name), own, tables, depth + 1)
    elif isinstance(node, list):
        for index, child in enumerate(node):
            if isinstance(child, dict):
                here = f"{at}[{index}]"
                row = {**_values(child, path), **inherited}  # its own values go before
                tables.setdefault(path or "[]", []).append((here, row))
                _gather(child, path, here, inherited, tables, depth + 1)


def _lists(node: Mapping[str, Any], under: str = "", depth: int = 0) -> Iterator[tuple[str, Any]]:
    """The lists of objects that an object holds, directly or in objects in it."""
    for name, child in node.items():
        if isinstance(child, list) and any(isinstance(each, dict) for each in child):
            yield _under(under, name), child
        elif isinstance(child, dict) and depth < _DEEPEST:
            yield from _lists(child, _under(under, name), depth + 1)


def _values(node: Mapping[str, Any], path: str, depth: int = 0) -> dict[str, str]:
    """The values of an object and of the objects in it, by path; a list of texts is its lines."""
    found: dict[str, str] = {}
    for name, value in node.items():
        here = _under(path, name)
        match value:
            case dict() if depth < _DEEPEST:
                found |= _values(value, here, depth + 1)
            case list() if not any(isinstance(each, dict | list) for each in value):
                found[here] = "\n".join(str(each) for each in value if each is not None)
            case str():
                found[here] = value.strip()
            case bool():
                found[here] = "true" if value else "false"
            case int() | float():
                found[here] = str(value)
    return found


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else str(name)

"""Imported code sets and registers as files of the program's own: a head, and the rows.

Two lines of JSON. The first is read for lists; the second, which may be large, only when a code or
a unit is looked up. Both are written at once, so there is never a head without its rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import orjson

from kanta_desk.errors import FolderNotWritable, SettingsUnreadable
from kanta_desk.model.codes import CodeSet, Concept
from kanta_desk.model.imports import Holding, ImportKind, Origin
from kanta_desk.model.text import Text
from kanta_desk.settings.files import write_whole

FORMAT: Final = "kanta-desk-import-1"
MAX_FILE: Final = 512 * 1024 * 1024
_MAX_HEAD: Final = 64 * 1024

Cells = list[str | None]


@dataclass(frozen=True)
class UnitRegister:
    """One register of organisations as it was imported: a row for each unit and period.

    ``rows`` are the fields of ``model.organisations.Unit`` in their order, days as ISO text.
    """

    system: str
    name: Text
    version: str
    rows: list[Cells]
    valid_from: date | None = None
    valid_to: date | None = None
    origin: Origin | None = None


def code_set_file(folder: Path, system: str, version: str) -> Path:
    """The file of one version of a code set; ``system`` is without its version arc."""
    return folder / f"{system}@{version}.codeset"


def units_file(folder: Path, system: str) -> Path:
    """The file of one register."""
    return folder / f"{system}.units"


def write_code_set(path: Path, code_set: CodeSet) -> Path:
    """Write a snapshot.

    Raises:
        FolderNotWritable: naming the folder.
    """
    every = [*code_set.concepts.values()]
    every += [concept for former in code_set.earlier.values() for concept in former]
    rows = [
        [c.value, c.name.fi, c.name.sv, c.name.en, _iso(c.valid_from), _iso(c.valid_to), c.parent]
        for c in every
    ]
    head = _head(ImportKind.CODE_SET, code_set, len(code_set.concepts))
    return _write(path, head, rows)


def write_units(path: Path, register: UnitRegister) -> Path:
    """Write a register.

    Raises:
        FolderNotWritable: naming the folder.
    """
    count = len({row[0] for row in register.rows})
    return _write(path, _head(ImportKind.ORGANISATIONS, register, count), register.rows)


def read_holding(path: Path) -> Holding:
    """What a list shows of a snapshot; one that cannot be read says why in ``fault``."""
    try:
        with path.open("rb") as file:
            return _holding(orjson.loads(file.readline(_MAX_HEAD)))
    except OSError as error:
        fault = error.strerror or "unreadable"
    except (ValueError, KeyError, TypeError):
        fault = "form"
    kind = ImportKind.ORGANISATIONS if path.suffix == ".units" else ImportKind.CODE_SET
    return Holding(kind, path.stem, Text(path.stem, path.stem, path.stem), "", 0, fault=fault)


def read_code_set(path: Path) -> CodeSet:
    """A snapshot whole.

    Raises:
        SettingsUnreadable: naming the file.
    """
    holding, rows = _read(path)
    concepts: dict[str, Concept] = {}
    earlier: dict[str, tuple[Concept, ...]] = {}
    try:
        for *texts, first, last, parent in rows:
            value, fi, sv, en = map(str, texts)
            days = _day(first), _day(last)
            concept = Concept(value, Text(fi, sv, en), *days, parent=parent or "")
            if value in concepts:
                earlier[value] = (*earlier.get(value, ()), concept)
            else:
                concepts[value] = concept
    except (ValueError, TypeError):
        raise SettingsUnreadable(path.name, "rows") from None
    return CodeSet(
        system=holding.system,
        name=holding.name,
        version=holding.version,
        concepts=concepts,
        evidence=holding.origin.file if holding.origin else "",
        valid_from=holding.valid_from,
        valid_to=holding.valid_to,
        earlier=earlier,
        origin=holding.origin,
    )


def read_units(path: Path) -> UnitRegister:
    """A register whole; its rows are left as they are, since few of them are ever asked for.

    Raises:
        SettingsUnreadable: naming the file.
    """
    holding, rows = _read(path)
    return UnitRegister(
        holding.system,
        holding.name,
        holding.version,
        rows,
        holding.valid_from,
        holding.valid_to,
        holding.origin,
    )


def make_folder(folder: Path) -> Path:
    """The folder, made if need be.

    Raises:
        FolderNotWritable: naming it.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FolderNotWritable(str(folder), error.strerror or "") from None
    return folder


def origin_to(origin: Origin | None) -> dict[str, str] | None:
    """An origin as JSON holds it."""
    if origin is None:
        return None
    at = origin.at.isoformat()
    return {"file": origin.file, "sha256": origin.sha256, "at": at, "by": origin.by}


def origin_from(said: Mapping[str, Any] | None) -> Origin | None:
    """``origin_to`` read back.

    Raises:
        KeyError, TypeError, ValueError: if it is none.
    """
    if said is None:
        return None
    at = datetime.fromisoformat(said["at"])
    return Origin(str(said["file"]), str(said["sha256"]), at, str(said["by"]))


def _head(kind: ImportKind, what: CodeSet | UnitRegister, count: int) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "kind": kind.value,
        "system": what.system,
        "name": [what.name.fi, what.name.sv, what.name.en],
        "version": what.version,
        "count": count,
        "valid_from": _iso(what.valid_from),
        "valid_to": _iso(what.valid_to),
        "origin": origin_to(what.origin),
    }


def _write(path: Path, head: Mapping[str, Any], rows: Iterable[Cells]) -> Path:
    make_folder(path.parent)
    return write_whole(path, orjson.dumps(head) + b"\n" + orjson.dumps(list(rows)) + b"\n")


def _read(path: Path) -> tuple[Holding, list[Cells]]:
    try:
        if path.stat().st_size > MAX_FILE:
            raise SettingsUnreadable(path.name, "too large")
        head, _, body = path.read_bytes().partition(b"\n")
        rows = orjson.loads(body)
        if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
            raise SettingsUnreadable(path.name, "rows")
        return _holding(orjson.loads(head)), rows
    except OSError as error:
        raise SettingsUnreadable(path.name, error.strerror or "") from None
    except (ValueError, KeyError, TypeError):
        raise SettingsUnreadable(path.name, "form") from None


def _holding(head: Mapping[str, Any]) -> Holding:
    if head["format"] != FORMAT:
        raise ValueError("format")
    return Holding(
        kind=ImportKind(head["kind"]),
        system=str(head["system"]),
        name=Text(*map(str, head["name"])),
        version=str(head["version"]),
        count=int(head["count"]),
        valid_from=_day(head["valid_from"]),
        valid_to=_day(head["valid_to"]),
        origin=origin_from(head["origin"]),
    )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)

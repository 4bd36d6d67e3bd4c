"""Column mappings kept as files, one a client information system; they can be sent and copied.

They hold names of columns and settings, and no value of any client.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from kanta_desk.errors import PlanUnreadable
from kanta_desk.model.planning import Column, ColumnMapping, Fact
from kanta_desk.settings.files import write_whole

FORMAT = "kanta-desk-mapping-1"
SUFFIX = ".mapping.json"
MAX_BYTES = 200_000
MAX_KEPT = 200

_MAX_TEXT = 400
_MEMBERS = {"format", "system", "columns", "constants", "facts"}


def kept_mappings(folder: Path) -> tuple[ColumnMapping, ...]:
    """The mappings of a folder, in the order of their names; a broken file is passed over."""
    return tuple(_read_kept(folder))


def _read_kept(folder: Path) -> Iterator[ColumnMapping]:
    for path in sorted(folder.glob(f"*{SUFFIX}"))[:MAX_KEPT] if folder.is_dir() else ():
        try:
            yield read_mapping(path)
        except PlanUnreadable:
            continue


def keep_mapping(folder: Path, mapping: ColumnMapping) -> Path:
    """Keep a mapping under its system's name, in place of an earlier one of the same system.

    Raises:
        FolderNotWritable: naming the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return write_mapping(folder / file_name(mapping.system), mapping)


def file_name(system: str) -> str:
    """The name of a system's file; other signs than letters and digits become hyphens."""
    said = re.sub(r"[^a-z0-9åäö]+", "-", system.casefold()).strip("-")[:40] or "system"
    return f"{said}-{hashlib.sha256(system.casefold().encode()).hexdigest()[:6]}{SUFFIX}"


def write_mapping(path: Path, mapping: ColumnMapping) -> Path:
    """Write a mapping to a file of its own, to be sent.

    Raises:
        FolderNotWritable: naming the folder.
    """
    whole = {
        "format": FORMAT,
        "system": mapping.system,
        "columns": [{"header": h, "column": c} for h, c in mapping.columns.items()],
        "constants": {str(c): v for c, v in mapping.constants.items()},
        "facts": {str(f): v for f, v in mapping.facts.items()},
    }
    return write_whole(path, orjson.dumps(whole, option=orjson.OPT_INDENT_2))


def read_mapping(path: Path) -> ColumnMapping:
    """Read a mapping.

    Raises:
        PlanUnreadable: if the file is no mapping.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        raise PlanUnreadable(path.name, "unreadable") from None
    try:
        return _mapping(orjson.loads(data[:MAX_BYTES]))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise PlanUnreadable(path.name, "mapping") from None


def _mapping(whole: Any) -> ColumnMapping:
    """Raises KeyError, TypeError, ValueError or AttributeError on anything but a mapping."""
    if whole["format"] != FORMAT or not set(whole) <= _MEMBERS:
        raise ValueError
    return ColumnMapping(
        system=_text(whole["system"]),
        columns={
            _text(each["header"]): Column(each["column"]) if each["column"] else None
            for each in whole["columns"]
        },
        constants={Column(c): _text(v) for c, v in whole.get("constants", {}).items()},
        facts={Fact(f): _text(v) for f, v in whole.get("facts", {}).items()},
    )


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _MAX_TEXT:
        raise ValueError
    return value

"""Document structures (Sosmeta, THL) and whether a structured form follows its own.

A structure is a JSON schema (draft-07) of which THL's published ones use nine words: ``type``,
``properties``, ``required``, ``additionalProperties: false``, ``items``, ``minItems``,
``minLength``, ``pattern`` and ``enum``. These are checked here, so that a fault is told by the
field's own Finnish and Swedish name; a structure with any other word is refused rather than
half-checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from kanta_desk.archive.payloads import json_value
from kanta_desk.archive.structure_form import read_form, read_head, texts
from kanta_desk.errors import BadDocument, SettingsUnreadable
from kanta_desk.model.structure import NO_TEXT, StructureForm, StructureHead
from kanta_desk.model.text import Text

MAX_FILE: Final = 4 * 1024 * 1024
MAX_FAULTS: Final = 50

_SAID_ONLY: Final = {"$schema", "title", "description", "sosmeta", "$id", "$comment", "default"}
_KNOWN: Final = {
    "type", "properties", "required", "additionalProperties", "items", "minItems", "minLength",
    "pattern", "enum",
}  # fmt: skip
_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "number": (int, float),
    "integer": (int,),
    "null": (type(None),),
}
# A document's kind, its code in it, and the version's year, month and day.
_OID: Final = re.compile(r"\d+(\.\d+){5,20}", re.ASCII)
_MAX_DEPTH: Final = 60
# A repeated group with repetition or choice in it can take a lifetime to say no, unless each turn
# begins with a sign of its own, as in THL's (\.\d+)*.
_REPEATED: Final = re.compile(r"\((?:\?:)?(\\[./-]|[:/-])?([^()]*)\)[*+{]")
_NESTED: Final = re.compile(r"\)[*+?]?\)[*+{]")
_MANY_WAYS: Final = re.compile(r"[*+{|]")


@dataclass(frozen=True, slots=True)
class StructureFault:
    """One place of a structured form that does not follow: its path, why, and the field's name."""

    path: str
    reason: str
    name: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class _Node:
    """One level of a structure, made ready to be asked many times."""

    types: tuple[type, ...]
    properties: dict[str, _Node]
    required: tuple[str, ...]
    closed: bool
    items: _Node | None
    min_items: int
    min_length: int
    pattern: re.Pattern[str] | None
    values: frozenset[str] | None
    name: Text

    def faults(self, value: Any, path: str) -> Iterator[StructureFault]:
        """What in ``value`` does not follow, depth first."""
        kind = type(value)
        if kind not in self.types:
            yield StructureFault(path, "type", self.name)
            return
        if kind is dict:
            for key in self.required:
                if key not in value:
                    there = self.properties.get(key)
                    name = there.name if there else NO_TEXT
                    yield StructureFault(f"{path}/{key}", "missing", name)
            for key, inner in value.items():
                node = self.properties.get(key)
                if node is not None:
                    yield from node.faults(inner, f"{path}/{key}")
                elif self.closed:
                    yield StructureFault(f"{path}/{key[:60]}", "unknown")
        elif kind is list:
            if len(value) < self.min_items:
                yield StructureFault(path, "too few", self.name)
            if self.items is not None:
                for number, inner in enumerate(value):
                    yield from self.items.faults(inner, f"{path}/{number}")
        elif kind is str:
            if len(value) < self.min_length:
                yield StructureFault(path, "empty", self.name)
            elif self.values is not None and value not in self.values:
                yield StructureFault(path, "not allowed", self.name)
            elif self.pattern is not None and not self.pattern.search(value):
                yield StructureFault(path, "form", self.name)


@dataclass(frozen=True)
class Structure:
    """One published structure: its OID, what its fields are called, and what follows from it."""

    oid: str
    form: StructureForm = field(repr=False)
    _root: _Node = field(repr=False)

    @classmethod
    def parse(cls, data: bytes, name: str) -> Structure:
        """Read a structure as THL publishes it.

        Raises:
            SettingsUnreadable: naming the file ``name`` and the word at fault.
        """
        schema, oid = _schema(data, name)
        root = _node(schema, name, 0)
        return cls(oid, read_form(schema, oid), root)

    def faults(self, value: Any) -> tuple[StructureFault, ...]:
        """What in a structured form does not follow, at most ``MAX_FAULTS``."""
        found = []
        for fault in self._root.faults(value, ""):
            found.append(fault)
            if len(found) == MAX_FAULTS:
                break
        return tuple(found)


class Structures:
    """The structures of some folders, each read when it is first asked for; where two folders have
    the same one, the first folder's counts."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._listed: dict[str, Path] | None = None
        self._read: dict[str, Structure | None] = {}

    @property
    def _files(self) -> dict[str, Path]:
        if self._listed is None:
            self._listed = {
                path.stem: path
                for folder in reversed(self._folders)
                for path in sorted(folder.glob("*.json"))
            }
        return self._listed

    @property
    def files(self) -> tuple[Path, ...]:
        """The file of each structure, in the order of their names."""
        return tuple(sorted(self._files.values(), key=lambda path: path.stem))

    def refresh(self) -> None:
        """Look for files anew: some have been imported."""
        self._listed, self._read = None, {}

    def find(self, oid: str) -> Structure | None:
        """The structure with this OID, from the file of its name; None if there is none.

        Raises:
            SettingsUnreadable: naming a file that cannot be read, or is of another structure.
        """
        if oid not in self._read:
            path = self._files.get(oid)
            self._read[oid] = None if path is None else self._load(path, oid)
        return self._read[oid]

    def _load(self, path: Path, oid: str) -> Structure:
        structure = Structure.parse(read_file(path), path.name)
        if structure.oid != oid:
            raise SettingsUnreadable(path.name, "sosmeta.oid")
        return structure


def read_file(path: Path) -> bytes:
    """The bytes of a structure's file.

    Raises:
        SettingsUnreadable: naming the file, if it cannot be read or is too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except OSError as error:
        raise SettingsUnreadable(path.name, error.strerror or "") from None
    if len(data) > MAX_FILE:
        raise SettingsUnreadable(path.name, "too large")
    return data


def head_of(data: bytes, name: str) -> StructureHead:
    """What a list shows of a structure, without making its fields ready to be asked.

    Raises:
        SettingsUnreadable: naming the file ``name``.
    """
    schema, oid = _schema(data, name)
    return read_head(schema, oid)


def _schema(data: bytes, name: str) -> tuple[dict[str, Any], str]:
    """The schema, and the OID that it gives itself."""
    try:
        schema = json_value(data)
    except BadDocument as error:
        raise SettingsUnreadable(name, str(error.fields.get("reason", "json"))) from None
    about = schema.get("sosmeta") if isinstance(schema, dict) else None
    oid = about.get("oid") if isinstance(about, dict) else None
    if not isinstance(oid, str) or not _OID.fullmatch(oid):
        raise SettingsUnreadable(name, "sosmeta.oid")
    return schema, oid


def _node(schema: Any, file: str, depth: int) -> _Node:
    if not isinstance(schema, dict) or depth > _MAX_DEPTH:
        raise SettingsUnreadable(file, "form")
    for word in schema:
        if word not in _KNOWN and word not in _SAID_ONLY:
            raise SettingsUnreadable(file, str(word)[:40])
    named = schema.get("type", list(_TYPES))
    wanted = [named] if isinstance(named, str) else named
    closed = schema.get("additionalProperties", True)
    try:
        types = tuple(t for name in wanted for t in _TYPES[name])
        pattern = _pattern(schema["pattern"]) if "pattern" in schema else None
        values = frozenset(schema["enum"]) if "enum" in schema else None
    except (KeyError, TypeError, re.error):
        raise SettingsUnreadable(file, "type, pattern or enum") from None
    properties, required = schema.get("properties", {}), schema.get("required", [])
    least = schema.get("minItems", 0), schema.get("minLength", 0)
    if not (
        isinstance(closed, bool)
        and isinstance(properties, dict)
        and isinstance(required, list)
        and all(isinstance(number, int) for number in least)
    ):
        raise SettingsUnreadable(file, "properties, required, minItems or minLength")
    return _Node(
        types=types,
        properties={k: _node(v, file, depth + 1) for k, v in properties.items()},
        required=tuple(map(str, required)),
        closed=not closed,
        items=_node(schema["items"], file, depth + 1) if "items" in schema else None,
        min_items=least[0],
        min_length=least[1],
        pattern=pattern,
        values=values,
        name=_name(schema),
    )


def _pattern(said: str) -> re.Pattern[str]:
    """A pattern to look with, if it cannot run away.

    Raises:
        re.error: if it is none, or can.
    """
    compiled = re.compile(said)
    endless = (not begins and _MANY_WAYS.search(rest) for begins, rest in _REPEATED.findall(said))
    if _NESTED.search(said) or any(endless):
        raise re.error("may run away")
    return compiled


def _name(schema: dict[str, Any]) -> Text:
    about = schema.get("sosmeta")
    return texts(about.get("name")) if isinstance(about, dict) else NO_TEXT

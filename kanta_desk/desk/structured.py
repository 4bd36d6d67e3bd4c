"""A document's structured form (JSON) as a form that a person can read.

With its structure (Sosmeta) the fields stand in the definition's order under its titles, what the
definition demands and the document lacks is told, and what it does not know is marked. Without it
the form is plain and says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from typing import Any

from kanta_desk.archive.payloads import json_value
from kanta_desk.archive.structures import Structure
from kanta_desk.errors import BadDocument
from kanta_desk.model.codes import Code
from kanta_desk.model.documents import JSON, Document
from kanta_desk.model.structure import FieldKind, StructureField, StructureForm
from kanta_desk.model.terms.words import YES_NO
from kanta_desk.model.text import Language
from kanta_desk.model.time import HELSINKI, finnish_date, finnish_time

MAX_LINES = 5_000
_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?", re.ASCII)
_PLAIN_CODE = frozenset({"system", "code", "display"})
_PLAIN_IDENTIFIER = frozenset({"system", "value"})

NameOf = Callable[[Code], str]
"""What a code is called; nothing if nobody knows."""


class Mark(StrEnum):
    """What a reader must know of a line beside its value."""

    PLAIN = "plain"
    HEADING = "heading"
    UNKNOWN = "unknown"
    MISSING = "missing"
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class FormLine:
    """One line: how deep it stands (0 outermost), its label and, where it has one, its value.

    ``note`` is the code, identifier system or the like behind the value, for a smaller print.
    ``path`` is the place in the form, such as ``/sopimus/asiakas/0/sukunimi``. ``hidden``: the
    definition keeps it from readers. ``reason`` says why it is ``FAULTY``, as
    ``archive.structures.StructureFault`` does.
    """

    depth: int
    label: str
    value: str = ""
    note: str = ""
    path: str = ""
    mark: Mark = Mark.PLAIN
    hidden: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReadableForm:
    """A structured form: ``title`` and ``oid`` of its definition (none: it is not at hand).

    ``wanted`` is the OID of the definition that the document names. ``is_cut``: it is longer than
    ``MAX_LINES``.
    """

    lines: tuple[FormLine, ...]
    wanted: str = ""
    oid: str = ""
    title: str = ""
    is_cut: bool = False


def readable_form(
    document: Document, structure: Structure | None, name_of: NameOf, language: Language
) -> ReadableForm:
    """All structured forms of a document, one after the other, in ``language``.

    Raises:
        BadDocument: if the document has no structured form, or it cannot be read.
    """
    values = [json_value(each.data) for each in document.payloads if each.media_type == JSON]
    if not values:
        raise BadDocument("payload", f"no {JSON}")
    reader = _Reader(structure.form if structure else None, name_of, language)
    lines: list[FormLine] = []
    for value in values:
        found = list(islice(reader.lines(value), MAX_LINES + 1))
        faults = {f.path: f.reason for f in structure.faults(value)} if structure else {}
        lines += [_with_fault(line, faults) for line in found]
    wanted = document.metadata.structure_oid or ""
    cut = len(lines) > MAX_LINES
    shown = tuple(lines[:MAX_LINES])
    if structure is None:
        return ReadableForm(shown, wanted, is_cut=cut)
    title = structure.form.head.title.of(language)
    return ReadableForm(shown, wanted, structure.oid, title, cut)


def _with_fault(line: FormLine, faults: dict[str, str]) -> FormLine:
    reason = faults.get(line.path, "")
    if not reason or line.mark is not Mark.PLAIN:
        return line
    return replace(line, mark=Mark.FAULTY, reason=reason)


class _Reader:
    def __init__(self, form: StructureForm | None, name_of: NameOf, language: Language) -> None:
        self._form = form
        self._name_of = name_of
        self._language = language

    def lines(self, value: Any) -> Iterator[FormLine]:
        """The whole form."""
        if self._form is None or not isinstance(value, dict):
            yield from self._plain("", value, "", 0)
            return
        yield from self._members(self._form.root, value, "", 0, hidden=False)

    def _members(
        self, field: StructureField, value: dict[str, Any], path: str, depth: int, *, hidden: bool
    ) -> Iterator[FormLine]:
        for child in field.children:
            at = f"{path}/{child.key}"
            is_hidden = hidden or child.hidden
            if child.key in value:
                yield from self._field(child, value[child.key], at, depth, hidden=is_hidden)
            elif child.required:
                label = child.label.of(self._language)
                yield FormLine(depth, label, path=at, mark=Mark.MISSING, hidden=is_hidden)
        known = {child.key for child in field.children}
        for key in (each for each in value if each not in known):
            for line in self._plain(_words(str(key)), value[key], f"{path}/{key}", depth):
                yield replace(line, mark=Mark.UNKNOWN, hidden=hidden)

    def _field(
        self, field: StructureField, value: Any, path: str, depth: int, *, hidden: bool
    ) -> Iterator[FormLine]:
        label = field.label.of(self._language)
        if isinstance(value, list):
            for number, each in enumerate(value):
                numbered = f"{label} {number + 1}" if len(value) > 1 else label
                yield from self._one(field, numbered, each, f"{path}/{number}", depth, hidden)
        else:
            yield from self._one(field, label, value, path, depth, hidden)

    def _one(
        self, field: StructureField, label: str, value: Any, path: str, depth: int, hidden: bool
    ) -> Iterator[FormLine]:
        if isinstance(value, dict) and not field.kind.parts:
            if not field.untitled:
                yield FormLine(depth, label, path=path, mark=Mark.HEADING, hidden=hidden)
            yield from self._members(field, value, path, depth + 1, hidden=hidden)
            return
        said, note = self._said(field, value)
        if field.kind is FieldKind.HEADING:
            yield FormLine(depth, said or label, path=path, mark=Mark.HEADING, hidden=hidden)
            return
        shown = "" if field.untitled else label
        yield FormLine(depth, shown, said, note, path, hidden=hidden)

    def _said(self, field: StructureField, value: Any) -> tuple[str, str]:
        """A value in words, and what stands behind it."""
        if isinstance(value, dict):
            match field.kind:
                case FieldKind.CODE:
                    return self._code(field, value)
                case FieldKind.IDENTIFIER:
                    return _text(value.get("value")), _text(value.get("system"))
                case _:
                    return " ".join(filter(None, map(_text, value.values()))), ""
        if isinstance(value, bool):
            return YES_NO[value].of(self._language), ""
        if field.kind in (FieldKind.DATE, FieldKind.MOMENT):
            return _when(_text(value)), ""
        return _text(value), ""

    def _code(self, field: StructureField, value: dict[str, Any]) -> tuple[str, str]:
        code, display = _text(value.get("code")), _text(value.get("display"))
        system = _text(value.get("system")).removeprefix("urn:oid:") or field.system or ""
        if not display and code:
            display = field.name_of(code).of(self._language)
            display = display or (self._name_of(Code(code, system)) if system else "")
        return display or code, " · ".join(filter(None, (code if display else "", system)))

    def _plain(self, name: str, value: Any, path: str, depth: int) -> Iterator[FormLine]:
        """What no definition describes, as it stands."""
        match value:
            case dict() if value and value.keys() <= _PLAIN_CODE and "code" in value:
                code, display = _text(value["code"]), _text(value.get("display"))
                note = " · ".join(filter(None, (code, _text(value.get("system")))))
                yield FormLine(depth, name, display or code, note, path)
            case dict() if value and value.keys() <= _PLAIN_IDENTIFIER and "value" in value:
                note = _text(value.get("system"))
                yield FormLine(depth, name, _text(value["value"]), note, path)
            case dict():
                if name:
                    yield FormLine(depth, name, path=path, mark=Mark.HEADING)
                for key, inner in value.items():
                    at = f"{path}/{key}"
                    yield from self._plain(_words(str(key)), inner, at, depth + bool(name))
            case list():
                for number, inner in enumerate(value):
                    numbered = f"{name} {number + 1}" if len(value) > 1 else name
                    yield from self._plain(numbered, inner, f"{path}/{number}", depth)
            case bool():
                yield FormLine(depth, name, YES_NO[value].of(self._language), path=path)
            case _:
                yield FormLine(depth, name, _text(value), path=path)


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _when(said: str) -> str:
    """An ISO day or moment, perhaps partial, the Finnish way; anything else as it stands."""
    if part := _PARTIAL.fullmatch(said):
        return f"{int(part[2])}/{part[1]}" if part[2] else part[1]
    try:
        if "T" not in said:
            return finnish_date(date.fromisoformat(said))
        moment = datetime.fromisoformat(said)
    except (ValueError, OverflowError):
        return said
    return finnish_time(moment if moment.tzinfo else moment.replace(tzinfo=HELSINKI))


def _words(key: str) -> str:
    return key.replace("_", " ").strip().capitalize()

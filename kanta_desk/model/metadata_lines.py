"""Metadata as lines to show: label, value, the raw code or OID behind it, and what is amiss.

The fields, their groups and their order are ``model.metadata``'s.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum, auto

from kanta_desk.model.codes import Code
from kanta_desk.model.documents import (
    DocumentMetadata,
    Party,
    PersonName,
    Professional,
    SignatureInfo,
    Software,
    VersionRef,
)
from kanta_desk.model.identifiers import Henkilotunnus, Oid, TemporaryId
from kanta_desk.model.metadata import BY_KEY, FIELDS, Group, MetadataField
from kanta_desk.model.terms.words import YES_NO
from kanta_desk.model.text import Language, Text
from kanta_desk.model.time import finnish_date, finnish_time

IN_REGISTER = Text("rekisterissä {name}", "i registret {name}", "in the register {name}")
_TEMPORARY = replace(
    BY_KEY["client_id"],
    label=Text(
        "Tilapäinen yksilöintitunnus", "Tillfällig identifieringskod", "Temporary identifier"
    ),
)
_OID_FIELDS = {"structure_oid", "template_ids", "case_id", "clientship_id"}


class FieldState(Enum):
    """Whether a field is as it should be."""

    GIVEN = auto()
    ABSENT = auto()
    MISSING = auto()
    UNREADABLE = auto()


AMISS: dict[FieldState, Text] = {
    FieldState.MISSING: Text(
        "puuttuu, vaikka se on pakollinen",
        "saknas, fast den är obligatorisk",
        "missing, though required",
    ),
    FieldState.UNREADABLE: Text(
        "arvo on annettu, mutta sitä ei voi lukea",
        "värdet finns, men kan inte läsas",
        "there is a value, but it cannot be read",
    ),
}
"""What stands in the value's place where a field is not as it should be."""


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field: ``value`` for reading, ``raw`` (code, OID) for the monospaced face.

    ``mono`` says that the value itself is an identifier.
    """

    field: MetadataField
    state: FieldState
    value: str = ""
    raw: str = ""
    mono: bool = False

    @property
    def in_one(self) -> str:
        """Value and raw form on one line: ``Vammaispalvelut (20 · 1.2.246.537.6.1264)``."""
        value = self.value.replace("\n", ", ")
        return f"{value} ({self.raw})" if self.raw else value


@dataclass(frozen=True, slots=True)
class FieldNames:
    """How values get their words: in which language, what a code is called in it, and what the
    organisation register calls an OID (empty where it says nothing)."""

    language: Language
    code: Callable[[Code], str]
    unit: Callable[[Oid], str] = lambda _: ""


def field_lines(
    metadata: DocumentMetadata, names: FieldNames
) -> tuple[tuple[Group, tuple[FieldLine, ...]], ...]:
    """Every field of the model in its group, in the model's order; absent ones too."""
    lines = [_line(field, metadata, names) for field in FIELDS]
    return tuple(
        (group, tuple(line for line in lines if line.field.group is group)) for group in Group
    )


def _line(field: MetadataField, metadata: DocumentMetadata, names: FieldNames) -> FieldLine:
    if field.key in metadata.unreadable:
        return FieldLine(field, FieldState.UNREADABLE)
    given = getattr(metadata, field.key)
    if given is None or given in ("", ()):
        return FieldLine(field, FieldState.MISSING if field.required else FieldState.ABSENT)
    value, raw, mono = _said(given, names)
    shown = _TEMPORARY if isinstance(given, TemporaryId) else field
    return FieldLine(shown, FieldState.GIVEN, value, raw, mono or field.key in _OID_FIELDS)


def _said(given: object, names: FieldNames) -> tuple[str, str, bool]:
    """Value, raw form, and whether the value is an identifier."""
    match given:
        case bool():
            return YES_NO[given].of(names.language), "", False
        case Code():
            return names.code(given), f"{given.value} · {given.system}", False
        case Party():
            return _party(given, names)
        case Oid() | Henkilotunnus():
            return str(given), "", True
        case TemporaryId():
            return str(given), str(given.root), True
        case PersonName():
            return str(given), "", False
        case Professional():
            return str(given.name), f"{given.identifier} · {given.root}", False
        case VersionRef():
            return f"{given.oid} · {given.version}", str(given.set_id), True
        case Software():
            return " ".join(filter(None, (given.vendor, given.product, given.version))), "", False
        case SignatureInfo():
            return _signature(given, names)
        case datetime():
            return finnish_time(given, seconds=True), "", False
        case date():
            return finnish_date(given), "", False
        case tuple():
            return "\n".join(map(str, given)), "", False
        case _:
            return str(given), "", False


def _party(given: Party, names: FieldNames) -> tuple[str, str, bool]:
    """The document's own name for an organisation; the register's where the document gives none,
    and beside it where they differ."""
    registered = names.unit(given.oid)
    if not given.name and not registered:
        return str(given.oid), "", True
    if given.name and registered and _flat(given.name) != _flat(registered):
        other = IN_REGISTER.filled(names.language, name=registered)
        return f"{given.name} ({other})", given.oid.value, False
    return given.name or registered, given.oid.value, False


def _flat(name: str) -> str:
    return " ".join(name.split()).casefold()


def _signature(given: SignatureInfo, names: FieldNames) -> tuple[str, str, bool]:
    kind = names.code(given.kind) if given.kind else ""
    time = finnish_time(given.time, seconds=True) if given.time else ""
    raw = f"{given.kind.value} · {given.kind.system}" if given.kind else ""
    return " ".join(filter(None, (kind, time))), raw, False

"""Document structures (THL's Sosmeta): what a structured form's fields are called and mean.

A ``StructureForm`` is read from THL's published JSON schema and its annotations; it says nothing of
whether a form follows it (``archive.structures`` does).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from kanta_desk.model.text import Text

NO_TEXT = Text("", "", "")


class FieldKind(StrEnum):
    """How a field's value is given (Sosmeta's *tietotyyppi*, ``representation``)."""

    GROUP = ""
    HEADING = "Otsikko"
    TEXT = "Teksti"
    NAME = "Nimi"
    PHRASE = "Fraasi"
    SIGNATURE = "Allekirjoitus"
    CODE = "Koodi"
    IDENTIFIER = "Tunnus"
    DATE = "Pvm"
    MOMENT = "Hetki"
    SWITCH = "Kytkin"
    QUANTITY = "Määrä"
    PERCENT = "Prosentti"
    COUNT = "Lkm"
    NUMBER = "Numero"
    OTHER = "?"

    @property
    def parts(self) -> frozenset[str]:
        """The keys of a value of this kind that together are the one value."""
        return _PARTS.get(self, frozenset())


_PARTS: dict[FieldKind, frozenset[str]] = {
    FieldKind.CODE: frozenset({"system", "code", "display"}),
    FieldKind.IDENTIFIER: frozenset({"system", "value"}),
    FieldKind.QUANTITY: frozenset({"value", "code"}),
    FieldKind.PERCENT: frozenset({"value", "code"}),
}


@dataclass(frozen=True, slots=True)
class AllowedValue:
    """A code that a field may hold, and its name where the structure gives one."""

    code: str
    name: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class StructureField:
    """One field of a structure.

    ``key``: its name in the JSON. ``label``: what a reader calls it. ``order``: its row in THL's
    definition, from 1; 0 where it has none. ``required``: the schema demands it;
    ``conditional``: whether it must be there depends (``note`` says on what). ``hidden``: not shown
    to a reader; ``untitled``: its value is shown without ``label``. ``system``: the code system's
    OID. ``values``: the codes that are allowed; none listed is no limit. ``phrase``: the
    fixed text of a phrase.
    """

    key: str
    kind: FieldKind
    label: Text
    name: Text
    order: int = 0
    required: bool = False
    conditional: bool = False
    repeatable: bool = False
    hidden: bool = False
    untitled: bool = False
    system: str | None = None
    system_name: Text = NO_TEXT
    values: tuple[AllowedValue, ...] = ()
    phrase: Text = NO_TEXT
    description: Text = NO_TEXT
    note: Text = NO_TEXT
    children: tuple[StructureField, ...] = ()

    def child(self, key: str) -> StructureField | None:
        """The field below this one with that key."""
        return next((each for each in self.children if each.key == key), None)

    def name_of(self, code: str) -> Text:
        """What the structure itself calls a code; ``NO_TEXT`` if it says nothing of it."""
        return next((each.name for each in self.values if each.code == code), NO_TEXT)


@dataclass(frozen=True)
class StructureHead:
    """A structure as lists show it.

    ``oid`` = document system (1505 or 1506) + ``code`` + version's date, such as
    ``1.2.246.537.6.1506.13001.2025.4.2``; ``system``, ``code`` and ``version`` are taken from it.
    """

    oid: str
    title: Text
    status: str = ""
    document_type: str = ""
    author: str = ""
    subject: str = ""

    @property
    def family(self) -> str:
        """The OID without its version: equal for all versions of one structure."""
        return ".".join(self.oid.split(".")[:-3])

    @property
    def system(self) -> str:
        """The code system of the document's kind: 1505 (group) or 1506 (type)."""
        return ".".join(self.oid.split(".")[:-4])

    @property
    def code(self) -> str:
        """The code of the document's kind in ``system``."""
        return self.oid.split(".")[-4]

    @property
    def version(self) -> date | None:
        """The day of this version, from the OID; None where it is no day."""
        try:
            return date(*map(int, self.oid.split(".")[-3:]))
        except ValueError:
            return None


@dataclass(frozen=True)
class StructureForm:
    """A structure's fields, in the order of its definition."""

    head: StructureHead
    root: StructureField = field(repr=False)

    def at(self, path: str) -> StructureField | None:
        """The field at a path of a structured form, such as ``/sopimus/asiakas/0/sukunimi``.

        Numbers are places in a list, and the parts of one value (``/rooli/code``) are their
        field's. ``""`` is the whole; None is a place that the structure does not have.
        """
        return self._by_path.get(_without_places(path))

    @cached_property
    def _by_path(self) -> dict[str, StructureField]:
        found: dict[str, StructureField] = {}
        _gather(self.root, "", found)
        return found


def _gather(node: StructureField, path: str, found: dict[str, StructureField]) -> None:
    found[path] = node
    for part in node.kind.parts:
        found[f"{path}/{part}"] = node
    for each in node.children:
        _gather(each, f"{path}/{each.key}", found)


def _without_places(path: str) -> str:
    if not path:
        return ""
    return "/" + "/".join(step for step in path.strip("/").split("/") if not step.isdecimal())

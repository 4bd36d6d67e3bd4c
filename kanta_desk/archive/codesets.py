"""Code sets from the snapshots that ship with the program: names for codes, codes to choose from.

The snapshots are small and in part unverified; each set and each concept says so itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.codes import Code, CodeSet, Concept, base_system
from kanta_desk.model.text import Language, Text
from kanta_desk.settings.resources import read_toml, resource

FORMAT = "kanta-desk-codeset-1"

_UNKNOWN = Text("tuntematon koodi", "okänd kod", "unknown code")
_NOT_VALID = Text("ei voimassa", "inte giltig", "not in force")


@dataclass(frozen=True, slots=True)
class CodeSets:
    """All snapshots, by code system without its version."""

    sets: Mapping[str, CodeSet]

    @classmethod
    def load(cls, folder: Path | None = None) -> CodeSets:
        """Read every set in ``folder``, which by default is ``resources/codesets``.

        Raises:
            SettingsUnreadable: naming the file at fault.
        """
        files = sorted((folder or resource("codesets")).glob("*.toml"))
        read = (_code_set(read_toml(file), file.name) for file in files)
        return cls({base_system(s.system): s for s in read})

    def set_of(self, system: str) -> CodeSet | None:
        """The snapshot of a code system, with or without its version arc."""
        return self.sets.get(base_system(system))

    def find(self, code: Code) -> Concept | None:
        """The concept of a code, valid on the day or not."""
        found = self.set_of(code.system)
        return found.find(code.value) if found else None

    def knows(self, code: Code) -> bool | None:
        """Whether a code exists; None where the snapshot is missing or not confirmed as whole."""
        found = self.set_of(code.system)
        if found is None:
            return None
        return True if code.value in found.concepts else (False if found.verified else None)

    def valid(self, code: Code, on: date) -> bool | None:
        """Whether a code could be used on a day; None where it is not known at all."""
        found = self.find(code)
        return None if found is None else found.is_valid(on)

    def concepts(self, system: str, on: date) -> tuple[Concept, ...]:
        """The concepts of a system that may be chosen on a day, in the order of the snapshot."""
        found = self.set_of(system)
        return tuple(c for c in found.concepts.values() if c.is_valid(on)) if found else ()

    def name_of(self, code: Code, on: date, language: Language) -> str:
        """What to show for a code: never blank, and never a name that we do not have.

        An unknown code is shown as its value, with the sender's own words for it where there are
        some: ``77 Muu syy (tuntematon koodi)``.
        """
        concept = self.find(code)
        if concept is None:
            said = " ".join(filter(None, (code.value, code.display))) or "–"
            return f"{said} ({_UNKNOWN.of(language)})"
        name = concept.name.of(language)
        return name if concept.is_valid(on) else f"{name} ({_NOT_VALID.of(language)})"


def _code_set(data: Mapping[str, Any], file: str) -> CodeSet:
    if data.get("format") != FORMAT:
        raise SettingsUnreadable(f"{file}: format", f"not {FORMAT}")
    try:
        verified = bool(data["verified"])
        concepts = {
            value: Concept(
                value=value,
                name=_text(table),
                valid_from=table.get("valid_from"),
                valid_to=table.get("valid_to"),
                verified=table.get("verified", verified),
            )
            for value, table in data["concepts"].items()
        }
        return CodeSet(
            system=data["system"],
            name=_text(data["name"]),
            version=data["version"],
            concepts=concepts,
            verified=verified and all(c.verified for c in concepts.values()),
            evidence=data["evidence"],
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise SettingsUnreadable(file, repr(error)) from None


def _text(table: Mapping[str, str]) -> Text:
    """A name; where a snapshot has only the Finnish one, that serves the other languages too."""
    fi = table["fi"]
    return Text(fi, table.get("sv", fi), table.get("en", fi))

"""Code sets: names for codes as of a day, codes to choose from.

Small snapshots ship with the program, in part unverified; each set and each concept says so itself.
A set that was imported from the code service stands before the shipped one, in all its versions.
Imported ones are read when first asked for, so that they cost nothing at start.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kanta_desk.archive.organisations import Organisations
from kanta_desk.archive.snapshots import read_code_set
from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.codes import Code, CodeSet, Concept, base_system, version_of
from kanta_desk.model.organisations import SYSTEMS
from kanta_desk.model.text import Language, Text
from kanta_desk.settings.resources import read_toml, resource

FORMAT = "kanta-desk-codeset-1"
CODE_SETS, UNITS = "codesets", "units"
"""The folders of imported code sets and registers, below that of all imports."""

_UNKNOWN = Text(
    "tuntematon koodi {code} (koodisto {system})",
    "okänd kod {code} (kodsystem {system})",
    "unknown code {code} (code system {system})",
)
_UNKNOWN_UNIT = Text(
    "tuntematon organisaatio {code}", "okänd organisation {code}", "unknown organisation {code}"
)
_NOT_VALID = Text("ei voimassa", "inte giltig", "not in force")
_log = logging.getLogger(__name__)
_MOST_FOUND = 4096


class CodeSets:
    """All snapshots, by code system without its version."""

    def __init__(self, shipped: Mapping[str, CodeSet], imported: Path | None = None) -> None:
        self.shipped = shipped
        self.organisations = Organisations(imported / UNITS if imported else None)
        self._folder = imported / CODE_SETS if imported else None
        self._files: dict[str, list[Path]] | None = None
        self._read: dict[str, tuple[CodeSet, ...]] = {}
        self._found: dict[tuple[str, str, date | None], tuple[CodeSet, Concept] | None] = {}

    @classmethod
    def load(cls, folder: Path | None = None, imported: Path | None = None) -> CodeSets:
        """Read every set in ``folder``, which by default is ``resources/codesets``, and let those
        under ``imported`` stand before them.

        Raises:
            SettingsUnreadable: naming the file at fault.
        """
        files = sorted((folder or resource("codesets")).glob("*.toml"))
        read = (_code_set(read_toml(file), file.name) for file in files)
        return cls({base_system(s.system): s for s in read}, imported)

    def refresh(self) -> None:
        """Look for imported sets and registers anew."""
        self._files, self._read, self._found = None, {}, {}
        self.organisations.refresh()

    def versions(self, system: str) -> tuple[CodeSet, ...]:
        """All versions of a code system at hand, the oldest first; none if it is not known."""
        base = base_system(system)
        if base not in self._read:
            self._read[base] = tuple(self._versions(base))
        return self._read[base]

    def set_of(self, system: str, on: date | None = None) -> CodeSet | None:
        """The version of a code system that its OID names, else that was in force on the day, else
        the newest; None if none is at hand."""
        versions = self.versions(system)
        if not versions:
            return None
        if len(versions) == 1:
            return versions[0]
        named = version_of(system)
        if named and (exact := next((s for s in versions if s.version == named), None)):
            return exact
        in_force = [s for s in versions if on is not None and s.is_valid(on)]
        return in_force[-1] if in_force else versions[-1]

    def find(self, code: Code, on: date | None = None) -> Concept | None:
        """The concept of a code, valid on the day or not, as it was called then. A code that the
        version of the day does not hold is looked for in the others, the newest first."""
        found = self._located(code, on)
        return found[1] if found else None

    def knows(self, code: Code) -> bool | None:
        """Whether a code exists; None where the snapshot is missing or not confirmed as whole."""
        if base_system(code.system) in SYSTEMS and len(self.organisations):
            return bool(self.organisations.periods(code.value))
        if self.find(code) is not None:
            return True
        found = self.set_of(code.system)
        return False if found is not None and found.verified else None

    def valid(self, code: Code, on: date) -> bool | None:
        """Whether a code could be used on a day; None where it is not known at all."""
        found = self._located(code, on)
        return None if found is None else _in_force(*found, on)

    def concepts(self, system: str, on: date) -> tuple[Concept, ...]:
        """The concepts of a system that may be chosen on a day, in the order of the snapshot."""
        found = self.set_of(system, on)
        return tuple(c for c in found.concepts.values() if c.is_valid(on)) if found else ()

    def name_of(self, code: Code, on: date, language: Language) -> str:
        """What to show for a code: never blank, and never a name that we do not have.

        An unknown code is shown as its value and system, after the sender's own words for it where
        there are some: ``Muu syy – tuntematon koodi 77 (koodisto 1.2.246.537.6.1248)``.
        """
        if base_system(code.system) in SYSTEMS:
            return self._unit_name(code, on, language)
        located = self._located(code, on)
        if located is None:
            return self._unknown(code, language)
        name = located[1].name.of(language)
        return name if _in_force(*located, on) else f"{name} ({_NOT_VALID.of(language)})"

    def _versions(self, base: str) -> Iterator[CodeSet]:
        imported: list[CodeSet] = []
        for path in self._files_of(base):
            try:
                imported.append(read_code_set(path))
            except SettingsUnreadable as error:
                # A snapshot that cannot be read must not keep documents closed.
                _log.warning("code set not read: %s", error)
        if imported:
            yield from sorted(imported, key=lambda s: (s.valid_from or date.min, s.version))
        elif base in self.shipped:
            yield self.shipped[base]

    def _files_of(self, base: str) -> list[Path]:
        if self._files is None:
            found: dict[str, list[Path]] = {}
            for path in sorted(self._folder.glob("*.codeset")) if self._folder else ():
                found.setdefault(path.stem.partition("@")[0], []).append(path)
            self._files = found
        return self._files.get(base, [])

    def _located(self, code: Code, on: date | None) -> tuple[CodeSet, Concept] | None:
        """As ``_looked_up``; each check of each document asks for the same few codes."""
        key, found = (code.system, code.value, on), self._found
        if key not in found:
            if len(found) >= _MOST_FOUND:
                found = self._found = {}
            found[key] = self._looked_up(code, on)
        return found[key]

    def _looked_up(self, code: Code, on: date | None) -> tuple[CodeSet, Concept] | None:
        chosen = self.set_of(code.system, on)
        if chosen is None:
            return None
        for version in (chosen, *reversed(self.versions(code.system))):
            if concept := version.find(code.value, on):
                return version, concept
        return None

    def _unit_name(self, code: Code, on: date, language: Language) -> str:
        oid = code.value.removeprefix("urn:oid:")
        unit = self.organisations.find(oid, on)
        if unit is None and not len(self.organisations):
            return code.display or oid or "–"
        if unit is None:
            said = _UNKNOWN_UNIT.filled(language, code=oid or "–")
            return f"{code.display} – {said}" if code.display else said
        return unit.name if unit.is_valid(on) else f"{unit.name} ({_NOT_VALID.of(language)})"

    def _unknown(self, code: Code, language: Language) -> str:
        there = self.set_of(code.system)
        system = there.name.of(language) if there else code.system or "–"
        said = _UNKNOWN.filled(language, code=code.value or "–", system=system)
        return f"{code.display} – {said}" if code.display else said


def _in_force(version: CodeSet, concept: Concept, on: date) -> bool:
    return version.is_valid(on) and concept.is_valid(on)


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

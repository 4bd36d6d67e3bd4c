"""Checked rows of an export made into a code set or a register, and how it differs from before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TypeVar

from kanta_desk.archive.import_checks import Checked, Entry
from kanta_desk.archive.import_rows import ABBREVIATION, PARENT, SHORT, Sheet, first_day, last_day
from kanta_desk.archive.organisations import row_of
from kanta_desk.archive.snapshots import UnitRegister
from kanta_desk.model.codes import CodeSet, Concept
from kanta_desk.model.imports import MOST_TOLD, Change, ChangeKind
from kanta_desk.model.organisations import SYSTEM_NAMES, Unit
from kanta_desk.model.text import Text
from kanta_desk.model.time import finnish_date

T = TypeVar("T", Concept, Unit)
_ORDER = (ChangeKind.REMOVED, ChangeKind.ENDED, ChangeKind.CHANGED, ChangeKind.ADDED)


@dataclass(frozen=True, slots=True)
class Differences:
    """How many changes of each kind there are; the first ``MOST_TOLD`` of them in words."""

    totals: tuple[tuple[ChangeKind, int], ...]
    told: tuple[Change, ...]


def code_set_of(
    sheet: Sheet, found: Checked, system: str, version: str, before: CodeSet | None
) -> CodeSet:
    """A code set of checked rows. English names, which the service seldom gives, stay as they were
    where the Finnish name did."""
    concepts: dict[str, Concept] = {}
    earlier: dict[str, tuple[Concept, ...]] = {}
    for code, entries in found.entries.items():
        *former, last = (_concept(entry, before) for entry in entries)
        concepts[code] = last
        if former:
            earlier[code] = tuple(reversed(former))
    return CodeSet(
        system=system,
        name=_name(sheet, before.name if before else None, system),
        version=version,
        concepts=concepts,
        valid_from=_day(sheet.begin, first_day),
        valid_to=_day(sheet.end, last_day),
        earlier=earlier,
    )


def register_of(
    sheet: Sheet, found: Checked, system: str, version: str, before: UnitRegister | None
) -> UnitRegister:
    """A register of checked rows."""
    return UnitRegister(
        system=system,
        name=_name(sheet, before.name if before else SYSTEM_NAMES[system], system),
        version=version,
        rows=[row_of(_unit(entry)) for entries in found.entries.values() for entry in entries],
        valid_from=_day(sheet.begin, first_day),
        valid_to=_day(sheet.end, last_day),
    )


def concept_changes(before: Mapping[str, Concept], after: Mapping[str, Concept]) -> Differences:
    """How the codes of a set differ, what is taken away first."""
    return _changes(before, after, _concept_words, _concept_core)


def unit_changes(before: Mapping[str, Unit], after: Mapping[str, Unit]) -> Differences:
    """How the units of a register differ, what is taken away first."""
    return _changes(before, after, _unit_words, _unit_core)


def _changes(
    before: Mapping[str, T],
    after: Mapping[str, T],
    words: Callable[[T], str],
    core: Callable[[T], object],
) -> Differences:
    found: dict[ChangeKind, list[str]] = {kind: [] for kind in _ORDER}
    found[ChangeKind.REMOVED] = [key for key in before if key not in after]
    for key, new in after.items():
        was = before.get(key)
        if was is None:
            found[ChangeKind.ADDED].append(key)
        elif was != new and (kind := _difference(was, new, core)):
            found[kind].append(key)
    every = ((kind, key) for kind in _ORDER for key in found[kind])
    told = tuple(
        Change(
            kind,
            key,
            words(before[key]) if key in before else "",
            words(after[key]) if key in after else "",
        )
        for kind, key in islice(every, MOST_TOLD)
    )
    return Differences(tuple((kind, len(found[kind])) for kind in ChangeKind), told)


def _difference(was: T, new: T, core: Callable[[T], object]) -> ChangeKind | None:
    same = core(was) == core(new)
    if same and (was.valid_from, was.valid_to) == (new.valid_from, new.valid_to):
        return None
    ended = same and was.valid_to is None and new.valid_to is not None
    return ChangeKind.ENDED if ended else ChangeKind.CHANGED


def last_units(units: Iterable[Unit]) -> dict[str, Unit]:
    """Each unit as it is last known; later periods come later."""
    return {unit.oid: unit for unit in units}


def _concept(entry: Entry, before: CodeSet | None) -> Concept:
    fi, sv, en = entry.name()
    known = before.find(entry.code) if before else None
    if known is not None and known.name.fi == fi:
        en = known.name.en if en == fi else en
        sv = known.name.sv if sv == fi else sv
    return Concept(entry.code, Text(fi, sv, en), entry.first, entry.last, parent=entry.cell(PARENT))


def _unit(entry: Entry) -> Unit:
    fi, _, _ = entry.name()
    return Unit(
        oid=entry.code.removeprefix("urn:oid:"),
        name=fi,
        short=entry.cell(SHORT) or entry.cell(ABBREVIATION),
        parent=entry.cell(PARENT),
        business_id=entry.cell("business_id"),
        street=entry.cell("street"),
        postal_code=entry.cell("postal_code"),
        post_office=entry.cell("post_office"),
        municipality=entry.cell("municipality"),
        sector=entry.cell("sector"),
        valid_from=entry.first,
        valid_to=entry.last,
    )


def _name(sheet: Sheet, before: Text | None, system: str) -> Text:
    fi = sheet.names.get("fi", "")
    if not fi:
        return before or Text(system, system, system)
    kept = before if before is not None and before.fi == fi else Text(fi, fi, fi)
    return replace(kept, sv=sheet.names.get("sv") or kept.sv, en=sheet.names.get("en") or kept.en)


def _day(text: str, read: Callable[[str], date | None]) -> date | None:
    """A day of the set's own head; one that cannot be read is left open: codes have their own."""
    try:
        return read(text)
    except ValueError:
        return None


def _concept_core(concept: Concept) -> object:
    return concept.name.fi, concept.name.sv, concept.parent


def _concept_words(concept: Concept) -> str:
    names = dict.fromkeys((concept.name.fi, concept.name.sv))
    return " / ".join(names) + _days(concept.valid_from, concept.valid_to)


def _unit_core(unit: Unit) -> object:
    return replace(unit, valid_from=None, valid_to=None)


def _unit_words(unit: Unit) -> str:
    said = (unit.name, unit.business_id, unit.address)
    return " · ".join(part for part in said if part) + _days(unit.valid_from, unit.valid_to)


def _days(first: date | None, last: date | None) -> str:
    if first is None and last is None:
        return ""
    return f" ({finnish_date(first) if first else ''}–{finnish_date(last) if last else ''})"

"""Organisations and units from imported registers: an OID reads as a name, as of a day."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from kanta_desk.archive.snapshots import Cells, UnitRegister, read_units, units_file
from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.documents import Party, organisation_of
from kanta_desk.model.identifiers import Oid, Ytunnus
from kanta_desk.model.organisations import SYSTEMS, OwnFault, OwnFinding, Unit

_log = logging.getLogger(__name__)


class Organisations:
    """The registers of one folder, read when something is first looked up in them."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._rows: dict[str, list[Cells]] | None = None

    def refresh(self) -> None:
        """Read anew at the next look-up: a register has been imported."""
        self._rows = None

    def __len__(self) -> int:
        return len(self._index())

    def periods(self, oid: str) -> tuple[Unit, ...]:
        """All that the registers say of an OID, in the order of time."""
        return tuple(unit_of(row) for row in self._index().get(oid, ()))

    def find(self, oid: str, on: date) -> Unit | None:
        """A unit as it was on a day, else as it is last known; None if no register has it."""
        known = self.periods(oid)
        return next((unit for unit in known if unit.is_valid(on)), known[-1] if known else None)

    def name_of(self, oid: str, on: date) -> str:
        """A unit's name as of a day; empty if no register has it."""
        found = self.find(oid, on)
        return found.name if found else ""

    def _index(self) -> dict[str, list[Cells]]:
        if self._rows is None:
            self._rows = self._load()
        return self._rows

    def _load(self) -> dict[str, list[Cells]]:
        found: dict[str, list[Cells]] = {}
        if self._folder is None:
            return found
        for system in SYSTEMS:
            path = units_file(self._folder, system)
            if not path.is_file():
                continue
            try:
                for row in read_units(path).rows:
                    found.setdefault(str(row[0]), []).append(row)
            except (SettingsUnreadable, IndexError) as error:
                # A register that cannot be read must not keep documents closed.
                _log.warning("register not read: %s", error)
        return found


def unit_of(row: Cells) -> Unit:
    """A row of a register as a unit."""
    *texts, first, last = row
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    return Unit(*(text or "" for text in texts), *days)  # type: ignore[arg-type]


def row_of(unit: Unit) -> Cells:
    """``unit_of`` the other way."""
    return [
        unit.oid,
        unit.name,
        unit.short,
        unit.parent,
        unit.business_id,
        unit.street,
        unit.postal_code,
        unit.post_office,
        unit.municipality,
        unit.sector,
        unit.valid_from.isoformat() if unit.valid_from else None,
        unit.valid_to.isoformat() if unit.valid_to else None,
    ]


def units_in(register: UnitRegister) -> Iterable[Unit]:
    """All units of a register, a value for each period."""
    return (unit_of(row) for row in register.rows)


def own_findings(
    registers: Organisations, party: Party, business_id: Ytunnus, unit: Party, on: date
) -> tuple[OwnFinding, ...]:
    """How the organisation's own data, and its unit's, differ from the registers."""
    if not len(registers):
        return (OwnFinding(party.oid.value, OwnFault.NO_REGISTER),)
    found = list(_party_findings(registers, party, on))
    there = registers.find(party.oid.value, on)
    if there is not None and there.business_id and there.business_id != business_id.value:
        found.append(OwnFinding(party.oid.value, OwnFault.OTHER_BUSINESS_ID, there.business_id))
    if unit.oid != party.oid:
        found += _party_findings(registers, unit, on)
        own = registers.find(unit.oid.value, on)
        if own is not None and not _is_below(registers, own, party.oid, on):
            found.append(OwnFinding(unit.oid.value, OwnFault.NOT_BELOW, party.name))
    return tuple(found)


def _party_findings(registers: Organisations, party: Party, on: date) -> Iterable[OwnFinding]:
    oid = party.oid.value
    there = registers.find(oid, on)
    if there is None:
        yield OwnFinding(oid, OwnFault.NOT_THERE)
        return
    if not there.is_valid(on):
        yield OwnFinding(oid, OwnFault.NOT_VALID, there.name)
    if " ".join(there.name.split()).casefold() != " ".join(party.name.split()).casefold():
        yield OwnFinding(oid, OwnFault.OTHER_NAME, there.name)


def _is_below(registers: Organisations, unit: Unit, above: Oid, on: date) -> bool:
    """Whether a unit belongs to an organisation: by the register's own levels, or by its OID."""
    seen = {unit.oid}
    parent = unit.parent
    while parent and parent not in seen:
        if parent == above.value:
            return True
        seen.add(parent)
        higher = registers.find(parent, on)
        parent = higher.parent if higher else ""
    return organisation_of(Oid(unit.oid)) == organisation_of(above)

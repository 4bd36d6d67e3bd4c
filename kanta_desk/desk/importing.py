"""Code sets, registers and structures: what is at hand, and taking in what a file brings.

``Library`` answers without a session, since nothing of it is a client's; ``Importing`` is the
session's part, ``session.imports``: what is taken in or removed passes the gate and is logged.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from kanta_desk.archive.codesets import CodeSets
from kanta_desk.archive.imports import Imports, Prepared
from kanta_desk.archive.organisations import own_findings
from kanta_desk.archive.structures import Structures
from kanta_desk.desk.checking import structures_of
from kanta_desk.desk.gate import Gate, Ticket, Told
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.verbs import verb
from kanta_desk.errors import ImportFaulty, SettingsUnreadable
from kanta_desk.model.codes import CodeSet, Concept
from kanta_desk.model.events import EventKind, Subject
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.imports import Holding, Origin
from kanta_desk.model.organisations import OwnFinding, Unit
from kanta_desk.model.structure import StructureForm
from kanta_desk.model.time import HELSINKI, utc_now
from kanta_desk.settings.options import Organisation
from kanta_desk.settings.paths import Paths

__all__ = ["Importing", "Library", "Prepared"]


class Library:
    """What an installation has. Reading may block for a second or two: run it in a lane."""

    def __init__(
        self,
        paths: Paths,
        codes: CodeSets,
        structures: Structures,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self.imports = Imports(paths.imported, codes, structures)
        self._codes = codes
        self._structures = structures
        self._clock = clock

    @classmethod
    def of(cls, paths: Paths) -> Library:
        """That of an installation whose desk is not open."""
        return cls(paths, CodeSets.load(imported=paths.imported), structures_of(paths))

    @property
    def today(self) -> date:
        """The day in Helsinki."""
        return self._clock().astimezone(HELSINKI).date()

    def holdings(self) -> tuple[Holding, ...]:
        """Everything at hand, shipped or imported: code sets, registers, structures."""
        return self.imports.holdings()

    def prepare(self, path: Path, system: str = "", version: str = "") -> Prepared:
        """Read a file, or a folder of structures, and compare it with what is there; nothing is
        changed. ``system`` and ``version`` stand before what the file says of itself.

        Raises:
            ImportUnreadable, ImportSystemMissing: naming the file and the place.
            InvalidIdentifier: if ``system`` is no OID.
        """
        return self.imports.prepare(path, self.today, system, version)

    def code_set(self, system: str, on: date) -> CodeSet | None:
        """The version of a code system that was in force on a day, else the newest."""
        return self._codes.set_of(system, on)

    def periods(self, system: str, code: str) -> tuple[Concept, ...]:
        """Everything that a code was and is called, the newest first."""
        found: dict[Concept, None] = {}
        for version in reversed(self._codes.versions(system)):
            if code in version.concepts:
                former = version.earlier.get(code, ())
                found |= dict.fromkeys((version.concepts[code], *former))
        return tuple(found)

    def unit(self, oid: Oid) -> tuple[Unit, ...]:
        """All that the registers say of an OID, in the order of time."""
        return self._codes.organisations.periods(oid.value)

    def unit_name(self, oid: str, on: date) -> str:
        """A unit's name as of a day; empty if no register has it."""
        return self._codes.organisations.name_of(oid, on)

    def structure(self, oid: Oid) -> StructureForm | None:
        """A structure's fields; None if it is not at hand.

        Raises:
            SettingsUnreadable: if its file cannot be read.
        """
        found = self._structures.find(oid.value)
        return found.form if found else None

    def own_findings(self, organisation: Organisation | None) -> tuple[OwnFinding, ...]:
        """How the organisation's own data differ from the registers as of today."""
        if organisation is None:
            return ()
        return own_findings(
            self._codes.organisations,
            organisation.party,
            organisation.business_id,
            organisation.unit,
            self.today,
        )


class Importing:
    """Taking in and removing: an administrator's acts, each one event of the access log."""

    def __init__(self, gate: Gate, ticket: Callable[[], Ticket], library: Library) -> None:
        self._gate = gate
        self._ticket = ticket
        self._library = library

    @verb(EventKind.SETTINGS_CHANGE, Lane.LOG)
    def take(self, prepared: Prepared, *, without_faulty: bool = False) -> int:
        """Take in what was prepared; how many codes, units or structures there are now.

        ``without_faulty`` allows that rows at fault are left out.

        Raises:
            ImportFaulty: if some would be, and it is not allowed; then nothing has changed.
            FolderNotWritable: naming the folder.
        """
        preview = prepared.preview
        said = " ".join(
            part
            for part in (
                "import", preview.kind.value, preview.system, preview.version,
                f"sha256:{preview.sha256}",
            )
            if part
        )  # fmt: skip
        ticket = self._ticket()

        def act() -> int:
            if preview.left_out and not without_faulty:
                raise ImportFaulty(preview.file, preview.left_out)
            origin = Origin(preview.file, preview.sha256, utc_now(), ticket.actor.user_name)
            self._library.imports.take(prepared, origin)
            return preview.count

        return self._gate.do(ticket, EventKind.SETTINGS_CHANGE, Subject(query=said), act, Told)

    @verb(EventKind.SETTINGS_CHANGE, Lane.LOG)
    def remove(self, holding: Holding) -> None:
        """Remove something that was imported; what ships with the program stands again.

        Raises:
            SettingsUnreadable: naming the file that cannot be removed.
        """
        said = f"remove {holding.kind.value} {holding.system} {holding.version}".rstrip()

        def act() -> None:
            if holding.origin is None and not holding.fault:
                raise SettingsUnreadable(holding.system, "not imported")
            self._library.imports.remove(holding)

        self._gate.do(
            self._ticket(), EventKind.SETTINGS_CHANGE, Subject(query=said), act, lambda _: Told()
        )

"""What the user has imported, in a folder of the program's data: prepared, taken in, listed.

``codesets/`` holds a file for each version of a code set, ``units/`` one for each register of
organisations, ``structures/`` THL's own files with a note of where each came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

import orjson

from kanta_desk.archive.codesets import CODE_SETS, UNITS, CodeSets
from kanta_desk.archive.import_checks import Checked, checked, system_of
from kanta_desk.archive.import_csv import read_csv
from kanta_desk.archive.import_rows import Sheet
from kanta_desk.archive.import_xml import read_xml
from kanta_desk.archive.organisations import units_in
from kanta_desk.archive.register_import import (
    Differences,
    code_set_of,
    concept_changes,
    last_units,
    register_of,
    unit_changes,
)
from kanta_desk.archive.snapshots import (
    UnitRegister,
    code_set_file,
    make_folder,
    origin_from,
    origin_to,
    read_holding,
    read_units,
    units_file,
    write_code_set,
    write_units,
)
from kanta_desk.archive.structure_import import (
    StructureFiles,
    read_structures,
    structure_changes,
)
from kanta_desk.archive.structures import Structures, head_of, read_file
from kanta_desk.errors import (
    ImportSystemMissing,
    ImportUnreadable,
    InvalidIdentifier,
    SettingsUnreadable,
)
from kanta_desk.model.codes import CodeSet, base_system, version_of
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.imports import (
    MOST_TOLD,
    Holding,
    ImportKind,
    Origin,
    Preview,
    RowProblem,
)
from kanta_desk.model.organisations import SYSTEMS
from kanta_desk.model.text import Text
from kanta_desk.settings.files import write_whole

STRUCTURES: Final = "structures"
MAX_FILE: Final = 256 * 1024 * 1024
_STRUCTURE_NAME: Final = Text(
    "Sosmeta-asiakirjarakenteet", "Sosmeta-handlingsstrukturer", "Sosmeta document structures"
)
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,39}", re.ASCII)
_OID_IN_NAME = re.compile(r"(?<![\d.])[0-2](?:\.\d+){5,}")


@dataclass(frozen=True)
class Prepared:
    """An import that has been read and compared, and waits for a person's word."""

    preview: Preview
    content: CodeSet | UnitRegister | StructureFiles


class Imports:
    """All imports of one installation."""

    def __init__(self, folder: Path, codes: CodeSets, structures: Structures) -> None:
        self.folder = folder
        self._codes = codes
        self._structures = structures

    def prepare(self, path: Path, today: date, system: str = "", version: str = "") -> Prepared:
        """Read a file (or a folder of structures), and compare it with what is there.

        ``system`` and ``version`` stand before what the file says of itself; ``today`` is the
        version of a set that has none.

        Raises:
            ImportUnreadable: if it cannot be taken at all, naming the place.
            ImportSystemMissing: if nobody says which code system the codes are of.
        """
        if path.is_dir() or path.suffix.lower() in (".json", ".zip"):
            return self._prepared_structures(path)
        data = _bytes(path)
        digest = sha256(data).hexdigest()
        sheet = read_xml(data, path.name) if _is_xml(data) else read_csv(data, path.name)
        if not sheet.rows and not sheet.problems:
            raise ImportUnreadable(path.name, "no rows")
        whole = _system(path, sheet, system)
        base = base_system(whole)
        version = _version(path, version or version_of(whole) or today.isoformat())
        found = checked(sheet, units=base in SYSTEMS)
        if base in SYSTEMS:
            return self._prepared_units(path, digest, sheet, found, base, version)
        return self._prepared_codes(path, digest, sheet, found, base, version)

    def take(self, prepared: Prepared, origin: Origin) -> None:
        """Take in what was prepared; what was there under the same name is replaced.

        Raises:
            FolderNotWritable: naming the folder; then nothing, or only some of many structures,
                has been taken.
        """
        content, system = prepared.content, prepared.preview.system
        match content:
            case CodeSet():
                path = code_set_file(self.folder / CODE_SETS, system, content.version)
                write_code_set(path, replace(content, origin=origin))
            case UnitRegister():
                path = units_file(self.folder / UNITS, system)
                write_units(path, replace(content, origin=origin))
            case StructureFiles():
                self._write_structures(content, origin)
        self._codes.refresh()
        self._structures.refresh()

    def remove(self, holding: Holding) -> None:
        """Take an imported set, register or structure away; what ships with the program stays.

        Raises:
            FolderNotWritable: naming the folder.
        """
        for path in self._files_of(holding):
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise SettingsUnreadable(path.name, error.strerror or "") from None
        self._codes.refresh()
        self._structures.refresh()

    def holdings(self) -> tuple[Holding, ...]:
        """Everything at hand, shipped or imported: code sets, registers, structures."""
        return (*self._code_sets(), *self._registers(), *self._structure_holdings())

    def _code_sets(self) -> Iterator[Holding]:
        imported = [read_holding(p) for p in sorted((self.folder / CODE_SETS).glob("*.codeset"))]
        covered = {each.system for each in imported if not each.fault}
        for base, shipped in self._codes.shipped.items():
            if base not in covered:
                yield Holding(
                    ImportKind.CODE_SET,
                    base,
                    shipped.name,
                    shipped.version,
                    len(shipped.concepts),
                    shipped.valid_from,
                    shipped.valid_to,
                    shipped.verified,
                    shipped.evidence,
                )
        yield from imported

    def _registers(self) -> Iterator[Holding]:
        for path in sorted((self.folder / UNITS).glob("*.units")):
            yield read_holding(path)

    def _structure_holdings(self) -> Iterator[Holding]:
        for path in self._structures.files:
            try:
                head = head_of(read_file(path), path.name)
                origin = _read_origin(path)
            except SettingsUnreadable as error:
                name = Text(path.stem, path.stem, path.stem)
                reason = str(error.fields.get("reason", ""))
                yield Holding(ImportKind.STRUCTURES, path.stem, name, "", 0, fault=reason)
                continue
            version = head.version.isoformat() if head.version else ""
            yield Holding(
                ImportKind.STRUCTURES, head.oid, head.title, version, 1, origin=origin,
                evidence=head.document_type,
            )  # fmt: skip

    def _prepared_codes(
        self, path: Path, digest: str, sheet: Sheet, found: Checked, base: str, version: str
    ) -> Prepared:
        versions = self._codes.versions(base)
        same = (each for each in versions if each.version == version)
        before = next(same, versions[-1] if versions else None)
        content = code_set_of(sheet, found, base, version, before)
        changes = concept_changes(before.concepts if before else {}, content.concepts)
        preview = Preview(
            kind=ImportKind.CODE_SET,
            file=path.name,
            sha256=digest,
            system=base,
            name=content.name,
            version=version,
            count=len(content.concepts),
            valid_from=content.valid_from,
            valid_to=content.valid_to,
            replaces=before.version if before else "",
            left_out=found.left_out,
        )
        return Prepared(_told(preview, changes, found.problems), content)

    def _prepared_units(
        self, path: Path, digest: str, sheet: Sheet, found: Checked, base: str, version: str
    ) -> Prepared:
        before = self._register(base)
        content = register_of(sheet, found, base, version, before)
        changes = unit_changes(
            last_units(units_in(before)) if before else {}, last_units(units_in(content))
        )
        preview = Preview(
            kind=ImportKind.ORGANISATIONS,
            file=path.name,
            sha256=digest,
            system=base,
            name=content.name,
            version=version,
            count=len(found.entries),
            valid_from=content.valid_from,
            valid_to=content.valid_to,
            replaces=before.version if before else "",
            left_out=found.left_out,
        )
        return Prepared(_told(preview, changes, found.problems), content)

    def _prepared_structures(self, path: Path) -> Prepared:
        if not path.exists():
            raise ImportUnreadable(path.name, "form")
        content = read_structures(path)
        changes = structure_changes(content, self._structure_bytes)
        preview = Preview(
            kind=ImportKind.STRUCTURES,
            file=path.name,
            sha256=content.sha256,
            system="",
            name=_STRUCTURE_NAME,
            version="",
            count=len(content.files),
            left_out=len(content.problems),
        )
        return Prepared(_told(preview, changes, content.problems), content)

    def _register(self, base: str) -> UnitRegister | None:
        path = units_file(self.folder / UNITS, base)
        try:
            return read_units(path) if path.is_file() else None
        except SettingsUnreadable:
            return None  # what cannot be read is replaced

    def _structure_bytes(self, oid: str) -> bytes | None:
        path = self.folder / STRUCTURES / f"{oid}.json"
        try:
            return read_file(path) if path.is_file() else None
        except SettingsUnreadable:
            return None

    def _write_structures(self, content: StructureFiles, origin: Origin) -> None:
        folder = make_folder(self.folder / STRUCTURES)
        said = orjson.dumps(origin_to(origin))
        for oid, data in content.files.items():
            write_whole(folder / f"{oid}.origin", said)
            write_whole(folder / f"{oid}.json", data)

    def _files_of(self, holding: Holding) -> tuple[Path, ...]:
        match holding.kind:
            case ImportKind.CODE_SET:
                return (code_set_file(self.folder / CODE_SETS, holding.system, holding.version),)
            case ImportKind.ORGANISATIONS:
                return (units_file(self.folder / UNITS, holding.system),)
            case ImportKind.STRUCTURES:
                folder = self.folder / STRUCTURES
                return (folder / f"{holding.system}.json", folder / f"{holding.system}.origin")


def _told(preview: Preview, changes: Differences, problems: Sequence[RowProblem]) -> Preview:
    return replace(
        preview,
        totals=changes.totals,
        changes=changes.told,
        problems=tuple(problems[:MOST_TOLD]),
        problem_count=len(problems),
    )


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except OSError as error:
        raise ImportUnreadable(path.name, error.strerror or "form") from None
    if len(data) > MAX_FILE:
        raise ImportUnreadable(path.name, "size")
    return data


def _is_xml(data: bytes) -> bool:
    start = data[:400].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"")
    return start.startswith(b"<")


def _system(path: Path, sheet: Sheet, given: str) -> str:
    """The code system's OID: as given, as the file says, or as its name does."""
    in_name = _OID_IN_NAME.search(path.stem)
    for said in (given, system_of(sheet, path.name), in_name[0] if in_name else ""):
        if said:
            try:
                return Oid.parse(said).value
            except InvalidIdentifier:
                if said == given:
                    raise
    raise ImportSystemMissing(path.name)


def _version(path: Path, version: str) -> str:
    if not _VERSION.fullmatch(version):
        raise ImportUnreadable(path.name, "form", version[:40])
    return version


def _read_origin(path: Path) -> Origin | None:
    note = path.with_suffix(".origin")
    try:
        return origin_from(orjson.loads(note.read_bytes())) if note.is_file() else None
    except (OSError, ValueError, KeyError, TypeError):
        return None

"""Structures to import: a JSON file, a folder of them, or a zip; each read and checked before."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from kanta_desk.archive.register_import import Differences
from kanta_desk.archive.structures import MAX_FILE, Structure, read_file
from kanta_desk.errors import ImportUnreadable, SettingsUnreadable
from kanta_desk.model.imports import MOST_TOLD, Change, ChangeKind, RowFault, RowProblem
from kanta_desk.model.structure import StructureHead

MAX_FILES: Final = 5_000
MAX_TOTAL: Final = 256 * 1024 * 1024


@dataclass(frozen=True)
class StructureFiles:
    """Structures that can be taken, by OID, with their bytes; ``sha256`` is of all read."""

    files: dict[str, bytes] = field(repr=False)
    heads: tuple[StructureHead, ...]
    problems: tuple[RowProblem, ...]
    sha256: str


def read_structures(path: Path) -> StructureFiles:
    """All structures of a file, a folder or a zip.

    Raises:
        ImportUnreadable: naming ``path``, if there is nothing to take at all.
    """
    digest = sha256()
    files: dict[str, bytes] = {}
    heads: dict[str, StructureHead] = {}
    problems: list[RowProblem] = []
    for name, data in _bytes(path, digest.update):
        try:
            structure = Structure.parse(data, name)
        except SettingsUnreadable as error:
            reason = str(error.fields.get("reason", ""))
            problems.append(RowProblem(RowFault.UNREADABLE, 0, value=reason, file=name))
            continue
        if structure.oid in files and files[structure.oid] != data:
            problems.append(RowProblem(RowFault.OVERLAP, 0, value=structure.oid, file=name))
            continue
        files[structure.oid], heads[structure.oid] = data, structure.form.head
    if not files:
        reason = "structure" if problems else "no structures"
        raise ImportUnreadable(path.name, reason, problems[0].file if problems else "")
    return StructureFiles(files, tuple(heads.values()), tuple(problems), digest.hexdigest())


def structure_changes(
    incoming: StructureFiles, there: Callable[[str], bytes | None]
) -> Differences:
    """Which structures are new, and which differ from the one of the same OID."""
    changed, added = [], []
    for head in incoming.heads:
        before = there(head.oid)
        title = head.title.fi
        if before is None:
            added.append(Change(ChangeKind.ADDED, head.oid, "", title))
        elif before != incoming.files[head.oid]:
            changed.append(Change(ChangeKind.CHANGED, head.oid, title, title))
    totals = {ChangeKind.CHANGED: len(changed), ChangeKind.ADDED: len(added)}
    told = (*changed, *added)[:MOST_TOLD]
    return Differences(tuple((kind, totals.get(kind, 0)) for kind in ChangeKind), told)


def _bytes(path: Path, seen: Callable[[bytes], None]) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        named = (p for p in sorted(path.rglob("*.json")) if p.is_file())
        parts: Iterable[tuple[str, bytes]] = ((p.name, _read(p)) for p in named)
    elif path.suffix.lower() == ".zip":
        parts = _unzipped(path)
    else:
        parts = ((path.name, _read(path)),)
    total = 0
    for count, (name, data) in enumerate(parts, 1):
        total += len(data)
        if count > MAX_FILES or total > MAX_TOTAL:
            raise ImportUnreadable(path.name, "size")
        seen(data)
        yield name, data


def _read(path: Path) -> bytes:
    try:
        return read_file(path)
    except SettingsUnreadable as error:
        reason = "size" if error.fields.get("reason") == "too large" else "structure"
        raise ImportUnreadable(path.name, reason) from None


def _unzipped(path: Path) -> Iterator[tuple[str, bytes]]:
    """The JSON files of a zip; names lead nowhere, and what claims to be small is read no further
    than it may be."""
    try:
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                if info.is_dir() or not info.filename.lower().endswith(".json"):
                    continue
                if info.filename.startswith("__MACOSX/"):
                    continue
                with archive.open(info) as file:
                    data = file.read(MAX_FILE + 1)
                if len(data) > MAX_FILE:
                    raise ImportUnreadable(path.name, "zip", info.filename[-80:])
                yield info.filename.rpartition("/")[2], data
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise ImportUnreadable(path.name, "zip") from None

"""A plan from a folder of exported files: who and what each is of, by its name and its content.

A file is recognised if it tells its client: by a henkilötunnus in its own name, in the name of a
folder above it, or in its content. The document's OID, time, type and version are taken from the
same places; names go before contents. Nothing is guessed: what a content tells in two ways is left
out.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kanta_desk.deployment.identifying import Told, in_json, in_name, in_text
from kanta_desk.deployment.plan_sources import PREFERRED
from kanta_desk.deployment.raw import RawDocument, RawPlan, safe_name
from kanta_desk.deployment.sources import SOURCE_KINDS, read_source
from kanta_desk.errors import KantaError, PlanUnreadable
from kanta_desk.model.documents import JSON
from kanta_desk.model.planning import Column, FoundFile, PassedFile
from kanta_desk.model.terms.plans import PASSED, TOLD_BY

MAX_FILES = 5_000
MAX_DEPTH = 8
MAX_READ = 400_000_000

_BESIDE = {"thumbs.db", "desktop.ini"}
_NUMBER = re.compile(r"[A-Za-z]{1,5}[-_]?\d{1,6}", re.ASCII)
_TABLES = {".csv", ".xlsx"}


@dataclass(frozen=True, slots=True)
class FolderPlan:
    """What a folder holds: the plan it makes, and each file with what told about it."""

    raw: RawPlan
    sha256: str
    found: tuple[FoundFile, ...]
    passed: tuple[PassedFile, ...]


def read_folder(
    folder: Path,
    type_of: Callable[[str], str] = lambda _: "",
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> FolderPlan:
    """Look through a folder and those below it.

    ``type_of`` gives the code of a document type for a name of one, or nothing.

    Raises:
        PlanUnreadable: if there are too many files, or none is recognised.
    """
    place = safe_name(folder.name)
    paths = list(_files(folder))
    if len(paths) > MAX_FILES:
        raise PlanUnreadable(place, "too many files")
    if sum(path.lstat().st_size for path in paths) > MAX_READ:
        raise PlanUnreadable(place, "too large")
    looked: list[FoundFile | PassedFile] = []
    for number, path in enumerate(paths, 1):
        looked.append(_look(path, path.relative_to(folder).as_posix(), type_of))
        on_progress(number, len(paths))
    found = [each for each in looked if isinstance(each, FoundFile)]
    passed = [each for each in looked if isinstance(each, PassedFile)]
    if not found:
        raise PlanUnreadable(place, "no file recognised")
    kept = _one_of_each(found)
    passed += [
        PassedFile(safe_name(f.name), PASSED["another form"]) for f in found if f not in kept
    ]
    keys = _keys(kept)
    rows = (
        RawDocument(f"{place}/{safe_name(file.name)}", {**file.values, **keys.get(file.name, {})})
        for file in kept
    )
    return FolderPlan(RawPlan(place, {}, tuple(rows)), _hash(kept), tuple(kept), tuple(passed))


def _look(path: Path, name: str, type_of: Callable[[str], str]) -> FoundFile | PassedFile:
    """What one file tells."""
    suffix = path.suffix.lower()
    if suffix not in SOURCE_KINDS:
        return PassedFile(safe_name(name), PASSED["table" if suffix in _TABLES else "kind"])
    try:
        source = read_source(path)
        content = source.content
        is_json = content.media_type == JSON
        inside = in_json(content.data) if is_json else in_text(content.text, type_of)
    except KantaError:
        return PassedFile(safe_name(name), PASSED["unreadable"])
    values, told_by = _together(in_name(name, type_of), inside, type_of)
    if Column.CLIENT not in values:
        several = len(inside.get(Column.CLIENT, ())) > 1
        return PassedFile(safe_name(name), PASSED["two clients" if several else "no client"])
    values |= {Column.SOURCE: name, Column.SOURCE_SHA256: source.sha256}
    return FoundFile(name, values, {c: TOLD_BY[by] for c, by in told_by.items()})


def _keys(files: Sequence[FoundFile]) -> dict[str, dict[Column, str]]:
    """A plain number of a file (``K07``) names its row too, if it is the only one with it."""
    stems = Counter(PurePosixPath(file.name).stem for file in files)
    return {
        file.name: {Column.KEY: stem}
        for file in files
        if stems[stem := PurePosixPath(file.name).stem] == 1 and _NUMBER.fullmatch(stem)
    }


def _hash(files: Sequence[FoundFile]) -> str:
    """One for the whole folder: that of its list of hashes and names."""
    lines = (f"{file.values[Column.SOURCE_SHA256]} {file.name}\n" for file in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """The files in the order of their names; no links, nothing hidden."""
    for place, folders, names in os.walk(folder):
        here = Path(place)
        depth = len(here.relative_to(folder).parts)
        folders[:] = sorted(f for f in folders if not f.startswith(".") and depth < MAX_DEPTH)
        for name in sorted(names):
            hidden = name.startswith((".", "~$")) or name.lower() in _BESIDE
            if not hidden and not (here / name).is_symlink():
                yield here / name


def _together(
    name: Told, inside: Told, type_of: Callable[[str], str]
) -> tuple[dict[Column, str], dict[Column, str]]:
    """One value a column, and what told it: ``name`` or ``content``."""
    values: dict[Column, str] = {}
    told_by: dict[Column, str] = {}
    for by, told in (("name", name), ("content", inside)):
        for column, found in told.items():
            every = tuple(found)
            if column not in values and len(every) == 1:
                values[column], told_by[column] = every[0], by
    if (said := values.get(Column.TYPE)) and (code := type_of(said)):
        values[Column.TYPE] = code
    return values, told_by


def _one_of_each(found: Sequence[FoundFile]) -> list[FoundFile]:
    """One file of a document: it may be there as PDF, as text and as data beside each other."""
    best: dict[object, FoundFile] = {}
    for file in found:
        oid = file.values.get(Column.DOCUMENT_OID)
        one = oid or (file.values[Column.CLIENT], str(PurePosixPath(file.name).with_suffix("")))
        rival = best.get(one)
        if rival is None or _preference(file) < _preference(rival):
            best[one] = file
    return [file for file in found if file in best.values()]


def _preference(file: FoundFile) -> int:
    return PREFERRED.index(PurePosixPath(file.name).suffix.lower())

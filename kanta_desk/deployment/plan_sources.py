"""Finds the source of a row whose table names none: the file beside it that is named by its OID.

Systems often write a list of documents and, in the same folder, each document as a file under its
OID. Only the whole OID counts; where two files bear it, the form that is best compared is taken.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kanta_desk.deployment.sources import SOURCE_KINDS
from kanta_desk.model.deployment import ExpectedDocument, Plan

MAX_FILES = 5_000
MAX_DEPTH = 4
# The best to compare first: text as it is shown, then pages, then data.
PREFERRED = (".xhtml", ".html", ".htm", ".pdf", ".docx", ".txt", ".json")

_OID = re.compile(r"(?<![\d.])[0-2](?:[._]\d{1,39}){5,30}(?![\d.]*\d)", re.A)


def with_sources(plan: Plan) -> Plan:
    """The plan with the sources that were found beside its file."""
    wanted = {
        row.document_oid.value for row in plan.documents if row.document_oid and _has_none(row)
    }
    if not wanted:
        return plan
    found: dict[str, Path] = {}
    for path in _files(plan.path.parent):
        for oid in wanted.intersection(oids_in(path.stem)):
            rival = found.get(oid)
            if rival is None or _preference(path) < _preference(rival):
                found[oid] = path
    return replace(plan, documents=tuple(_with_source(row, found) for row in plan.documents))


def oids_in(name: str) -> Iterator[str]:
    """The OIDs that a name holds, whichever sign parts their numbers."""
    return (found.replace("_", ".") for found in _OID.findall(name))


def _with_source(row: ExpectedDocument, found: dict[str, Path]) -> ExpectedDocument:
    if row.document_oid is None or not _has_none(row):
        return row
    return replace(row, source=found.get(row.document_oid.value))


def _has_none(row: ExpectedDocument) -> bool:
    return row.source is None and not row.source_text and not row.must_not


def _files(folder: Path) -> Iterator[Path]:
    """Readable files in the folder and those below it, no links, no more than the limits."""
    seen = 0
    for place, folders, names in os.walk(folder):
        here = Path(place)
        depth = len(here.relative_to(folder).parts)
        folders[:] = [f for f in sorted(folders) if not f.startswith(".") and depth < MAX_DEPTH]
        for name in sorted(names):
            if (seen := seen + 1) > MAX_FILES:
                return
            path = here / name
            if path.suffix.lower() in SOURCE_KINDS and not path.is_symlink():
                yield path


def _preference(path: Path) -> int:
    return PREFERRED.index(path.suffix.lower())

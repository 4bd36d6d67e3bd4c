"""The versions of a document as a line to show, newest first: what changed, and what is missing.

What differs is told of the metadata alone; whether the contents differ, only a comparison tells.
"""

from __future__ import annotations

from dataclasses import dataclass

from kanta_desk.model.documents import DocumentMetadata, VersionHistory
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.metadata import FIELDS, MetadataField

_OF_EACH_VERSION = {
    "document_oid", "set_id", "version", "replaces", "created", "archived", "copied",
    "author_time", "history",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version. ``changed`` are the fields that differ from the version it replaced; None for
    one that replaced nothing that is here. ``rivals`` is how many others claim its place, and
    ``unlinked`` says that it does not follow the one before it."""

    metadata: DocumentMetadata
    changed: tuple[MetadataField, ...] | None = None
    rivals: int = 0
    unlinked: bool = False


@dataclass(frozen=True, slots=True)
class GapRow:
    """Version numbers from ``first`` to ``last`` that should be there and are not."""

    first: int
    last: int


def version_line(history: VersionHistory) -> tuple[VersionRow | GapRow, ...]:
    """The rows of a history, newest first, with its gaps where they are."""
    known = {each.document_oid: each for each in history.versions}
    unlinked = {each.document_oid for each in history.unlinked}
    rivals: dict[Oid, int] = {}
    for fork in history.forks:
        for each in fork:
            rivals[each.document_oid] = max(len(fork) - 1, rivals.get(each.document_oid, 0))
    rows: list[VersionRow | GapRow] = []
    for version in history.versions:
        rows.append(
            VersionRow(
                version,
                _changed(version, known),
                rivals.get(version.document_oid, 0),
                version.document_oid in unlinked,
            )
        )
    return tuple(reversed(_with_gaps(rows, history.gaps)))


def differing(one: DocumentMetadata, other: DocumentMetadata) -> tuple[MetadataField, ...]:
    """The fields that differ, apart from those that differ from version to version by nature."""
    return tuple(
        field
        for field in FIELDS
        if field.key not in _OF_EACH_VERSION
        and _compared(one, field.key) != _compared(other, field.key)
    )


def _changed(
    version: DocumentMetadata, known: dict[Oid, DocumentMetadata]
) -> tuple[MetadataField, ...] | None:
    before = known.get(version.replaces.oid) if version.replaces else None
    return None if before is None else differing(before, version)


def _compared(metadata: DocumentMetadata, key: str) -> object:
    """A code is the same whatever its display text, a signature whatever its time."""
    value = getattr(metadata, key)
    if key == "signature":
        return value is not None
    return getattr(value, "key", value)


def _with_gaps(
    rows: list[VersionRow | GapRow], missing: tuple[int, ...]
) -> list[VersionRow | GapRow]:
    """The rows, oldest first, with a row for each run of missing numbers."""
    gaps: list[GapRow] = []
    for number in missing:
        if gaps and gaps[-1].last == number - 1:
            gaps[-1] = GapRow(gaps[-1].first, number)
        else:
            gaps.append(GapRow(number, number))
    return sorted([*rows, *gaps], key=_number)


def _number(row: VersionRow | GapRow) -> int:
    return row.first if isinstance(row, GapRow) else row.metadata.version

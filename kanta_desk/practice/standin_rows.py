"""What the stand-in knows of a version beside its bytes, and the conditions of a query over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from kanta_desk.model.codes import Code
from kanta_desk.model.documents import DocumentMetadata, Party, RecordState, SearchMode
from kanta_desk.model.identifiers import HETU_ROOT, Henkilotunnus, Oid


class Row(NamedTuple):
    """A version as it is searched by; the columns of the store's table, without the bytes.

    Times are seconds since 1970; absent values are empty.
    """

    oid: str
    set_id: str
    version: int
    state: str
    controller: str
    controller_name: str
    register: str
    group_code: str
    group_system: str
    group_name: str
    old: int
    client_root: str
    client: str
    given: str
    family: str
    birth: str
    case_id: str
    task: str
    type: str
    created: float
    archived: float
    disposal: float | None
    process: str
    author: str
    producer: str


@dataclass(frozen=True, slots=True)
class Stored:
    """A version as the archive holds it; what the archive itself adds stands beside the bytes."""

    oid: str
    set_id: str
    version: int
    state: RecordState
    controller: Party
    register: str
    group: Code
    old: bool
    archived: datetime
    disposal: datetime | None
    cda: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The conditions of a query, joined by AND; empty ones count for nothing."""

    controller: str
    register: str
    mode: SearchMode
    client: tuple[str, str] | None = None
    name: tuple[str, str] | None = None
    birth: str = ""
    oid: str = ""
    set_id: str = ""
    case_id: str = ""
    task: str = ""
    process: str = ""
    type: str = ""
    group: str = ""
    author: str = ""
    producer: str = ""
    created_from: datetime | None = None
    created_to: datetime | None = None
    archived_from: datetime | None = None
    archived_to: datetime | None = None

    @property
    def has_key(self) -> bool:
        """Whether there is a key to search by."""
        by_name = self.name is not None and bool(self.birth)
        return bool(self.client or by_name or self.oid or self.set_id or self.case_id)

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """The columns that must have a value, where one is asked for."""
        return (
            ("birth", self.birth),
            ("oid", self.oid),
            ("set_id", self.set_id),
            ("case_id", self.case_id),
            ("task", self.task),
            ("process", self.process),
            ("type", self.type),
            ("group_code", self.group),
            ("author", self.author),
            ("producer", self.producer),
        )

    @property
    def bounds(self) -> tuple[tuple[str, datetime | None, datetime | None], ...]:
        """The columns of time with their bounds, both inclusive to the second."""
        return (
            ("created", self.created_from, self.created_to),
            ("archived", self.archived_from, self.archived_to),
        )

    def of_set(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        """Which versions of one set match: all of them where versions are asked for and one
        does."""
        scope = [r for r in rows if (r.controller, r.register) == (self.controller, self.register)]
        if self.mode is SearchMode.VERSIONS:
            return tuple(scope) if any(map(self._matches, scope)) else ()
        return tuple(r for r in scope if _is_of(self.mode, r) and self._matches(r))

    def _matches(self, row: Row) -> bool:
        if self.client and self.client != (row.client_root, row.client):
            return False
        if self.name:
            given, family = map(folded, self.name)
            if family != row.family or not f"{row.given} ".startswith(f"{given} "):
                return False
        return all(getattr(row, name) == value for name, value in self.columns if value) and all(
            (first is None or getattr(row, name) >= first.timestamp())
            and (last is None or getattr(row, name) < last.timestamp() + 1)
            for name, first, last in self.bounds
        )


def _is_of(mode: SearchMode, row: Row) -> bool:
    if mode is SearchMode.INVALIDATED:
        return row.state == RecordState.INVALIDATED
    return row.state == RecordState.VALID and bool(row.old) is (mode is SearchMode.OLD)


def folded(name: str) -> str:
    """A name as it is searched by."""
    return " ".join(name.casefold().split())


def row_of(metadata: DocumentMetadata) -> Row:
    """The row of a version.

    Raises:
        ValueError: if it lacks what every stored document has.
    """
    client, name = metadata.client_id, metadata.client_name
    holder, group = metadata.active_controller, metadata.document_group
    register, created, archived = metadata.register, metadata.created, metadata.archived
    if not (client and name and holder and group and register and created and archived):
        raise ValueError(f"{metadata.document_oid}: not fit to be stored")
    return Row(
        metadata.document_oid.value, metadata.set_id.value, metadata.version, metadata.state.value,
        holder.oid.value, holder.name, register.value, group.value, group.system, group.display,
        int(metadata.old_document),
        HETU_ROOT if isinstance(client, Henkilotunnus) else client.root.value, client.value,
        folded(name.given), folded(name.family),
        f"{metadata.client_birth:%Y%m%d}" if metadata.client_birth else "",
        metadata.case_id or "", _value(metadata.service_task), _value(metadata.document_type),
        created.timestamp(), archived.timestamp(),
        metadata.disposal_time.timestamp() if metadata.disposal_time else None,
        _value(metadata.service_process),
        metadata.author.identifier if metadata.author else "",
        metadata.producer.oid.value if metadata.producer else "",
    )  # fmt: skip


def stored_of(row: Row, cda: bytes) -> Stored:
    """A version as the archive answers with it."""
    return Stored(
        oid=row.oid,
        set_id=row.set_id,
        version=row.version,
        state=RecordState(row.state),
        controller=Party(Oid(row.controller), row.controller_name),
        register=row.register,
        group=Code(row.group_code, row.group_system, row.group_name),
        old=bool(row.old),
        archived=datetime.fromtimestamp(row.archived, UTC),
        disposal=None if row.disposal is None else datetime.fromtimestamp(row.disposal, UTC),
        cda=cda,
    )


def _value(code: Code | None) -> str:
    return code.value if code is not None else ""

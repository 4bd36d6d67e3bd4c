"""The stand-in's documents and its own append-only action log, in one SQLite file."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from kanta_desk.model.codes import Code
from kanta_desk.model.documents import DocumentMetadata, Party, RecordState, SearchMode
from kanta_desk.model.identifiers import HETU_ROOT, Henkilotunnus, Oid

FILE = "standin.sqlite3"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    oid TEXT PRIMARY KEY, set_id TEXT NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL,
    controller TEXT NOT NULL, controller_name TEXT NOT NULL, register TEXT NOT NULL,
    group_code TEXT NOT NULL, group_system TEXT NOT NULL, group_name TEXT NOT NULL,
    old INTEGER NOT NULL, client_root TEXT NOT NULL, client TEXT NOT NULL, given TEXT NOT NULL,
    family TEXT NOT NULL, birth TEXT NOT NULL, case_id TEXT NOT NULL, task TEXT NOT NULL,
    type TEXT NOT NULL, created REAL NOT NULL, archived REAL NOT NULL, disposal REAL,
    cda BLOB NOT NULL, UNIQUE (set_id, version)
) STRICT;
CREATE INDEX IF NOT EXISTS by_client ON documents (controller, client_root, client);
CREATE INDEX IF NOT EXISTS by_set ON documents (set_id);
CREATE TABLE IF NOT EXISTS seeding (digest TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS actions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, peer TEXT NOT NULL,
    message_id TEXT NOT NULL, interaction TEXT NOT NULL, user TEXT NOT NULL,
    organisation TEXT NOT NULL, controller TEXT NOT NULL, purpose TEXT NOT NULL,
    outcome TEXT NOT NULL, documents INTEGER NOT NULL, invalidated TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE IF NOT EXISTS messages (
    message_id TEXT PRIMARY KEY, digest BLOB NOT NULL, issue TEXT NOT NULL
) STRICT;
CREATE TRIGGER IF NOT EXISTS actions_are_not_changed BEFORE UPDATE ON actions
    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER IF NOT EXISTS actions_are_not_removed BEFORE DELETE ON actions
    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
"""
_COLUMNS = (
    "oid, set_id, version, state, controller, controller_name, register, group_code, group_system,"
    " group_name, old, archived, disposal, cda"
)
_OF_MODE = {
    SearchMode.BASIC: "state = 'valid' AND old = 0",
    SearchMode.OLD: "state = 'valid' AND old = 1",
    SearchMode.INVALIDATED: "state = 'invalidated'",
}


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
    type: str = ""
    created_from: datetime | None = None
    created_to: datetime | None = None

    @property
    def has_key(self) -> bool:
        """Whether there is a key to search by."""
        by_name = self.name is not None and bool(self.birth)
        return bool(self.client or by_name or self.oid or self.set_id or self.case_id)


@dataclass(frozen=True, slots=True)
class Invalidation:
    """A message that invalidates, as far as the store needs it: which version it replaces, and
    the version that it brings. ``digest`` is of the whole message."""

    message_id: str
    digest: bytes
    replaced: str
    metadata: DocumentMetadata
    cda: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Action:
    """A row of the action log: who did what through which certificate, and how it ended.

    ``invalidated`` is the OID of the version that this very message invalidated.
    """

    peer: str
    message_id: str
    interaction: str
    user: str
    organisation: str
    controller: str
    purpose: str
    outcome: str
    documents: int
    invalidated: str = ""


class Conflict(Exception):
    """The store cannot do what a message asks: ``code`` of ``CodeSystem.PROCESS_ISSUE``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Store:
    """The stand-in's state. Safe across threads: every use is short and under one lock."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._db = sqlite3.connect(folder / FILE, check_same_thread=False)
        self._db.executescript(_SCHEMA)
        # What is acknowledged stays, even if the power fails.
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        known = {row[1] for row in self._db.execute("PRAGMA table_info(actions)")}
        if "invalidated" not in known:  # made by an earlier version of the program
            self._db.execute("ALTER TABLE actions ADD COLUMN invalidated TEXT NOT NULL DEFAULT ''")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    @property
    def digest(self) -> str:
        """What the documents were seeded from; empty for none."""
        with self._lock:
            row = self._db.execute("SELECT digest FROM seeding").fetchone()
        return row[0] if row else ""

    def replace_all(self, documents: Iterable[tuple[DocumentMetadata, bytes]], digest: str) -> None:
        """Put these documents in place of all that are there; the action log stays."""
        rows = [_row(metadata, cda) for metadata, cda in documents]
        marks = ", ".join("?" * len(rows[0])) if rows else ""
        with self._lock, self._db:
            self._db.execute("DELETE FROM documents")
            self._db.execute("DELETE FROM seeding")
            if rows:
                self._db.executemany(f"INSERT INTO documents VALUES ({marks})", rows)  # noqa: S608
            self._db.execute("INSERT INTO seeding VALUES (?)", (digest,))

    def count(self) -> int:
        """How many versions there are in all."""
        with self._lock:
            return int(self._db.execute("SELECT count(*) FROM documents").fetchone()[0])

    def find(self, wanted: Wanted, limit: int) -> tuple[list[Stored], int]:
        """The versions that match, newest first and at most ``limit``, and how many match."""
        scope, values = ["controller = ?", "register = ?"], [wanted.controller, wanted.register]
        narrow, bound = _conditions(wanted)
        if wanted.mode is SearchMode.VERSIONS:
            inner = " AND ".join([*scope, *narrow])
            narrow = [f"set_id IN (SELECT set_id FROM documents WHERE {inner})"]  # noqa: S608
            bound = [*values, *bound]
        else:
            narrow.append(_OF_MODE[wanted.mode])
        condition = " AND ".join([*scope, *narrow])
        with self._lock:
            total = self._db.execute(
                f"SELECT count(*) FROM documents WHERE {condition}",  # noqa: S608
                [*values, *bound],
            ).fetchone()[0]
            rows = self._db.execute(
                f"SELECT {_COLUMNS} FROM documents WHERE {condition}"  # noqa: S608
                " ORDER BY created DESC, version DESC, oid LIMIT ?",
                [*values, *bound, limit],
            ).fetchall()
        return [_stored(row) for row in rows], int(total)

    def invalidate(self, asked: Invalidation, action: Action) -> bool:
        """Take in a version that invalidates, once: documents, message and action in one write.

        Returns False for a message that was taken before: then nothing is done.

        Raises:
            Conflict: with the code of the refusal, which is kept for the message's id too.
        """
        with self._lock, self._db:
            known = self._fate(asked.message_id)
            if known is not None:
                digest, issue = known
                if digest != asked.digest:
                    raise Conflict("STANDIN-20")
                if issue:
                    raise Conflict(issue)
                return False
            issue = self._conflict(asked)
            if not issue:
                row = _row(asked.metadata, asked.cda)
                marks = ", ".join("?" * len(row))
                self._db.execute(f"INSERT INTO documents VALUES ({marks})", row)  # noqa: S608
                self._db.execute(
                    "UPDATE documents SET state = 'invalidated' WHERE set_id = ?",
                    (asked.metadata.set_id.value,),
                )
                self._add(replace(action, documents=1, invalidated=asked.replaced))
            self._db.execute(
                "INSERT INTO messages VALUES (?, ?, ?)", (asked.message_id, asked.digest, issue)
            )
        if issue:
            raise Conflict(issue)
        return True

    def fate(self, message_id: str) -> str | None:
        """What was said to a message that asked for a change: empty if it was taken, the code of
        its refusal, or None if it never came."""
        with self._lock:
            known = self._fate(message_id)
        return None if known is None else known[1]

    def version(self, oid: str) -> Stored | None:
        """One version, in whatever register it is."""
        with self._lock:
            row = self._db.execute(
                f"SELECT {_COLUMNS} FROM documents WHERE oid = ?",  # noqa: S608
                (oid,),
            ).fetchone()
        return None if row is None else _stored(row)

    def _fate(self, message_id: str) -> tuple[bytes, str] | None:
        row = self._db.execute(
            "SELECT digest, issue FROM messages WHERE message_id = ?", (message_id,)
        ).fetchone()
        return None if row is None else (bytes(row[0]), str(row[1]))

    def _conflict(self, asked: Invalidation) -> str:
        """Why the version cannot be taken; empty if it can."""
        new = asked.metadata
        before = self._db.execute(
            "SELECT set_id, version, state FROM documents WHERE oid = ?", (asked.replaced,)
        ).fetchone()
        if before is None:
            return "STANDIN-15"
        if self._db.execute(
            "SELECT 1 FROM documents WHERE oid = ?", (new.document_oid.value,)
        ).fetchone():
            return "STANDIN-16"
        if before[2] == RecordState.INVALIDATED.value:
            return "STANDIN-19"
        if before[2] == RecordState.REPLACED.value:
            return "STANDIN-18"
        if before[0] != new.set_id.value or before[1] + 1 != new.version:
            return "STANDIN-17"
        return ""

    def log(self, action: Action) -> None:
        """Add a row to the action log."""
        with self._lock, self._db:
            self._add(action)

    def _add(self, action: Action) -> None:
        self._db.execute(
            "INSERT INTO actions (time, peer, message_id, interaction, user, organisation,"
            " controller, purpose, outcome, documents, invalidated)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            (
                datetime.now(UTC).isoformat(timespec="milliseconds"), action.peer,
                action.message_id, action.interaction, action.user, action.organisation,
                action.controller, action.purpose, action.outcome, action.documents,
                action.invalidated,
            ),
        )  # fmt: skip

    def actions(self) -> tuple[Action, ...]:
        """The whole action log, oldest first."""
        with self._lock:
            rows = self._db.execute(
                "SELECT peer, message_id, interaction, user, organisation, controller, purpose,"
                " outcome, documents, invalidated FROM actions ORDER BY seq"
            ).fetchall()
        return tuple(Action(*row) for row in rows)


def folded(name: str) -> str:
    """A name as it is searched by."""
    return " ".join(name.casefold().split())


def _conditions(wanted: Wanted) -> tuple[list[str], list[str | float]]:
    conditions: list[str] = []
    values: list[str | float] = []

    def add(condition: str, *bound: str | float) -> None:
        conditions.append(condition)
        values.extend(bound)

    if wanted.client:
        add("client_root = ? AND client = ?", *wanted.client)
    if wanted.name:
        given, family = map(folded, wanted.name)
        # One who is looked for by the first of two given names is found too.
        add("family = ? AND (given = ? OR substr(given, 1, ?) = ?)", family, given,
            len(given) + 1, given + " ")  # fmt: skip
    for column, value in (
        ("birth", wanted.birth),
        ("oid", wanted.oid),
        ("set_id", wanted.set_id),
        ("case_id", wanted.case_id),
        ("task", wanted.task),
        ("type", wanted.type),
    ):
        if value:
            add(f"{column} = ?", value)
    if wanted.created_from:
        add("created >= ?", wanted.created_from.timestamp())
    if wanted.created_to:
        add("created < ?", wanted.created_to.timestamp() + 1)
    return conditions, values


def _row(metadata: DocumentMetadata, cda: bytes) -> tuple[str | int | float | bytes | None, ...]:
    client, name = metadata.client_id, metadata.client_name
    holder, group = metadata.active_controller, metadata.document_group
    register, created, archived = metadata.register, metadata.created, metadata.archived
    if not (client and name and holder and group and register and created and archived):
        raise ValueError(f"{metadata.document_oid}: not fit to be stored")
    return (
        metadata.document_oid.value, metadata.set_id.value, metadata.version, metadata.state.value,
        holder.oid.value, holder.name, register.value, group.value, group.system, group.display,
        int(metadata.old_document),
        HETU_ROOT if isinstance(client, Henkilotunnus) else client.root.value, client.value,
        folded(name.given), folded(name.family),
        f"{metadata.client_birth:%Y%m%d}" if metadata.client_birth else "",
        metadata.case_id or "", metadata.service_task.value if metadata.service_task else "",
        metadata.document_type.value if metadata.document_type else "", created.timestamp(),
        archived.timestamp(),
        metadata.disposal_time.timestamp() if metadata.disposal_time else None, cda,
    )  # fmt: skip


def _stored(row: tuple[str | int | float | bytes | None, ...]) -> Stored:
    (oid, set_id, version, state, controller, controller_name, register, code, system, name, old,
     archived, disposal, cda) = row  # fmt: skip
    return Stored(
        oid=str(oid),
        set_id=str(set_id),
        version=int(str(version)),
        state=RecordState(str(state)),
        controller=Party(Oid(str(controller)), str(controller_name)),
        register=str(register),
        group=Code(str(code), str(system), str(name)),
        old=bool(old),
        archived=datetime.fromtimestamp(float(str(archived)), UTC),
        disposal=None if disposal is None else datetime.fromtimestamp(float(str(disposal)), UTC),
        cda=bytes(cda) if isinstance(cda, bytes) else b"",
    )

"""The stand-in's documents and its own append-only action log, in one SQLite file."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from kanta_desk.model.documents import DocumentMetadata, RecordState, SearchMode
from kanta_desk.practice.standin_rows import Row, Stored, Wanted, folded, row_of, stored_of

FILE = "standin.sqlite3"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    oid TEXT PRIMARY KEY, set_id TEXT NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL,
    controller TEXT NOT NULL, controller_name TEXT NOT NULL, register TEXT NOT NULL,
    group_code TEXT NOT NULL, group_system TEXT NOT NULL, group_name TEXT NOT NULL,
    old INTEGER NOT NULL, client_root TEXT NOT NULL, client TEXT NOT NULL, given TEXT NOT NULL,
    family TEXT NOT NULL, birth TEXT NOT NULL, case_id TEXT NOT NULL, task TEXT NOT NULL,
    type TEXT NOT NULL, created REAL NOT NULL, archived REAL NOT NULL, disposal REAL,
    cda BLOB NOT NULL, process TEXT NOT NULL DEFAULT '', author TEXT NOT NULL DEFAULT '',
    producer TEXT NOT NULL DEFAULT '', UNIQUE (set_id, version)
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
# Columns that tables made by an earlier version of the program do not have.
_ADDED = (
    ("actions", "invalidated"),
    ("documents", "process"),
    ("documents", "author"),
    ("documents", "producer"),
)
_COLUMNS = ", ".join(Row._fields)
_INSERT = f"INSERT INTO documents ({_COLUMNS}, cda) VALUES ({'?, ' * len(Row._fields)}?)"  # noqa: S608
_OF_MODE = {
    SearchMode.BASIC: "state = 'valid' AND old = 0",
    SearchMode.OLD: "state = 'valid' AND old = 1",
    SearchMode.INVALIDATED: "state = 'invalidated'",
}


class Crowd(Protocol):
    """Documents that are made when they are asked for: see ``practice.standin_crowd``."""

    @property
    def count(self) -> int:
        """How many documents there are."""
        ...

    def matching(self, wanted: Wanted) -> Iterator[Row]:
        """The versions that match, in no order."""
        ...

    def version(self, oid: str) -> Stored | None:
        """One version."""
        ...

    def whole_set(self, oid: str) -> tuple[tuple[DocumentMetadata, bytes], ...]:
        """All versions of the set that a version is of; none: empty."""
        ...


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

    def __init__(self, folder: Path, crowd: Crowd | None = None) -> None:
        """``crowd``: documents that are there without being stored, until one is changed."""
        folder.mkdir(parents=True, exist_ok=True)
        self._crowd = crowd
        self._lock = threading.Lock()
        self._db = sqlite3.connect(folder / FILE, check_same_thread=False)
        self._db.executescript(_SCHEMA)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        for table, column in _ADDED:
            known = {row[1] for row in self._db.execute(f"PRAGMA table_info({table})")}
            if column not in known:
                self._db.execute(
                    f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''"
                )

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
        rows = [(*row_of(metadata), cda) for metadata, cda in documents]
        with self._lock, self._db:
            self._db.execute("DELETE FROM documents")
            self._db.execute("DELETE FROM seeding")
            self._db.executemany(_INSERT, rows)
            self._db.execute("INSERT INTO seeding VALUES (?)", (digest,))

    def count(self) -> int:
        """How many versions there are in all, of which those of a crowd are counted as one each."""
        with self._lock:
            stored = int(self._db.execute("SELECT count(*) FROM documents").fetchone()[0])
        return stored + (self._crowd.count if self._crowd else 0)

    def matching(self, wanted: Wanted) -> tuple[str, ...]:
        """The OIDs of the versions that match, newest first."""
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
            found = self._db.execute(
                f"SELECT created, version, oid FROM documents WHERE {condition}",  # noqa: S608
                [*values, *bound],
            ).fetchall()
            found += [(r.created, r.version, r.oid) for r in self._unstored(wanted)]
        found.sort(key=lambda each: (-each[0], -each[1], each[2]))
        return tuple(oid for _, _, oid in found)

    def load(self, oids: Iterable[str]) -> list[Stored]:
        """These versions, in this order; one that has gone meanwhile is left out."""
        return [found for oid in oids if (found := self.version(oid)) is not None]

    def _unstored(self, wanted: Wanted) -> Iterator[Row]:
        """What matches of the crowd, apart from the sets that were changed and so are stored."""
        for row in self._crowd.matching(wanted) if self._crowd else ():
            if not self._holds_set(row.set_id):
                yield row

    def _holds_set(self, set_id: str) -> bool:
        query = "SELECT 1 FROM documents WHERE set_id = ? LIMIT 1"
        return self._db.execute(query, (set_id,)).fetchone() is not None

    def _adopt(self, oid: str) -> None:
        """Store the set that a version of the crowd is of, so that it can be changed."""
        whole = self._crowd.whole_set(oid) if self._crowd else ()
        if whole and not self._holds_set(whole[0][0].set_id.value):
            self._db.executemany(_INSERT, [(*row_of(m), cda) for m, cda in whole])

    def invalidate(self, asked: Invalidation, action: Action) -> bool:
        """Take in a version that invalidates, once: documents, message and action in one write.

        Returns False for a message that was taken before: then nothing is done.

        Raises:
            Conflict: with the code of the refusal, which is kept for the message's id too.
        """
        with self._lock, self._lasting(), self._db:
            known = self._fate(asked.message_id)
            if known is not None:
                digest, issue = known
                if digest != asked.digest:
                    raise Conflict("STANDIN-20")
                if issue:
                    raise Conflict(issue)
                return False
            self._adopt(asked.replaced)
            issue = self._conflict(asked)
            if not issue:
                self._db.execute(_INSERT, (*row_of(asked.metadata), asked.cda))
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

    @contextmanager
    def _lasting(self) -> Iterator[None]:
        """What is written in it stays, even if the power fails: a change that is acknowledged. A
        query's row in the action log is not worth waiting for the disk."""
        self._db.execute("PRAGMA synchronous = FULL")
        try:
            yield
        finally:
            self._db.execute("PRAGMA synchronous = NORMAL")

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
                f"SELECT {_COLUMNS}, cda FROM documents WHERE oid = ?",  # noqa: S608
                (oid,),
            ).fetchone()
        if row is not None:
            return stored_of(Row(*row[:-1]), bytes(row[-1]))
        return self._crowd.version(oid) if self._crowd else None

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
    for column, value in wanted.columns:
        if value:
            add(f"{column} = ?", value)
    for column, first, last in wanted.bounds:
        if first:
            add(f"{column} >= ?", first.timestamp())
        if last:
            add(f"{column} < ?", last.timestamp() + 1)
    return conditions, values

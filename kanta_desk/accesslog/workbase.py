"""The work base: the journals of deployment tests, and what the archivist decided in them.

A journal holds what the archive answered and how it compares, which is personal data. So it lies
with the access log: a file of its own, encrypted with a key of its own, nothing in it evidence. A
step is on the disk's way when ``put_step`` returns: it outlives the process however that dies. A
power cut may take the newest steps, which are then asked again; nothing half is ever read.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from kanta_desk.accesslog.driver import connect
from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.sidekeys import kept_key, new_key, put_aside

FILE = "kokeet.db"
_MIGRATIONS = Migrations("kanta_desk.accesslog.work")


@_MIGRATIONS(name="0001_work")
def _work(db: Database) -> None:
    db.table("run").create(
        {"id": str, "register": str, "begun": str, "record": str},
        pk="id",
        not_null={"register", "begun", "record"},
    )
    db.table("step").create(
        {"run": str, "kind": str, "name": str, "value": str},
        pk=("run", "kind", "name"),
        foreign_keys=[("run", "run", "id")],
        not_null={"value"},
    )
    db.table("opinion").create(
        {"register": str, "kind": str, "name": str, "value": str},
        pk=("register", "kind", "name"),
        not_null={"value"},
    )


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run of a test: ``begun`` is ISO in UTC, ``record`` is whatever its owner writes of it."""

    id: str
    register: str
    begun: str
    record: str


class WorkBase:
    """The journals of one log's workplace; every thread may call it."""

    def __init__(self, folder: LogFolder) -> None:
        """Open it, or make it; one whose key is lost is put aside (``.rikki``).

        Raises:
            LogError, SecretStoreMissing: if it cannot be opened.
        """
        self._lock = threading.Lock()
        self._busy: set[str] = set()
        path = folder.path / FILE
        with explained(FILE):
            folder.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            connection = connect(path, _key(folder))
            try:
                path.chmod(0o600)
                for pragma in (
                    "journal_mode = WAL",
                    "synchronous = NORMAL",
                    "secure_delete = ON",
                    "foreign_keys = ON",
                ):
                    connection.execute(f"PRAGMA {pragma}")
                self._db = Database(connection, recursive_triggers=False, execute_plugins=False)
                _MIGRATIONS.apply(self._db)
            except BaseException:
                connection.close()
                raise

    def claim(self, run: str) -> bool:
        """Take a run into one's hands; False if somebody in this program has it."""
        with self._lock:
            if run in self._busy:
                return False
            self._busy.add(run)
            return True

    def release(self, run: str) -> None:
        """Let a run go."""
        with self._lock:
            self._busy.discard(run)

    def is_busy(self, run: str) -> bool:
        """Whether somebody in this program has the run in hand; no other program can."""
        with self._lock:
            return run in self._busy

    def put_run(self, run: KeptRun) -> None:
        """Keep a run, in place of what was kept of it.

        Raises:
            LogError.
        """
        self._change(
            "INSERT INTO run VALUES (?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET record = ?",
            (run.id, run.register, run.begun, run.record, run.record),
        )

    def runs(self, register: str) -> tuple[KeptRun, ...]:
        """The runs of a register, the newest first.

        Raises:
            LogError.
        """
        rows = self._rows(
            "SELECT id, register, begun, record FROM run WHERE register = ?"
            " ORDER BY begun DESC, id DESC",
            (register,),
        )
        return tuple(KeptRun(*row) for row in rows)

    def put_step(self, run: str, kind: str, name: str, value: str) -> None:
        """Keep one step of a run.

        Raises:
            LogError.
        """
        self._change("INSERT OR REPLACE INTO step VALUES (?, ?, ?, ?)", (run, kind, name, value))

    def step(self, run: str, kind: str, name: str) -> str | None:
        """One step of a run, if it was kept.

        Raises:
            LogError.
        """
        rows = self._rows(
            "SELECT value FROM step WHERE run = ? AND kind = ? AND name = ?", (run, kind, name)
        )
        return rows[0][0] if rows else None

    def steps(self, run: str, kind: str) -> dict[str, str]:
        """All steps of a kind, by name.

        Raises:
            LogError.
        """
        return dict(
            self._rows("SELECT name, value FROM step WHERE run = ? AND kind = ?", (run, kind))
        )

    def count_steps(self, run: str, kind: str) -> int:
        """How many steps of a kind there are.

        Raises:
            LogError.
        """
        rows = self._rows("SELECT count(*) FROM step WHERE run = ? AND kind = ?", (run, kind))
        return int(rows[0][0])

    def forget_steps(self, run: str, kind: str) -> None:
        """Forget the steps of a kind.

        Raises:
            LogError.
        """
        self._change("DELETE FROM step WHERE run = ? AND kind = ?", (run, kind))

    def forget_run(self, run: str) -> None:
        """Forget a run with all its steps.

        Raises:
            LogError.
        """
        with self._locked():
            self._db.conn.execute("BEGIN IMMEDIATE")
            self._db.conn.execute("DELETE FROM step WHERE run = ?", (run,))
            self._db.conn.execute("DELETE FROM run WHERE id = ?", (run,))
            self._db.conn.execute("COMMIT")

    def put_opinion(self, register: str, kind: str, name: str, value: str) -> None:
        """Keep what the archivist holds of something, in place of an earlier opinion.

        Raises:
            LogError.
        """
        self._change(
            "INSERT OR REPLACE INTO opinion VALUES (?, ?, ?, ?)", (register, kind, name, value)
        )

    def opinions(self, register: str, kind: str) -> dict[str, str]:
        """All opinions of a kind in a register, by name.

        Raises:
            LogError.
        """
        return dict(
            self._rows(
                "SELECT name, value FROM opinion WHERE register = ? AND kind = ?", (register, kind)
            )
        )

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._db.conn.close()

    def _change(self, sql: str, values: tuple[object, ...]) -> None:
        with self._locked():
            self._db.conn.execute(sql, values)

    def _rows(self, sql: str, values: tuple[object, ...]) -> list[Any]:
        with self._locked():
            rows: list[Any] = self._db.conn.execute(sql, values).fetchall()
            return rows

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        with self._lock, explained(FILE):
            yield


def _key(folder: LogFolder) -> bytes | None:
    if folder.keys is None:
        return None
    key = kept_key(folder, FILE)
    if key is None:
        put_aside(folder, FILE)
        key = new_key(folder, FILE)
    return key

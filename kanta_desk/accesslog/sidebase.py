"""The side database: names to complete from, saved searches, and cases of the log's supervision.

It may change, unlike the log: it is a file of its own, encrypted with a key of its own, and nothing
in it is evidence. Losing it loses convenience: names can be taken from the log again. They are
those of users; clients are veiled, and nobody is offered their names.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from kanta_desk.accesslog.driver import connect
from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.names import words_of
from kanta_desk.accesslog.sidekeys import kept_key, new_key, put_aside
from kanta_desk.errors import LogKeyMissing
from kanta_desk.model.events import EventRef

FILE = "sivukanta.db"
_MOST = 50
_MIGRATIONS = Migrations("kanta_desk.accesslog.side")


@_MIGRATIONS(name="0001_side")
def _side(db: Database) -> None:
    db.table("user").create({"id": str, "name": str}, pk=("id", "name"))
    # Letters matter in Finnish names (ä is not a); case does not.
    db.table("user").enable_fts(
        ["name", "id"], create_triggers=True, tokenize="unicode61 remove_diacritics 0"
    )
    db.table("search").create(
        {"register": str, "name": str, "query": str, "saved_by": str, "saved": str},
        pk=("register", "name"),
        not_null={"query", "saved_by", "saved"},
    )
    db.table("case").create(
        {"id": int, "register": str, "title": str, "state": str, "person": str,
         "opened": str, "due": str, "decision": str},
        pk="id",
        not_null={"register", "title", "state", "opened"},
    )  # fmt: skip
    db.table("case_event").create({"case": int, "event": str, "note": str}, pk=("case", "event"))


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that someone keeps for a register; ``query`` is in the query language."""

    register: str
    name: str
    query: str
    saved_by: str
    saved: datetime


class CaseState(StrEnum):
    """How far a case is."""

    OPEN = "avoin"
    DECIDED = "päätetty"


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """An event that a case is about: ``str`` of the log's ``EventRef``, and why it is."""

    event: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """Something that is looked into; ``due`` is an ISO date or empty.

    ``decision`` is the last one made: a case that was opened again keeps it until the next.
    """

    id: int
    register: str
    title: str
    state: CaseState
    person: str
    opened: datetime
    due: str = ""
    decision: str = ""
    events: tuple[CaseEvent, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is still looked into."""
        return self.state is CaseState.OPEN


class SideBase:
    """The side database of one log; every thread may call it."""

    def __init__(self, folder: LogFolder) -> None:
        """Open it, or make it.

        Raises:
            LogKeyMissing: if its key is lost: it comes back with the organisation's, or it may be
                put aside.
            LogError, SecretStoreMissing: if it cannot be opened.
        """
        self._lock = threading.Lock()
        path = folder.path / FILE
        with explained(FILE):
            folder.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            connection = connect(path, _key(folder, path))
            try:
                path.chmod(0o600)
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA secure_delete = ON")
                self._db = Database(connection, recursive_triggers=False, execute_plugins=False)
                _MIGRATIONS.apply(self._db)
                self._db.execute("INSERT INTO user_fts(user_fts, rank) VALUES "
                                 "('secure-delete', 1)")  # fmt: skip
            except BaseException:
                connection.close()
                raise

    def learn(self, folder: LogFolder) -> None:
        """Take the users that the log's files know, and forget those that none knows any more.

        Run at the start, and after a disposal, so that no name outlives it.

        Raises:
            LogError, SecretStoreMissing.
        """
        known: set[tuple[str, str]] = set()
        for tree in folder.trees():
            with contextlib.closing(folder.reader(tree)) as file, explained(str(tree)):
                known.update(file.execute("SELECT id, name FROM person WHERE whose = 'user'"))
        with self._changing():
            held = set(self._db.execute("SELECT id, name FROM user").fetchall())
            self._all("DELETE FROM user WHERE id = ? AND name = ?", held - known)
            self._all("INSERT INTO user VALUES (?, ?)", known - held)

    def names(self, typed: str, limit: int = 10) -> tuple[str, ...]:
        """Names of users to complete what was typed: a word for each word, by its beginning.

        Raises:
            LogError.
        """
        words = words_of(typed)
        if not words:
            return ()
        wanted = " AND ".join(f'"{word}"*' for word in words)
        with self._reading():
            rows = self._db.execute(
                "SELECT DISTINCT u.name FROM user_fts f JOIN user u ON u.rowid = f.rowid"
                " WHERE user_fts MATCH ? ORDER BY u.name LIMIT ?",
                (wanted, min(limit, _MOST)),
            ).fetchall()
        return tuple(name for (name,) in rows)

    def save_search(self, search: SavedSearch) -> None:
        """Keep a search, in place of one of the same name.

        Raises:
            LogError.
        """
        row = (search.register, search.name, search.query, search.saved_by)
        with self._changing():
            self._all("INSERT OR REPLACE INTO search VALUES (?, ?, ?, ?, ?)",
                      [(*row, search.saved.isoformat())])  # fmt: skip

    def forget_search(self, register: str, name: str) -> None:
        """Forget a search; one that is not there is no fault.

        Raises:
            LogError.
        """
        with self._changing():
            self._all("DELETE FROM search WHERE register = ? AND name = ?", [(register, name)])

    def searches(self, register: str) -> tuple[SavedSearch, ...]:
        """The searches kept for a register, by name.

        Raises:
            LogError.
        """
        with self._reading():
            rows = self._db.execute(
                "SELECT register, name, query, saved_by, saved FROM search"
                " WHERE register = ? ORDER BY name",
                (register,),
            ).fetchall()
        return tuple(
            SavedSearch(of, name, query, by, datetime.fromisoformat(saved))
            for of, name, query, by, saved in rows
        )

    def open_case(self, case: Case) -> Case:
        """Keep a new case; given back with its number.

        Raises:
            LogError.
        """
        with self._changing():
            number = self._db.execute(
                'INSERT INTO "case"(register, title, state, person, opened, due, decision)'
                " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
                _row(case),
            ).fetchone()[0]
            self._tell_events(number, case.events)
        return replace(case, id=number)

    def change_case(self, case: Case) -> None:
        """Put a case, with its events, in place of the one of its number.

        Raises:
            LogError.
        """
        with self._changing():
            self._all(
                'UPDATE "case" SET register = ?, title = ?, state = ?, person = ?, opened = ?,'
                " due = ?, decision = ? WHERE id = ?",
                [(*_row(case), case.id)],
            )
            self._all('DELETE FROM case_event WHERE "case" = ?', [(case.id,)])
            self._tell_events(case.id, case.events)

    def cases(self, register: str) -> tuple[Case, ...]:
        """The cases of a register, the newest first; their events in the order of the log.

        Raises:
            LogError.
        """
        with self._reading():
            rows = self._db.execute(
                "SELECT id, register, title, state, person, opened, due, decision"
                ' FROM "case" WHERE register = ? ORDER BY opened DESC, id DESC',
                (register,),
            ).fetchall()
            events = {row[0]: self._events_of(row[0]) for row in rows}
        return tuple(
            Case(
                number,
                of,
                title,
                CaseState(state),
                person,
                datetime.fromisoformat(opened),
                due,
                decision,
                events[number],
            )
            for number, of, title, state, person, opened, due, decision in rows
        )

    def _events_of(self, number: int) -> tuple[CaseEvent, ...]:
        rows = self._db.execute('SELECT event, note FROM case_event WHERE "case" = ?', (number,))
        found = (CaseEvent(event, note or "") for event, note in rows)
        return tuple(sorted(found, key=lambda each: EventRef.parse(each.event)))

    def _tell_events(self, number: int, events: Iterable[CaseEvent]) -> None:
        rows = ((number, each.event, each.note) for each in events)
        self._all("INSERT INTO case_event VALUES (?, ?, ?)", rows)

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._db.conn.close()

    def _all(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        self._db.conn.executemany(sql, list(rows))

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        with self._lock, explained(FILE):
            self._db.conn.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.conn.execute("COMMIT")
            except BaseException:
                self._db.conn.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        with self._lock, explained(FILE):
            yield


def _row(case: Case) -> tuple[object, ...]:
    return (
        case.register, case.title, case.state, case.person, case.opened.isoformat(), case.due,
        case.decision,
    )  # fmt: skip


def remove_lost(folder: LogFolder) -> None:
    """Put a side database whose key is lost aside, so that a new one is made. Nobody has it open.

    Its cases come back should its key be found.

    Raises:
        LogUnavailable, SecretStoreMissing.
    """
    if folder.keys is None or not (folder.path / FILE).exists():
        return
    if kept_key(folder, FILE) is None:
        put_aside(folder, FILE)


def _key(folder: LogFolder, path: Path) -> bytes | None:
    if folder.keys is None:
        return None
    key = kept_key(folder, FILE)
    if key is None:
        if path.exists() and path.stat().st_size:
            raise LogKeyMissing(FILE)
        key = new_key(folder, FILE)
    return key

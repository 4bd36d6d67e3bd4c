"""The lists beside the log that make its search fast: how they are made of the events.

What they hold is told in ``accesslog.schema``. Each is defined here once, as SQL over a span of
events; so it is extended as the log grows, made anew, compared by a verification, and shortened by
a disposal. Their like for whole columns is ``accesslog.columns``.
"""

from __future__ import annotations

from kanta_desk.accesslog.columns import write_rest
from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.names import words_of
from kanta_desk.accesslog.periods import teach
from kanta_desk.accesslog.schema import DERIVED
from kanta_desk.model.events import Event

_MOST_KNOWN = 50_000

MADE = {
    "touched": """
        SELECT document_key(document_oid), seq FROM event
        WHERE seq BETWEEN ?1 AND ?2 AND document_oid IS NOT NULL
        UNION SELECT document_key(listed.value), seq
        FROM event, json_each(entry, '$[36][0]') listed
        WHERE seq BETWEEN ?1 AND ?2 AND listed.value IS NOT NULL""",
    "session": """
        SELECT session_id, min(seq), max(seq) FROM event
        WHERE seq BETWEEN ?1 AND ?2 AND session_id IS NOT NULL GROUP BY 1""",
    "person": """
        SELECT 'user', user_id, user_name FROM event
        WHERE seq BETWEEN ?1 AND ?2 AND user_name IS NOT NULL
        UNION SELECT 'client', client_id, client_name FROM event
        WHERE seq BETWEEN ?1 AND ?2 AND client_name IS NOT NULL""",
}
"""What each list holds of the events from ``?1`` to ``?2``; ``name_word`` needs Python's words.

The connection must know the functions of ``periods.teach``.
"""

OF_DOCUMENT = (
    "seq IN (SELECT seq FROM touched WHERE document = document_key(?)"
    " UNION ALL SELECT seq FROM event WHERE seq > (SELECT listed FROM head))"
    " AND (document_oid = ?"
    " OR EXISTS (SELECT 1 FROM json_each(entry, '$[36][0]') WHERE value = ?))"
)
"""The events that touched a document, which stands at each of the three places; as a condition."""

OF_SESSION = (
    "seq BETWEEN coalesce((SELECT seq_from FROM session WHERE id = ?),"
    " (SELECT listed + 1 FROM head))"
    " AND max(coalesce((SELECT seq_to FROM session WHERE id = ?), 0), coalesce((SELECT max(seq)"
    " FROM event WHERE seq > (SELECT listed FROM head) AND session_id = ?), 0))"
    " AND session_id = ?"
)
"""The events of a session, whose identifier stands at each of the four places."""

OF_CLIENTS = "client_id IN (SELECT value FROM json_each(?))"
"""The events of some clients, given as a JSON array."""

_LISTING = (
    f"INSERT OR IGNORE INTO touched {MADE['touched']}",
    f"INSERT INTO session SELECT * FROM ({MADE['session']}) WHERE true"  # noqa: S608
    " ON CONFLICT DO UPDATE SET seq_to = excluded.seq_to",
)


class Persons:
    """The persons of one transaction that the file does not know yet."""

    def __init__(self, known: set[tuple[str, str, str]]) -> None:
        """``known`` are persons that are listed already; those of this transaction are added."""
        self._known = known
        self._new: list[tuple[str, str, str]] = []

    def add(self, event: Event) -> None:
        """Take one more event."""
        actor, subject = event.actor, event.subject
        for person in (
            ("user", actor.user_id, actor.user_name),
            ("client", subject.client_id or subject.client_name, subject.client_name),
        ):
            if person[2] and person not in self._known:
                self._new.append(person)

    def write(self, connection: Connection) -> None:
        """Add them, inside the caller's transaction.

        Raises:
            driver.Error: as SQLite says it.
        """
        if self._new:
            many = connection.executemany
            many("INSERT OR IGNORE INTO person VALUES (?, ?, ?)", self._new)
            many("INSERT OR IGNORE INTO name_word VALUES (?, ?, ?)", _words(self._new))

    def written(self) -> None:
        """Remember them, now that the transaction is on the disk."""
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        self._known.update(self._new)


def extend(connection: Connection, first: int, last: int) -> None:
    """List the events from ``first`` to ``last``, inside the caller's transaction.

    The caller sets ``head.listed``; the connection must have been taught.

    Raises:
        driver.Error: as SQLite says it.
    """
    for statement in _LISTING:
        connection.execute(statement, (first, last))


def catch_up(connection: Connection) -> None:
    """List what is not yet listed of a file, inside the caller's transaction.

    Raises:
        driver.Error: as SQLite says it.
    """
    size, listed = connection.execute("SELECT size, listed FROM head").fetchone()
    if listed < size:
        teach(connection)
        extend(connection, listed + 1, size)
        connection.execute("UPDATE head SET listed = size")
    write_rest(connection, size)


def rebuild(connection: Connection) -> None:
    """Make all lists anew from the entries, inside the caller's transaction.

    The caller sets ``head.listed``.

    Raises:
        driver.Error: as SQLite says it.
    """
    teach(connection)
    (size,) = connection.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()
    for table in DERIVED:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 (a name of the schema)
    extend(connection, 1, size)
    write_rest(connection, size)
    connection.execute(f"INSERT INTO person {MADE['person']}", (1, size))
    persons = connection.execute("SELECT whose, id, name FROM person").fetchall()
    connection.executemany("INSERT OR IGNORE INTO name_word VALUES (?, ?, ?)", _words(persons))


def _words(persons: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return [(whose, word, known) for whose, known, name in persons for word in words_of(name)]

"""The access log in its first form: an unencrypted file a year, all registers, one running tree."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import orjson

from kanta_desk.accesslog.driver import connect
from kanta_desk.accesslog.entry import Station, encode, first_event, settling_event
from kanta_desk.accesslog.tree import Frontier, leaf_hash
from kanta_desk.model.events import EventRef, TreeName
from tests.helpers.events import CONTEXT, DONE, REGISTER, act

OTHER = replace(CONTEXT, register=replace(REGISTER, code=replace(REGISTER.code, value="2")))
_STATION = Station("TYO-1", "maija", "Kanta Desk 0.1.0")


def old_entries(count: int, year: int = 2025) -> list[bytes]:
    """Entries of two registers, half of them of ``year``, half of the next.

    Every second settles the one before it, the last is left open.
    """
    made: list[bytes] = []
    tree = TreeName("vanha", year + 1)
    intent = None
    for seq in range(1, count + 1):
        ref = EventRef(tree.register, tree.year, seq)
        now = datetime(year + (seq > count // 2), 3, 1, 12, 0, seq % 60, tzinfo=UTC)
        if intent is None or seq == count:
            asked = replace(act(document_oid=f"1.2.{seq}"), context=OTHER if seq % 3 else CONTEXT)
            event = intent = first_event(asked, None, _STATION, ref, now)
        else:
            event, intent = settling_event(intent, DONE, _STATION, ref, now), None
        # As that form wrote them: every null in its place, identifiers in full.
        made.append(orjson.dumps(full(orjson.loads(encode(event)), event.uuid)))
    return made


def write_old_log(folder: Path, entries: list[bytes], year: int = 2025) -> Frontier:
    """Two years' files of that form; the tree over all of it."""
    folder.mkdir(parents=True, exist_ok=True)
    tree, half = Frontier(), len(entries) // 2
    for of, of_year in ((year, entries[:half]), (year + 1, entries[half:])):
        with closing(connect(folder / f"kayttoloki-{of}.db", None)) as file:
            for statement in _TABLES.split(";"):
                file.execute(statement)
            file.execute("INSERT INTO start VALUES (1, ?, ?)", (tree.size, b"".join(tree.peaks)))
            for entry in of_year:
                leaf = leaf_hash(entry)
                tree = tree.plus(leaf)
                file.execute(
                    "INSERT INTO event VALUES (?, ?, ?)", (tree.size, entry.decode(), leaf)
                )
            file.execute("INSERT INTO head VALUES (1, ?, ?)", (tree.size, tree.root))
    return tree


def full(e: list[object], event_id: str) -> list[object]:
    """An entry's values as that form wrote them."""
    e[2] = [event_id, "AAAAAAAAAAAAAAAAAAAAAA=="]
    e += [None] * (37 - len(e))
    if e[36] is None:
        e[36] = [[], None]
    return e


_TABLES = """
PRAGMA application_id = 1262766151;
PRAGMA user_version = 1;
CREATE TABLE event(seq INTEGER PRIMARY KEY, entry TEXT NOT NULL, leaf_hash BLOB NOT NULL) STRICT;
CREATE TABLE start(id INTEGER PRIMARY KEY, size INTEGER NOT NULL, peaks BLOB NOT NULL) STRICT;
CREATE TABLE head(id INTEGER PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL) STRICT
"""

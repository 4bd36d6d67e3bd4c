"""What can be done to the files of a log by someone who has them, their keys and SQLite.

Each kind is done to a copy of ``sealed_log.build``; ``finds`` is what a verification must name:
what is wrong, in which year's file, and which events (0, 0: not of events).
"""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable
from dataclasses import replace

from kanta_desk.accesslog import columns
from kanta_desk.accesslog.driver import connect
from kanta_desk.accesslog.notes import Checkpoint, Note
from kanta_desk.accesslog.signing import CHAIN_FILE, SigningKey
from kanta_desk.accesslog.tree import leaf_hash
from kanta_desk.model.events import TreeName
from kanta_desk.model.logreport import FaultKind
from tests.helpers.approving import APPROVING
from tests.helpers.events import REGISTER, Clock, fill
from tests.helpers.harm import (
    LATER,
    Act,
    Tampering,
    forged,
    opened,
    regrown,
    rewritten,
    run,
    sealed,
    without_memory,
)
from tests.helpers.losing import LOSING
from tests.helpers.planting import PLANTED
from tests.helpers.sealed_log import Place, session


def _swap(place: Place) -> None:
    with opened(place) as connection:
        for old, new in ((20, -1), (30, 20), (-1, 30)):
            connection.execute("UPDATE event SET seq = ? WHERE seq = ?", (new, old))


def _swap_with_tree(place: Place) -> None:
    _swap(place)
    with opened(place) as connection:
        regrown(connection)


def _insert(place: Place) -> None:
    with opened(place) as connection:
        text, _ = forged(connection, 7)
        text = text.replace("[1,7,", "[1,601,")
        connection.execute(
            "INSERT INTO event(seq, entry, leaf_hash) VALUES (601, ?, ?)",
            (text, leaf_hash(text.encode())),
        )
        regrown(connection)


def _cut_tail(place: Place) -> None:
    with opened(place) as connection:
        connection.execute("DELETE FROM event WHERE seq > 500")
        connection.execute("DELETE FROM checkpoint WHERE size > 500")
        regrown(connection)


def _cut_tail_of_latest(place: Place) -> None:
    with opened(place, 2027) as connection:
        connection.execute("DELETE FROM event WHERE seq > 100")
        connection.execute("DELETE FROM checkpoint WHERE size > 100")
        regrown(connection)
    (place.base / "log-keys.json").write_text(without_memory(place))


def _truncate(place: Place) -> None:
    data = place.file(2026).read_bytes()
    place.file(2026).write_bytes(data[: len(data) // 2])


def _flip_page(place: Place) -> None:
    with place.file(2026).open("r+b") as file:
        file.seek(4096 * 9 + 100)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 1]))


def _roll_back(place: Place) -> None:
    """Everything on the workstation as it was a while ago."""
    before = place.base / "before"
    shutil.copytree(place.base / "log", before)
    keys = (place.base / "log-keys.json").read_text()
    with session(place, Clock(LATER)) as (log, _):
        fill(log, 20)
    shutil.rmtree(place.base / "log")
    before.rename(place.base / "log")
    (place.base / "log-keys.json").write_text(keys)


def _fork(place: Place) -> None:
    """Rolled back, and written on as if nothing had been."""
    _roll_back(place)
    outside = place.outside
    outside.rename(place.base / "real")
    with session(place, Clock(LATER)) as (log, _):
        fill(log, 20)
    shutil.rmtree(outside)
    (place.base / "real").rename(outside)


def hidden_in(index: str) -> Act:
    """An index without a row's entry: the table and all hashes hold."""

    def act(place: Place) -> None:
        with opened(place) as connection:
            (sql,) = connection.execute(
                "SELECT sql FROM sqlite_master WHERE name = ?", (index,)
            ).fetchone()
            narrower = f"{sql} AND seq != 77" if "WHERE" in sql else f"{sql} WHERE seq != 77"
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute(f"DROP INDEX {index}")
            connection.execute(narrower)
            connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (sql, index))
            connection.execute("PRAGMA writable_schema = RESET")

    return act


def _drop_trigger(place: Place) -> None:
    key = place.folder.key_of(TreeName(REGISTER.key, 2026))
    with contextlib.closing(connect(place.file(2026), key)) as connection:
        connection.execute("DROP TRIGGER event_no_update")


def _hide_client(place: Place) -> None:
    """A column that shows something else than what is hashed, its indexes and lists made to fit."""
    with opened(place) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql,"
            " 'coalesce(json_extract(entry, ''$[16]''), json_extract(entry, ''$[17]''))',"
            " 'iif(seq = 77, ''020282-901P'', json_extract(entry, ''$[16]''))')"
            " WHERE name = 'event'"
        )
        connection.execute("PRAGMA writable_schema = RESET")
    with opened(place) as connection:
        connection.execute("REINDEX")
        found = connection.execute("SELECT client_id FROM event WHERE seq = 77").fetchone()
        assert found == ("020282-901P",)


def _swap_years(place: Place) -> None:
    """One year's file under the other's name, each with its key."""
    one, other = place.file(2026), place.file(2027)
    spare = one.with_name("spare")
    one.rename(spare)
    other.rename(one)
    spare.rename(other)
    path = place.base / "log-keys.json"
    kept = path.read_text()
    names = [name for name in json.loads(kept) if name.endswith(("/2026", "/2027"))]
    keys = json.loads(kept)
    first, second = names
    keys[first], keys[second] = keys[second], keys[first]
    path.write_text(json.dumps(keys))


def _older_copy(place: Place) -> None:
    """The newest year's file as it was a while ago, with its own WAL; all else as it is."""
    before = place.base / "before"
    before.mkdir()
    with session(place, Clock(LATER)) as (log, _):
        fill(log, 2)
        for path in place.file(2027).parent.glob("kayttoloki-2027.db*"):
            shutil.copy(path, before)
        fill(log, 20)
    for path in place.file(2027).parent.glob("kayttoloki-2027.db*"):
        path.unlink()
    for path in before.iterdir():
        shutil.copy(path, next((place.base / "log").glob("*-1")))


def _swap_in_a_column(place: Place) -> None:
    with opened(place, 2026) as connection:
        codes = columns.slices_in(connection, "code").copy()
        codes[[1, 3]] = codes[[3, 1]]
        columns.put(connection, "code", 0, codes)


def _edit_checkpoint(place: Place) -> None:
    with opened(place) as connection:
        connection.execute("UPDATE checkpoint SET note = replace(note, 'why: asked', 'why: hour')")


def _reorder_checkpoints(place: Place) -> None:
    with opened(place) as connection:
        rows = connection.execute("SELECT id, size, note FROM checkpoint ORDER BY id").fetchall()
        for (number, _, _), (_, size, note) in zip(rows, reversed(rows), strict=True):
            connection.execute(
                "UPDATE checkpoint SET size = ?, note = ? WHERE id = ?", (size, note, number)
            )


def resigned(place: Place, seq: int, change: Callable[[Checkpoint], Checkpoint]) -> None:
    """The tree rewritten and its last checkpoint forged with the key of today (CVE-2023-31439)."""
    rewritten(seq, tree_too=True)(place)
    folder = place.folder
    assert folder.keys is not None
    clock = Clock()
    key = SigningKey.open(folder.keys, folder.path, folder.writer_id, clock(), bytes(32))
    with opened(place) as connection:
        number, text = connection.execute(
            "SELECT id, note FROM checkpoint ORDER BY id DESC LIMIT 1"
        ).fetchone()
        (root,) = connection.execute("SELECT root FROM head").fetchone()
        old = Checkpoint.parse(Note.parse(text).text)
        forged_point = change(replace(old, root=root))
        note = key.sign_text(forged_point.text)
        connection.execute("UPDATE checkpoint SET note = ? WHERE id = ?", (str(note), number))


def _replay_key(place: Place) -> None:
    resigned(place, 590, lambda point: point)


def _replay_epoch(place: Place) -> None:
    folder = place.folder
    assert folder.keys is not None
    key = SigningKey.open(folder.keys, folder.path, folder.writer_id, Clock()(), bytes(32))
    resigned(place, 590, lambda point: replace(point, epoch=key.link.epoch, key=key.link.key))


def _break_chain(place: Place) -> None:
    path = place.base / "log" / CHAIN_FILE
    lines = path.read_text().splitlines(keepends=True)
    # The second link goes; the third has nothing before it.
    ends = [at for at, line in enumerate(lines) if line.startswith("— ")]
    path.write_text("".join(lines[: ends[0] + 2] + lines[ends[1] + 2 :]))


def _clock_back(place: Place) -> None:
    """The program itself, on a day that is over."""
    with session(place, Clock()) as (log, _):
        fill(log, 4)


def _evidence(place: Place) -> None:
    """The signed heads in a sign-in's evidence, with the tree made to fit."""
    with opened(place) as connection:
        seq, text = connection.execute(
            "SELECT seq, entry FROM event WHERE kind = 'KIRJAUTUMINEN' AND phase = 'toteutui'"
        ).fetchone()
        text = text.replace("istunto-1", "istunto-9").replace("/1/2026 2 ", "/1/2026 1 ")
        connection.execute(
            "UPDATE event SET entry = ?, leaf_hash = ? WHERE seq = ?",
            (text, leaf_hash(text.encode()), seq),
        )
        regrown(connection)


def _prune(place: Place) -> None:
    """Rows made to look disposed of."""
    with opened(place) as connection:
        connection.execute('INSERT INTO pruned VALUES (257, 512, \'{"event": "2026/3"}\')')
        connection.execute("DELETE FROM event WHERE seq BETWEEN 257 AND 512")


def _delete_year(place: Place) -> None:
    place.file(2026).unlink()


def _delete_all(place: Place) -> None:
    """The whole log, and a new one begun in its place."""
    shutil.rmtree(place.base / "log")
    with session(place, Clock()) as (log, _):
        fill(log, 4)


def _edit_seal(place: Place) -> None:
    sealed(place)
    path = place.file(2026)
    path.chmod(0o600)
    with opened(place) as connection:
        connection.execute("PRAGMA user_version = 2")
        connection.execute("DELETE FROM name_word WHERE word = 'aino'")
        connection.execute("INSERT INTO name_word SELECT 'client', 'aino', id FROM person"
                           " WHERE name = 'Aino Esimerkki'")  # fmt: skip


def _forge_seal(place: Place) -> None:
    sealed(place)
    seal = next((place.base / "log").glob("*/*.sinetti.txt"))
    seal.write_text(seal.read_text().replace("\n600\n", "\n599\n"))


K = FaultKind
TAMPERINGS = (
    Tampering("an entry edited",
              run("UPDATE event SET entry = replace(entry, 'Maija', 'Kaija') WHERE seq = 17"),
              (K.ENTRY, 2026, 17, 17)),
    Tampering("a leaf hash edited",
              run("UPDATE event SET leaf_hash = zeroblob(32) WHERE seq = 300"),
              (K.ENTRY, 2026, 300, 300)),
    Tampering("an entry and its leaf edited", rewritten(300), (K.TREE, 2026, 257, 512)),
    Tampering("an entry of the tail and its leaf edited", rewritten(590), (K.TREE, 2026, 513, 600)),
    Tampering("an entry and all hashes edited", rewritten(300, tree_too=True),
              (K.CHECKPOINT, 2026, 300, 300)),
    Tampering("an entry of the latest year and all hashes edited",
              rewritten(200, 2027, tree_too=True), (K.CHECKPOINT, 2027, 200, 200)),
    Tampering("two events swapped", _swap, (K.NUMBER, 2026, 20, 20)),
    Tampering("two events swapped, all hashes made to fit", _swap_with_tree,
              (K.NUMBER, 2026, 20, 20)),
    Tampering("an event put in at the end", _insert, (K.YEAR, 2026, 601, 601)),
    Tampering("an event deleted in the middle", run("DELETE FROM event WHERE seq = 300"),
              (K.NUMBER, 2026, 300, 300)),
    Tampering("a range deleted", run("DELETE FROM event WHERE seq BETWEEN 100 AND 399"),
              (K.NUMBER, 2026, 100, 399)),
    Tampering("the first event deleted", run("DELETE FROM event WHERE seq = 1"),
              (K.NUMBER, 2026, 1, 1)),
    Tampering("the tail deleted", run("DELETE FROM event WHERE seq > 590"),
              (K.HEAD, 2026, 591, 600)),
    Tampering("the tail deleted, all hashes made to fit", _cut_tail,
              (K.ROLLED_BACK, 2026, 501, 600)),
    Tampering("the latest tail deleted, hashes and memory made to fit", _cut_tail_of_latest,
              (K.ROLLED_BACK, 2027, 101, 301)),
    Tampering("a number changed", run("UPDATE event SET seq = 5000 WHERE seq = 40"),
              (K.HEAD, 2026, 601, 5000)),
    Tampering("a node edited", run("UPDATE node SET hash = zeroblob(32) WHERE position = 1"),
              (K.TREE, 2026, 257, 512)),
    Tampering("the nodes deleted", run("DELETE FROM node"), (K.TREE, 2026, 1, 256)),
    Tampering("the head edited", run("UPDATE head SET root = zeroblob(32)"),
              (K.TREE, 2026, 513, 600)),
    Tampering("the file cut short", _truncate, (K.STORE, 2026, 0, 0)),
    Tampering("a bit of an encrypted page flipped", _flip_page, (K.STORE, 2026, 0, 0)),
    Tampering("the log rolled back", _roll_back, (K.ROLLED_BACK, 2027, 302, 321)),
    Tampering("the log rolled back and written on", _fork, (K.FORKED, 2027, 302, 321)),
    Tampering("a row hidden from an index", hidden_in("by_time"), (K.INDEX, 2026, 0, 0)),
    Tampering("a row hidden from a document's list", run("DELETE FROM touched WHERE seq = 33"),
              (K.INDEX, 2026, 33, 33)),
    Tampering("a column's meaning edited", run("UPDATE value SET value = 'LEIKEPÖYTÄ'"
                                               " WHERE (field, value) = ('kind', 'KATSELU')"),
              (K.INDEX, 2026, 4, 4)),
    Tampering("a piece of a column removed", run("DELETE FROM slice WHERE part = 'client'"),
              (K.INDEX, 2026, 0, 0)),
    Tampering("two events changed places in a column", _swap_in_a_column, (K.INDEX, 2026, 2, 2)),
    Tampering("a name hidden from the search",
              run("DELETE FROM name_word WHERE word = 'esimerkki'"),
              (K.INDEX, 2026, 0, 0)),
    Tampering("an open intent forgotten", run("DELETE FROM open_intent", 2027),
              (K.INDEX, 2026, 599, 599)),
    Tampering("a checkpoint edited", _edit_checkpoint, (K.KEY, 2026, 399, 399)),
    Tampering("a checkpoint removed", run("DELETE FROM checkpoint WHERE id = 2"),
              (K.ORDER, 2026, 600, 600)),
    Tampering("checkpoints in another order", _reorder_checkpoints, (K.ORDER, 2026, 600, 600)),
    Tampering("history rewritten, its checkpoint signed anew with a later key", _replay_key,
              (K.KEY, 2026, 600, 600)),
    Tampering("history rewritten, its checkpoint moved to a later key's epoch", _replay_epoch,
              (K.KEY, 2026, 600, 600)),
    Tampering("a link of the key chain removed", _break_chain, (K.KEY, 0, 0, 0)),
    Tampering("the last checkpoint removed",
              run("DELETE FROM checkpoint WHERE id = (SELECT max(id) FROM checkpoint)", 2027),
              (K.ORDER, 2027, 0, 0)),
    Tampering("all checkpoints removed", run("DELETE FROM checkpoint"), (K.ORDER, 2026, 0, 0)),
    Tampering("the key chain removed", lambda place: (place.base / "log" / CHAIN_FILE).unlink(),
              (K.KEY, 2026, 600, 600)),
    Tampering("a column that shows another client", _hide_client, (K.STORE, 2026, 0, 0)),
    Tampering("a trigger removed", _drop_trigger, (K.STORE, 2026, 0, 0)),
    Tampering("a row hidden from the clients' index", hidden_in("by_client"),
              (K.STORE, 2026, 0, 0)),
    Tampering("the lists said to be shorter", run("UPDATE head SET listed = 5"),
              (K.INDEX, 2026, 0, 0)),
    Tampering("a person put into the names",
              run("INSERT INTO person VALUES ('user', '99900099999', 'Väärä Nimi')"),
              (K.INDEX, 2026, 0, 0)),
    Tampering("two years' files swapped, with their keys", _swap_years, (K.ORDER, 2027, 399, 399)),
    Tampering("a file replaced by an older copy with its own WAL", _older_copy,
              (K.ROLLED_BACK, 2027, 304, 323)),
    Tampering("the clock set back", _clock_back, (K.CLOCK, 2027, 302, 302)),
    Tampering("a card's evidence edited, all hashes made to fit", _evidence, (K.CARD, 2026, 3, 3)),
    Tampering("rows made to look disposed of", _prune, (K.PRUNED, 2026, 257, 512)),
    Tampering("a year's file deleted", _delete_year, (K.MISSING, 2026, 1, 600)),
    Tampering("the whole log deleted and begun anew", _delete_all, (K.MISSING, 2027, 1, 301)),
    Tampering("a sealed file changed where no hash sees it", _edit_seal, (K.SEAL, 2026, 1, 600)),
    Tampering("a seal edited", _forge_seal, (K.SEAL, 2026, 0, 0)),
    *PLANTED,
    *LOSING,
    *APPROVING,
)  # fmt: skip
"""All kinds; ``finds`` names the year in whose file the fault must be (0: in no year's)."""

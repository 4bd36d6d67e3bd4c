"""Harm by what is put into a log's folder, or taken out of it: files, seals, keys, checkpoints.

Each kind is done to a copy of ``sealed_log.build``, as those of ``tampering``.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import secrets
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kanta_desk.accesslog.book import Book
from kanta_desk.accesslog.carry import carry_over
from kanta_desk.accesslog.closing import close_years
from kanta_desk.accesslog.driver import connect
from kanta_desk.accesslog.entry import Station
from kanta_desk.accesslog.nodes import Nodes
from kanta_desk.accesslog.notes import Checkpoint, Link, Note, Seal, key_id
from kanta_desk.accesslog.sealing import file_hash, seal_of
from kanta_desk.accesslog.signing import CHAIN_FILE, SigningKey, read_chain
from kanta_desk.accesslog.tree import leaf_hash
from kanta_desk.model.events import LogHead, TreeHead, TreeName
from kanta_desk.model.logreport import FaultKind
from tests.helpers.events import REGISTER, Clock, fill, log_folder
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
from tests.helpers.oldlog import OTHER, old_entries, write_old_log
from tests.helpers.sealed_log import Place, session

YEAR = TreeName(REGISTER.key, 2026)
STATION = Station("TYO-1", "maija", "Kanta Desk 0.1.0")


def one_after_the_other(*acts: Act) -> Act:
    """Several acts as one."""

    def all_of_them(place: Place) -> None:
        for each in acts:
            each(place)

    return all_of_them


def started_again(place: Place) -> None:
    """The program's next start, which signs all that is there."""
    with session(place, Clock(LATER)) as (log, _):
        fill(log, 4)


def forget(place: Place) -> None:
    """What the key holder remembers and what is kept outside, gone."""
    (place.base / "log-keys.json").write_text(without_memory(place))
    for path in place.outside.iterdir():
        path.unlink()


def _keys(place: Place) -> dict[str, str]:
    kept: dict[str, str] = json.loads((place.base / "log-keys.json").read_text())
    return kept


def _put_keys(place: Place, keys: dict[str, str]) -> None:
    (place.base / "log-keys.json").write_text(json.dumps(keys))


# What anybody can put there who has no key.


def plant_old_form(place: Place) -> None:
    """An unencrypted file of the old form, and the next start."""
    write_old_log(place.base / "log", old_entries(20, 2023), 2023)
    started_again(place)


def _carried_file(place: Place) -> None:
    """The same carried over by the program itself, elsewhere; with its key."""
    spare = Place(place.base / "spare")
    (spare.base / "log").mkdir(parents=True)
    shutil.copy(place.base / "log" / "tunnus.txt", spare.base / "log")
    write_old_log(spare.base / "log", old_entries(20, 2023), 2023)
    assert carry_over(spare.folder)
    (spare.base / "log" / "vanha").rename(place.base / "log" / "vanha")
    _put_keys(place, _keys(place) | _keys(spare))
    shutil.rmtree(spare.base)


def decrypt(place: Place, year: int = 2026) -> None:
    """A year's file without its encryption, the same in all else."""
    path = place.file(year)
    fresh = path.with_name("plain")
    path.chmod(0o600)
    key = place.folder.key_of(TreeName(REGISTER.key, year))
    with contextlib.closing(connect(path, key)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(fresh),))
        connection.execute("SELECT sqlcipher_export('plain')")
        for mark in ("application_id", "user_version"):
            (value,) = connection.execute(f"PRAGMA {mark}").fetchone()
            connection.execute(f"PRAGMA plain.{mark} = {value}")
        connection.execute("DETACH DATABASE plain")
    for beside in ("-wal", "-shm"):
        Path(f"{path}{beside}").unlink(missing_ok=True)
    fresh.replace(path)


def _plain_year_after(place: Place) -> None:
    """An unencrypted file of a year to come, made by the program with encryption off."""
    spare = log_folder(place.base / "spare" / "log")
    spare.keys = None
    clock = Clock(datetime(2028, 1, 2, tzinfo=UTC))
    Book.begun(spare, TreeName(REGISTER.key, 2028), STATION, "", clock(), {}).close()
    source = spare.file_of(TreeName(REGISTER.key, 2028))
    shutil.copy(source, place.file(2026).with_name(source.name))
    shutil.rmtree(place.base / "spare")


def _wal(place: Place) -> None:
    """A WAL beside a sealed file: what is read is not what its hash is of."""
    sealed(place)
    path = place.file(2026)
    was, key = path.read_bytes(), place.folder.key_of(YEAR)
    path.chmod(0o600)
    with contextlib.closing(connect(path, key)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("DELETE FROM person")
        wal = Path(f"{path}-wal").read_bytes()
    Path(f"{path}-shm").unlink(missing_ok=True)
    path.write_bytes(was)
    Path(f"{path}-wal").write_bytes(wal)


def _moved_away(place: Place) -> None:
    """A year's file kept elsewhere, a link in its place."""
    path = place.file(2026)
    path.rename(place.base / "away.db")
    path.symlink_to(place.base / "away.db")


def _register_moved_away(place: Place) -> None:
    path = place.file(2026).parent
    path.rename(place.base / "away")
    path.symlink_to(place.base / "away")


def _second_folder(place: Place) -> None:
    """A folder whose name means the same register, written otherwise."""
    path = place.file(2026).parent
    other = path.with_name(f"{path.name[:-1]}%31")
    other.mkdir()
    shutil.copy(place.file(2026), other / "kayttoloki-2024.db")


def _nameless(place: Place) -> None:
    (place.base / "log" / "tunnus.txt").unlink()


def _name_of_bytes(place: Place) -> None:
    (place.base / "log" / "tunnus.txt").write_bytes(b"\xff\xfe\x00")


def _trailing(place: Place) -> None:
    """Bytes after the end of a database."""
    with place.file(2026).open("ab") as file:
        file.write(b"hidden" * 2000)


def _free_page(place: Place) -> None:
    """A page that is free, written over."""
    with opened(place) as connection:
        connection.execute("CREATE TABLE gone(x)")
        connection.execute("INSERT INTO gone VALUES (zeroblob(400000))")
        connection.execute("DROP TABLE gone")
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    with place.file(2026).open("r+b") as file:
        file.seek(4096 * (pages - 5) + 50)
        file.write(os.urandom(500))


# What somebody can put there who knows the keys.


def _planted(year: int, *, register: str = REGISTER.key, blind: bool = True) -> Act:
    """A file of a year, or a register, that never was, with its key; backdated.

    Not ``blind``: its opening knows what there was.
    """

    def plant(place: Place) -> None:
        folder, clock = place.folder, Clock(datetime(year, 12, 1, 1, tzinfo=UTC))
        heads = LogHead()
        if not blind:
            with opened(place) as connection:
                heads = LogHead((TreeHead(YEAR, 1, Nodes(connection, "").root(1)),))
        tree = TreeName(register, year)
        Book.begun(folder, tree, STATION, heads.text, clock(), {}).close()

    return plant


def _far_row(place: Place) -> None:
    """One row far above, the head with it."""
    far = 1 << 40
    with opened(place) as connection:
        text, _ = forged(connection, 7)
        text = text.replace("[1,7,", f"[1,{far},")
        connection.execute(
            "INSERT INTO event(seq, entry, leaf_hash) VALUES (?, ?, ?)",
            (far, text, leaf_hash(text.encode())),
        )
        connection.execute("UPDATE head SET size = ?", (far,))


def _far_range(place: Place) -> None:
    """A disposed range far above, the head with it."""
    far = 1 << 40
    with opened(place) as connection:
        connection.execute('INSERT INTO pruned VALUES (601, ?, \'{"event": "2027/3"}\')', (far,))
        connection.execute("UPDATE head SET size = ?", (far,))


def _lower_nodes(place: Place) -> None:
    """False hashes below the stored levels where nothing was disposed of: nobody reads them."""
    with opened(place) as connection:
        connection.executemany("INSERT INTO node VALUES (?, ?, zeroblob(32))", [(6, 1), (3, 11)])


def _open_elsewhere(place: Place) -> None:
    """Intents said to be open in a year without a file: the log does not open any more."""
    for year in (2026, 2027):
        run(f"INSERT INTO open_intent VALUES ('{REGISTER.key}', 2020, 5)", year)(place)


def _drop(place: Place) -> None:
    """The table of the checkpoints dropped."""
    key = place.folder.key_of(YEAR)
    with contextlib.closing(connect(place.file(2026), key)) as connection:
        connection.execute("DROP TABLE checkpoint")


def evidence(change: Callable[[dict[str, Any]], None]) -> Act:
    """What a card signed at the first sign-in, changed; nothing made to fit."""

    def do(place: Place) -> None:
        with opened(place) as connection:
            text, seq = connection.execute(
                "SELECT entry, seq FROM event WHERE kind = 'KIRJAUTUMINEN' AND phase = 'toteutui'"
            ).fetchone()
            entry = json.loads(text)
            said = json.loads(entry[36][1])
            change(said)
            entry[36][1] = json.dumps(said)
            connection.execute(
                "UPDATE event SET entry = ? WHERE seq = ?",
                (json.dumps(entry, ensure_ascii=False, separators=(",", ":")), seq),
            )

    return do


def _bent(old: str, new: str) -> Callable[[dict[str, Any]], None]:
    """The certificate with other bytes in it."""

    def change(said: dict[str, Any]) -> None:
        der = base64.b64decode(said["certificate"])
        assert bytes.fromhex(old) in der
        der = der.replace(bytes.fromhex(old), bytes.fromhex(new), 1)
        said["certificate"] = base64.b64encode(der).decode()

    return change


# Years and their seals.


def closed(place: Place) -> None:
    """The first year sealed as the program does it, and told in the log."""
    clock = Clock(LATER)
    with session(place, clock) as (log, seals):
        close_years(log, seals, clock)
    assert seal_of(place.folder, YEAR).exists()


def _seal_removed(place: Place) -> None:
    closed(place)
    seal_of(place.folder, YEAR).unlink()


def _seal_removed_file_changed(place: Place) -> None:
    _seal_removed(place)
    with opened(place) as connection:
        connection.execute("VACUUM")


def _sealed_anew(place: Place) -> None:
    """The file of a sealed year changed, and its seal made anew with the key of today."""
    closed(place)
    path = seal_of(place.folder, YEAR)
    with opened(place) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("VACUUM")
        connection.execute("PRAGMA journal_mode = DELETE")
    _reseal(place, path, lambda said: replace(said, file_hash=file_hash(place.file(2026))))


def _seal_of_less(place: Place) -> None:
    """A seal of another size and root than the file's, well signed."""
    sealed(place)
    path = seal_of(place.folder, YEAR)
    _reseal(place, path, lambda said: replace(said, size=599, root=bytes(32)))


def _reseal(place: Place, path: Path, change: Callable[[Seal], Seal]) -> None:
    folder, now = place.folder, LATER + timedelta(minutes=1)
    assert folder.keys is not None
    key = SigningKey.open(folder.keys, folder.path, folder.writer_id, now, bytes(32))
    said = change(Seal.parse(Note.parse(path.read_text()).text))
    text = replace(said, time=now, epoch=key.link.epoch, key=key.link.key).text
    path.write_text(str(key.sign_text(text)))


# Keys and checkpoints.


def _last_link(place: Place) -> None:
    """The last link of the chain removed."""
    path = place.base / "log" / CHAIN_FILE
    path.write_text("".join(f"{note}\n" for note in read_chain(path)[:-1]))


def new_chain(place: Place) -> None:
    """A chain of the tamperer's own keys, with the same epochs and times; all is signed anew."""
    folder, path = place.folder, place.base / "log" / CHAIN_FILE
    signer = f"kanta-desk/{folder.writer_id}"
    keys: dict[int, Ed25519PrivateKey] = {}
    links: list[Link] = []
    notes = []
    for note in read_chain(path):
        old = Link.parse(note.text)
        key = keys[old.epoch] = Ed25519PrivateKey.generate()
        previous = Note(links[-1].text, "", b"", b"").digest if links else b""
        by = keys[links[-1].epoch] if links else key
        links.append(replace(old, key=key.public_key().public_bytes_raw(), previous=previous))
        notes.append(_signed(links[-1].text, signer, by))
    path.write_text("".join(f"{note}\n" for note in notes))
    public = {link.epoch: link.key for link in links}
    for year in (2026, 2027):
        with opened(place, year) as connection:
            before = b""
            nodes = Nodes(connection, "")
            rows = connection.execute("SELECT id, size, note FROM checkpoint ORDER BY id")
            for number, size, text in rows.fetchall():
                point = Checkpoint.parse(Note.parse(text).text)
                point = replace(
                    point, root=nodes.root(size), key=public[point.epoch], previous=before
                )
                note = _signed(point.text, signer, keys[point.epoch])
                before = note.digest
                connection.execute(
                    "UPDATE checkpoint SET note = ? WHERE id = ?", (str(note), number)
                )
    last = links[-1].epoch
    assert folder.keys is not None
    held = last.to_bytes(8) + keys[last].private_bytes_raw() + secrets.token_bytes(32)
    folder.keys.put(f"log-signing-{folder.writer_id}", held)


def _signed(text: str, signer: str, key: Ed25519PrivateKey) -> Note:
    number = key_id(signer, key.public_key().public_bytes_raw())
    return Note(text, signer, number, key.sign(text.encode()))


def _without_checkpoints(place: Place) -> None:
    """The latest year rewritten where no card sees it, and all that vouches for it taken away."""
    rewritten(200, 2027, tree_too=True)(place)
    run("DELETE FROM checkpoint", 2027)(place)
    forget(place)


def _unsigned_end(place: Place) -> None:
    run("DELETE FROM checkpoint WHERE id = (SELECT max(id) FROM checkpoint)")(place)
    forget(place)


def _cut_back(place: Place) -> None:
    """The last session taken away with its checkpoints; only the chain knows of it."""
    started_again(place)
    with opened(place, 2027) as connection:
        connection.execute("DELETE FROM event WHERE seq > 301")
        connection.execute("DELETE FROM checkpoint WHERE size > 301")
        connection.execute("DELETE FROM open_intent WHERE seq > 301")
        regrown(connection)
    forget(place)


def _chain_and_all(place: Place) -> None:
    """The chain and all it signed taken away, and a new one begun by the next start."""
    (place.base / "log" / CHAIN_FILE).unlink()
    for year in (2026, 2027):
        run("DELETE FROM checkpoint", year)(place)
    forget(place)
    started_again(place)


K = FaultKind
PLANTED = (
    Tampering("a file of the old form dropped in", plant_old_form, (K.STRANGER, 0, 0, 0)),
    Tampering("a carried tree put in, its key known", _carried_file, (K.YEAR, 2024, 1, 20)),
    Tampering("a year's encryption taken off", decrypt, (K.STORE, 2026, 0, 0)),
    Tampering("an unencrypted year put after the last", _plain_year_after, (K.STORE, 2028, 0, 0)),
    Tampering("a year put before the first", _planted(2025), (K.YEAR, 2025, 1, 1)),
    Tampering("a year put before the first, and signed by the next start",
              one_after_the_other(_planted(2025), started_again), (K.ORDER, 2025, 1, 1)),
    Tampering("a year put after the last", _planted(2031), (K.YEAR, 2027, 1, 301)),
    Tampering("a register that never was", _planted(2026, register=OTHER.register.key, blind=False),
              (K.ORDER, 2026, 1, 1)),
    Tampering("a register that never was, signed by the next start",
              one_after_the_other(_planted(2026, register=OTHER.register.key, blind=False),
                                  started_again), (K.ORDER, 2026, 1, 1)),
    Tampering("a year that was never begun put before the last",
              lambda place: place.folder.writer(TreeName(REGISTER.key, 2025)).close(),
              (K.STORE, 2025, 0, 0)),
    Tampering("a folder of a file's name",
              lambda place: place.file(2026).with_name("kayttoloki-2025.db").mkdir(),
              (K.STRANGER, 0, 0, 0)),
    Tampering("a link in place of a file", _moved_away, (K.STRANGER, 0, 0, 0)),
    Tampering("a link in place of a register's folder", _register_moved_away,
              (K.STRANGER, 0, 0, 0)),
    Tampering("a second folder for a register", _second_folder, (K.STRANGER, 0, 0, 0)),
    Tampering("the log's name removed", _nameless, (K.MISSING, 0, 0, 0)),
    Tampering("the log's name made unreadable", _name_of_bytes, (K.MISSING, 0, 0, 0)),
    Tampering("bytes after the end of a file", _trailing, (K.STORE, 2026, 0, 0)),
    Tampering("a free page written over", _free_page, (K.STORE, 2026, 0, 0)),
    Tampering("a row of a number far too large", _far_row, (K.HEAD, 2026, 769, 1 << 40)),
    Tampering("a disposed range far too large", _far_range, (K.HEAD, 2026, 769, 1 << 40)),
    Tampering("false nodes put below those stored", _lower_nodes, (K.TREE, 2026, 89, 96)),
    Tampering("an open intent in a year without a file", _open_elsewhere, (K.INDEX, 2020, 5, 5)),
    Tampering("a table dropped", _drop, (K.STORE, 2026, 0, 0)),
    Tampering("signed heads made unreadable", evidence(lambda said: said.update(heads="x\n")),
              (K.CARD, 2026, 3, 3)),
    Tampering("a certificate of no known version", evidence(_bent("a003020102", "a003020109")),
              (K.CARD, 2026, 3, 3)),
    Tampering("a certificate of no known curve", evidence(_bent("2b81040022", "2b8104007e")),
              (K.CARD, 2026, 3, 3)),
    Tampering("a told seal removed", _seal_removed, (K.SEAL, 2026, 0, 0)),
    Tampering("a told seal removed, the file changed", _seal_removed_file_changed,
              (K.SEAL, 2026, 1, 600)),
    Tampering("a sealed file changed and sealed anew", _sealed_anew, (K.SEAL, 2026, 0, 0)),
    Tampering("a seal of another size and root", _seal_of_less, (K.SEAL, 2026, 1, 600)),
    Tampering("a WAL beside a sealed file", _wal, (K.SEAL, 2026, 1, 600)),
    Tampering("the last link of the chain removed", _last_link, (K.KEY, 0, 0, 0)),
    Tampering("all keys replaced, everything signed anew",
              one_after_the_other(new_chain, forget), (K.KEY, 0, 0, 0)),
    Tampering("a year rewritten, its checkpoints and all memory gone", _without_checkpoints,
              (K.KEY, 0, 0, 0)),
    Tampering("the last session gone, with its checkpoints and all memory", _cut_back,
              (K.KEY, 0, 0, 0)),
    Tampering("the chain gone, with all checkpoints and memory, and begun anew", _chain_and_all,
              (K.KEY, 0, 0, 0)),
    Tampering("the end of a year not signed any more", _unsigned_end, (K.ORDER, 2026, 400, 600)),
)  # fmt: skip

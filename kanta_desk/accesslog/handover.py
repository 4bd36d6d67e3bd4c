"""A whole register's log for another controller: plain files that need no program of ours.

A folder with, for each year, the entries as they were hashed (one a line), their leaf hashes, the
signed checkpoints, and a text that says how to check them. The entries are personal data.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TextIO

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.files import explained, snapshot
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.tree import Frontier, leaf_hash
from kanta_desk.accesslog.yearfile import head_of
from kanta_desk.errors import LogDamaged, LogUnavailable
from kanta_desk.model.events import CARRIED, LogHead, TreeHead, TreeName

HEADS, ABOUT = "juuret.txt", "LUE.txt"

_ABOUT = """\
Käyttöloki: {register}

<vuosi>.jsonl      tapahtumat sellaisina kuin ne tiivistettiin: JSON-taulukko rivillä
<vuosi>.sha256     tapahtumien lehtitiivisteet samassa järjestyksessä: SHA-256(0x00 + rivi)
<vuosi>.txt        allekirjoitetut tarkistuspisteet
juuret.txt         vuosi, tapahtumien määrä ja tiivistepuun juuri (RFC 9162, base64)

Hävitetyistä tapahtumista on jäljellä vain rivin numero ja puun solmut. Vanha-alkuisissa
tiedostoissa on lehtitiiviste jokaisesta tapahtumasta mutta vain tämän rekisterin tapahtumat.

Användningslogg. <år>.jsonl: händelserna som de kondenserades, en JSON-lista per rad.
<år>.sha256: lövkondensaten i samma ordning, SHA-256(0x00 + raden). <år>.txt: undertecknade
kontrollpunkter. juuret.txt: år, antal händelser och kondensatträdets rot (RFC 9162, base64).

Access log. <year>.jsonl: the events as they were hashed, one JSON array a line. <year>.sha256:
their leaf hashes in the same order, SHA-256(0x00 + line). <year>.txt: signed checkpoints.
juuret.txt: year, number of events and root of the hash tree (RFC 9162, base64). Files that begin
with "vanha" hold the leaf hash of every event of the old common log, and this register's events.
"""


def hand_over(folder: LogFolder, register: str, target: Path) -> LogHead:
    """Write the whole log of a register to an empty folder ``target``; the heads of its trees.

    Every entry is checked against its hash, and each tree against its head, on the way.

    Raises:
        LogDamaged: if something does not hold; what was written is then not to be used.
        LogUnavailable: if ``target`` is not empty or cannot be written.
        LogError, SecretStoreMissing.
    """
    with explained(target.name):
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(target.iterdir()):
            raise LogUnavailable(target.name, "not empty")
    heads = []
    for tree in folder.trees():
        if tree.register in (register, CARRIED):
            with (
                contextlib.closing(folder.reader(tree)) as connection,
                explained(str(tree)),
                snapshot(connection),
            ):
                head = head_of(connection, tree)
                if head is not None:
                    _write(connection, head, register, target)
                    heads.append(head)
    told = LogHead(tuple(heads))
    with explained(target.name):
        (target / HEADS).write_text(told.text, encoding="utf-8")
        (target / ABOUT).write_text(_ABOUT.format(register=register), encoding="utf-8")
    return told


def _write(connection: Connection, head: TreeHead, register: str, target: Path) -> None:
    name = _name(head.tree)
    disposed = connection.execute("SELECT 1 FROM pruned LIMIT 1").fetchone()
    frontier = Frontier()
    controller, _, code = register.partition("/")
    with contextlib.ExitStack() as opened:
        entries, hashes = (
            opened.enter_context(_text(target / f"{name}.{kind}")) for kind in ("jsonl", "sha256")
        )
        for seq, entry, leaf, of_controller, of_code in connection.execute(
            "SELECT seq, entry, leaf_hash, controller_oid, register FROM event ORDER BY seq"
        ):
            if leaf_hash(entry.encode()) != leaf:
                raise LogDamaged(f"{head.tree}/{seq}", "the event does not match its hash")
            frontier = frontier.plus(leaf)
            hashes.write(f"{seq} {leaf.hex()}\n")
            if (of_controller, of_code) == (controller, code):
                entries.write(f"{entry}\n")
    if not disposed and (frontier.size, frontier.root) != (head.size, head.root):
        raise LogDamaged(str(head.tree), "the tree does not match its head")
    notes = connection.execute("SELECT note FROM checkpoint ORDER BY id")
    with _text(target / f"{name}.txt") as file:
        file.writelines(f"{note.rstrip()}\n\n" for (note,) in notes)


def _name(tree: TreeName) -> str:
    return f"{CARRIED}-{tree.year:04}" if tree.register == CARRIED else f"{tree.year:04}"


def _text(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="\n")

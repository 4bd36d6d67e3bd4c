"""A whole register's log for another controller: plain files that need no program of ours.

A folder with, for each year, the entries as they were hashed (one a line), their leaf hashes, the
signed checkpoints, the seal, and what a disposal left (its ranges and the tree's inner nodes); the
chain of the keys that signed; a text that says how to check them; and the programs that do it.
So whoever gets the folder can check all of it, and another Kanta Desk can take it in
(``takeover``). The entries are personal data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from kanta_desk.accesslog.backup import filling
from kanta_desk.accesslog.copying import write
from kanta_desk.accesslog.cut import one_moment
from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.growing import Growing
from kanta_desk.accesslog.prooffile import VERIFIER
from kanta_desk.accesslog.sealing import seal_of
from kanta_desk.accesslog.signing import CHAIN_FILE
from kanta_desk.accesslog.tree import leaf_hash
from kanta_desk.accesslog.yearfile import head_of
from kanta_desk.errors import LogDamaged
from kanta_desk.model.events import CARRIED, LogHead, TreeHead, TreeName
from kanta_desk.settings.files import sync_folder
from kanta_desk.settings.resources import resource

HEADS, ABOUT, MANIFEST = "juuret.txt", "LUE.txt", "luovutus.json"
FORM = "kanta-desk handover 1"
CHECKER = "kanta_register.py"
"""The program that checks all of it; it needs the one for single proofs beside it."""
ENTRIES, HASHES, NOTES = ".jsonl", ".sha256", ".txt"
NODES, DISPOSED, SEALED = ".solmut.txt", ".havitetty.jsonl", ".sinetti.txt"
"""How the names of a year's files end."""

_ABOUT = """\
Käyttöloki: {register}

Tarkastus: python3 kanta_register.py .  (Python 3.9 tai uudempi ja kanta_proof.py, ei muuta)

<vuosi>.jsonl            tapahtumat sellaisina kuin ne tiivistettiin: JSON-taulukko rivillä
<vuosi>.sha256           tapahtumien numerot ja lehtitiivisteet: SHA-256(0x00 + rivi)
<vuosi>.txt              allekirjoitetut tarkistuspisteet
<vuosi>.havitetty.jsonl  hävitetyt numerovälit ja mihin tapahtumaan hävitys perustui
<vuosi>.solmut.txt       hävitettyjen välien tiivistepuun solmut: taso, sijainti, tiiviste
<vuosi>.sinetti.txt      päättyneen vuoden sinetti: allekirjoitettu koko ja juuri
avainketju.txt           avaimet, joilla tarkistuspisteet on allekirjoitettu
juuret.txt               vuosi, tapahtumien määrä ja tiivistepuun juuri (RFC 9162, base64)

Hävitetyistä tapahtumista on jäljellä vain rivin numero ja puun solmut. Vanha-alkuisissa
tiedostoissa on lehtitiiviste jokaisesta tapahtumasta mutta vain tämän rekisterin tapahtumat.

Användningslogg. Kontroll: python3 kanta_register.py . --language sv (Python 3.9 eller nyare och
kanta_proof.py, inget annat). <år>.jsonl: händelserna som de kondenserades, en JSON-lista per rad.
<år>.sha256: nummer och lövkondensat, SHA-256(0x00 + raden). <år>.txt: undertecknade
kontrollpunkter. <år>.havitetty.jsonl: gallrade nummer och grunden för gallringen. <år>.solmut.txt:
kondensatträdets noder i dem. <år>.sinetti.txt: årets sigill. avainketju.txt: nycklarna som
undertecknat. juuret.txt: år, antal händelser och kondensatträdets rot (RFC 9162, base64).

Access log. To check it: python3 kanta_register.py . --language en (Python 3.9 or newer and
kanta_proof.py, nothing else). <year>.jsonl: the events as they were hashed, one JSON array a line.
<year>.sha256: their numbers and leaf hashes, SHA-256(0x00 + line). <year>.txt: signed checkpoints.
<year>.havitetty.jsonl: the numbers disposed of, and by which event. <year>.solmut.txt: the hash
tree's nodes in them. <year>.sinetti.txt: the year's seal. avainketju.txt: the keys that signed.
juuret.txt: year, number of events and root of the hash tree (RFC 9162, base64). Files that begin
with "vanha" hold the leaf hash of every event of the old common log, and this register's events.
"""


def hand_over(folder: LogFolder, register: str, target: Path) -> LogHead:
    """Write the whole log of a register to an empty folder ``target``; the heads of its trees.

    Every entry is checked against its hash, and each tree against its head, on the way.

    Raises:
        LogDamaged: if something does not hold; nothing is left in ``target`` then.
        LogUnavailable: if ``target`` is not empty or cannot be written; as above.
        LogError, SecretStoreMissing.
    """
    with filling(target), one_moment(folder) as cut:
        heads = []
        for tree, connection in cut.files.items():
            if tree.register in (register, CARRIED):
                with explained(str(tree)):
                    head = head_of(connection, tree)
                    if head is not None:
                        _write_tree(connection, head, register, target)
                        if (seal := seal_of(folder, tree)).exists():
                            write(target / f"{stem(tree)}{SEALED}", seal.read_bytes())
                        heads.append(head)
        told = LogHead(tuple(heads))
        write(target / CHAIN_FILE, cut.chain)
        for program in (CHECKER, VERIFIER):
            write(target / program, resource("verifier", program).read_bytes())
        write(target / ABOUT, _ABOUT.format(register=register).encode())
        said = {"form": FORM, "register": register, "writer": folder.writer_id}
        write(target / MANIFEST, json.dumps(said, indent=1).encode() + b"\n")
        write(target / HEADS, told.text.encode())
        with explained(target.name):
            sync_folder(target)
    return told


def stem(tree: TreeName) -> str:
    """How the names of a tree's files begin."""
    return f"{CARRIED}-{tree.year:04}" if tree.register == CARRIED else f"{tree.year:04}"


def growing_of(connection: Connection) -> Growing:
    """A tree to grow from a file's rows, with the nodes that stand for what was disposed of.

    Raises:
        driver.Error: as SQLite says it.
    """
    return Growing(dict(_nodes(connection)))


def _write_tree(connection: Connection, head: TreeHead, register: str, target: Path) -> None:
    base = target / stem(head.tree)
    pruned = connection.execute("SELECT seq_from, seq_to, note FROM pruned").fetchall()
    nodes = dict(_nodes(connection))
    _write_lines(
        Path(f"{base}{NODES}"),
        (f"{level} {position} {kept.hex()}" for (level, position), kept in nodes.items()),
    )
    said = ({"from": first, "to": last, "note": note} for first, last, note in pruned)
    _write_lines(Path(f"{base}{DISPOSED}"), map(json.dumps, said))
    growing = Growing(nodes)
    controller, _, code = register.partition("/")
    with ExitStack() as opened:
        entries, hashes = (
            opened.enter_context(Path(f"{base}{kind}").open("w", encoding="utf-8", newline="\n"))
            for kind in (ENTRIES, HASHES)
        )
        for seq, entry, leaf, of_controller, of_code in connection.execute(
            "SELECT seq, entry, leaf_hash, controller_oid, register FROM event ORDER BY seq"
        ):
            if leaf_hash(entry.encode()) != leaf:
                raise LogDamaged(f"{head.tree}/{seq}", "the event does not match its hash")
            growing.skip_to(seq - 1, str(head.tree))
            growing.add(0, leaf)
            hashes.write(f"{seq} {leaf.hex()}\n")
            if (of_controller, of_code) == (controller, code):
                entries.write(f"{entry}\n")
    growing.skip_to(head.size, str(head.tree))
    if (growing.size, growing.root) != (head.size, head.root):
        raise LogDamaged(str(head.tree), "the tree does not match its head")
    notes = connection.execute("SELECT note FROM checkpoint ORDER BY id")
    _write_lines(Path(f"{base}{NOTES}"), (f"{note.rstrip()}\n" for (note,) in notes))


def _nodes(connection: Connection) -> Iterator[tuple[tuple[int, int], bytes]]:
    """The nodes that stand for what was disposed of; all others follow from the leaves."""
    rows = connection.execute(
        "SELECT level, position, hash FROM node WHERE EXISTS (SELECT 1 FROM pruned"
        " WHERE seq_from <= (position << level) + 1 AND seq_to >= (position + 1) << level)"
        " ORDER BY level, position"
    )
    for level, position, kept in rows:
        yield (level, position), bytes(kept)


def _write_lines(path: Path, lines: Iterator[str]) -> None:
    """A small file of lines; none where there is nothing to say."""
    text = "".join(f"{line}\n" for line in lines)
    if text:
        write(path, text.encode())

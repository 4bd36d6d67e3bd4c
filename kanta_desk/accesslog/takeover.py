"""Taking in the log of a register that another controller handed over (``handover``).

First the same program that anybody else would check the folder with checks all of it; what does not
hold is refused. Then each year becomes a file of a log of its own (``imported``): entries byte for
byte, so that they are searched like this log's and old proofs of them hold. The files' heads must
be those that were checked, or nothing is kept.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import runpy
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kanta_desk.accesslog import handover as form
from kanta_desk.accesslog.bulk import load
from kanta_desk.accesslog.copying import write
from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.entry import decode
from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import ID_FILE, LogFolder
from kanta_desk.accesslog.imported import ImportedFolder, imported_folder
from kanta_desk.accesslog.notes import split
from kanta_desk.accesslog.prooffile import VERIFIER
from kanta_desk.accesslog.signing import CHAIN_FILE
from kanta_desk.accesslog.tree import HASH_SIZE, leaf_hash
from kanta_desk.accesslog.yearfile import head_of
from kanta_desk.errors import HandoverRefused, LogDamaged
from kanta_desk.model.events import CARRIED, LogHead, TreeHead, TreeName
from kanta_desk.model.text import Language
from kanta_desk.settings.files import sync_folder
from kanta_desk.settings.resources import resource

_MOST_BYTES = 1 << 30
_MOST_LINE = 32 * 1024 * 1024
_MOST_TREES = 1000
_REGISTER = re.compile(r"\d+(?:\.\d+)+/[^/\x00-\x1f]{1,64}", re.ASCII)
_WRITER = re.compile(r"[0-9a-f]{16}", re.ASCII)
_ELSEWHERE = '{"elsewhere": "handover"}'
"""The note of events of the old common log that are another register's."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A log that was taken in: its number here, the register and the workstation it is of, and the
    heads of its trees."""

    number: str
    register: str
    writer: str
    heads: LogHead

    @property
    def evidence(self) -> str:
        """As the event of the act holds it."""
        return json.dumps(
            {
                "imported": self.number,
                "register": self.register,
                "writer": self.writer,
                "heads": self.heads.text,
            }
        )

    @classmethod
    def parse(cls, evidence: str) -> Imported:
        """Read ``evidence`` back.

        Raises:
            ValueError: if it is not that of an import.
        """
        try:
            said = json.loads(evidence)
            heads = LogHead.parse(said["heads"])
            return cls(said["imported"], said["register"], said["writer"], heads)
        except (LookupError, TypeError, RecursionError):
            raise ValueError("not of an import") from None


def look_at(source: Path, folder: LogFolder) -> Imported:
    """What a folder that was handed over says it is; nothing is checked yet.

    Raises:
        HandoverRefused: if it is none, or it is of the log that it would be taken into.
    """
    with _refusing(source):
        manifest = json.loads(_read(source / form.MANIFEST))
        text = _read(source / form.HEADS)
        heads = LogHead.parse(text.decode())
        register, writer = str(manifest["register"]), str(manifest["writer"])
        sound = manifest["form"] == form.FORM and heads.text.encode() == text
        names = {head.tree.register for head in heads.trees}
        if not (sound and _REGISTER.fullmatch(register) and _WRITER.fullmatch(writer)):
            raise HandoverRefused(source.name, "not a register's log")
        if not (0 < len(heads.trees) <= _MOST_TREES and names <= {register, CARRIED}):
            raise HandoverRefused(source.name, "not a register's log")
        if writer == folder.writer_id:
            raise HandoverRefused(source.name, "the log's own")
    number = sha256(writer.encode() + b"\n" + text).hexdigest()[: 2 * 8]
    return Imported(number, register, writer, heads)


def take_in(source: Path, folder: LogFolder, language: Language) -> Imported:
    """Take in a register's log from the folder it was handed over in.

    What a crash left of an earlier taking in of the same is done anew. ``language``: of the reason
    in a refusal.

    Raises:
        HandoverRefused: if it is none, does not hold, or is of the log itself; nothing is kept.
        LogUnavailable: if there is no room.
        LogError, SecretStoreMissing.
    """
    said = look_at(source, folder)
    _demand_proved(source, language)
    place = imported_folder(folder, said.number)
    with explained(place.path.parent.name):
        shutil.rmtree(place.path, ignore_errors=True)
        place.path.mkdir(mode=0o700, parents=True)
    try:
        with _refusing(source):
            write(place.path / ID_FILE, f"{said.writer}\n".encode())
            write(place.path / CHAIN_FILE, _read(source / CHAIN_FILE))
            for head in said.heads.trees:
                _take_tree(source, place, head, said.register)
        with explained(place.path.name):
            sync_folder(place.path)
            sync_folder(place.path.parent)
    except BaseException:
        shutil.rmtree(place.path, ignore_errors=True)
        if place.keys is not None:
            for head in said.heads.trees:
                place.keys.destroy(place.key_name(head.tree))
        raise
    return said


def compare_with(said: Imported, folder: LogFolder) -> None:
    """Compare a log that was taken in with the heads that its event holds.

    Raises:
        LogDamaged: naming the tree that is another, or missing.
        LogError, SecretStoreMissing.
    """
    place = imported_folder(folder, said.number)
    for head in said.heads.trees:
        with explained(str(head.tree)):
            if not place.file_of(head.tree).exists():
                raise LogDamaged(str(head.tree), "missing")
        with contextlib.closing(place.reader(head.tree)) as connection, explained(str(head.tree)):
            _compare_tree(connection, head)


def _compare_tree(connection: Connection, head: TreeHead) -> None:
    place = str(head.tree)
    growing = form.growing_of(connection)
    rows = connection.execute("SELECT seq, CAST(entry AS BLOB), leaf_hash FROM event ORDER BY seq")
    for seq, text, leaf in rows:
        if leaf_hash(text) != leaf:
            raise LogDamaged(f"{place}/{seq}", "the event does not match its hash")
        growing.skip_to(seq - 1, place)
        growing.add(0, leaf)
    growing.skip_to(head.size, place)
    if (growing.size, growing.root) != (head.size, head.root) or head_of(
        connection, head.tree
    ) != head:
        raise LogDamaged(place, "the tree does not match its head")


def _demand_proved(source: Path, language: Language) -> None:
    """The program that goes with every handover checks this one."""
    resource("verifier", VERIFIER)  # what it stands on: where that is missing, say so
    program = runpy.run_path(str(resource("verifier", form.CHECKER)))
    report = program["proof"].Report(language.value)
    wanted = argparse.Namespace(anchors=None, root=None)
    try:
        program["check_register"](str(source), wanted, report)
    except program["proof"].Bad as found:
        raise HandoverRefused(source.name, report.text(*found.args)) from None
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as fault:
        raise HandoverRefused(source.name, f"{type(fault).__name__}: {fault}"[:200]) from None


def _take_tree(source: Path, place: ImportedFolder, head: TreeHead, register: str) -> None:
    base = source / form.stem(head.tree)
    gone = dict(_nodes(Path(f"{base}{form.NODES}")))
    pruned = [
        (int(said["from"]), int(said["to"]), str(said["note"]))
        for said in map(json.loads, _lines(Path(f"{base}{form.DISPOSED}")))
    ]
    if head.tree.register == CARRIED:
        others = dict(_others(base))
        gone |= {(0, seq - 1): leaf for seq, leaf in others.items()}
        pruned += [(first, last, _ELSEWHERE) for first, last in _ranges(others)]
    entries = (
        _readable(text, head.tree, register) for text in _lines(Path(f"{base}{form.ENTRIES}"))
    )
    with contextlib.closing(place.writer(head.tree)) as connection, explained(str(head.tree)):
        if load(connection, head.tree, entries, gone, head.size) != head:
            raise LogDamaged(str(head.tree), "the tree does not match its head")
        connection.executemany("INSERT INTO pruned VALUES (?, ?, ?)", pruned)
        notes = split(_read(Path(f"{base}{form.NOTES}")).decode())
        connection.executemany(
            "INSERT INTO checkpoint(size, note) VALUES (?, ?)",
            ((int(note.split("\n")[1]), note) for note in notes),
        )
        # Without a journal of its own beside it the file is whole in itself.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    with explained(str(head.tree)):
        place.file_of(head.tree).chmod(0o400)


def _readable(text: bytes, tree: TreeName, register: str) -> bytes:
    event = decode(text, b"", tree)
    if event.register_key != register:
        raise LogDamaged(str(event.ref), "another register's event")
    return text


def _others(base: Path) -> Iterator[tuple[int, bytes]]:
    """Numbers and leaf hashes of the events of the old common log that are not handed over."""
    own = {json.loads(text)[1] for text in _lines(Path(f"{base}{form.ENTRIES}"))}
    for line in _lines(Path(f"{base}{form.HASHES}")):
        seq, leaf = line.decode().split()
        if int(seq) not in own:
            yield int(seq), _hash(leaf)


def _ranges(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers in order as ranges without gaps."""
    first = last = 0
    for number in numbers:
        if number != last + 1 or not first:
            if first:
                yield first, last
            first = number
        last = number
    if first:
        yield first, last


def _nodes(path: Path) -> Iterator[tuple[tuple[int, int], bytes]]:
    for line in _lines(path):
        level, position, kept = line.decode().split()
        yield (int(level), int(position)), _hash(kept)


def _hash(text: str) -> bytes:
    found = bytes.fromhex(text)
    if len(found) != HASH_SIZE:
        raise ValueError("another length")
    return found


def _lines(path: Path) -> Iterator[bytes]:
    """The lines of a file; none if there is no file."""
    try:
        with path.open("rb") as file:
            while line := file.readline(_MOST_LINE):
                if not line.endswith(b"\n"):
                    raise ValueError("a line without its end")
                yield line[:-1]
    except FileNotFoundError:
        return


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            found = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        if path.name.endswith(form.NOTES) and path.stem.rpartition("-")[2].isdigit():
            return b""  # a year that nobody signed
        raise
    if len(found) > _MOST_BYTES:
        raise ValueError("too large")
    return found


@contextlib.contextmanager
def _refusing(source: Path) -> Iterator[None]:
    """Make a refusal of what cannot be read of a handover."""
    try:
        yield
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as fault:
        raise HandoverRefused(source.name, f"{type(fault).__name__}: {fault}"[:200]) from None

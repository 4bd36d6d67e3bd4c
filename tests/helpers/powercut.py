"""Power cuts, played back: what a disk may hold if the power goes at any moment of a recorded run.

``record`` runs a program with ``powercut.c`` preloaded, which notes every write, size, name and
sync under a folder. ``Disk`` replays the notes up to a moment. What was synced is there. Of what
was not, each write survives, is lost, or is torn at sectors, on its own and in any order; of the
changes to a folder's names that were not synced, the first few survive, as a journalling file
system keeps their order. This is harsher than most real disks, and it assumes what SQLite does:
that a sync that came back was obeyed, and that writing a sector does not harm the bytes beside it.

What the program promised is told by ``promised``: the lines it wrote to ``acks`` in the folder.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from random import Random

SOURCE = Path(__file__).with_suffix(".c")
ACKS = "acks"
SECTOR = 512
_HEAD = struct.Struct("<cQQII")


@dataclass(frozen=True, slots=True)
class Note:
    """One thing asked of the disk; ``path`` is relative to the folder.

    ``kind``: C(reated), M(ade a folder), U(nlinked), R(enamed; ``data`` is the new path), W(rote
    ``data`` at ``offset``), T(runcated to ``offset``), S(ynced).
    """

    kind: str
    inode: int
    offset: int
    path: str
    data: bytes


def record(command: Sequence[str], folder: Path, workshop: Path, **env: str) -> list[Note]:
    """Run ``command`` and note what it asks of the disk under ``folder``, which begins empty.

    ``workshop`` keeps the built library and the raw record. The command must end with status 0.
    """
    library, raw = workshop / "powercut.so", workshop / "record"
    if not library.exists():
        build = ["gcc", "-O2", "-shared", "-fPIC", "-o", str(library), str(SOURCE)]
        subprocess.run([*build, "-ldl", "-lpthread"], check=True)
    raw.unlink(missing_ok=True)
    own = {
        "LD_PRELOAD": str(library),
        "POWERCUT_ROOT": str(folder.resolve()),
        "POWERCUT_RECORD": str(raw),
    }
    subprocess.run(command, check=True, env={**os.environ, **own, **env})
    return list(_notes(raw.read_bytes(), folder.resolve()))


def _notes(raw: bytes, folder: Path) -> Iterator[Note]:
    at, root = 0, f"{folder}/"
    while at < len(raw):
        kind, inode, offset, named, size = _HEAD.unpack_from(raw, at)
        at += _HEAD.size
        path, data = raw[at : at + named].decode(), raw[at + named : at + named + size]
        at += named + size
        if kind == b"R":
            data = data.removeprefix(root.encode())
        path = path.removesuffix(" (deleted)").removeprefix(root)
        yield Note(kind.decode(), inode, offset, "." if path == root[:-1] else path, data)


@dataclass(slots=True)
class _File:
    """A file's bytes as they are surely on the disk, and what was asked since the last sync."""

    held: bytearray = field(default_factory=bytearray)
    asked: list[Note] = field(default_factory=list)


class Disk:
    """The disk under one folder, as notes change it."""

    def __init__(self) -> None:
        self._files: dict[int, _File] = {}
        self._folders: set[int] = set()
        self._names: dict[str, int] = {}  # surely on the disk; folders have inodes as well
        self._now: dict[str, int] = {}  # as the program sees it
        self._renaming: list[Note] = []  # changes of names, unsynced
        self._acks = b""

    @property
    def promised(self) -> list[str]:
        """The lines acknowledged so far; one that is not whole does not count."""
        return self._acks.decode().split("\n")[:-1]

    def play(self, note: Note) -> None:
        """Let the program do what it noted."""
        if note.path == ACKS:
            self._acks += note.data if note.kind == "W" else b""
        elif note.kind in "CMUR":
            if note.kind in "CM":  # an inode's number may come again
                self._files[note.inode] = _File()
                self._folders.discard(note.inode)
            if note.kind == "M":
                self._folders.add(note.inode)
            self._renaming.append(note)
        elif note.kind in "WT":
            self._files.setdefault(note.inode, _File()).asked.append(note)
        elif note.path == "." or note.inode in self._folders:
            self._sync_names(note.path)
        elif note.inode in self._files:
            file = self._files[note.inode]
            for asked in file.asked:
                _do(file.held, asked)
            file.asked.clear()

    def cut(self, random: Random) -> Mapping[str, bytes | None]:
        """What is found when the power is back: each path with its bytes, None for a folder."""
        names = dict(self._names)
        for note in self._renaming[: random.randint(0, len(self._renaming))]:
            _rename(names, note)
        found: dict[str, bytes | None] = {}
        for path, inode in names.items():
            if inode in self._folders:
                found[path] = None
                continue
            file = self._files[inode]
            held = bytearray(file.held)
            for note in file.asked:
                _perhaps(held, note, random)
            found[path] = bytes(held)
        return found

    def _sync_names(self, folder: str) -> None:
        """What was asked of names before this, in this folder or elsewhere, is on the disk.

        One journal serves the whole file system, so a synced folder carries along what was before.
        """
        last = max(
            (
                number
                for number, note in enumerate(self._renaming, 1)
                if folder in _folders_of(note)
            ),
            default=0,
        )
        for note in self._renaming[:last]:
            _rename(self._names, note)
        del self._renaming[:last]


def _folders_of(note: Note) -> tuple[str, ...]:
    paths = (note.path, note.data.decode()) if note.kind == "R" else (note.path,)
    return tuple(str(PurePosixPath(path).parent) for path in paths)


def _rename(names: dict[str, int], note: Note) -> None:
    if note.kind in "CM":
        names[note.path] = note.inode
    elif note.kind == "U":
        names.pop(note.path, None)
    else:
        new = note.data.decode()
        for path in [p for p in names if p == note.path or p.startswith(f"{note.path}/")]:
            names[new + path.removeprefix(note.path)] = names.pop(path)


def _do(held: bytearray, note: Note) -> None:
    if note.kind == "T":
        del held[note.offset :]
        held.extend(bytes(note.offset - len(held)))
    else:
        held.extend(bytes(max(0, note.offset - len(held))))
        held[note.offset : note.offset + len(note.data)] = note.data


def _perhaps(held: bytearray, note: Note, random: Random) -> None:
    """An unsynced change: whole, lost, or some of its sectors."""
    chance = random.random()
    if chance < 0.4:
        _do(held, note)
    elif chance < 0.6 and note.kind == "W":
        end = note.offset + len(note.data)
        at = note.offset
        while at < end:
            stop = min(end, (at // SECTOR + 1) * SECTOR)
            if random.random() < 0.5:
                piece = note.data[at - note.offset : stop - note.offset]
                _do(held, Note("W", note.inode, at, note.path, piece))
            at = stop


def lay_out(found: Mapping[str, bytes | None], folder: Path) -> None:
    """Write what a cut left into an empty ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, data in found.items():
        place = folder / path
        if data is None:
            place.mkdir(parents=True, exist_ok=True)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)


def python(*arguments: str) -> list[str]:
    """This Python as a command to record."""
    return [sys.executable, *arguments]

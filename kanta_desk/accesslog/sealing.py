"""Years that are over: closed, made read-only, and sealed by a signed text beside the file.

A seal names the file's SHA-256, so that a backup of it can be checked for ever without opening it,
and any change is noticed even where the change keeps every hash inside in order. The log tells of
each seal (``sealtold``), so that one that is taken away is missed.
"""

from __future__ import annotations

import contextlib
import hashlib
from datetime import datetime
from pathlib import Path

from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.notes import Note, Seal
from kanta_desk.accesslog.sealtold import ToldSeal
from kanta_desk.accesslog.signing import Chain, SigningKey, is_signed
from kanta_desk.accesslog.verifytree import Tell, Tree
from kanta_desk.accesslog.verifytrust import lasted
from kanta_desk.accesslog.yearfile import head_of
from kanta_desk.errors import LogDamaged
from kanta_desk.model.events import CARRIED, TreeName
from kanta_desk.model.logreport import FaultKind, LogFault
from kanta_desk.settings.files import write_whole

SEAL = ".sinetti.txt"
"""How the name of a seal ends; it begins as the file's."""

_CHUNK = 1 << 20


def seal_of(folder: LogFolder, tree: TreeName) -> Path:
    """Where the seal of a tree's file is, if it has one."""
    path = folder.file_of(tree)
    return path.with_name(path.stem + SEAL)


def over(folder: LogFolder) -> list[TreeName]:
    """The files of years that are over: not the newest of their register."""
    trees = folder.trees()
    newest = {tree.register: tree for tree in trees}
    return [tree for tree in trees if tree != newest[tree.register] and tree.register != CARRIED]


def unsealed(folder: LogFolder) -> list[TreeName]:
    """The files that can be sealed: of years that are over, and without a seal."""
    return [tree for tree in over(folder) if not seal_of(folder, tree).exists()]


def seal(folder: LogFolder, tree: TreeName, key: SigningKey, now: datetime) -> Note:
    """Close a file for good, make it read-only and write its seal. Inside ``exclusively``.

    Raises:
        LogDamaged: if the file was never begun.
        LogError, FolderNotWritable: if it cannot be done; the file is as before.
    """
    path = folder.file_of(tree)
    break_seal(folder, tree)
    with explained(str(tree)), contextlib.closing(folder.writer(tree)) as connection:
        head = head_of(connection, tree)
        if head is None:
            raise LogDamaged(str(tree), "not begun")
        # Without a journal of its own beside it the file is whole in itself.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    with explained(str(tree)):
        path.chmod(0o400)
        text = Seal(
            f"kanta-desk/{folder.writer_id}/{tree}", head.size, head.root, file_hash(path), now,
            key.link.epoch, key.link.key,
        ).text  # fmt: skip
    note = key.sign_text(text)
    write_whole(seal_of(folder, tree), str(note).encode())
    return note


def break_seal(folder: LogFolder, tree: TreeName) -> None:
    """Let a sealed file be changed again, for a disposal; it is sealed anew afterwards.

    Raises:
        LogUnavailable: if the system does not allow it.
    """
    with explained(str(tree)):
        seal_of(folder, tree).unlink(missing_ok=True)
        folder.file_of(tree).chmod(0o600)


def compare_seal(
    folder: LogFolder, tree: Tree, chain: Chain, told: ToldSeal | None, tell: Tell
) -> None:
    """A sealed file is, to the byte, what its seal says; and the seal is the one the log tells of.

    Where that was taken away, the one in the log is what the file is compared with.
    """
    place, path = tree.place, folder.file_of(tree.name)
    text = compare_told(folder, tree.name, told, tell)
    if not text:
        return
    try:
        note = Note.parse(text)
        said = Seal.parse(note.text)
    except ValueError:
        tell(LogFault(FaultKind.SEAL, place, detail="cannot be read"))
        return
    found = chain.key_of(said.epoch)
    with explained(place):
        if found is None or found[0].key != said.key or not is_signed(note, said.key):
            tell(LogFault(FaultKind.SEAL, place, detail="signature"))
        elif not lasted(said.time, found[0].since, found[1]):
            detail = f"not in the time of epoch {said.epoch}"
            tell(LogFault(FaultKind.SEAL, place, 1, tree.size, detail))
        elif said.origin != f"kanta-desk/{folder.writer_id}/{place}":
            tell(LogFault(FaultKind.SEAL, place, detail="another file's"))
        elif (said.size, said.root) != (tree.size, tree.root(tree.size)):
            tell(LogFault(FaultKind.SEAL, place, 1, tree.size, "another tree"))
        elif file_hash(path) != said.file_hash:
            tell(LogFault(FaultKind.SEAL, place, 1, said.size, "SHA-256"))
        for beside in ("-wal", "-journal"):
            # What lies there is read before the file, and by no hash of it.
            other = path.with_name(path.name + beside)
            if other.exists() and other.stat().st_size:
                tell(LogFault(FaultKind.SEAL, place, 1, tree.size, f"{beside} beside it"))


def compare_told(folder: LogFolder, tree: TreeName, told: ToldSeal | None, tell: Tell) -> str:
    """The seal that a file's bytes must fit, as text; empty if there is none."""
    place = seal_of(folder, tree)
    with explained(str(tree)):
        there = place.read_text(encoding="utf-8", errors="replace") if place.exists() else ""
    if told is None or not told.is_demanded:
        return there
    if not there:
        tell(LogFault(FaultKind.SEAL, str(tree), detail=f"removed; told of in {told.event}"))
        return "" if told.replaced else told.text
    if there != told.text and not told.replaced:
        tell(LogFault(FaultKind.SEAL, str(tree), detail=f"not the one told of in {told.event}"))
    return there


def file_hash(path: Path) -> bytes:
    """The SHA-256 of a file.

    Raises:
        OSError: if it cannot be read.
    """
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.digest()

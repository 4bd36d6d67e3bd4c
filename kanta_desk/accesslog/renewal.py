"""A file written anew under a new key, the old key destroyed: what was deleted is gone for good.

Pages that a deletion freed can then be read by nobody, nor can backups of the old file, where their
own copy of the key was taken out (``backups``). At every moment of the exchange one of the two keys
opens the file that is there; ``finish`` settles which.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from kanta_desk.accesslog.driver import Error, connect
from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.errors import LogError
from kanta_desk.model.events import TreeName
from kanta_desk.settings.files import sync_folder
from kanta_desk.settings.secrets import KEY_SIZE

_NEXT = " next"
_PART = ".uusi"


def renew(folder: LogFolder, tree: TreeName) -> None:
    """Exchange a tree's file for a copy under a new key. Inside ``AccessLog.exclusively``.

    Raises:
        LogError, SecretStoreMissing: if it cannot be done; the file is as before, and nothing of
            the copy is left (a full disk stays no fuller for it). Once the copy is in its place,
            ``finish`` settles what is left to do.
    """
    path, old = folder.file_of(tree), folder.key_of(tree)
    fresh = path.with_name(path.name + _PART)
    name = folder.key_name(tree)
    key = secrets.token_bytes(KEY_SIZE) if old else None
    if key and folder.keys:
        folder.keys.put(name + _NEXT, key)
    try:
        _exchange(path, fresh, old, key, str(tree))
    except LogError:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        if key and folder.keys:
            folder.keys.destroy(name + _NEXT)
        raise
    with explained(str(tree)):
        # Before the old key goes: a power cut must not bring the old file back.
        sync_folder(path.parent)
    if key and folder.keys:
        folder.keys.put(name, key)
        _wrap_again(folder, tree)
        folder.keys.destroy(name + _NEXT)


def _exchange(path: Path, fresh: Path, old: bytes | None, key: bytes | None, place: str) -> None:
    """Write the copy and put it in the file's place, in one step."""
    with explained(place):
        fresh.unlink(missing_ok=True)
        with contextlib.closing(connect(path, old)) as connection:
            run = connection.execute
            run("PRAGMA wal_checkpoint(TRUNCATE)")
            if key is None:
                run("VACUUM INTO ?", (str(fresh),))
            else:
                marks = [
                    (mark, run(f"PRAGMA {mark}").fetchone()[0])
                    for mark in ("application_id", "user_version")
                ]
                run(f"ATTACH DATABASE ? AS fresh KEY \"x'{key.hex()}'\"", (str(fresh),))
                run("SELECT sqlcipher_export('fresh')")
                for mark, value in marks:
                    run(f"PRAGMA fresh.{mark} = {value:d}")
                run("DETACH DATABASE fresh")
            # Without its own journal beside it the old file can be replaced in one step.
            run("PRAGMA journal_mode = DELETE")
        fresh.chmod(0o600)
        with fresh.open("r+b") as file:
            os.fsync(file.fileno())
        fresh.replace(path)


def finish(folder: LogFolder) -> None:
    """Settle an exchange that a crash interrupted: the key that opens the file is the key.

    Before the log is opened.

    Raises:
        LogError, SecretStoreMissing: if files or keys cannot be read or written.
    """
    if folder.keys is None:
        return
    for tree in folder.trees():
        name, path = folder.key_name(tree), folder.file_of(tree)
        key = folder.keys.get(name + _NEXT)
        if key is None:
            continue
        with explained(str(tree)):
            if _opens(folder, tree, key):
                folder.keys.put(name, key)
                _wrap_again(folder, tree)
            path.with_name(path.name + _PART).unlink(missing_ok=True)
        folder.keys.destroy(name + _NEXT)


def _wrap_again(folder: LogFolder, tree: TreeName) -> None:
    """The organisation's copy of the old key is of no use to anyone; that of the new one is."""
    with explained(str(tree)):
        folder.wrapped_of(tree).unlink(missing_ok=True)
    folder.wrap_all()


def _opens(folder: LogFolder, tree: TreeName, key: bytes) -> bool:
    try:
        with contextlib.closing(connect(folder.file_of(tree), key, read_only=True)) as connection:
            connection.execute("SELECT count(*) FROM head").fetchone()
    except Error:
        return False
    return True

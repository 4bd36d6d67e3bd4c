"""Copies of the log's files that are on the disk when they are made, each whole in itself."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from kanta_desk.accesslog.driver import Connection, connect
from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.notes import Note, Seal
from kanta_desk.accesslog.sealing import file_hash, seal_of
from kanta_desk.errors import LogDamaged
from kanta_desk.model.events import TreeName


def copy_tree(source: LogFolder, tree: TreeName, file: Connection, path: Path) -> None:
    """Copy a tree's file to ``path``, as ``file``, a connection to it, sees it.

    A seal speaks of bytes, so the copy of a sealed file has the same ones.

    Raises:
        LogDamaged: if a sealed file is not as it was sealed.
        LogUnavailable: if there is no room.
    """
    sealed, original = sealed_hash(source, tree), source.file_of(tree)
    with explained(original.name):
        if sealed is None:
            copy_base(file, path, source.key_of(tree))
            return
        shutil.copyfile(original, path)
        _sync(path)
        if file_hash(path) != sealed:
            raise LogDamaged(original.name, "not as it was sealed")
        path.chmod(0o400)


def sealed_hash(folder: LogFolder, tree: TreeName) -> bytes | None:
    """The SHA-256 that a tree's seal says its file has; None if it is not sealed.

    Raises:
        LogDamaged: if the seal cannot be read.
    """
    place = seal_of(folder, tree)
    with explained(place.name):
        if not place.exists():
            return None
        try:
            return Seal.parse(Note.parse(place.read_text(encoding="utf-8")).text).file_hash
        except ValueError:
            raise LogDamaged(place.name, "cannot be read") from None


def copy_base(file: Connection, path: Path, key: bytes | None) -> None:
    """Copy what a connection sees to a new file under the same key.

    Raises:
        OSError, driver.Error: if it cannot be done.
    """
    with contextlib.closing(connect(path, key)) as copy:
        path.chmod(0o600)
        file.backup(copy)
        # Without a journal of its own beside it the copy is whole in itself.
        copy.execute("PRAGMA journal_mode = DELETE")
    _sync(path)


def write(path: Path, content: bytes) -> None:
    """Write a small file.

    Raises:
        LogUnavailable: if it cannot be written.
    """
    with explained(path.name), path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())

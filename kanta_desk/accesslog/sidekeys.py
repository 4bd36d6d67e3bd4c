"""The keys of the bases beside the log (side database, work base), and their recovery copies.

They hold no evidence, but cases and the journals of tests: what an organisation that lost its
keyring wants back as it does the log. So each key is wrapped for the recovery key too, as those of
the trees are, in a text file beside the base.
"""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from kanta_desk.accesslog.driver import Error, connect, is_plain
from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import WRAPPED, LogFolder
from kanta_desk.accesslog.imported import imported_in
from kanta_desk.accesslog.recovery import WrappedKey
from kanta_desk.errors import FolderNotWritable, LogError, LogKeyNotRecovered, LogUnavailable
from kanta_desk.settings.files import write_whole
from kanta_desk.settings.secrets import KEY_SIZE

BASES = {"sivukanta.db": "side", "kokeet.db": "work"}
"""The bases' files, and what the names of their keys begin with."""

PUT_ASIDE = ".rikki"


def key_name(folder: LogFolder, file: str) -> str:
    """The name under which the key holder keeps the key of a base."""
    return f"{BASES[file]} {folder.writer_id}"


def wrapped_of(folder: LogFolder, file: str) -> Path:
    """The text file with the base's key wrapped for the organisation; it may not be there."""
    return folder.path / f"{Path(file).stem}{WRAPPED}"


def kept_key(folder: LogFolder, file: str) -> bytes | None:
    """The key of a base, with its recovery copy made where that is missing; None if it is lost.

    Raises:
        LogUnavailable: if the copy cannot be written.
        SecretStoreMissing: if there is no keyring.
    """
    key = folder.keys.get(key_name(folder, file)) if folder.keys else None
    if key is not None:
        _wrap(folder, file, key)
    return key


def new_key(folder: LogFolder, file: str) -> bytes:
    """A new key of a base, kept in both its places.

    Raises:
        LogUnavailable, SecretStoreMissing: if it cannot be kept.
    """
    key = secrets.token_bytes(KEY_SIZE)
    if folder.keys is not None:
        folder.keys.put(key_name(folder, file), key)
    _wrap(folder, file, key)
    return key


def put_aside(folder: LogFolder, file: str) -> None:
    """Rename a base that nobody can read, with all that belongs to it, so that it is not lost
    should its key be found.

    Raises:
        LogUnavailable: if it cannot be done.
    """
    path = folder.path / file
    parts = (path, Path(f"{path}-wal"), Path(f"{path}-shm"), wrapped_of(folder, file))
    with explained(file):
        for part in parts:
            if part.exists():
                part.replace(Path(f"{part}{PUT_ASIDE}"))


def is_readable(folder: LogFolder, file: str) -> bool:
    """Whether a base is there and can be read with the key that is kept, or needs none."""
    path = folder.path / file
    try:
        with explained(file):
            if not path.exists():
                return False
            key = None if is_plain(path) else kept_key(folder, file)
            if key is None and not is_plain(path):
                return False
        with contextlib.closing(connect(path, key)) as base:
            base.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except (LogError, Error):
        return False
    return True


def recover_sides(
    folder: LogFolder, private: bytes, passphrase: bytes | None = None
) -> tuple[str, ...]:
    """Put the missing keys of the bases, and of logs that were taken in, back into the key holder;
    whose were.

    A base without a recovery copy is left alone, and so is one whose copy opens nothing.

    Raises:
        LogKeyNotRecovered: if the private key cannot be used.
        LogUnavailable, SecretStoreMissing.
    """
    back: list[str] = []
    if folder.keys is None:
        return ()
    for file in BASES:
        copy, path, name = wrapped_of(folder, file), folder.path / file, key_name(folder, file)
        if not copy.exists() or not path.exists() or folder.keys.get(name) is not None:
            continue
        key = WrappedKey.read(copy).unwrap(private, passphrase)
        try:
            with contextlib.closing(connect(path, key)) as base:
                base.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except Error:
            continue
        folder.keys.put(name, key)
        back.append(file)
    with explained(folder.path.name):
        imported = imported_in(folder)
    for each in imported:
        back += [f"{each.number} {tree}" for tree in each.recover(private, passphrase)]
    return tuple(back)


def _wrap(folder: LogFolder, file: str, key: bytes) -> None:
    if folder.recovery is None:
        return
    copy, name = wrapped_of(folder, file), key_name(folder, file)
    with contextlib.suppress(LogKeyNotRecovered):
        known = WrappedKey.read(copy)
        if (known.name, known.fingerprint) == (name, folder.recovery.fingerprint):
            return
    try:
        write_whole(copy, WrappedKey.wrap(name, key, folder.recovery).text.encode())
    except FolderNotWritable as refusal:
        raise LogUnavailable(copy.name, str(refusal.fields["reason"])) from None

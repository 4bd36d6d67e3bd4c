"""The log's folder: one sub-folder per register, one encrypted file per calendar year (UTC) in it.

``<controller OID>-<register code>/kayttoloki-2026.db``; the code is percent-encoded. What the old
form left is in ``vanha/``. The folder's own random name (``tunnus.txt``) is part of every
checkpoint's origin and of the names under which keys are kept, so that two logs of one machine
(work and practice, or a copy that was restored) never mix.
"""

from __future__ import annotations

import contextlib
import re
import secrets
from pathlib import Path
from urllib.parse import quote, unquote

from kanta_desk.accesslog.driver import Connection, is_plain
from kanta_desk.accesslog.files import connect_reader, connect_writer, explained
from kanta_desk.accesslog.place import unsafe_place
from kanta_desk.accesslog.recovery import RecoveryKey, WrappedKey
from kanta_desk.accesslog.signing import CHAIN_FILE
from kanta_desk.accesslog.yearfile import head_of
from kanta_desk.errors import (
    FolderNotWritable,
    LogDamaged,
    LogError,
    LogKeyMissing,
    LogKeyNotRecovered,
    LogPlaceUnsafe,
    LogUnavailable,
)
from kanta_desk.model.events import CARRIED, TreeName
from kanta_desk.settings.files import sync_folder, write_whole
from kanta_desk.settings.secrets import KEY_SIZE, KeyHolder

_FILE = re.compile(r"kayttoloki-(\d{4})\.db", re.ASCII)
_FOLDER = re.compile(r"(\d+(?:\.\d+)+)-(.+)", re.ASCII)
ID_FILE = "tunnus.txt"
_WRITER_ID = re.compile(r"[0-9a-f]{16}", re.ASCII)
WRAPPED = ".avain.txt"
"""How the file that holds a key wrapped for the organisation ends."""


class LogFolder:
    """Where the files of one log are, and how they are opened."""

    def __init__(
        self, path: Path, keys: KeyHolder | None, recovery: RecoveryKey | None = None
    ) -> None:
        """``keys`` None leaves new files unencrypted, which is somebody's explicit choice.

        ``recovery`` is the organisation's public key, for which each new key is wrapped too.
        """
        self.path = path
        self.keys = keys
        self.recovery = recovery
        self._writer_id = ""

    @property
    def writer_id(self) -> str:
        """The folder's own name: 16 hexadecimal digits, made when it is first asked for.

        Raises:
            LogUnavailable: if it cannot be written; or if the log has lost it. Its keys are kept
                under that name, so another one would be of no use.
        """
        if not self._writer_id:
            place = self.path / ID_FILE
            with explained(ID_FILE):
                self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
                kept = place.read_bytes() if place.exists() else b""
                known = kept.decode("ascii", "replace").strip()
                if not _WRITER_ID.fullmatch(known):
                    if (self.path / CHAIN_FILE).exists():
                        raise LogUnavailable(ID_FILE, "missing")
                    known = secrets.token_hex(8)
                    # Keys are kept under this name: it must outlive a power cut.
                    _write(place, f"{known}\n")
                    sync_folder(self.path.parent)
            self._writer_id = known
        return self._writer_id

    def demand_safe(self) -> None:
        """Refuse a place where SQLite's locks or durability do not hold.

        Raises:
            LogPlaceUnsafe: on a network drive or in a folder that a cloud service synchronises.
        """
        if reason := unsafe_place(self.path):
            raise LogPlaceUnsafe(self.path.name, reason)

    def trees(self) -> list[TreeName]:
        """The trees that have a file, the oldest year first, what was carried over before all.

        Raises:
            LogUnavailable: if the folder cannot be read.
        """
        found = []
        with explained(self.path.name):
            folders = self.path.iterdir() if self.path.exists() else ()
            for folder in folders:
                register = _register_of(folder.name)
                if register is not None and self.folder_of(register) == folder and folder.is_dir():
                    files = (file.name for file in folder.iterdir() if file.is_file())
                    years = map(_FILE.fullmatch, files)
                    found += [TreeName(register, int(year[1])) for year in years if year]
        return sorted(found, key=lambda tree: (tree.register != CARRIED, tree.year, tree.register))

    def strangers(self) -> tuple[str, ...]:
        """What looks like a part of the log and is none: by its place below the folder.

        Links, folders and such in place of a file; a second folder for one register.

        Raises:
            LogUnavailable: if the folder cannot be read.
        """
        found = []
        with explained(self.path.name):
            for folder in self.path.iterdir() if self.path.exists() else ():
                register = _register_of(folder.name)
                if register is None:
                    continue
                if self.folder_of(register) != folder or folder.is_symlink():
                    found.append(folder.name)
                elif folder.is_dir():
                    found += [
                        f"{folder.name}/{file.name}"
                        for file in folder.iterdir()
                        if _FILE.fullmatch(file.name) and (file.is_symlink() or not file.is_file())
                    ]
        return tuple(sorted(found))

    def folder_of(self, register: str) -> Path:
        """The sub-folder of one register."""
        if register == CARRIED:
            return self.path / CARRIED
        controller, _, code = register.partition("/")
        return self.path / f"{controller}-{quote(code, safe='')}"

    def file_of(self, tree: TreeName) -> Path:
        """The file of one tree."""
        return self.folder_of(tree.register) / f"kayttoloki-{tree.year:04}.db"

    def wrapped_of(self, tree: TreeName) -> Path:
        """The text file with the tree's key wrapped for the organisation; it may not be there."""
        path = self.file_of(tree)
        return path.with_name(path.stem + WRAPPED)

    def key_name(self, tree: TreeName) -> str:
        """The name under which the key holder keeps a tree's key."""
        return f"log {self.writer_id} {tree}"

    def key_of(self, tree: TreeName) -> bytes | None:
        """The key of a file that exists; None of one that is not encrypted.

        Raises:
            LogDamaged: if it is not encrypted and must be: somebody took the encryption off.
            LogKeyMissing: if the key holder has none.
            SecretStoreMissing: if there is no keyring.
        """
        path = self.file_of(tree)
        with explained(path.name):
            if is_plain(path):
                if self._was_encrypted(tree):
                    raise LogDamaged(str(tree), "not encrypted")
                return None
            if self.keys is None and not path.stat().st_size:
                return None
        key = self.keys.get(self.key_name(tree)) if self.keys else None
        if key is None:
            raise LogKeyMissing(str(tree))
        return key

    def _was_encrypted(self, tree: TreeName) -> bool:
        """Whether a file that is not encrypted should be: it has a key, or an older year's has.

        A log may be begun unencrypted, and encrypted from some year on; never the other way round.
        """
        if self.keys is None:
            return False
        if self.keys.get(self.key_name(tree)) is not None or self.wrapped_of(tree).exists():
            return True
        older = (self.file_of(each) for each in self.trees() if each.year < tree.year)
        return any(path.stat().st_size and not is_plain(path) for path in older)

    def reader(self, tree: TreeName) -> Connection:
        """A connection that reads a tree's file.

        Raises:
            LogError, SecretStoreMissing.
        """
        return connect_reader(self.file_of(tree), self.key_of(tree))

    def writer(self, tree: TreeName) -> Connection:
        """A connection that writes a tree's file, which is made, with a key of its own, as needed.

        Raises:
            LogError, SecretStoreMissing.
        """
        path = self.file_of(tree)
        with explained(path.parent.name):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            sync_folder(self.path)
            made = not path.exists() or path.stat().st_size == 0
        key = self.new_key(tree, path.parent) if made else self.key_of(tree)
        return connect_writer(path, key)

    def new_key(self, tree: TreeName, beside: Path) -> bytes | None:
        """A new key, kept in both its places before anything is encrypted with it.

        ``beside`` is the folder for the copy that is wrapped for the organisation. None if nothing
        is encrypted.

        Raises:
            LogUnavailable, SecretStoreMissing: if it cannot be kept.
        """
        if self.keys is None:
            return None
        name = self.key_name(tree)
        # A crash may have left a key without its file; that key is as good as any.
        key = self.keys.get(name)
        if key is None:
            key = secrets.token_bytes(KEY_SIZE)
            self.keys.put(name, key)
        if self.recovery is not None:
            copy = WrappedKey.wrap(name, key, self.recovery)
            _write(beside / self.wrapped_of(tree).name, copy.text)
        return key

    def wrap_all(self) -> tuple[TreeName, ...]:
        """Make the recovery copies that are missing, or were made for another recovery key.

        They are needed where the organisation names a recovery key later, or a new one.

        Raises:
            LogError, SecretStoreMissing: if a key or a copy cannot be read or written.
        """
        if self.recovery is None:
            return ()
        made = []
        for tree in self.trees():
            key = self.key_of(tree)
            if key is not None and not self.is_wrapped(tree):
                copy = WrappedKey.wrap(self.key_name(tree), key, self.recovery)
                _write(self.wrapped_of(tree), copy.text)
                made.append(tree)
        return tuple(made)

    def is_wrapped(self, tree: TreeName) -> bool:
        """Whether there is a recovery copy of a tree's key, for the recovery key in use if any."""
        path = self.wrapped_of(tree)
        try:
            wrapped = WrappedKey.read(path)
        except LogKeyNotRecovered:
            return False
        wanted = self.recovery.fingerprint if self.recovery else wrapped.fingerprint
        return (wrapped.name, wrapped.fingerprint) == (self.key_name(tree), wanted)

    def recover(self, private: bytes, passphrase: bytes | None = None) -> tuple[TreeName, ...]:
        """Put the keys that are missing back into the key holder, from their recovery copies.

        ``private`` is the organisation's private key in PEM. A key is put back only if it opens
        its file; one that cannot be keeps no other from it. Returns whose keys were.

        Raises:
            LogKeyNotRecovered: if a copy, or the private key, cannot be used; or no keys are kept.
            LogError, SecretStoreMissing.
        """
        if self.keys is None:
            raise LogKeyNotRecovered(self.path.name, "no keys are kept")
        back, failed = [], None
        for tree in self.trees():
            try:
                if self._recovered(self.keys, tree, private, passphrase):
                    back.append(tree)
            except LogError as error:
                failed = failed or error
        if failed is not None:
            raise failed
        return tuple(back)

    def _recovered(
        self, keys: KeyHolder, tree: TreeName, private: bytes, passphrase: bytes | None
    ) -> bool:
        name, path = self.key_name(tree), self.file_of(tree)
        with explained(path.name):
            if is_plain(path) or keys.get(name) is not None:
                return False
        key = WrappedKey.read(self.wrapped_of(tree)).unwrap(private, passphrase)
        with contextlib.closing(connect_reader(path, key)) as connection, explained(path.name):
            head_of(connection, tree)
        keys.put(name, key)
        return True


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text.encode())
    except FolderNotWritable as refusal:
        raise LogUnavailable(path.name, str(refusal.fields["reason"])) from None


def _register_of(folder: str) -> str | None:
    if folder == CARRIED:
        return CARRIED
    found = _FOLDER.fullmatch(folder)
    return f"{found[1]}/{unquote(found[2])}" if found else None

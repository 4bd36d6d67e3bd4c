"""The workstation's signing key, which moves forward: what is past cannot be signed again.

Every epoch has an Ed25519 key of its own. Its last act is to sign the next key; then its private
half is overwritten in the key holder. The links lie in a text file beside the log, where only
the end grows. Whoever takes the key can sign what comes, never what has been: a checkpoint counts
only if the key of *its* epoch signed it (the lesson of CVE-2023-31439).

The key holder keeps one value: the number of the epoch, its private key and that of the next one,
so that a crash at any moment leaves either the old epoch or the new one, whole.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from kanta_desk.accesslog.notes import (
    KEY_SIZE,
    MAX_NOTE,
    Checkpoint,
    Link,
    Note,
    is_whole,
    key_id,
    split,
)
from kanta_desk.errors import LogUnavailable

CHAIN_FILE = "avainketju.txt"
_NAME = "log-signing-"
_MAX_CHAIN = 64 * 1024 * 1024
_EPOCH_SIZE = 8


class Keys(Protocol):
    """Where secrets are kept; ``settings.secrets.KeyHolder`` is one."""

    def get(self, name: str) -> bytes | None:
        """The secret of that name, or None."""

    def put(self, name: str, key: bytes) -> None:
        """Keep a secret in place of the one of that name."""


class SigningKey:
    """The key of the current epoch. For one thread at a time."""

    @classmethod
    def open(cls, keys: Keys, folder: Path, writer: str, now: datetime, heads: bytes) -> SigningKey:
        """Go on with the key in ``keys``, or begin a chain for ``writer`` in ``folder``.

        If the holder and the chain do not belong together (the one or the other was lost or set
        back), a link that nothing vouches for is added: a verification will name it.

        Args:
            now: aware.
            heads: the digest of the whole log's head.

        Raises:
            LogUnavailable: if the chain cannot be read or written.
            SecretStoreMissing: as the holder raises it.
        """
        path = folder / CHAIN_FILE
        notes = read_chain(path)
        last = checked_chain(notes).links[-1] if notes else None
        name = f"{_NAME}{writer}"
        held = _Held.read(keys.get(name))
        if held is not None and last is not None and held.next_public == last.key:
            held = held.moved_on()
            keys.put(name, held.value)
        if held is None or last is None or held.public != last.key:
            epoch = max(held.epoch if held else 0, last.epoch if last else 0) + 1
            held = _Held(epoch, secrets.token_bytes(KEY_SIZE), secrets.token_bytes(KEY_SIZE))
            keys.put(name, held.value)
            last = Link(writer, epoch, held.public, _to_millisecond(now), heads, b"")
            _append(path, _signed(last.text, f"kanta-desk/{writer}", held.private))
            notes = read_chain(path)
        return cls(keys, name, path, held, last, notes[-1])

    def __init__(
        self, keys: Keys, name: str, path: Path, held: _Held, link: Link, note: Note
    ) -> None:
        """Use ``open``."""
        self._keys, self._name, self._path = keys, name, path
        self._held, self._link, self._note = held, link, note

    @property
    def link(self) -> Link:
        """The link of the current epoch: its number, public key and beginning."""
        return self._link

    @property
    def note(self) -> Note:
        """That link as it stands in the chain, signed."""
        return self._note

    @staticmethod
    def held(keys: Keys, writer: str) -> tuple[bytes, bytes] | None:
        """The public halves of the key in ``keys`` and of the one after it; None if it has none.

        Raises:
            SecretStoreMissing: as the holder raises it.
        """
        held = _Held.read(keys.get(f"{_NAME}{writer}"))
        return (held.public, held.next_public) if held else None

    def sign(self, checkpoint: Checkpoint) -> Note:
        """Sign a checkpoint, whose epoch and key are set to the current ones."""
        return self.sign_text(replace(checkpoint, epoch=self._link.epoch, key=self._link.key).text)

    def sign_text(self, text: str) -> Note:
        """Sign a text that names the epoch and its key itself."""
        return _signed(text, f"kanta-desk/{self._link.writer}", self._held.private)

    def move_on(self, now: datetime, heads: bytes) -> Link:
        """End the epoch: vouch for the next key, then destroy this one. Durable when it returns.

        Raises:
            LogUnavailable: if the chain cannot be written; the epoch goes on.
            SecretStoreMissing: as the holder raises it; the next ``open`` finishes the step.
        """
        old = self._link
        # A clock that was set back does not make an epoch begin before the one it follows.
        since = max(_to_millisecond(now), old.since)
        digest = Note(old.text, "", b"", b"").digest
        new = Link(old.writer, old.epoch + 1, self._held.next_public, since, heads, digest)
        note = self.sign_text(new.text)
        _append(self._path, note)
        self._held, self._link, self._note = self._held.moved_on(), new, note
        self._keys.put(self._name, self._held.value)
        return new


@dataclass(frozen=True, slots=True)
class Chain:
    """A key chain as it was proved.

    ``breaks`` are the numbers of the links that nothing vouches for, but the first epoch of all;
    ``faults`` the positions (from 0) of notes that are no links or whose signature is wrong.
    """

    links: tuple[Link, ...] = ()
    breaks: tuple[int, ...] = ()
    faults: tuple[int, ...] = ()
    _places: Mapping[int, int] = field(default_factory=dict)

    def key_of(self, epoch: int) -> tuple[Link, datetime | None] | None:
        """The link of an epoch and when the next one began; None if the chain has none."""
        at = self._places.get(epoch)
        if at is None:
            return None
        return self.links[at], self.links[at + 1].since if at + 1 < len(self.links) else None


def read_chain(path: Path) -> list[Note]:
    """The notes of a chain's file, the oldest first; none if there is no file.

    What a crash left unfinished at the end is left out.

    Raises:
        LogUnavailable: if it cannot be read.
    """
    try:
        if path.stat().st_size > _MAX_CHAIN:
            raise LogUnavailable(path.name, "too large")
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        raise LogUnavailable(path.name, str(error)) from None
    notes = []
    for whole in split(text):
        try:
            notes.append(Note.parse(whole))
        except ValueError:
            notes.append(Note(whole, "", b"", b""))
    return notes


def checked_chain(notes: Iterable[Note]) -> Chain:
    """Prove each link by the key of the one before it."""
    links: list[Link] = []
    breaks: list[int] = []
    faults: list[int] = []
    for at, note in enumerate(notes):
        try:
            link = Link.parse(note.text)
        except ValueError:
            faults.append(at)
            continue
        before = links[-1] if links else None
        if link.previous:
            vouched = (
                before is not None
                and link.previous == Note(before.text, "", b"", b"").digest
                and link.epoch == before.epoch + 1
                and link.since >= before.since
                and is_signed(note, before.key)
            )
        else:
            vouched = is_signed(note, link.key) and (before is None or link.epoch > before.epoch)
            if before is not None or link.epoch != 1:
                breaks.append(link.epoch)
        if vouched:
            links.append(link)
        else:
            faults.append(at)
    places = {link.epoch: at for at, link in enumerate(links)}
    return Chain(tuple(links), tuple(breaks), tuple(faults), places)


def is_signed(note: Note, public: bytes) -> bool:
    """Whether the note's signature is that of the key."""
    if note.key_id != key_id(note.signer, public):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(note.signature, note.text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


@dataclass(frozen=True, slots=True, repr=False)
class _Held:
    """What the key holder keeps; never shown."""

    epoch: int
    private: bytes
    following: bytes

    @classmethod
    def read(cls, value: bytes | None) -> _Held | None:
        if value is None or len(value) != _EPOCH_SIZE + 2 * KEY_SIZE:
            return None
        keys = value[_EPOCH_SIZE:]
        return cls(int.from_bytes(value[:_EPOCH_SIZE]), keys[:KEY_SIZE], keys[KEY_SIZE:])

    @property
    def value(self) -> bytes:
        return self.epoch.to_bytes(_EPOCH_SIZE) + self.private + self.following

    @property
    def public(self) -> bytes:
        return _public(self.private)

    @property
    def next_public(self) -> bytes:
        return _public(self.following)

    def moved_on(self) -> _Held:
        return _Held(self.epoch + 1, self.following, secrets.token_bytes(KEY_SIZE))


def _public(private: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def _signed(text: str, signer: str, private: bytes) -> Note:
    key = Ed25519PrivateKey.from_private_bytes(private)
    return Note(text, signer, key_id(signer, _public(private)), key.sign(text.encode()))


def _append(path: Path, note: Note) -> None:
    """Add a note and an empty line; what a crash left unfinished at the end is cut away first."""
    try:
        with path.open("a+b") as file:
            size = file.tell()
            file.seek(max(0, size - MAX_NOTE))
            if size and not is_whole(file.read().decode("utf-8", "replace")):
                file.seek(0)
                whole = split(file.read().decode("utf-8", "replace"))
                file.truncate(sum(len(f"{each}\n".encode()) for each in whole))
            file.write(f"{note}\n".encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise LogUnavailable(path.name, error.strerror or "") from None


def _to_millisecond(moment: datetime) -> datetime:
    moment = moment.astimezone(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)

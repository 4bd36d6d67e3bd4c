"""Signed notes: checkpoints of a tree and links of the key chain, as text that people can read.

The form is that of C2SP ``signed-note`` and ``tlog-checkpoint``: a text that ends in a line feed,
an empty line, and signature lines ``— name base64(key id ‖ signature)``. A checkpoint's first three
lines are origin, size and root; the rest are extension lines ``word: value``. Pure.
"""

from __future__ import annotations

import base64
import binascii
import itertools
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256

from kanta_desk.accesslog.tree import HASH_SIZE

MAX_NOTE = 16 * 1024
"""Characters of a note; one that is longer is none of ours."""

KEY_SIZE = 32
SIGNATURE_SIZE = 64

_KEY_ID = 4
_ED25519 = b"\x01"
_DASH = "— "


class Why(StrEnum):
    """What a checkpoint was made for."""

    OPENED = "opened"
    COUNT = "count"
    HOUR = "hour"
    SIGN_IN = "sign-in"
    SIGN_OUT = "sign-out"
    INVALIDATION = "invalidation"
    DISPOSAL = "disposal"
    YEAR = "year"
    CLOSED = "closed"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Note:
    """A text (its last character is a line feed), who signed it, and the Ed25519 signature."""

    text: str
    signer: str
    key_id: bytes
    signature: bytes

    def __str__(self) -> str:
        blob = _base64(self.key_id + self.signature)
        return f"{self.text}\n{_DASH}{self.signer} {blob}\n"

    @property
    def digest(self) -> bytes:
        """SHA-256 of the text, by which the next note names this one."""
        return sha256(self.text.encode()).digest()

    @classmethod
    def parse(cls, whole: str) -> Note:
        """Read a note with one signature line; the signature itself is not proved.

        Raises:
            ValueError: if it is none.
        """
        text, gap, line = whole.rpartition("\n\n")
        if not gap or len(whole) > MAX_NOTE or not whole.endswith("\n"):
            raise ValueError("not a signed note")
        words = line[:-1].removeprefix(_DASH).split(" ")
        if not line.startswith(_DASH) or len(words) != 2:
            raise ValueError("not a signature line")
        blob = _bytes(words[1], _KEY_ID + SIGNATURE_SIZE)
        return cls(f"{text}\n", words[0], blob[:_KEY_ID], blob[_KEY_ID:])


def key_id(signer: str, public: bytes) -> bytes:
    """The four bytes that name an Ed25519 key in a signature line (C2SP signed-note)."""
    return sha256(signer.encode() + b"\n" + _ED25519 + public).digest()[:_KEY_ID]


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How a tree stood at a moment, as the workstation's key of that time signed it.

    ``origin`` is ``kanta-desk/<writer>/<register>/<year>``. ``event`` is the identifier of the last
    event, ``previous`` the digest of the tree's checkpoint before (empty for its first), ``epoch``
    and ``key`` the link of the key chain whose private half signed this.
    """

    origin: str
    size: int
    root: bytes
    time: datetime
    why: Why
    epoch: int
    key: bytes
    previous: bytes
    event: str
    software: str

    @property
    def text(self) -> str:
        """What is signed.

        Raises:
            ValueError: if a value would break its line.
        """
        lines = [
            self.origin,
            str(self.size),
            _base64(self.root),
            f"time: {_written(self.time)}",
            f"why: {self.why.value}",
            f"epoch: {self.epoch}",
            f"key: {_base64(self.key)}",
            f"previous: {_base64(self.previous) or '-'}",
            f"event: {self.event}",
            f"software: {self.software}",
        ]
        return _joined(lines)

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """Read the text of a note; only the very form that ``text`` gives is accepted.

        Raises:
            ValueError: if it is no checkpoint.
        """
        lines = text.split("\n")
        if len(lines) != 11 or lines[-1]:
            raise ValueError("not a checkpoint")
        names = ("time", "why", "epoch", "key", "previous", "event", "software")
        said = dict(zip(names, _values(lines[3:10], names), strict=True))
        read = cls(
            origin=lines[0],
            size=_number(lines[1]),
            root=_bytes(lines[2], HASH_SIZE),
            time=_moment(said["time"]),
            why=Why(said["why"]),
            epoch=_number(said["epoch"]),
            key=_bytes(said["key"], KEY_SIZE),
            previous=b"" if said["previous"] == "-" else _bytes(said["previous"], HASH_SIZE),
            event=said["event"],
            software=said["software"],
        )
        if read.text != text:
            raise ValueError("not the canonical form")
        return read


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the key chain: the key of an epoch, vouched for by the key of the one before.

    ``since`` is when the epoch began; ``heads`` the digest of the whole log's head at that moment;
    ``previous`` the digest of the link before. A first link, and one after a key that was lost, has
    no ``previous`` and is signed by its own key: it proves nothing about who made it.
    """

    writer: str
    epoch: int
    key: bytes
    since: datetime
    heads: bytes
    previous: bytes

    @property
    def text(self) -> str:
        """What is signed."""
        lines = [
            f"kanta-desk/{self.writer}/keys",
            f"epoch: {self.epoch}",
            f"key: {_base64(self.key)}",
            f"since: {_written(self.since)}",
            f"heads: {_base64(self.heads)}",
            f"previous: {_base64(self.previous) or '-'}",
        ]
        return _joined(lines)

    @classmethod
    def parse(cls, text: str) -> Link:
        """Read the text of a note.

        Raises:
            ValueError: if it is no link.
        """
        lines = text.split("\n")
        if len(lines) != 7 or lines[-1] or not lines[0].endswith("/keys"):
            raise ValueError("not a link of a key chain")
        epoch, key, since, heads, previous = _values(
            lines[1:6], ("epoch", "key", "since", "heads", "previous")
        )
        read = cls(
            writer=lines[0].removeprefix("kanta-desk/").removesuffix("/keys"),
            epoch=_number(epoch),
            key=_bytes(key, KEY_SIZE),
            since=_moment(since),
            heads=_bytes(heads, HASH_SIZE),
            previous=b"" if previous == "-" else _bytes(previous, HASH_SIZE),
        )
        if read.text != text:
            raise ValueError("not the canonical form")
        return read


@dataclass(frozen=True, slots=True)
class Seal:
    """A year that is over: its tree, and the SHA-256 of its file as it was closed."""

    origin: str
    size: int
    root: bytes
    file_hash: bytes
    time: datetime
    epoch: int
    key: bytes

    @property
    def text(self) -> str:
        """What is signed."""
        lines = [
            f"{self.origin}/seal",
            str(self.size),
            _base64(self.root),
            f"file-sha256: {_base64(self.file_hash)}",
            f"time: {_written(self.time)}",
            f"epoch: {self.epoch}",
            f"key: {_base64(self.key)}",
        ]
        return _joined(lines)

    @classmethod
    def parse(cls, text: str) -> Seal:
        """Read the text of a note.

        Raises:
            ValueError: if it is no seal.
        """
        lines = text.split("\n")
        if len(lines) != 8 or lines[-1] or not lines[0].endswith("/seal"):
            raise ValueError("not a seal")
        file_hash, time, epoch, key = _values(lines[3:7], ("file-sha256", "time", "epoch", "key"))
        read = cls(
            origin=lines[0].removesuffix("/seal"),
            size=_number(lines[1]),
            root=_bytes(lines[2], HASH_SIZE),
            file_hash=_bytes(file_hash, HASH_SIZE),
            time=_moment(time),
            epoch=_number(epoch),
            key=_bytes(key, KEY_SIZE),
        )
        if read.text != text:
            raise ValueError("not the canonical form")
        return read


def split(stored: str) -> list[str]:
    """The notes of a text in which each is followed by an empty line.

    What was cut short, at the end or before something was added after it, is left out.
    """
    parts = stored.split("\n\n")[:-1]  # what follows the last empty line is not whole
    return [
        f"{text}\n\n{signature}\n"
        for text, signature in itertools.pairwise(parts)
        if signature.startswith(_DASH) and not text.startswith(_DASH)
    ]


def is_whole(end: str) -> bool:
    """Whether a text of notes ends with a whole one, told by its last few hundred characters."""
    return end.endswith("\n\n") and end[:-2].rpartition("\n\n")[2].startswith(_DASH)


def _joined(lines: list[str]) -> str:
    if not all(line and line.isprintable() for line in lines):
        raise ValueError("a note is made of printable lines")
    return "".join(f"{line}\n" for line in lines)


def _values(lines: list[str], names: tuple[str, ...]) -> list[str]:
    pairs = [line.partition(": ") for line in lines]
    if tuple(name for name, _, _ in pairs) != names:
        raise ValueError("other lines than expected")
    return [value for _, _, value in pairs]


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("not an aware time")
    return moment


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > 18:
        raise ValueError("not a number")
    return int(text)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str, length: int) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise ValueError("not base64") from None
    if len(data) != length:
        raise ValueError("another length")
    return data

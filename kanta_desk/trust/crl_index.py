"""A revocation list on disk with an index behind it, so that a look-up reads a few hundred bytes.

The file is the list as its issuer signed it (DER), then eight bytes for each entry, sorted: the
last four bytes of the serial number, the last one first, and the entry's place in the list; then a
line of JSON about both, its length and a mark. Entries are sorted by their last byte into 256 heaps
while the list is read once from end to end, and each heap on its own: memory holds eight bytes an
entry, and the list itself only as far as the operating system likes to keep it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import IO

from asn1crypto import crl
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

from kanta_desk.model.revocation import Doubt
from kanta_desk.trust.asn1 import asn1
from kanta_desk.trust.certificate import Certificate, KeyUsage
from kanta_desk.trust.crl_head import Head, part_at, read_head
from kanta_desk.trust.doubted import REASONS, STRONG_HASHES, Doubted

_MARK = b"KDCRL\x00\x00\x01"
_TAIL = 4 + len(_MARK)
_ENTRY = 8
_MOST_ABOUT = 16 * 1024
_MOST_SERIAL = 32
_PIECE = 1024 * 1024
_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512(),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class About:
    """What is kept beside a list: its digest (hexadecimal), who signed it, and for when it is.

    ``tag`` and ``modified`` are the server's words for this very file (ETag, Last-Modified).
    """

    size: int
    sha256: str
    index_sha256: str
    signer_sha256: str
    this_update: datetime
    next_update: datetime
    users: bool
    authorities: bool
    tag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A certificate that is on a list: since when, and why (RFC 5280 §5.3.1)."""

    since: datetime | None
    reason: str


def add_index(file: IO[bytes], issuer: Certificate, url: str, tag: str, modified: str) -> About:
    """Verify the list in ``file`` (open to read and write, the list alone), and index it.

    Raises:
        Doubted: not a whole list, or not one that ``issuer`` has signed for ``url``.
        OSError: if it cannot be written.
    """
    file.flush()
    size = file.seek(0, 2)
    if size == 0:
        raise Doubted(Doubt.UNREADABLE)
    with mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        about, heaps = _measured(data, size, issuer, url)
    index = hashlib.sha256()
    for piece in _sorted(heaps):
        index.update(piece)
        file.write(piece)
    about = replace(about, index_sha256=index.hexdigest(), tag=tag[:200], modified=modified[:200])
    line = _line(about)
    file.write(line + len(line).to_bytes(4, "big") + _MARK)
    file.flush()
    return about


class IndexedList:
    """A list with its index, open for look-ups; use ``opened``."""

    def __init__(self, data: mmap) -> None:
        """Raises ``ValueError`` or its like over what ``add_index`` never wrote."""
        line_end = len(data) - _TAIL
        if line_end < 0 or data[-len(_MARK) :] != _MARK:
            raise ValueError("no mark")
        length = int.from_bytes(data[line_end : line_end + 4], "big")
        if length > min(_MOST_ABOUT, line_end):
            raise ValueError("no line")
        self._data = data
        self.about = _parsed(data[line_end - length : line_end])
        self._index = (self.about.size, line_end - length)
        if self._index[1] < self._index[0] or (self._index[1] - self._index[0]) % _ENTRY:
            raise ValueError("no index")

    @classmethod
    @contextmanager
    def opened(cls, path: Path) -> Iterator[IndexedList]:
        """The list in ``path``.

        Raises:
            OSError: if it cannot be read.
            Doubted: if it is not what ``add_index`` writes.
        """
        with path.open("rb") as file:
            try:
                data = mmap(file.fileno(), 0, access=ACCESS_READ)
            except ValueError:  # an empty file
                raise Doubted(Doubt.UNREADABLE) from None
            with data:
                try:
                    found = cls(data)
                except (ValueError, KeyError, TypeError, OverflowError):
                    raise Doubted(Doubt.UNREADABLE) from None
                yield found

    def __len__(self) -> int:
        """How many certificates are on it."""
        return (self._index[1] - self._index[0]) // _ENTRY

    def is_true(self, issuer: Certificate, url: str) -> bool:
        """Whether list, index and what is kept beside them are as ``add_index`` would make them.

        Takes as long as that: nothing that lies in a folder is believed for lying there.
        """
        try:
            about, heaps = _measured(self._data, self.about.size, issuer, url)
        except Doubted:
            return False
        index = hashlib.sha256()
        for piece in _sorted(heaps):
            index.update(piece)
        told = self.about
        about = replace(about, index_sha256=index.hexdigest(), tag=told.tag, modified=told.modified)
        return (
            _line(about) == _line(told) and _digest(self._data, *self._index) == about.index_sha256
        )

    def find(self, serial: int) -> Entry | None:
        """The entry for a serial number, or ``None`` if it is not on the list.

        Raises:
            Doubted: if the place in the index leads to no entry.
        """
        key = _key(serial.to_bytes(serial.bit_length() // 8 + 1, "big", signed=True))
        with memoryview(self._data) as whole, whole[slice(*self._index)].cast("Q") as index:
            place = bisect_left(index, key << 32)
            while place < len(index) and index[place] >> 32 == key:
                found = self._entry(index[place] & 0xFFFFFFFF, serial)
                if found is not None:
                    return found
                place += 1
        return None

    def _entry(self, at: int, serial: int) -> Entry | None:
        part = part_at(self._data, at, self.about.size)
        number = part_at(self._data, part.start, part.end)
        if int.from_bytes(self._data[number.start : number.end], "big", signed=True) != serial:
            return None
        return _told(bytes(self._data[at : part.end]))


def _told(der: bytes) -> Entry:
    # That it is listed is the matter; what cannot be read of the rest takes nothing from that.
    try:
        entry = crl.RevokedCertificate.load(der)  # type: ignore[no-untyped-call]
        since, reason = entry["revocation_date"].native, entry.crl_reason_value
        return Entry(since, REASONS.get(reason.native if reason else "", "unspecified"))
    except (ValueError, TypeError, KeyError):
        return Entry(None, "unspecified")


def _measured(
    data: mmap, size: int, issuer: Certificate, url: str
) -> tuple[About, list[array[int]]]:
    """What the list in the first ``size`` bytes says of itself, once proven, and its entries.

    Raises:
        Doubted: not a whole list, or not one that ``issuer`` has signed for ``url``.
    """
    head = read_head(data, size)
    if head.points and url not in head.points:
        raise Doubted(Doubt.NOT_AUTHENTIC)
    _verify(data, head, issuer)
    if head.next_update is None:  # RFC 5280 §5.1.2.5 demands it
        raise Doubted(Doubt.STALE)
    heaps = _heaps(data, *head.entries)
    about = About(
        size, _digest(data, 0, size), "", issuer.sha256, head.this_update, head.next_update,
        head.users, head.authorities,
    )  # fmt: skip
    return about, heaps


def _sorted(heaps: list[array[int]]) -> Iterator[bytes]:
    """The index, piece by piece; each heap goes as soon as it has been given."""
    for number, heap in enumerate(heaps):
        heaps[number] = array("Q")
        yield array("Q", sorted(heap)).tobytes()


def _verify(data: mmap, head: Head, issuer: Certificate) -> None:
    """Only lists signed by the certificate's own issuer are believed, none of another's."""
    try:
        is_issuers = head.issuer == asn1(issuer).subject
        algorithm, digest = head.algorithm.signature_algo, head.algorithm.hash_algo
    except (ValueError, TypeError, KeyError):
        raise Doubted(Doubt.UNREADABLE) from None
    if not is_issuers or KeyUsage.CRL_SIGN not in issuer.usage or digest not in STRONG_HASHES:
        raise Doubted(Doubt.NOT_AUTHENTIC)
    hashed, kind = hashlib.new(digest), Prehashed(_HASHES[digest])
    for piece in _pieces(data, *head.signed):
        hashed.update(piece)
    key = issuer.public_key
    try:
        if isinstance(key, rsa.RSAPublicKey) and algorithm == "rsassa_pkcs1v15":
            key.verify(head.signature, hashed.digest(), padding.PKCS1v15(), kind)
        elif isinstance(key, ec.EllipticCurvePublicKey) and algorithm == "ecdsa":
            key.verify(head.signature, hashed.digest(), ec.ECDSA(kind))
        else:
            raise Doubted(Doubt.NOT_AUTHENTIC)
    except InvalidSignature:
        raise Doubted(Doubt.NOT_AUTHENTIC) from None


def _heaps(data: mmap, start: int, end: int) -> list[array[int]]:
    """Key and place of every entry, by the last byte of its serial.

    The loop that costs: a short entry, as nearly all are, is taken apart in place. What lies behind
    the entries, the signature at least, keeps every look ahead within the file.
    """
    heaps = [array("Q") for _ in range(256)]
    at = start
    while at < end:
        size = data[at + 1]
        if size < 0x80:
            first = at + 2
            stop = first + size
        else:
            part = part_at(data, at, end)
            first, stop = part.start, part.end
        length = data[first + 1]
        last = first + 2 + length
        if (
            data[at] != 0x30
            or data[first] != 0x02
            or not 1 <= length <= _MOST_SERIAL
            or not last < stop <= end
        ):
            raise Doubted(Doubt.UNREADABLE)
        if length >= 4:
            key = int.from_bytes(data[last - 4 : last], "little")
        else:
            key = _key(data[first + 2 : last])
        heaps[key >> 24].append(key << 32 | at)
        at = stop
    return heaps


def _key(serial: bytes) -> int:
    return int.from_bytes(serial[-4:].rjust(4, b"\0"), "little")


def _pieces(data: mmap, start: int, end: int) -> Iterator[memoryview]:
    with memoryview(data) as whole:
        for at in range(start, end, _PIECE):
            with whole[at : min(at + _PIECE, end)] as piece:
                yield piece


def _digest(data: mmap, start: int, end: int) -> str:
    hashed = hashlib.sha256()
    for piece in _pieces(data, start, end):
        hashed.update(piece)
    return hashed.hexdigest()


def _line(about: About) -> bytes:
    told = {name: getattr(about, name) for name in About.__slots__}
    told["this_update"] = int(about.this_update.timestamp())
    told["next_update"] = int(about.next_update.timestamp())
    return json.dumps({**told, "order": sys.byteorder}).encode("ascii")


def _parsed(line: bytes) -> About:
    told = json.loads(line)
    if told.pop("order") != sys.byteorder:
        raise ValueError("another machine's")
    for name in ("this_update", "next_update"):
        told[name] = datetime.fromtimestamp(told[name], UTC)
    about = About(**told)
    if not isinstance(about.size, int):
        raise TypeError("size")
    return about

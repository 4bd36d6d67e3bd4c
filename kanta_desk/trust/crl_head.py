"""What stands in a revocation list (CRL) around its entries, read without reading those.

A list may have a million entries and tens of megabytes. Only its frame is taken apart here, from a
memory-mapped file, so that none of this costs more for a larger list (RFC 5280 §5).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from mmap import mmap

from asn1crypto import algos, crl, x509

from kanta_desk.model.revocation import Doubt
from kanta_desk.trust.doubted import Doubted

_SEQUENCE, _INTEGER, _BITS, _EXTENSIONS = 0x30, 0x02, 0x03, 0xA0
_TIMES = (0x17, 0x18)
_MOST_FRAME = 64 * 1024
"""Bytes that issuer, algorithm, extensions and signature may have."""
_UNDERSTOOD = {"issuing_distribution_point", "crl_number", "authority_key_identifier"}


@dataclass(frozen=True, slots=True)
class Part:
    """A DER element inside a larger one: its tag, where its content begins and ends."""

    tag: int
    first: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Head:
    """The frame of a list. ``entries`` is where they begin and end; ``signed`` what is signed.

    ``users`` and ``authorities`` say whose certificates the list covers; ``points`` the addresses
    that it says it belongs to, none if it does not say.
    """

    issuer: x509.Name
    this_update: datetime
    next_update: datetime | None
    algorithm: algos.SignedDigestAlgorithm
    signature: bytes
    signed: tuple[int, int]
    entries: tuple[int, int]
    users: bool
    authorities: bool
    points: tuple[str, ...]


def part_at(data: mmap | bytes, at: int, end: int) -> Part:
    """The DER element that begins at ``at`` and must be over by ``end``.

    Raises:
        Doubted: if it does not.
    """
    if at + 2 > end:
        raise Doubted(Doubt.UNREADABLE)
    tag, size, start = data[at], data[at + 1], at + 2
    if size >= 0x80:
        count = size & 0x7F
        if not 1 <= count <= 4 or start + count > end:
            raise Doubted(Doubt.UNREADABLE)
        size = int.from_bytes(data[start : start + count], "big")
        start += count
    if start + size > end:
        raise Doubted(Doubt.UNREADABLE)
    return Part(tag, at, start, start + size)


def read_head(data: mmap | bytes, size: int | None = None) -> Head:
    """The frame of the list that ``data`` is, or its first ``size`` bytes, and nothing else.

    Raises:
        Doubted: unreadable; or of a kind whose silence on a certificate would say nothing: a
            delta, an indirect list, one for some reasons only, or one with a critical extension
            that is not understood.
    """
    try:
        return _read(data, len(data) if size is None else size)
    except (ValueError, TypeError, KeyError, IndexError):
        raise Doubted(Doubt.UNREADABLE) from None


def _read(data: mmap | bytes, size: int) -> Head:
    whole = _expect(part_at(data, 0, size), _SEQUENCE)
    if whole.end != size:
        raise Doubted(Doubt.UNREADABLE)
    signed = _expect(part_at(data, whole.start, whole.end), _SEQUENCE)
    outer = _expect(part_at(data, signed.end, whole.end), _SEQUENCE)
    signature = _expect(part_at(data, outer.end, whole.end), _BITS)
    parts = _parts(data, signed)
    if parts and parts[0].tag == _INTEGER:
        parts.pop(0)
    inner, issuer = _expect(parts.pop(0), _SEQUENCE), _expect(parts.pop(0), _SEQUENCE)
    this_update = _time(data, parts.pop(0))
    next_update = _time(data, parts.pop(0)) if parts and parts[0].tag in _TIMES else None
    entries = parts.pop(0) if parts and parts[0].tag == _SEQUENCE else None
    extensions = parts.pop(0) if parts and parts[0].tag == _EXTENSIONS else None
    if parts or _bytes(data, inner) != _bytes(data, outer):
        raise Doubted(Doubt.UNREADABLE)
    scope = _scope(data, extensions)
    return Head(
        issuer=x509.Name.load(_bytes(data, issuer)),  # type: ignore[no-untyped-call]
        this_update=this_update,
        next_update=next_update,
        algorithm=algos.SignedDigestAlgorithm.load(_bytes(data, outer)),  # type: ignore[no-untyped-call]
        signature=_bytes(data, signature, content=True)[1:],
        signed=(signed.first, signed.end),
        entries=(entries.start, entries.end) if entries else (0, 0),
        users=not (scope and scope["only_contains_ca_certs"].native),
        authorities=not (scope and scope["only_contains_user_certs"].native),
        points=_points(scope),
    )


def _expect(part: Part, tag: int) -> Part:
    if part.tag != tag:
        raise Doubted(Doubt.UNREADABLE)
    return part


def _parts(data: mmap | bytes, whole: Part) -> list[Part]:
    found: list[Part] = []
    at = whole.start
    while at < whole.end and len(found) < 8:
        found.append(part_at(data, at, whole.end))
        at = found[-1].end
    return found


def _bytes(data: mmap | bytes, part: Part, *, content: bool = False) -> bytes:
    if part.end - part.first > _MOST_FRAME:
        raise Doubted(Doubt.UNREADABLE)
    return bytes(data[part.start if content else part.first : part.end])


def _time(data: mmap | bytes, part: Part) -> datetime:
    native = x509.Time.load(_bytes(data, part)).native  # type: ignore[no-untyped-call]
    if not isinstance(native, datetime):
        raise Doubted(Doubt.UNREADABLE)
    return native


def _scope(data: mmap | bytes, part: Part | None) -> crl.IssuingDistributionPoint | None:
    """The list's issuing distribution point, if it has one."""
    if part is None:
        return None
    scope = None
    for extension in crl.TBSCertListExtensions.load(_bytes(data, part, content=True)):  # type: ignore[no-untyped-call]
        name = extension["extn_id"].native
        if name == "delta_crl_indicator":
            raise Doubted(Doubt.UNREADABLE)
        if extension["critical"].native and name not in _UNDERSTOOD:
            raise Doubted(Doubt.UNREADABLE)
        if name == "issuing_distribution_point":
            scope = extension["extn_value"].parsed
    if scope is not None and (
        scope["indirect_crl"].native
        or scope["only_some_reasons"].native
        or scope["only_contains_attribute_certs"].native
    ):
        raise Doubted(Doubt.UNREADABLE)
    return scope


def _points(scope: crl.IssuingDistributionPoint | None) -> tuple[str, ...]:
    if scope is None or scope["distribution_point"].native is None:
        return ()
    point = scope["distribution_point"]
    if point.name != "full_name":
        raise Doubted(Doubt.UNREADABLE)
    return tuple(name.native for name in point.chosen if name.name == "uniform_resource_identifier")

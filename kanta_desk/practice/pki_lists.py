"""Revocation lists of any length, signed by a practice authority (RFC 5280 §5).

Written as DER by hand: a list of a million entries is then made in seconds and in little memory.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from asn1crypto import algos, crl, x509
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.x509 import SubjectKeyIdentifier

from kanta_desk.practice.authority import Authority, hash_for

_SEQUENCE, _INTEGER, _BITS, _UTC_TIME, _EXTENSIONS = 0x30, 0x02, 0x03, 0x17, 0xA0
_REASON = bytes.fromhex("300c300a0603551d1504030a01")
"""Extensions of an entry that has a reason; the reason's number follows."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry: serial number, since when, and the number of its reason (0 is none)."""

    serial: int
    since: datetime
    reason: int = 0


def revocation_list(
    authority: Authority,
    entries: Iterable[Listed],
    this_update: datetime,
    next_update: datetime | None,
    *,
    number: int = 1,
    extensions: Iterable[crl.TBSCertListExtension] = (),
) -> bytes:
    """The list, DER; ``extensions`` come beside authority key identifier and number."""
    algorithm = _algorithm(authority)
    revoked = b"".join(_entry(each) for each in entries)
    signed = _der(
        _SEQUENCE,
        b"\x02\x01\x01",
        algorithm,
        authority.certificate.subject.public_bytes(),
        _time(this_update),
        _time(next_update) if next_update else b"",
        _der(_SEQUENCE, revoked) if revoked else b"",
        _der(_EXTENSIONS, _extensions(authority, number, extensions)),
    )
    return _der(_SEQUENCE, signed, algorithm, _der(_BITS, b"\0", _sign(authority, signed)))


def _entry(listed: Listed) -> bytes:
    serial = listed.serial.to_bytes(listed.serial.bit_length() // 8 + 1, "big", signed=True)
    reason = _REASON + bytes((listed.reason,)) if listed.reason else b""
    return _der(_SEQUENCE, _der(_INTEGER, serial), _time(listed.since), reason)


def _extensions(
    authority: Authority, number: int, more: Iterable[crl.TBSCertListExtension]
) -> bytes:
    mine = authority.certificate.extensions.get_extension_for_class(SubjectKeyIdentifier)
    built = crl.TBSCertListExtensions(  # type: ignore[no-untyped-call]
        [
            {
                "extn_id": "authority_key_identifier",
                "extn_value": x509.AuthorityKeyIdentifier(  # type: ignore[no-untyped-call]
                    {"key_identifier": mine.value.digest}
                ),
            },
            {"extn_id": "crl_number", "extn_value": number},
            *more,
        ]
    )
    return bytes(built.dump())  # type: ignore[no-untyped-call]


def _algorithm(authority: Authority) -> bytes:
    elliptic = isinstance(authority.key, ec.EllipticCurvePrivateKey)
    name = f"{hash_for(authority.key).name}_{'ecdsa' if elliptic else 'rsa'}"
    algorithm = algos.SignedDigestAlgorithm({"algorithm": name})  # type: ignore[no-untyped-call]
    return bytes(algorithm.dump())  # type: ignore[no-untyped-call]


def _sign(authority: Authority, signed: bytes) -> bytes:
    digest = hash_for(authority.key)
    if isinstance(authority.key, ec.EllipticCurvePrivateKey):
        return authority.key.sign(signed, ec.ECDSA(digest))
    return authority.key.sign(signed, padding.PKCS1v15(), digest)


def _time(moment: datetime) -> bytes:
    return _der(_UTC_TIME, moment.astimezone(UTC).strftime("%y%m%d%H%M%SZ").encode("ascii"))


def _der(tag: int, *contents: bytes) -> bytes:
    size = sum(map(len, contents))
    if size < 0x80:
        return b"".join((bytes((tag, size)), *contents))
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return b"".join((bytes((tag, 0x80 | len(length))), length, *contents))

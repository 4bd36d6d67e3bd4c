"""The files of a software card: directories, certificates, and the PKCS#15 objects about them.

Layout of FINEID S4-2 v4.0 §4.6: certificates of the issuing authorities under the master file, the
PKCS#15 application with the authentication certificate, DF.ESIGN with the signature certificate.
Ids and labels of the PKCS#15 directory files are not published and chosen freely: whoever reads
them must go through EF.ODF.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import rsa

from kanta_desk.practice.authority import PrivateKey
from kanta_desk.practice.pki import IssuedCard

PKCS15 = bytes.fromhex("A000000063504B43532D3135")
ESIGN = b"E.SIGN"

MF_ID = 0x3F00
PKCS15_ID = 0x5015
ESIGN_ID = 0x5016
EF_DIR = 0x2F00
EF_ODF = 0x5031
EF_TOKEN_INFO = 0x5032
EF_AODF = 0x4401
EF_PRKDF = 0x4402
EF_CDF = 0x4403
AUTHENTICATION_CERTIFICATE = 0x4331
SIGNATURE_CERTIFICATE = 0x4332
ISSUER_CERTIFICATE = 0x4333
ROOT_CERTIFICATE = 0x4334

PIN1, PIN2, PUK = 0x03, 0x04, 0x12
AUTHENTICATION_KEY, SIGNATURE_KEY = 0x01, 0x82

_CONTEXT = 0xA0
_INTEGER, _BITS, _OCTETS, _ENUMERATED, _UTF8, _SEQUENCE = 0x02, 0x03, 0x04, 0x0A, 0x0C, 0x30


@dataclass(frozen=True, slots=True)
class Folder:
    """A dedicated file: its id, its name if it can be selected by one, and its elementary files."""

    id: int
    name: bytes = b""
    files: dict[int, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileSystem:
    """The three directories of a card."""

    master: Folder
    application: Folder
    signing: Folder


def file_system(issued: IssuedCard, serial: str) -> FileSystem:
    """All files of a card with these keys and certificates; ``serial`` is its number in ASCII."""
    entry = _tlv(0x61, _tlv(0x4F, PKCS15), _tlv(0x50, b"FINEID"))
    return FileSystem(
        Folder(
            MF_ID,
            files={EF_DIR: entry, ISSUER_CERTIFICATE: issued.issuer, ROOT_CERTIFICATE: issued.root},
        ),
        Folder(
            PKCS15_ID,
            PKCS15,
            {
                EF_ODF: _odf(),
                EF_TOKEN_INFO: _token_info(serial),
                EF_AODF: _pin("perustunnusluku", 1, PIN1)
                + _pin("allekirjoitustunnusluku", 2, PIN2),
                EF_PRKDF: _key(
                    "todentamis- ja salausavain", 1, AUTHENTICATION_KEY, issued.authentication_key
                )
                + _key("allekirjoitusavain", 2, SIGNATURE_KEY, issued.signature_key),
                EF_CDF: _certificate(
                    "todentamis- ja salausvarmenne", 1, (PKCS15_ID, AUTHENTICATION_CERTIFICATE)
                )
                + _certificate("allekirjoitusvarmenne", 2, (ESIGN_ID, SIGNATURE_CERTIFICATE)),
                AUTHENTICATION_CERTIFICATE: issued.authentication,
            },
        ),
        Folder(ESIGN_ID, ESIGN, {SIGNATURE_CERTIFICATE: issued.signature}),
    )


def _tlv(tag: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    size = len(content)
    if size < 0x80:
        return bytes((tag, size)) + content
    if size < 0x100:
        return bytes((tag, 0x81, size)) + content
    return bytes((tag, 0x82)) + size.to_bytes(2, "big") + content


def _integer(value: int) -> bytes:
    return _tlv(_INTEGER, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _bits(*positions: int) -> bytes:
    """A BIT STRING with these bits set, bit 0 first, without trailing zeros (DER)."""
    length = max(positions) + 1
    value = sum(1 << (length - 1 - position) for position in positions)
    unused = -length % 8
    return _tlv(_BITS, bytes((unused,)), (value << unused).to_bytes((length + 7) // 8, "big"))


def _path(*ids: int) -> bytes:
    octets = b"".join(each.to_bytes(2, "big") for each in (MF_ID, *ids))
    return _tlv(_SEQUENCE, _tlv(_OCTETS, octets))


def _common(label: str, *more: bytes) -> bytes:
    return _tlv(_SEQUENCE, _tlv(_UTF8, label.encode()), *more)


def _id(number: int) -> bytes:
    return _tlv(_OCTETS, bytes((number,)))


def _odf() -> bytes:
    kinds = {0: EF_PRKDF, 4: EF_CDF, 8: EF_AODF}
    return b"".join(_tlv(_CONTEXT | kind, _path(PKCS15_ID, file)) for kind, file in kinds.items())


def _token_info(serial: str) -> bytes:
    return _tlv(
        _SEQUENCE,
        _integer(0),
        _tlv(_OCTETS, serial.encode("ascii")),
        _tlv(_UTF8, b"Kanta Desk HARJOITUS"),
        _tlv(0x80, b"HARJOITUSKORTTI"),
        _bits(1, 2),  # loginRequired, prnGeneration
    )


def _pin(label: str, number: int, reference: int) -> bytes:
    """PKCS#15 §6.8.1 PinAttributes: ASCII digits, 4 to 8, stored unpadded, global."""
    attributes = _tlv(
        _SEQUENCE,
        _bits(4),  # initialized
        _tlv(_ENUMERATED, b"\x01"),  # ascii-numeric
        _integer(4),
        _integer(8),
        _integer(8),
        _tlv(0x80, bytes((reference,))),
    )
    return _tlv(
        _SEQUENCE,
        _common(label, _bits(0)),
        _tlv(_SEQUENCE, _id(number)),
        _tlv(_CONTEXT | 1, attributes),
    )


def _key(label: str, number: int, reference: int, key: PrivateKey) -> bytes:
    elliptic = not isinstance(key, rsa.RSAPrivateKey)
    usage = _bits(2) if number == 1 else _bits(9)  # sign, nonRepudiation
    signing = number == 2
    path = _path(ESIGN_ID if signing else PKCS15_ID)
    attributes = _tlv(_SEQUENCE, path, *(() if elliptic else (_integer(key.key_size),)))
    return _tlv(
        _CONTEXT if elliptic else _SEQUENCE,
        _common(label, _bits(0), _id(number)),
        _tlv(_SEQUENCE, _id(number), usage, _integer(reference)),
        _tlv(_CONTEXT | 1, attributes),
    )


def _certificate(label: str, number: int, path: tuple[int, int]) -> bytes:
    return _tlv(
        _SEQUENCE,
        _common(label),
        _tlv(_SEQUENCE, _id(number)),
        _tlv(_CONTEXT | 1, _tlv(_SEQUENCE, _path(*path))),
    )

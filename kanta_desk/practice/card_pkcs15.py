"""The PKCS#15 objects of a software card (ISO/IEC 7816-15), encoded from their definitions.

Written without the reader's parser, so that each is a check on the other. The ids of the directory
files and their labels are not published and chosen freely: who reads them must go through EF.ODF.
``Claims`` lets a card say of itself what is not so.
"""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric import rsa

from kanta_desk.practice.authority import PrivateKey
from kanta_desk.practice.card_dialect import Dialect

EF_AODF = 0x4401
EF_PRKDF = 0x4402
EF_CDF = 0x4403
EF_TRUSTED_CDF = 0x4404

_PIN1_ID, _PIN2_ID, _PUK_ID = 1, 2, 3
_AUTHENTICATION_ID, _SIGNATURE_ID, _ISSUER_ID, _ROOT_ID = 0x45, 0x46, 0x47, 0x48
_PRIVATE_KEYS, _CERTIFICATES, _TRUSTED, _AUTH_OBJECTS = 0, 4, 5, 8

_CONTEXT = 0xA0
_BOOLEAN, _INTEGER, _BITS, _OCTETS, _ENUMERATED, _UTF8, _SEQUENCE = 1, 2, 3, 4, 10, 12, 0x30


@dataclass(frozen=True, slots=True)
class Claims:
    """What the files say where it is not what the card does; None says the truth.

    ``signed_references``: key references over 7F as negative numbers, as some issuers encode them.
    ``fill``: so many bytes of ``filler`` behind the objects of each file, as on a card whose files
    are larger than what is in them.
    """

    pin1_reference: int | None = None
    pin2_reference: int | None = None
    pin_shortest: int | None = None
    pin_longest: int | None = None
    pin_stored: int | None = None
    pad: int | None = None
    authentication_key: int | None = None
    signature_key: int | None = None
    authentication_path: bytes | None = None
    signature_path: bytes | None = None
    signed_references: bool = False
    fill: int = 0
    filler: int = 0


@dataclass(frozen=True, slots=True)
class Places:
    """Paths from the master file, ids joined, of what the objects point at."""

    folder: bytes
    signing: bytes
    authentication: bytes
    signature: bytes
    issuer: bytes
    root: bytes


def tlv(tag: int, *parts: bytes) -> bytes:
    """One DER element of up to 64 KiB."""
    content = b"".join(parts)
    size = len(content)
    if size < 0x80:
        return bytes((tag, size)) + content
    if size < 0x100:
        return bytes((tag, 0x81, size)) + content
    return bytes((tag, 0x82)) + size.to_bytes(2, "big") + content


def directory(application: bytes, path: bytes) -> bytes:
    """EF.DIR: the application's name, label and path."""
    return tlv(0x61, tlv(0x4F, application), tlv(0x50, b"FINEID"), tlv(0x51, path))


def token_info(serial: str) -> bytes:
    """EF.TokenInfo: serial number, maker, label."""
    return tlv(
        _SEQUENCE,
        _integer(0),
        tlv(_OCTETS, serial.encode("ascii")),
        tlv(_UTF8, b"Kanta Desk HARJOITUS"),
        tlv(0x80, b"HARJOITUSKORTTI"),
        _bits(1, 2),  # loginRequired, prnGeneration
    )


def object_files(
    dialect: Dialect, keys: tuple[PrivateKey, PrivateKey], places: Places, claims: Claims
) -> dict[int, bytes]:
    """AODF, PrKDF and both CDFs by their file ids."""
    fill = bytes((claims.filler,)) * claims.fill

    def key(label: str, number: int) -> bytes:
        private = keys[1] if number == _SIGNATURE_ID else keys[0]
        return _key(label, number, dialect, private, places, claims)

    files = {
        EF_AODF: _pin("perustunnusluku", _PIN1_ID, dialect, claims)
        + _pin("allekirjoitustunnusluku", _PIN2_ID, dialect, claims)
        + _puk(dialect),
        EF_PRKDF: key("todentamis- ja salausavain", _AUTHENTICATION_ID)
        + key("allekirjoitusavain", _SIGNATURE_ID),
        EF_CDF: _certificate(
            "todentamis- ja salausvarmenne",
            _AUTHENTICATION_ID,
            claims.authentication_path or places.authentication,
        )
        + _certificate(
            "allekirjoitusvarmenne", _SIGNATURE_ID, claims.signature_path or places.signature
        ),
        EF_TRUSTED_CDF: _certificate("Sote CA", _ISSUER_ID, places.issuer, authority=True)
        + _certificate("Root CA", _ROOT_ID, places.root, authority=True),
    }
    return {file: content + fill for file, content in files.items()}


def odf(folder: bytes, claims: Claims) -> bytes:
    """EF.ODF: where each kind of object is listed."""
    kinds = {
        _PRIVATE_KEYS: EF_PRKDF,
        _CERTIFICATES: EF_CDF,
        _TRUSTED: EF_TRUSTED_CDF,
        _AUTH_OBJECTS: EF_AODF,
    }
    listed = (
        tlv(_CONTEXT | kind, _path(folder + file.to_bytes(2, "big")))
        for kind, file in kinds.items()
    )
    return b"".join(listed) + bytes((claims.filler,)) * claims.fill


def _integer(value: int, *, signed: bool = False) -> bytes:
    if signed and 0x80 <= value <= 0xFF:
        return tlv(_INTEGER, bytes((value,)))
    return tlv(_INTEGER, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _bits(*positions: int) -> bytes:
    """A BIT STRING with these bits set, bit 0 first, without trailing zeros (DER)."""
    length = max(positions) + 1
    value = sum(1 << (length - 1 - position) for position in positions)
    unused = -length % 8
    return tlv(_BITS, bytes((unused,)), (value << unused).to_bytes((length + 7) // 8, "big"))


def _path(path: bytes) -> bytes:
    return tlv(_SEQUENCE, tlv(_OCTETS, path))


def _common(label: str, *more: bytes) -> bytes:
    return tlv(_SEQUENCE, tlv(_UTF8, label.encode()), *more)


def _id(number: int) -> bytes:
    return tlv(_OCTETS, bytes((number,)))


def _pin(label: str, number: int, dialect: Dialect, claims: Claims) -> bytes:
    first = number == _PIN1_ID
    claimed = claims.pin1_reference if first else claims.pin2_reference
    true = dialect.pin1 if first else dialect.pin2
    shortest, longest = dialect.pin_digits if first else dialect.pin2_digits
    flags = [4]  # initialized
    if dialect.block:
        flags.append(5)  # needs-padding
    return _auth_object(
        _common(label, _bits(0), _id(_PUK_ID)),
        number,
        _bits(*flags),
        claims.pin_shortest or shortest,
        claims.pin_stored or dialect.block or longest,
        claims.pin_longest or longest,
        true if claimed is None else claimed,
        claims.pad if claims.pad is not None else (0 if dialect.block else None),
    )


def _puk(dialect: Dialect) -> bytes:
    flags = _bits(3, 4, 6)  # unblock-disabled, initialized, unblockingPin
    pad = 0 if dialect.block else None
    common = _common("aktivointitunnusluku", _bits(0))
    return _auth_object(common, _PUK_ID, flags, 8, dialect.block or 8, 8, dialect.puk, pad)


def _auth_object(
    common: bytes,
    number: int,
    flags: bytes,
    shortest: int,
    stored: int,
    longest: int,
    reference: int,
    pad: int | None,
) -> bytes:
    """PinAttributes: ASCII digits."""
    attributes = tlv(
        _SEQUENCE,
        flags,
        tlv(_ENUMERATED, b"\x01"),
        _integer(shortest),
        _integer(stored),
        _integer(longest),
        tlv(0x80, bytes((reference,))),
        b"" if pad is None else tlv(_OCTETS, bytes((pad,))),
    )
    return tlv(_SEQUENCE, common, tlv(_SEQUENCE, _id(number)), tlv(_CONTEXT | 1, attributes))


def _key(
    label: str, number: int, dialect: Dialect, key: PrivateKey, places: Places, claims: Claims
) -> bytes:
    signing = number == _SIGNATURE_ID
    claimed = claims.signature_key if signing else claims.authentication_key
    true = dialect.signature_key if signing else dialect.authentication_key
    reference = _integer(true if claimed is None else claimed, signed=claims.signed_references)
    usage = _bits(9) if signing else _bits(2)  # nonRepudiation; sign
    path = _path(places.signing if signing else places.folder)
    elliptic = not isinstance(key, rsa.RSAPrivateKey)
    attributes = tlv(_SEQUENCE, path, b"" if elliptic else _integer(key.key_size))
    return tlv(
        _CONTEXT if elliptic else _SEQUENCE,
        _common(label, _bits(0), _id(_PIN2_ID if signing else _PIN1_ID)),
        tlv(_SEQUENCE, _id(number), usage, reference),
        tlv(_CONTEXT | 1, attributes),
    )


def _certificate(label: str, number: int, path: bytes, *, authority: bool = False) -> bytes:
    return tlv(
        _SEQUENCE,
        _common(label),
        tlv(_SEQUENCE, _id(number), tlv(_BOOLEAN, b"\xff") if authority else b""),
        tlv(_CONTEXT | 1, tlv(_SEQUENCE, _path(path))),
    )

"""What a card says of itself: the PKCS#15 directory of its PINs, keys and certificates.

Structures: PKCS #15 v1.1 §6 and ISO/IEC 7816-15 §8, as far as FINEID cards use them. Files are
concatenations of DER objects that a card may pad with 00 or FF, write in another dialect, or fill
with nonsense. So nothing here raises: an object that cannot be read is left out, and what an object
does not say is ``None``. Bounded in size, count and depth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, TypeVar

from asn1crypto import core as untyped_core
from asn1crypto import parser as untyped_parser

core: Any = untyped_core
parser: Any = untyped_parser

MAX_FILE = 8 * 1024
MAX_OBJECTS = 64
MAX_DEPTH = 12
MAX_NODES = 1024
MAX_NUMBER_OCTETS = 4

_FILLER = (0x00, 0xFF)
_ID_LIMIT = 64
_LABEL_LIMIT = 128
_CONSTRUCTED = 1

# What asn1crypto raises over content that does not fit its structures.
_MALFORMED = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)

T = TypeVar("T")
Path = tuple[int, ...]
"""File ids from the master file down, without its own."""


class PinKind(IntEnum):
    """How a PIN's digits become bytes (PKCS #15 §6.8.1 PinType)."""

    BCD = 0
    ASCII = 1
    UTF8 = 2
    HALF_NIBBLE_BCD = 3
    ISO9564 = 4


@dataclass(frozen=True, slots=True)
class TokenInfo:
    """The card itself. ``serial``: its characters where they are text, else hexadecimal."""

    serial: str = ""
    manufacturer: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class PinObject:
    """A PIN. ``reference`` is 0 to 255; ``unblocking`` marks the PUK."""

    id: bytes
    label: str
    reference: int
    kind: int | None
    local: bool
    needs_padding: bool
    unblocking: bool
    shortest: int | None
    longest: int | None
    stored: int | None
    padding: int | None


@dataclass(frozen=True, slots=True)
class KeyObject:
    """A private key. ``consent``: how many uses one PIN allows, 0 where the card does not say."""

    id: bytes
    pin_id: bytes
    label: str
    signs: bool
    non_repudiation: bool
    reference: int | None
    consent: int
    path: Path


@dataclass(frozen=True, slots=True)
class CertificateObject:
    """A certificate, by the id of the key that it belongs to."""

    id: bytes
    label: str
    authority: bool
    path: Path


@dataclass(frozen=True, slots=True)
class ObjectFiles:
    """What EF.ODF points to: the files that list keys, certificates and PINs."""

    keys: tuple[Path, ...] = ()
    certificates: tuple[Path, ...] = ()
    pins: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Directory:
    """All that a card says of its PINs, keys and certificates."""

    pins: tuple[PinObject, ...] = ()
    keys: tuple[KeyObject, ...] = ()
    certificates: tuple[CertificateObject, ...] = ()


class _Label(core.Choice):  # type: ignore[misc]
    _alternatives = [  # noqa: RUF012
        ("utf8", core.UTF8String),
        ("printable", core.PrintableString),
        ("t61", core.TeletexString),
    ]


class _Path(core.Sequence):  # type: ignore[misc]
    _fields = [  # noqa: RUF012
        ("path", core.OctetString),
        ("index", core.Integer, {"optional": True}),
        ("length", core.Integer, {"implicit": 0, "optional": True}),
    ]


class _Common(core.Sequence):  # type: ignore[misc]
    _fields = [  # noqa: RUF012
        ("label", _Label, {"optional": True}),
        ("flags", core.BitString, {"optional": True}),
        ("pin_id", core.OctetString, {"optional": True}),
        ("consent", core.Integer, {"optional": True}),
    ]


class _Identified(core.Sequence):  # type: ignore[misc]
    _fields = [  # noqa: RUF012
        ("id", core.OctetString, {"optional": True}),
        ("authority", core.Boolean, {"default": False}),
    ]


class _PinFlags(core.BitString):  # type: ignore[misc]
    _map = {1: "local", 5: "needs_padding", 6: "unblocking"}  # noqa: RUF012


class _PinValues(core.Sequence):  # type: ignore[misc]
    _fields = [  # noqa: RUF012
        ("flags", _PinFlags),
        ("kind", core.Integer, {"implicit": ("universal", 10)}),
        ("shortest", core.Integer),
        ("stored", core.Integer),
        ("longest", core.Integer, {"optional": True}),
        ("reference", core.Integer, {"implicit": 0, "default": 0}),
        ("padding", core.OctetString, {"optional": True}),
    ]


class _Pin(core.Sequence):  # type: ignore[misc]
    _fields = [  # noqa: RUF012
        ("common", _Common),
        ("own", _Identified),
        ("values", _PinValues, {"explicit": 1}),
    ]


class _Usage(core.BitString):  # type: ignore[misc]
    _map = {2: "sign", 9: "non_repudiation"}  # noqa: RUF012


class _KeyOwn(core.Sequence):  # type: ignore[misc]
    _fields = [  # noqa: RUF012
        ("id", core.OctetString),
        ("usage", _Usage),
        ("native", core.Boolean, {"default": True}),
        ("access", core.BitString, {"optional": True}),
        ("reference", core.Integer, {"optional": True}),
    ]


class _Indirect(core.Sequence):  # type: ignore[misc]
    """The type attributes of keys and certificates, of which only the path is of use."""

    _fields = [("value", _Path)]  # noqa: RUF012


class _Key(core.Sequence):  # type: ignore[misc]
    _fields = [  # noqa: RUF012
        ("common", _Common),
        ("own", _KeyOwn),
        ("sub", core.Sequence, {"explicit": 0, "optional": True}),
        ("values", _Indirect, {"explicit": 1}),
    ]


class _Certificate(core.Sequence):  # type: ignore[misc]
    _fields = [  # noqa: RUF012
        ("common", _Common),
        ("own", _Identified),
        ("sub", core.Sequence, {"explicit": 0, "optional": True}),
        ("values", _Indirect, {"explicit": 1}),
    ]


class _Token(core.Sequence):  # type: ignore[misc]
    _fields = [  # noqa: RUF012
        ("version", core.Integer),
        ("serial", core.OctetString, {"optional": True}),
        ("manufacturer", _Label, {"optional": True}),
        ("label", core.UTF8String, {"implicit": 0, "optional": True}),
    ]


def objects(content: bytes) -> Iterator[bytes]:
    """The whole DER objects of a file, one after the other, up to filler, nonsense or a limit."""
    content, position = content[:MAX_FILE], 0
    for _ in range(MAX_OBJECTS):
        if position >= len(content) or content[position] in _FILLER:
            return
        try:
            size = parser.peek(content[position:])
        except ValueError:
            return
        yield content[position : position + size]
        position += size


def ends(content: bytes) -> bool:
    """Whether a file's objects end within ``content``: filler or nonsense follows, or too much."""
    position = sum(len(each) for each in objects(content))
    if position >= MAX_FILE or (position < len(content) and content[position] in _FILLER):
        return True
    return position < len(content) and not _may_go_on(content[position:])


def read_token_info(content: bytes) -> TokenInfo:
    """EF.TokenInfo, or EF.CIAInfo of ISO/IEC 7816-15."""

    def read(raw: bytes) -> TokenInfo:
        token = _Token.load(raw)
        serial: bytes = token["serial"].native or b""
        text = serial.decode("ascii", "replace")
        return TokenInfo(
            text if text.isalnum() and text.isascii() else serial[:_ID_LIMIT].hex().upper(),
            _text(token["manufacturer"]),
            _text(token["label"]),
        )

    return next(iter(_each(content, read)), TokenInfo())


def read_object_files(content: bytes) -> ObjectFiles:
    """EF.ODF. Lists written out in place of a path are not followed."""
    found: dict[int, list[Path]] = {}
    for raw in _sound(content):
        try:
            class_, _, tag, _, inner, _ = parser.parse(raw)
            path = _path(_Path.load(inner))
        except _MALFORMED:
            continue
        if class_ == 2 and path:
            found.setdefault(tag, []).append(path)
    certificates = [path for kind in (4, 5, 6) for path in found.get(kind, ())]
    return ObjectFiles(
        tuple(found.get(0, ())), tuple(dict.fromkeys(certificates)), tuple(found.get(8, ()))
    )


def read_pins(content: bytes) -> tuple[PinObject, ...]:
    """An AODF; authentication objects that are no PIN are left out."""

    def read(raw: bytes) -> PinObject:
        entry = _Pin.load(raw)
        values = entry["values"]
        flags = values["flags"].native
        padding = values["padding"].native
        return PinObject(
            id=_identifier(entry["own"]["id"].native),
            label=_text(entry["common"]["label"]),
            reference=_octet(values["reference"]) or 0,
            kind=_number(values["kind"]),
            local="local" in flags,
            needs_padding="needs_padding" in flags,
            unblocking="unblocking" in flags,
            shortest=_number(values["shortest"]),
            longest=_number(values["longest"]),
            stored=_number(values["stored"]),
            padding=padding[0] if padding else None,
        )

    return _each(content, read)


def read_keys(content: bytes) -> tuple[KeyObject, ...]:
    """A PrKDF: RSA keys are plain sequences, those of elliptic curves are tagged [0]."""

    def read(raw: bytes) -> KeyObject:
        entry = _Key.load(_untagged(raw))
        own, common = entry["own"], entry["common"]
        usage = own["usage"].native
        return KeyObject(
            id=_identifier(own["id"].native),
            pin_id=_identifier(common["pin_id"].native),
            label=_text(common["label"]),
            signs="sign" in usage,
            non_repudiation="non_repudiation" in usage,
            reference=_octet(own["reference"]),
            consent=_number(common["consent"]) or 0,
            path=_path(entry["values"]["value"]),
        )

    return _each(content, read)


def read_certificates(content: bytes) -> tuple[CertificateObject, ...]:
    """A CDF; certificates that are not X.509, or not in a file of the card, are left out."""

    def read(raw: bytes) -> CertificateObject:
        entry = _Certificate.load(raw)
        return CertificateObject(
            id=_identifier(entry["own"]["id"].native),
            label=_text(entry["common"]["label"]),
            authority=bool(entry["own"]["authority"].native),
            path=_path(entry["values"]["value"]),
        )

    return _each(content, read)


def _each(content: bytes, read: Callable[[bytes], T]) -> tuple[T, ...]:
    made = []
    for raw in _sound(content):
        try:
            made.append(read(raw))
        except _MALFORMED:
            continue
    return tuple(made)


def _sound(content: bytes) -> Iterator[bytes]:
    return (raw for raw in objects(content) if _is_bounded(raw))


def _is_bounded(raw: bytes) -> bool:
    """Whether an object nests and branches within the limits; nothing is recursed into."""
    stack, nodes = [(raw, 0)], 0
    while stack:
        content, depth = stack.pop()
        while content:
            nodes += 1
            if nodes > MAX_NODES or depth > MAX_DEPTH:
                return False
            try:
                _, method, _, header, inner, trailer = parser.parse(content)
            except ValueError:
                return False
            if method == _CONSTRUCTED:
                stack.append((inner, depth + 1))
            content = content[len(header) + len(inner) + len(trailer) :]
    return True


def _may_go_on(rest: bytes) -> bool:
    """Whether more bytes could make an object of ``rest``: it breaks off, and is not too long."""
    try:
        parser.peek(rest)
    except ValueError as error:
        return "Insufficient data" in str(error) and _claimed(rest) <= MAX_FILE
    return True


def _claimed(rest: bytes) -> int:
    """The length that a header of a one-byte tag claims."""
    first = rest[1] if len(rest) > 1 else 0
    return int.from_bytes(rest[2 : 2 + (first & 0x7F)], "big") if first & 0x80 else first


def _untagged(raw: bytes) -> bytes:
    """A key as a plain sequence, whichever kind its tag [n] says."""
    class_, _, _, _, inner, _ = parser.parse(raw)
    return bytes(parser.emit(0, _CONSTRUCTED, 16, inner)) if class_ == 2 else raw


def _number(value: Any) -> int | None:
    """A number that is not absurd; None where there is none."""
    contents: bytes = value.contents or b""
    return int(value.native) if 0 < len(contents) <= MAX_NUMBER_OCTETS else None


def _octet(value: Any) -> int | None:
    """A reference of one byte; cards write 82 both as 02 01 82 (negative) and as 02 02 00 82."""
    number = _number(value)
    return number & 0xFF if number is not None and -0x80 <= number <= 0xFF else None


def _identifier(value: bytes | None) -> bytes:
    return (value or b"")[:_ID_LIMIT]


def _text(value: Any) -> str:
    text = value.native
    return "".join(c for c in str(text or "")[:_LABEL_LIMIT] if c.isprintable())


def _path(value: Any) -> Path:
    octets: bytes = value["path"].native
    if len(octets) % 2 or len(octets) > 16:
        return ()
    ids = tuple(int.from_bytes(octets[at : at + 2], "big") for at in range(0, len(octets), 2))
    return ids[1:] if ids[:1] == (0x3F00,) else ids

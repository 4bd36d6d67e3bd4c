"""Reads the objects of a PDF file as plain values: enough of ISO 32000 to look behind the pages.

PDFium draws pages and tells nothing of what else a file holds. This reader follows the
cross-reference tables and streams from the end of the file, and object streams, with limits on
everything. It never runs, opens or loads anything, and decodes only streams it is asked for.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kanta_desk.errors import BadDocument

MAX_OBJECTS: Final = 200_000
MAX_DEPTH: Final = 60
MAX_STREAM: Final = 32 * 1024 * 1024
MAX_DECODED: Final = 128 * 1024 * 1024
MAX_SECTIONS: Final = 200

_TAIL: Final = 2048
_NUMBER: Final = re.compile(rb"[+-]?(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})")
_SPACE: Final = re.compile(rb"(?:[\x00\t\n\f\r ]|%[^\r\n]*)*")
_REGULAR: Final = re.compile(rb"[^\x00\t\n\f\r ()<>\[\]{}/%]*")
_REFERENCE: Final = re.compile(rb"(\d{1,10})[\x00\t\n\f\r ]+(\d{1,5})[\x00\t\n\f\r ]+R(?![A-Za-z])")
_HEAD: Final = re.compile(rb"(\d{1,10})[\x00\t\n\f\r ]+(\d{1,5})[\x00\t\n\f\r ]+obj")
_ENTRY: Final = re.compile(rb"(\d{10}) (\d{5}) ([nf])")
_SECTION: Final = re.compile(rb"[\x00\t\n\f\r ]*(\d{1,10})[ ]+(\d{1,10})[\x00\t\n\f\r ]*")
_HEX_NAME: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_ESCAPES: Final = {ord("n"): 10, ord("r"): 13, ord("t"): 9, ord("b"): 8, ord("f"): 12}


class Name(str):
    """A PDF name, without its slash."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an object by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: its dictionary, and its bytes as they stand in the file."""

    about: dict[str, Value]
    raw: bytes = field(repr=False)


Value = None | bool | int | float | bytes | Name | Ref | Stream | list["Value"] | dict[str, "Value"]


def _bad(reason: str) -> BadDocument:
    return BadDocument("pdf", reason)


class PdfObjects:
    """The objects of one file, read when they are asked for.

    Raises:
        BadDocument: in the constructor if the file's cross-reference cannot be followed, and in
            every method if what is asked for cannot be read or is over a limit.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.trailer: dict[str, Value] = {}
        self._places: dict[int, tuple[int, int]] = {}  # (0, offset) or (stream's number, index)
        self._seen: dict[int, Value] = {}
        self._packed: dict[int, list[Value]] = {}
        self._decoded = 0
        self._open: set[int] = set()
        self._read_sections()

    def resolve(self, value: Value) -> Value:
        """``value`` itself, or the object that it refers to; an object that is not there is null,
        as the standard has it."""
        for _ in range(MAX_DEPTH):
            if not isinstance(value, Ref):
                return value
            value = self._object(value.number)
        raise _bad("references go round")

    def dictionary(self, value: Value) -> dict[str, Value]:
        """The dictionary that ``value`` is or leads to, that of a stream too; else an empty one."""
        found = self.resolve(value)
        if isinstance(found, Stream):
            return found.about
        return found if isinstance(found, dict) else {}

    def array(self, value: Value) -> list[Value]:
        """The array that ``value`` is or refers to; else an empty one."""
        found = self.resolve(value)
        return found if isinstance(found, list) else []

    def filters(self, stream: Stream) -> tuple[str, ...]:
        """The names of a stream's filters, in the order in which they are undone."""
        named = self.resolve(stream.about.get("Filter"))
        several = named if isinstance(named, list) else [named]
        return tuple(str(f) for f in map(self.resolve, several) if isinstance(f, Name))

    def decode(self, stream: Stream) -> bytes:
        """A stream's content, where nothing but Flate was used on it."""
        data, filters = stream.raw, self.filters(stream)
        for name in filters:
            if name not in ("FlateDecode", "Fl"):
                raise _bad("a filter that is not read")
            data = self._inflated(data)
        said = self.resolve(stream.about.get("DecodeParms"))
        about = self.dictionary(said[0] if isinstance(said, list) and said else said)
        predictor = about.get("Predictor", 1)
        if filters and isinstance(predictor, int) and predictor >= 10:
            columns = about.get("Columns", 1)
            data = _unpredicted(data, columns if isinstance(columns, int) else 1)
        return data

    def reachable(self) -> Iterator[Value]:
        """Every object that the trailer leads to, each once: those of the file as it now stands."""
        waiting: list[tuple[Value, int]] = [(self.trailer, 0)]
        met: set[int] = set()
        count = 0
        while waiting:
            value, depth = waiting.pop()
            if isinstance(value, Ref):
                if value.number in met:
                    continue
                met.add(value.number)
                value, depth = self.resolve(value), 0
            count += 1
            if count > 20 * MAX_OBJECTS or depth > MAX_DEPTH:
                raise _bad("too many objects")
            inner: list[Value] = []
            if isinstance(value, Stream):
                yield value
                inner = list(value.about.values())
            elif isinstance(value, dict):
                yield value
                inner = list(value.values())
            elif isinstance(value, list):
                inner = value
            waiting += [(v, depth + 1) for v in inner if isinstance(v, Ref | Stream | dict | list)]

    def _read_sections(self) -> None:
        start = self.data.rfind(b"startxref", max(0, len(self.data) - _TAIL))
        if start < 0:
            raise _bad("no startxref")
        found = _NUMBER.match(self.data, _skip(self.data, start + 9))
        offsets = [int(float(found[0]))] if found else []
        read: set[int] = set()
        while offsets:
            offset = offsets.pop(0)
            if offset in read:
                continue
            read.add(offset)
            if len(read) > MAX_SECTIONS or not 0 <= offset < len(self.data):
                raise _bad("cross-reference")
            trailer = self._read_section(offset)
            self.trailer = trailer | self.trailer
            offsets += [
                at for key in ("XRefStm", "Prev") if isinstance(at := trailer.get(key), int)
            ]
        if "Root" not in self.trailer:
            raise _bad("no catalogue")

    def _read_section(self, offset: int) -> dict[str, Value]:
        at = _skip(self.data, offset)
        if not self.data.startswith(b"xref", at):
            return self._read_xref_stream(at)
        at += 4
        while section := _SECTION.match(self.data, at):
            first, count = int(section[1]), int(section[2])
            if count > MAX_OBJECTS:
                raise _bad("too many objects")
            at = section.end()
            for number in range(first, first + count):
                entry = _ENTRY.match(self.data, at)
                if entry is None:
                    raise _bad("cross-reference entry")
                if entry[3] == b"n":
                    self._places.setdefault(number, (0, int(entry[1])))
                at = _skip(self.data, entry.end())
        at = _skip(self.data, at)
        if not self.data.startswith(b"trailer", at):
            raise _bad("no trailer")
        value, _ = _Reader(self.data).value(at + 7)
        if not isinstance(value, dict):
            raise _bad("trailer")
        return value

    def _read_xref_stream(self, at: int) -> dict[str, Value]:
        stream = self._at(at)
        if not isinstance(stream, Stream):
            raise _bad("cross-reference")
        about, data = stream.about, self.decode(stream)
        widths = [w for w in self.array(about.get("W")) if isinstance(w, int)]
        if len(widths) != 3 or not all(0 <= w <= 8 for w in widths):
            raise _bad("cross-reference stream")
        size = about.get("Size")
        index = [i for i in self.array(about.get("Index")) if isinstance(i, int)]
        index = index or [0, size if isinstance(size, int) else 0]
        step, place = sum(widths), 0
        for first, count in zip(index[::2], index[1::2], strict=False):
            for number in range(first, first + min(count, MAX_OBJECTS)):
                row = data[place : place + step]
                if len(row) < step or not step:
                    break
                place += step
                kind = int.from_bytes(row[: widths[0]], "big") if widths[0] else 1
                second = int.from_bytes(row[widths[0] : widths[0] + widths[1]], "big")
                third = int.from_bytes(row[widths[0] + widths[1] :], "big")
                if kind == 1:
                    self._places.setdefault(number, (0, second))
                elif kind == 2:
                    self._places.setdefault(number, (second, third))
        return about

    def _object(self, number: int) -> Value:
        if number in self._seen:
            return self._seen[number]
        if number in self._open:
            raise _bad("references go round")
        place = self._places.get(number)
        if place is None:
            return None
        if len(self._seen) > MAX_OBJECTS:
            raise _bad("too many objects")
        self._open.add(number)
        try:
            value = self._at(place[1], number) if place[0] == 0 else self._inside(*place)
        finally:
            self._open.discard(number)
        self._seen[number] = value
        return value

    def _at(self, offset: int, number: int | None = None) -> Value:
        head = _HEAD.match(self.data, _skip(self.data, offset))
        if head is None or (number is not None and int(head[1]) != number):
            raise _bad("an object is not where it should be")
        value, at = _Reader(self.data).value(head.end())
        at = _skip(self.data, at)
        if not (isinstance(value, dict) and self.data.startswith(b"stream", at)):
            return value
        at += 6
        at += 2 if self.data.startswith(b"\r\n", at) else 1
        length = self.resolve(value.get("Length"))
        if not isinstance(length, int) or not 0 <= length <= min(MAX_STREAM, len(self.data) - at):
            raise _bad("a stream's length")
        return Stream(value, self.data[at : at + length])

    def _inside(self, holder: int, index: int) -> Value:
        if holder not in self._packed:
            stream = self._object(holder)
            if not isinstance(stream, Stream):
                raise _bad("an object stream")
            count, first = stream.about.get("N"), stream.about.get("First")
            if not isinstance(count, int) or not isinstance(first, int) or count > MAX_OBJECTS:
                raise _bad("an object stream")
            data = self.decode(stream)
            numbers = [int(n) for n in data[:first].split()[: 2 * count]]
            reader = _Reader(data)
            self._packed[holder] = [reader.value(first + at)[0] for at in numbers[1::2]]
        held = self._packed[holder]
        if index >= len(held):
            raise _bad("an object stream")
        return held[index]

    def _inflated(self, data: bytes) -> bytes:
        most = min(MAX_STREAM, MAX_DECODED - self._decoded)
        try:
            made = zlib.decompressobj().decompress(data, most + 1)
        except zlib.error:
            raise _bad("a compressed stream") from None
        self._decoded += len(made)
        if len(made) > most:
            raise _bad("too much compressed data")
        return made


class _Reader:
    """Reads one value at a time; a method returns the value and where the next begins."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def value(self, at: int, depth: int = 0) -> tuple[Value, int]:
        if depth > MAX_DEPTH:
            raise _bad("nested too deep")
        data, at = self._data, _skip(self._data, at)
        sign = data[at : at + 1]
        if data.startswith(b"<<", at):
            return self._dictionary(at + 2, depth)
        if sign == b"[":
            return self._array(at + 1, depth)
        if sign == b"/":
            return self._name(at + 1)
        if sign == b"(":
            return self._string(at + 1)
        if sign == b"<":
            end = data.find(b">", at)
            if end < 0:
                raise _bad("a string without end")
            digits = re.sub(rb"[^0-9A-Fa-f]", b"", data[at + 1 : end])
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), end + 1
        if found := _REFERENCE.match(data, at):
            return Ref(int(found[1])), found.end()
        if found := _NUMBER.match(data, at):
            said = found[0]
            return (float(said) if b"." in said else int(said)), found.end()
        word = _REGULAR.match(data, at)
        match word[0] if word else b"":
            case b"true":
                return True, at + 4
            case b"false":
                return False, at + 5
            case b"null":
                return None, at + 4
        raise _bad("syntax")

    def _dictionary(self, at: int, depth: int) -> tuple[Value, int]:
        found: dict[str, Value] = {}
        while True:
            at = _skip(self._data, at)
            if self._data.startswith(b">>", at):
                return found, at + 2
            if self._data[at : at + 1] != b"/":
                raise _bad("a dictionary's key")
            key, at = self._name(at + 1)
            found[str(key)], at = self.value(at, depth + 1)

    def _array(self, at: int, depth: int) -> tuple[Value, int]:
        found: list[Value] = []
        while True:
            at = _skip(self._data, at)
            if self._data[at : at + 1] == b"]":
                return found, at + 1
            value, at = self.value(at, depth + 1)
            found.append(value)

    def _name(self, at: int) -> tuple[Name, int]:
        found = _REGULAR.match(self._data, at)
        said = found[0] if found else b""
        plain = _HEX_NAME.sub(lambda m: bytes.fromhex(m[1].decode()), said)
        return Name(plain.decode("latin-1")), at + len(said)

    def _string(self, at: int) -> tuple[bytes, int]:
        data, depth, made = self._data, 1, bytearray()
        while at < len(data):
            sign = data[at]
            if sign == 0x5C:
                at, sign = at + 1, data[at + 1] if at + 1 < len(data) else 0
                if sign in b"01234567":
                    octal = data[at : at + 3]
                    digits = len(octal) - len(octal.lstrip(b"01234567"))
                    made.append(int(octal[:digits], 8) & 0xFF)
                    at += digits
                    continue
                if sign not in b"\r\n":
                    made.append(_ESCAPES.get(sign, sign))
                at += 1
                continue
            depth += (sign == 0x28) - (sign == 0x29)
            if depth == 0:
                return bytes(made), at + 1
            made.append(sign)
            at += 1
        raise _bad("a string without end")


def _skip(data: bytes, at: int) -> int:
    found = _SPACE.match(data, at)
    return found.end() if found else at


def _unpredicted(data: bytes, columns: int) -> bytes:
    """Undo PNG's predictors (ISO 32000-1 §7.4.4.4), of one byte to the sample."""
    if not 1 <= columns <= 65536:
        raise _bad("a predictor")
    made, before = bytearray(), bytes(columns)
    for start in range(0, len(data) - columns, columns + 1):
        kind, row = data[start], bytearray(data[start + 1 : start + 1 + columns])
        for i, sample in enumerate(row):
            left = row[i - 1] if i else 0
            up, corner = before[i], before[i - 1] if i else 0
            match kind:
                case 0:
                    add = 0
                case 1:
                    add = left
                case 2:
                    add = up
                case 3:
                    add = (left + up) // 2
                case 4:
                    add = _paeth(left, up, corner)
                case _:
                    raise _bad("a predictor")
            row[i] = (sample + add) & 0xFF
        made += row
        before = bytes(row)
    return bytes(made)


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda near: abs(guess - near))

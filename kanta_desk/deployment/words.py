"""Cuts a text into words that compare equal exactly when a reader would call them the same value.

A word has a ``key`` to compare by and the text as ``shown``. White space, soft hyphens, kinds of
quotation marks and dashes, bullets and rules vanish or become one; a date is one key however it is
spelled (1.2.2026, 01.02.2026, 1. helmikuuta 2026, 2026-02-01), and so is a number (1 234,50 and
1234,5).

Some spellings cannot be told apart alone: ``linja-`` at a line's end may be ``linja-auto`` or
``linjaauto``, ``5 100`` one number or two. Such a piece keeps all its readings until both texts
are known; then the reading is taken that occurs plainly in either. A reading never changes a
digit or a letter, so a value that differs stays different.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kanta_desk.model.time import HELSINKI


@dataclass(frozen=True, slots=True)
class Word:
    """One word: what it compares by, and how the text shows it (identity codes masked)."""

    key: str
    shown: str


Reading = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with its readings; ``default`` is taken if neither text decides."""

    readings: tuple[Reading, ...]
    default: int = 0


_BROKEN = "\ue000"  # a hyphen at a line's end: the word's own, or the line's
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_INVISIBLE = dict.fromkeys(
    (0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x200E, 0x2010), *range(0x202A, 0x202F))
)
_SIGNS = (
    _LIGATURES
    | dict.fromkeys(map(ord, "“”„«»″"), '"')
    | dict.fromkeys(map(ord, "‘’‚´`′"), "'")
    | dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
    | dict.fromkeys(map(ord, "•·‣▪|\t\v\x1f"), " ")
    | dict.fromkeys(map(ord, "\f\x85\u2028\u2029"), "\n")
    | {ord("µ"): "μ", ord("…"): "...", ord(_BROKEN): " "}
)
_SOFT_BREAK = re.compile(r"\u00ad[^\S\n]*\r?\n\s*")
_SPACES = re.compile(r"[^\S\n]+")
_BULLET = re.compile(r"^ ?[-*] (?!\d)", re.M)
_RULE = re.compile(r"[-_=*]{3,}")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])(?:- ?\n\s*|[\ufffe\x02] ?\n?\s*)(?=[^\W\d_])")
_BROKEN_NUMBER = re.compile(r"(?<=\w)(?:- ?\n\s*|[\ufffe\x02] ?\n?\s*)(?=\w)")

_FINNISH_MONTHS = (
    "tammi", "helmi", "maalis", "huhti", "touko", "kesä",
    "heinä", "elo", "syys", "loka", "marras", "joulu",
)  # fmt: skip
_SWEDISH_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_MONTHS = {f"{stem}kuuta": number for number, stem in enumerate(_FINNISH_MONTHS, 1)} | {
    name: number for number, name in enumerate(_SWEDISH_MONTHS, 1)
}
_TOKEN = re.compile(
    rf"""
      (?P<word>[^\W\d_]+(?:(?:[-'{_BROKEN}]|:(?=[a-zåäö]))[^\W\d_]+)*(?:-(?=\s))?)
    | (?P<moment>(?<!\d)\d{{4}}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?(?!\d))
    | (?P<iso>(?<![\d-])\d{{4}}-\d\d-\d\d(?![\d-]))
    | (?P<code>(?<!\w)\d{{6}}[-+A-FU-Ya-fu-y]\d{{3}}[0-9A-Ya-y](?!\w))
    | (?P<date>(?<![\d.])\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{4}}(?![\d]))
    | (?P<named>(?<![\d.])\d{{1,2}}\.?\s(?:{"|".join(_MONTHS)})\s\d{{4}}(?!\d))
    | (?P<clock>(?<![\d:])\d{{1,2}}:\d\d(?::\d\d)?(?![\d:]))
    | (?P<thousands>(?<![\d.])-?\d{{1,3}}(?:\.\d{{3}})+,\d+(?!\d))
    | (?P<dotted>(?<![\d.])\d+(?:\.\d+){{2,}}(?!\d))
    | (?P<daymonth>(?<![\d.,])\d{{1,2}}\.\d{{1,2}}\.(?!\d))
    | (?P<grouped>(?<![\w.,-])-?\d{{1,3}}(?:\ \d{{3}})+(?:,\d+)?(?![\w]))
    | (?P<number>(?:(?<![^\s(])-)?\d+(?:[.,]\d+)?)
    | (?P<sign>\S)
    """,
    re.X,
)
_JOINING = frozenset(("ja", "tai", "sekä", "eli", "och", "eller", "samt", "and", "or"))
_VANISHING = frozenset((":", "_"))


def words_of(*texts: str) -> tuple[tuple[Word, ...], ...]:
    """The words of texts that are to be compared with each other, unclear ones settled together."""
    pieces = [tuple(_pieces(text)) for text in texts]
    plain = {
        word.key
        for text in pieces
        for piece in text
        if len(piece.readings) == 1
        for word in piece.readings[0]
    }
    return tuple(tuple(_settled(text, plain)) for text in pieces)


def _settled(pieces: Iterable[Piece], plain: set[str]) -> Iterator[Word]:
    for piece in pieces:
        said = (r for r in piece.readings if all(word.key in plain for word in r))
        yield from next(said, piece.readings[piece.default])


def _smoothed(text: str) -> str:
    """The text with one kind of space, quote and dash, lines kept, and broken words marked."""
    text = _SOFT_BREAK.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = unicodedata.normalize("NFC", text.translate(_SIGNS).translate(_INVISIBLE))
    text = _RULE.sub(" ", _SPACES.sub(" ", text))
    text = _BULLET.sub("", text)
    return _BROKEN_NUMBER.sub("-", _BROKEN_WORD.sub(_BROKEN, text))


def _pieces(text: str) -> Iterator[Piece]:
    for found in _TOKEN.finditer(_smoothed(text)):
        shown = found[0]
        match found.lastgroup:
            case "word":
                yield _word(shown)
            case "number":
                yield _number(shown)
            case "grouped":
                yield _grouped(shown)
            case "daymonth":
                yield _day_and_month(shown)
            case "thousands":
                yield _plain(_decimal(shown.replace(".", "")), shown)
            case "date" | "iso" | "named":
                yield _plain(_date_key(shown), shown)
            case "moment":
                yield _moment(shown)
            case "clock":
                yield _plain(_clock_key(shown), shown)
            case "code":
                yield _plain(shown, shown[:7] + "****")
            case _ if shown not in _VANISHING:
                yield _plain(shown, shown)
            case _:
                pass


def _plain(key: str, shown: str) -> Piece:
    return Piece(((Word(key, shown),),))


def _word(shown: str) -> Piece:
    if _BROKEN not in shown:
        return _plain(shown, shown)
    kept, parts = shown.replace(_BROKEN, "-"), shown.split(_BROKEN)
    readings = (
        (Word(kept, kept),),
        (Word("".join(parts), kept),),
        (*(Word(f"{part}-", f"{part}-") for part in parts[:-1]), Word(parts[-1], parts[-1])),
    )
    if parts[-1] in _JOINING:
        return Piece(readings, default=2)
    return Piece(readings, default=0 if parts[-1][0].isupper() else 1)


def _number(shown: str) -> Piece:
    if "," in shown:
        return _plain(_decimal(shown), shown)
    if "." not in shown:
        return _plain(shown, shown)
    whole, _, part = shown.partition(".")
    readings = [(Word(shown, shown),), (Word(_decimal(f"{whole},{part}"), shown),)]
    if len(part) == 2 and len(whole) <= 2:
        readings.append((Word(_clock_key(f"{whole}:{part}"), shown),))
    return Piece(tuple(readings))


def _grouped(shown: str) -> Piece:
    merged = (Word(_decimal(shown.replace(" ", "")), shown),)
    apart = tuple(Word(_decimal(part), part) for part in shown.split(" "))
    return Piece((merged, apart), default=1)


def _day_and_month(shown: str) -> Piece:
    first, second, _ = shown.split(".")
    if not (1 <= int(first) <= 31 and 1 <= int(second) <= 12):
        number = _number(shown[:-1])
        stop = Word(".", ".")
        return Piece(tuple((*reading, stop) for reading in number.readings))
    day = (Word(f"{int(first)}.{int(second)}.", shown),)
    clock = (Word(_clock_key(f"{first}:{second}"), shown[:-1]), Word(".", "."))
    return Piece((day, clock) if len(second) == 2 else (day,))


def _moment(shown: str) -> Piece:
    try:
        moment = datetime.fromisoformat(shown)
        if moment.tzinfo:
            moment = moment.astimezone(HELSINKI)
    except (ValueError, OverflowError):
        return _plain(shown, shown)
    day, clock = moment.date().isoformat(), _clock_key(moment.strftime("%H:%M:%S"))
    return Piece(((Word(day, shown), Word(clock, "")),))


def _date_key(shown: str) -> str:
    """ISO, or the text as it is where the calendar has no such day."""
    try:
        if "-" in shown:
            return date.fromisoformat(shown).isoformat()
        day, month, year = re.split(r"[.\s]+", shown)
        number = _MONTHS.get(month) or int(month)
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return shown


def _clock_key(shown: str) -> str:
    """Hours without a leading zero, minutes, and seconds unless they are none."""
    parts = shown.split(":")
    kept = parts[:2] if parts[2:] == ["00"] else parts
    return ":".join((str(int(kept[0])), *kept[1:]))


def _decimal(shown: str) -> str:
    """A number without the zeros that end its decimals: ``1234,50`` → ``1234,5``."""
    return shown.rstrip("0").rstrip(",") if "," in shown else shown

"""Cuts a text into words that compare equal exactly when a reader would call them the same value.

A word has a ``key`` to compare by and the text as ``shown``. White space, soft hyphens, kinds of
quotation marks and dashes, bullets and rules vanish or become one; a date is one key however it is
spelled (1.2.2026, 01.02.2026, 1. helmikuuta 2026, 2026-02-01), and so is a number (1 234,50 and
1234,5).

Some spellings cannot be told apart alone: ``linja-`` at a line's end may be ``linja-auto`` or
``linjaauto``, ``5 100`` one number or two. Such a piece keeps all its readings until both texts
are known; then the reading is taken that occurs plainly in either, or else that the other text may
have too. A reading never changes a digit or a letter, so a value that differs stays different.
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
Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with its readings; ``default`` is taken if neither text decides.

    ``grouped``: numbers with a space between; only such a piece and one without a space can clear
    each other, for ``1.1`` and ``1.10`` are alike unclear and yet two things.
    """

    readings: tuple[Reading, ...]
    default: int = 0
    grouped: bool = False


_BROKEN = "\ue000"  # a hyphen at a line's end: the word's own, or the line's
_CELL = "\ue001"  # between cells of a table: numbers on its sides are never one number
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_INVISIBLE = dict.fromkeys(
    (0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x200E, 0x2010), *range(0x202A, 0x202F))
)
_SIGNS = (
    _LIGATURES
    | dict.fromkeys(map(ord, "“”„«»″"), '"')
    | dict.fromkeys(map(ord, "‘’‚´`′"), "'")
    | dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
    | dict.fromkeys(map(ord, "•·‣▪◦\v\x1f\ue001"), " ")
    | dict.fromkeys(range(0x2500, 0x2580), " ")  # lines that draw boxes
    | dict.fromkeys(map(ord, "|\t│┃║"), f" {_CELL} ")
    | dict.fromkeys(map(ord, "\f\x85\u2028\u2029"), "\n")
    | {ord("µ"): "μ", ord("…"): "...", ord(_BROKEN): " "}
    | {ord("½"): " 1/2", ord("¼"): " 1/4", ord("¾"): " 3/4"}
)
_SOFT_BREAK = re.compile(r"\u00ad[^\S\n]*\r?\n\s*")
_SPACES = re.compile(r"[^\S\n]+")
_BULLET = re.compile(r"^ ?[-*] (?!\d)", re.M)
# A bullet, unless the same text has its empty form: then it is a choice that was made.
_TICKS = (("●", "○◯◉"), ("■", "□▢☐"))
_POWERS = {"²": "2", "³": "3"}
_UNIT_POWER = re.compile(r"(?<=[a-z])[²³]")
_EXPONENTS = {ord(sign): f"^{digit}" for sign, digit in _POWERS.items()}
_ROUND_SUM = re.compile(r"(?<=\d),-+(?=\s?(?:€|eur|kr))", re.I)
_RULE = re.compile(r"[-_=*]{3,}")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])(?:- ?\n\s*|[\ufffe\x02] ?\n?\s*)(?=[^\W\d_])")
_BROKEN_ONCE = re.compile(rf"[^\W\d_]+{_BROKEN}[^\W\d_]+")
_BROKEN_NUMBER = re.compile(r"(?<=\w)(?:- ?\n\s*|[\ufffe\x02] ?\n?\s*)(?=\w)")

_FINNISH_MONTHS = (
    "tammi", "helmi", "maalis", "huhti", "touko", "kesä",
    "heinä", "elo", "syys", "loka", "marras", "joulu",
)  # fmt: skip
_SWEDISH_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORT_MONTHS = (
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
)  # fmt: skip
_MONTHS = {
    name: number
    for names in (
        (f"{stem}kuuta" for stem in _FINNISH_MONTHS),
        (f"{stem}kuun" for stem in _FINNISH_MONTHS),
        _SWEDISH_MONTHS,
        _ENGLISH_MONTHS,
        _SHORT_MONTHS,
    )
    for number, name in enumerate(names, 1)
} | {"sept": 9, "oct": 10}
_MONTH = "|".join(_MONTHS)
_UNITS = {"euroa": "€", "eur": "€", "prosenttia": "%", "procent": "%", "percent": "%"}
_TOKEN = re.compile(
    rf"""
      (?P<named2>(?<!\w)(?i:{_MONTH})\.?\s\d{{1,2}}(?:\.\s?päivä(?:nä)?)?,?\s\d{{4}}(?!\d))
    | (?P<hour>(?<!\w)(?i:klo|kello|kl\.?)\s\d{{1,2}}(?:[.:]\d\d)?(?![\w:])(?!\.\d))
    | (?P<word>[^\W\d_]+(?:(?:[-'{_BROKEN}]|:(?=[a-zåäö]))[^\W\d_]+)*(?:-(?=\s))?)
    | (?P<moment>(?<!\d)\d{{4}}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?(?!\d))
    | (?P<iso>(?<![\d/-])\d{{4}}(?:-\d\d-|/\d\d/)\d\d(?![\d/-]))
    | (?P<code>(?<!\w)\d{{6}}[-+A-FU-Ya-fu-y]\d{{3}}[0-9A-Ya-y](?!\w))
    | (?P<date>(?<![\d.])\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{4}}(?![\d]))
    | (?P<shortyear>(?<![\d.])\d{{1,2}}\.\d{{1,2}}\.\d\d(?![\d.]))
    | (?P<named>(?<![\d.])\d{{1,2}}\.?\s(?:päivänä\s)?(?i:{_MONTH})(?:\.?\s\d{{4}}(?!\d))?(?!\w))
    | (?P<clock>(?<![\d:])\d{{1,2}}:\d\d(?::\d\d)?(?![\d:]))
    | (?P<thousands>(?<![\d.])-?\d{{1,3}}(?:\.\d{{3}})+,\d+(?!\d))
    | (?P<english>(?<![\d,.])-?\d{{1,3}}(?:,\d{{3}})+\.\d\d(?!\d))
    | (?P<dotted>(?<![\d.])\d+(?:\.\d+){{2,}}(?!\d))
    | (?P<daymonth>(?<![\d.,])\d{{1,2}}\.\d{{1,2}}\.(?!\d))
    | (?P<phone>(?<![\w.,-])(?:0\d{{1,2}}|(?<=\+)\d{{2,3}})(?:\ \d{{2,4}}){{0,4}}\ \d{{3,8}}(?!\w))
    | (?P<grouped>(?<![\w.,-])-?\d{{1,3}}(?:\ \d{{3}})+(?:[,.]\d{{1,2}}(?!\d))?(?![\w]))
    | (?P<number>(?:(?<![^\s(])-)?\d+(?:[.,]\d+)?)
    | (?P<sign>\S)
    """,
    re.X,
)
_NUMBERS = frozenset(("number", "grouped", "thousands", "english"))
_JOINING = frozenset(("ja", "tai", "sekä", "eli", "och", "eller", "samt", "and", "or"))
_DAY = ("päivä", "päivänä")
_VANISHING = frozenset((":", "_", _CELL))


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
    return tuple(
        tuple(_settled(text, plain, _possible(pieces[:n] + pieces[n + 1 :])))
        for n, text in enumerate(pieces)
    )


def _possible(texts: Iterable[Iterable[Piece]]) -> set[tuple[bool, Keys]]:
    """The readings that unclear pieces of texts may have, and whether those are grouped."""
    return {
        (piece.grouped, _keys_of(reading))
        for text in texts
        for piece in text
        if len(piece.readings) > 1
        for reading in piece.readings
    }


def _settled(
    pieces: Iterable[Piece], plain: set[str], possible: set[tuple[bool, Keys]]
) -> Iterator[Word]:
    for piece in pieces:
        if len(piece.readings) == 1:
            yield from piece.readings[0]
            continue
        said = [r for r in piece.readings if all(word.key in plain for word in r)]
        said += [r for r in piece.readings if (not piece.grouped, _keys_of(r)) in possible]
        yield from said[0] if said else piece.readings[piece.default]


def _keys_of(reading: Reading) -> Keys:
    return tuple(word.key for word in reading)


def _smoothed(text: str) -> str:
    """The text with one kind of space, quote and dash, lines kept, and broken words marked."""
    text = _SOFT_BREAK.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = unicodedata.normalize("NFC", text.translate(_SIGNS).translate(_INVISIBLE))
    for filled, empty in _TICKS:
        if filled in text and not any(sign in text for sign in empty):
            text = text.replace(filled, " ")
    text = _RULE.sub(" ", _SPACES.sub(" ", text))
    text = _ROUND_SUM.sub("", _BULLET.sub("", text))
    text = _UNIT_POWER.sub(lambda raised: _POWERS[raised[0]], text).translate(_EXPONENTS)
    text = _BROKEN_NUMBER.sub("-", _BROKEN_WORD.sub(_BROKEN, text))
    return _BROKEN_ONCE.sub(_whole_month, text) if _BROKEN in text else text


def _whole_month(found: re.Match[str]) -> str:
    """A month whose name was broken is whole again, so that its date is read."""
    joined = found[0].replace(_BROKEN, "")
    return joined if joined.casefold() in _MONTHS else found[0]


def _pieces(text: str) -> Iterator[Piece]:
    before = ""
    for found in _TOKEN.finditer(_smoothed(text)):
        shown, after_number, before = found[0], before in _NUMBERS, found.lastgroup or ""
        match found.lastgroup:
            case "word" if after_number and shown.casefold() in _UNITS:
                yield _plain(_UNITS[shown.casefold()], shown)
            case "word":
                yield _word(shown)
            case "hour":
                yield from _hour(shown)
            case "shortyear":
                yield _short_year(shown)
            case "number":
                yield _number(shown)
            case "grouped":
                yield _grouped(shown)
            case "phone":
                yield _phone(shown)
            case "daymonth":
                yield _day_and_month(shown)
            case "thousands":
                yield _plain(_decimal(shown.replace(".", "")), shown)
            case "english":
                yield _plain(_decimal(shown.replace(",", "").replace(".", ",")), shown)
            case "date" | "iso" | "named" | "named2":
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
    if len(part) == 3 and whole.strip("-0") and len(whole.lstrip("-")) <= 3:
        # 1.234 is a thousand and more, or a number of parts; 1.200 must never be 1,2.
        return Piece(((Word(shown, shown),), (Word(whole + part, shown),)))
    readings = [(Word(shown, shown),), (Word(_decimal(f"{whole},{part}"), shown),)]
    if len(part) == 2 and len(whole) <= 2:
        readings.append((Word(_clock_key(f"{whole}:{part}"), shown),))
    return Piece(tuple(readings))


def _grouped(shown: str) -> Piece:
    merged = (Word(_decimal(shown.replace(" ", "").replace(".", ",")), shown),)
    apart = tuple(Word(_decimal(part), part) for part in shown.split(" "))
    return Piece((merged, apart), default=1, grouped=True)


def _phone(shown: str) -> Piece:
    """A telephone number is one, wherever its spaces are; or else numbers beside each other."""
    parts = shown.split(" ")
    return Piece(
        ((Word("".join(parts), shown),), tuple(Word(part, part) for part in parts)), grouped=True
    )


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


def _hour(shown: str) -> Iterator[Piece]:
    """``klo 9`` is ``klo 9.00``."""
    said, clock = shown.split()
    hour, _, minute = clock.replace(".", ":").partition(":")
    yield _plain(said, said)
    yield _plain(_clock_key(f"{hour}:{minute or '00'}"), clock)


def _short_year(shown: str) -> Piece:
    """``1.2.26`` may be a day of this century or of the last, or a number of parts."""
    day, month, year = shown.split(".")
    dates = (_date_key(f"{day}.{month}.{century}{year}") for century in (20, 19))
    readings = [(Word(key, shown),) for key in dates if "-" in key]
    plain = Word(f"{int(day)}.{int(month)}.{year}", shown)
    return Piece((*readings, (plain,)), default=len(readings))


def _date_key(shown: str) -> str:
    """ISO, day and month (``1.2.``) where no year is said, or the text as it is where the calendar
    has no such day."""
    try:
        if "-" in shown or "/" in shown:
            return date.fromisoformat(shown.replace("/", "-")).isoformat()
        parts = [part for part in re.split(r"[.,\s]+", shown.casefold()) if part not in _DAY]
        if parts[0] in _MONTHS:
            parts[:2] = parts[1::-1]
        month = _MONTHS.get(parts[1]) or int(parts[1])
        if len(parts) == 2:
            return f"{int(parts[0])}.{month}."
        return date(int(parts[2]), month, int(parts[0])).isoformat()
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

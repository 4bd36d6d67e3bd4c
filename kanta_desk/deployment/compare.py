"""Compares contents: what the source says and what the archive holds, word by word.

Two contents are the same only if every word's key is the same in the same order. Differences in
nothing but punctuation or capitals are told apart, for a person to look at; they are never called
the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from math import floor

from rapidfuzz.distance import Levenshtein

from kanta_desk.deployment.words import Word, words_of
from kanta_desk.errors import BadDocument
from kanta_desk.model.deployment import Difference

MAX_DIFFERENCES = 100
MAX_WORDS = 300_000
MAX_TEXT = 2_000_000
MAX_VALUES = 100_000
MAX_PATH = 500
_CONTEXT_WORDS = 5
_MAX_SHOWN = 240
_MAX_TABLE = 1_000_000_000
_MAX_DIGITS = 60
_LOOSE = re.compile(r"(?<=\w) ([.,;!?)\]%])")
_UNSAID = frozenset(("true", "false", "null", "{}", "[]", ""))
_TECHNICAL = frozenset(
    ("code", "codesystem", "extension", "id", "koodi", "koodisto", "oid", "root", "system",
     "tunniste", "tunnus", "type")
)  # fmt: skip
_LIGHT = frozenset(".,;!\"'()[]")


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two contents compare.

    ``differences`` holds the first ``MAX_DIFFERENCES`` of ``total``; ``similarity`` is the share of
    words (or values) that agree, 0–1; ``form_only`` means that every difference is of punctuation
    or capitals alone. ``words`` is how many words (or values) were expected; ``respelled`` are
    values that were taken as the same though they are written differently.
    """

    differences: tuple[Difference, ...]
    total: int
    similarity: float
    form_only: bool
    words: int
    respelled: tuple[tuple[str, str], ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return self.total == 0

    @property
    def percent(self) -> int:
        """The similarity in whole percents, 100 only for the same."""
        return floor(self.similarity * 100)


@dataclass(frozen=True, slots=True)
class _Change:
    """Words ``start:end`` of the expected text stand where the found one has others."""

    expected: Sequence[Word]
    found: Sequence[Word]
    before: Sequence[Word]
    after: Sequence[Word]


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of a structured form: its text, and whether it was a string."""

    text: str
    is_string: bool


def compare_texts(expected: str, found: str) -> Comparison:
    """Compare two readable texts.

    Raises:
        BadDocument: if one has over ``MAX_WORDS`` words or ``MAX_TEXT`` characters.
    """
    if max(len(expected), len(found)) > MAX_TEXT:
        raise BadDocument("text", "too long to compare")
    ours, theirs = words_of(expected, found)
    if max(len(ours), len(theirs)) > MAX_WORDS:
        raise BadDocument("text", "too long to compare")
    changes = tuple(_changes(ours, theirs))
    return Comparison(
        tuple(_difference(change) for change in changes[:MAX_DIFFERENCES]),
        len(changes),
        _share(
            max(len(ours), len(theirs)),
            sum(max(len(change.expected), len(change.found)) for change in changes),
        ),
        bool(changes) and all(_is_form_only(change) for change in changes),
        len(ours),
        () if changes else _respelled(ours, theirs),
    )


def compare_json(expected: bytes, found: bytes) -> Comparison:
    """Compare two structured forms value by value; the order of an object's members is free.

    Raises:
        BadDocument: if either is not JSON, or too deep, or names a member twice, or holds over
            ``MAX_VALUES`` values or paths over ``MAX_PATH`` characters.
    """
    ours, theirs = _values(expected, "source"), _values(found, "archive")
    paths = list(dict.fromkeys((*ours, *theirs)))
    differing = [path for path in paths if not _is_same_value(ours.get(path), theirs.get(path))]
    return Comparison(
        tuple(
            Difference(_told(ours.get(path)), _told(theirs.get(path)), place=path)
            for path in differing[:MAX_DIFFERENCES]
        ),
        len(differing),
        _share(len(paths), len(differing)),
        form_only=False,
        words=len(ours),
    )


def values_found(form: bytes, text: str) -> Comparison:
    """Look for the values of a structured form in a text, each as a whole.

    It proves no more than that they are there. Codes and identifiers, which a reader is not shown,
    are not looked for, nor are truth values.

    Raises:
        BadDocument: as ``compare_json`` and ``compare_texts``.
    """
    if len(text) > MAX_TEXT:
        raise BadDocument("text", "too long to compare")
    wanted = {
        path: value
        for path, value in _values(form, "json").items()
        if value.text not in _UNSAID and not _is_technical(path)
    }
    whole, *said = words_of(text, *(value.text for value in wanted.values()))
    line = f" {' '.join(_keys(whole))} "
    missing = [
        (path, words)
        for path, words in zip(wanted, said, strict=True)
        if words and f" {' '.join(_keys(words))} " not in line
    ]
    return Comparison(
        tuple(
            Difference(_shown(words), "", place=path) for path, words in missing[:MAX_DIFFERENCES]
        ),
        len(missing),
        _share(len(wanted), len(missing)),
        form_only=False,
        words=len(wanted),
    )


def _is_technical(path: str) -> bool:
    name = path.rpartition(".")[2].partition("[")[0].casefold()
    return name in _TECHNICAL


def _changes(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[_Change]:
    for start, end, found_start, found_end in _stretches(ours, theirs):
        yield _Change(
            ours[start:end],
            theirs[found_start:found_end],
            ours[max(0, start - _CONTEXT_WORDS) : start],
            ours[end : end + _CONTEXT_WORDS],
        )


def _stretches(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[tuple[int, int, int, int]]:
    """Where the words differ: from and to in ours, from and to in theirs."""
    numbers: dict[str, int] = {}
    sides = [
        [numbers.setdefault(word.key, len(numbers)) for word in side] for side in (ours, theirs)
    ]
    same = _same_at_start(*sides)
    tail = _same_at_start(sides[0][same:][::-1], sides[1][same:][::-1])
    if (len(ours) - same - tail) * (len(theirs) - same - tail) > _MAX_TABLE:
        # Two long texts with little in common: that they differ is told as one difference.
        yield same, len(ours) - tail, same, len(theirs) - tail
        return
    start = end = found_start = found_end = 0
    for step in Levenshtein.opcodes(*sides):
        if step.tag == "equal":
            if (start, found_start) != (end, found_end):
                yield start, end, found_start, found_end
            start, found_start = step.src_end, step.dest_end
        end, found_end = step.src_end, step.dest_end
    if (start, found_start) != (end, found_end):
        yield start, end, found_start, found_end


def _same_at_start(one: Sequence[int], other: Sequence[int]) -> int:
    """How many items agree before the first that does not."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _difference(change: _Change) -> Difference:
    before = _shown(change.before).lstrip(" .,;!?)")
    return Difference(
        _shown(change.expected), _shown(change.found), before, after=_shown(change.after)
    )


def _respelled(ours: Sequence[Word], theirs: Sequence[Word]) -> tuple[tuple[str, str], ...]:
    """Of two texts that agree, the words that are written in two ways, each pair once."""
    pairs = ((a.shown, b.shown) for a, b in zip(ours, theirs, strict=True) if a.shown != b.shown)
    return tuple(dict.fromkeys(pair for pair in pairs if all(pair)))


def _shown(words: Iterable[Word]) -> str:
    text = _LOOSE.sub(r"\1", " ".join(word.shown for word in words if word.shown))
    return text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…"


def _is_form_only(change: _Change) -> bool:
    return _substance(change.expected) == _substance(change.found)


def _substance(words: Iterable[Word]) -> list[str]:
    return [word.key.casefold() for word in words if word.key not in _LIGHT]


def _share(whole: int, differing: int) -> float:
    return 1.0 if not whole else max(0.0, 1 - differing / whole)


def _is_same_value(one: _Value | None, other: _Value | None) -> bool:
    """Equal as they stand, or two strings that a reader would call the same value."""
    if one is None or other is None or one.is_string != other.is_string:
        return False
    if one.text == other.text:
        return True
    ours, theirs = words_of(one.text, other.text)
    return one.is_string and bool(ours) and _keys(ours) == _keys(theirs)


def _keys(words: Iterable[Word]) -> list[str]:
    return [word.key for word in words]


def _told(value: _Value | None) -> str:
    return "" if value is None else _shown(words_of(value.text)[0])


def _values(data: bytes, place: str) -> dict[str, _Value]:
    """Every value of a JSON text by its path."""
    try:
        whole = json.loads(data, parse_float=Decimal, object_pairs_hook=_object)
        values = dict(islice(_leaves(whole, ""), MAX_VALUES + 1))
    except (ValueError, ArithmeticError, RecursionError):
        raise BadDocument(place, "json") from None
    if len(values) > MAX_VALUES:
        raise BadDocument(place, "json: too many values")
    return values


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member twice")
    return members


def _leaves(value: object, path: str) -> Iterator[tuple[str, _Value]]:
    if len(path) > MAX_PATH:
        raise ValueError("a path that is too long")
    match value:
        case dict() if value:
            for name, member in value.items():
                yield from _leaves(member, f"{path}.{name}" if path else str(name))
        case list() if value:
            for index, item in enumerate(value):
                yield from _leaves(item, f"{path}[{index}]")
        case str():
            yield path, _Value(value, is_string=True)
        case Decimal():
            yield path, _Value(_number(value), is_string=False)
        case _:
            yield path, _Value(json.dumps(value), is_string=False)


def _number(value: Decimal) -> str:
    """1.50 and 1.5 are one value, 1E+2 and 100 too; a far exponent is not spelled out."""
    if abs(value.adjusted()) > _MAX_DIGITS:
        return str(value)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text

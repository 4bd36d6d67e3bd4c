"""Lays two texts side by side: lines that agree beside each other, words that differ marked.

Words are compared as they stand, letter by letter; white space and line breaks alone are not
compared. What differs is found by the longest common subsequence, first of lines, then of words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rapidfuzz.distance import Indel

from kanta_desk.model.comparison import Change, Row, Run

MOST_STEPS = 400_000_000
"""Words of one side times words of the other that are compared at once."""
_WINDOW = 4
_APART = 500
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    ends_line: bool


@dataclass(frozen=True, slots=True)
class _Stretch:
    """``left[a:b]`` stands beside ``right[c:d]``: the same, or not."""

    same: bool
    a: int
    b: int
    c: int
    d: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """Rows of two texts, how many differences they hold, and the words of the longer side."""

    rows: tuple[Row, ...]
    differences: int
    words: int


def align(left: str, right: str) -> Aligned:
    """Two readable texts side by side, a row for each line."""
    ours, theirs = _lines(left), _lines(right)
    maker = _Maker()
    for stretch in _stretches(ours, theirs):
        if stretch.same:
            for line in ours[stretch.a : stretch.b]:
                maker.same(line)
        else:
            maker.differing(
                _words(ours[stretch.a : stretch.b]), _words(theirs[stretch.c : stretch.d])
            )
    words = max(sum(len(line.split()) for line in side) for side in (ours, theirs))
    return Aligned(tuple(maker.rows), maker.number, words)


def align_values(left: str, right: str, number: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Two short values on one row, which together are difference ``number`` if they differ."""
    if left == right:
        return (Run(left),), (Run(right),)
    maker = _Maker()
    maker.differing(_words([left]), _words([right]))
    sides: tuple[list[Run], list[Run]] = ([], [])
    for row in maker.rows:
        for side, runs in zip(sides, (row.left, row.right), strict=True):
            side += (Run(run.text, run.change, number if run.number else 0) for run in runs)
    if not any(run.number for side in sides for run in side):  # white space alone differs
        return (Run(left, Change.CHANGED, number),), (Run(right, Change.CHANGED, number),)
    return tuple(sides[0]), tuple(sides[1])


class _Maker:
    """Gathers rows and numbers the differences."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.number = 0

    def same(self, line: str) -> None:
        self.rows.append(Row((Run(line),), (Run(line),)))

    def differing(self, left: Sequence[_Word], right: Sequence[_Word]) -> None:
        """Words of lines that differ; a row ends where both sides end a line with one word."""
        sides: tuple[list[Run], list[Run]] = ([], [])
        for stretch in _stretches([w.text for w in left], [w.text for w in right]):
            ours, theirs = left[stretch.a : stretch.b], right[stretch.c : stretch.d]
            if not stretch.same:
                self._mark(sides, ours, theirs)
                continue
            start = 0
            for at, (one, other) in enumerate(zip(ours, theirs, strict=True)):
                if one.ends_line and other.ends_line:
                    self._add(sides, ours[start : at + 1], theirs[start : at + 1])
                    self._end(sides)
                    start = at + 1
            self._add(sides, ours[start:], theirs[start:])
        self._end(sides)

    def _mark(
        self, sides: tuple[list[Run], list[Run]], ours: Sequence[_Word], theirs: Sequence[_Word]
    ) -> None:
        self.number += 1
        both = bool(ours) and bool(theirs)
        if ours:
            change = Change.CHANGED if both else Change.REMOVED
            sides[0].append(Run(_joined(ours), change, self.number))
        if theirs:
            change = Change.CHANGED if both else Change.INSERTED
            sides[1].append(Run(_joined(theirs), change, self.number))

    def _add(
        self, sides: tuple[list[Run], list[Run]], ours: Sequence[_Word], theirs: Sequence[_Word]
    ) -> None:
        for side, words in zip(sides, (ours, theirs), strict=True):
            if words:
                side.append(Run(_joined(words)))

    def _end(self, sides: tuple[list[Run], list[Run]]) -> None:
        if sides[0] or sides[1]:
            self.rows.append(Row(_without_end(sides[0]), _without_end(sides[1])))
        for side in sides:
            side.clear()


def _lines(text: str) -> list[str]:
    """The lines of a text, with one kind of white space; empty ones say nothing."""
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return [line for line in lines if line]


def _words(lines: Sequence[str]) -> list[_Word]:
    words: list[_Word] = []
    for line in lines:
        pieces = line.split()
        words += (_Word(piece, at == len(pieces)) for at, piece in enumerate(pieces, 1))
    return words


def _joined(words: Sequence[_Word]) -> str:
    pieces = []
    for word in words:
        pieces += [word.text, "\n" if word.ends_line else " "]
    return "".join(pieces).removesuffix(" ")


def _without_end(side: Sequence[Run]) -> tuple[Run, ...]:
    """A row's side; where the row ends, its last line ends too."""
    return (*side[:-1], *(replace(run, text=run.text.removesuffix("\n")) for run in side[-1:]))


def _stretches(left: Sequence[Any], right: Sequence[Any]) -> Iterator[_Stretch]:
    """The two sequences as stretches that are the same or not."""
    if len(left) * len(right) <= MOST_STEPS:
        yield from _compared(left, right, 0, 0)
        return
    a = c = 0
    for b, d in (*_anchors(left, right), (len(left), len(right))):
        if (b - a) * (d - c) <= MOST_STEPS:
            yield from _compared(left[a:b], right[c:d], a, c)
        else:
            yield from _by_their_ends(left, right, _Stretch(False, a, b, c, d))
        a, c = b, d


def _by_their_ends(
    left: Sequence[Any], right: Sequence[Any], whole: _Stretch
) -> Iterator[_Stretch]:
    """A stretch too long to be compared: what its ends have in common, the rest as it is."""
    a, b, c, d = whole.a, whole.b, whole.c, whole.d
    while a < b and c < d and left[a] == right[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and left[b - 1] == right[d - 1]:
        b, d = b - 1, d - 1
    if a > whole.a:
        yield _Stretch(True, whole.a, a, whole.c, c)
    if (a, c) != (b, d):
        yield _Stretch(False, a, b, c, d)
    if b < whole.b:
        yield _Stretch(True, b, whole.b, d, whole.d)


def _compared(
    left: Sequence[Any], right: Sequence[Any], before: int, above: int
) -> Iterator[_Stretch]:
    """As ``_stretches``, of pieces that begin at ``before`` and ``above`` of the whole."""
    numbers: dict[Any, int] = {}
    sides = [[numbers.setdefault(each, len(numbers)) for each in side] for side in (left, right)]
    a = c = b = d = 0
    for step in Indel.opcodes(*sides):
        if step.tag == "equal":
            if (a, c) != (b, d):
                yield _Stretch(False, before + a, before + b, above + c, above + d)
            a, c = step.src_end, step.dest_end
            yield _Stretch(
                True, before + step.src_start, before + a, above + step.dest_start, above + c
            )
        b, d = step.src_end, step.dest_end
    if (a, c) != (b, d):
        yield _Stretch(False, before + a, before + b, above + c, above + d)


def _anchors(left: Sequence[Any], right: Sequence[Any]) -> list[tuple[int, int]]:
    """Places that surely belong together: windows that occur once on each side, as many of them
    as stand in the same order on both, each at some distance from the last."""
    places = [_once(side) for side in (left, right)]
    pairs = sorted((at, places[1][key]) for key, at in places[0].items() if key in places[1])
    ends: list[int] = []
    chosen: list[int] = []
    former: list[int] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        former.append(chosen[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        chosen[at : at + 1] = [index]
    found: list[tuple[int, int]] = []
    index = chosen[-1] if chosen else -1
    while index >= 0:
        if not found or found[-1][0] - pairs[index][0] >= _APART:
            found.append(pairs[index])
        index = former[index]
    return found[::-1]


def _once(side: Sequence[Any]) -> dict[tuple[Any, ...], int]:
    """The windows that occur once, and where."""
    windows = [tuple(side[at : at + _WINDOW]) for at in range(len(side) - _WINDOW + 1)]
    counts = Counter(windows)
    return {window: at for at, window in enumerate(windows) if counts[window] == 1}

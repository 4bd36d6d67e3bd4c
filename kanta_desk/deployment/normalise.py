"""What belongs to the layout and not to the text: running heads, page numbers, numbers of lists,
the order of a form's fields. Each step says in words what it took away or moved.

A step is taken only where it cannot hide a difference: what runs along on every page goes from one
side alone; fields change places only with their neighbours, and only where each has a label of its
own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kanta_desk.model.text import Text

_EDGE = 3
"""Lines at the top and at the bottom of a page that may be a running head."""

_SHOWN = 3
_PAGE_NUMBER = re.compile(
    r"(?:(?:sivu|sida|page|s\.)\s*)?[-–]?\s*(\d{1,3})\s*(?:[/(]|av|of)?\s*(\d{1,3})?\s*[-–)]?", re.I
)
_OF_PAGES = re.compile(
    r"\s+(?:(?:sivu|sida|page)\s*)?(\d{1,3})\s*(?:/|\(|av|of)\s*(\d{1,3})\s*\)?\s*$", re.I
)
_FOOT_LABEL = re.compile(
    r"tulost|puh|utskr|tfn|tel|printed|phone|y-tunnus|fo-nummer|www|http", re.I
)
_ANSWERS = frozenset(
    ("ei", "eikä", "en", "emme", "kyllä", "on", "ole", "inte", "ej", "nej", "ja", "är", "no", "not",
     "yes", "is")
)  # fmt: skip
_AMOUNT = re.compile(r"\d\s*[€%]|\d,\d|\b(?:eur|euroa?|kr|mg|ml|kg|h|t|kpl|krt)\b", re.I)
_FIELD = re.compile(r"([^\W\d_][^:\n]{0,60}):[ \t\u00a0]+\S.*")
_NUMBERED = re.compile(r"(?:(\d{1,2})[.)]|([a-z])\))[ \t\u00a0]+(?=[^\W\d_])(?!\w+kuuta\b)")


@dataclass(frozen=True, slots=True)
class Body:
    """A text without what was found to be layout, and what that was."""

    text: str
    notes: tuple[Text, ...] = ()


def bodies(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[Body, Body]]:
    """Two paged texts without page numbers: first as they are, then without what runs along on
    every page: the ways to read them, the likeliest first.

    A running line that the other side says too is kept once, or else it goes altogether; lines go
    altogether only from one side, so that where both have their own, these are compared.
    """
    sides = [_without_numbers(pages) for pages in (ours, theirs)]
    running = [_running(pages) for pages in sides]
    lines = [{page[n] for page, at in zip(*pair, strict=True) for n in at} for pair in
             zip(sides, running, strict=True)]  # fmt: skip
    yield _whole(sides[0]), _whole(sides[1])
    if not (lines[0] or lines[1]):
        return
    said = [_flat(_whole(pages).text) for pages in sides]
    own = [{line for line in lines[n] if _flat(line) not in said[1 - n]} for n in (0, 1)]
    if own[0] and own[1]:
        own = [set(), set()]
    ways = [(own[0], own[1]), (lines[0], set()), (set(), lines[1]), (set(), set())]
    tried: list[tuple[set[str], set[str]]] = []
    for way in ways:
        if way not in tried:
            tried.append(way)
            yield _body(sides[0], running[0], way[0]), _body(sides[1], running[1], way[1])


def in_order_of_labels(text: str, *, but_last: bool = False) -> str | None:
    """The text with each run of labelled lines (``Nimi: …``) in the order of the labels; None if
    there is no such run. A run in which a label comes twice stays as it is.

    ``but_last``: without the last line of each run, which may be a paragraph that only looks like a
    field.
    """
    lines, out, run, any_run = text.split("\n"), [], [], False
    for line in [*lines, ""]:
        if _FIELD.fullmatch(line.strip()):
            run.append(line.strip())
            continue
        spare = run[-1:] if but_last else []
        run = run[: len(run) - len(spare)]
        labels = [field.partition(":")[0].casefold() for field in run]
        if len(run) > 1 and len(set(labels)) == len(labels):
            any_run = True
            run.sort(key=lambda field: field.partition(":")[0].casefold())
        out += [*run, *spare, line]
        run = []
    return "\n".join(out[:-1]) if any_run else None


def without_list_numbers(text: str) -> str | None:
    """The text without the numbers that begin the items of a list (1. 2. 3. … or a) b) c) …); None
    without any.

    They are a list's own only where they count from one without a gap.
    """
    expected, numbered = 1, []
    lines = text.split("\n")
    for index, line in enumerate(lines):
        found = _NUMBERED.match(line.strip())
        if found and (number := _ordinal(found)) in (1, expected):
            expected = number + 1
            numbered.append(index)
    if len(numbered) < 2:
        return None
    for index in numbered:
        lines[index] = _NUMBERED.sub("", lines[index].strip(), count=1)
    return "\n".join(lines)


def _ordinal(found: re.Match[str]) -> int:
    return int(found[1]) if found[1] else ord(found[2]) - ord("a") + 1


def _without_numbers(pages: Sequence[str]) -> list[list[str]]:
    """The lines of each page without the page's own number at its edge."""
    split = [[line for line in page.split("\n") if line.strip()] for page in pages]
    for edge in (0, -1):
        numbered = [
            n for n, page in enumerate(split) if page and _numbers(page[edge], n, len(split))
        ]
        if len(numbered) > 1 or (len(split) == 1 and numbered and _is_plain(split[0][edge])):
            for n in numbered:
                del split[n][edge]
    for depth in (*range(_EDGE), *range(-_EDGE, 0)):
        _cut_numbers(split, depth)
    return split


def _cut_numbers(pages: Sequence[list[str]], depth: int) -> None:
    """Cut ``1 (3)``, ``2 (3)`` … from the ends of the lines at ``depth`` of each page; of a lone
    page only where the line is its first."""
    if not all(-len(page) <= depth < len(page) for page in pages) or (len(pages) == 1 and depth):
        return
    found = [_OF_PAGES.search(page[depth]) for page in pages]
    told = [(int(each[1]), int(each[2])) for each in found if each]
    if told == [(n, len(pages)) for n in range(1, len(pages) + 1)]:
        for page in pages:
            page[depth] = _OF_PAGES.sub("", page[depth])


def _numbers(line: str, index: int, pages: int) -> bool:
    """Whether a line says no more than which page of how many this is."""
    found = _PAGE_NUMBER.fullmatch(line.strip())
    if not found or int(found[1]) != index + 1:
        return False
    return found[2] is None or int(found[2]) == pages


def _is_plain(line: str) -> bool:
    """Whether a lone page's number is beyond doubt: with the word, or with the total."""
    found = _PAGE_NUMBER.fullmatch(line.strip())
    return bool(found and (found[2] or line.strip()[0].isalpha()))


def _running(pages: Sequence[Sequence[str]]) -> list[frozenset[int]]:
    """Of each page, which of its lines run along: the same line at the same distance from the edge,
    with nothing but such lines outside it. A head may be missing from one page, a foot from none;
    of one page, none run along."""
    marked: list[set[int]] = [set() for _ in pages]
    if len(pages) > 1:
        for depth in range(_EDGE):
            if not _mark(pages, marked, depth, max(2, len(pages) - 1)):
                break
        for depth in range(-1, -_EDGE - 1, -1):
            if not _mark(pages, marked, depth, len(pages)):
                break
    return [frozenset(at) for at in marked]


def _mark(
    pages: Sequence[Sequence[str]], marked: Sequence[set[int]], depth: int, needed: int
) -> bool:
    """Mark the line that stands at ``depth`` of ``needed`` pages or more; whether there is one."""
    lines = Counter(page[depth] for page in pages if -len(page) <= depth < len(page))
    line, times = next(iter(lines.most_common(1)), ("", 0))
    if times < needed or (depth < 0 and _may_be_content(line)):
        return False
    for page, at in zip(pages, marked, strict=True):
        if -len(page) <= depth < len(page) and page[depth] == line:
            at.add(depth % len(page))
    return True


def _may_be_content(line: str) -> bool:
    """Whether a line at the ends of pages may be an answer, an amount or a sentence that merely
    happens to stand there, such as ``Ei`` or ``Yhteensä: 14,50 €``."""
    label, colon, _ = line.partition(":")
    if colon and not _FOOT_LABEL.match(label.strip()):
        return True
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", line)]
    return (
        len(words) < 2
        or not _ANSWERS.isdisjoint(words)
        or line.rstrip()[-1] in ".!?"
        or _AMOUNT.search(line) is not None
    )


def _whole(pages: Sequence[Sequence[str]]) -> Body:
    return Body("\n".join(line for page in pages for line in page))


def _body(
    pages: Sequence[Sequence[str]], running: Sequence[frozenset[int]], dropped: set[str]
) -> Body:
    """The pages after each other: a running line once, a dropped one not at all."""
    lines: list[str] = []
    seen: set[str] = set()
    for page, at in zip(pages, running, strict=True):
        for n, line in enumerate(page):
            if n in at:
                if line in dropped or line in seen:
                    continue
                seen.add(line)
            lines.append(line)
    return Body("\n".join(lines), _told(dropped, seen))


def _told(dropped: Iterable[str], once: Iterable[str]) -> tuple[Text, ...]:
    notes = []
    if shown := _some(dropped):
        notes.append(
            Text(
                f"sivujen toistuvaa ylä- tai alatunnistetta ei verrattu: {shown}",
                f"sidornas återkommande sidhuvud eller sidfot jämfördes inte: {shown}",
                f"the pages' running head or foot was not compared: {shown}",
            )
        )
    if shown := _some(once):
        notes.append(
            Text(
                f"joka sivulla toistuva rivi luettiin kerran: {shown}",
                f"en rad som upprepas på varje sida lästes en gång: {shown}",
                f"a line that is on every page was read once: {shown}",
            )
        )
    return tuple(notes)


def _some(lines: Iterable[str]) -> str:
    known = sorted(lines)
    more = f" (+{len(known) - _SHOWN})" if len(known) > _SHOWN else ""
    return " · ".join(line[:60] for line in known[:_SHOWN]) + more


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()

"""Compares a source content with an archived one, whatever each was written in.

What belongs to the layout is set aside first (``normalise``), and each step that was needed is
told. Tables are compared cell by cell where both forms know their cells, so that a value that moved
to another column is found though the words are the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kanta_desk.archive.markup import Row, Table
from kanta_desk.deployment.compare import Comparison, compare_json, compare_texts, values_found
from kanta_desk.deployment.normalise import bodies, in_order_of_labels, without_list_numbers
from kanta_desk.deployment.sources import Readable
from kanta_desk.deployment.words import words_of
from kanta_desk.model.deployment import Difference
from kanta_desk.model.documents import JSON
from kanta_desk.model.text import Text

_MOST_RESPELLED = 5

_ORDER = Text(
    "lomakkeen kentät ovat eri järjestyksessä",
    "formulärets fält är i annan ordning",
    "the form's fields are in another order",
)
_LIST = Text(
    "luettelon järjestysnumerot ovat vain toisessa",
    "listans ordningsnummer finns bara i den ena",
    "only one has the numbers of a list",
)
_VALUES = Text(
    "vain arvot haettiin tekstistä; järjestystä ja otsikoita ei verrattu",
    "endast värdena söktes i texten; ordning och rubriker jämfördes inte",
    "only the values were looked for in the text; order and labels were not compared",
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, and what was set aside for it, in words.

    ``whole`` is false where it cannot prove that the contents are the same: a structured form
    beside a text, of which only the values could be looked for.
    """

    comparison: Comparison
    notes: tuple[Text, ...] = ()
    whole: bool = True


def compare_contents(ours: Readable, theirs: Readable) -> Compared:
    """Compare a source content with an archived one.

    Raises:
        BadDocument: if one of them cannot be compared.
    """
    if ours.media_type == JSON and theirs.media_type == JSON:
        return Compared(compare_json(ours.data, theirs.data))
    if ours.media_type == JSON:
        return Compared(values_found(ours.data, theirs.text), (_VALUES,), whole=False)
    if theirs.media_type == JSON:
        return Compared(values_found(theirs.data, ours.text), (_VALUES,), whole=False)
    layouts = _layouts(ours, theirs)
    notes, mine, its = next(layouts)
    best = Compared(compare_texts(mine, its), notes)
    while not best.comparison.same and (other := next(layouts, None)) is not None:
        notes, mine, its = other
        tried = compare_texts(mine, its)
        if tried.total < best.comparison.total:
            best = Compared(tried, notes)
    best = replace(best, notes=(*best.notes, *_respelled(best)))
    return _with_tables(best, ours.tables, theirs.tables)


def _layouts(ours: Readable, theirs: Readable) -> Iterator[tuple[tuple[Text, ...], str, str]]:
    """The texts in the layouts that they may have, and what was set aside for each."""
    for one, other in bodies(ours.pages, theirs.pages):
        notes = (*one.notes, *other.notes)
        yield notes, one.text, other.text
        for more, mine, its in _other_layouts(one.text, other.text):
            yield (*notes, *more), mine, its


def _other_layouts(one: str, other: str) -> Iterator[tuple[tuple[Text, ...], str, str]]:
    """The texts again with a list's numbers away where one side alone has them, and with the fields
    of forms in the order of their labels."""
    plain = without_list_numbers(one), without_list_numbers(other)
    if plain[0] is not None and plain[1] is None:
        yield (_LIST,), plain[0], other
        one = plain[0]
    elif plain[1] is not None and plain[0] is None:
        yield (_LIST,), one, plain[1]
        other = plain[1]
    listed = (_LIST,) if (plain[0] is None) != (plain[1] is None) else ()
    for but_last in (False, True):
        mine = in_order_of_labels(one, but_last=but_last)
        its = in_order_of_labels(other, but_last=but_last)
        if mine is not None and its is not None:
            yield (*listed, _ORDER), mine, its


def _respelled(compared: Compared) -> Iterator[Text]:
    pairs = compared.comparison.respelled
    if not pairs:
        return
    shown = ", ".join(f"{ours} = {theirs}" for ours, theirs in pairs[:_MOST_RESPELLED])
    more = f" (+{len(pairs) - _MOST_RESPELLED})" if len(pairs) > _MOST_RESPELLED else ""
    yield Text(
        f"samaksi luettu: {shown}{more}",
        f"läst som samma: {shown}{more}",
        f"read as the same: {shown}{more}",
    )


def _with_tables(
    compared: Compared, ours: Sequence[Table] | None, theirs: Sequence[Table] | None
) -> Compared:
    """Differences in nothing but the column of a value, where both sides know their columns."""
    if ours is None or theirs is None or len(ours) != len(theirs):
        return compared
    moved = tuple(_moved(ours, theirs))
    if not moved:
        return compared
    whole = compared.comparison
    cells = sum(1 for table in ours for row in table for cell in row if cell)
    similarity = min(whole.similarity, max(0.0, 1 - len(moved) / max(cells, len(moved) + 1)))
    return replace(
        compared,
        comparison=replace(
            whole,
            differences=(*whole.differences, *moved),
            total=whole.total + len(moved),
            similarity=similarity,
            form_only=False,
        ),
    )


def _moved(ours: Sequence[Table], theirs: Sequence[Table]) -> Iterator[Difference]:
    for number, (mine, its) in enumerate(zip(ours, theirs, strict=True), 1):
        if len(mine) != len(its):
            continue
        pairs = zip(_narrowed(mine), _narrowed(its), strict=True)
        for row, (one, other) in enumerate(pairs, 1):
            keys = [[_key(cell) for cell in cells] for cells in (one, other)]
            if keys[0] != keys[1] and [k for k in keys[0] if k] == [k for k in keys[1] if k]:
                yield Difference(_line(one), _line(other), place=f"table[{number}].row[{row}]")


def _narrowed(table: Table) -> list[Row]:
    """The rows as wide as the widest, without columns that are empty throughout."""
    columns = list(itertools.zip_longest(*table, fillvalue=""))
    kept = [column for column in columns if any(column)]
    return list(zip(*kept, strict=True)) if kept else [()] * len(table)


def _key(cell: str) -> tuple[str, ...]:
    (words,) = words_of(cell)
    return tuple(word.key for word in words)


def _line(row: Row) -> str:
    return " | ".join(cell or "–" for cell in row)

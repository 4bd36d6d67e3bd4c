"""Two sides as a table of HTML in parts: what differs marked by colour, form and sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from kanta_desk.desk.rendering import DisplayPart
from kanta_desk.model.comparison import Change, Row, Run

SIGNS = {Change.SAME: "", Change.CHANGED: "≠", Change.REMOVED: "−", Change.INSERTED: "+"}
"""What stands beside a row; never colour alone."""
_COST = 420
_CELL = 3
_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the table: its heads, and what stands for rows that are left out."""

    left: str
    right: str
    field: str = ""
    same_rows: str = "… {count}"


@dataclass(frozen=True, slots=True)
class Sides:
    """The parts to read, and in which of them each difference stands, from number 1."""

    parts: tuple[DisplayPart, ...]
    places: dict[int, int]


def sides(rows: Sequence[Row], words: Words, *, only_differing: bool) -> Sides:
    """The rows as parts; rows that are the same are left out, and counted, if so wished."""
    parts: list[DisplayPart] = []
    places: dict[int, int] = {}
    html: list[str] = []
    text: list[str] = []
    spent = 0.0
    for row in _shown(rows, only_differing):
        if isinstance(row, int):
            said = escape(words.same_rows.format(count=row))
            html.append(f'<tr><td class="cell"></td><td class="cell" colspan="3">'
                        f'<span class="name">{said}</span></td></tr>')  # fmt: skip
            continue
        if isinstance(row, str):
            html.append(f'<tr><td></td><td class="group" colspan="3">{escape(row)}</td></tr>')
            continue
        for number in row.numbers:
            places.setdefault(number, len(parts))
        html.append(_row(row, named=bool(words.field)))
        said_runs = [run.text for run in (*row.left, *row.right)]
        text += [row.label, *said_runs]
        spent += 4 * _CELL + len(said_runs) + sum(map(len, said_runs)) / _LETTERS
        if spent > _COST:
            parts.append(_part(html, text, words))
            html, text, spent = [], [], 0.0
    if html or not parts:
        parts.append(_part(html, text, words))
    return Sides(tuple(parts), places)


def _shown(rows: Sequence[Row], only_differing: bool) -> Iterator[Row | int | str]:
    """Rows, how many were left out, and the names of groups, in their order."""
    left_out, group = 0, ""
    for row in rows:
        if only_differing and row.change is Change.SAME:
            left_out += 1
            continue
        if left_out and not row.group:  # fields are counted once, at the end
            yield left_out
            left_out = 0
        if row.group != group:
            group = row.group
            yield group
        yield row
    if left_out:
        yield left_out


def _part(html: list[str], text: list[str], words: Words) -> DisplayPart:
    field = f'<th width="24%">{escape(words.field)}</th>' if words.field else ""
    head = (
        f'<tr><th width="18"></th>{field}<th width="{38 if words.field else 48}%">'
        f"{escape(words.left)}</th><th>{escape(words.right)}</th></tr>"
    )
    return DisplayPart(
        f'<table cellspacing="0" cellpadding="4" width="100%">{head}{"".join(html)}</table>',
        "\n".join(text).casefold(),
    )


def _row(row: Row, *, named: bool) -> str:
    anchors = "".join(f'<a name="d{number}"></a>' for number in row.numbers)
    sign = f'<span class="{row.change}">{SIGNS[row.change]}</span>' if row.numbers else ""
    field = f'<td class="cell"><span class="name">{escape(row.label)}</span></td>' if named else ""
    return (
        f'<tr><td class="cell">{anchors}{sign}</td>{field}'
        f'<td class="cell">{_runs(row.left)}</td><td class="cell">{_runs(row.right)}</td></tr>'
    )


def _runs(runs: Sequence[Run]) -> str:
    """Runs as words; the space or break between two is part of no mark."""
    pieces = []
    for run in runs:
        said = escape(run.text.removesuffix("\n")).replace("\n", "<br/>")
        same = run.change is Change.SAME
        pieces.append(said if same else f'<span class="{run.change}">{said}</span>')
        pieces.append("<br/>" if run.text.endswith("\n") else " ")
    return "".join(pieces[:-1])

"""A document's display form on paper: PDF/A with whose it is, which version, and when it was made.

Only text and tables go on it; nothing in the document can load, run or lead anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from kanta_desk.archive.display_blocks import Block, Cell, Grid, display_blocks
from kanta_desk.errors import BadDocument
from kanta_desk.model.documents import RECORD_STATE_NAMES, XHTML, Document
from kanta_desk.model.metadata import BY_KEY
from kanta_desk.model.metadata_lines import FieldNames
from kanta_desk.model.mode import MODE_BANNERS, Mode
from kanta_desk.model.text import Language, Text
from kanta_desk.model.time import finnish_time
from kanta_desk.paper import sheet
from kanta_desk.paper.parts import Fact, facts, section
from kanta_desk.paper.sheet import BOTTOM, LEFT, WIDTH, Sheet, Style

_SUBJECT = Text(
    "Asiakirjan näyttömuoto", "Handlingens visningsform", "Display form of the document"
)
_FOOTNOTE = Text(
    "Tulostettu {time}. Sisältää asiakkaan tietoja: hävitä, kun et enää tarvitse.",
    "Utskriven {time}. Innehåller klientuppgifter: förstör när den inte längre behövs.",
    "Made {time}. Holds the client's data: destroy it when it is no longer needed.",
)
_STATE = Text("Tila", "Status", "State")
_HASH = Text("Alkuperäisen SHA-256", "Originalets SHA-256", "SHA-256 of the original")
_CONTENT = Text("Sisältö", "Innehåll", "Content")
_HEADINGS: dict[int, Style] = {1: sheet.HEADING, 2: sheet.HEADING, 3: sheet.SUBHEADING}
_OID = sheet.MONO_SMALL.in_colour(sheet.INK)
_ITEM = 5.0
_NARROW, _BROAD = 8, 60
_GAP = 1.6
_CELL_GAP = 1.0
_EDGE = 1.5


def document_pdf(document: Document, names: FieldNames, made: datetime, *, practice: bool) -> bytes:
    """The display form as the bytes of a PDF/A-2b; ``made`` is an aware moment.

    Raises:
        BadDocument: if the document has no XHTML display form, or it cannot be read.
    """
    payload = document.payload(XHTML)
    if payload is None:
        raise BadDocument("payload", f"no {XHTML}")
    blocks = display_blocks(payload.data)
    language, metadata = names.language, document.metadata
    kind = names.code(metadata.document_type) if metadata.document_type else ""
    title = metadata.title or kind or _SUBJECT.of(language)
    page = Sheet(
        title=title,
        subject=_SUBJECT.of(language),
        language=language.value,
        made=made,
        banner=MODE_BANNERS[Mode.PRACTICE].of(language) if practice else "",
    )
    page.begin(_FOOTNOTE.filled(language, time=finnish_time(made)))
    if kind and kind != title:
        page.set_y(page.put(LEFT, page.get_y(), WIDTH, kind, sheet.LABEL) + 0.6)
    page.set_y(page.put(LEFT, page.get_y(), WIDTH, title, sheet.TITLE) + 3)
    facts(page, _facts(document, language))
    section(page, _CONTENT.of(language))
    for block in _without_title(blocks, title):
        if isinstance(block, Grid):
            _grid(page, block)
        else:
            _block(page, block)
    return bytes(page.output())


def _facts(document: Document, language: Language) -> Iterator[Fact]:
    metadata = document.metadata

    def label(key: str) -> str:
        return BY_KEY[key].label.of(language)

    yield Fact(label("document_oid"), metadata.document_oid.value, _OID)
    yield Fact(label("set_id"), metadata.set_id.value, _OID)
    yield Fact(label("version"), str(metadata.version))
    yield Fact(_STATE.of(language), RECORD_STATE_NAMES[metadata.state].of(language))
    yield Fact(label("client_name"), str(metadata.client_name or ""))
    yield Fact(label("client_id"), str(metadata.client_id or ""), sheet.MONO)
    yield Fact(label("created"), finnish_time(metadata.created) if metadata.created else "")
    yield Fact(label("archived"), finnish_time(metadata.archived) if metadata.archived else "")
    controller = metadata.controller
    yield Fact(label("controller"), (controller.name or controller.oid.value) if controller else "")
    yield Fact(_HASH.of(language), document.sha256, sheet.MONO_SMALL)


def _without_title(blocks: Sequence[Block | Grid], title: str) -> Sequence[Block | Grid]:
    """The title stands above already."""
    first = blocks[0] if blocks else None
    is_title = isinstance(first, Block) and first.level > 0 and first.text == title
    return blocks[1:] if is_title else blocks


def _block(page: Sheet, block: Block) -> None:
    if block.level:
        style = _HEADINGS.get(block.level, sheet.STRONG)
        page.need(style.leading + 3 * sheet.BODY.leading)
        page.gap(1.2)
        _lines(page, LEFT, page.wrapped(block.text, WIDTH, style), style)
        page.gap(0.8)
        return
    x = LEFT + _ITEM * block.depth
    lines = page.wrapped(block.text, WIDTH - _ITEM * block.depth, sheet.BODY)
    page.need(sheet.BODY.leading)
    if block.sign:
        page.put(x - _ITEM + 1, page.get_y(), _ITEM, block.sign, sheet.BODY)
    _lines(page, x, lines, sheet.BODY)
    page.gap(_GAP)


def _lines(page: Sheet, x: float, lines: Sequence[str], style: Style) -> None:
    for line in lines:
        page.need(style.leading)
        page.set_y(page.put(x, page.get_y(), WIDTH, line, style))


def _grid(page: Sheet, grid: Grid) -> None:
    widths = _widths(grid)
    page.need(2 * sheet.SMALL.leading + 2 * _CELL_GAP)
    page.rule(page.get_y())
    for row in grid.rows:
        _row(page, row, widths)
    page.gap(3)


def _widths(grid: Grid) -> list[float]:
    """The columns' widths, after the longest text of each that takes one column."""
    longest = [_NARROW] * max(sum(cell.columns for cell in row) for row in grid.rows)
    for row in grid.rows:
        at = 0
        for cell in row:
            if cell.columns == 1:
                longest[at] = max(longest[at], min(len(cell.text), _BROAD))
            at += cell.columns
    return [WIDTH * length / sum(longest) for length in longest]


def _row(page: Sheet, row: Sequence[Cell], widths: Sequence[float]) -> None:
    """A row of cells side by side, which may go on over the page's end."""
    placed: list[tuple[float, list[str], Style]] = []
    x, at = LEFT, 0
    for cell in row:
        style = sheet.SMALL_STRONG if cell.heads else sheet.SMALL
        width = sum(widths[at : at + cell.columns])
        room = width - 2 * _EDGE
        lines = [
            piece for line in cell.text.split("\n") for piece in page.wrapped(line, room, style)
        ]
        placed.append((x + _EDGE, lines, style))
        x += width
        at += cell.columns
    leading, at = sheet.SMALL.leading, 0
    most = max(len(lines) for _, lines, _ in placed)
    while at < most:
        page.need(leading + 2 * _CELL_GAP)
        top = page.get_y() + _CELL_GAP
        fits = max(int((BOTTOM - top) / leading), 1)
        for left, lines, style in placed:
            for number, line in enumerate(lines[at : at + fits]):
                page.put(left, top + number * leading, WIDTH, line, style)
        shown = min(fits, most - at)
        page.set_y(top + shown * leading + _CELL_GAP)
        at += shown
    page.rule(page.get_y())

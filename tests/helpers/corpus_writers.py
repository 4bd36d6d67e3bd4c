"""Programs that write a content in their own way: form, spelling, breaks of lines and words, pages.

For the corpus of ``tests.helpers.corpus``.
"""

from __future__ import annotations

import io
import json
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from html import escape
from typing import Any, Literal

from fpdf import FPDF

from kanta_desk.deployment.sources import DOCX, TEXT
from kanta_desk.model.documents import JSON, PDF, XHTML
from kanta_desk.settings.resources import resource

Piece = str | date | Decimal


@dataclass(frozen=True)
class Content:
    """A document: fields with labels, paragraphs of sentences, a list, a table with its head."""

    title: str
    fields: tuple[tuple[str, Piece], ...]
    paragraphs: tuple[tuple[tuple[Piece, ...], ...], ...]
    items: tuple[str, ...]
    table: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True)
class Habits:
    """How a writer spells."""

    day: Callable[[date], str]
    amount: Callable[[Decimal], str]
    quotes: tuple[str, str] = ('"', '"')
    dash: str = "-"
    space: str = " "
    form: Literal["NFC", "NFD"] = "NFC"

    def say(self, piece: Piece) -> str:
        """A piece in this writer's spelling."""
        if isinstance(piece, date):
            return self.day(piece)
        if isinstance(piece, Decimal):
            return self.amount(piece)
        opened, closed = self.quotes
        text = piece.replace("<", opened).replace(">", closed).replace("~", self.dash)
        return unicodedata.normalize(self.form, text)

    def sentence(self, pieces: tuple[Piece, ...]) -> str:
        """A sentence: its pieces one after another."""
        return "".join(self.say(piece) for piece in pieces)


_MONTHS = (
    "tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras",
    "joulu",
)  # fmt: skip


def _grouped(amount: Decimal, space: str, point: str = ",") -> str:
    return f"{amount:,.2f}".replace(",", space).replace(".", point)


FINNISH = Habits(lambda d: f"{d.day}.{d.month}.{d.year}", lambda a: _grouped(a, " "))
PADDED = Habits(
    lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    lambda a: f"{a:.2f}".replace(".", ","),
    ("”", "”"),
    "–",
)
ISO = Habits(
    lambda d: d.isoformat(), lambda a: _grouped(a, "\u00a0"), ("»", "»"), "−", form="NFD"
)  # fmt: skip
WORDS = Habits(
    lambda d: f"{d.day}. {_MONTHS[d.month - 1]}kuuta {d.year}",
    lambda a: f"{a:.2f}".rstrip("0").rstrip(".").replace(".", ","),
    ("“", "”"),
    "—",
)


@dataclass(frozen=True)
class Writer:
    """A program that writes contents in its own way."""

    name: str
    media_type: str
    write: Callable[[Content], bytes]


def _lines(content: Content, habits: Habits, colon: str = ": ", cell: str = "\t") -> list[str]:
    """The content as paragraphs, each a line."""
    return [
        habits.say(content.title),
        *(f"{label}{colon}{habits.say(value)}" for label, value in content.fields),
        *(" ".join(map(habits.sentence, paragraph)) for paragraph in content.paragraphs),
        *(f"- {habits.say(item)}" for item in content.items),
        *(cell.join(map(habits.say, row)) for row in content.table),
    ]


def _wrapped(lines: list[str], width: int, *, hyphenate: str = "") -> list[str]:
    """Lines no wider than ``width``; long words are broken with ``hyphenate`` where that is set."""
    out = []
    for line in lines:
        current = ""
        for word in line.split(" "):
            if current and len(current) + 1 + len(word) > width:
                room = width - len(current) - 2
                if hyphenate and word.isalpha() and len(word) > 8 and 3 <= room <= len(word) - 3:
                    out.append(f"{current} {word[:room]}{hyphenate}")
                    word = word[room:]
                else:
                    out.append(current)
                current = word
            else:
                current = f"{current} {word}" if current else word
        out.append(current)
    return out


def _text(content: Content) -> bytes:
    return "\n".join(_wrapped(_lines(content, FINNISH), 76)).encode()


def _windows_text(content: Content) -> bytes:
    lines = _lines(content, PADDED, cell=" | ")
    return "\r\n\r\n".join(_wrapped(lines, 48, hyphenate="-")).encode("cp1252")


def _utf16_text(content: Content) -> bytes:
    return "\n".join(_wrapped(_lines(content, ISO), 60, hyphenate="\u00ad")).encode("utf-16")


def _xhtml(content: Content) -> bytes:
    said = FINNISH.say
    fields = "".join(
        f"<tr><th>{escape(label)}:</th><td>{escape(said(v))}</td></tr>"
        for label, v in content.fields
    )
    body = "".join(
        f"<p>{escape(' '.join(map(FINNISH.sentence, p)))}</p>" for p in content.paragraphs
    )
    items = "".join(f"<li>{escape(said(item))}</li>" for item in content.items)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(said(cell))}</td>' for cell in row)}</tr>"
        for row in content.table
    )
    return (
        '<div class="soc-document" xmlns="http://www.w3.org/1999/xhtml">'
        f"<h1>{escape(said(content.title))}</h1><table>{fields}</table>{body}"
        f"<ul>{items}</ul><table><tbody>{rows}</tbody></table></div>"
    ).encode()


def _html(content: Content) -> bytes:
    """Of the freer kind: no ends of paragraphs, entities, another encoding."""
    said = WORDS.say
    fields = "".join(f"<dt>{escape(label)}:<dd>{escape(said(v))}" for label, v in content.fields)
    body = "".join(f"<p>{escape(' '.join(map(WORDS.sentence, p)))}\n" for p in content.paragraphs)
    items = "".join(f"<li>{escape(said(item))}\n" for item in content.items)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(said(cell))}' for cell in row)}" for row in content.table
    )
    return (
        "<!DOCTYPE html><html><head><title>Tuloste</title><style>p{}</style></head><body>"
        f"<h2>{escape(said(content.title))}</h2><dl>{fields}</dl>{body}<ul>{items}</ul>"
        f"<table><tr><td>{rows[8:]}</table><br>&nbsp;</body></html>"
    ).encode("cp1252", "xmlcharrefreplace")


def _pdf(content: Content) -> bytes:
    """Pages with a running head, page numbers, and lines as they fit."""
    made = _Paged()
    made.set_auto_page_break(True, margin=40)
    made.add_font("text", "", resource("fonts", "OpenSans-Regular.ttf"))
    made.set_font("text", size=11)
    made.alias_nb_pages("@@")
    made.add_page()
    for line in _lines(content, PADDED, cell="   "):
        made.multi_cell(0, 9, line, new_x="LMARGIN", new_y="NEXT", align="L")
    return bytes(made.output())


class _Paged(FPDF):
    def __init__(self) -> None:
        super().__init__(format=(148, 210))

    def header(self) -> None:
        self.set_font("text", size=8)
        self.cell(0, 8, "Hoiva Esimerkki Oy · SALASSA PIDETTÄVÄ", new_x="LMARGIN", new_y="NEXT")
        self.set_font("text", size=11)

    def footer(self) -> None:
        self.set_y(-15)
        self.cell(0, 8, f"Sivu {self.page_no()}/@@", align="R")


def _narrow_pdf(content: Content) -> bytes:
    """One column of a leaflet, words broken at the ends of lines."""
    made = FPDF(format="A4")
    made.set_auto_page_break(True, margin=10)
    made.add_font("text", "", resource("fonts", "OpenSans-Regular.ttf"))
    made.set_font("text", size=9)
    made.add_page()
    for line in _wrapped(_lines(content, WORDS, cell="  "), 44, hyphenate="-"):
        made.cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


def _docx(content: Content) -> bytes:
    paragraphs = _lines(replace(content, table=()), WORDS)
    said = "".join(f"<w:p>{_runs(line)}</w:p>" for line in paragraphs)
    rows = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:p>{_runs(WORDS.say(cell))}</w:p></w:tc>" for cell in row)
        + "</w:tr>"
        for row in content.table
    )
    main = (
        '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w='
        '"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        f"{said}<w:tbl>{rows}</w:tbl></w:body></w:document>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", main)
    return file.getvalue()


def _runs(line: str) -> str:
    """Text as a word processor keeps it: in pieces that end anywhere."""
    cuts = [line[n : n + 17] for n in range(0, len(line), 17)]
    return "".join(f'<w:r><w:t xml:space="preserve">{escape(cut)}</w:t></w:r>' for cut in cuts)


def _form(content: Content) -> bytes:
    """The same fields in the order of their labels, as programs print forms."""
    return "\n".join(
        _lines(replace(content, fields=tuple(sorted(content.fields))), FINNISH)
    ).encode()


def _json(habits: Habits, *, turned: bool) -> Callable[[Content], bytes]:
    def write(content: Content) -> bytes:
        whole: dict[str, Any] = {
            "otsikko": habits.say(content.title),
            "tiedot": {label: habits.say(value) for label, value in content.fields},
            "teksti": [[habits.sentence(s) for s in p] for p in content.paragraphs],
            "luettelo": [habits.say(item) for item in content.items],
            "taulukko": [
                [float(c) if isinstance(c, Decimal) else habits.say(c) for c in row]
                for row in content.table
            ],
        }
        if turned:
            whole["tiedot"] = dict(reversed(whole["tiedot"].items()))
            whole = dict(reversed(whole.items()))
        return json.dumps(whole, ensure_ascii=turned, indent=1 if turned else None).encode()

    return write


TEXT_WRITERS = (
    Writer("text", TEXT, _text),
    Writer("windows", TEXT, _windows_text),
    Writer("utf-16", TEXT, _utf16_text),
    Writer("html", XHTML, _html),
    Writer("form", TEXT, _form),
    Writer("docx", DOCX, _docx),
    Writer("narrow pdf", PDF, _narrow_pdf),
    Writer("pdf", PDF, _pdf),
)
ARCHIVE_WRITERS = (Writer("xhtml", XHTML, _xhtml), Writer("pdf", PDF, _pdf))
JSON_WRITERS = (
    Writer("json", JSON, _json(FINNISH, turned=False)),
    Writer("json turned", JSON, _json(ISO, turned=True)),
)

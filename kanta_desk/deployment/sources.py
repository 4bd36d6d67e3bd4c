"""Contents in a form to compare, whatever they were written in: the client information system's
file beside the archive's payload."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import nh3

from kanta_desk.archive.docx import docx_text
from kanta_desk.archive.markup import Table, tables_of
from kanta_desk.archive.payloads import xhtml_text
from kanta_desk.archive.pdf import pdf_page_texts
from kanta_desk.errors import BadDocument, SourceMissing
from kanta_desk.model.deployment import ExpectedDocument
from kanta_desk.model.documents import JSON, PDF, XHTML, Payload

MAX_SOURCE = 50_000_000
TEXT = "text/plain"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SOURCE_KINDS: dict[str, str] = {
    ".xhtml": XHTML,
    ".html": XHTML,
    ".htm": XHTML,
    ".pdf": PDF,
    ".json": JSON,
    ".txt": TEXT,
    ".docx": DOCX,
}


@dataclass(frozen=True, slots=True)
class Readable:
    """A content as text: ``pages`` are a PDF's pages, or what form feeds part in a plain text; of
    all else the one whole text (none for JSON). ``tables`` are those of XHTML and HTML; None where
    the form does not tell its cells apart."""

    media_type: str
    data: bytes = field(repr=False)
    pages: tuple[str, ...] = field(default=(), repr=False)
    tables: tuple[Table, ...] | None = field(default=None, repr=False)

    @property
    def has_blank_pages(self) -> bool:
        """Whether a page of a PDF shows nothing that can be read, such as a scanned picture."""
        return self.media_type == PDF and not all(page.strip() for page in self.pages)

    @property
    def text(self) -> str:
        """All pages after each other."""
        return "\n".join(self.pages)


@dataclass(frozen=True, slots=True)
class Source:
    """What the client information system says: a file's name (empty for a text in the plan
    itself), its hash, its content; ``changed``: it is another than when the plan was made."""

    name: str
    sha256: str
    content: Readable
    changed: bool = False


def source_of(expected: ExpectedDocument) -> Source | None:
    """The source content of a row; None if the row has none.

    Raises:
        SourceMissing: if the file is no longer there.
        BadDocument: if it is too large, or cannot be read as what its name says.
    """
    if expected.source is not None:
        source = read_source(expected.source)
        known = expected.source_sha256.lower()
        changed = bool(known) and known != source.sha256
        return Source(source.name, source.sha256, source.content, changed)
    if expected.source_text:
        data = expected.source_text.encode()
        content = Readable(TEXT, data, (expected.source_text,))
        return Source("", hashlib.sha256(data).hexdigest(), content)
    return None


def read_source(path: Path) -> Source:
    """Read a source file whole.

    Raises:
        SourceMissing: if it is no longer there.
        BadDocument: if it is too large, or cannot be read as what its name says.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_SOURCE + 1)
    except OSError:
        raise SourceMissing("", path.name) from None
    if len(data) > MAX_SOURCE:
        raise BadDocument(path.name, "too large")
    media_type = SOURCE_KINDS[path.suffix.lower()]
    content = _READERS[media_type](data)
    return Source(path.name, hashlib.sha256(data).hexdigest(), content)


def readable(payload: Payload) -> Readable:
    """A payload of the archive's in the same form.

    Raises:
        BadDocument: if it cannot be read.
    """
    reader = _READERS.get(payload.media_type)
    if reader is None:
        raise BadDocument("mediaType", payload.media_type[:60])
    return reader(payload.data)


def _plain(data: bytes) -> Readable:
    return Readable(TEXT, data, tuple(_decoded(data).split("\f")))


def _decoded(data: bytes) -> str:
    """Text in the encodings that programs export in: UTF-8, UTF-16 with or without its mark, and
    the Windows one of Western Europe."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if data[1:2] == b"\0" and data[3:4] == b"\0":
        return data.decode("utf-16-le", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _html(data: bytes) -> Readable:
    """XHTML as it is; HTML of the freer kind is first made well-formed."""
    try:
        shown = _as_shown(data.decode("utf-8-sig")).encode()
        return Readable(XHTML, data, (xhtml_text(shown),), tables_of(shown))
    except (BadDocument, UnicodeDecodeError):
        clean = nh3.clean(
            _as_shown(_decoded(data)),
            tags=_HTML_TAGS,
            clean_content_tags=_HTML_UNSEEN,
            attributes={"td": {"colspan"}, "th": {"colspan"}},
        )
        whole = _VOID.sub(r"<\1/>", clean).replace("&nbsp;", "&#160;")
        tidy = f"<div>{whole}</div>".encode()
        return Readable(XHTML, data, (xhtml_text(tidy),), tables_of(tidy))


def _as_shown(markup: str) -> str:
    """The markup with what a reader sees and its text alone would not say: a form's controls, and
    that a digit is raised (``10<sup>2</sup>`` is not 102)."""
    return _with_controls(_RAISED.sub(r"\1^", markup))


def _with_controls(markup: str) -> str:
    """A form's controls as the text that a reader sees in them: values, chosen options, ticks."""
    if not _CONTROL.search(markup):
        return markup
    markup = _INPUT.sub(_input_shown, markup)
    markup = _OPTION.sub(
        lambda option: f"{option[2]} " if _is_set("selected", option[1]) else "", markup
    )
    return _FRAME.sub(" ", markup)


def _input_shown(found: re.Match[str]) -> str:
    kind = _TYPE.search(found[1])
    match kind[1].lower() if kind else "text":
        case "checkbox" | "radio":
            return " ☑ " if _is_set("checked", found[1]) else " ☐ "
        case "hidden" | "submit" | "button" | "reset" | "image" | "file" | "password":
            return ""
        case _:
            value = _VALUE.search(found[1])
            return f" {value[1] or value[2] or ''} " if value else ""


def _is_set(name: str, attributes: str) -> bool:
    return re.search(rf"(?<![\w-]){name}(?![\w-])", attributes, re.I) is not None


_RAISED = re.compile(r"((?<=\d)<sup\b[^<>]*>)(?=\d)", re.I)
_CONTROL = re.compile(r"<(?:input|select|textarea)\b", re.I)
_INPUT = re.compile(r"<input\b([^<>]*?)/?>", re.I)
_OPTION = re.compile(r"<option\b([^<>]*)>([^<]*)(?:</option\s*>)?", re.I)
_FRAME = re.compile(r"</?(?:select|textarea)\b[^<>]*>", re.I)
_TYPE = re.compile(r"(?<![\w-])type\s*=\s*[\"']?(\w+)", re.I)
_VALUE = re.compile(r"(?<![\w-])value\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.I)
_VOID = re.compile(r"<((?:br|hr)\b[^>]*)>")
_HTML_TAGS = {
    "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
    "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_HTML_UNSEEN = {"script", "style", "template", "title"}
_READERS: dict[str, Callable[[bytes], Readable]] = {
    XHTML: _html,
    PDF: lambda data: Readable(PDF, data, pdf_page_texts(data)),
    TEXT: _plain,
    JSON: lambda data: Readable(JSON, data),
    DOCX: lambda data: Readable(DOCX, data, (docx_text(data),)),
}

"""Source files: the content as the client information system has it, in readable text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import nh3

from kanta_desk.archive.payloads import xhtml_text
from kanta_desk.archive.pdf import pdf_text
from kanta_desk.errors import BadDocument, SourceMissing
from kanta_desk.model.documents import JSON, PDF, XHTML

MAX_SOURCE = 50_000_000
TEXT = "text/plain"
SOURCE_KINDS: dict[str, str] = {
    ".xhtml": XHTML,
    ".html": XHTML,
    ".htm": XHTML,
    ".pdf": PDF,
    ".json": JSON,
    ".txt": TEXT,
}


@dataclass(frozen=True, slots=True)
class Source:
    """A source file's kind, bytes, hash, and readable text (none for JSON)."""

    media_type: str
    data: bytes = field(repr=False)
    sha256: str
    text: str = field(repr=False)


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
    return Source(media_type, data, hashlib.sha256(data).hexdigest(), _TEXTS[media_type](data))


def _plain_text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _html_text(data: bytes) -> str:
    """XHTML as it is; HTML of the freer kind is first made well-formed."""
    try:
        return xhtml_text(data)
    except BadDocument:
        clean = nh3.clean(
            _plain_text(data), tags=_HTML_TAGS, clean_content_tags=_HTML_UNSEEN, attributes={}
        )
        whole = clean.replace("<br>", "<br/>").replace("<hr>", "<hr/>").replace("&nbsp;", "&#160;")
        return xhtml_text(f"<div>{whole}</div>".encode())


def _no_text(data: bytes) -> str:
    return ""


_HTML_TAGS = {
    "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
    "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_HTML_UNSEEN = {"script", "style", "template", "textarea", "title"}
_TEXTS: dict[str, Callable[[bytes], str]] = {
    XHTML: _html_text,
    PDF: pdf_text,
    TEXT: _plain_text,
    JSON: _no_text,
}

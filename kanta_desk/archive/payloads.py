"""Payloads made fit to look at and to compare: XHTML sanitised and as text, JSON bounded."""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Any, Final

import nh3
import orjson
from lxml import etree

from kanta_desk.archive.pdf import pdf_text
from kanta_desk.archive.xml import parse
from kanta_desk.errors import BadDocument
from kanta_desk.model.documents import JSON, PDF, XHTML, Payload

MAX_JSON_BYTES: Final = 8 * 1024 * 1024
MAX_JSON_DEPTH: Final = 60
MAX_XHTML_ELEMENTS: Final = 400_000
MAX_FOREIGN: Final = 32

_XHTML_NS = "http://www.w3.org/1999/xhtml"
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = HEADINGS | {
    "address", "article", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "figcaption",
    "figure", "footer", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table",
    "tbody", "tfoot", "thead", "tr", "ul",
}  # fmt: skip
_INLINE = {
    "abbr", "b", "br", "cite", "code", "col", "colgroup", "del", "em", "i", "ins", "kbd", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "td", "th", "time", "u",
}  # fmt: skip
SHOWN = BLOCKS - {"body"} | _INLINE
# Their text is no part of what a reader sees.
UNSEEN = {
    "applet", "audio", "canvas", "embed", "frame", "frameset", "head", "iframe", "math", "noscript",
    "object", "script", "select", "style", "svg", "template", "textarea", "title", "video",
}  # fmt: skip
ATTRIBUTES = {
    "*": {"class", "lang", "dir", "style"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
}
_COUNTS = {"colspan": 2, "rowspan": 2, "start": 6}
"""How many digits a number may have."""
_STYLES = {
    "font-style", "font-weight", "list-style-type", "margin-left", "text-align", "text-decoration",
    "text-indent", "vertical-align", "white-space",
}  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f]+")
# A string that never ends is taken to the end, so that none of it is looked through again.
_JSON_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|[\[{\]}]', re.DOTALL)


def decode_base64(text: str, place: str) -> bytes:
    """Decode Base64 as documents carry it: white space inside, and padding perhaps left out.

    Raises:
        BadDocument: at ``place``, if it is not Base64.
    """
    compact = "".join(text.split()).rstrip("=")
    try:
        return base64.b64decode(compact + "=" * (-len(compact) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise BadDocument(place, "not Base64") from None


def safe_xhtml(data: bytes) -> str:
    """The display form as HTML that holds text and structure only.

    Nothing in the result can run, load or lead anywhere: elements, attributes and style
    properties are kept by list, and no attribute that could hold an address is on it.

    Raises:
        BadDocument: if it is not well-formed XHTML.
    """
    root = xhtml_tree(data)
    return clean_html(etree.tostring(root, encoding="unicode", method="html", with_tail=False))


def clean_html(html: str) -> str:
    """HTML of which only what is on the lists is left; see ``safe_xhtml``."""
    return nh3.clean(
        html,
        tags=set(SHOWN),
        clean_content_tags=set(UNSEEN),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=_harmless,
        filter_style_properties=set(_STYLES),
        url_schemes=set(),
        link_rel=None,
        strip_comments=True,
    )


def xhtml_text(data: bytes) -> str:
    """The display form as plain text: a line for each block, cells of a row parted by a tab.

    Raises:
        BadDocument: if it is not well-formed XHTML.
    """
    lines = _Lines()
    _gather(_own_tree(data), lines)
    return lines.text()


def json_value(data: bytes) -> Any:
    """The structured form as plain values.

    Raises:
        BadDocument: if it is not JSON in UTF-8, or too large or too deep.
    """
    if len(data) > MAX_JSON_BYTES:
        raise BadDocument("json", f"larger than {MAX_JSON_BYTES} bytes")
    if data.count(b"[") + data.count(b"{") > MAX_JSON_DEPTH and _is_deep(data):
        raise BadDocument("json", f"nested deeper than {MAX_JSON_DEPTH}")
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise BadDocument(f"json, line {error.lineno} column {error.colno}", "syntax") from None


def _is_deep(data: bytes) -> bool:
    depth = 0
    # Strings are skipped whole: closing brackets in them would hide how deep the rest is.
    for token in _JSON_TOKEN.finditer(data):
        depth += (token[0] in (b"[", b"{")) - (token[0] in (b"]", b"}"))
        if depth > MAX_JSON_DEPTH:
            return True
    return False


def text_of_payload(payload: Payload) -> str:
    """The readable text of one payload, whatever its type.

    Raises:
        BadDocument: if it cannot be read, or is of a type that has no text.
    """
    if payload.media_type == XHTML:
        return xhtml_text(payload.data)
    if payload.media_type == PDF:
        return pdf_text(payload.data)
    if payload.media_type == JSON:
        return json.dumps(json_value(payload.data), ensure_ascii=False, indent=2)
    if payload.media_type == "text/plain":
        try:
            return payload.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise BadDocument("text", "not UTF-8") from None
    raise BadDocument("mediaType", payload.media_type[:60])


def xhtml_tree(data: bytes) -> etree._Element:
    """The display form's tree, with nothing in it but XHTML's own elements, by their bare names.

    Raises:
        BadDocument: if it is not well-formed XHTML.
    """
    root = _own_tree(data)
    for element in root.iter():
        element.tag = _name(element)
    etree.cleanup_namespaces(root)
    return root


def _own_tree(data: bytes) -> etree._Element:
    """As ``xhtml_tree``, with the names as they were written."""
    root = parse(data, "xhtml", BadDocument, MAX_XHTML_ELEMENTS)
    foreign = set(map(_namespace, {str(e.tag) for e in root.iter()})) - {"", _XHTML_NS}
    if _namespace(str(root.tag)) in foreign:
        raise BadDocument("xhtml", "root element is not XHTML")
    if len(foreign) > MAX_FOREIGN:
        raise BadDocument("xhtml", f"over {MAX_FOREIGN} namespaces")
    if foreign:
        etree.strip_elements(root, *(f"{{{name}}}*" for name in foreign), with_tail=False)
    return root


def _namespace(tag: str) -> str:
    return tag.rpartition("}")[0][1:]


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _harmless(_tag: str, name: str, value: str) -> str | None:
    """No style property may call anything: ``url(…)`` and its like have no use in a document. A
    number may not ask for a table of millions of columns."""
    if name == "style":
        return None if "(" in value or "\\" in value else value
    if (most := _COUNTS.get(name)) is not None:
        return value if len(value) <= most and value.isascii() and value.isdigit() else None
    return value


class _Lines:
    """Text that is gathered piece by piece, in time that grows with its length alone."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._pieces: list[str] = []
        self.is_begun = False
        """Whether the line has more than white space."""

    def add(self, piece: str) -> None:
        """Go on with the line."""
        if piece:
            self._pieces.append(piece)
            self.is_begun = self.is_begun or not piece.isspace()

    def add_flowing(self, text: str) -> None:
        """Go on with text whose white space means no more than that words are apart."""
        said = _SPACE.sub(" ", text)
        last = self._pieces[-1][-1] if self._pieces else ""
        self.add(said.lstrip() if last in ("", " ", "\t") else said)

    def end(self) -> None:
        """Begin a new line."""
        self._done.append("".join(self._pieces).strip())
        self._pieces = []
        self.is_begun = False

    def text(self) -> str:
        """All lines that are not empty."""
        self.end()
        return "\n".join(filter(None, self._done))


def _gather(element: etree._Element, lines: _Lines) -> None:
    tag = _name(element)
    if tag in UNSEEN:
        return
    if tag in BLOCKS or tag == "br":
        lines.end()
    elif tag in ("td", "th") and lines.is_begun:
        lines.add("\t")
    _add(element.text, lines, pre=tag == "pre")
    for child in element:
        _gather(child, lines)
        _add(child.tail, lines, pre=tag == "pre")
    if tag in BLOCKS:
        lines.end()


def _add(text: str | None, lines: _Lines, *, pre: bool) -> None:
    if not text:
        return
    if not pre:
        lines.add_flowing(text)
        return
    first, *rest = text.split("\n")
    lines.add(first)
    for line in rest:
        lines.end()
        lines.add(line)

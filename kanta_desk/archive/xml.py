"""The one XML parser: no DTDs, no entities, no network, bounded in size and depth."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lxml import etree

from kanta_desk.errors import BadAnswer, BadDocument

V3: Final = "urn:hl7-org:v3"
FI: Final = "urn:hl7finland"
SOAP: Final = "http://schemas.xmlsoap.org/soap/envelope/"
NAMESPACES: Final = {"v3": V3, "hl7fi": FI, "soap": SOAP}

MAX_BYTES: Final = 32 * 1024 * 1024
MAX_DEPTH: Final = 60
MAX_ELEMENTS: Final = 1_000_000
MAX_ATTRIBUTES: Final = 1_000_000
_PIECE = 64 * 1024
_TOO_DEEP = etree.XPath(f"boolean(/*{'/*' * MAX_DEPTH})")
_PLAIN = re.compile(r"(?:(?:(?:v3|hl7fi|soap):)?\w+)(?:/(?:(?:v3|hl7fi|soap):)?\w+)*", re.ASCII)
_ENCODING = re.compile(rb"\A(?:\xef\xbb\xbf)?<\?xml[^>]{0,120}?encoding\s*=\s*[\"']([^\"']+)[\"']")

Fault = type[BadAnswer] | type[BadDocument]


def parse(
    data: bytes,
    what: str,
    fault: Fault = BadAnswer,
    most: int = MAX_ELEMENTS,
    *,
    instructions: bool = False,
) -> etree._Element:
    """The root element of ``data``, which must be UTF-8; comments and PIs are dropped.

    ``what`` names the thing in the error's place, such as ``answer`` or ``document``; ``most`` is
    how many elements there may be. ``instructions`` keeps PIs, which a signature covers.

    Raises:
        BadAnswer or BadDocument (``fault``): with the line, and never with the content.
    """
    if len(data) > MAX_BYTES:
        raise fault(what, f"larger than {MAX_BYTES} bytes")
    # A DTD has no place in a message. Looking before parsing keeps even an entity in an
    # attribute from being expanded; the parser is told UTF-8, so no encoding can hide one.
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise fault(what, "a document type definition is not allowed")
    # One start tag can hold a document's worth of attributes, all of which are read before it ends.
    if data.count(b"=") > MAX_ATTRIBUTES:
        raise fault(what, f"over {MAX_ATTRIBUTES} attributes")
    declared = _ENCODING.match(data)
    if b"\0" in data[:4] or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii")):
        raise fault(what, "encoding is not UTF-8")
    try:
        if len(data) <= _PIECE:
            root = _small(data, instructions=instructions)
            tags = data.count(b"<")
            if tags > MAX_DEPTH and _TOO_DEEP(root):
                raise fault(what, f"nested deeper than {MAX_DEPTH}")
            if tags > most and sum(1 for _ in root.iter(etree.Element)) > most:
                raise fault(what, f"over {most} elements")
            return root
        root = _in_pieces(data, what, fault, most, instructions=instructions)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        last = error.error_log.last_error
        reason = last.type_name if last is not None else "not well-formed"
        raise fault(f"{what}, line {line} column {column}", reason) from None
    if root is None:
        raise fault(what, "empty")
    return root


def _small(data: bytes, *, instructions: bool) -> etree._Element:
    """What is this small cannot grow large: it is parsed at once and looked at afterwards, which
    is several times faster."""
    return etree.fromstring(
        data,
        etree.XMLParser(
            encoding="utf-8",
            resolve_entities=False,
            load_dtd=False,
            dtd_validation=False,
            no_network=True,
            huge_tree=False,
            recover=False,
            remove_comments=True,
            remove_pis=not instructions,
        ),
    )


def _in_pieces(
    data: bytes, what: str, fault: Fault, most: int, *, instructions: bool
) -> etree._Element:
    parser = etree.XMLPullParser(
        events=("start", "end"),
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=not instructions,
    )
    depth = count = 0
    for start in range(0, len(data), _PIECE):
        parser.feed(data[start : start + _PIECE])
        for event, _ in parser.read_events():
            starts = event == "start"
            depth += 1 if starts else -1
            count += starts
            if depth > MAX_DEPTH:
                raise fault(what, f"nested deeper than {MAX_DEPTH}")
            if count > most:
                raise fault(what, f"over {most} elements")
    return parser.close()


def find(element: etree._Element, path: str) -> etree._Element | None:
    """The first element at ``path``, with the prefixes ``v3``, ``hl7fi`` and ``soap``."""
    steps = _steps(path)
    return _first(element, steps, 0) if steps else element.find(path, NAMESPACES)


def find_all(element: etree._Element, path: str) -> list[etree._Element]:
    """All elements at ``path``."""
    steps = _steps(path)
    if not steps:
        return element.findall(path, NAMESPACES)
    found = [element]
    for tag in steps:
        found = [child for each in found for child in each.iterchildren(tag)]
    return found


def _first(element: etree._Element, steps: tuple[str, ...], at: int) -> etree._Element | None:
    last = at + 1 == len(steps)
    for child in element.iterchildren(steps[at]):
        found = child if last else _first(child, steps, at + 1)
        if found is not None:
            return found
    return None


@cache
def _steps(path: str) -> tuple[str, ...]:
    """The tags along a plain path: going from child to child is ten times faster than having lxml
    look for it. Empty for a path with anything more in it. Paths are the program's own or a
    profile's, so that they are few."""
    if not _PLAIN.fullmatch(path):
        return ()
    steps = (step.rpartition(":") for step in path.split("/"))
    return tuple(f"{{{NAMESPACES[p]}}}{name}" if p else name for p, _, name in steps)


def text_of(element: etree._Element | None) -> str:
    """The element's own text with outer white space dropped; empty for none."""
    return (element.text or "").strip() if element is not None else ""


def attribute(element: etree._Element | None, path: str, name: str) -> str:
    """An attribute of the first element at ``path``; empty if either is missing."""
    found = find(element, path) if element is not None else None
    return (found.get(name) or "").strip() if found is not None else ""


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return etree.QName(element).localname

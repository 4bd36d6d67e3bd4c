"""Reads a CDA R2 document: its header as metadata, its body as payloads and text."""

from __future__ import annotations

import hashlib

from lxml import etree

from kanta_desk.archive.header import read_metadata
from kanta_desk.archive.payloads import decode_base64, json_value, text_of_payload
from kanta_desk.archive.profile import Key, MessageProfile
from kanta_desk.archive.xml import V3, find, find_all, parse
from kanta_desk.errors import BadDocument
from kanta_desk.model.documents import JSON, PDF, XHTML, ContentFault, Document, Payload

DISPLAY_TYPES = (XHTML, PDF, "text/plain")
_FOREIGN_BODY = "v3:component/v3:structuredBody"
"""How other countries' CDA documents carry their content."""


def read_document(data: bytes, profile: MessageProfile) -> Document:
    """A whole document with its payloads decoded and its text read.

    The metadata is what the document says of itself; what only the archive knows is not in it.

    Raises:
        BadDocument: with the place of the fault, also where a form cannot be read.
    """
    document = read_what_can_be(data, profile)
    if document.fault is not None:
        raise BadDocument(document.fault.place, document.fault.reason)
    return document


def read_what_can_be(data: bytes, profile: MessageProfile) -> Document:
    """As ``read_document``, but a form that cannot be read is the document's ``fault``.

    A payload whose bytes came through is among the payloads all the same.

    Raises:
        BadDocument: if it is no document, or its header cannot be read.
    """
    root = parse(data, "document", BadDocument)
    if root.tag != f"{{{V3}}}ClinicalDocument":
        raise BadDocument("document", "root element is not ClinicalDocument")
    metadata = read_metadata(root, profile, "document", BadDocument)
    payloads: list[Payload] = []
    faults: list[ContentFault] = []
    text = ""
    try:
        payloads.append(_display(root, profile))
        text = text_of_payload(payloads[0])
    except BadDocument as error:
        faults.append(_fault(error))
    for element in find_all(root, profile[Key.PATH_JSON]):
        try:
            payloads.append(_payload(element, JSON, profile[Key.PATH_JSON]))
            json_value(payloads[-1].data)
        except BadDocument as error:
            faults.append(_fault(error))
    return Document(
        metadata=metadata,
        payloads=tuple(payloads),
        original=data,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        fault=faults[0] if faults else None,
    )


def _fault(error: BadDocument) -> ContentFault:
    return ContentFault(str(error.fields["place"]), str(error.fields["reason"]))


def _display(root: etree._Element, profile: MessageProfile) -> Payload:
    path = profile[Key.PATH_TEXT]
    element = find(root, path)
    if element is None:
        if find(root, _FOREIGN_BODY) is not None:
            raise BadDocument(f"document: {_FOREIGN_BODY}", "not a body of the Finnish standard")
        raise BadDocument(f"document: {path}", "missing")
    media_type = (element.get("mediaType") or "").split(";")[0].strip().lower()
    if media_type not in DISPLAY_TYPES:
        raise BadDocument(f"document: {path}/@mediaType", "not a type that can be shown")
    return _payload(element, media_type, path)


def _payload(element: etree._Element, media_type: str, path: str) -> Payload:
    place = f"document: {path}"
    if element.get("representation") != "B64":
        raise BadDocument(f"{place}/@representation", "not B64")
    if len(element):
        raise BadDocument(place, "elements inside Base64")
    data = decode_base64(element.text or "", place)
    return Payload(media_type, data, hashlib.sha256(data).hexdigest())

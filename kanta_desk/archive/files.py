"""Reads a file out of a client information system: a document, one in its frame, or a bare form."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from kanta_desk.archive.cda import read_what_can_be
from kanta_desk.archive.header import archive_fields, read_metadata
from kanta_desk.archive.payloads import decode_base64, text_of_payload
from kanta_desk.archive.profile import MessageProfile
from kanta_desk.archive.xml import MAX_BYTES, V3, find, parse
from kanta_desk.errors import BadDocument
from kanta_desk.model.documents import JSON, PDF, XHTML, Document, DocumentMetadata, Payload

MAX_FILE: Final = MAX_BYTES
_BARE: Final = {".pdf": PDF, ".json": JSON, ".xhtml": XHTML, ".html": XHTML}
_DOCUMENT: Final = f"{{{V3}}}ClinicalDocument"
_FRAMED: Final = f"{{{V3}}}clinicalDocument"


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """What a file holds: a document, with what its frame says where it has one; or a bare form.

    What of a document cannot be read is its own ``fault``.
    """

    document: Document | None = None
    frame: DocumentMetadata | None = None
    payloads: tuple[Payload, ...] = ()
    text: str = field(default="", repr=False)

    @property
    def metadata(self) -> DocumentMetadata | None:
        """What the document says of itself; None for a bare form."""
        return self.document.metadata if self.document is not None else None


def read_file(data: bytes, suffix: str, profile: MessageProfile) -> DocumentFile:
    """Read a file by what it is: its ``suffix`` counts only for a form that is no document.

    Raises:
        BadDocument: if it is none of these, or cannot be read.
    """
    if data.startswith(b"%PDF-"):
        return _bare(PDF, data)
    kind = _BARE.get(suffix.lower())
    if kind is not None:
        return _bare(kind, data)
    root = parse(data, "document", BadDocument)
    if root.tag == _DOCUMENT:
        return DocumentFile(read_what_can_be(data, profile))
    around = next(root.iter(_FRAMED), None)
    if around is None:
        raise BadDocument("document", "neither a ClinicalDocument nor a frame with one")
    return _framed(around, profile)


def _framed(around: etree._Element, profile: MessageProfile) -> DocumentFile:
    content = find(around, "v3:text")
    if content is None or content.get("representation") != "B64":
        raise BadDocument("clinicalDocument/text", "missing, or not B64")
    data = decode_base64(content.text or "", "clinicalDocument/text")
    frame = read_metadata(around, profile, "frame", BadDocument)
    told = {key: getattr(frame, key) for key in archive_fields(profile) if key != "state"}
    document = read_what_can_be(data, profile)
    return DocumentFile(replace(document, metadata=replace(document.metadata, **told)), frame=frame)


def _bare(media_type: str, data: bytes) -> DocumentFile:
    payload = Payload(media_type, data, hashlib.sha256(data).hexdigest())
    try:
        text = text_of_payload(payload)
    except BadDocument:
        if media_type == XHTML:
            raise
        text = ""  # why a PDF or JSON cannot be read is told by the rules
    return DocumentFile(payloads=(payload,), text=text)

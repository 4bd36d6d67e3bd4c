"""What a PDF file says of itself as an archival file, and what in it an archive must not hold.

ISO 19005 (PDF/A) asks for much; this looks at what can be told without drawing a page: its own
claim, fonts, encryption, scripts and actions, attachments, colour's output intent, filters, the
file's identifier. A file that passes is not proved to be PDF/A, but one that fails is proved not to
be what it claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from kanta_desk.archive.pdf_objects import Name, PdfObjects, Stream, Value
from kanta_desk.archive.xml import parse
from kanta_desk.errors import BadDocument

MAX_XMP: Final = 2 * 1024 * 1024
_ID: Final = "http://www.aiim.org/pdfa/ns/id/"
_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XMP_ELEMENTS: Final = 20_000

# ISO 19005-1 §6.6.1 and its successors: nothing that runs, opens, submits or plays.
_ACTIONS: Final = frozenset(
    {
        "JavaScript", "Launch", "Sound", "Movie", "ResetForm", "ImportData", "SubmitForm", "Hide",
        "SetOCGState", "Rendition", "Trans", "GoTo3DView", "GoToE", "RichMediaExecute",
    }
)  # fmt: skip
_FONT_FILES: Final = ("FontFile", "FontFile2", "FontFile3")
_TEXT_KINDS: Final = frozenset({"Type1", "MMType1", "TrueType", "CIDFontType0", "CIDFontType2"})
_MOST_NAMED: Final = 20


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What was found in one file.

    ``part`` and ``conformance`` are the claim in its XMP (ISO 19005: part 1–4, conformance A, B, U,
    E, F or none), both empty where it makes none. ``unembedded`` are the names of fonts that draw
    text and are not in the file; ``actions`` the kinds of actions that PDF/A forbids.
    """

    part: str = ""
    conformance: str = ""
    encrypted: bool = False
    unembedded: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    attachments: int = 0
    has_output_intent: bool = False
    has_identifier: bool = False
    is_tagged: bool = False
    has_xfa: bool = False
    uses_lzw: bool = False
    has_metadata: bool = False


def pdf_facts(data: bytes) -> PdfFacts:
    """Look into the file.

    Raises:
        BadDocument: if it cannot be followed, or is over a limit. An encrypted file is no error:
            ``encrypted`` says so, and nothing else is looked at.
    """
    objects = PdfObjects(data)
    if objects.resolve(objects.trailer.get("Encrypt")) is not None:
        return PdfFacts(encrypted=True)
    catalogue = objects.dictionary(objects.trailer.get("Root"))
    unembedded: set[str] = set()
    actions: set[str] = set()
    attachments = 0
    lzw = False
    for value in objects.reachable():
        about = value.about if isinstance(value, Stream) else value
        if not isinstance(about, dict):
            continue
        lzw = lzw or (isinstance(value, Stream) and "LZWDecode" in objects.filters(value))
        attachments += "EF" in about
        actions.update(_actions(objects, about))
        unembedded.update(_unembedded(objects, about))
    part, conformance = _claim(objects, catalogue)
    return PdfFacts(
        part=part,
        conformance=conformance,
        unembedded=tuple(sorted(unembedded)[:_MOST_NAMED]),
        actions=tuple(sorted(actions)),
        attachments=attachments,
        has_output_intent=_has_intent(objects, catalogue),
        has_identifier=len(objects.array(objects.trailer.get("ID"))) == 2,
        is_tagged=objects.dictionary(catalogue.get("MarkInfo")).get("Marked") is True
        and bool(objects.dictionary(catalogue.get("StructTreeRoot"))),
        has_xfa="XFA" in objects.dictionary(catalogue.get("AcroForm")),
        uses_lzw=lzw,
        has_metadata=isinstance(objects.resolve(catalogue.get("Metadata")), Stream),
    )


def _actions(objects: PdfObjects, about: dict[str, Value]) -> Iterator[str]:
    kind = objects.resolve(about.get("S"))
    if isinstance(kind, Name) and kind in _ACTIONS and about.get("Type") != "StructElem":
        yield str(kind)
    if "JS" in about or "JavaScript" in about:
        yield "JavaScript"
    if objects.dictionary(about.get("AA")):
        yield "AA"


def _unembedded(objects: PdfObjects, about: dict[str, Value]) -> Iterator[str]:
    if objects.resolve(about.get("Type")) != "Font":
        return
    kind = objects.resolve(about.get("Subtype"))
    if kind not in _TEXT_KINDS:  # Type0 has its fonts below it, Type3 draws its own
        return
    descriptor = objects.dictionary(about.get("FontDescriptor"))
    if any(isinstance(objects.resolve(descriptor.get(f)), Stream) for f in _FONT_FILES):
        return
    name = objects.resolve(about.get("BaseFont"))
    yield str(name)[:80] if isinstance(name, Name) else "?"


def _has_intent(objects: PdfObjects, catalogue: dict[str, Value]) -> bool:
    intents = (objects.dictionary(i) for i in objects.array(catalogue.get("OutputIntents")))
    return any(
        intent.get("S") == "GTS_PDFA1"
        and (
            isinstance(objects.resolve(intent.get("DestOutputProfile")), Stream)
            or "OutputConditionIdentifier" in intent
        )
        for intent in intents
    )


def _claim(objects: PdfObjects, catalogue: dict[str, Value]) -> tuple[str, str]:
    """Part and conformance, as attributes or as elements of the XMP's description."""
    stream = objects.resolve(catalogue.get("Metadata"))
    if not isinstance(stream, Stream):
        return "", ""
    try:
        packet = objects.decode(stream)
        if len(packet) > MAX_XMP:
            return "", ""
        root = parse(packet.strip(b"\x00\t\n\r "), "xmp", BadDocument, _XMP_ELEMENTS)
    except BadDocument:
        return "", ""
    return _said(root, "part"), _said(root, "conformance").upper()


def _said(root: etree._Element, name: str) -> str:
    for description in root.iter(f"{_RDF}Description"):
        value = description.get(f"{{{_ID}}}{name}")
        if value is None:
            element = description.find(f"{{{_ID}}}{name}")
            value = element.text if element is not None else None
        if value is not None:
            return value.strip()[:8]
    return ""

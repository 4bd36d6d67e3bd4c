"""The forms of a practice document: XHTML, JSON and PDF/A for the archive, and source files."""

from __future__ import annotations

import hashlib
import re
import textwrap
from dataclasses import dataclass
from datetime import datetime
from html import escape

import orjson
from fpdf import FPDF
from fpdf.enums import DocumentCompliance, XPos, YPos

from kanta_desk.model.documents import JSON, PDF, XHTML, Payload
from kanta_desk.model.identifiers import HETU_ROOT, Henkilotunnus
from kanta_desk.model.time import finnish_time
from kanta_desk.practice.seed_data import SeedAuthor, SeedClient
from kanta_desk.settings.resources import resource

_WIDTH = 72
_FONT = "OpenSans"
_PROGRAM = "Sosiaali-Esimerkki 4.2.1"
_LABELS = {
    "FI": ("Asiakas", "Henkilötunnus", "Tilapäinen tunnus", "Laatija", "Laadittu"),
    "SV": ("Klient", "Personbeteckning", "Tillfällig beteckning", "Upprättad av", "Upprättad"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its paragraphs; a paragraph that is a list is a tuple of its items."""

    heading: str
    parts: tuple[str | tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What a document says, apart from any form."""

    title: str
    language: str
    client: SeedClient
    author: SeedAuthor
    created: datetime
    sections: tuple[Section, ...]

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """The lines above the sections: label and value."""
        client, hetu, temporary, author, written = _LABELS[self.language]
        known = hetu if isinstance(self.client.id, Henkilotunnus) else temporary
        return (
            (client, str(self.client.name)),
            (known, self.client.id.value),
            (author, f"{self.author.name}, {self.author.title}"),
            (written, finnish_time(self.created)),
        )


def sections_of(text: str) -> tuple[Section, ...]:
    """Read the plain form of the practice files: ``# heading``, paragraphs, ``- items``."""
    sections: list[Section] = []
    for chunk in re.split(r"^# ", text.strip(), flags=re.M)[1:]:
        heading, _, body = chunk.partition("\n")
        parts: list[str | tuple[str, ...]] = []
        for paragraph in re.split(r"\n\s*\n", body.strip()):
            lines = [line.strip() for line in paragraph.splitlines()]
            items = tuple(line.removeprefix("- ") for line in lines)
            parts.append(items if lines[0].startswith("- ") else " ".join(lines))
        sections.append(Section(heading.strip(), tuple(parts)))
    return tuple(sections)


def payload(media_type: str, data: bytes) -> Payload:
    """A payload with its hash."""
    return Payload(media_type, data, hashlib.sha256(data).hexdigest())


def archive_payloads(content: Content, form: str) -> tuple[Payload, ...]:
    """The forms that the archive gets: XHTML with JSON, or PDF/A alone."""
    if form == "pdf":
        return (payload(PDF, pdf(content)),)
    return payload(XHTML, display_xhtml(content)), payload(JSON, structured(content))


def source_file(content: Content, form: str) -> bytes:
    """The document as the client information system exports it."""
    match form:
        case "txt":
            return plain_text(content).encode("utf-8")
        case "pdf":
            return pdf(content, size=11.5, margin=28)
        case _:
            return export_xhtml(content)


def display_xhtml(content: Content) -> bytes:
    """The display form of the archive."""
    facts = "".join(
        f"<tr><th>{escape(label)}:</th><td>{escape(value)}</td></tr>"
        for label, value in content.facts
    )
    body = "".join(_xhtml_section(section, "h2") for section in content.sections)
    language = content.language.lower()
    return (
        f'<div class="soc-document" xmlns="http://www.w3.org/1999/xhtml" lang="{language}">'
        f"<h1>{escape(content.title)}</h1><table>{facts}</table>{body}</div>"
    ).encode()


def export_xhtml(content: Content) -> bytes:
    """The same words in another program's markup, with its styles and its head."""
    facts = "".join(
        f"<dt>{escape(label)}:</dt> <dd><strong>{escape(value)}</strong></dd>\n"
        for label, value in content.facts
    )
    body = "\n".join(_xhtml_section(section, "h3") for section in content.sections)
    language = content.language.lower()
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{language}">\n'
        f"<head><title>{_PROGRAM}</title>"
        "<style>h1 { font-size: 14pt }</style></head>\n"
        f"<body>\n<h1>{escape(content.title)}</h1>\n<dl>\n{facts}</dl>\n"
        f"<hr/>\n{body}\n</body>\n</html>\n"
    ).encode()


def _xhtml_section(section: Section, heading: str) -> str:
    said = [f"<{heading}>{escape(section.heading)}</{heading}>"]
    for part in section.parts:
        if isinstance(part, str):
            said.append(f"<p>{escape(part)}</p>")
        else:
            said.append(f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in part)}</ul>")
    return "".join(said)


def plain_text(content: Content) -> str:
    """The document as text, wrapped the way programs print it."""
    lines = [content.title, "=" * len(content.title), ""]
    lines += [f"{label}: {value}" for label, value in content.facts]
    for section in content.sections:
        lines += ["", section.heading, "-" * len(section.heading)]
        for part in section.parts:
            if isinstance(part, str):
                lines += [*_wrapped(part), ""]
            else:
                for item in part:
                    lines += _wrapped(item, "- ", "  ")
    return "\n".join(lines).rstrip() + "\n"


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def structured(content: Content) -> bytes:
    """The structured form: a small structure of our own, in the manner of the published ones."""
    client = content.client
    person: dict[str, object] = {"sukunimi": client.name.family, "etunimet": client.name.given}
    if isinstance(client.id, Henkilotunnus):
        person["henkilotunnus"] = {"system": f"urn:oid:{HETU_ROOT}", "value": client.id.value}
    else:
        person["tilapainen_yksilointitunnus"] = {
            "system": f"urn:oid:{client.id.root}",
            "value": client.id.value,
        }
    person["syntymaaika"] = client.birth.isoformat()
    sections = [
        {
            "otsikko": section.heading,
            "teksti": [
                {"kappale": part} if isinstance(part, str) else {"luettelo": list(part)}
                for part in section.parts
            ],
        }
        for section in content.sections
    ]
    author = content.author
    whole = {
        _snake(content.title): {
            "asiakas": [person],
            "sisalto": sections,
            "laatija": {
                "sukunimi": author.name.family,
                "etunimet": author.name.given,
                "ammattinimike": author.title,
                "laatimisaika": content.created.isoformat(),
            },
        }
    }
    return orjson.dumps(whole)


def _snake(title: str) -> str:
    plain = title.lower().translate(str.maketrans("äåöé", "aaoe"))
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def pdf(content: Content, size: float = 10.5, margin: float = 22) -> bytes:
    """The document as PDF/A-2B; the same content gives the same bytes."""
    made = FPDF(format="A4", enforce_compliance=DocumentCompliance.PDFA_2B)
    made.set_creation_date(content.created)
    made.set_title(content.title)
    made.set_producer(_PROGRAM)
    made.set_xmp_metadata(_xmp(content))
    made.set_lang("sv-FI" if content.language == "SV" else "fi-FI")
    made.set_margins(margin, margin)
    made.set_auto_page_break(auto=True, margin=margin)
    made.add_font(_FONT, "", resource("fonts", "OpenSans-Regular.ttf"))
    made.add_font(_FONT, "B", resource("fonts", "OpenSans-Semibold.ttf"))
    made.add_page()
    step = size * 0.55

    def line(text: str, style: str = "", points: float = size, indent: float = 0) -> None:
        made.set_font(_FONT, style, points)
        made.set_x(margin + indent)
        made.multi_cell(0, points * 0.55, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    line(content.title, "B", size + 5)
    made.ln(step / 2)
    for label, value in content.facts:
        line(f"{label}: {value}")
    for section in content.sections:
        made.ln(step)
        line(section.heading, "B", size + 1.5)
        for part in section.parts:
            for item in (part,) if isinstance(part, str) else part:
                bullet = not isinstance(part, str)
                line(f"• {item}" if bullet else item, indent=4 if bullet else 0)
            made.ln(step / 3)
    return bytes(made.output())


def _xmp(content: Content) -> str:
    """The file's description of itself; the library's own would hold the time of the run."""
    moment = content.created.isoformat(timespec="seconds")
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
        ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
        f'<rdf:Description rdf:about="" xmp:CreateDate="{moment}" xmp:ModifyDate="{moment}"'
        f' xmp:MetadataDate="{moment}" pdf:Producer="{_PROGRAM}">'
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
        '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">'
        f"{escape(content.title)}</rdf:li></rdf:Alt></dc:title>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )

"""The CONTENT cell: the source file beside the archived document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kanta_desk.deployment.cells import states_of
from kanta_desk.deployment.contents import Compared, compare_contents
from kanta_desk.deployment.sources import Readable, Source, readable
from kanta_desk.errors import BadDocument
from kanta_desk.model.deployment import Aspect, Cell, CellState, worst
from kanta_desk.model.documents import JSON, Document
from kanta_desk.model.findings import Finding
from kanta_desk.model.text import Counted, Text

NO_SOURCE = Text(
    "suunnitelmassa ei ole lähdetiedostoa",
    "planen har ingen källfil",
    "the plan has no source file",
)
_SAME_BYTES = Text(
    "tavulleen sama sisältö", "samma innehåll byte för byte", "the same content, byte for byte"
)
_NO_TEXT = Text(
    "lähteessä ei ole luettavaa tekstiä; vertaa silmämääräisesti",
    "källan saknar läsbar text; jämför visuellt",
    "the source has no readable text; compare by eye",
)
_CHANGED = Text(
    "lähdetiedosto on muuttunut suunnitelman teon jälkeen",
    "källfilen har ändrats sedan planen gjordes",
    "the source file has changed since the plan was made",
)
_VALUES_FOUND = Counted(
    Text(
        "{n} arvo löytyy tekstistä; vertaa silmämääräisesti",
        "{n} värde finns i texten; jämför visuellt",
        "{n} value is in the text; compare by eye",
    ),
    Text(
        "kaikki {n} arvoa löytyvät tekstistä; vertaa silmämääräisesti",
        "alla {n} värden finns i texten; jämför visuellt",
        "all {n} values are in the text; compare by eye",
    ),
)
_PICTURES = Text(
    "jollakin sivulla ei ole luettavaa tekstiä; vertaa se silmämääräisesti",
    "någon sida saknar läsbar text; jämför den visuellt",
    "a page has no readable text; compare it by eye",
)
_SAME = Counted(
    Text("sama sisältö ({n} sana)", "samma innehåll ({n} ord)", "same content ({n} word)"),
    Text("sama sisältö ({n} sanaa)", "samma innehåll ({n} ord)", "same content ({n} words)"),
)
_FORM = Counted(
    Text(
        "{n} ero välimerkeissä tai kirjainkoossa",
        "{n} skillnad i skiljetecken eller versaler",
        "{n} difference in punctuation or capitals",
    ),
    Text(
        "{n} eroa välimerkeissä tai kirjainkoossa",
        "{n} skillnader i skiljetecken eller versaler",
        "{n} differences in punctuation or capitals",
    ),
)
_DIFFERS = Counted(
    Text(
        "{n} ero (yhtäläisyys {percent} %)",
        "{n} skillnad (likhet {percent} %)",
        "{n} difference (similarity {percent} %)",
    ),
    Text(
        "{n} eroa (yhtäläisyys {percent} %)",
        "{n} skillnader (likhet {percent} %)",
        "{n} differences (similarity {percent} %)",
    ),
)


def without_source(findings: Sequence[Finding]) -> Cell:
    """CONTENT where there is nothing to compare with; what the rules found still counts."""
    state = worst((CellState.NOT_CHECKED, *states_of(findings)))
    return Cell(Aspect.CONTENT, state, NO_SOURCE, tuple(findings))


def content_cell(source: Source, document: Document, findings: Sequence[Finding]) -> Cell:
    """CONTENT for a paired document and its source.

    Raises:
        BadDocument: if one of them cannot be compared.
    """
    cell = _compared(source.content, document)
    summary = cell.summary
    if cell.state is CellState.OK and findings:
        summary = findings[0].title
    states = [cell.state, *states_of(findings)]
    if source.changed:
        states.append(CellState.WARNING)
        summary = _CHANGED if cell.state is CellState.OK else summary
    evidence = (
        f"source: {source.name or '–'} SHA-256 {source.sha256}",
        *(f"archive: {_short(p.media_type)} SHA-256 {p.sha256}" for p in document.payloads),
    )
    notes = (*cell.notes, _CHANGED) if source.changed else cell.notes
    return replace(
        cell,
        state=worst(states),
        summary=summary,
        findings=tuple(findings),
        evidence=evidence,
        notes=notes,
    )


def _compared(source: Readable, document: Document) -> Cell:
    if any(source.data == payload.data for payload in document.payloads):
        return Cell(Aspect.CONTENT, CellState.OK, _SAME_BYTES, similarity=1.0)
    if source.media_type != JSON and not source.text.strip():
        return Cell(Aspect.CONTENT, CellState.WARNING, _NO_TEXT)
    compared = [
        (compare_contents(source, content), content) for content in _comparable(source, document)
    ]
    if not compared:
        raise BadDocument("payload", "none to compare with")
    best, content = max(compared, key=lambda c: (c[0].whole, c[0].comparison.similarity))
    cell = _told(best)
    if source.has_blank_pages or content.has_blank_pages:
        summary = _PICTURES if cell.state is CellState.OK else cell.summary
        state = worst((cell.state, CellState.WARNING))
        cell = replace(cell, state=state, summary=summary, notes=(*cell.notes, _PICTURES))
    return cell


def _comparable(source: Readable, document: Document) -> Iterator[Readable]:
    """The payloads to compare with: those of the source's own kind, text or structured, where the
    document has them."""
    structured = [p for p in document.payloads if p.media_type == JSON]
    others = [p for p in document.payloads if p.media_type != JSON]
    first, second = (structured, others) if source.media_type == JSON else (others, structured)
    for payload in first or second:
        yield readable(payload)


def _told(compared: Compared) -> Cell:
    comparison = compared.comparison
    if comparison.same and compared.whole:
        state, summary = CellState.OK, _counted(_SAME, comparison.words)
    elif comparison.same:
        state, summary = CellState.WARNING, _counted(_VALUES_FOUND, comparison.words)
    elif comparison.form_only:
        state, summary = CellState.WARNING, _counted(_FORM, comparison.total)
    else:
        state = CellState.FAILED
        summary = _counted(_DIFFERS, comparison.total, percent=comparison.percent)
    return Cell(
        Aspect.CONTENT,
        state,
        summary,
        differences=comparison.differences,
        similarity=comparison.similarity if compared.whole else None,
        notes=compared.notes,
    )


def _short(media_type: str) -> str:
    return media_type.rpartition("/")[2].removesuffix("+xml").upper()


def _counted(texts: Counted, n: int, **fields: object) -> Text:
    text = texts.one if n == 1 else texts.many
    return Text(
        text.fi.format(n=n, **fields), text.sv.format(n=n, **fields), text.en.format(n=n, **fields)
    )

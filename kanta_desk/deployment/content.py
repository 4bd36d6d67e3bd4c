"""The CONTENT cell: the source file beside the archived document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from kanta_desk.deployment.cells import states_of
from kanta_desk.deployment.compare import Comparison, compare_json, compare_texts
from kanta_desk.deployment.sources import Source
from kanta_desk.model.deployment import Aspect, Cell, CellState, Difference, worst
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
_NO_FORM = Text(
    "asiakirjalla ei ole rakenteista muotoa (JSON)",
    "handlingen saknar strukturerad form (JSON)",
    "the document has no structured form (JSON)",
)
_NO_TEXT = Text(
    "lähteessä ei ole luettavaa tekstiä; vertaa silmämääräisesti",
    "källan saknar läsbar text; jämför visuellt",
    "the source has no readable text; compare by eye",
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


def content_cell(
    name: str, source: Source, document: Document, findings: Sequence[Finding]
) -> Cell:
    """CONTENT for a paired document and its source file ``name``.

    Raises:
        BadDocument: if one of them cannot be compared.
    """
    state, summary, differences = _compared(source, document)
    if state is CellState.OK and findings:
        summary = findings[0].title
    evidence = (
        f"source: {PurePath(name).name} SHA-256 {source.sha256}",
        *(f"archive: {_short(p.media_type)} SHA-256 {p.sha256}" for p in document.payloads),
    )
    state = worst((state, *states_of(findings)))
    return Cell(Aspect.CONTENT, state, summary, tuple(findings), differences, evidence)


def _compared(source: Source, document: Document) -> tuple[CellState, Text, tuple[Difference, ...]]:
    if any(source.data == payload.data for payload in document.payloads):
        return CellState.OK, _SAME_BYTES, ()
    if source.media_type == JSON:
        forms = [p for p in document.payloads if p.media_type == JSON]
        if not forms:
            return CellState.FAILED, _NO_FORM, ()
        best = max((compare_json(source.data, p.data) for p in forms), key=lambda c: c.similarity)
        return _told(best)
    if not source.text.strip():
        return CellState.WARNING, _NO_TEXT, ()
    return _told(compare_texts(source.text, document.text))


def _told(comparison: Comparison) -> tuple[CellState, Text, tuple[Difference, ...]]:
    if comparison.same:
        return CellState.OK, _counted(_SAME, comparison.words), ()
    if comparison.form_only:
        return CellState.WARNING, _counted(_FORM, comparison.total), comparison.differences
    summary = _counted(_DIFFERS, comparison.total, percent=comparison.percent)
    return CellState.FAILED, summary, comparison.differences


def _short(media_type: str) -> str:
    return media_type.rpartition("/")[2].removesuffix("+xml").upper()


def _counted(texts: Counted, n: int, **fields: object) -> Text:
    text = texts.one if n == 1 else texts.many
    return Text(
        text.fi.format(n=n, **fields), text.sv.format(n=n, **fields), text.en.format(n=n, **fields)
    )

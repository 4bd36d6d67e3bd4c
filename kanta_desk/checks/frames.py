"""Rules over a document in its frame: that both speak of the same document."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kanta_desk.checks.examined import Examined
from kanta_desk.checks.remedies import ASK_VENDOR
from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.model.findings import Severity
from kanta_desk.model.metadata import Evidence
from kanta_desk.model.text import Text

_SOURCE = "Kela, MR-sanomat: siirtokehyksen ja asiakirjan tunnisteet"


def _differs(*keys: str) -> Callable[[Examined, CheckContext], Iterator[Fault]]:
    def look(document: Examined, context: CheckContext) -> Iterator[Fault]:
        inside, around = document.metadata, document.frame
        if inside is None or around is None:
            return
        for key in keys:
            one, other = getattr(around, key), getattr(inside, key)
            if one is not None and one != other:
                yield Fault(key, f"{one} ≠ {other}"[:160])

    return look


FRAME_RULES: tuple[Rule[Examined], ...] = (
    Rule(
        "FR-OID",
        Severity.ERROR,
        Text(
            "Siirtokehyksen ja asiakirjan tunnukset ovat eri",
            "Överföringsramens och handlingens id är olika",
            "The frame's and the document's identifiers differ",
        ),
        ASK_VENDOR,
        _SOURCE,
        _differs("document_oid"),
    ),
    Rule(
        "FR-SET",
        Severity.ERROR,
        Text(
            "Siirtokehyksen ja asiakirjan alkuperäisen asiakirjan tunnukset ovat eri",
            "Överföringsramens och handlingens ursprungliga id är olika",
            "The frame's and the document's original document ids differ",
        ),
        ASK_VENDOR,
        _SOURCE,
        _differs("set_id"),
    ),
    Rule(
        "FR-VER",
        Severity.WARNING,
        Text(
            "Siirtokehyksen ja asiakirjan versiot ovat eri",
            "Överföringsramens och handlingens versioner är olika",
            "The frame's and the document's versions differ",
        ),
        ASK_VENDOR,
        _SOURCE,
        _differs("version"),
        Evidence.ASSUMED,
    ),
)

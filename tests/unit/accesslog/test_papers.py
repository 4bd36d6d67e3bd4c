"""The log's papers: verification, disposal record, anchor page."""

from __future__ import annotations

from datetime import UTC, datetime

import pypdfium2
import pytest

from kanta_desk.accesslog.disposal import Approval, DisposalRecord
from kanta_desk.accesslog.notes import Checkpoint, Note, Why
from kanta_desk.accesslog.papers import (
    anchor_paper,
    disposal_paper,
    verification_paper,
    verification_text,
)
from kanta_desk.accesslog.retention import DisposalPlan, Month
from kanta_desk.model.events import EventRef, TreeName
from kanta_desk.model.logreport import Depth, FaultKind, LogFault, TreeReport, VerifyReport
from kanta_desk.model.text import Language
from tests.helpers.events import MAIJA, PEKKA

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TREE = TreeName("1.2.246.10.99999990.10.0/1", 2013)


def text_of(paper: bytes) -> str:
    document = pypdfium2.PdfDocument(paper)
    try:
        pages = [document[at].get_textpage().get_text_bounded() for at in range(len(document))]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize("language", Language)
def test_a_verification_names_what_it_read_and_found(language: Language) -> None:
    fault = LogFault(FaultKind.ENTRY, str(TREE), 17, 17)
    tree = TreeReport(str(TREE), "x.db", 600, "ab" * 32, 600, 3, 1)
    report = VerifyReport(NOW, NOW, Depth.FULL, (tree,), (fault,), anchors=("ankkurit",))

    said = text_of(verification_paper(report, language))

    for expected in (str(TREE), "600", "22.11.2026 12.00.00", "17–17", "ankkurit"):
        assert expected in said
        assert expected in verification_text(report, language) or expected == "ankkurit"


def test_what_is_written_in_practice_says_so() -> None:
    report = VerifyReport(NOW, NOW, Depth.DAILY, (), ())
    assert "HARJOITUS" in text_of(verification_paper(report, Language.FI, practice=True))
    assert "HARJOITUS" not in text_of(verification_paper(report, Language.FI))
    assert "päivittäinen" in text_of(verification_paper(report, Language.FI))


@pytest.mark.parametrize("language", Language)
def test_a_disposal_record_names_what_went_on_what_basis_and_who_approved(
    language: Language,
) -> None:
    plan = DisposalPlan(TREE, (Month(2013, 1),), ((2, 301),), 300, 2, ("a1",), 620, bytes(32))
    people = tuple(Approval(who, NOW, "Säilytysaika päättynyt") for who in (MAIJA, PEKKA))
    event = EventRef(TREE.register, 2026, 7)

    said = text_of(disposal_paper(DisposalRecord(plan, people, event, event, NOW), language))

    for expected in ("2013-01", "300", "703/2023", MAIJA.user_name, PEKKA.user_name, str(event)):
        assert expected in said


@pytest.mark.parametrize("language", Language)
def test_an_anchor_page_holds_the_whole_note(language: Language) -> None:
    origin = f"kanta-desk/{'a' * 16}/{TREE}"
    point = Checkpoint(origin, 620, bytes(32), NOW, Why.HOUR, 9, bytes(32), bytes(32), "e", "K 1")
    note = Note(point.text, "kanta-desk/aa", bytes(4), bytes(64))

    said = text_of(anchor_paper(note, language, NOW))

    for line in str(note).split():
        assert line in said

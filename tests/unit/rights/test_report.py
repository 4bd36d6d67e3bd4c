"""The report on rights: PDF/A that says who has what, how it came about, and what to look at."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest

from kanta_desk.errors import ReportFailed
from kanta_desk.model.people import Role
from kanta_desk.model.rights import (
    RIGHTS_FAULT_NAMES,
    GrantState,
    RightsFault,
    RightsFinding,
    RightsOverview,
    Statement,
)
from kanta_desk.model.rights_words import noticed
from kanta_desk.model.terms import rights as words
from kanta_desk.model.text import Language
from kanta_desk.rights import rules
from kanta_desk.rights.notices import expiring
from kanta_desk.rights.report import RightsReport, report_pdf, write_report
from tests.helpers.events import REGISTER
from tests.helpers.rights import DAY, LIISA, MAIJA, MANDATE, NOON, PEKKA, after, begun, grant

START = begun(
    grant(PEKKA, Role.ARCHIVIST, name="Pekka Äijälä", basis=MANDATE),
    grant(MAIJA, Role.INVALIDATOR),
    grant(LIISA, Role.VIEWER, basis=Statement("vanha tehtävänkuva")),
)
BOOK = after(START, rules.revoked(START, "1-4", "tehtävä päättyi", DAY))
DETAILS = RightsReport("Maija Arkistonhoitaja", BOOK.digest)


def view(*findings: RightsFinding) -> RightsOverview:
    return RightsOverview(
        REGISTER, DAY, BOOK.records, BOOK.changes, expiring(BOOK, DAY), True, findings
    )


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(p.get_textpage().get_text_bounded().split()) for p in document)
    finally:
        document.close()


@pytest.mark.parametrize("language", Language)
def test_the_report_says_who_has_what_and_how_it_came_about(language: Language) -> None:
    said = text_of(report_pdf(view(), DETAILS, language, NOON))

    assert words.TITLE.of(language) in said
    for part in ("Pekka Äijälä", "V-1", "31.12.2026", "990000044", "tehtävä päättyi"):
        assert part in said
    assert words.HISTORY.of(language) in said
    assert BOOK.digest[:20] in said.replace(" ", "")


def test_what_a_supervisor_should_look_at_is_told_first() -> None:
    finding = RightsFinding(RightsFault.EDITED, REGISTER.key, "1-2")

    lines = " ".join(noticed(view(finding), Language.FI))

    assert RIGHTS_FAULT_NAMES[RightsFault.EDITED].fi[1:] in lines
    assert words.ALONE.fi in lines
    assert "myöntänyt oikeuden itselleen: mitätöijä" in lines
    assert "Pekka Äijälä, arkistonhoitaja: oikeus päättyy 31.12.2026." in lines
    assert "vapaa teksti" not in lines, "that right was revoked"


def test_a_revoked_right_stands_with_who_revoked_it() -> None:
    assert [r.state(DAY) for r in BOOK.records].count(GrantState.REVOKED) == 1
    assert "peruttu 22.11.2026" in text_of(report_pdf(view(), DETAILS, Language.FI, NOON))


def test_practice_is_marked_and_a_long_register_takes_more_pages() -> None:
    many = begun(*(grant(name=f"Henkilö Numero {n}") for n in range(150)))
    long = RightsOverview(REGISTER, DAY, many.records, many.changes, (), False, ())

    data = report_pdf(long, RightsReport("M", "", practice=True), Language.FI, NOON)

    document = pypdfium2.PdfDocument(data)
    pages = len(document)
    document.close()
    assert pages > 4
    assert "HARJOITUS" in text_of(data)


def test_a_report_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReportFailed):
        write_report(view(), DETAILS, tmp_path / "no" / "r.pdf", Language.FI, NOON + timedelta(1))


def test_a_right_given_to_oneself_and_taken_back_is_still_told() -> None:
    own = next(r.grant.id for r in BOOK.records if r.grant.role is Role.INVALIDATOR)
    book = after(BOOK, rules.revoked(BOOK, own, "valmis", DAY))
    seen = RightsOverview(REGISTER, DAY, book.records, book.changes, (), False, ())

    assert "myöntänyt oikeuden itselleen: mitätöijä" in " ".join(noticed(seen, Language.FI))


def test_one_name_with_two_invalidator_s_cards_is_told_where_two_persons_are_needed() -> None:
    two = begun(
        grant(PEKKA, Role.INVALIDATOR, name="Pekka Äijälä"),
        grant(LIISA, Role.INVALIDATOR, name="pekka äijälä"),
        grant(MAIJA, Role.INVALIDATOR),
    )
    for needed in (True, False):
        seen = RightsOverview(REGISTER, DAY, two.records, two.changes, (), needed, ())
        told = [line for line in noticed(seen, Language.FI) if "kahdella kortilla" in line]
        assert len(told) == needed

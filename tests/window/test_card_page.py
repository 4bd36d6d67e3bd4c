"""Card and reader: the checks fill in, the card is shown, the report can be taken along."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kanta_desk.gui.card.page import CardPage
from kanta_desk.gui.widgets.monotext import MonoText
from kanta_desk.model.cards import CardPresence, ReaderState
from kanta_desk.model.diagnosis import CheckResult, CheckState
from kanta_desk.model.revocation import (
    Attempt,
    Doubt,
    RevocationSource,
    RevocationState,
    RevocationStatus,
)
from kanta_desk.model.text import Text
from tests.helpers.window import MAIJA, OTHER, READER, MemoryDesk, card, held, settle


def said(text: str) -> Text:
    return Text(text, text, text)


FINE = CheckResult(
    "service",
    said("Älykorttipalvelu"),
    CheckState.OK,
    said("Palvelu vastaa."),
    evidence=("pcscd 1.9.9",),
    seconds=0.012,
)
BROKEN = CheckResult(
    "readers",
    said("Kortinlukija"),
    CheckState.FAILED,
    said("Lukijaa ei ole."),
    evidence=("readers=0",),
    remedy=said("Kytke lukija."),
    code="KD-9003",
)
SKIPPED = CheckResult("card", said("Kortti"), CheckState.SKIPPED, said("Ei tarkastettu."))


@pytest.fixture
def desk() -> MemoryDesk:
    return MemoryDesk(results=(FINE, BROKEN, SKIPPED))


@pytest.fixture
def page(app: QApplication, qtbot: QtBot, desk: MemoryDesk) -> CardPage:
    made = CardPage(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def texts(page: CardPage) -> list[str]:
    """All words that can be seen."""
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    return labels + [m.toPlainText() for m in page.findChildren(MonoText) if m.isVisible()]


def test_the_checks_run_by_themselves_without_signing_in(page: CardPage) -> None:
    page.entered()
    settle(page)

    assert list(page.results) == ["service", "readers", "card"]
    assert page.overall.word == "1 vika, 1 ohitettu, 1 kunnossa"


def test_a_check_under_way_shows_that_it_is(page: CardPage, desk: MemoryDesk) -> None:
    with held(desk):
        page.entered()
        assert not page._again.isEnabled()
        assert not page._save.isEnabled()
    settle(page)

    assert page._again.isEnabled()
    assert page._save.isEnabled()


def test_a_fault_shows_its_remedy_and_code_at_once(page: CardPage) -> None:
    page.entered()
    settle(page)

    assert "Kytke lukija. (KD-9003)" in texts(page)


def test_evidence_is_there_when_asked_for(page: CardPage) -> None:
    page.entered()
    settle(page)
    row = page._rows["service"]
    assert "pcscd 1.9.9" not in texts(page)

    row._more.click()

    assert "pcscd 1.9.9" in texts(page)


def test_a_check_without_evidence_offers_none(page: CardPage) -> None:
    page.entered()
    settle(page)

    assert not page._rows["card"]._more.isVisible()


def test_checking_again_shows_what_is_now(page: CardPage, desk: MemoryDesk) -> None:
    page.entered()
    settle(page)
    desk.results = (FINE, replace(BROKEN, state=CheckState.OK, remedy=None, code=""))

    page._again.click()
    settle(page)

    assert page.results["readers"].state is CheckState.OK
    assert "Kytke lukija. (KD-9003)" not in texts(page)


def test_another_card_is_checked_by_itself(page: CardPage, desk: MemoryDesk) -> None:
    page.entered()
    settle(page)
    desk.results = (FINE, replace(BROKEN, state=CheckState.OK, remedy=None, code=""), SKIPPED)

    desk.insert()
    settle(page)

    assert page.overall.word == "1 ohitettu, 2 kunnossa"


def test_the_report_is_copied_and_saved_with_all_evidence(page: CardPage, tmp_path: Path) -> None:
    page.entered()
    settle(page)
    page._copy.click()
    page.save_report(tmp_path / "report.txt")
    settle(page)

    copied = QGuiApplication.clipboard().text()
    saved = (tmp_path / "report.txt").read_text(encoding="utf-8")

    for text in (copied, saved):
        assert "readers=0" in text
        assert "Kytke lukija." in text


def test_a_folder_that_cannot_be_written_is_told_in_the_page(
    page: CardPage, tmp_path: Path
) -> None:
    page.entered()
    settle(page)

    page.save_report(tmp_path / "missing" / "report.txt")
    settle(page)

    assert page.error.isVisible()


def test_the_card_is_shown_with_its_certificates(page: CardPage, desk: MemoryDesk) -> None:
    desk.insert()
    page.entered()
    settle(page)
    shown = texts(page)

    assert MAIJA.identifier in shown
    assert "FINEID S4-2, ei vahvistettu oikealla kortilla" in shown
    assert "3.4.2024–3.4.2029" in shown
    assert "RSA 3072" in shown
    assert "5 yritystä jäljellä" in shown


@pytest.mark.parametrize(
    ("tries", "words"),
    [
        (0, "lukkiutunut"),
        (1, "1 yritys jäljellä"),
        (None, "kortti ei kerro jäljellä olevia yrityksiä"),
    ],
)
def test_tries_left_are_told_as_the_card_tells_them(
    page: CardPage, desk: MemoryDesk, tries: int | None, words: str
) -> None:
    desk.show(ReaderState(READER, CardPresence.READY, card=card(MAIJA, (tries, 5))))
    page.entered()
    settle(page)

    assert words in texts(page)


def test_two_readers_are_two_panels(page: CardPage, desk: MemoryDesk) -> None:
    desk.show(
        ReaderState("Ensimmäinen", CardPresence.MUTE),
        ReaderState("Toinen", CardPresence.READY, card=card(OTHER)),
    )
    page.entered()
    settle(page)
    shown = texts(page)

    assert {"Ensimmäinen", "Toinen", "Kortti ei vastaa.", OTHER.name} <= set(shown)


_ASKED = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (None, "kysytään …"),
        (
            RevocationStatus(RevocationState.GOOD, "1", RevocationSource.OCSP, _ASKED),
            "ei suljettu · OCSP-kysely · 22.11.2026 12.00",
        ),
        (
            RevocationStatus(RevocationState.ON_HOLD, "1", RevocationSource.CRL, _ASKED),
            "suljettu toistaiseksi · sulkulista · 22.11.2026 12.00",
        ),
        (
            RevocationStatus(
                RevocationState.UNKNOWN,
                "1",
                attempts=(Attempt(RevocationSource.OCSP, "ocsp.example", Doubt.NO_ANSWER),),
            ),
            "sulkutilaa ei saatu selville: palvelu ei vastannut",
        ),
    ],
)
def test_what_is_known_of_revocation_is_told_with_its_source_and_time(
    page: CardPage, desk: MemoryDesk, told: RevocationStatus | None, words: str
) -> None:
    found = card(MAIJA)
    (certificate,) = found.certificates
    shown = replace(certificate, path=(b"der",), revocation=None if told is None else (told,))
    read = replace(found, certificates=(shown,))
    desk.show(ReaderState(READER, CardPresence.READY, card=read))
    page.entered()
    settle(page)

    assert words in texts(page)


def test_the_rule_that_told_the_cards_type_is_shown(page: CardPage, desk: MemoryDesk) -> None:
    desk.insert()
    page.entered()
    settle(page)

    assert MAIJA.type_rule in texts(page)

"""A loss of the log in the window: shown, answered for with a reason, and told as acknowledged."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from kanta_desk.desk.desk import Desk
from kanta_desk.gui.accesslog.page import AccessLogPage
from kanta_desk.gui.accesslog.verified import VerifiedLine
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.events import EventKind, Phase
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.model.logreport import AnchorState, Depth, Verified
from kanta_desk.settings.paths import Paths
from tests.helpers.pages import nameless, shown_text, signed_in
from tests.helpers.window import settle

pytestmark = pytest.mark.usefixtures("app")

CLIENT = Henkilotunnus.parse("010181-900C")
WHY = "Levy rikkoutui 22.11., varmuuskopio aamulta"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk whose log was put back to what it was some searches ago."""
    root = tmp_path / "practice"
    log, before = Paths.under(root).access_log, tmp_path / "before"
    with signed_in(root):
        pass
    shutil.copytree(log, before)
    with signed_in(root) as made:
        assert made.session is not None
        made.session.search(SearchCriteria(client_id=CLIENT))
    shutil.rmtree(log)
    shutil.copytree(before, log)
    with signed_in(root) as made:
        yield made


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> AccessLogPage:
    made = AccessLogPage(desk)
    qtbot.addWidget(made)
    made.resize(1080, 900)
    made.show()
    made.entered()
    made.tabs.setCurrentWidget(made.integrity)
    settle(made)
    return made


def test_a_loss_is_acknowledged_with_a_reason(
    page: AccessLogPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = page.integrity
    assert desk.alarms
    assert not tab.losses.isVisible()
    tab.verify()
    settle(page)
    assert tab.losses.isVisible()
    assert "ovat poissa" in shown_text(tab.losses)
    assert not tab.losses.button.isEnabled()
    assert nameless(page) == []

    tab.losses.reason.setText(WHY)
    monkeypatch.setattr(QMessageBox, "warning", lambda *_: QMessageBox.StandardButton.Cancel)
    tab.losses.button.click()
    settle(page)
    assert tab.losses.isVisible()
    monkeypatch.setattr(QMessageBox, "warning", lambda *_: QMessageBox.StandardButton.Ok)
    tab.losses.button.click()
    settle(page)

    assert not tab.losses.isVisible()
    assert "Loki on eheä" in tab.result.said
    assert WHY in tab.result.said
    assert desk.alarms == ()
    assert desk.session is not None
    register = desk.session.context.register.key
    kept = desk.session._logbook.events_of([EventKind.LOG_INCIDENT], register)
    assert {e.phase for e in kept if WHY in e.subject.query} == {Phase.INTENT, Phase.DONE}


def test_it_is_forgotten_with_the_session(page: AccessLogPage) -> None:
    page.integrity.verify()
    settle(page)
    page.integrity.losses.reason.setText("jotain")
    page.integrity.wipe()
    assert not page.integrity.losses.isVisible()
    assert page.integrity.losses.reason.text() == ""
    assert page.integrity.verified.text() == ""


def test_when_the_log_was_last_verified_stands_there(page: AccessLogPage) -> None:
    assert "Täysi (30 päivän välein): ei vielä tehty" in page.integrity.verified.text()
    page.integrity.verify()
    settle(page)
    assert "vikoja löytyi" in page.integrity.verified.text()


def test_what_a_place_had_lost_and_was_sent_again_is_told(page: AccessLogPage) -> None:
    page.integrity._show_anchors((AnchorState("verkkolevy", NOW, 0, "", 3),))
    assert "Paikasta verkkolevy puuttui 3 merkintää" in page.integrity.anchor_line.said


def test_one_that_was_wider_counts_as_the_narrower_ones_too(app: object) -> None:
    line = VerifiedLine()
    line.show_verified([Verified(Depth.FULL, NOW, 7, intact=True)], NOW)
    assert [said.endswith("eheä") for said in line.text().splitlines()] == [True] * 3


def test_how_old_a_verification_is_and_whether_the_next_is_overdue(app: object) -> None:
    line = VerifiedLine()
    line.show_verified(
        [
            Verified(Depth.DAILY, NOW, 7, intact=True),
            Verified(Depth.YEAR, NOW - timedelta(days=6), 7, intact=False),
            Verified(Depth.FULL, NOW - timedelta(days=61), 7, intact=True),
        ],
        NOW,
    )
    daily, year, full = line.text().splitlines()
    assert daily == "Päivittäinen: 22.11.2026 14.00 · vuorokauden sisällä · eheä"
    assert year.endswith("6 päivää sitten · vikoja löytyi")
    assert full.endswith("61 päivää sitten · eheä · myöhässä")

"""The Deployment test page on the practice desk: plan, run, verdict, report, lock."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanta_desk.desk.desk import Desk
from kanta_desk.desk.planning import report_deadline
from kanta_desk.gui.deployment.matrix import ASPECTS, FIRST_ASPECT
from kanta_desk.gui.deployment.page import DeploymentPage
from kanta_desk.gui.invalidations.wish import Wish
from kanta_desk.gui.language import day
from kanta_desk.gui.tasks import drop_all
from kanta_desk.model.deployment import CellState
from tests.helpers.pages import nameless, shown_text, signed_in
from tests.helpers.practice import sign_in
from tests.helpers.window import WAIT_MS, settle

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with signed_in(tmp_path_factory.mktemp("practice")) as made:
        yield made


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> DeploymentPage:
    made = DeploymentPage(desk)
    qtbot.addWidget(made)
    made.resize(1080, 700)
    made.show()
    return made


@pytest.fixture(scope="module")
def ran(dressed: QApplication, desk: Desk) -> Iterator[DeploymentPage]:
    """A page that has run the practice plan once, for tests that leave it as it was."""
    made = DeploymentPage(desk)
    made.resize(1080, 700)
    made.show()
    made.show_sample()
    settle(made)
    assert made.verdict is not None
    yield made
    made.close()
    made.deleteLater()


def faults(page: DeploymentPage) -> set[tuple[str, str]]:
    return {
        (page.model.expected(row).key, aspect.value)
        for row in range(page.model.rowCount())
        for at, aspect in enumerate(ASPECTS)
        if (cell := page.model.cell(page.model.index(row, FIRST_ASPECT + at)))
        and cell.state is CellState.FAILED
    }


def test_the_practice_plan_is_offered_and_summed_up(page: DeploymentPage) -> None:
    assert page.plan_panel.practice.isVisible()
    page.plan_panel.practice.click()
    settle(page)

    assert page.model.rowCount() == 17
    assert "17 asiakirjaa" in shown_text(page)
    assert "17 odottaa" in shown_text(page)
    assert page.plan_panel.start.isEnabled()


def test_the_matrix_names_the_seeded_faults_and_no_others(ran: DeploymentPage, desk: Desk) -> None:
    assert desk.practice_plan is not None
    seeded = json.loads((desk.practice_plan.parent / "faults.json").read_bytes())
    rows = {(fault["key"], fault["aspect"]) for fault in seeded if fault["key"]}

    assert faults(ran) == rows


def test_the_verdict_counts_the_faults_and_offers_the_report(ran: DeploymentPage) -> None:
    assert "Ei hyväksytty: 8 asiakirjassa on virhe" in ran.verdict_line.said
    assert "Testihenkilöillä on 1 asiakirja, jota suunnitelmassa ei ole" in ran.unexpected_line.said
    assert "9 kunnossa · 8 virheellistä" in shown_text(ran)


def test_the_first_fault_is_shown_when_the_run_ends(ran: DeploymentPage) -> None:
    (at,) = ran.table.selectedIndexes()

    assert (ran.model.expected(at.row()).key, ASPECTS[at.column() - FIRST_ASPECT].value) in faults(
        ran
    )
    assert "Arkistossa" in shown_text(ran.evidence)


def test_a_report_is_written_from_the_form(ran: DeploymentPage, tmp_path: Path) -> None:
    ran.open_report_form()
    assert ran.form.organisation.text() == "Hoiva Esimerkki Oy"
    assert ran.form.archivist.text() == "Maija Arkistonhoitaja"
    ran.form.performers.setText("Tiina Työntekijä, Olli Opiskelija")

    path = tmp_path / "raportti.pdf"
    ran.write_report_to(path)
    settle(ran)

    assert path.read_bytes().startswith(b"%PDF-")
    assert "Raportti on kirjoitettu" in shown_text(ran)


def test_a_report_that_cannot_be_written_is_told(ran: DeploymentPage, tmp_path: Path) -> None:
    ran.open_report_form()
    ran.write_report_to(tmp_path / "ei-ole" / "raportti.pdf")
    settle(ran)

    assert "KD-8003" in shown_text(ran)


def test_a_plan_with_a_fault_is_not_taken_and_its_place_is_told(
    page: DeploymentPage, tmp_path: Path
) -> None:
    plan = tmp_path / "koe.csv"
    plan.write_text("avain;henkilötunnus\nK1;010181-900C\nK2;010181-900D\n", encoding="utf-8")
    page.read(plan)
    settle(page)

    told = shown_text(page)
    assert page.model.rowCount() == 0
    assert "KD-8001" in told
    assert "koe.csv:3:henkilötunnus" in told
    assert not page.plan_panel.start.isEnabled()


def test_a_run_that_is_cancelled_keeps_the_rows_it_finished(
    page: DeploymentPage, qtbot: QtBot
) -> None:
    page.use_practice_plan()
    settle(page)
    page.run()
    page._busy._stop()
    settle(page)

    assert page.verdict is None or not page.verdict.complete
    assert "Koe jäi kesken" in page.verdict_line.said
    assert page.plan_panel.start.isEnabled()


def test_while_the_test_runs_its_plan_cannot_be_changed(page: DeploymentPage) -> None:
    page.use_practice_plan()
    settle(page)
    page.run()

    assert not page.plan_panel.choose.isEnabled()
    assert not page.plan_panel.start.isEnabled()
    settle(page)
    assert page.plan_panel.start.isEnabled()


def test_a_lock_hides_the_matrix_and_the_same_session_sees_it_again(ran: DeploymentPage) -> None:
    before = faults(ran)
    ran.wipe()

    assert ran.model.rowCount() == 0
    assert "Ei hyväksytty" not in shown_text(ran)
    assert "Merkintä tapaamisesta" not in shown_text(ran)
    ran.entered()
    assert faults(ran) == before
    assert "Ei hyväksytty: 8 asiakirjassa on virhe" in ran.verdict_line.said


def test_a_passed_test_says_by_when_it_is_reported(ran: DeploymentPage) -> None:
    assert ran.verdict is not None
    assert ran.verdict.plan.test_day is not None

    assert day(report_deadline(ran.verdict.plan.test_day)) in ran._deadline(ran.verdict)


def test_every_control_has_a_name(ran: DeploymentPage) -> None:
    assert nameless(ran) == []
    ran.open_report_form()
    assert nameless(ran) == []


def test_a_lock_in_the_middle_keeps_the_rows_that_were_finished(
    page: DeploymentPage, qtbot: QtBot, desk: Desk
) -> None:
    page.use_practice_plan()
    settle(page)
    page.run()
    qtbot.waitUntil(lambda: page.model.verdict(0) is not None, timeout=WAIT_MS)
    drop_all(page)
    desk.lock()
    page.wipe()
    assert page.model.rowCount() == 0

    sign_in(desk)  # the same register and purpose
    page.entered()

    assert page.model.verdict(0) is not None
    assert page.verdict is None
    assert "Koe jäi kesken" in page.verdict_line.said


def test_another_register_does_not_see_what_was_checked_in_the_first(
    page: DeploymentPage, desk: Desk
) -> None:
    page.show_sample()
    settle(page)
    session = desk.session
    assert session is not None
    first, other = session.context, desk.contexts_for(session.holder)[-1]
    assert first.register != other.register
    assert faults(page)
    page.wipe()
    session.change_context(other)
    page.entered()

    assert page.model.rowCount() == 17
    assert faults(page) == set()
    assert page.verdict is None


def test_esc_goes_from_the_report_back_to_the_evidence(ran: DeploymentPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(ran, timeout=5000):
        ran.activateWindow()
    ran.open_report_form()
    assert ran.form.isVisible()

    qtbot.keyClick(ran.form.organisation, Qt.Key.Key_Escape)

    assert ran.evidence.isVisible()
    assert not ran.form.isVisible()


def test_what_the_test_found_is_handed_over_to_be_invalidated(ran: DeploymentPage) -> None:
    given: list[object] = []
    ran.handed.connect(lambda _, what: given.append(what))
    assert ran.verdict is not None
    found = tuple(row.document_oid for row in ran.verdict.rows if row.document_oid)

    ran.plan_panel.invalidate.click()

    assert given == [Wish(tuple(dict.fromkeys(found)), "KOE")]

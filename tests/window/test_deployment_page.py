"""The Deployment test page on the practice desk: plan, run, verdict, report, lock."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanta_desk.desk.desk import Desk
from kanta_desk.desk.planning import report_deadline
from kanta_desk.gui.deployment.decisions import DecisionForm
from kanta_desk.gui.deployment.filters import Wanted
from kanta_desk.gui.deployment.matrix import ASPECTS, FIRST_ASPECT
from kanta_desk.gui.deployment.page import DeploymentPage
from kanta_desk.gui.invalidations.wish import Wish
from kanta_desk.gui.language import day
from kanta_desk.gui.tasks import drop_all
from kanta_desk.model.deployment import CellState, Ruling
from tests.helpers.deployment import NOT_A_TEST_PERSON
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
        (page.matrix.model.expected(row).key, aspect.value)
        for row in range(page.matrix.model.rowCount())
        for at, aspect in enumerate(ASPECTS)
        if (cell := page.matrix.model.cell(page.matrix.model.index(row, FIRST_ASPECT + at)))
        and cell.state is CellState.FAILED
    }


def test_the_practice_plan_is_offered_and_summed_up(page: DeploymentPage) -> None:
    assert page.plan_panel.practice.isVisible()
    page.plan_panel.practice.click()
    settle(page)

    assert page.matrix.model.rowCount() == 17
    assert "17 asiakirjaa" in shown_text(page)
    assert "17 odottaa" in shown_text(page)
    assert page.plan_panel.start.isEnabled()


def test_the_matrix_names_the_seeded_faults_and_no_others(ran: DeploymentPage, desk: Desk) -> None:
    assert desk.practice_plan is not None
    seeded = json.loads((desk.practice_plan.parent / "faults.json").read_bytes())
    rows = {(fault["key"], fault["aspect"]) for fault in seeded if fault["key"]}

    assert faults(ran) == rows


def test_the_verdict_counts_the_faults_and_offers_the_report(ran: DeploymentPage) -> None:
    assert "Ei hyväksytty: 8 asiakirjassa on virhe" in ran.outcome.verdict.said
    assert (
        "Testihenkilöillä on 1 asiakirja, jota suunnitelmassa ei ole" in ran.outcome.unexpected.said
    )
    assert "9 kunnossa · 8 virheellistä" in shown_text(ran)


def test_the_first_fault_is_shown_when_the_run_ends(ran: DeploymentPage) -> None:
    (at,) = ran.matrix.table.selectedIndexes()

    assert (
        ran.matrix.model.expected(at.row()).key,
        ASPECTS[at.column() - FIRST_ASPECT].value,
    ) in faults(ran)
    assert "Arkistossa" in shown_text(ran.evidence)


def test_a_report_is_written_from_the_form(ran: DeploymentPage, tmp_path: Path) -> None:
    ran.reporting.open_form()
    assert ran.reporting.form.organisation.text() == "Hoiva Esimerkki Oy"
    assert ran.reporting.form.archivist.text() == "Maija Arkistonhoitaja"
    ran.reporting.form.performers.setText("Tiina Työntekijä, Olli Opiskelija")

    path = tmp_path / "raportti.pdf"
    ran.reporting.write_to(path)
    settle(ran)

    assert path.read_bytes().startswith(b"%PDF-")
    assert "Raportti on kirjoitettu" in shown_text(ran)


def test_a_report_that_cannot_be_written_is_told(ran: DeploymentPage, tmp_path: Path) -> None:
    ran.reporting.open_form()
    ran.reporting.write_to(tmp_path / "ei-ole" / "raportti.pdf")
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
    assert page.matrix.model.rowCount() == 0
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
    assert "Koe jäi kesken" in page.outcome.verdict.said
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

    assert ran.matrix.model.rowCount() == 0
    assert "Ei hyväksytty" not in shown_text(ran)
    assert "Merkintä tapaamisesta" not in shown_text(ran)
    ran.entered()
    assert faults(ran) == before
    assert "Ei hyväksytty: 8 asiakirjassa on virhe" in ran.outcome.verdict.said


def test_it_is_said_by_when_the_test_is_to_be_reported(ran: DeploymentPage) -> None:
    assert ran.verdict is not None
    assert ran.verdict.plan.test_day is not None

    assert day(report_deadline(ran.verdict.plan.test_day)) in ran.reporting.steps.said


def test_every_control_has_a_name(ran: DeploymentPage) -> None:
    assert nameless(ran) == []
    ran.reporting.open_form()
    assert nameless(ran) == []


def test_rows_are_narrowed_by_state_and_by_words(ran: DeploymentPage) -> None:
    ran.matrix.filters.state.choose(Wanted.AMISS)
    ran.matrix.filters.changed.emit()
    assert ran.matrix.model.rowCount() == 8
    assert faults(ran)
    ran.matrix.filters.state.choose(Wanted.IN_ORDER)
    ran.matrix.filters.changed.emit()
    assert ran.matrix.model.rowCount() == 9
    assert not faults(ran)
    key = ran.matrix.model.expected(3).key
    ran.matrix.filters.words.setText(key)
    assert [ran.matrix.model.expected(at).key for at in range(ran.matrix.model.rowCount())] == [key]
    assert "1 näkyvissä" in shown_text(ran)
    ran.matrix.filters.clear()
    assert ran.matrix.model.rowCount() == 17


def test_only_the_documents_of_the_rows_shown_are_handed_over(ran: DeploymentPage) -> None:
    given: list[Wish] = []
    ran.handed.connect(lambda _, what: given.append(what))
    ran.matrix.filters.state.choose(Wanted.IN_ORDER)
    ran.matrix.filters.changed.emit()
    ran.reporting.steps.invalidate.click()
    ran.matrix.filters.clear()

    assert ran.verdict is not None
    in_order = [row for row in ran.verdict.rows if row.state is CellState.OK]
    assert set(given[0].oids) == {row.document_oid for row in in_order}


def test_a_lock_in_the_middle_keeps_the_rows_that_were_finished(
    page: DeploymentPage, qtbot: QtBot, desk: Desk
) -> None:
    page.use_practice_plan()
    settle(page)
    page.run()
    qtbot.waitUntil(lambda: page.matrix.model.verdict(0) is not None, timeout=WAIT_MS)
    drop_all(page)
    desk.lock()
    page.wipe()
    assert page.matrix.model.rowCount() == 0

    sign_in(desk)  # the same register and purpose
    page.entered()

    assert page.matrix.model.verdict(0) is not None
    assert page.verdict is None
    assert "Koe jäi kesken" in page.outcome.verdict.said


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

    assert page.matrix.model.rowCount() == 17
    assert faults(page) == set()
    assert page.verdict is None


def test_esc_goes_from_the_report_back_to_the_evidence(ran: DeploymentPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(ran, timeout=5000):
        ran.activateWindow()
    ran.reporting.open_form()
    assert ran.reporting.form.isVisible()

    qtbot.keyClick(ran.reporting.form.organisation, Qt.Key.Key_Escape)

    assert ran.evidence.isVisible()
    assert not ran.reporting.form.isVisible()


def test_what_the_test_found_is_handed_over_to_be_invalidated(ran: DeploymentPage) -> None:
    given: list[object] = []
    ran.handed.connect(lambda _, what: given.append(what))
    assert ran.verdict is not None
    found = tuple(row.document_oid for row in ran.verdict.rows if row.document_oid)

    ran.reporting.steps.invalidate.click()

    assert given == [Wish(tuple(dict.fromkeys(found)), "KOE")]


def test_a_decision_with_its_reason_is_recorded_and_marked(page: DeploymentPage) -> None:
    page.show_sample()
    settle(page)
    at = page.matrix.model.first_fault()
    page.matrix.table.setCurrentIndex(at)
    form = page.evidence.findChild(DecisionForm)
    assert isinstance(form, DecisionForm)
    assert not form.keep.isEnabled()
    form.choose(Ruling.ACCEPTED)
    assert not form.keep.isEnabled()  # not without a reason
    form.note.setText("Sovittu toimittajan kanssa")
    form.keep.click()
    settle(page)

    assert page.verdict is not None
    (decision,) = page.verdict.decisions
    assert (decision.note, decision.ruling) == ("Sovittu toimittajan kanssa", Ruling.ACCEPTED)
    assert str(at.data()).endswith(" *")
    assert "Sovittu toimittajan kanssa" in shown_text(page.evidence)
    assert not page.verdict.passed  # one of many


def test_earlier_runs_are_listed_opened_and_compared(page: DeploymentPage) -> None:
    page.show_sample()
    settle(page)
    first = page.verdict
    assert first is not None
    page.run_again()
    settle(page)
    assert page.verdict is not None
    assert page.verdict.continues == first.run_id

    page.plan_panel.runs.click()
    settle(page)
    assert page.history.isVisible()
    assert page.history.model.rowCount() >= 2
    page.history.compare.click()
    settle(page)
    assert "0 riviä muuttui" in shown_text(page.history)
    page.history.table.selectRow(page.history.model.row_of(first.run_id))
    page.history.open.click()
    settle(page)
    assert page.verdict.run_id == first.run_id


def test_a_halted_run_is_offered_and_goes_on(
    page: DeploymentPage, desk: Desk, qtbot: QtBot
) -> None:
    page.use_practice_plan()
    settle(page)
    page.run()
    qtbot.waitUntil(lambda: page.matrix.model.verdict(0) is not None, timeout=WAIT_MS)
    page._busy._stop()
    settle(page)
    later = DeploymentPage(desk)
    qtbot.addWidget(later)
    later.show()
    later.entered()
    settle(later)

    assert "jäi kesken" in later.outcome.verdict.said
    session = desk.session
    assert session is not None
    halted = next(run for run in session.tests.runs() if run.can_resume)
    later.resume(halted.run_id)
    settle(later)

    assert later.verdict is not None
    assert later.verdict.complete
    assert later.verdict.run_id == halted.run_id


def test_clients_that_may_be_real_stop_the_test_until_there_is_a_basis(
    page: DeploymentPage, tmp_path: Path
) -> None:
    plan = tmp_path / "koe.csv"
    plan.write_text(f"avain;henkilötunnus\nK1;{NOT_A_TEST_PERSON}\n", encoding="utf-8")
    page.read(plan)
    settle(page)
    page.run()
    settle(page)

    assert page.real_clients.isVisible()
    assert not page.real_clients.go_on.isEnabled()
    assert NOT_A_TEST_PERSON not in shown_text(page)
    page.real_clients.basis.setText("Rekisterinpitäjän päätös 1/2026")
    page.real_clients.go_on.click()
    settle(page)

    assert page.verdict is not None
    assert page.verdict.real_clients == "Rekisterinpitäjän päätös 1/2026"


def test_more_papers_are_written_beside_the_report(
    page: DeploymentPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True
    )
    page.show_sample()
    settle(page)
    page.reporting.open_form()
    form = page.reporting.form
    for box in (form.annex, form.workbook, form.json, form.letter, form.sign):
        box.setChecked(True)
    form.pin.field.type_digits(b"567890")
    assert form.pin.ready
    page.reporting.write_to(tmp_path / "r.pdf")
    settle(page)

    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"r.pdf", "r-liite.pdf", "r.xlsx", "r.json", "r.eml"}
    assert b"/ETSI.CAdES.detached" in (tmp_path / "r.pdf").read_bytes()
    assert opened == [str(tmp_path / "r.eml")]
    assert "Raportti kirjoitettu" in page.reporting.steps.said


def test_a_draft_that_nothing_opens_becomes_a_link_beside_its_folder(
    page: DeploymentPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or False
    )
    page.show_sample()
    settle(page)
    page.reporting.open_form()
    page.reporting.form.letter.setChecked(True)
    page.reporting.write_to(tmp_path / "r.pdf")
    settle(page)

    letter, folder, link = opened
    assert (letter.endswith("r.eml"), folder.endswith(tmp_path.name)) == (True, True)
    assert link.startswith("mailto:kanta@kanta.fi?subject=")


def test_the_day_of_the_report_is_written_down(page: DeploymentPage) -> None:
    page.show_sample()
    settle(page)
    page.reporting.mark_reported(date(2026, 11, 21), "sähköposti")
    settle(page)

    assert page.verdict is not None
    assert page.verdict.reported == date(2026, 11, 21)
    assert "Ilmoitettu 21.11.2026" in page.reporting.steps.said

"""The matrix and its evidence with plain values."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kanta_desk.gui.deployment.evidence import EvidencePanel
from kanta_desk.gui.deployment.matrix import ASPECTS, FIRST_ASPECT, MatrixModel
from kanta_desk.gui.deployment.report_form import ReportForm
from kanta_desk.model.deployment import (
    Aspect,
    Cell,
    CellState,
    Difference,
    DocumentVerdict,
    ExpectedDocument,
    Plan,
    ReportDetails,
)
from kanta_desk.model.findings import Finding, Severity
from kanta_desk.model.identifiers import Henkilotunnus, Oid
from kanta_desk.model.text import Text
from tests.helpers.pages import nameless, shown_text
from tests.helpers.window import MemoryDesk

pytestmark = pytest.mark.usefixtures("app")

CLIENT = Henkilotunnus.parse("010181-900C")
EXPECTED = tuple(ExpectedDocument(f"K{n}", CLIENT, title=f"Päätös {n}") for n in (1, 2, 3))
PLAN = Plan("Koe", Path("koe.csv"), "00", EXPECTED)
SAME = Text("samoin", "likadant", "the same")


def verdict(at: int, **states: CellState) -> DocumentVerdict:
    cells = tuple(
        Cell(
            aspect,
            states.get(aspect.value, CellState.OK),
            SAME,
            differences=(Difference("12.12.2026", "21.12.2026", "Sovittu"),),
            findings=(Finding("KV-X", Severity.ERROR, SAME, Text("Korjaa se.", "", "")),),
            evidence=("source: K1.xhtml SHA-256 " + "ab" * 32, "controller: 1.2.246.10.1"),
        )
        for aspect in ASPECTS
    )
    return DocumentVerdict(
        EXPECTED[at],
        cells,
        Oid("1.2.246.10.99999204.11.2026.7"),
        Text("tunnus täsmää", "id stämmer", "the id matches"),
        datetime(2026, 11, 20, 8, tzinfo=UTC),
    )


@pytest.fixture
def model() -> MatrixModel:
    made = MatrixModel()
    made.show(PLAN)
    return made


def words(model: MatrixModel, row: int) -> list[str]:
    return [model.index(row, FIRST_ASPECT + at).data() for at in range(len(ASPECTS))]


def test_the_matrix_is_a_sound_model(model: MatrixModel, qtmodeltester: ModelTester) -> None:
    model.put(verdict(1, content=CellState.FAILED))
    qtmodeltester.check(model)


def test_every_row_waits_until_its_verdict_comes(model: MatrixModel, qtbot: QtBot) -> None:
    assert words(model, 0) == ["odottaa"] * 4

    with qtbot.waitSignal(model.dataChanged) as changed:
        model.put(verdict(1, content=CellState.FAILED, metadata=CellState.WARNING))

    assert changed.args[0].row() == changed.args[1].row() == 1
    assert words(model, 1) == ["kunnossa", "kunnossa", "selvitettävä", "virhe"]
    assert words(model, 0) == ["odottaa"] * 4


def test_a_state_has_word_icon_and_colour_and_is_spoken_whole(model: MatrixModel) -> None:
    model.put(verdict(0, archived=CellState.FAILED))
    cell = model.index(0, FIRST_ASPECT)

    assert cell.data() == "virhe"
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert cell.data(Qt.ItemDataRole.ForegroundRole) != model.index(0, FIRST_ASPECT + 1).data(
        Qt.ItemDataRole.ForegroundRole
    )
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Arkistoitu: virhe. samoin"


def test_the_first_fault_comes_before_a_warning(model: MatrixModel) -> None:
    assert not model.first_fault().isValid()
    model.put(verdict(0, content=CellState.WARNING))
    model.put(verdict(2, register=CellState.FAILED))

    at = model.first_fault()
    assert (at.row(), ASPECTS[at.column() - FIRST_ASPECT]) == (2, Aspect.REGISTER)


def test_a_plan_shown_again_forgets_the_verdicts(model: MatrixModel) -> None:
    model.put(verdict(0))
    model.show(PLAN)
    assert words(model, 0) == ["odottaa"] * 4
    model.show(None)
    assert model.rowCount() == 0


@pytest.fixture
def panel(qtbot: QtBot) -> EvidencePanel:
    made = EvidencePanel()
    qtbot.addWidget(made)
    made.show()
    return made


def test_evidence_shows_finding_remedy_difference_and_lines(panel: EvidencePanel) -> None:
    panel.show_row(EXPECTED[0], verdict(0, content=CellState.FAILED), Aspect.CONTENT)

    text = shown_text(panel)
    for word in ("Sisältö", "virhe", "KV-X", "Korjaa se.", "12.12.2026", "21.12.2026", "täsmää"):
        assert word in text
    assert "Rekisteri" not in text
    assert "ab" * 32 in "".join(text.split())
    assert "Lähdetiedosto" in text
    assert "Asiakirjan rekisterinpitäjä" in text
    assert "source:" not in text
    assert "controller:" not in text
    assert nameless(panel) == []


def test_a_document_shows_the_evidence_of_all_its_cells(panel: EvidencePanel) -> None:
    panel.show_row(EXPECTED[0], verdict(0), None)

    assert all(word in shown_text(panel) for word in ("Arkistoitu", "Rekisteri", "Sisältö"))


def test_a_row_that_waits_has_no_evidence_of_another(panel: EvidencePanel) -> None:
    panel.show_row(EXPECTED[0], verdict(0), None)
    panel.show_row(EXPECTED[1], None, Aspect.CONTENT)

    assert panel.said == "Ei vielä tarkastettu"


def test_wiping_forgets_the_evidence(panel: EvidencePanel) -> None:
    panel.show_row(EXPECTED[0], verdict(0), None)
    panel.wipe()

    assert "21.12.2026" not in shown_text(panel)
    assert "Päätös 1" not in shown_text(panel)


def test_the_form_gives_back_what_was_filled_in(qtbot: QtBot) -> None:
    form = ReportForm(MemoryDesk())  # type: ignore[arg-type]
    qtbot.addWidget(form)
    form.show()
    details = ReportDetails(
        organisation="Hoiva Esimerkki Oy",
        business_id="1234567-1",
        controller="Hoiva",
        controller_oid="1.2.3",
        test_day=datetime(2026, 11, 20, tzinfo=UTC).date(),
        performers=("Tiina Työntekijä", "Olli Opiskelija"),
        archivist="Maija",
        practice=True,
        remarks="Ensimmäinen koe.",
    )
    form.fill(details)

    assert form.details() == details
    assert nameless(form) == []


def test_a_day_that_cannot_be_read_keeps_the_report_from_being_written(qtbot: QtBot) -> None:
    form = ReportForm(MemoryDesk())  # type: ignore[arg-type]
    qtbot.addWidget(form)
    form.test_day.setText("eilen")

    with qtbot.assertNotEmitted(form.accepted):
        form.write.click()
    assert "Päivää ei voi lukea" in shown_text(form)

"""The Documents page's parts with plain values: results, fields, versions, safe text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kanta_desk.desk.rendering import OutlineLine
from kanta_desk.gui.documents.browser import SafeBrowser, outline_html
from kanta_desk.gui.documents.codes_box import CodesBox
from kanta_desk.gui.documents.findings_view import FindingsView
from kanta_desk.gui.documents.metadata_view import MetadataView
from kanta_desk.gui.documents.results import Column, ResultsModel
from kanta_desk.gui.documents.search_bar import SearchBar
from kanta_desk.gui.documents.versions_view import VersionsModel
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.gui.widgets.table import Table
from kanta_desk.model.codes import Code, Concept
from kanta_desk.model.documents import (
    DocumentMetadata,
    Party,
    RecordState,
    SearchCriteria,
    SearchMode,
)
from kanta_desk.model.findings import Finding, Severity
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.metadata_lines import FieldNames
from kanta_desk.model.text import Language, Text
from tests.helpers.metadata import FULL
from tests.helpers.pages import shown_text

pytestmark = pytest.mark.usefixtures("app")

NAMES = FieldNames(Language.FI, lambda code: f"nimi {code.value}")


def oid(number: int) -> Oid:
    return Oid(f"1.2.246.10.99999204.11.2026.{number}")


def documents() -> tuple[DocumentMetadata, ...]:
    return tuple(
        replace(
            FULL,
            document_oid=oid(number),
            title=title,
            state=state,
            created=datetime(2026, 11, day, 8, tzinfo=UTC),
        )
        for number, title, state, day in (
            (1, "Öljyä", RecordState.VALID, 3),
            (2, "Arvio", RecordState.INVALIDATED, 1),
            (3, "äiti", RecordState.REPLACED, 2),
        )
    )


def name_of(code: Code | None) -> str:
    return code.display or code.value if code else ""


@pytest.fixture
def model() -> ResultsModel:
    made = ResultsModel(name_of)
    made.show(documents())
    return made


def shown(model: ResultsModel, column: Column) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_results_are_a_sound_model(model: ResultsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_the_newest_document_comes_first(model: ResultsModel) -> None:
    assert shown(model, Column.TIME) == ["3.11.2026", "2.11.2026", "1.11.2026"]


def test_titles_sort_the_finnish_way(model: ResultsModel) -> None:
    model.sort(Column.TITLE, Qt.SortOrder.AscendingOrder)

    assert shown(model, Column.TITLE) == ["Arvio", "äiti", "Öljyä"]


def test_sorting_keeps_the_chosen_document_chosen(model: ResultsModel, qtbot: QtBot) -> None:
    table = Table(model, "Löydetyt", (90,) * len(Column))
    qtbot.addWidget(table)
    table.selectionModel().select(
        model.index(0, 0),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )

    model.sort(Column.TIME, Qt.SortOrder.AscendingOrder)

    chosen = {index.row() for index in table.selectionModel().selectedIndexes()}
    assert [model.document(row).document_oid for row in chosen] == [oid(1)]
    assert model.row_of(oid(1)) == 2


def test_a_new_answer_comes_in_the_order_last_chosen(model: ResultsModel) -> None:
    model.sort(Column.TITLE, Qt.SortOrder.AscendingOrder)
    model.show(documents()[:2])

    assert shown(model, Column.TITLE) == ["Arvio", "Öljyä"]


def test_the_state_is_said_with_word_icon_and_colour(model: ResultsModel) -> None:
    cells = [model.index(row, Column.STATE) for row in range(3)]

    assert [cell.data() for cell in cells] == ["voimassa", "korvattu", "mitätöity"]
    assert all(not cell.data(Qt.ItemDataRole.DecorationRole).isNull() for cell in cells)
    inks = [cell.data(Qt.ItemDataRole.ForegroundRole).name() for cell in cells]
    assert len(set(inks)) == 3


def test_a_document_by_register_right_says_whose_register_and_who_produced() -> None:
    model = ResultsModel(name_of)
    model.show(
        [
            replace(
                FULL,
                controller=Party(Oid("1.2.246.10.32213086.19.0"), "Hyvinvointialue"),
                producer=Party(Oid("1.2.246.10.99999204.10.1"), "Hoiva"),
            )
        ]
    )
    cell = model.index(0, Column.PROVIDER)

    assert cell.data() == "Hyvinvointialue ← Hoiva"
    assert "rekisterinkäyttöoikeudella" in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_an_old_document_is_marked() -> None:
    model = ResultsModel(name_of)
    model.show([replace(FULL, state=RecordState.VALID, old_document=True)])

    assert model.index(0, Column.STATE).data() == "voimassa, vanha"


def test_empty_fields_are_shown_on_request_alone(qtbot: QtBot) -> None:
    view = MetadataView()
    qtbot.addWidget(view)
    view.show_metadata(replace(FULL, extended_retention=None, retention_class=None), NAMES)

    assert "Pidennetty säilytysaika" not in shown_text(view)
    assert "puuttuu, vaikka se on pakollinen" in shown_text(view)
    view.show_empty.setChecked(True)
    assert "Pidennetty säilytysaika" in shown_text(view)


def test_versions_come_newest_first_and_say_which_is_shown(qtmodeltester: ModelTester) -> None:
    versions = tuple(
        replace(FULL, version=number, document_oid=oid(number), state=state)
        for number, state in ((1, RecordState.REPLACED), (2, RecordState.VALID))
    )
    model = VersionsModel()
    model.show(versions, oid(1))
    qtmodeltester.check(model)

    assert model.index(0, 0).data().startswith("Versio 2 – voimassa")
    assert "näkyy tässä" in model.index(1, 0).data()


def test_the_browser_loads_nothing(qtbot: QtBot) -> None:
    browser = SafeBrowser("Sisältö")
    qtbot.addWidget(browser)

    image = browser.loadResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/passwd")
    )
    assert (image.width(), image.height()) == (1, 1)
    sheet = browser.loadResource(
        QTextDocument.ResourceType.StyleSheetResource.value, QUrl("https://example.org/a.css")
    )
    assert sheet.isEmpty()
    assert not browser.openLinks()
    assert not browser.openExternalLinks()


def test_structured_data_cannot_bring_markup_of_its_own() -> None:
    html = outline_html((OutlineLine(0, "<b>nimi", "<script>x</script>", "<i>"),))

    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "<i>" not in html


def test_truth_is_said_in_the_users_language() -> None:
    html = outline_html((OutlineLine(0, "Turvakielto", value=True),))

    assert "kyllä" in html


@pytest.mark.parametrize("typed", ["22.11.2026", "2026-11-22", " 22.11.2026 "])
def test_a_day_is_read_the_finnish_and_the_iso_way(qtbot: QtBot, typed: str) -> None:
    field = DayField("Alkaen")
    qtbot.addWidget(field)
    field.setText(typed)

    assert field.value == date(2026, 11, 22)
    field.editingFinished.emit()
    assert field.text() == "22.11.2026"


def test_what_is_no_day_is_marked_and_named(qtbot: QtBot) -> None:
    field = DayField("Alkaen")
    qtbot.addWidget(field)
    field.setText("31.2.2026")
    field.editingFinished.emit()

    assert field.value is None
    assert not field.readable
    assert field.property("tone") == "failed"
    assert "päivämäärä" in field.accessibleName()


def test_a_code_is_found_by_a_part_of_its_name(qtbot: QtBot) -> None:
    box = CodesBox("Tyyppi", "Kaikki tyypit")
    qtbot.addWidget(box)
    box.offer(
        [Concept("1", Text("Päätös", "Beslut", "Decision")), Concept("2", Text("Arvio", "", ""))]
    )

    assert box.code is None
    box.setEditText("arvio")
    box.lineEdit().editingFinished.emit()
    assert box.code == "2"
    box.setEditText("jotakin muuta")
    box.lineEdit().editingFinished.emit()
    assert box.code is None
    assert box.currentText() == "Kaikki tyypit"


@pytest.fixture
def bar(qtbot: QtBot) -> SearchBar:
    made = SearchBar()
    qtbot.addWidget(made)
    made.show()
    return made


def submitted(bar: SearchBar, typed: str) -> list[SearchCriteria]:
    sent: list[SearchCriteria] = []
    bar.submitted.connect(sent.append)
    bar.line.setText(typed)
    bar.submit()
    return sent


def test_the_line_says_what_it_takes_the_text_for(bar: SearchBar) -> None:
    said = {}
    for typed in ("", "010181-900C", "1.2.246.10.1.2", "HE-1"):
        bar.line.setText(typed)
        said[typed] = bar.said

    assert said["010181-900C"] == "Henkilötunnus"
    assert said["1.2.246.10.1.2"] == "Asiakirjan tunnus (OID)"
    assert said["HE-1"] == "Asiatunnus"
    assert "käyttölokiin" in said[""]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("010181-900D", "tarkistusmerkki"),
        ("310281-900X", "päivämäärää"),
        ("010181-90", "muotoa"),
        ("1..2", "numeroista ja pisteistä"),
        ("", "Kirjoita"),
    ],
)
def test_a_wrong_key_is_told_and_nothing_is_sent(bar: SearchBar, typed: str, why: str) -> None:
    assert submitted(bar, typed) == []
    assert why in bar.said
    assert bar.line.accessibleDescription() == bar.said


def test_conditions_travel_with_the_key(bar: SearchBar) -> None:
    bar.offer((Concept("10", Text("Lastensuojelu", "", "")),), ())
    bar.task.setCurrentIndex(1)
    bar.mode.setCurrentIndex(2)
    bar.since.setText("1.11.2026")
    bar.until.setText("30.11.2026")

    (criteria,) = submitted(bar, "HE-1")

    assert criteria.case_id == "HE-1"
    assert criteria.service_task == "10"
    assert criteria.mode is SearchMode.INVALIDATED
    assert (criteria.created_from, criteria.created_to) == (date(2026, 11, 1), date(2026, 11, 30))


@pytest.mark.parametrize(("since", "until"), [("31.2.2026", ""), ("2.11.2026", "1.11.2026")])
def test_days_that_cannot_be_are_told_and_nothing_is_sent(
    bar: SearchBar, since: str, until: str
) -> None:
    bar.since.setText(since)
    bar.until.setText(until)

    assert submitted(bar, "HE-1") == []
    assert "päivä" in bar.said.lower()


def test_an_oid_can_be_searched_as_a_case_number(bar: SearchBar) -> None:
    bar.line.setText("1.2.246.10.1.2")
    assert bar.oid_is_case.isVisible()
    bar.oid_is_case.setChecked(True)

    (criteria,) = submitted(bar, "1.2.246.10.1.2")

    assert criteria.case_id == "1.2.246.10.1.2"
    assert criteria.document_oid is None


def test_findings_replace_those_before(qtbot: QtBot) -> None:
    view = FindingsView()
    qtbot.addWidget(view)
    first, second = (
        Finding(rule, Severity.ERROR, Text(rule, rule, rule), Text("Korjaa.", "", ""))
        for rule in ("KV-YKSI", "KV-KAKSI")
    )
    view.show_findings((first,))
    view.show_findings((second,))

    cards = [card for card in view.cards if card.isVisibleTo(view)]
    assert [card.accessibleName() for card in cards] == ["Virhe: KV-KAKSI"]


def test_the_documents_headings_keep_the_measure_of_the_pane(qtbot: QtBot) -> None:
    browser = SafeBrowser("Sisältö")
    qtbot.addWidget(browser)
    browser.show_html("<h1>Päätös <i>kotihoidosta</i></h1><h2>Perustelut</h2><p>Teksti</p>")

    sizes = {}
    block = browser.document().begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            sizes[at.fragment().text().strip()] = at.fragment().charFormat().font().pixelSize()
            at += 1
        block = block.next()

    assert sizes.pop("Teksti") < 15
    assert sizes == {"Päätös": 18, "kotihoidosta": 18, "Perustelut": 15}

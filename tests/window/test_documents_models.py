"""The Documents page's parts with plain values: results, fields, versions, safe text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kanta_desk.gui.documents.background_view import BackgroundView
from kanta_desk.gui.documents.browser import SafeBrowser
from kanta_desk.gui.documents.codes_box import CodesBox
from kanta_desk.gui.documents.columns import Column
from kanta_desk.gui.documents.findings_view import FindingsView
from kanta_desk.gui.documents.metadata_view import MetadataView
from kanta_desk.gui.documents.results import ResultsModel
from kanta_desk.gui.documents.timeline import MARK
from kanta_desk.gui.documents.versions_view import VersionsModel, VersionsView
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.gui.widgets.table import Table
from kanta_desk.model.codes import Code, CodeSystem, Concept
from kanta_desk.model.documents import (
    DocumentMetadata,
    Party,
    RecordState,
    VersionHistory,
    VersionRef,
)
from kanta_desk.model.findings import Finding, Severity
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.metadata_lines import FieldNames
from kanta_desk.model.signatures import SignatureDoubt, SignatureReport, SignatureState
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


def name_of(code: Code | None, on: date) -> str:
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


def test_document_ids_sort_by_their_numbers(model: ResultsModel) -> None:
    model.show([replace(FULL, document_oid=oid(number)) for number in (10, 9, 100)])
    model.sort(Column.OID, Qt.SortOrder.AscendingOrder)

    assert [said.rpartition(".")[2] for said in shown(model, Column.OID)] == ["9", "10", "100"]


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
    view.show()
    view.show_metadata(replace(FULL, extended_retention=None, retention_class=None), NAMES)

    assert "Pidennetty säilytysaika" not in view.list.fields.text
    assert "puuttuu, vaikka se on pakollinen" in view.list.fields.text
    view.show_empty.setChecked(True)
    assert "Pidennetty säilytysaika" in view.list.fields.text


def test_metadata_out_of_sight_is_filled_when_it_comes_in_sight(qtbot: QtBot) -> None:
    view = MetadataView()
    qtbot.addWidget(view)
    view.show_metadata(FULL, NAMES)
    assert FULL.document_oid.value not in view.list.fields.text

    view.show()

    assert FULL.document_oid.value in view.list.fields.text


def test_a_field_is_found_by_its_name_its_value_and_its_code(qtbot: QtBot) -> None:
    view = MetadataView()
    qtbot.addWidget(view)
    view.show()
    view.show_metadata(FULL, NAMES)

    for typed in ("palvelutehtävä", "nimi 20", "6.1221"):
        view.wanted.setText(typed)
        assert "Palvelutehtävä: nimi 20" in view.list.fields.text, typed
        assert "Sukupuoli" not in view.list.fields.text


def test_a_finding_stands_at_its_field(qtbot: QtBot) -> None:
    view = MetadataView()
    qtbot.addWidget(view)
    view.show()
    view.show_metadata(replace(FULL, extended_retention=None), NAMES)
    view.show_findings([finding("extended_retention"), finding("elsewhere")])

    assert "Otsikko extended_retention" in view.list.fields.text
    assert "Pidennetty säilytysaika" in view.list.fields.text
    assert "Otsikko elsewhere" not in view.list.fields.text


def finding(place: str) -> Finding:
    title = f"Otsikko {place}"
    return Finding(
        "KV-X", Severity.WARNING, Text(title, title, title), Text("Korjaa.", "", ""), place
    )


def test_who_gives_a_field_and_how_sure_it_is_are_told_where_unusual(qtbot: QtBot) -> None:
    view = MetadataView()
    qtbot.addWidget(view)
    view.show()
    view.show_metadata(FULL, NAMES)
    view.wanted.setText("arkistointiaika")

    assert "antaa arkisto · kenttä oletettu" in view.list.fields.text


def test_a_chosen_field_is_copied_with_its_code(qtbot: QtBot) -> None:
    view = MetadataView()
    qtbot.addWidget(view)
    view.show()
    view.show_metadata(FULL, NAMES)
    view.wanted.setText("6.1221")
    view.list.setCurrentIndex(view.list.fields.index(1, 0))
    clipboard = QGuiApplication.clipboard()

    view.list.copy_value()
    assert clipboard.text() == "nimi 20"
    view.list.copy_raw()
    assert clipboard.text() == f"20 · {CodeSystem.SERVICE_TASK}"
    view.list.copy_all()
    assert clipboard.text() == f"Palvelutehtävä\tnimi 20\t20 · {CodeSystem.SERVICE_TASK}"


def test_the_fields_are_a_sound_model_and_can_be_drawn(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    view = MetadataView()
    qtbot.addWidget(view)
    view.resize(420, 900)
    view.show()
    view.show_metadata(FULL, NAMES)
    view.show_findings([finding("title")])

    qtmodeltester.check(view.list.fields)
    assert not view.grab().isNull()
    view.wipe()
    assert view.list.fields.rowCount() == 0


def version(number: int, state: RecordState, replaces: int = 0) -> DocumentMetadata:
    former = VersionRef(oid(replaces), oid(1), replaces) if replaces else None
    return replace(
        FULL, version=number, document_oid=oid(number), set_id=oid(1), state=state, replaces=former
    )


REPLACED = version(1, RecordState.REPLACED)
NEWEST = version(2, RecordState.VALID, replaces=1)


def test_versions_come_newest_first_and_say_which_is_shown(qtmodeltester: ModelTester) -> None:
    model = VersionsModel()
    model.show(VersionHistory(oid(1), (REPLACED, NEWEST)), oid(1))
    qtmodeltester.check(model)

    assert model.index(0, 0).data().startswith("Versio 2 – voimassa")
    assert "näkyy tässä" in model.index(1, 0).data()


def test_a_version_says_what_changed_since_the_one_before() -> None:
    model = VersionsModel()
    model.show(VersionHistory(oid(1), (REPLACED, replace(NEWEST, title="Toinen"))), None)

    assert "Muuttui: Asiakirjan otsikko" in model.index(0, 0).data()


def test_gaps_and_forks_are_told_and_drawn(qtbot: QtBot) -> None:
    view = VersionsView()
    qtbot.addWidget(view)
    rival = replace(version(4, RecordState.VALID, replaces=3), document_oid=oid(9))
    history = VersionHistory(oid(1), (REPLACED, version(4, RecordState.VALID, replaces=3), rival))
    view.show_history(history, REPLACED)
    view.resize(420, 500)
    view.show()
    assert not view.grab().isNull()

    rows = [view.model.index(row, 0) for row in range(view.model.rowCount())]
    assert len(rows) == 4
    assert "Haara: 1 muu versio" in rows[0].data()
    assert rows[0].data(MARK).fork
    assert "Versiot 2–3 puuttuvat" in rows[2].data()
    assert rows[2].data(MARK).gap
    assert not rows[2].flags() & Qt.ItemFlag.ItemIsSelectable
    assert "ei ole yhtenäinen" in shown_text(view)


def test_two_versions_are_compared_older_first(qtbot: QtBot) -> None:
    view = VersionsView()
    qtbot.addWidget(view)
    view.show_history(VersionHistory(oid(1), (REPLACED, NEWEST)), NEWEST)
    wanted: list[tuple[Oid, Oid]] = []
    view.compare_wanted.connect(wanted.append)
    assert not view.compare_button.isEnabled()

    view.list.setCurrentIndex(view.model.index(1, 0))  # the other one is the one shown
    view.compare_button.click()

    assert wanted == [(oid(1), oid(2))]


def test_roles_and_omakanta_are_explained_with_their_sources(qtbot: QtBot) -> None:
    view = BackgroundView(now=lambda: datetime(2026, 11, 22, tzinfo=UTC))
    qtbot.addWidget(view)
    view.show()
    own = replace(FULL, state=RecordState.VALID, active_controller=FULL.controller)
    view.show_metadata(own, lambda code: code.value if code else "")

    text = shown_text(view)
    assert "Omaa toimintaa" in text
    assert "Näkyy 2.11.2026 0.00 alkaen" in text
    assert "Oletettu: HL7 Finland" in text
    assert "Avaa asiakirja" in text


@pytest.mark.parametrize(
    ("reports", "said"),
    [
        (
            (SignatureReport(SignatureState.VERIFIED, signer="Hoiva Oy"),),
            "Allekirjoitus todennettu",
        ),
        (
            (SignatureReport(SignatureState.NOT_VERIFIED, SignatureDoubt.DIGEST),),
            "Sisältö on muuttunut allekirjoittamisen jälkeen",
        ),
        ((), "Ei allekirjoitusta"),
        (None, "ei voi todentaa tässä asennuksessa"),
    ],
)
def test_a_signature_has_one_of_three_honest_states(
    qtbot: QtBot, reports: tuple[SignatureReport, ...] | None, said: str
) -> None:
    view = BackgroundView()
    qtbot.addWidget(view)
    view.show()
    view.show_metadata(FULL, lambda code: "")
    view.show_signatures(FULL, reports)

    text = shown_text(view)
    assert said in text
    assert ("Allekirjoitus todennettu" in text) is (said == "Allekirjoitus todennettu")


def test_findings_sort_the_gravest_first(model: ResultsModel) -> None:
    model.judge([(oid(1), None), (oid(2), Severity.ERROR), (oid(3), Severity.WARNING)])
    model.sort(Column.FINDINGS, Qt.SortOrder.AscendingOrder)

    assert [model.document(row).document_oid for row in range(3)] == [oid(2), oid(3), oid(1)]
    assert model.index(0, Column.FINDINGS).data(Qt.ItemDataRole.ToolTipRole).startswith("virheitä")


def test_another_page_is_added_where_the_order_puts_it(model: ResultsModel) -> None:
    late = replace(documents()[0], document_oid=oid(4), created=datetime(2026, 11, 9, tzinfo=UTC))
    model.add((late,))

    assert shown(model, Column.TIME) == ["9.11.2026", "3.11.2026", "2.11.2026", "1.11.2026"]


def test_rows_are_copied_with_their_oids(model: ResultsModel) -> None:
    (line,) = model.copied([0]).splitlines()

    assert line.endswith(oid(1).value)
    assert "\t" in line


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

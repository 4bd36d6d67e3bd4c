"""The search line, its conditions, saved searches, facets and columns, with plain values."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kanta_desk.desk.documents import KeptSearch
from kanta_desk.gui.documents.columns import Column
from kanta_desk.gui.documents.facets_view import PartRow
from kanta_desk.gui.documents.results_side import ResultsSide
from kanta_desk.gui.documents.search_bar import SearchBar
from kanta_desk.model.codes import Code, CodeSystem, Concept
from kanta_desk.model.documents import (
    Continuation,
    DocumentMetadata,
    SearchCriteria,
    SearchMode,
    SearchResult,
)
from kanta_desk.model.facets import Facet
from kanta_desk.model.findings import Severity
from kanta_desk.model.identifiers import Henkilotunnus, Oid
from kanta_desk.model.text import Text
from tests.helpers.metadata import FULL
from tests.helpers.pages import nameless, shown_text

pytestmark = pytest.mark.usefixtures("app")

HETU = "010181-900C"


def concept(value: str, name: str) -> Concept:
    return Concept(value, Text(name, name, name))


@pytest.fixture
def bar(qtbot: QtBot) -> SearchBar:
    made = SearchBar()
    qtbot.addWidget(made)
    made.conditions.offer(
        (concept("10", "Lastensuojelu"),),
        (concept("15004", "Suunnitelma"),),
        (concept("P", "Toteutus"),),
        (concept("2", "Asia-asiakirja"), concept("8", "Luovutuslupa-asiakirja")),
    )
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
    for typed in ("", HETU, "1.2.246.10.1.2", "HE-1", "010181-9", "Maija"):
        bar.line.setText(typed)
        said[typed] = bar.said

    assert said[HETU] == "Henkilötunnus"
    assert said["1.2.246.10.1.2"] == "Asiakirjan tunnus (OID)"
    assert said["HE-1"] == "Asiatunnus"
    assert "käyttölokiin" in said[""]
    assert "kesken: 3 merkkiä" in said["010181-9"]
    assert "syntymäaika" in said["Maija"]


def test_a_whole_but_wrong_code_is_wrong_while_it_is_typed(bar: SearchBar) -> None:
    bar.line.setText("010181-900D")

    assert "tarkistusmerkki" in bar.said
    assert bar.line.property("tone") == "failed"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("010181-900D", "tarkistusmerkki"),
        ("310281-900X", "päivämäärää"),
        ("010181-90", "muotoa"),
        ("010181", "muotoa"),
        ("Maija Meikäläinen", "syntymäaika"),
        ("1.2.246.10.99999204.22.2026", "tunnus"),
        ("1..2", "numeroista ja pisteistä"),
        ("", "Kirjoita"),
    ],
)
def test_a_wrong_or_unfinished_key_is_told_and_nothing_is_sent(
    bar: SearchBar, typed: str, why: str
) -> None:
    assert submitted(bar, typed) == []
    assert why in bar.said
    assert bar.line.accessibleDescription() == bar.said


def test_every_condition_travels_with_the_key(bar: SearchBar) -> None:
    conditions = bar.conditions
    for box in (conditions.task, conditions.type, conditions.process, conditions.group):
        box.setCurrentIndex(1)
    bar.mode.setCurrentIndex(2)
    conditions.since.setText("1.11.2026")
    conditions.until.setText("30.11.2026")
    conditions.archived_since.setText("2.11.2026")
    conditions.archived_until.setText("1.12.2026")
    conditions.author.setText(" 00990001011 ")
    conditions.producer.setText("9999920-4")

    (criteria,) = submitted(bar, "HE-1")

    assert criteria == SearchCriteria(
        case_id="HE-1",
        service_task="10",
        document_type="15004",
        service_process="P",
        document_group="2",
        created_from=date(2026, 11, 1),
        created_to=date(2026, 11, 30),
        archived_from=date(2026, 11, 2),
        archived_to=date(2026, 12, 1),
        author="00990001011",
        producer=Oid("1.2.246.10.99999204"),
        mode=SearchMode.INVALIDATED,
    )


@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("since", "31.2.2026", "Päivää"),
        ("archived_since", "31.2.2026", "Päivää"),
        ("producer", "9999920-5", "Y-tunnus"),
    ],
)
def test_a_condition_at_fault_is_told_shown_and_not_sent(
    bar: SearchBar, field: str, typed: str, why: str
) -> None:
    getattr(bar.conditions, field).setText(typed)

    assert submitted(bar, "HE-1") == []
    assert why in bar.said
    assert getattr(bar.conditions, field).isVisible()


@pytest.mark.parametrize("first", ["since", "archived_since"])
def test_days_the_wrong_way_round_are_told(bar: SearchBar, first: str) -> None:
    getattr(bar.conditions, first).setText("2.11.2026")
    getattr(bar.conditions, first.replace("since", "until")).setText("1.11.2026")

    assert submitted(bar, "HE-1") == []
    assert "Alkupäivä" in bar.said


def test_the_rest_of_the_conditions_show_on_request_and_when_in_use(bar: SearchBar) -> None:
    assert not bar.conditions.author.isVisible()
    assert bar.more.text() == "Lisää ehtoja"
    bar.conditions.author.setText("1")
    assert "1 käytössä" in bar.more.text()
    bar.more.click()

    assert bar.conditions.author.isVisible()


@pytest.mark.parametrize("typed", ["1.2.246.10.1.2", "010181", "kielto", "Maija"])
def test_what_looks_like_something_else_can_be_searched_as_a_case_number(
    bar: SearchBar, typed: str
) -> None:
    bar.line.setText(typed)
    assert bar.is_case.isVisible()
    bar.is_case.setChecked(True)

    (criteria,) = submitted(bar, typed)

    assert criteria == SearchCriteria(case_id=typed)


@pytest.mark.parametrize("typed", [HETU, "HE-1", ""])
def test_what_cannot_be_a_case_number_or_is_one_offers_no_choice(
    bar: SearchBar, typed: str
) -> None:
    bar.line.setText(typed)

    assert not bar.is_case.isVisible()


@pytest.mark.parametrize("typed", ["Kanta-informointi", "luovutuslupa", "kielto", "suostumus"])
def test_what_is_elsewhere_is_told_at_once_with_where_and_never_sent(
    bar: SearchBar, typed: str
) -> None:
    assert submitted(bar, typed) == []
    assert "Tahdonilmaisupalvelu" in bar.elsewhere.said
    bar.line.setText("HE-1")
    assert bar.elsewhere.said == ""


def test_a_group_that_is_elsewhere_is_told_and_never_sent(bar: SearchBar) -> None:
    bar.conditions.group.choose("8")

    assert submitted(bar, HETU) == []
    assert "Tahdonilmaisupalvelu" in bar.elsewhere.said


def test_criteria_are_put_back_into_the_fields(bar: SearchBar) -> None:
    wanted = SearchCriteria(
        client_id=Henkilotunnus.parse(HETU),
        service_task="10",
        archived_from=date(2026, 1, 1),
        mode=SearchMode.OLD,
    )
    bar.show_criteria(wanted)

    assert bar.criteria() == wanted
    assert bar.conditions.archived_since.isVisible()


def test_conditions_alone_leave_the_line_as_it_is(bar: SearchBar) -> None:
    bar.line.setText(HETU)
    bar.show_criteria(SearchCriteria(service_task="10"))

    assert bar.line.text() == HETU
    assert bar.criteria().service_task == "10"


def test_a_saved_search_is_used_and_forgotten_by_its_name(bar: SearchBar) -> None:
    used: list[SearchCriteria] = []
    bar.saved.used.connect(used.append)
    bar.saved.show_searches(
        (KeptSearch("Omat", SearchCriteria(service_task="10"), "Maija", datetime.now(UTC)),)
    )

    assert bar.saved.names == ("Omat",)
    bar.saved.use("Omat")
    assert used == [SearchCriteria(service_task="10")]


@pytest.mark.parametrize(
    ("has_key", "may_keep", "offered"),
    [(True, True, True), (True, False, False), (False, True, False)],
)
def test_the_key_is_kept_only_if_asked_and_only_encrypted(
    bar: SearchBar, has_key: bool, may_keep: bool, offered: bool
) -> None:
    kept: list[tuple[str, bool]] = []
    bar.save_line.wanted.connect(lambda name, with_key: kept.append((name, with_key)))
    bar.save_line.begin(has_key=has_key, may_keep=may_keep)

    assert bar.save_line.with_key.isEnabled() is offered
    assert not bar.save_line.with_key.isChecked()
    bar.save_line.name.setText("Haku")
    bar.save_line.name.returnPressed.emit()
    assert kept == [("Haku", False)]
    assert bar.save_line.isHidden()


def test_wiping_empties_every_field(bar: SearchBar) -> None:
    bar.show_criteria(SearchCriteria(client_id=Henkilotunnus.parse(HETU), author="1"))
    bar.save_line.begin(has_key=True, may_keep=True)
    bar.save_line.name.setText("Asiakas")
    bar.wipe()

    assert bar.criteria() == SearchCriteria()
    assert HETU not in shown_text(bar)
    assert "Asiakas" not in shown_text(bar)
    assert nameless(bar) == []


def name_of(code: Code | None, on: date) -> str:
    return f"nimi {code.value}" if code else ""


@pytest.fixture
def side(qtbot: QtBot, tmp_path: Path) -> ResultsSide:
    return made_side(qtbot, tmp_path)


def made_side(qtbot: QtBot, folder: Path) -> ResultsSide:
    made = ResultsSide(name_of, folder)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def document(number: int, task: str = "20", year: int = 2026) -> DocumentMetadata:
    return replace(
        FULL,
        document_oid=Oid(f"1.2.246.10.99999204.11.2026.{number}"),
        service_task=Code(task, CodeSystem.SERVICE_TASK),
        created=datetime(year, 6, 1, tzinfo=UTC),
    )


def shown_facets(side: ResultsSide) -> list[PartRow]:
    QCoreApplication.processEvents()
    return side.facets.rows


def page(*documents: DocumentMetadata, total: int, more: bool) -> SearchResult:
    going_on = Continuation("q", len(documents) + 1) if more else None
    return SearchResult(SearchCriteria(), documents, total, going_on)


def test_the_numbers_are_honest_while_there_is_more(side: ResultsSide) -> None:
    side.show_first(page(document(1), document(2, "10"), total=1234, more=True))

    assert side.count.text() == "1\N{NO-BREAK SPACE}234 asiakirjaa"
    assert "haettu 2 / 1\N{NO-BREAK SPACE}234" in shown_text(side)
    assert side.more.isVisible()
    side.show_more(page(document(3), total=1234, more=False))
    assert "haettu 3 / 1\N{NO-BREAK SPACE}234" in shown_text(side)
    assert "ei anna enempää" in shown_text(side)
    assert not side.more.isVisible()


def test_all_fetched_says_nothing_more(side: ResultsSide) -> None:
    side.show_first(page(document(1), total=1, more=False))

    assert side.count.text() == "1 asiakirja"
    assert "haettu" not in shown_text(side)


def test_facets_count_what_was_fetched_and_narrow_it(side: ResultsSide) -> None:
    side.narrow.setChecked(True)
    side.show_first(page(document(1), document(2, "10"), document(3), total=9, more=True))

    tasks = {row.box.accessibleName() for row in shown_facets(side) if row.facet is Facet.TASK}
    assert tasks == {"nimi 20: 2", "nimi 10: 1"}
    assert "Laskettu 3 haetusta" in shown_text(side.facets)
    row = next(row for row in shown_facets(side) if row.box.accessibleName() == "nimi 10: 1")
    row.box.click()
    assert [side.model.document(at).document_oid.tail for at in range(side.model.length())] == [
        document(2).document_oid.tail
    ]
    assert "1 / 3 haetusta sopii" in shown_text(side)


def test_a_page_that_comes_while_narrowed_shows_what_fits(side: ResultsSide) -> None:
    side.show_first(page(document(1), document(2, "10"), total=4, more=True))
    side.facets.choose(Facet.TASK, f"{CodeSystem.SERVICE_TASK} 10", chosen=True)
    side.show_more(page(document(3, "10"), document(4), total=4, more=False))

    assert side.model.length() == 2


def test_choices_that_leave_nothing_say_so_with_a_way_back(side: ResultsSide) -> None:
    side.show_first(page(document(1), document(2, "10", 2025), total=2, more=False))
    side.facets.choose(Facet.TASK, f"{CodeSystem.SERVICE_TASK} 10", chosen=True)
    side.facets.choose(Facet.YEAR, "2026", chosen=True)

    assert side.model.length() == 0
    assert not side.table.isVisible()
    side.facets.clear()
    assert side.model.length() == 2


def test_a_chosen_row_stays_chosen_while_narrowing(side: ResultsSide) -> None:
    side.show_first(page(document(1), document(2, "10"), total=2, more=False))
    row = side.model.row_of(document(2).document_oid)
    assert row is not None
    side.table.selectRow(row)
    side.facets.choose(Facet.TASK, f"{CodeSystem.SERVICE_TASK} 10", chosen=True)

    assert [each.document_oid for each in side.selected] == [document(2).document_oid]


def test_findings_become_a_facet_when_they_are_known(side: ResultsSide) -> None:
    side.narrow.setChecked(True)
    side.show_first(page(document(1), document(2), total=2, more=False))
    side.judge([(document(1).document_oid, Severity.ERROR), (document(2).document_oid, None)])

    names = [row.box.accessibleName() for row in shown_facets(side) if row.facet is Facet.FINDINGS]
    assert names == ["virheitä: 1", "ei havaintoja: 1"]


def test_the_end_of_the_list_asks_for_more_once(side: ResultsSide) -> None:
    asked: list[bool] = []
    side.more_wanted.connect(lambda: asked.append(True))
    side.show_first(page(*map(document, range(1, 60)), total=900, more=True))
    side.table.viewport().repaint()
    bar = side.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert asked == [True]
    side.fetching(True)
    bar.setValue(0)
    bar.setValue(bar.maximum())

    assert asked == [True]


def test_columns_are_chosen_and_remembered(qtbot: QtBot, side: ResultsSide, tmp_path: Path) -> None:
    side.columns.choose(Column.OID, shown=True)
    side.columns.choose(Column.TITLE, shown=False)
    header = side.table.horizontalHeader()
    header.moveSection(header.visualIndex(Column.OID), 1)
    side.table.setColumnWidth(Column.TYPE, 321)
    side.columns.keep()

    other = made_side(qtbot, tmp_path)

    assert other.columns.shown == side.columns.shown
    assert other.columns.shown[1] is Column.OID
    assert Column.TITLE not in other.columns.shown
    assert other.table.columnWidth(Column.TYPE) == 321
    other.columns.reset()
    assert Column.TITLE in other.columns.shown
    assert other.columns.shown[0] is Column.TIME


def test_what_is_remembered_holds_nothing_of_the_documents(
    side: ResultsSide, tmp_path: Path
) -> None:
    side.show_first(page(document(1), total=1, more=False))
    side.narrow.setChecked(True)
    side.facets.choose(Facet.YEAR, "2026", chosen=True)
    side.columns.keep()

    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert kept
    assert b"99999204" not in kept
    assert b"Testinen" not in kept


def test_rows_and_oids_are_copied_by_keys(qtbot: QtBot, side: ResultsSide) -> None:
    side.show_first(page(document(1), document(2), total=2, more=False))
    side.table.selectAll()
    qtbot.waitActive(side)
    side.table.setFocus()
    qtbot.keyClick(side.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rows = QGuiApplication.clipboard().text().splitlines()
    assert len(rows) == 2
    assert all("\t" in row for row in rows)

    side.copy_oids()
    assert sorted(QGuiApplication.clipboard().text().splitlines()) == [
        document(1).document_oid.value,
        document(2).document_oid.value,
    ]


def test_every_control_of_the_results_has_a_name(side: ResultsSide) -> None:
    side.narrow.setChecked(True)
    side.show_first(page(document(1), document(2, "10"), total=9, more=True))

    assert nameless(side) == []


def test_wiping_forgets_documents_counts_and_choices(side: ResultsSide) -> None:
    side.narrow.setChecked(True)
    side.show_first(page(document(1), document(2, "10"), total=2, more=False))
    side.facets.choose(Facet.YEAR, "2026", chosen=True)
    side.wipe()

    assert side.model.rowCount() == 0
    assert side.facets.rows == []
    assert not any(side.facets.choice.values())
    assert "nimi" not in shown_text(side)


def test_results_that_are_all_alike_say_that_there_is_nothing_to_narrow_by(
    side: ResultsSide,
) -> None:
    side.narrow.setChecked(True)
    side.show_first(page(document(1), document(2), total=2, more=False))

    assert shown_facets(side) == []
    assert "samanlaisia" in shown_text(side.facets)


def test_only_documents_in_force_are_offered_for_invalidation(side: ResultsSide) -> None:
    side.show_first(page(document(1), document(2), total=2, more=False))
    side.table.selectAll()

    side.offer_invalidation(0, "")
    assert side.invalidate.isHidden()
    side.offer_invalidation(2, "Ei oikeutta")
    assert not side.invalidate.isEnabled()
    side.offer_invalidation(2, "")
    assert side.invalidate.isEnabled()
    assert "2 asiakirjaa" in side.invalidate.text()

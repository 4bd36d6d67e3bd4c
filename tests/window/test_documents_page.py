"""The Documents page on the practice desk: what is found, opened, saved, and forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kanta_desk.desk.desk import Desk
from kanta_desk.desk.session import Session
from kanta_desk.errors import Offline, RightMissing
from kanta_desk.gui.documents.columns import Column
from kanta_desk.gui.documents.content import Form
from kanta_desk.gui.documents.page import DocumentsPage
from kanta_desk.model.documents import (
    PDF,
    DocumentMetadata,
    RecordState,
    SearchCriteria,
    SearchMode,
)
from kanta_desk.model.events import EventFilter, EventKind, Phase
from kanta_desk.model.identifiers import Henkilotunnus, Oid
from kanta_desk.model.signatures import STATE_NAMES
from tests.helpers.pages import nameless, shown_text, signed_in
from tests.helpers.window import settle

pytestmark = pytest.mark.usefixtures("app")

CLIENT = "010181-900C"
WITH_VERSIONS = "140338-902B"
WITH_INVALIDATED = "020743-926W"
WITH_OLD = "310839-9173"
SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with signed_in(tmp_path_factory.mktemp("practice")) as made:
        yield made


@pytest.fixture
def session(desk: Desk) -> Session:
    assert desk.session is not None
    return desk.session


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> DocumentsPage:
    made = DocumentsPage(desk)
    qtbot.addWidget(made)
    made.resize(1080, 700)
    made.show()
    return made


def search(page: DocumentsPage, typed: str, mode: SearchMode = SearchMode.BASIC) -> None:
    page.search_bar.line.setText(typed)
    page.search_bar.mode.setCurrentIndex(list(SearchMode).index(mode))
    page.search_bar.submit()
    settle(page)


def found(page: DocumentsPage) -> list[DocumentMetadata]:
    return [page.model.document(row) for row in range(page.model.rowCount())]


def open_first(page: DocumentsPage) -> DocumentMetadata:
    first = page.model.document(0)
    page.open(first.document_oid)
    settle(page)
    return first


def events(session: Session, kind: EventKind) -> int:
    return session.log.search(EventFilter(kind=kind, phase=Phase.DONE)).total


def test_a_search_lists_the_clients_documents_and_counts_them(page: DocumentsPage) -> None:
    search(page, CLIENT)

    assert len(found(page)) == 3
    assert {str(d.client_id) for d in found(page)} == {CLIENT}
    assert "3 asiakirjaa" in shown_text(page)


def test_what_is_not_there_is_told_with_what_to_do(page: DocumentsPage) -> None:
    search(page, "HE-9999-1")

    assert found(page) == []
    assert not page.table.isVisible()
    assert "Mitään ei löytynyt" in shown_text(page)


@pytest.mark.parametrize(
    ("client", "mode", "word"),
    [
        (WITH_INVALIDATED, SearchMode.INVALIDATED, "mitätöity"),
        (WITH_OLD, SearchMode.OLD, "vanha"),
    ],
)
def test_invalidated_and_old_documents_have_modes_of_their_own(
    page: DocumentsPage, client: str, mode: SearchMode, word: str
) -> None:
    search(page, client, mode)

    states = [page.model.index(row, 4).data() for row in range(page.model.rowCount())]
    assert states
    assert all(word in state for state in states)


def test_choosing_a_row_shows_metadata_and_opens_nothing(
    page: DocumentsPage, session: Session
) -> None:
    search(page, CLIENT)
    before = events(session, EventKind.VIEW)
    page.table.selectRow(1)
    settle(page)

    assert page.pane.shown == page.model.document(1)
    page.pane.tabs.setCurrentWidget(page.pane.metadata)
    assert page.model.document(1).document_oid.value in page.pane.metadata.list.fields.text
    assert page.pane.content.forms == ()
    assert events(session, EventKind.VIEW) == before


def test_an_opened_document_shows_its_text_and_its_findings(
    page: DocumentsPage, session: Session
) -> None:
    search(page, CLIENT)
    before = events(session, EventKind.VIEW)
    first = open_first(page)

    assert first.title
    assert first.title in page.pane.content.browser.toPlainText()
    assert Form.STRUCTURE in page.pane.content.forms
    assert page.pane.tabs.currentWidget() is page.pane.content
    assert events(session, EventKind.VIEW) == before + 1
    titles = [page.pane.tabs.tabText(at) for at in range(page.pane.tabs.count())]
    assert titles[-1].startswith("Havainnot")


def test_pages_of_a_pdf_are_shown_and_turned(page: DocumentsPage, session: Session) -> None:
    pdf = first_pdf(page, session)
    page.open(pdf)
    settle(page)

    view = page.pane.content.pdf
    assert page.pane.content.forms[0] is Form.PAGES
    assert view.pages >= 1
    assert view.shows_page
    before = view.picture_width
    view.zoom(1)
    settle(page)
    assert view.picture_width > before


def first_pdf(page: DocumentsPage, session: Session) -> Oid:
    for client in (CLIENT, WITH_VERSIONS, "070236-908P", "110585-916L", "010594Y9032"):
        search(page, client)
        for document in found(page):
            if session.open(document.document_oid).payload(PDF):
                return document.document_oid
    raise AssertionError("the practice set has no PDF")


def test_versions_are_fetched_when_their_tab_is_opened(
    page: DocumentsPage, session: Session
) -> None:
    search(page, WITH_VERSIONS, SearchMode.VERSIONS)
    replaced = next(d for d in found(page) if d.state is RecordState.REPLACED)
    page.table.selectRow(found(page).index(replaced))
    before = events(session, EventKind.VERSIONS)

    page.pane.tabs.setCurrentWidget(page.pane.versions)
    settle(page)

    assert events(session, EventKind.VERSIONS) == before + 1
    assert page.pane.versions.model.rowCount() == 2
    newest = page.pane.versions.model.version(0)
    assert newest is not None
    page.pane.versions.open_wanted.emit(newest.document_oid)
    settle(page)
    assert page.pane.shown is not None
    assert page.pane.shown.state is RecordState.VALID


def test_a_replaced_version_says_so(page: DocumentsPage) -> None:
    search(page, WITH_VERSIONS, SearchMode.VERSIONS)
    replaced = next(d for d in found(page) if d.state is RecordState.REPLACED)
    page.table.selectRow(found(page).index(replaced))
    settle(page)

    assert "Uudempi versio on korvannut" in shown_text(page.pane)


def test_a_document_that_is_not_there_is_an_error_with_its_code(page: DocumentsPage) -> None:
    page.open(Oid("1.2.246.10.99999204.11.2026.1"))
    settle(page)

    assert "KD-5002" in shown_text(page)


@pytest.mark.parametrize(
    ("error", "again"), [(Offline("arkisto"), True), (RightMissing("HAKU"), False)]
)
def test_a_search_that_fails_says_why_and_can_be_tried_again_if_that_helps(
    page: DocumentsPage, error: Exception, again: bool
) -> None:
    page._not_found(error)  # type: ignore[arg-type]

    assert error.code in shown_text(page)  # type: ignore[attr-defined]
    offered = [button.text() for button in page.findChildren(QPushButton)]
    assert ("Yritä uudelleen" in offered) is again


def test_wiping_leaves_nothing_of_the_client(page: DocumentsPage) -> None:
    search(page, CLIENT)
    first = open_first(page)
    page.pane.tabs.setCurrentWidget(page.pane.versions)
    settle(page)
    page.wipe()

    assert page.model.rowCount() == 0
    assert page.pane.versions.model.rowCount() == 0
    left = shown_text(page)
    assert CLIENT not in left
    assert first.document_oid.value not in left
    assert str(first.client_name) not in left
    assert page.pane.content.browser.toPlainText() == ""
    assert not page.pane.content.pdf.shows_page
    page.search_bar.line.undo()
    assert page.search_bar.line.text() == ""


def test_a_register_right_is_said_in_words(page: DocumentsPage, session: Session) -> None:
    search(page, CLIENT)
    document = page.model.document(0)
    assert document.controller is not None
    other = replace(
        document.controller, oid=Oid("1.2.246.10.32213086.19.0"), name="Hyvinvointialue"
    )
    page.pane.show_metadata(replace(document, controller=other))

    assert "rekisterinkäyttöoikeudella" in shown_text(page.pane)
    assert "Hyvinvointialue" in shown_text(page.pane)


def test_the_sample_opens_a_document(page: DocumentsPage) -> None:
    page.show_sample()
    settle(page)

    assert page.pane.content.forms


def test_every_control_has_a_name(page: DocumentsPage) -> None:
    search(page, CLIENT)
    open_first(page)

    for tab in range(page.pane.tabs.count()):
        page.pane.tabs.setCurrentIndex(tab)
        settle(page)
        assert nameless(page) == []


def test_ctrl_f_goes_to_the_search_line(page: DocumentsPage, qtbot: QtBot) -> None:
    qtbot.waitActive(page)
    page.focus_search()

    assert page.search_bar.line.hasFocus()


def test_the_signature_of_an_opened_document_is_judged(page: DocumentsPage) -> None:
    search(page, CLIENT)
    open_first(page)
    page.pane.tabs.setCurrentWidget(page.pane.background)
    settle(page)

    text = shown_text(page.pane.background.signature)
    assert "Ei vielä todennettu" not in text
    assert any(state.fi.lower() in text.lower() for state in STATE_NAMES.values())


def test_findings_in_the_metadata_stand_in_the_table_before_anything_is_opened(
    page: DocumentsPage, session: Session
) -> None:
    before = events(session, EventKind.VIEW)
    search(page, CLIENT)

    tips = [
        page.model.index(row, Column.FINDINGS).data(Qt.ItemDataRole.ToolTipRole)
        for row in range(page.model.rowCount())
    ]
    assert all("kuvailutied" in tip for tip in tips)
    assert events(session, EventKind.VIEW) == before


def test_two_chosen_rows_are_compared_and_closed_again(
    page: DocumentsPage, session: Session
) -> None:
    search(page, WITH_VERSIONS, SearchMode.VERSIONS)
    before = events(session, EventKind.VIEW)
    page.table.selectAll()
    assert page.side.compare.isHidden()
    page.table.clearSelection()
    for row in (0, 2):
        page.table.selectionModel().select(page.model.index(row, 0), SELECT)
    settle(page)
    page.side.compare.click()
    settle(page)

    assert page.comparing
    assert events(session, EventKind.VIEW) == before + 2
    page.comparison.closed.emit()
    assert not page.comparing
    assert page.comparison.shown is None


def test_the_shown_document_is_compared_with_the_next_one_chosen(page: DocumentsPage) -> None:
    search(page, WITH_VERSIONS, SearchMode.VERSIONS)
    open_first(page)
    page.pane.content.compare_wanted.emit()
    assert "Valitse toinen asiakirja" in shown_text(page)
    page.table.selectRow(2)
    settle(page)

    assert page.comparing


def test_a_search_is_saved_used_and_forgotten(page: DocumentsPage, session: Session) -> None:
    page.entered()
    settle(page)
    page.search_bar.line.setText(CLIENT)
    page.search_bar.conditions.since.setText("1.1.2026")
    page.search_bar.saved.save_wanted.emit()
    page.search_bar.save_line.name.setText("Tämä vuosi")
    page.search_bar.save_line.name.returnPressed.emit()
    settle(page)
    assert page.search_bar.saved.names == ("Tämä vuosi",)
    (kept,) = session.documents.searches()
    assert not kept.criteria.has_key

    page.search_bar.wipe()
    page.entered()
    settle(page)
    page.search_bar.line.setText(CLIENT)
    page.search_bar.saved.use("Tämä vuosi")
    settle(page)
    assert page.search_bar.conditions.since.text() == "1.1.2026"
    assert found(page)

    page.search_bar.saved.forget_wanted.emit("Tämä vuosi")
    settle(page)
    assert page.search_bar.saved.names == ()


def test_pages_are_fetched_each_as_an_act_of_its_own(page: DocumentsPage, session: Session) -> None:
    before = events(session, EventKind.SEARCH)
    page.search(SearchCriteria(client_id=Henkilotunnus.parse(WITH_VERSIONS), limit=1))
    settle(page)
    assert page.model.length() == 1
    assert page.side.more.isVisible()
    while page.side.more.isVisible():
        page.side.more.click()
        settle(page)

    assert page.model.length() == 2
    assert page.side.count.text() == "2 asiakirjaa"
    assert events(session, EventKind.SEARCH) == before + 2


def test_a_page_that_fails_leaves_what_was_fetched(page: DocumentsPage) -> None:
    search(page, CLIENT)
    page._no_more(Offline("arkisto"))

    assert len(found(page)) == 3
    assert "Yritä uudelleen" in [button.text() for button in page.findChildren(QPushButton)]


def test_wiping_leaves_neither_counts_nor_comparison(page: DocumentsPage) -> None:
    search(page, WITH_VERSIONS, SearchMode.VERSIONS)
    page.side.narrow.setChecked(True)
    pair = (page.model.document(2).document_oid, page.model.document(0).document_oid)
    page.compare(pair)
    settle(page)
    page.wipe()

    assert not page.comparing
    assert page.comparison.shown is None
    assert page.side.facets.rows == []
    assert pair[0].value not in shown_text(page)

"""The cases on the Access log page: opened, changed, closed and opened again, each in its row."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from kanta_desk.desk.desk import Desk
from kanta_desk.gui.accesslog.case_row import CaseRow
from kanta_desk.gui.accesslog.page import AccessLogPage
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.identifiers import Henkilotunnus
from tests.helpers.pages import nameless, shown_text, signed_in
from tests.helpers.window import settle

pytestmark = pytest.mark.usefixtures("app")

CLIENT = Henkilotunnus.parse("010181-900C")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk in whose log a document was opened."""
    with signed_in(tmp_path_factory.mktemp("practice")) as made:
        assert made.session is not None
        found = made.session.search(SearchCriteria(client_id=CLIENT))
        made.session.open(found.documents[0].document_oid)
        yield made


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> AccessLogPage:
    made = AccessLogPage(desk)
    qtbot.addWidget(made)
    made.resize(1080, 700)
    made.show()
    made.entered()
    settle(made)
    return made


def test_a_case_is_opened_from_an_event_and_closed_with_what_was_found(page: AccessLogPage) -> None:
    page.show_sample()
    settle(page)
    page.events.event_view.case.click()
    settle(page)
    cases = page.cases
    assert page.tabs.currentWidget() is cases
    number = cases.events.text()
    assert number
    assert not cases.open_button.isEnabled()

    cases.title.setText("Selvityspyyntö 8/2026")
    cases.due.setText("1.1.2027")
    cases.open_button.click()
    settle(page)
    for said in ("Selvityspyyntö 8/2026", "määräpäivä 1.1.2027", "Päätettyjä selvityksiä ei ole."):
        assert said in shown_text(page)
    assert cases.title.text() == cases.events.text() == ""
    assert nameless(page) == []

    case = next(b for b in cases.findChildren(QPushButton) if b.text() == number)
    case.click()
    settle(page)
    assert page.events.isVisible()
    assert number in shown_text(page.events.event_view)

    page.tabs.setCurrentWidget(cases)
    close = next(b for b in cases.findChildren(QPushButton) if b.text() == "Päätä selvitys")
    assert not close.isEnabled()
    found = next(f for f in cases.findChildren(QLineEdit) if f.placeholderText() == "Mitä löytyi")
    found.setText("Peruste löytyi")
    close.click()
    settle(page)
    assert "Peruste löytyi" in shown_text(page)
    assert "Avoimia selvityksiä ei ole." in shown_text(page)

    page.wipe()
    assert "Selvityspyyntö" not in shown_text(page)


def test_a_case_is_changed_closed_and_opened_again(page: AccessLogPage) -> None:
    def row() -> CaseRow:
        every = page.cases.findChildren(CaseRow)
        return next(each for each in every if each.case.title == "Selvityspyyntö 9/2026")

    def buttons() -> set[str]:
        return {each.text() for each in row().findChildren(QPushButton)}

    def press(word: str) -> None:
        act = next(b for b in row().findChildren(QPushButton) if b.text() == word and b.isVisible())
        assert act.isEnabled()
        act.click()
        settle(page)

    page.events.again()
    settle(page)
    one, other = (
        event.ref.short for row_at in (0, 1) if (event := page.events.model.event_at(row_at))
    )
    page.tabs.setCurrentWidget(page.cases)
    page.cases.title.setText("Selvityspyyntö 9/2026")
    page.cases.events.setText(one)
    page.cases.open_case()
    settle(page)
    assert not row().fields.isVisible()

    row().change.click()
    row().events.setText(other)
    row().note.setText("Sama asiakas")
    press("Lisää")
    assert f"Selvitys {row().case.id} on muutettu" in shown_text(page)
    assert row().fields.isVisible()  # one goes on changing it
    assert {other, one} <= buttons()
    assert "Sama asiakas" in shown_text(row())
    row().due.setText("1.1.2020")
    press("Aseta päivä")
    assert "myöhässä 1.1.2020 alkaen" in shown_text(row())
    assert nameless(page) == []
    remove = next(
        b
        for b in row().findChildren(QToolButton)
        if b.accessibleName() == f"Poista tapahtuma {other}"
    )
    remove.click()
    settle(page)
    assert len({other, one} & buttons()) == 1

    row().change.click()
    found = next(f for f in row().findChildren(QLineEdit) if f.placeholderText() == "Mitä löytyi")
    found.setText("Peruste löytyi")
    press("Päätä selvitys")
    assert not row().change.isVisible()
    (why,) = (
        f for f in row().findChildren(QLineEdit) if f.placeholderText() == "Miksi avataan uudelleen"
    )
    why.setText("Uusi pyyntö")
    press("Avaa uudelleen")
    assert "Aiempi päätös: Peruste löytyi" in shown_text(row())


@pytest.mark.parametrize(
    ("events", "said"),
    [("2026/999999", "Tapahtumaa ei ole"), ("kaksi", "Tarkista tapahtumien numerot ja päivä")],
)
def test_a_case_about_an_event_that_is_not_there_is_not_opened(
    page: AccessLogPage, events: str, said: str
) -> None:
    page.tabs.setCurrentWidget(page.cases)
    settle(page)
    page.cases.title.setText("Turha")
    page.cases.events.setText(events)
    page.cases.open_case()
    settle(page)

    assert said in shown_text(page)
    assert page.cases.title.text() == "Turha"

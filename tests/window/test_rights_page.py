"""The Access rights page: what is shown, granted, revoked, and what a holder may not do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kanta_desk.gui.rights.model import Column
from kanta_desk.gui.rights.page import RightsPage
from kanta_desk.gui.window import MainWindow
from kanta_desk.model.events import EventKind
from kanta_desk.model.people import CardType, Role
from kanta_desk.model.rights import Refusal
from kanta_desk.practice.people import ARCHIVIST, STAFF, SUBSTITUTE, PracticeCard
from tests.helpers.rights import a_grant, a_table
from tests.helpers.small_desk import SmallDesk, small_desk
from tests.helpers.window import MAIJA, MemoryDesk, MemorySession, settle


@dataclass
class Opened:
    """A page on a small desk, with the session whose holder looks at it."""

    desk: SmallDesk
    page: RightsPage

    def rows(self) -> list[str]:
        model = self.page.model
        return [
            " ".join(
                str(model.index(row, column).data()) for column in (Column.PERSON, Column.ROLE)
            )
            for row in range(model.rowCount())
        ]

    def choose(self, text: str) -> None:
        self.page.table.selectRow(self.rows().index(text))


def opened(desk: SmallDesk, qtbot: QtBot, card: PracticeCard = ARCHIVIST) -> Opened:
    window = MemoryDesk()
    window.session = desk.session(card)  # type: ignore[assignment]
    page = RightsPage(window)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.entered()
    settle(page)
    return Opened(desk, page)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallDesk]:
    with small_desk(tmp_path) as desk:
        yield desk


@pytest.fixture
def shown(app: QApplication, qtbot: QtBot, small: SmallDesk) -> Opened:
    return opened(small, qtbot)


def test_rights_in_force_are_shown_and_others_when_wished(shown: Opened) -> None:
    session = shown.page.desk.session
    assert session is not None
    session.rights.revoke(session.rights.grant(a_grant(session, Role.VIEWER)).id, "koe")
    shown.page.again()
    settle(shown.page)
    before = shown.rows()

    shown.page.all.setChecked(True)

    assert "Maija Arkistonhoitaja pääkäyttäjä" in before
    assert len(shown.rows()) == len(before) + 1


def test_a_right_is_granted_in_the_form_and_shown_in_full(shown: Opened, qtbot: QtBot) -> None:
    qtbot.mouseClick(shown.page.grant_button, Qt.MouseButton.LeftButton)
    form = shown.page.form
    form.card._choose("", CardType.STAFF)
    form.identifier.setText("990000099")
    form.name.setText("Uusi Henkilö")
    form.role._choose("", Role.ARCHIVIST)
    form.number.setText("7/2026")
    form.decider.setText("Toimitusjohtaja")
    form.decided.setText("1.2.2026")

    qtbot.mouseClick(form.grant, Qt.MouseButton.LeftButton)
    settle(shown.page)

    assert "Uusi Henkilö arkistonhoitaja" in shown.rows()
    assert shown.page.notice.said == "Oikeus myönnettiin"
    assert shown.page._right.currentWidget() is shown.page.detail
    record = shown.desk.rights.book(shown.desk.session().context.register).records[-1]
    assert record.grant.person.value == "990000099"


def test_a_form_that_lacks_a_day_says_which_and_grants_nothing(shown: Opened, qtbot: QtBot) -> None:
    before = shown.rows()
    shown.page.show_form()

    qtbot.mouseClick(shown.page.form.grant, Qt.MouseButton.LeftButton)

    assert shown.page.form._problem.text() == "Täytä: Päätöksen päivä"
    assert shown.rows() == before


def test_a_fault_that_the_desk_finds_is_told_and_the_form_stays(
    shown: Opened, qtbot: QtBot
) -> None:
    shown.page.show_form()
    shown.page.form.decided.setText("1.2.2026")

    qtbot.mouseClick(shown.page.form.grant, Qt.MouseButton.LeftButton)
    settle(shown.page)

    assert "Kenttä: tunniste. Syy: arvo puuttuu." in shown.page._error.said
    assert shown.page._right.currentWidget() is shown.page.form


def test_a_right_is_revoked_only_with_a_reason(shown: Opened, qtbot: QtBot) -> None:
    shown.choose("Heikki Harjoittelija katselija")
    detail = shown.page.detail
    assert not detail.revoke.isEnabled()
    detail.reason.setText("siirtyi muualle")

    qtbot.mouseClick(detail.revoke, Qt.MouseButton.LeftButton)
    settle(shown.page)

    assert "Heikki Harjoittelija katselija" not in shown.rows()
    assert shown.desk.newest(EventKind.RIGHTS_CHANGE).evidence.count("siirtyi muualle") == 1


def test_a_renewal_keeps_the_person_and_the_role(shown: Opened, qtbot: QtBot) -> None:
    shown.choose("Heikki Harjoittelija katselija")
    qtbot.mouseClick(shown.page.detail.renew, Qt.MouseButton.LeftButton)
    form = shown.page.form
    assert not form.identifier.isEnabled()
    form.number.setText("8/2026")
    form.decider.setText("Toimitusjohtaja")
    form.decided.setText("1.2.2026")

    qtbot.mouseClick(form.grant, Qt.MouseButton.LeftButton)
    settle(shown.page)

    assert shown.rows().count("Heikki Harjoittelija katselija") == 1
    old, new = (
        r
        for r in shown.desk.rights.book(shown.desk.session().context.register).records
        if r.grant.name.startswith("Heikki")
    )
    assert old.revoked is not None
    assert new.grant.person == old.grant.person


def test_what_ends_soon_is_told_above_the_table(shown: Opened) -> None:
    session = shown.page.desk.session
    assert session is not None
    soon = shown.desk.rights.today + timedelta(5)
    session.rights.grant(replace(a_grant(session, Role.VIEWER), name="Pian", valid_to=soon))

    shown.page.again()
    settle(shown.page)

    assert "Pian, katselija: oikeus päättyy 27.11.2026." in shown.page.warning.said
    states = [
        shown.page.model.index(row, Column.STATE).data()
        for row in range(shown.page.model.rowCount())
    ]
    assert "päättyy pian" in states


def test_the_two_person_rule_is_turned_on_and_off(shown: Opened, qtbot: QtBot) -> None:
    view = shown.page.register_view
    for expected in (True, False):
        qtbot.mouseClick(view.switch, Qt.MouseButton.LeftButton)
        settle(shown.page)
        register = shown.desk.session().context.register
        assert shown.desk.rights.needs_two(register) is expected


def test_a_file_is_brought_in_and_what_is_wrong_in_it_is_told(
    shown: Opened, tmp_path: Path
) -> None:
    session = shown.page.desk.session
    assert session is not None
    table = a_table(session, tmp_path)
    good = table.read_text(encoding="utf-8")
    table.write_text(good.replace("viewer", "king"), encoding="utf-8")
    shown.page.import_from(table)
    settle(shown.page)
    assert "Rivi: 2. Sarake: role." in shown.page._error.said

    table.write_text(good, encoding="utf-8")
    shown.page.import_from(table)
    settle(shown.page)

    assert shown.page.notice.said == "Tuotiin 1 oikeus"
    assert "Uusi Henkilö katselija" in shown.rows()


def test_the_table_and_the_report_are_written(shown: Opened, tmp_path: Path) -> None:
    for name in ("rights.csv", "rights.pdf"):
        shown.page.write_to(tmp_path / name)
        settle(shown.page)

    assert (tmp_path / "rights.pdf").read_bytes().startswith(b"%PDF")
    assert "Maija" in (tmp_path / "rights.csv").read_text(encoding="utf-8-sig")


def test_a_registration_number_is_looked_up_in_the_user_s_own_browser(
    shown: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    addresses: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: addresses.append(url.toString()))
    shown.choose("Maija Arkistonhoitaja pääkäyttäjä")
    link = next(
        b for b in shown.page.detail.findChildren(QPushButton) if b.text().startswith("Julki")
    )

    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)

    assert [address.startswith("https://") for address in addresses] == [True]
    assert QGuiApplication.clipboard().text() == ARCHIVIST.person.identifier
    shown.choose("Veikko Varalla pääkäyttäjä")
    assert not link.isVisible(), "a backup card carries no registration number"


def test_one_who_administers_no_rights_sees_why(
    app: QApplication, qtbot: QtBot, small: SmallDesk
) -> None:
    page = opened(small, qtbot, STAFF).page

    assert page._stack.currentWidget() is page._no_right
    assert "roolisi tässä rekisterissä ei kata" in page._no_right.accessibleDescription()


def test_an_auditor_sees_the_rights_and_cannot_change_them(
    app: QApplication, qtbot: QtBot, small: SmallDesk
) -> None:
    session = small.session()
    mine = [
        r.grant.id
        for r in session.rights.overview().records
        if r.grant.name.startswith("Maija") and r.grant.role is not Role.AUDITOR
    ]
    other = small.session(SUBSTITUTE)
    for grant_id in mine:
        other.rights.revoke(grant_id, "koe")

    page = opened(small, qtbot).page

    assert page.model.rowCount() > 0
    assert not page.grant_button.isVisible()
    page.table.selectRow(0)
    assert not page.detail.revoke.isVisible()


def test_wiping_leaves_no_person_on_the_page(shown: Opened) -> None:
    shown.choose("Heikki Harjoittelija katselija")

    shown.page.wipe()

    assert shown.rows() == []
    assert shown.page.detail._name.text() == ""
    assert shown.page.warning.said == ""


class Elsewhere(RightsPage):
    """A place that everyone may open."""

    key = "elsewhere"
    needs = None

    def entered(self) -> None:
        pass


def test_a_place_that_is_refused_is_greyed_with_the_reason(app: QApplication, qtbot: QtBot) -> None:
    desk = MemoryDesk()
    window = MainWindow(desk, (RightsPage, Elsewhere))  # type: ignore[arg-type]
    qtbot.addWidget(window)
    desk.session = MemorySession(
        MAIJA, desk.contexts[0], refused={EventKind.RIGHTS_VIEW: Refusal.ENDED}
    )

    window.opened()

    greyed, offered = (window.navigation._group.button(at) for at in (0, 1))
    assert not greyed.isEnabled()
    assert greyed.toolTip() == "käyttöoikeutesi voimassaolo on päättynyt"
    assert offered.isEnabled()
    assert window.current is not None
    assert window.current.key == "elsewhere"

"""The window's states: signed out, open and locked; register and purpose; the idle lock."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanta_desk.desk.session import SessionState
from kanta_desk.errors import RightMissing
from kanta_desk.gui.window import MainWindow, State
from kanta_desk.model.deployment import TestKind
from kanta_desk.model.testruns import DueReport, TestRun
from tests.helpers.shell import SECRET, LogPage, SomePage, page, sign_in, unlock, words
from tests.helpers.window import (
    CONTEXTS,
    MAIJA,
    OTHER,
    PIN,
    MemoryDesk,
    MemoryTests,
    held,
    settle,
)


def test_signed_out_there_is_sign_in_and_the_check_of_the_card(window: MainWindow) -> None:
    assert window.navigation.keys == ("signin", "joining", "card", "settings")
    assert window.state is State.SIGNED_OUT
    assert not window.status_bar.isVisible()


def test_signing_in_opens_the_first_place(opened: MainWindow) -> None:
    assert opened.state is State.OPEN
    assert opened.navigation.keys == ("documents", "accesslog", "joining", "card", "settings")
    assert opened.current is page(opened, "documents")
    assert opened.windowTitle() == "Asiakirjat [HARJOITUS – tämä ei ole Kanta] – Kanta Desk"


def test_register_purpose_and_holder_are_always_in_sight(opened: MainWindow) -> None:
    for key in opened.navigation.keys:
        opened.go(key)

        assert opened.top_bar.context.register.isVisible()
        assert opened.top_bar.context.register.text_shown.startswith("Hoiva Esimerkki Oy")
        assert opened.top_bar.context.purpose.text_shown == "Käyttöönottokoe"
        assert MAIJA.name in words(opened)


def test_a_card_pulled_while_it_signed_in_leaves_a_locked_desk(
    window: MainWindow, desk: MemoryDesk
) -> None:
    desk.insert()
    settle(window)
    with held(desk):
        window.sign_in_page.pin.field.type_digits(PIN)
        window.sign_in_page.pin.submit.click()
    desk.pull()
    settle(window)

    assert window.state is State.LOCKED
    assert window.current is window.lock_page


def test_pulling_the_card_hides_and_wipes_everything(opened: MainWindow, desk: MemoryDesk) -> None:
    documents = page(opened, "documents")
    assert SECRET in words(opened)

    desk.pull()
    settle(opened)

    assert opened.state is State.LOCKED
    assert documents.wiped == 1
    assert SECRET not in words(opened)
    assert MAIJA.name not in words(opened)
    assert not opened.top_bar.isVisible()


def test_locking_hides_at_once_though_the_log_has_not_answered(
    opened: MainWindow, desk: MemoryDesk
) -> None:
    with held(desk):
        opened.lock()
        assert opened.state is State.LOCKED
        assert SECRET not in words(opened)
        assert desk.locks == 0
    settle(opened)

    assert desk.locks == 1
    assert desk.session is not None
    assert desk.session.state is SessionState.LOCKED


def test_the_same_card_opens_the_desk_where_it_was_left(
    opened: MainWindow, desk: MemoryDesk
) -> None:
    opened.go("accesslog")
    before = page(opened, "accesslog")
    desk.pull()
    settle(opened)

    desk.insert()
    settle(opened)
    unlock(opened)

    assert opened.state is State.OPEN
    assert opened.current is before


def test_another_persons_card_does_not_open_the_desk(opened: MainWindow, desk: MemoryDesk) -> None:
    desk.pull()
    settle(opened)

    desk.insert(OTHER)
    settle(opened)

    assert opened.lock_page.other.isVisible()
    assert MAIJA.name in opened.lock_page.other.text()
    assert not opened.lock_page.pin.isVisible()


def test_a_wrong_pin_keeps_the_desk_locked(opened: MainWindow, desk: MemoryDesk) -> None:
    desk.pull()
    desk.insert()
    settle(opened)

    unlock(opened, b"9999")

    assert opened.state is State.LOCKED
    assert opened.lock_page.pin.tries_shown == "4 yritystä jäljellä"


def test_work_under_way_is_dropped_at_the_lock(opened: MainWindow, desk: MemoryDesk) -> None:
    from kanta_desk.gui.tasks import start

    documents = page(opened, "documents")
    told: list[object] = []
    desk.held = []
    task = start(
        documents,
        desk,  # type: ignore[arg-type]
        lambda: SECRET,
        done=told.append,
        failed=told.append,
    )

    desk.pull()
    QCoreApplication.processEvents()
    desk.release()
    settle(opened)

    assert told == []
    assert task.cancelled


def test_signing_out_leaves_nothing_for_the_next_person(
    opened: MainWindow, desk: MemoryDesk
) -> None:
    documents, session = page(opened, "documents"), desk.session
    documents.search.setText(SECRET)

    opened.sign_out()
    settle(opened)
    assert session is not None
    assert session.signed_out
    assert opened.current is opened.sign_in_page

    desk.session = None
    sign_in(opened)

    assert page(opened, "documents") is not documents
    assert page(opened, "documents").search.text() == ""


def test_a_change_of_register_wipes_what_came_from_the_other(
    opened: MainWindow, desk: MemoryDesk
) -> None:
    documents = page(opened, "documents")
    entries = documents.entries
    menu = opened.top_bar.context.register.menu()
    assert menu is not None

    menu.actions()[1].trigger()
    settle(opened)

    assert desk.session is not None
    assert desk.session.context == CONTEXTS[2]
    assert (documents.wiped, documents.entries) == (1, entries + 1)


def test_a_change_that_is_refused_is_told_and_taken_back(
    opened: MainWindow, desk: MemoryDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise RightMissing("ASIAYHTEYS_AVATTU")

    monkeypatch.setattr(desk.session, "change_context", refuse)
    menu = opened.top_bar.context.purpose.menu()
    assert menu is not None

    menu.actions()[1].trigger()
    settle(opened)

    assert opened.top_bar.context.purpose.text_shown == "Käyttöönottokoe"
    assert opened.notice.isVisible()


def test_neither_wheel_nor_arrow_changes_the_register(opened: MainWindow, qtbot: QtBot) -> None:
    choice = opened.top_bar.context.register
    before = choice.value

    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.keyClick(choice, Qt.Key.Key_Right)

    assert choice.value == before


def test_the_time_left_is_in_sight(opened: MainWindow) -> None:
    assert opened.status_bar.left_shown == "lukittuu 10 min kuluttua"

    opened.status_bar.show_left(45)

    assert opened.status_bar.left_shown == "lukittuu 45 sekunnin kuluttua"


def test_expiry_locks_the_window(opened: MainWindow, desk: MemoryDesk) -> None:
    opened._idle.expired.emit()
    settle(opened)

    assert opened.state is State.LOCKED
    assert desk.locks == 1


def test_what_is_unsettled_is_told_at_start_with_the_way_there(
    app: QApplication, qtbot: QtBot, desk: MemoryDesk
) -> None:
    class Invalidations(LogPage):
        key = "invalidations"
        icon = "invalidations"

    window = MainWindow(desk, (SomePage, Invalidations))  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.show()
    desk.unsettled_invalidations = 2
    desk.insert()
    settle(window)
    sign_in(window)

    assert window.notice.said.startswith("2 mitätöintiä on selvittämättä")
    window.go("invalidations")
    assert window.current is not None
    assert window.current.key == "invalidations"


def test_a_page_hands_work_over_to_another_place(opened: MainWindow) -> None:
    taken: list[object] = []
    first, second = opened.pages[:2]
    second.take = taken.append  # type: ignore[method-assign]

    first.handed.emit(second.key, "työ")

    assert opened.current is second
    assert taken == ["työ"]


def test_a_test_that_is_not_reported_is_told_at_sign_in(
    window: MainWindow, desk: MemoryDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = TestRun("r1", "Kevään koe", "ab", TestKind.FIRST, datetime(2026, 3, 2, tzinfo=UTC), 1)
    due = DueReport(run, date(2026, 3, 2))
    monkeypatch.setattr(MemoryTests, "due_reports", lambda _: (due,))
    desk.insert()
    settle(window)
    sign_in(window)

    assert "Koetta Kevään koe ei ole ilmoitettu" in window.notice.said
    assert "4.3.2026" in window.notice.said

"""Signing in: every state of reader and card in words, PIN1, and what goes wrong with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kanta_desk.gui.signin.page import SignInPage
from kanta_desk.gui.signin.pinfield import PinField
from kanta_desk.gui.signin.words import card_words
from kanta_desk.model.cards import CardPresence, CardsState, ReaderState, ServiceState
from tests.helpers.window import (
    MAIJA,
    OTHER,
    PIN,
    READER,
    MemoryDesk,
    card,
    held,
    settle,
)

RUNNING, STOPPED = ServiceState.RUNNING, ServiceState.STOPPED
STATES = {
    "not looked yet": (CardsState(0, STOPPED), "Kortinlukijaa etsitään…"),
    "service stopped": (CardsState(1, STOPPED), "Älykorttipalvelu ei ole käynnissä."),
    "no reader": (CardsState(1, RUNNING), "Kortinlukijaa ei löydy."),
    **{
        presence.value: (CardsState(1, RUNNING, (ReaderState(READER, presence),)), words)
        for presence, words in {
            CardPresence.EMPTY: "Lukija löytyi. Aseta kortti.",
            CardPresence.READING: "Korttia luetaan…",
            CardPresence.MUTE: "Kortti ei vastaa.",
            CardPresence.UNKNOWN: "Korttia ei tunnisteta.",
            CardPresence.IN_USE: "Toinen ohjelma käyttää korttia.",
            CardPresence.READY: "Kortti on luettu.",
        }.items()
    },
}


@pytest.fixture
def desk() -> MemoryDesk:
    return MemoryDesk()


@pytest.fixture
def page(app: QApplication, qtbot: QtBot, desk: MemoryDesk) -> SignInPage:
    made = SignInPage(desk)
    qtbot.addWidget(made)
    made.show()
    made.entered()
    return made


def sign_in(page: SignInPage, pin: bytes) -> None:
    """Type a PIN and press the button."""
    page.pin.field.type_digits(pin)
    page.pin.submit.click()
    settle(page)


@pytest.mark.parametrize("name", STATES)
def test_every_state_has_words_of_its_own(app: QApplication, name: str) -> None:
    state, words = STATES[name]

    assert card_words(state).title == words


def test_no_two_states_look_alike(app: QApplication) -> None:
    shown = {(w.title, w.hint) for state, _ in STATES.values() for w in [card_words(state)]}

    assert len(shown) == len(STATES)


def test_a_state_that_asks_for_help_says_what_to_do(app: QApplication) -> None:
    for name in ("service stopped", "no reader", "mute", "unknown", "in use"):
        assert card_words(STATES[name][0]).hint, name


def test_the_page_follows_the_card_by_itself(page: SignInPage, desk: MemoryDesk) -> None:
    desk.pull()
    settle(page)
    assert "Lukija löytyi. Aseta kortti." in page.card.said

    desk.insert()
    settle(page)

    assert "Maija Arkistonhoitaja" in page.card.said
    assert "ammattikortti · voimassa 3.4.2029" in page.card.said
    assert page.pin.tries_shown == "5 yritystä jäljellä"


def test_a_ready_card_waits_for_the_pin(page: SignInPage, desk: MemoryDesk, qtbot: QtBot) -> None:
    with qtbot.waitActive(page, timeout=5000):
        page.activateWindow()
    desk.insert()
    settle(page)

    assert page.pin.field.hasFocus()


def test_register_and_purpose_are_chosen_before_signing_in(
    page: SignInPage, desk: MemoryDesk
) -> None:
    desk.insert()
    settle(page)
    menu = page.context.register.menu()
    assert menu is not None

    menu.actions()[1].trigger()
    sign_in(page, PIN)

    assert desk.session is not None
    assert desk.session.context.register.controller.name == "Esimerkin hyvinvointialue"
    assert desk.session.context.purpose.code == "12"


def test_signing_in_is_told(page: SignInPage, desk: MemoryDesk, qtbot: QtBot) -> None:
    desk.insert()
    settle(page)

    with qtbot.waitSignal(page.proved):
        sign_in(page, PIN)


def test_a_wrong_pin_says_how_many_tries_are_left(page: SignInPage, desk: MemoryDesk) -> None:
    desk.insert()
    settle(page)

    sign_in(page, b"9999")

    assert page.pin.tries_shown == "4 yritystä jäljellä"
    assert not page.error.isHidden()
    assert "Koodi KD-4101" in [label.text() for label in page.error.findChildren(QLabel)]


def test_a_low_window_scrolls_to_what_went_wrong_and_offers_the_check_once(
    page: SignInPage, desk: MemoryDesk, qtbot: QtBot
) -> None:
    page.resize(800, 420)
    desk.insert()
    settle(page)
    assert page.check.isVisible()

    sign_in(page, b"9999")

    error = page.error
    qtbot.waitUntil(lambda: error.visibleRegion().boundingRect() == error.rect())
    assert not page.pin.field.visibleRegion().isEmpty()
    assert not page.check.isVisible()


def test_the_field_is_empty_after_every_attempt(page: SignInPage, desk: MemoryDesk) -> None:
    desk.insert()
    settle(page)
    for pin in (b"9999", PIN):
        sign_in(page, pin)

        assert page.pin.field.text() == ""
        assert not page.pin.field.isUndoAvailable()
        assert bytes(page.pin.field._digits) == b""


def test_the_pin_is_handed_over_as_bytes_that_are_overwritten(
    page: SignInPage, desk: MemoryDesk
) -> None:
    desk.insert()
    settle(page)

    sign_in(page, PIN)

    assert desk.pins_seen == [bytearray(4)]


def test_a_card_that_is_pulled_takes_the_digits_with_it(page: SignInPage, desk: MemoryDesk) -> None:
    desk.insert()
    settle(page)
    page.pin.field.type_digits(b"12")

    desk.pull()
    settle(page)

    assert bytes(page.pin.field.take()) == b""


def test_the_last_tries_are_used_only_with_consent(page: SignInPage, desk: MemoryDesk) -> None:
    desk.tries = 2
    desk.insert()
    settle(page)
    page.pin.field.type_digits(PIN)
    assert page.pin.consent.isVisible()
    assert not page.pin.submit.isEnabled()

    page.pin.consent.setChecked(True)

    assert page.pin.submit.isEnabled()


def test_consent_is_asked_again_for_the_next_try(page: SignInPage, desk: MemoryDesk) -> None:
    desk.tries = 2
    desk.insert()
    settle(page)
    page.pin.consent.setChecked(True)

    sign_in(page, b"9999")

    assert page.pin.tries_shown == "1 yritys jäljellä"
    assert not page.pin.consent.isChecked()


def test_a_card_with_many_tries_asks_no_consent(page: SignInPage, desk: MemoryDesk) -> None:
    desk.insert()
    settle(page)

    assert not page.pin.consent.isVisible()


def test_a_blocked_pin_cannot_be_typed(page: SignInPage, desk: MemoryDesk) -> None:
    desk.tries = 0
    desk.insert()
    settle(page)

    assert not page.pin.field.isEnabled()
    assert "PUK" in page.pin._blocked.text()


def test_a_card_that_tells_no_tries_says_nothing_of_them(
    page: SignInPage, desk: MemoryDesk
) -> None:
    desk.show(ReaderState(READER, CardPresence.READY, card=card(MAIJA, (None, None))))
    settle(page)

    assert page.pin.tries_shown == ""
    assert page.pin.field.isEnabled()


def test_a_card_without_rights_shows_the_identifier_to_grant_them_by(
    page: SignInPage, desk: MemoryDesk
) -> None:
    desk.contexts = ()
    desk.insert(OTHER)
    settle(page)

    assert page.no_rights.isVisible()
    assert page.no_rights._identifier.text() == OTHER.identifier
    assert not page.pin.isVisible()


def test_every_failure_leads_to_the_check(page: SignInPage, desk: MemoryDesk, qtbot: QtBot) -> None:
    desk.insert()
    settle(page)
    sign_in(page, b"9999")

    button = next(b for b in page.error.findChildren(QPushButton) if b.isVisible())

    with qtbot.waitSignal(page.wants_check):
        button.click()


def test_the_window_does_not_wait_for_the_card(page: SignInPage, desk: MemoryDesk) -> None:
    desk.insert()
    settle(page)
    with held(desk):
        page.pin.field.type_digits(PIN)
        page.pin.submit.click()  # comes back at once, though the card lane has not answered
        assert desk.session is None
        assert not page.pin.submit.isEnabled()
        assert page._busy.isVisible()
    settle(page)

    assert desk.session is not None
    assert not page._busy.isVisible()


# The field itself


@pytest.fixture
def field(app: QApplication, qtbot: QtBot) -> PinField:
    made = PinField("PIN1")
    qtbot.addWidget(made)
    made.show()
    return made


def test_only_digits_are_taken_and_eight_at_most(field: PinField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "12a3 4-567890")

    assert bytes(field.take()) == b"12345678"


def test_four_digits_are_the_least(field: PinField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "123")
    assert not field.complete

    qtbot.keyClick(field, Qt.Key.Key_4)
    assert field.complete


def test_backspace_takes_the_last_digit_and_delete_all(field: PinField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "1234")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "\N{BULLET}" * 3

    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert bytes(field.take()) == b""


def test_a_selection_is_deleted_as_a_whole(field: PinField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "1234")
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)

    assert bytes(field.take()) == b""


def test_enter_submits(field: PinField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.returnPressed):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_an_on_screen_keyboard_can_type(field: PinField) -> None:
    event = QInputMethodEvent()
    event.setCommitString("1234")
    QApplication.sendEvent(field, event)

    assert bytes(field.take()) == b"1234"


def test_nothing_of_the_pin_is_in_the_widget_or_behind_it(field: PinField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "1234")
    interface = QAccessible.queryAccessibleInterface(field)
    assert interface is not None

    held_by_qt = [
        field.text(),
        field.displayText(),
        interface.text(QAccessible.Text.Value),
        interface.textInterface().text(0, 8) if interface.textInterface() else "",
    ]

    assert not any(digit in said for said in held_by_qt for digit in "1234")
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_the_pin_can_be_neither_pasted_nor_copied(field: PinField, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("1234")
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert bytes(field._digits) == b""

    qtbot.keyClicks(field, "5678")
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "1234"


def test_what_was_taken_is_gone_from_the_field(field: PinField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "1234")
    inner = field._digits
    field.clear()

    assert bytes(inner) == b""
    assert bytes(field.take()) == b""


def test_a_card_known_from_papers_alone_is_said_in_one_calm_line(
    page: SignInPage, desk: MemoryDesk
) -> None:
    desk.insert()
    settle(page)

    caution = "Ohjelman tietoja tästä korttityypistä ei ole vahvistettu oikealla kortilla."
    assert caution in page.card.said

    reader = replace(desk.cards.readers[0], card=replace(card(MAIJA), verified_profile=True))
    desk.show(reader)
    settle(page)

    assert caution not in page.card.said


def test_the_focus_waits_at_the_card_when_the_pin_field_goes(
    page: SignInPage, desk: MemoryDesk, qtbot: QtBot
) -> None:
    with qtbot.waitActive(page, timeout=5000):
        page.activateWindow()
    desk.insert()
    settle(page)
    assert page.pin.field.hasFocus()

    desk.tries = 0
    desk.insert()
    settle(page)

    assert page.card.hasFocus()

"""PINs set on the card page: tries shown first, each form confirmed by itself, fields wiped."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanta_desk.errors import PinWrong, PukWrong
from kanta_desk.gui.card.codes import CodeForm
from kanta_desk.gui.card.pins import PinCareView
from kanta_desk.model.cards import CardPresence, ReaderState
from kanta_desk.model.people import CardType
from tests.helpers.window import MAIJA, OTHER, READER, MemoryDesk, card, settle


@pytest.fixture
def desk() -> MemoryDesk:
    made = MemoryDesk()
    made.insert()
    return made


@pytest.fixture
def view(app: QApplication, qtbot: QtBot, desk: MemoryDesk) -> PinCareView:
    made = PinCareView(desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    desk.on_cards(made.show_cards)
    return made


def fill(form: CodeForm, first: bytes, new: bytes, again: bytes | None = None) -> None:
    """Type the codes and confirm."""
    form.first.type_digits(first)
    form.new.type_digits(new)
    form.again.type_digits(new if again is None else again)
    form.confirmed.setChecked(True)


def test_a_pin_is_changed_after_its_own_confirmation(view: PinCareView, desk: MemoryDesk) -> None:
    view.buttons[1, "change"].click()
    form = view.change
    assert view.tries.word == "5 yritystä jäljellä"
    fill(form, b"1234", b"4321")
    form.confirmed.setChecked(False)
    assert not form.submit.isEnabled()
    form.confirmed.setChecked(True)
    assert "Maija Arkistonhoitaja" in form.confirmed.text()

    form.submit.click()
    settle(view)

    assert desk.card_care.given == [("change", 1, False, b"1234", b"4321")]
    assert not any(any(code) for code in desk.card_care.seen)
    assert form.isHidden()
    assert view.focusWidget() is view.buttons[1, "change"]
    assert view.done.word == "PIN1 on asetettu."


@pytest.mark.parametrize(("number", "act"), [(1, "change"), (2, "unblock")])
def test_leaving_a_form_gives_the_focus_back_to_the_button_that_opened_it(
    view: PinCareView, number: int, act: str
) -> None:
    view.buttons[number, act].click()
    settle(view)
    form = view.change if act == "change" else view.unblock
    assert view.focusWidget() is form.first

    form.leave.click()

    assert form.isHidden()
    assert view.focusWidget() is view.buttons[number, act]


def test_two_new_pins_that_differ_are_never_given(view: PinCareView, desk: MemoryDesk) -> None:
    view.buttons[2, "change"].click()
    fill(view.change, b"567890", b"112233", b"112234")
    assert view.change.hint.text() == "Uudet tunnusluvut eivät ole samat."
    assert not view.change.submit.isEnabled()
    view.change.again.returnPressed.emit()
    assert desk.card_care.given == []


def test_the_last_tries_are_used_with_consent_alone(view: PinCareView, desk: MemoryDesk) -> None:
    desk.tries = 2
    desk.insert()
    view.buttons[1, "change"].click()
    fill(view.change, b"1234", b"4321")
    assert not view.change.submit.isEnabled()
    view.change.consent.setChecked(True)
    view.change.submit.click()
    settle(view)
    assert desk.card_care.given[0][:3] == ("change", 1, True)


def test_a_blocked_pin_cannot_be_changed_but_set_with_the_puk(
    view: PinCareView, desk: MemoryDesk
) -> None:
    desk.tries = 0
    desk.insert()
    view.buttons[1, "change"].click()
    assert view.tries.word == "0 yritystä jäljellä"
    assert not view.change.first.isEnabled()

    view.buttons[1, "unblock"].click()
    settle(view)
    assert view.change.isHidden()
    assert view.tries.word == "10 yritystä jäljellä"
    assert "kortin mukana" in view.unblock.about.text()
    fill(view.unblock, b"12345678", b"4321")
    view.unblock.submit.click()
    settle(view)
    assert desk.card_care.given == [("unblock", 1, False, b"12345678", b"4321")]


def test_the_pucks_last_tries_need_consent(view: PinCareView, desk: MemoryDesk) -> None:
    desk.card_care.puk_left = 1
    view.buttons[2, "unblock"].click()
    settle(view)
    fill(view.unblock, b"12345678", b"654321")
    assert not view.unblock.submit.isEnabled()
    view.unblock.consent.setChecked(True)
    assert view.unblock.submit.isEnabled()


@pytest.mark.parametrize(("act", "error"), [("change", PinWrong(1, 4)), ("unblock", PukWrong(9))])
def test_a_refusal_is_told_and_the_form_stays_empty_and_unconfirmed(
    view: PinCareView, desk: MemoryDesk, act: str, error: PinWrong | PukWrong
) -> None:
    desk.card_care.fails = error
    view.buttons[1, act].click()
    settle(view)
    form = view.change if act == "change" else view.unblock
    fill(form, b"12345678", b"4321")
    form.submit.click()
    settle(view)
    assert not view.error.isHidden()
    assert not form.isHidden()
    assert form.first.text() == ""
    assert not form.confirmed.isChecked()
    assert not any(any(code) for code in desk.card_care.seen)


def test_another_card_closes_the_form_and_wipes_it(view: PinCareView, desk: MemoryDesk) -> None:
    view.buttons[1, "change"].click()
    fill(view.change, b"1234", b"4321")
    desk.insert(OTHER)
    assert view.change.isHidden()
    assert not view.change.first.complete
    desk.pull()
    assert view.isHidden()


def test_a_readers_own_pad_takes_the_codes_where_it_has_one(
    view: PinCareView, desk: MemoryDesk
) -> None:
    view.buttons[1, "change"].click()
    assert view.change.pad.isHidden()
    desk.show(ReaderState(READER, CardPresence.READY, "3B", card(MAIJA), pin_pad=True))
    view.buttons[1, "change"].click()
    view.change.pad.setChecked(True)
    assert not view.change.first.isVisible()
    view.change.confirmed.setChecked(True)
    view.change.submit.click()
    settle(view)
    assert desk.card_care.given == [("change", 1, False)]


@pytest.mark.parametrize("kind", [CardType.CITIZEN, CardType.UNKNOWN, CardType.ORGANISATION])
def test_the_pins_of_other_cards_are_left_alone_and_it_is_told_why(
    view: PinCareView, desk: MemoryDesk, kind: CardType
) -> None:
    desk.insert(replace(MAIJA, card_type=kind))
    assert not any(each.isVisible() for each in view.buttons.values())
    assert "kortinlukijaohjelmistoa" in view.why_not.text()
    assert view.why_not.isVisible()

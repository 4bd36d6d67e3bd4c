"""PIN2 on the page of consequences: tries, consent for the last ones, and a card that is away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanta_desk.desk.signing import Elsewhere, PinWanted
from kanta_desk.gui.invalidations import tally
from kanta_desk.gui.invalidations.pin2 import GivenPin, Pin2Panel
from kanta_desk.model.cards import CardPresence, ReaderState
from tests.helpers.window import CONTEXTS, MAIJA, OTHER, READER, MemoryDesk, MemorySession, card

PIN2 = b"567890"


@pytest.fixture
def desk(app: QApplication) -> MemoryDesk:
    made = MemoryDesk()
    made.session = MemorySession(MAIJA, CONTEXTS[0])
    return made


@pytest.fixture
def panel(desk: MemoryDesk, qtbot: QtBot) -> Pin2Panel:
    put(desk, 5)
    made = Pin2Panel(desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    qtbot.addWidget(made.submit)  # whoever uses the panel lays it out: here it is a window
    made.show()
    made.submit.show()
    made.allow(True)
    return made


def put(desk: MemoryDesk, tries: int, whose: object = MAIJA) -> None:
    """A card whose PIN2 has so many tries left."""
    read = card(whose, (5, tries))  # type: ignore[arg-type]
    desk.show(ReaderState(READER, CardPresence.READY, "3B", read))
    QApplication.processEvents()


def test_the_field_speaks_of_signing_and_never_of_signing_in(panel: Pin2Panel) -> None:
    said = f"{panel._label.text()} {panel.field.accessibleName()} {panel._hint.text()}"

    assert "Allekirjoitustunnusluku (PI&N2)" in said
    assert "irjaudu" not in said
    assert "irjautumi" not in said


def test_one_of_the_last_tries_is_used_only_with_consent(
    panel: Pin2Panel, desk: MemoryDesk
) -> None:
    put(desk, 2)
    panel.field.type_digits(PIN2)
    assert panel.tries_shown == "2 yritystä jäljellä"
    assert not panel.submit.isEnabled()

    panel.consent.setChecked(True)
    assert panel.submit.isEnabled()

    assert panel.take().ask(PinWanted(2, True)) == PIN2
    assert not panel.consent.isChecked(), "the next one is asked for anew"


def test_a_blocked_pin2_cannot_be_typed_and_the_way_out_is_told(
    panel: Pin2Panel, desk: MemoryDesk
) -> None:
    panel.field.type_digits(PIN2)
    put(desk, 0)

    assert not panel.field.isEnabled()
    assert panel.field.text() == ""
    assert "PUK" in panel._hint.text()


def test_it_says_whether_the_card_wants_pin2_once_or_for_each_signature(
    panel: Pin2Panel, desk: MemoryDesk
) -> None:
    assert "Annat sen kerran koko ajoa varten" in panel._hint.text()
    wants_each = replace(card(MAIJA, (5, 5)), each_signature=True)
    desk.show(ReaderState(READER, CardPresence.READY, "3B", wants_each))
    QApplication.processEvents()
    assert "joka allekirjoitukseen" in panel._hint.text()


def test_another_person_s_card_cannot_sign(panel: Pin2Panel, desk: MemoryDesk) -> None:
    panel.field.type_digits(PIN2)
    put(desk, 5, OTHER)

    assert not panel.submit.isEnabled()
    assert panel.field.text() == ""
    assert "Korttisi ei ole lukijassa" in panel._hint.text()


def test_the_button_needs_what_stands_beside_the_pin(panel: Pin2Panel) -> None:
    panel.allow(False)
    QTest.keyClicks(panel.field, PIN2.decode())

    assert not panel.submit.isEnabled()


def test_a_pin_that_was_not_wanted_is_overwritten() -> None:
    digits = bytearray(PIN2)
    given = GivenPin(digits, last_tries=False)

    assert given.ask(PinWanted(1, True)) is None
    assert digits == bytes(len(PIN2))


def test_pin2_can_be_typed_on_the_reader_where_it_has_a_pad(
    panel: Pin2Panel, desk: MemoryDesk
) -> None:
    assert panel.pad.isHidden()
    desk.show(
        ReaderState(READER, CardPresence.READY, "3B", card(MAIJA, (5, 5)), pin_pad=True),
    )
    QApplication.processEvents()
    panel.field.type_digits(PIN2)
    panel.pad.setChecked(True)

    assert panel.field.isHidden()
    assert panel.field.text() == "", "what was typed here before is forgotten"
    assert "lukijan näppäimistöllä" in panel._hint.text()
    assert panel.submit.isEnabled()
    assert panel.take().ask(PinWanted(5, False, pad=True)) is Elsewhere.READER

    put(desk, 5)  # in a reader without one
    assert not panel.submit.isEnabled()
    assert not panel.field.isHidden()


def test_a_long_list_of_values_is_cut_after_the_commonest() -> None:
    counted = tally.tally(["a", "b", "b", *"cdefg"])

    assert counted[0] == ("b", 2)
    assert tally.in_words(counted, "ja {} muuta".format) == (
        "b (2) · a (1) · c (1) · d (1) · e (1) · ja 2 muuta"
    )

"""The sign-in page where nobody has rights yet: the first administrator begins here."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanta_desk.gui.signin.page import SignInPage
from kanta_desk.model.people import Holder, Register
from kanta_desk.model.rights import Decision
from tests.helpers.window import CONTEXTS, MAIJA, PIN, MemoryDesk, settle


class NewDesk(MemoryDesk):
    """A desk without any rights, which notes who begins."""

    begun: list[tuple[Register, Any, bool]]

    def first_administrator(
        self,
        pin: bytearray,
        register: Register,
        basis: object,
        *,
        adopt: bool,
        only: Holder | None,
        use_last_tries: bool,
    ) -> None:
        """Note it."""
        assert pin == PIN
        assert only == MAIJA
        self.begun.append((register, basis, adopt))


@pytest.fixture
def desk() -> NewDesk:
    made = NewDesk(contexts=(), has_rights=False)
    made.begun = []
    return made


def opened(desk: NewDesk, qtbot: QtBot) -> SignInPage:
    page = SignInPage(desk)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.show()
    desk.insert()
    page.entered()
    return page


def fill(page: SignInPage) -> None:
    page.first.number.setText("1/2026")
    page.first.decider.setText("Toimitusjohtaja")
    page.first.day.setText("1.1.2026")


def test_pin_is_asked_only_when_register_and_decision_are_complete(
    app: QApplication, qtbot: QtBot, desk: NewDesk
) -> None:
    page = opened(desk, qtbot)
    assert page.first.isVisible()
    assert not page.no_rights.isVisible()
    fill(page)
    assert not page.pin.isVisible()

    page.first.controller.setText("1.2.246.10.99999204.19.0")
    page.first.name.setText("Hoiva Esimerkki Oy")
    assert page.pin.isVisible()
    page.pin.field.type_digits(bytearray(PIN))
    page.pin.submit.click()
    settle(page)

    ((register, basis, adopt),) = desk.begun
    assert register.key == "1.2.246.10.99999204.19.0/1"
    assert isinstance(basis, Decision)
    assert not adopt


def test_rights_written_by_hand_are_offered_to_be_brought_in(
    app: QApplication, qtbot: QtBot, desk: NewDesk
) -> None:
    desk.registers_to_take_over = (CONTEXTS[0].register,)
    page = opened(desk, qtbot)
    assert not page.first.controller.isVisible()
    fill(page)
    page.pin.field.type_digits(bytearray(PIN))
    page.pin.submit.click()
    settle(page)

    assert [(register, adopt) for register, _, adopt in desk.begun] == [
        (CONTEXTS[0].register, True)
    ]


def test_where_others_have_rights_a_card_without_any_is_told_so(
    app: QApplication, qtbot: QtBot, desk: NewDesk
) -> None:
    desk.has_rights = True

    page = opened(desk, qtbot)

    assert page.no_rights.isVisible()
    assert not page.first.isVisible()

"""What tests of the Invalidations page share: a desk, its stand-in, and the way to PIN2."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kanta_desk.desk.desk import Desk
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.session import Session
from kanta_desk.gui.invalidations.page import InvalidationsPage
from kanta_desk.gui.invalidations.wish import Wish
from kanta_desk.gui.widgets import Panel
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import Fate
from kanta_desk.net.http import Timeouts
from kanta_desk.practice.standin import StandIn
from tests.helpers.invalidation_lab import desk_on, stock
from tests.helpers.practice import PATIENCE, holder_name, insert, prepare, sign_in
from tests.helpers.window import settle

PIN2 = b"567890"


class Place:
    """A practice desk whose stand-in the tests hold, and documents that none has used yet."""

    def __init__(self, root: Path) -> None:
        pki = prepare(root)
        self.oids = iter(stock(root / "archive", 60))
        self.standin = StandIn(root / "archive", pki, authorities=pki.intermediates)
        self.desk: Desk

    def fresh(self, count: int = 1) -> tuple[Oid, ...]:
        """Documents that no test has used yet."""
        return tuple(next(self.oids) for _ in range(count))

    def sent(self, *oids: Oid) -> int:
        """How many of these documents the archive has invalidated, by its own action log."""
        told = [action.invalidated for action in self.standin.actions()]
        return sum(told.count(oid.value) for oid in oids)


@contextmanager
def open_place(root: Path) -> Iterator[Place]:
    """A place below ``root``; its requests time out soon."""
    made = Place(root)
    hasty = Timeouts(connect=2.0, read=1.0, total=2.0)
    with made.standin, desk_on(root, made.standin.url, hasty) as desk:
        made.desk = desk
        yield made


def signed_in(place: Place, name: str) -> Session:
    """Sign in with this person's practice card."""
    place.standin.calm()
    if name not in holder_name(place.desk.cards):
        insert(place.desk, name)
    return sign_in(place.desk)


def shown(place: Place, qtbot: QtBot) -> InvalidationsPage:
    """The page as it opens."""
    made = InvalidationsPage(place.desk)
    qtbot.addWidget(made)
    made.resize(1040, 700)
    made.show()
    made.entered()
    settle(made)
    return made


def consequences(page: InvalidationsPage, *oids: Oid, reason: str = "KOE") -> None:
    """Go as far as the page of consequences."""
    page.take(Wish(oids, reason))
    assert page.asking.isVisible()
    page.asking.accepted.emit()
    settle(page)
    assert page.view is page.confirm


def confirm(page: InvalidationsPage) -> None:
    """Type what is to be typed, and PIN2."""
    plan = page.confirm.plan
    assert plan is not None
    many = len(plan.items) > 1
    page.confirm.typed.setText(str(len(plan.items)) if many else plan.items[0].oid.value[-4:])
    page.confirm.pin.field.type_digits(PIN2)


def press(button: QPushButton) -> None:
    """Click a button that can be clicked."""
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@contextmanager
def held_card(desk: Desk) -> Iterator[None]:
    """The card's lane is busy meanwhile: a run has begun and cannot open the card yet."""
    free = threading.Event()
    waiting = desk.submit(Lane.CARD, free.wait, PATIENCE)
    try:
        yield
    finally:
        free.set()
        waiting.result(PATIENCE)


def fates(page: InvalidationsPage) -> list[Fate]:
    """What has become of each document of the run."""
    model = page.running.model
    return [model.fate(row) for row in range(model.rowCount())]


def panel(page: InvalidationsPage, title: str) -> Panel:
    """The newest plan that waits under this title."""
    found = page.list.waiting.findChildren(Panel)
    return next(each for each in found if title in each.accessibleName())


def choice(page: InvalidationsPage, title: str, word: str) -> QPushButton:
    """A button of the newest such plan."""
    found = panel(page, title).findChildren(QPushButton)
    return next(button for button in found if button.text() == word)

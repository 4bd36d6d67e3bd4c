"""The window: places around a page, whose session it is, and the lock.

Signed out, locked or open: each state offers its own places. Pages that need a session are made at
sign-in and destroyed at sign-out, so that nothing of one person is left for the next.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.planning import report_deadline, working_days_left
from kanta_desk.desk.session import SessionState
from kanta_desk.errors import KantaError
from kanta_desk.gui.card.page import CardPage
from kanta_desk.gui.frame.banner import Banner
from kanta_desk.gui.frame.idle import IdleWatch
from kanta_desk.gui.frame.navigation import Navigation
from kanta_desk.gui.frame.statusbar import StatusBar
from kanta_desk.gui.frame.topbar import TopBar
from kanta_desk.gui.invalidations.wish import KEY as INVALIDATIONS
from kanta_desk.gui.joining.page import JoiningPage
from kanta_desk.gui.language import day, say
from kanta_desk.gui.live import LiveAlarms, LiveCards, LiveLock
from kanta_desk.gui.page import Page
from kanta_desk.gui.settings.page import SettingsPage
from kanta_desk.gui.signin.lock import LockPage
from kanta_desk.gui.signin.page import SignInPage
from kanta_desk.gui.signin.prove import ProvePage
from kanta_desk.gui.signin.sealing import SealPanel
from kanta_desk.gui.tasks import drop_all, start
from kanta_desk.gui.theme import Space, Tone
from kanta_desk.gui.widgets.lines import ErrorLine
from kanta_desk.model.events import EventKind
from kanta_desk.model.mode import MODE_BANNERS
from kanta_desk.model.people import WorkContext
from kanta_desk.model.rights import REFUSAL_NAMES
from kanta_desk.model.testruns import DueReport
from kanta_desk.model.time import HELSINKI

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk
    from kanta_desk.model.cards import CardsState

_logger = logging.getLogger(__name__)
SIZE = QSize(1280, 800)
_ROOMY = 1100
DEPLOYMENT = "deployment"
_FRAME = 40  # what a title bar may take
_LEAST = QSize(900, 500)  # a screen of 1920 × 1080 at 200 %


class State(StrEnum):
    """What the window shows."""

    SIGNED_OUT = "signed out"
    LOCKED = "locked"
    OPEN = "open"


class MainWindow(QMainWindow):
    """``places`` are the pages that need a session, in the order of the navigation."""

    closing = Signal()

    def __init__(self, desk: Desk, places: Sequence[type[Page]]) -> None:
        super().__init__()
        self.desk = desk
        self.state = State.SIGNED_OUT
        self._places = tuple(places)
        self._session_pages: list[Page] = []
        self._current: Page | None = None
        self._left_at = ""
        self._cards, self._lock = LiveCards(desk, self), LiveLock(desk, self)
        self._alarms = LiveAlarms(desk, self)
        self._idle = IdleWatch(desk.options.idle_minutes * 60, self)

        self.sign_in_page, self.lock_page = SignInPage(desk), LockPage(desk)
        self.card_page, self.joining_page = CardPage(desk), JoiningPage(desk)
        self.settings_page = SettingsPage(desk)
        self.banner, self.navigation = Banner(desk), Navigation()
        self.top_bar, self.status_bar = TopBar(desk), StatusBar()
        self.alarm, self.notice = ErrorLine(closable=False), ErrorLine()
        self.seal_panel = SealPanel(desk, at_sign_out=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_state(State.SIGNED_OUT)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The places offered now, in order."""
        match self.state:
            case State.SIGNED_OUT:
                return (
                    self.sign_in_page,
                    self.joining_page,
                    self.card_page,
                    self.settings_page,
                )
            case State.LOCKED:
                return (self.lock_page, self.card_page, self.settings_page)
            case State.OPEN:
                return (
                    *self._session_pages,
                    self.joining_page,
                    self.card_page,
                    self.settings_page,
                )

    @property
    def current(self) -> Page | None:
        """The page in front."""
        return self._current

    def go(self, key: str) -> None:
        """Bring a place to the front; one that is not offered now is not."""
        page = next((page for page in self.pages if page.key == key), None)
        if page is None:
            return
        self._current = page
        self._stack.setCurrentWidget(page)
        self.navigation.refuse(self._refusals())
        self.navigation.mark(key)
        self.top_bar.setVisible(not isinstance(page, ProvePage))
        self.top_bar.name(page.title())
        mode = say(MODE_BANNERS[self.desk.mode])
        # Its last word is the program's name: Qt would append it otherwise.
        self.setWindowTitle(page.title() + (f" [{mode}]" if mode else "") + " – Kanta Desk")
        page.entered()

    def lock(self) -> None:
        """Hide and wipe at once, and lock the session."""
        if self.state is not State.OPEN:
            return
        self._hide_all()
        # Its own lane is free at once: the work that was wiped has been told to stop.
        start(self, self.desk, self.desk.lock, lane=Lane.LOG, done=_ignore, failed=self.tell)

    def sign_out(self) -> None:
        """Hide and wipe at once, end the session, and show the sign-in page."""
        session = self.desk.session
        if self.state is State.SIGNED_OUT:
            return
        self._wipe_all()
        self._show_state(State.SIGNED_OUT)
        for page in self._session_pages:
            page.deleteLater()
        self._session_pages = []
        if session is not None:
            start(self, self.desk, session.sign_out, done=_ignore, failed=self.tell, lane=Lane.LOG)

    def tell(self, error: KantaError) -> None:
        """Show an error that belongs to no page."""
        self.notice.show_error(error)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the page in front take the focus."""
        super().showEvent(event)
        if self._current is not None and not event.spontaneous():
            self._current.entered()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pages what room there is."""
        super().resizeEvent(event)
        self.navigation.fold(self.width() < _ROOMY)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way; the desk itself is closed by whoever opened it."""
        self.closing.emit()
        self._idle.end()
        drop_all(self)
        super().closeEvent(event)

    def _connect(self) -> None:
        self._cards.changed.connect(self._show_cards)
        self.navigation.unverified.clicked.connect(self._show_unverified)
        self._lock.locked.connect(self._hide_all)
        self._alarms.changed.connect(self._show_alarms)
        self._show_alarms()
        self._idle.expired.connect(self.lock)
        self._idle.left.connect(self.status_bar.show_left)
        self.navigation.asked.connect(self.go)
        self.status_bar.lock_asked.connect(self.lock)
        self.status_bar.sign_out_asked.connect(self.sign_out)
        self.status_bar.seal_asked.connect(self.seal_panel.ask)
        self.seal_panel.sealed.connect(self.sign_out)
        self.seal_panel.skipped.connect(self.sign_out)
        self.top_bar.context.changed.connect(self._change_context)
        self.sign_in_page.proved.connect(self.opened)
        self.lock_page.proved.connect(self.opened)
        self.lock_page.wants_sign_out.connect(self.sign_out)
        for page in (self.sign_in_page, self.lock_page):
            page.wants_check.connect(lambda: self.go(self.card_page.key))
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.lock)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._find)
        QShortcut(QKeySequence("F5"), self).activated.connect(self._again)
        self._show_cards(self.desk.cards)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        around = QWidget()  # its margins go with the notice
        around.hide()
        notices = QVBoxLayout(around)
        notices.setContentsMargins(Space.XL, Space.M, Space.XL, 0)
        notices.addWidget(self.notice)
        self.notice.shown.connect(around.setVisible)
        right.addWidget(around)
        right.addWidget(self._stack, 1)
        right.addWidget(self.seal_panel)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addLayout(right, 1)
        whole = QWidget()
        whole.setProperty("role", "ground")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.alarm)
        column.addLayout(middle, 1)
        column.addWidget(self.status_bar)
        self.setCentralWidget(whole)
        self.setMinimumSize(_LEAST)
        room = self.screen().availableSize() - QSize(0, _FRAME)
        self.resize(SIZE.boundedTo(room))
        for page in (
            self.sign_in_page,
            self.lock_page,
            self.joining_page,
            self.card_page,
            self.settings_page,
        ):
            self._stack.addWidget(page)

    def opened(self) -> None:
        """Show the session that was opened, or opened again, at the place where it was left."""
        session = self.desk.session
        if session is None:
            return
        if not self._session_pages:
            self._session_pages = [place(self.desk) for place in self._places]
            for page in self._session_pages:
                self._stack.addWidget(page)
                page.handed.connect(self._hand)
            start(
                self,
                self.desk,
                self.desk.settle_interrupted,
                lane=Lane.LOG,
                done=self._tell_interrupted,
                failed=self.tell,
            )
            self._look_for_due_reports()
        self.status_bar.show_holder(session.holder)
        self.top_bar.context.offer(self.desk.contexts_for(session.holder), session.context)
        self._show_state(State.OPEN)
        self._idle.begin()
        if session.state is not SessionState.ACTIVE:  # the card was pulled while it was opened
            self._hide_all()

    def _look_for_due_reports(self) -> None:
        session = self.desk.session
        if session is not None and session.refusal(EventKind.DEPLOYMENT_TEST) is None:
            start(
                self,
                self.desk,
                session.tests.due_reports,
                lane=Lane.NET,
                done=self._remind,
                failed=self.tell,
            )

    def _remind(self, due: tuple[DueReport, ...]) -> None:
        """Tell of a test that passed and is not reported, the most urgent one."""
        if not due or self.state is not State.OPEN:
            return
        first = min(due, key=lambda each: each.test_day)
        deadline = report_deadline(first.test_day)
        left = working_days_left(deadline, datetime.now(HELSINKI).date())
        self.notice.tell(
            Tone.FAILED if left < 0 else Tone.WARNING,
            self.tr("The test {plan} has not been reported").format(plan=first.run.plan_name),
            self.tr("It was to be reported by {day}.").format(day=day(deadline))
            if left < 0
            else self.tr("It is to be reported by {day}.").format(day=day(deadline)),
            (self.tr("To the test"), lambda: self.go(DEPLOYMENT)),
        )

    def _show_state(self, state: State) -> None:
        self.state = state
        is_open = state is State.OPEN
        self.top_bar.context.setVisible(is_open)
        self.status_bar.setVisible(is_open)
        self.navigation.offer(self.pages)
        refused = self._refusals()
        keys = [page.key for page in self.pages if page.key not in refused]
        self.go(self._left_at if is_open and self._left_at in keys else keys[0])
        self._left_at = ""
        self._order_focus()

    def _refusals(self) -> dict[str, str]:
        """The places that the holder may not use now, and why."""
        session = self.desk.session
        if session is None or self.state is not State.OPEN:
            return {}
        found = {
            page.key: session.refusal(page.needs)
            for page in self._session_pages
            if page.needs is not None
        }
        return {key: say(REFUSAL_NAMES[why]) for key, why in found.items() if why is not None}

    def _order_focus(self) -> None:
        """Tab goes from the banner through the places and the page to the status bar."""
        areas = (
            self.banner,
            self.alarm,
            self.navigation,
            self.top_bar,
            self.notice,
            self._stack,
            self.seal_panel,
            self.status_bar,
        )
        ordered = [widget for area in areas for widget in _focus_chain(self, area)]
        for before, after in pairwise(ordered):
            QWidget.setTabOrder(before, after)

    def _hide_all(self) -> None:
        if self.state is not State.OPEN:
            return
        left_at = self._current.key if self._current else ""
        self._wipe_all()
        self._show_state(State.LOCKED)
        self._left_at = left_at

    def _wipe_all(self) -> None:
        self._idle.end()
        self.notice.clear()
        self.seal_panel.wipe()
        for page in (
            *self._session_pages,
            self.sign_in_page,
            self.lock_page,
            self.settings_page,
        ):
            drop_all(page)
            page.wipe()

    def _change_context(self, context: WorkContext) -> None:
        session = self.desk.session
        if session is None:
            return
        self.notice.clear()
        for page in self._session_pages:  # what is shown belongs to the register it came from
            drop_all(page)
            page.wipe()
        start(
            self,
            self.desk,
            session.change_context,
            context,
            done=self._context_changed,
            failed=self._context_kept,
        )

    def _context_changed(self, _: object) -> None:
        if self.state is State.OPEN and self._current is not None:
            self.navigation.refuse(self._refusals())
            self._current.entered()

    def _context_kept(self, error: KantaError) -> None:
        session = self.desk.session
        if session is not None and self.state is State.OPEN:
            self.top_bar.context.offer(self.desk.contexts_for(session.holder), session.context)
            self.tell(error)

    def _hand(self, key: str, given: object) -> None:
        """Bring a place to the front with what another page gave for it."""
        self.go(key)
        if self._current is not None and self._current.key == key:
            self._current.take(given)

    def _find(self) -> None:
        if self._current is not None:
            self._current.focus_search()

    def _again(self) -> None:
        if self._current is not None:
            self._current.again()

    def _show_cards(self, state: CardsState) -> None:
        self.banner.refresh()
        cards = [reader.card for reader in state.readers if reader.card]
        unsure = any(not card.verified_profile for card in cards)
        self.navigation.unverified.setVisible(bool(self.desk.unverified) or unsure)

    def _show_unverified(self) -> None:
        self.go(self.card_page.key)
        self.card_page.show_unverified()

    def _show_alarms(self) -> None:
        """Whoever sits here is told, signed in or not, until a verification finds nothing."""
        alarms = self.desk.alarms
        if alarms:
            self.alarm.show_error(alarms[0])
        else:
            self.alarm.clear()

    def _tell_interrupted(self, count: int) -> None:
        if self.state is not State.OPEN:
            return
        start(
            self,
            self.desk,
            lambda: self.desk.unsettled_invalidations,
            lane=Lane.LOG,
            done=self._tell_unsettled,
            failed=self.tell,
        )
        if not count:
            return
        log = next((p for p in self._session_pages if p.key == "accesslog"), None)
        self.notice.tell(
            Tone.WARNING,
            self.tr(
                "%n act(s) of an earlier session were cut short.",
                "",
                count,
            ),
            self.tr("The program ended in the middle. The outcome was now recorded as unknown."),
            (self.tr("Show the access log"), lambda: self.go("accesslog")) if log else None,
        )

    def _tell_unsettled(self, count: int) -> None:
        place = next((p for p in self._session_pages if p.key == INVALIDATIONS), None)
        offered = place is not None and place.key not in self._refusals()
        if not count or not offered or self.state is not State.OPEN:
            return
        self.notice.tell(
            Tone.WARNING,
            self.tr("%n invalidation(s) to be settled", "", count),
            self.tr("What became of them is not known yet; the archive can tell."),
            (self.tr("Show the invalidations"), lambda: self.go(INVALIDATIONS)),
        )


def _focus_chain(window: QWidget, area: QWidget) -> list[QWidget]:
    chain: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if area.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chain.append(widget)
        widget = widget.nextInFocusChain()
    return chain


def _ignore(_: object) -> None:
    """An act whose answer tells nothing."""

"""Why the chosen documents are to be invalidated; nothing is sent from here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kanta_desk.desk.invalidating import reasons
from kanta_desk.gui.invalidations.wish import Wish
from kanta_desk.gui.language import say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, ChoiceButton, Heading, Panel, primary_button
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.invalidation import Reason

_LONGEST = 500
_WIDTH = 420


class ReasonForm(QWidget):
    """``accepted`` when there is a reason; ``rejected`` leaves. ``oids``, ``reason`` and ``text``
    are what was asked."""

    accepted = Signal()
    rejected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish = Wish(())
        self._heading = Heading()
        self.choice: ChoiceButton[Reason] = ChoiceButton(self.tr("Reason"), width=_WIDTH)
        self.words = QLineEdit()
        self.words.setMaxLength(_LONGEST)
        self.words.setAccessibleName(self.tr("Explanation"))
        self._about = Body(role="hint")
        self.leave = button(self.tr("Leave (Esc)"), self.rejected.emit)
        self.go_on = primary_button(self.tr("Look at what it would mean"), self._accept, "search")
        form = QFormLayout()
        form.setVerticalSpacing(Space.S)
        form.setHorizontalSpacing(Space.M)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Reason"), self.choice)
        form.addRow(self.tr("Explanation"), self.words)
        foot = QHBoxLayout()
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.go_on)
        panel = Panel()
        panel.column.addWidget(self._heading)
        panel.column.addWidget(
            Body(
                self.tr(
                    "Invalidating is the last resort: only where a new version cannot mend the "
                    "error. First you are shown what would happen. Nothing is sent yet."
                )
            )
        )
        panel.column.addLayout(form)
        panel.column.addWidget(self._about)
        panel.column.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.addWidget(panel)
        column.addStretch(1)
        self.choice.chosen.connect(lambda _: self._refresh())
        self.words.textChanged.connect(lambda _: self._refresh())
        self.words.returnPressed.connect(self._accept)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.rejected)

    @property
    def wish(self) -> Wish:
        """The documents in question."""
        return self._wish

    def begin(self, wish: Wish) -> None:
        """Ask why these documents."""
        self._wish = wish
        self._heading.setText(self.tr("Why invalidate %n document(s)?", "", len(wish.oids)))
        offered = reasons()
        likely = next((each for each in offered if each.code == wish.reason), None)
        self.choice.offer([(say(each.name), each) for each in offered], likely)
        self.words.clear()
        self._refresh()
        (self.words if likely else self.choice).setFocus()

    def wipe(self) -> None:
        """Forget what was asked."""
        self._wish = Wish(())
        self._heading.clear()
        self.words.clear()

    def _accept(self) -> None:
        if self.go_on.isEnabled():
            self.accepted.emit()

    def _refresh(self) -> None:
        chosen = self.choice.value
        needs = chosen is not None and chosen.needs_text
        given = bool(self.words.text().split())
        self.go_on.setEnabled(chosen is not None and (given or not needs))
        if chosen is None:
            self._about.setText(self.tr("Choose a reason."))
        elif needs and not given:
            self._about.setText(self.tr("This reason needs an explanation."))
        else:
            self._about.setText(
                self.tr(
                    "The reason is kept in your access log. Do not write the client's name or "
                    "identity code in it."
                )
            )

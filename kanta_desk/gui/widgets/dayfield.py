"""A day typed the Finnish way; empty is allowed."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from kanta_desk.errors import InvalidTime
from kanta_desk.gui.language import day
from kanta_desk.model.time import from_finnish_date


class DayField(QLineEdit):
    """Takes ``22.11.2026`` and ``2026-11-22``; what is neither is marked when one leaves it."""

    def __init__(self, said: str, value: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(day(value), parent)
        self._said = said
        self.setPlaceholderText(self.tr("dd.mm.yyyy"))
        self.setMaxLength(16)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * 14)
        self.editingFinished.connect(self._check)
        self.textEdited.connect(lambda _: self._mark(wrong=False))
        self._mark(wrong=False)

    @property
    def value(self) -> date | None:
        """The day, or None where nothing or nothing readable stands."""
        try:
            return from_finnish_date(self.text()) if self.text().strip() else None
        except InvalidTime:
            return None

    @property
    def readable(self) -> bool:
        """Whether what stands there is a day, or nothing."""
        return self.value is not None or not self.text().strip()

    def set_value(self, value: date | None) -> None:
        """Show a day, or nothing."""
        self.setText(day(value))
        self._mark(wrong=False)

    def _check(self) -> None:
        if self.value is not None:
            self.setText(day(self.value))
        self._mark(wrong=not self.readable)

    def _mark(self, *, wrong: bool) -> None:
        self.setProperty("tone", "failed" if wrong else "")
        self.style().unpolish(self)
        self.style().polish(self)
        why = self.tr("This is not a day. Write it as 22.11.2026.") if wrong else ""
        self.setToolTip(why)
        self.setAccessibleName(f"{self._said}. {why}" if why else self._said)

"""Rows of widgets; and taking widgets out of a layout for good."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QTextEdit, QWidget

from kanta_desk.gui.theme import Space


def row_of(first: QWidget | None, *others: QWidget) -> QHBoxLayout:
    """Widgets beside each other: the first takes the room there is; None: they stand at the end."""
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    if first is None:
        row.addStretch(1)
    else:
        row.addWidget(first, 1)
    for each in others:
        row.addWidget(each)
    return row


def empty_layout(layout: QLayout) -> None:
    """Take everything out. Words are forgotten at once, the widgets go with the next event:
    one of them may be the button whose click asked for it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            forget_words(widget)
            widget.hide()
            widget.deleteLater()


def forget_words(widget: QWidget) -> None:
    """Leave no text in a widget's labels and texts, nor in what screen readers are told."""
    for part in (widget, *widget.findChildren(QWidget)):
        if isinstance(part, (QLabel, QTextEdit)):
            part.clear()
        part.setAccessibleName("")
        part.setAccessibleDescription("")
        part.setToolTip("")

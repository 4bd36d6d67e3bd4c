"""What tests of the pages share: a signed-in practice desk, and ways to look a page over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QTextEdit, QWidget

from kanta_desk.desk.desk import Desk
from tests.helpers.practice import practice_desk, sign_in
from tests.helpers.window import focusable


@contextmanager
def signed_in(root: Path) -> Iterator[Desk]:
    """The practice desk with its archivist, who is also an auditor, signed in."""
    with practice_desk(root) as desk:
        sign_in(desk)
        yield desk


def nameless(page: QWidget) -> list[str]:
    """The controls of a page that a screen reader could not name."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in focusable(page)
        if not (interface := QAccessible.queryAccessibleInterface(widget))
        or not interface.text(QAccessible.Text.Name)
    ]


def visible_text(page: QWidget) -> str:
    """Everything that the labels of a page show now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def shown_text(page: QWidget) -> str:
    """Everything that labels, lines and texts of a page hold, visible or not."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    held = [label.text() for label in page.findChildren(QLabel)]
    held += [label.accessibleName() for label in page.findChildren(QLabel)]
    held += [line.text() for line in page.findChildren(QLineEdit)]
    held += [text.toPlainText() for text in page.findChildren(QTextEdit)]
    return "\n".join(held)

"""Fields in groups as a list that paints itself: names left, values and findings right.

A widget for each of sixty fields would take a tenth of a second at every row one goes through.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kanta_desk.gui.documents import painted
from kanta_desk.gui.documents.painted import Line
from kanta_desk.gui.theme import Space, colours

AnyIndex = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole + 1
"""The role of a row's ``FieldItem`` or ``GroupItem``."""

_LEAST, _MOST, _SHARE = 120, 200, 0.36


@dataclass(frozen=True, slots=True)
class GroupItem:
    """The heading of a group."""

    title: str

    @property
    def said(self) -> str:
        """All of it, for screen readers."""
        return self.title


@dataclass(frozen=True, slots=True)
class FieldItem:
    """A field: its name, the lines of its value, and what can be copied of it."""

    label: str
    lines: tuple[Line, ...]
    value: str
    raw: str
    tip: str

    @property
    def said(self) -> str:
        """All of it, for screen readers."""
        return f"{self.label}: " + "; ".join(line.text for line in self.lines)

    @property
    def in_one(self) -> str:
        """Name, value and code on one line, to paste."""
        return "\t".join(filter(None, (self.label, self.value, self.raw)))


class FieldsModel(QAbstractListModel):
    """Groups and fields in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[GroupItem | FieldItem, ...] = ()

    def show(self, items: Sequence[GroupItem | FieldItem]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    @property
    def text(self) -> str:
        """All that stands there, a line each."""
        return "\n".join(item.said for item in self._items)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """As Qt asks."""
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """A group's heading cannot be chosen."""
        if index.isValid() and isinstance(self._items[index.row()], GroupItem):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks; ``ITEM`` is what is drawn."""
        if not index.isValid() or not 0 <= index.row() < len(self._items):
            return None
        item = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return item.said
            case Qt.ItemDataRole.ToolTipRole if isinstance(item, FieldItem):
                return item.tip
            case _ if role == ITEM:
                return item
        return None


class FieldsList(QListView):
    """Shows a ``FieldsModel``; Ctrl+C and the menu copy the chosen field."""

    def __init__(self, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = FieldsModel(self)
        self.setModel(self.fields)
        self.setItemDelegate(_FieldDelegate(self))
        self.setAccessibleName(said)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setProperty("role", "fields")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for word, keys, act in (
            (self.tr("Copy the value"), QKeySequence("Ctrl+C"), self.copy_value),
            (self.tr("Copy the code or OID"), QKeySequence("Ctrl+Shift+C"), self.copy_raw),
            (self.tr("Copy the field and its value"), QKeySequence(), self.copy_all),
        ):
            action = self.addAction(word)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, act=act: act())

    @property
    def chosen(self) -> FieldItem | None:
        """The field that is chosen."""
        item = self.currentIndex().data(ITEM)
        return item if isinstance(item, FieldItem) else None

    def copy_value(self) -> None:
        """Put the chosen field's value on the clipboard."""
        _copy(self.chosen.value if self.chosen else "")

    def copy_raw(self) -> None:
        """Put its code or OID on the clipboard; the value, where that is all there is."""
        _copy((self.chosen.raw or self.chosen.value) if self.chosen else "")

    def copy_all(self) -> None:
        """Put its name, value and code on the clipboard."""
        _copy(self.chosen.in_one if self.chosen else "")


class _FieldDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        width = self._view.viewport().width()
        item = index.data(ITEM)
        if isinstance(item, GroupItem):
            top = Space.L if index.row() else Space.XS
            return QSize(width, painted.height((_heading(item),), width) + top + Space.XS)
        left = _left(width)
        high = max(
            painted.height((_label(item),), left - Space.M),
            painted.height(item.lines, width - left - Space.S),
        )
        return QSize(width, high + Space.XS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        item, density = index.data(ITEM), self._view.devicePixelRatioF()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, GroupItem):
            top = area.top() + (Space.L if index.row() else Space.XS)
            painted.paint(
                painter, (_heading(item),), QPoint(area.left(), top), area.width(), density
            )
        else:
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(area, QColor(colours().accent_soft))
            left, top = _left(area.width()), area.top() + Space.XS // 2
            at = QPoint(area.left() + Space.XS, top)
            painted.paint(painter, (_label(item),), at, left - Space.M, density)
            at = QPoint(area.left() + left, top)
            painted.paint(painter, item.lines, at, area.width() - left - Space.S, density)
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(QColor(colours().accent), 2))
                painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.restore()


def _left(width: int) -> int:
    return max(_LEAST, min(_MOST, round(width * _SHARE)))


def _heading(item: GroupItem) -> Line:
    return Line(item.title, strong=True)


def _label(item: FieldItem) -> Line:
    return Line(item.label, muted=True)


def _copy(text: str) -> None:
    if text:
        QGuiApplication.clipboard().setText(text)

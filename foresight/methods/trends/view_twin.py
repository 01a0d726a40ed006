"""The numbered list beside a picture: every dot with its name, under headings; the selection is shared."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from foresight.core.document import Id
from foresight.kit.labels import tip_text
from foresight.kit.session import Session
from foresight.kit.theme import colour, font
from foresight.methods.trends.analysis import Row
from foresight.methods.trends.view_rating import Rater

Index = QModelIndex | QPersistentModelIndex
NARROWEST, WIDEST = 150, 236
"""How wide the list may be, in pixels."""
_FIGURE_SPACE = "\u2007"


@dataclass(frozen=True)
class Heap:
    """Some of the trends under a heading."""

    title: str
    tint: str
    """The colour token behind the heading."""
    rows: tuple[Row, ...]
    empty: str = ""
    """What the list says when there are none."""


class _Lines(QAbstractListModel):
    """Headings and trends in one column: a heading is a Heap, a trend a Row, a remark a text."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Heap | Row | str] = []

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if isinstance(line, Row):
            if role == Qt.ItemDataRole.DisplayRole:
                return f"{line.number:{_FIGURE_SPACE}>3}  {line.trend.title}"
            return tip_text(line.trend.title) if role == Qt.ItemDataRole.ToolTipRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.title}  {len(line.rows)}" if isinstance(line, Heap) else f"     {line}"
        if role == Qt.ItemDataRole.FontRole and isinstance(line, Heap):
            return font("small", semibold=True)
        if role == Qt.ItemDataRole.BackgroundRole and isinstance(line, Heap):
            return colour(line.tint)
        if role == Qt.ItemDataRole.ForegroundRole:
            return colour("ink" if isinstance(line, Heap) else "muted")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.lines[index.row()], Row):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled


def _place(line: Heap | Row | str) -> object:
    """What makes a line the same line although its words are others."""
    return line.id if isinstance(line, Row) else line.title if isinstance(line, Heap) else line


_BACK = (
    QAbstractItemView.CursorAction.MoveUp,
    QAbstractItemView.CursorAction.MovePageUp,
    QAbstractItemView.CursorAction.MovePrevious,
)


class Twin(QListView):
    """The list. Arrows walk it, digits rate; ``wants_delete`` when the Delete key was pressed."""

    wants_delete = Signal()

    def __init__(self, session: Session, rater: Rater, name: str) -> None:
        super().__init__()
        self.session, self.rater = session, rater
        self.lines = _Lines()
        self.setModel(self.lines)
        self.setAccessibleName(name)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(1)
        self.selectionModel().selectionChanged.connect(self._selected)
        session.selection_changed.connect(self.show_selection)

    def show_heaps(self, heaps: Sequence[Heap]) -> None:
        """Show these trends under their headings."""
        fresh: list[Heap | Row | str] = []
        for heap in heaps:
            fresh += [heap, *(heap.rows or ([heap.empty] if heap.empty else []))]
        if fresh == self.lines.lines:
            return
        if [_place(line) for line in fresh] == [_place(line) for line in self.lines.lines]:
            self.lines.lines = fresh
            self.lines.dataChanged.emit(self.lines.index(0), self.lines.index(len(fresh) - 1))
            return
        held = self.verticalScrollBar().value()
        with QSignalBlocker(self.selectionModel()):
            self.lines.beginResetModel()
            self.lines.lines = fresh
            self.lines.endResetModel()
        self.verticalScrollBar().setValue(held)
        self.show_selection(scroll=False)

    def _selected(self) -> None:
        current = self.currentIndex().row()
        chosen = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        ordered = sorted(chosen, key=lambda at: at != current)
        self.session.select(*(line.id for at in ordered if isinstance(line := self.lines.lines[at], Row)))

    def show_selection(self, *, scroll: bool = True) -> None:
        """Show what is selected in the session."""
        wanted = set(self.session.selection)
        places = [at for at, line in enumerate(self.lines.lines) if isinstance(line, Row) and line.id in wanted]
        model = self.selectionModel()
        if {index.row() for index in model.selectedIndexes()} == set(places):
            return
        chosen = QItemSelection()
        for at in places:
            chosen.select(self.lines.index(at), self.lines.index(at))
        with QSignalBlocker(model):
            model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if places:
                model.setCurrentIndex(self.lines.index(places[0]), QItemSelectionModel.SelectionFlag.NoUpdate)
        if places and scroll:
            self.scrollTo(self.lines.index(places[0]))
        self.viewport().update()

    def moveCursor(self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """As ever, but headings are passed over."""
        wanted, last = super().moveCursor(cursorAction, modifiers).row(), len(self.lines.lines) - 1
        back = cursorAction in _BACK
        for step in (-1, 1) if back else (1, -1):
            at = wanted
            while 0 <= at <= last:
                if isinstance(self.lines.lines[at], Row):
                    return self.lines.index(at)
                at += step
        return self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.wants_delete.emit()
        elif not self.rater.hear(event, self._trends(), self._below()):
            super().keyPressEvent(event)

    def _trends(self) -> tuple[Id, ...]:
        held = {line.id for line in self.lines.lines if isinstance(line, Row)}
        return tuple(trend for trend in self.session.selection if trend in held)

    def _below(self) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

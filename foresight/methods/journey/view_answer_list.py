"""The answers about one topic in one phase, each with as many lines as it needs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from foresight.core.document import Id
from foresight.core.words import _
from foresight.kit.lists import Row, fill
from foresight.kit.session import Session
from foresight.kit.theme import icon
from foresight.methods.journey.model import DeepDive, remove_deep_dives

Index = QModelIndex | QPersistentModelIndex
ID = Qt.ItemDataRole.UserRole
ICON, GAP, PADDING = 14, 6, 14
"""Pixels: the sign of a quote, what is between it and the text; around an answer, both sides together."""
SHOWN = 1_000
"""Characters of an answer in its column."""


class _Whole(QStyledItemDelegate):
    """Gives an answer as many lines as it needs; left to itself Qt forgets the padding, and a line too few."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        area = self.parent()
        assert isinstance(area, PhaseList)
        wide = area.viewport().width() - 2 * area.spacing()
        room = wide - PADDING - (ICON + GAP if index.data(Qt.ItemDataRole.DecorationRole) else 0)
        wrap = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        text = index.data(Qt.ItemDataRole.DisplayRole)
        high = area.fontMetrics().boundingRect(QRect(0, 0, max(room, 20), 10_000), wrap, text).height()
        return QSize(wide, high + PADDING)


def _row(answer: DeepDive, code: str) -> Row:
    """An answer with the code of who gave it, and a sign where it may be quoted."""
    text = f"{answer.text[:SHOWN]}  ({code})" if code else answer.text[:SHOWN]
    if not answer.consent:
        return text, {ID: answer.id}
    spoken = f"{text}. {_('May be quoted')}"
    sign = icon("quote", "accent")
    return text, {ID: answer.id, Qt.ItemDataRole.DecorationRole: sign, Qt.ItemDataRole.AccessibleTextRole: spoken}


class PhaseList(QListWidget):
    """The answers about one topic in one phase. Ctrl and an arrow move one to the phase beside, Delete deletes."""

    moved = Signal(str, int)
    """An answer by its id, and by how many phases."""
    left = Signal(int)
    """To the column so many places beside."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.phase: Id | None = None
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_Whole(self))
        self.setSpacing(2)
        self.setIconSize(QSize(ICON, ICON))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda now, _old: self._select(now))
        self.itemClicked.connect(self._select)

    def show_answers(self, answers: tuple[DeepDive, ...], codes: dict[Id, str]) -> None:
        """Show these answers, with a sign at those that may be quoted."""
        with QSignalBlocker(self):
            fill(self, [_row(answer, codes.get(answer.participant or "", "")) for answer in answers])
            for at, answer in enumerate(answers):
                if answer.id in self._session.selection:
                    self.setCurrentRow(at)

    def _select(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._session.select(item.data(ID))

    def _answer(self) -> Id | None:
        """The answer at which one is."""
        row = self.currentRow()
        return self.model().index(row, 0).data(ID) if row >= 0 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = self._answer()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if answer is not None and event.key() == Qt.Key.Key_Delete:
            self._session.seal()
            self._session.do(remove_deep_dives(answer))
        elif answer is not None and control and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(answer, 1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self.left.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

"""Cards on the wall: what a question looks like."""

import operator
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from foresight.core.document import Document, Id
from foresight.core.text import clean_line
from foresight.core.words import _, listed, ngettext
from foresight.kit.editing import ProseDelegate
from foresight.kit.limits import kept
from foresight.kit.marks import paint_mark, scenario_mark
from foresight.kit.session import Session
from foresight.kit.theme import colour, font
from foresight.methods.oracle.model import TEXT_LENGTH, Question, change_question
from foresight.model.scenarios import Scenarios, display_name

Index = QModelIndex | QPersistentModelIndex

MIME = "application/x-foresight-question"
QUESTION = Qt.ItemDataRole.UserRole
PADDING, GAP, MARK = 10, 8, 10
LONGEST = 8
"""Lines of a question that a card shows."""


class Cards(QAbstractListModel):
    """The questions of one column."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.questions: Sequence[Question] = ()
        self.worlds: Sequence[tuple[Id, str]] = ()

    def show(self, document: Document, questions: Sequence[Question]) -> None:
        """Show these; the view keeps its place as long as the cards are the same."""
        same = [each.id for each in self.questions] == [each.id for each in questions]
        worlds = [(each.id, display_name(document, each.id)) for each in document[Scenarios].scenarios]
        if same and worlds == self.worlds and all(map(operator.is_, self.questions, questions)):
            return
        if not same:
            self.beginResetModel()
        self.questions, self.worlds = questions, worlds
        if not same:
            self.endResetModel()
        elif questions:
            self.dataChanged.emit(self.index(0), self.index(len(questions) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.questions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        question = self.questions[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return question.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(question)
        return question if role == QUESTION else None

    def spoken(self, question: Question) -> str:
        """The card in words."""
        votes = ngettext("{n} vote", "{n} votes", question.votes).format(n=question.votes)
        answered = [name for world, name in self.worlds if world in question.answers]
        answers = _("answered in {worlds}").format(worlds=listed(answered)) if answered else _("not answered yet")
        return f"{question.text} ({votes}; {answers})"

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = kept(self.session, clean_line(str(value), len(str(value))), TEXT_LENGTH)
        self.session.seal()
        return bool(text) and self.session.do(change_question(self.questions[index.row()].id, text=text))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.session.read_only:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, self.questions[indexes[0].row()].id.encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class CardDelegate(ProseDelegate):
    """Paints a card: the question, its votes, and the marks of the worlds, filled where they answer."""

    width = 240
    """Of a card, in pixels; set by the wall."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def _text_size(self, text: str, metrics: QFontMetrics) -> QSize:
        room = QRect(0, 0, self.width - 2 * PADDING, LONGEST * metrics.lineSpacing())
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).size().boundedTo(room.size())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = self._text_size(index.data(Qt.ItemDataRole.DisplayRole), QFontMetrics(font()))
        return QSize(self.width, text.height() + _foot() + 2 * PADDING + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        question: Question = index.data(QUESTION)
        rect: QRect = option.rect
        card = QRectF(rect.left(), rect.top(), self.width, rect.height()).adjusted(1, 1, -1, -GAP)
        selected = question.id in self._session.selection
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent" if selected else "line"), 2 if selected else 1))
        painter.setBrush(colour("selection" if selected else "surface"))
        painter.drawRoundedRect(card, 6, 6)
        inner = card.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        painter.setPen(colour("ink"))
        painter.setFont(font())
        painter.setClipRect(inner)
        painter.drawText(inner.adjusted(0, 0, 0, -_foot()), Qt.TextFlag.TextWordWrap, question.text)
        self._paint_foot(painter, inner, question, index.model())
        painter.restore()

    def _paint_foot(self, painter: QPainter, inner: QRectF, question: Question, cards: QAbstractItemModel) -> None:
        foot = QRectF(inner.left(), inner.bottom() - _foot() + 4, inner.width(), _foot() - 4)
        painter.setFont(font("small", semibold=question.votes > 0))
        painter.setPen(colour("ink" if question.votes else "muted"))
        votes = ngettext("{n} vote", "{n} votes", question.votes).format(n=question.votes)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, votes)
        assert isinstance(cards, Cards)
        for index, (world, _name) in enumerate(cards.worlds):
            kind, token, rim = scenario_mark(index)
            answers = world in question.answers
            x = foot.right() - (len(cards.worlds) - index - 0.5) * (MARK + 6)
            size = MARK if answers else MARK / 3
            paint_mark(
                painter, kind, QPointF(x, foot.center().y()), size, token if answers else "muted", rim and answers
            )


def _foot() -> int:
    """The height of the line with votes and marks."""
    return QFontMetrics(font("small")).lineSpacing() + 4

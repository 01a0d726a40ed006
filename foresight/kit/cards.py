"""Cards on a wall: what they are made of, and what they look like."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import clean_line
from foresight.kit.editing import ProseDelegate
from foresight.kit.limits import kept
from foresight.kit.session import Session
from foresight.kit.theme import colour, font

Index = QModelIndex | QPersistentModelIndex

MIME = "application/x-foresight-card"
CARD = Qt.ItemDataRole.UserRole
PADDING, GAP = 10, 8
LONGEST = 8
"""Lines of a text that a card shows."""


@dataclass(frozen=True)
class WallCard:
    """A card: a text, and what its foot is painted from."""

    id: Id
    text: str
    foot: Any = None


@dataclass(frozen=True)
class WallColumn:
    """The cards of a theme; ``theme`` is None for those without one."""

    theme: Id | None
    title: str
    said: str
    """Below the title, such as how many cards there are."""
    spoken: str
    """What the cards are called for screen readers."""
    cards: tuple[WallCard, ...]


@dataclass(frozen=True)
class CardKind:
    """What the cards of a wall are, and what can be done with them."""

    columns: Callable[[Document], Sequence[WallColumn]]
    sort: Callable[[Id, Id | None, Id | None], Edit]
    """(card, out of this theme, into that one) -> the edit; None: no theme."""
    change: Callable[[Id, str], Edit]
    """(card, text) -> the edit."""
    key: Callable[[Id, str], Edit | None]
    """(card, typed character) -> the edit, None when it means nothing."""
    spoken: Callable[[WallCard], str]
    """A card in words."""
    paint_foot: Callable[[QPainter, QRectF, WallCard], None]
    limit: int
    """Characters of a text."""
    rename: Callable[[Id, str], Edit] | None = None
    """(theme, name) -> the edit; None: themes keep their names."""


class Cards(QAbstractListModel):
    """The cards of one column."""

    def __init__(self, session: Session, kind: CardKind) -> None:
        super().__init__()
        self.session, self.kind = session, kind
        self.held: Sequence[WallCard] = ()

    def show(self, cards: Sequence[WallCard]) -> None:
        """Show these; the view keeps its place as long as the cards are the same."""
        if self.held == cards:
            return
        same = [each.id for each in self.held] == [each.id for each in cards]
        if not same:
            self.beginResetModel()
        self.held = cards
        if not same:
            self.endResetModel()
        elif cards:
            self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.held)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        card = self.held[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return card.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.kind.spoken(card)
        return card if role == CARD else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = kept(self.session, clean_line(str(value), len(str(value))), self.kind.limit)
        self.session.seal()
        return bool(text) and self.session.do(self.kind.change(self.held[index.row()].id, text))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.session.read_only:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, self.held[indexes[0].row()].id.encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class CardDelegate(ProseDelegate):
    """Paints a card: its text and its foot."""

    width = 240
    """Of a card, in pixels; set by the wall."""

    def __init__(self, session: Session, kind: CardKind, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._kind = session, kind

    def _text_size(self, text: str, metrics: QFontMetrics) -> QSize:
        room = QRect(0, 0, self.width - 2 * PADDING - 2, LONGEST * metrics.lineSpacing())
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).size().boundedTo(room.size())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = self._text_size(index.data(Qt.ItemDataRole.DisplayRole), QFontMetrics(font()))
        return QSize(self.width, text.height() + _foot() + 2 * PADDING + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: WallCard = index.data(CARD)
        rect: QRect = option.rect
        frame = QRectF(rect.left(), rect.top(), self.width, rect.height()).adjusted(1, 1, -1, -GAP)
        selected = card.id in self._session.selection
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent" if selected else "line"), 2 if selected else 1))
        painter.setBrush(colour("selection" if selected else "surface"))
        painter.drawRoundedRect(frame, 6, 6)
        inner = frame.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        painter.setPen(colour("ink"))
        painter.setFont(font())
        painter.setClipRect(inner)
        painter.drawText(inner.adjusted(0, 0, 0, -_foot()), Qt.TextFlag.TextWordWrap, card.text)
        foot = QRectF(inner.left(), inner.bottom() - _foot() + 4, inner.width(), _foot() - 4)
        self._kind.paint_foot(painter, foot, card)
        painter.restore()


def _foot() -> int:
    """The height of the line below the text."""
    return QFontMetrics(font("small")).lineSpacing() + 4

"""Forces as cards: what they say, how strong they are, who named them."""

import operator
import re
from collections.abc import Mapping, Sequence
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
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _
from foresight.kit.editing import ProseDelegate
from foresight.kit.limits import kept
from foresight.kit.session import Session
from foresight.kit.theme import colour, font
from foresight.methods.forces.model import MIDDLE, Force, add_forces, change_force
from foresight.model.groups import Groups
from foresight.model.trends import Direction

Index = QModelIndex | QPersistentModelIndex

MIME = "application/x-foresight-force"
FORCE = Qt.ItemDataRole.UserRole
GROUP = Qt.ItemDataRole.UserRole + 1
PADDING, GAP = 8, 6
STEP = 9
"""Width of one of the five steps of strength, in pixels."""
LONGEST = 6
"""Lines of a text that a card shows."""
WITH_STRENGTH = re.compile(r"(.*\S)\s*/\s*([1-5])")


def typed_force(text: str, corner: Direction, group: Id | None) -> Edit:
    """The force that somebody typed; ``Silos / 4`` gives its strength too."""
    found = WITH_STRENGTH.fullmatch(text)
    said, strength = (found[1], int(found[2])) if found else (text, MIDDLE)
    return add_forces(Force(text=clean_line(said), corner=corner, strength=strength, group=group))


class ForceCards(QAbstractListModel):
    """The forces of one corner."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.forces: Sequence[Force] = ()
        self.groups: Mapping[Id, str] = {}

    def show(self, document: Document, forces: Sequence[Force]) -> None:
        """Show these; the view keeps its place as long as the cards are the same."""
        same = [each.id for each in self.forces] == [each.id for each in forces]
        groups = {group.id: group.name for group in document[Groups].groups}
        if same and groups == self.groups and all(map(operator.is_, self.forces, forces)):
            return
        if not same:
            self.beginResetModel()
        self.forces, self.groups = forces, groups
        if not same:
            self.endResetModel()
        elif forces:
            self.dataChanged.emit(self.index(0), self.index(len(forces) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.forces)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        force = self.forces[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return force.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(force)
        if role == GROUP:
            return self.groups.get(force.group or "", "")
        return force if role == FORCE else None

    def spoken(self, force: Force) -> str:
        """The card in words."""
        said = _("{force} (strength {strength} of 5)").format(force=force.text, strength=force.strength)
        group = self.groups.get(force.group or "", "")
        return f"{said}, {group}" if group else said

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = kept(self.session, clean_line(str(value), len(str(value))), LINE_LENGTH)
        self.session.seal()
        return bool(text) and self.session.do(change_force(self.forces[index.row()].id, text=text))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.session.read_only:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, self.forces[indexes[0].row()].id.encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class ForceDelegate(ProseDelegate):
    """Paints a card: the force, five steps of which so many are filled as it is strong, and its group."""

    width = 160
    """Of a card, in pixels; set by its column."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(font())
        room = QRect(0, 0, self.width - 2 * PADDING - 2, LONGEST * metrics.lineSpacing())
        text = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, index.data(Qt.ItemDataRole.DisplayRole))
        return QSize(self.width, min(text.height(), room.height()) + _foot() + 2 * PADDING + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        force: Force = index.data(FORCE)
        rect: QRect = option.rect
        card = QRectF(rect.left(), rect.top(), self.width, rect.height()).adjusted(1, 1, -1, -GAP)
        selected = force.id in self._session.selection
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent" if selected else "line"), 2 if selected else 1))
        painter.setBrush(colour("selection" if selected else "surface"))
        painter.drawRoundedRect(card, 6, 6)
        inner = card.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        painter.setPen(colour("ink"))
        painter.setFont(font())
        painter.setClipRect(inner)
        painter.drawText(inner.adjusted(0, 0, 0, -_foot()), Qt.TextFlag.TextWordWrap, force.text)
        foot = QRectF(inner.left(), inner.bottom() - _foot() + 4, inner.width(), _foot() - 4)
        _paint_strength(painter, foot, force.strength)
        _paint_group(painter, foot, index.data(GROUP))
        painter.restore()


def _foot() -> int:
    """The height of the line with strength and group."""
    return QFontMetrics(font("small")).lineSpacing() + 4


def _paint_strength(painter: QPainter, foot: QRectF, strength: int) -> None:
    painter.setPen(QPen(colour("muted"), 1))
    for step in range(5):
        painter.setBrush(colour("accent") if step < strength else Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(foot.left() + step * (STEP + 2) + 0.5, foot.center().y() - 3.5, STEP, 7))


def _paint_group(painter: QPainter, foot: QRectF, group: str) -> None:
    room = foot.adjusted(5 * (STEP + 2) + 6, 0, 0, 0)
    painter.setFont(font("small"))
    painter.setPen(colour("muted"))
    text = QFontMetrics(font("small")).elidedText(group, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

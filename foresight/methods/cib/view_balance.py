"""The impact balance of a combination as bars; in it one chooses another variant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from foresight.core.document import Document, Id
from foresight.core.words import _, signed
from foresight.kit.lists import fill
from foresight.kit.marks import paint_mark
from foresight.kit.theme import colour, font, scaled
from foresight.methods.cib.model import variants_of
from foresight.methods.cib.names import names

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole.UserRole
MARK = 9
BARS = 0.42
"""The share of the width that bars have."""
SCORE = 44
"""Pixels for a score."""
BEST = 20
"""Pixels for the mark of the best score."""


@dataclass(frozen=True)
class Row:
    """A variant with its score; the title of a descriptor has no variant."""

    variant: Id
    title: str
    score: int = 0
    is_chosen: bool = False
    is_best: bool = False
    low: int = 0
    high: int = 0
    """The lowest and the highest score of all, 0 among them."""

    @property
    def spoken(self) -> str:
        """The row in words."""
        if not self.variant:
            return self.title
        said = _("{variant}: score {score}").format(variant=self.title, score=signed(self.score))
        if self.is_chosen:
            said = _("{words}, chosen").format(words=said)
        return _("{words}, best score").format(words=said) if self.is_best else said


def balance_rows(document: Document, chosen: Sequence[Id], scores: Mapping[Id, int]) -> list[Row]:
    """A row for each descriptor and below it one for each of its variants."""
    called, rows = names(document), []
    low, high = min([0, *scores.values()]), max([0, *scores.values()])
    for descriptor, variants in variants_of(document).items():
        if not variants:
            continue
        best = max(scores.get(variant.id, 0) for variant in variants)
        rows.append(Row("", called[descriptor]))
        for variant in variants:
            score = scores.get(variant.id, 0)
            rows.append(Row(variant.id, called[variant.id], score, variant.id in chosen, score == best, low, high))
    return rows


class _Bars(QStyledItemDelegate):
    """Paints a row: mark of the chosen one, title, bar from zero, score, mark of the best."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(scaled(240), scaled(28 if index.data(ROLE).variant else 30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROLE)
        painter.save()
        rect = QRectF(option.rect)
        if row.is_chosen:
            painter.fillRect(rect, colour("selection"))
        if row.variant:
            self._paint_variant(painter, rect, row)
        else:
            painter.setFont(font(semibold=True))
            painter.setPen(colour("ink"))
            _text(painter, rect.adjusted(8, 6, -8, 0), row.title)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_variant(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        middle = rect.center().y()
        if row.is_chosen:
            paint_mark(painter, "circle", QPointF(rect.left() + 16, middle), MARK, "accent")
        bars = QRectF(rect)
        bars.setLeft(rect.left() + rect.width() * (1 - BARS))
        bars.setRight(rect.right() - scaled(SCORE) - BEST)
        painter.setFont(font(semibold=row.is_chosen))
        painter.setPen(colour("ink"))
        _text(painter, QRectF(rect.left() + 30, rect.top(), bars.left() - rect.left() - 40, rect.height()), row.title)
        per_point = bars.width() / max(row.high - row.low, 1)
        zero = bars.left() - row.low * per_point
        bar = QRectF(min(zero, zero + row.score * per_point), middle - 6, abs(row.score) * per_point, 12)
        painter.fillRect(bar, colour("positive" if row.score > 0 else "negative"))
        painter.setPen(QPen(colour("muted"), 1))
        painter.drawLine(QPointF(zero, rect.top()), QPointF(zero, rect.bottom()))
        painter.setPen(colour("ink"))
        score = QRectF(bars.right(), rect.top(), scaled(SCORE) - 4, rect.height())
        painter.drawText(score, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, signed(row.score))
        if row.is_best:
            paint_mark(painter, "up", QPointF(rect.right() - BEST / 2 - 2, middle), MARK + 2, "ink")


def _text(painter: QPainter, rect: QRectF, text: str) -> None:
    fitted = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitted)


class Balance(QListWidget):
    """Descriptors with their variants and scores. ``picked(variant)`` when the user wants another one."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Impact balance"))
        self.setItemDelegate(_Bars(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(scaled(260))
        self.rows: list[Row] = []
        self.itemClicked.connect(lambda _item: self._pick())

    def show_rows(self, rows: list[Row]) -> None:
        """Show these rows; the current one stays."""
        at = self.currentRow()
        with QSignalBlocker(self):
            if len(rows) != len(self.rows):
                fill(self, [("", {}) for _row in rows])
            for place, row in enumerate(rows):
                item = self.item(place)
                item.setData(ROLE, row)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
                item.setFlags(_flags(row))
            self.rows = rows
            self.setCurrentRow(at if 0 <= at < len(rows) and rows[at].variant else _first(rows))
        self.viewport().update()

    def _pick(self) -> None:
        at = self.currentRow()
        if 0 <= at < len(self.rows) and self.rows[at].variant:
            self.picked.emit(self.rows[at].variant)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick()
        else:
            super().keyPressEvent(event)


def _flags(row: Row) -> Qt.ItemFlag:
    usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    return usual if row.variant else Qt.ItemFlag.NoItemFlags


def _first(rows: Sequence[Row]) -> int:
    return next((at for at, row in enumerate(rows) if row.variant), -1)

"""The sheet of a group as a grid: cards down, phases across, a bar for each level on which a card lies."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.grid import Grid, GridCells
from foresight.kit.session import Session
from foresight.kit.theme import colour, font, scaled
from foresight.methods.journey.model import LEVELS, Level
from foresight.methods.journey.placing import (
    TAKEN_AWAY,
    TOGGLES,
    Sheet,
    from_to,
    letter,
    level_typed,
    sheet_of,
    taken_away,
    toggled,
)

Index = QModelIndex | QPersistentModelIndex
TINTS: dict[Level, str] = {"project": "given", "systemic": "warm", "cultural": "critical"}
ROW, NAME = 32, 250
"""Pixels: the height of a row, the most that the names of the cards take."""
HEAD = 2
"""Lines of the names of the phases."""
APART = " "
"""Between the letters of a cell."""


class _Bars(QStyledItemDelegate):
    """The letters of a cell as bars, each level at a height of its own."""

    def __init__(self, grid: "PlaceGrid") -> None:
        super().__init__(grid)
        self._grid = grid

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        grid, row, column = self._grid, index.row(), index.column()
        lanes, lying = grid.lanes(row), grid.levels_at(row, column)
        area = QRectF(option.rect).adjusted(0, 2, 0, -2)
        high = area.height() / max(len(lanes), 1)
        painter.save()
        painter.setFont(_fitting(high))
        for at, level in enumerate(lanes):
            lane = QRectF(area.left(), area.top() + at * high, area.width(), high - 1)
            if level in lying:
                self._bar(painter, lane, level)
            if grid.is_dragged(row, column, level):
                painter.setPen(QPen(QColor(colour("accent")), 2, Qt.PenStyle.DashLine))
                painter.drawRect(lane.adjusted(1, 1, -1, -1))
        if grid.currentIndex() == index:
            painter.setPen(QPen(QColor(colour("accent")), 2))
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def _bar(self, painter: QPainter, lane: QRectF, level: Level) -> None:
        painter.fillRect(lane, QColor(colour(TINTS[level])))
        painter.setPen(QColor(colour("muted")))
        painter.drawLine(lane.topLeft(), lane.topRight())
        painter.drawLine(lane.bottomLeft(), lane.bottomRight())
        painter.setPen(QColor(colour("ink")))
        painter.drawText(lane, Qt.AlignmentFlag.AlignCenter, letter(level))


def _fitting(high: float) -> QFont:
    """Type that fits into a lane of this height."""
    made = font("small")
    made.setPixelSize(max(min(made.pixelSize(), round(high) - 1), 7))
    return made


class PlaceGrid(Grid):
    """Digits say from which phase to which the card lies on the present level, letters choose the level.

    x or Space put one phase in or out, Delete takes the card off the level, Enter goes to the next card. Dragging over
    cells of a card places it there.
    """

    level_wanted = Signal(str)
    group_wanted = Signal(int)
    """One group on or back."""
    finished = Signal()
    """Enter on the last card."""

    def __init__(self, session: Session) -> None:
        self.group: Id = ""
        self.level: Level = "project"
        self.whole_deck = False
        self.sheet = Sheet("", (), (), {})
        self._first: tuple[int, int] | None = None
        """Row and phase of the digit that waits for a second one."""
        self._pressed_at: tuple[int, int] | None = None
        self._reach = -1
        super().__init__(session, _("Sheet of the group"), self._make_cells, self._key, sparing=True)
        self.setItemDelegate(_Bars(self))
        self.setCornerButtonEnabled(False)
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setDefaultSectionSize(scaled(ROW))
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(scaled(108))
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        across.setFixedHeight(HEAD * across.fontMetrics().lineSpacing() + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.verticalHeader().setMaximumWidth(min(scaled(NAME), self.width() // 3))
        super().resizeEvent(event)

    def render_document(self, document: Document) -> None:
        super().render_document(document)
        self.viewport().update()  # how high a bar is depends on the other cells of its row

    def _make_cells(self, document: Document) -> GridCells:
        self.sheet = sheet_of(document, self.group, whole_deck=self.whole_deck)
        sheet = self.sheet

        def text(row: int, column: int) -> str:
            held = sheet.levels.get((sheet.cards[row][1].id, sheet.phases[column].id), ())
            return APART.join(letter(level) for level in held)

        def spoken(row: int, column: int) -> str:
            held = sheet.levels.get((sheet.cards[row][1].id, sheet.phases[column].id), ())
            names = ", ".join(_(LEVELS[level]) for level in held) or "–"
            return f"{sheet.cards[row][1].title}, {sheet.phases[column].name}: {names}"

        return GridCells(
            rows=[f"{number} {card.title}" for number, card in sheet.cards],
            columns=[f"{at} {phase.name}" for at, phase in enumerate(sheet.phases, 1)],
            text=text,
            spoken=spoken,
        )

    def levels_at(self, row: int, column: int) -> tuple[Level, ...]:
        """The levels on which the card of a row lies in the phase of a column."""
        return self.sheet.levels.get((self.sheet.cards[row][1].id, self.sheet.phases[column].id), ())

    def lanes(self, row: int) -> tuple[Level, ...]:
        """The levels that share the height of a row: those on which its card lies or is being dragged."""
        card = self.sheet.cards[row][1].id
        held = {level for phase in self.sheet.phases for level in self.sheet.levels.get((card, phase.id), ())}
        if self._pressed_at is not None and self._pressed_at[0] == row and self._reach != self._pressed_at[1]:
            held.add(self.level)
        return tuple(level for level in LEVELS if level in held)

    def card_at(self, row: int) -> Id | None:
        """The card of a row."""
        return self.sheet.cards[row][1].id if 0 <= row < len(self.sheet.cards) else None

    # Keys

    def _key(self, row: int, column: int, character: str) -> Edit | None:
        card = self.card_at(row)
        if card is None or not self.group:
            return None
        if character.isdecimal():
            return self._digit(row, card, int(character) - 1)
        self._first = None
        self.session.seal()
        document = self.session.document
        if character == TAKEN_AWAY:
            return taken_away(self.group, card, self.level)
        if character.casefold() in TOGGLES:
            return toggled(document, self.group, card, self.level, column)
        return None

    def _digit(self, row: int, card: Id, phase: int) -> Edit | None:
        """The first digit places the card in one phase, the next one stretches it."""
        if not 0 <= phase < len(self.sheet.phases):
            return None
        start = phase
        if self._first is not None and self._first[0] == row:
            start, self._first = self._first[1], None
        else:
            self.session.seal()
            self._first = row, phase
        return from_to(self.session.document, self.group, card, self.level, start, phase)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        character = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step()
        elif character in ("+", "-"):
            self._first = None
            self.group_wanted.emit(1 if character == "+" else -1)
        elif character and (level := level_typed(character)) is not None and not _with_control(event):
            self._first = None
            self.level_wanted.emit(level)
        else:
            if not character:
                self._first = None
            super().keyPressEvent(event)

    def _step(self) -> None:
        """Down to the next card; after the last one the group is done."""
        self._first = None
        at = self.currentIndex()
        if at.row() + 1 < self.cells.rowCount():
            self.setCurrentIndex(self.cells.index(at.row() + 1, max(at.column(), 0)))
        else:
            self.finished.emit()

    def keyboardSearch(self, search: str) -> None:
        """Nothing: a letter chooses a level, it does not look for a cell that begins with it."""

    # Dragging

    def is_dragged(self, row: int, column: int, level: Level) -> bool:
        """Whether the card would lie there if the mouse were let go now."""
        if self._pressed_at is None or self._pressed_at[0] != row or level != self.level:
            return False
        low, high = sorted((self._pressed_at[1], self._reach))
        return low <= column <= high and self._reach != self._pressed_at[1]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and at.isValid() and not self.session.read_only:
            self._first = None
            self._pressed_at, self._reach = (at.row(), at.column()), at.column()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            super().mouseMoveEvent(event)
            return
        across = self.columnAt(round(event.position().x()))
        if across >= 0 and across != self._reach:
            self._reach = across
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None:
            return
        card = self.card_at(pressed[0])
        if self._reach != pressed[1] and card is not None and self.group:
            self.session.seal()
            self.session.do(from_to(self.session.document, self.group, card, self.level, pressed[1], self._reach))
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """One phase more or less."""
        at = self.indexAt(event.position().toPoint())
        card = self.card_at(at.row())
        if card is not None and self.group:
            self.session.seal()
            self.session.do(toggled(self.session.document, self.group, card, self.level, at.column()))


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))

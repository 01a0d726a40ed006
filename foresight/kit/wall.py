"""The wall: a column for every theme, cards in it. Cards move by drag or by Ctrl and an arrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _
from foresight.kit.cards import CardDelegate, CardKind, WallColumn
from foresight.kit.labels import plain_label
from foresight.kit.limits import limit_line
from foresight.kit.session import Session
from foresight.kit.stack import Stack
from foresight.kit.theme import font

NARROWEST, WIDEST = 12.5, 19
"""Width of a column, in heights of a line."""
FRAME = 10
"""Left and right of the cards together."""


class _Name(QLineEdit):
    """The name of a theme, changed in place; with the focus its theme is selected."""

    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()


class ThemeColumn(QWidget):
    """A theme: its name, how many cards, and the cards."""

    def __init__(self, session: Session, kind: CardKind) -> None:
        super().__init__()
        self._session, self._kind = session, kind
        self.stack = Stack(session, kind)
        self.name = _Name()
        limit_line(self.name, LINE_LENGTH)
        self.name.setFont(font(semibold=True))
        self.name.setFrame(False)
        self.name.setProperty("role", "quiet")
        self.name.editingFinished.connect(self._rename)
        self.name.focused.connect(lambda: session.select(self.stack.theme) if self.stack.theme else None)
        self.count = plain_label("", "small", wrap=False)
        self.count.setContentsMargins(5, 0, 0, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addWidget(self.count)
        column.addWidget(self.stack, 1)

    def show_column(self, held: WallColumn) -> None:
        """Show a theme and its cards. Where the current card has gone, the next one takes its place."""
        self.stack.theme = held.theme
        if self.name.text() != held.title:
            self.name.setText(held.title)
            self.name.setCursorPosition(0)
        self.name.setReadOnly(held.theme is None or self._kind.rename is None or self._session.read_only)
        self.name.setAccessibleName(_("Theme: {name}").format(name=held.title))
        self.stack.setAccessibleName(held.spoken)
        self.count.setText(held.said)
        card, row = self.stack.card, self.stack.currentIndex().row()
        self.stack.cards.show(held.cards)
        if card and not self.stack.go_to(card) and self.stack.hasFocus() and held.cards:
            self.stack.go_to_row(row)

    def set_width(self, width: int) -> None:
        """How wide the column and its cards are, in pixels."""
        self.setFixedWidth(width)
        delegate = self.stack.itemDelegate()
        assert isinstance(delegate, CardDelegate)
        card = width - self.stack.verticalScrollBar().sizeHint().width() - FRAME
        if delegate.width != card:
            delegate.width = card
            self.stack.doItemsLayout()

    def _rename(self) -> None:
        name = clean_line(self.name.text())
        if self.stack.theme and name and self._kind.rename is not None:
            self._session.seal()
            self._session.do(self._kind.rename(self.stack.theme, name))


class CardWall(QWidget):
    """All columns side by side. ``deleted(card)``: the Delete key on a card. What stands below goes into ``outer``."""

    deleted = Signal(str)

    def __init__(self, session: Session, kind: CardKind) -> None:
        super().__init__()
        self.session, self.kind = session, kind
        self.columns: list[ThemeColumn] = []
        page = QWidget()
        page.setProperty("role", "page")
        self._row = QHBoxLayout(page)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addStretch()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(page)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(8)
        self.outer.addWidget(self.area, 1)
        session.selection_changed.connect(self._follow)

    def render_document(self, document: Document) -> None:
        """Show the cards of this document."""
        wall = self.kind.columns(document)
        held = {column.stack.theme: column for column in self.columns}
        self.columns = [held.pop(each.theme) if each.theme in held else self._new_column() for each in wall]
        lost = any(gone.stack.hasFocus() for gone in held.values())
        for gone in held.values():
            gone.deleteLater()
        for index, (column, each) in enumerate(zip(self.columns, wall, strict=True)):
            if self._row.indexOf(column) != index:
                self._row.insertWidget(index, column)
                column.show()  # at once, so that it can have the focus
            column.show_column(each)
        if lost and self.columns:
            self.columns[0].stack.setFocus()
        self._fit()

    def _new_column(self) -> ThemeColumn:
        made = ThemeColumn(self.session, self.kind)
        made.stack.stepped.connect(self._step)
        made.stack.deleted.connect(self.deleted)
        return made

    def _step(self, card: Id, steps: int, carried: bool) -> None:
        """To the column beside, alone or with the card."""
        at = next(index for index, column in enumerate(self.columns) if column.stack is self.sender())
        to = at + steps
        if not 0 <= to < len(self.columns):
            return
        target = self.columns[to].stack.theme
        if carried and card:
            self.session.seal()
            self.session.do(self.kind.sort(card, self.columns[at].stack.theme, target))
            to = next((i for i, column in enumerate(self.columns) if column.stack.theme == target), 0)
            self.columns[to].stack.go_to(card)
        self.columns[to].stack.setFocus()
        self.area.ensureWidgetVisible(self.columns[to])

    def _follow(self) -> None:
        """To a card that was selected elsewhere."""
        if not self.session.selection or any(column.stack.hasFocus() for column in self.columns):
            return
        for column in self.columns:
            if column.stack.go_to(self.session.selection[0]):
                self.area.ensureWidgetVisible(column)
                return

    def show_theme(self, theme: Id) -> None:
        """Let the name of this theme be typed."""
        for column in self.columns:
            if column.stack.theme == theme:
                self.area.ensureWidgetVisible(column)
                column.name.setFocus()
                column.name.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Columns share the room, within reason; beyond that the wall scrolls."""
        if self.columns:
            gaps = 12 * (len(self.columns) - 1)
            share = (self.area.viewport().width() - gaps) // len(self.columns)
            line = self.fontMetrics().lineSpacing()
            for column in self.columns:
                column.set_width(min(max(share, round(NARROWEST * line)), round(WIDEST * line)))

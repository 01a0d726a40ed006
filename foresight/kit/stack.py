"""The cards of one theme: arrows walk them, Ctrl and an arrow carries one to the theme beside."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from foresight.core.document import Id
from foresight.kit.cards import CARD, MIME, CardDelegate, CardKind, Cards
from foresight.kit.session import Session

Index = QModelIndex | QPersistentModelIndex


class Stack(QListView):
    """The cards of one theme. ``stepped(card, steps, carried)``: to the column beside, with or without the card."""

    stepped = Signal(str, int, bool)
    deleted = Signal(str)

    def __init__(self, session: Session, kind: CardKind) -> None:
        super().__init__()
        self.session, self.kind = session, kind
        self.theme: Id | None = None
        self.cards = Cards(session, kind)
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(session, kind, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "quiet")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragEnabled(True)
        session.selection_changed.connect(self.viewport().update)

    @property
    def card(self) -> Id:
        """The id of the current card; "" without one."""
        card = self.currentIndex().data(CARD)
        return card.id if card is not None else ""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.session.select(self.card)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cards.rowCount():
            self.setCurrentIndex(self.cards.index(0))
        if self.card:
            self.session.select(self.card)

    def go_to(self, card: Id) -> bool:
        """Make this card the current one; False when it is not here."""
        row = next((row for row, each in enumerate(self.cards.held) if each.id == card), None)
        if row is None:
            return False
        self.go_to_row(row)
        return True

    def go_to_row(self, row: int) -> None:
        """Make the card at this place the current one; the last one when there are fewer."""
        index = self.cards.index(min(row, self.cards.rowCount() - 1))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        edit = self.kind.key(self.card, event.text()) if self.card and event.text() else None
        if steps is not None:
            self.stepped.emit(self.card, steps, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif edit is not None:
            self.session.do(edit)
        elif event.key() == Qt.Key.Key_Delete and self.card:
            self.deleted.emit(self.card)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.card:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A card was dropped on this theme."""
        source = event.source()
        card = bytes(event.mimeData().data(MIME).data()).decode("ascii", "replace")
        if isinstance(source, Stack) and source is not self and source.kind is self.kind and card:
            event.acceptProposedAction()
            self.session.seal()
            self.session.do(self.kind.sort(card, source.theme, self.theme))
            self.go_to(card)
            self.setFocus()
            self.session.select(card)

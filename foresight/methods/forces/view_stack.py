"""The forces of one corner: arrows walk them, 1 to 5 say how strong, Ctrl and an arrow carries one to the next."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from foresight.core.document import Id
from foresight.kit.session import Session
from foresight.methods.forces.model import carry_force, change_force
from foresight.methods.forces.view_cards import FORCE, MIME, ForceCards, ForceDelegate
from foresight.model.trends import Direction

Index = QModelIndex | QPersistentModelIndex
FRAME = 10
"""Left and right of the cards together, in pixels."""


class ForceStack(QListView):
    """The cards of one corner. ``stepped(card, steps, carried)``: to the column beside, with or without the card."""

    stepped = Signal(str, int, bool)
    deleted = Signal(str)

    def __init__(self, session: Session, corner: Direction) -> None:
        super().__init__()
        self.session, self.corner = session, corner
        self.cards = ForceCards(session)
        self.setModel(self.cards)
        self.delegate = ForceDelegate(session, self)
        self.setItemDelegate(self.delegate)
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
        """The force of the current card; "" without one."""
        force = self.currentIndex().data(FORCE)
        return force.id if force is not None else ""

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
        row = next((row for row, each in enumerate(self.cards.forces) if each.id == card), None)
        if row is None:
            return False
        index = self.cards.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if steps is not None:
            self.stepped.emit(self.card, steps, control)
        elif event.text() in tuple("12345") and self.card and not control:
            self.session.do(change_force(self.card, strength=int(event.text())))
        elif event.key() == Qt.Key.Key_Delete and self.card:
            self.deleted.emit(self.card)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.card:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: a digit that is typed must not lead to a card that begins with it."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.delegate.width = max(self.width() - self.verticalScrollBar().sizeHint().width() - FRAME, 80)
        self.doItemsLayout()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A card was dropped on this corner."""
        card = bytes(event.mimeData().data(MIME).data()).decode("ascii", "replace")
        if isinstance(event.source(), ForceStack) and event.source() is not self and card:
            event.acceptProposedAction()
            self.session.seal()
            self.session.do(carry_force(card, self.corner))
            self.go_to(card)
            self.setFocus()
            self.session.select(card)

"""The panel at the right: what is selected, or the card of the method."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from foresight.kit.workspace import Workspace
from foresight.shell.card import Card
from foresight.shell.pages import Pages

WIDTH = 312


class Panel(QFrame):
    """Shows the inspector of a workspace while ``wants_inspector``, and its card when asked. ``card_closed()``."""

    card_closed = Signal()

    def __init__(self, *, wants_inspector: bool) -> None:
        super().__init__()
        self.wants_inspector = wants_inspector
        self.setFixedWidth(WIDTH)
        self._blank = QWidget()
        self._cards: dict[str, Card] = {}
        self._stack = Pages()
        self._stack.addWidget(self._blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 12, 16)
        column.addWidget(self._stack)
        self.hide()

    @property
    def card(self) -> Card | None:
        """The card that is shown, if one is."""
        held = self._stack.currentWidget()
        return held if isinstance(held, Card) and not self.isHidden() else None

    def show_inspector(self, workspace: Workspace | None) -> None:
        """Show the inspector of this workspace; nothing when it has none or none is wanted."""
        inspector = workspace.inspector if workspace is not None and self.wants_inspector else None
        if inspector is not None and self._stack.indexOf(inspector) < 0:
            self._stack.addWidget(inspector)
        self._stack.setCurrentWidget(inspector or self._blank)
        self.setVisible(inspector is not None)

    def show_card(self, workspace: Workspace) -> None:
        """Show how to do this method with a room."""
        card = self._cards.get(workspace.method.id)
        if card is None:
            card = self._cards[workspace.method.id] = Card(workspace.method, self.card_closed.emit)
            self._stack.addWidget(card)
        self._stack.setCurrentWidget(card)
        self.show()
        card.close_button.setFocus()

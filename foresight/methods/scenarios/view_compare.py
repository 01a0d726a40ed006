"""Drivers x scenarios side by side, and how far the worlds differ."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.words import _
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.methods.scenarios.analysis import most_alike, warnings
from foresight.methods.scenarios.view_states import StateGrid
from foresight.model.drivers import Drivers
from foresight.model.scenarios import Scenarios


class CompareView(QWidget):
    """The comparison, with what to look at again above it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.message = plain_label("", "body")
        self.message.setAccessibleName(_("How far the worlds differ"))
        name = _("What becomes of each driver in each world")
        self.grid = StateGrid(session, name, lambda document: document[Scenarios].scenarios)
        self.grid.current_moved.connect(self._moved)
        self.key = plain_label(_("+ up, 0 as today, − down, Delete clears, Enter writes words."), "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.message)
        column.addWidget(self.grid, 1)
        column.addWidget(self.key)
        column.addStretch()
        self.setFocusProxy(self.grid)
        session.selection_changed.connect(self._show_selection)

    def render_document(self, document: Document) -> None:
        """Show the states of this document."""
        self.message.setText(self._words(document))
        filled = bool(document[Drivers].drivers and document[Scenarios].scenarios)
        self.grid.setVisible(filled)
        self.key.setVisible(filled)
        self.grid.render_document(document)
        self._show_selection()

    def _words(self, document: Document) -> str:
        if not document[Scenarios].scenarios:
            return _("There are no scenarios yet. Make them on the cross, then say here what becomes of each driver.")
        if not document[Drivers].drivers:
            return _("There are no drivers yet. Make them in the network, then say here what becomes of each.")
        if warned := warnings(document):
            return "\n".join(warned)
        return most_alike(document) or _(
            "Say what becomes of each driver in each world: then it shows how far the worlds differ."
        )

    def _moved(self, _row: int, column: int) -> None:
        if 0 <= column < len(self.grid.scenarios) and self.grid.hasFocus():
            self.session.select(self.grid.scenarios[column].id)

    def _show_selection(self) -> None:
        """The column of the selected world is the current one."""
        ids = [scenario.id for scenario in self.grid.scenarios]
        column = next((ids.index(each) for each in self.session.selection if each in ids), -1)
        current = self.grid.currentIndex()
        if column not in (-1, current.column()):
            self.grid.setCurrentIndex(self.grid.cells.index(max(current.row(), 0), column))

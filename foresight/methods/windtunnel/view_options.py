"""The test: options in worlds, and what is to be said about the option one looks at."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.words import _
from foresight.kit.labels import button, plain_label
from foresight.kit.session import Session
from foresight.methods.windtunnel.analysis import FEWEST, worlds
from foresight.methods.windtunnel.sentences import figures_sentence, kind_sentence, result_sentence, summary_sentence
from foresight.methods.windtunnel.view_grid import OptionGrid
from foresight.methods.windtunnel.view_panel import selected_option, selected_pair

SAID = 400
"""Characters of a sentence."""


class OptionsView(QWidget):
    """The grid, the whole in a sentence above it, the current option in sentences below it."""

    wants_worlds = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.message = plain_label()
        self.message.setAccessibleName(_("What holds in every world"))
        self.make_worlds = button(_("Make scenarios"), self.wants_worlds.emit)
        self.grid = OptionGrid(session)
        self.said = plain_label("", "semibold")
        self.figures = plain_label()
        for label in (self.message, self.said):  # a word that never ends must not make the window wider
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        keys = _("0 1 2 judge · − before or after: below 0 · Delete clears · Enter writes why · arrows walk")
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.message, 1)
        top.addWidget(self.make_worlds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.said)
        column.addWidget(self.figures)
        column.addWidget(plain_label(keys, "small"))
        self.setFocusProxy(self.grid)
        self.grid.current_moved.connect(self._on_current)
        session.selection_changed.connect(self._on_selection)

    def render_document(self, document: Document) -> None:
        """Show the options of this document."""
        self.message.setText(_cut(summary_sentence(document)))
        self.make_worlds.setVisible(len(worlds(document)) < FEWEST)
        with QSignalBlocker(self.grid):  # what moved is not another cell that somebody went to
            self.grid.render_document(document)
            self._follow()
        self._say()

    def _on_current(self, row: int, column: int) -> None:
        if self.grid.hasFocus() and 0 <= row < len(self.grid.results):
            pair = self.grid.pair(row, column)
            self.session.select(*(pair or (self.grid.results[row].option.id,)))
        self._say()

    def _on_selection(self) -> None:
        if self.isVisible():
            self._follow()
            self._say()

    def _follow(self) -> None:
        """To what was selected elsewhere."""
        document, ids = self.session.document, self.session.selection
        option, pair = selected_option(document, ids), selected_pair(document, ids)
        if option is not None:
            self.grid.go_to(option.id, pair[1].id if pair else None)

    def _say(self) -> None:
        row = self.grid.currentIndex().row()
        result = self.grid.results[row] if 0 <= row < len(self.grid.results) else None
        document = self.session.document
        self.said.setText(_cut(f"{kind_sentence(result)} {result_sentence(document, result)}") if result else "")
        self.figures.setText(figures_sentence(result) if result else "")


def _cut(text: str) -> str:
    """As much of a sentence as leaves room for the grid."""
    text = text.strip()
    return text if len(text) <= SAID else text[: SAID - 1].rstrip() + "…"

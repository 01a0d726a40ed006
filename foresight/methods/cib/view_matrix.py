"""The matrix as one types it, rows acting on columns, and what is to be said about it."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.words import _, ngettext
from foresight.kit.labels import button, plain_label, tip
from foresight.kit.session import Session
from foresight.methods.cib.judging import (
    balance_groups,
    check_in_words,
    in_words,
    standing_in_words,
    unbalanced,
)
from foresight.methods.cib.listing import count_told
from foresight.methods.cib.view_cells import MatrixGrid
from foresight.methods.cib.view_chosen import Chosen
from foresight.methods.cib.view_panel import judged_pair
from foresight.methods.cib.view_solving import Solving
from foresight.methods.cib.view_strip import BalanceStrip

SAID = 320
"""Characters of a sentence below the matrix."""


class MatrixView(QWidget):
    """The matrix, the balance of the combination one looks at below it, and what is to be said about both."""

    def __init__(self, session: Session, chosen: Chosen, solving: Solving) -> None:
        super().__init__()
        self.session, self.chosen, self.solving = session, chosen, solving
        self.grid = MatrixGrid(session, chosen)
        self.strip = BalanceStrip(session, chosen, self.grid)
        self.said = plain_label("", "semibold")
        self.found = plain_label("", "muted", wrap=False)
        self.stands = plain_label()
        self.check = plain_label("", "small")
        for label in (self.said, self.stands, self.check):  # a word that never ends must not make the window wider
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.mend = button("", self._mend)
        tip(self.mend, _("The same combinations hold together as before; total impacts change."))
        keys = _(
            "0–9 judge · + − sign · Enter: a number up to 20 · Delete clears · Ctrl+arrows: next block · "
            "Space or a click on a name: into the combination"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.grid, 1)
        column.addWidget(self.strip)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.said, 1)
        beside.addWidget(self.found, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(beside)
        column.addWidget(self.stands)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.check, 1)
        row.addWidget(self.mend)
        column.addLayout(row)
        column.addWidget(plain_label(keys, "small"))
        self.setFocusProxy(self.grid)
        self.grid.current_moved.connect(self._on_current)
        self.grid.clicked.connect(lambda index: self._on_current(index.row(), index.column()))
        session.selection_changed.connect(self._on_selection)
        solving.answered.connect(self._count)
        chosen.changed.connect(lambda: self._show(session.document) if self.isVisible() else None)

    def render_document(self, document: Document) -> None:
        """Show the matrix of this document, and count what holds together in it."""
        self.solving.ask(document, weigh=False)
        self._show(document)

    def _show(self, document: Document) -> None:
        self.grid.render_document(document)
        self.strip.render_document(document)
        self._follow()
        self._say()
        if not self.solving.busy:
            self._count()
        self.stands.setText(_cut(standing_in_words(document, self.chosen.inside(document))))
        self.check.setText(_cut(check_in_words(document)))
        mendable = sum(1 for group in unbalanced(document) if group.shift)
        many = ngettext("Make {n} of them sum to 0", "Make {n} of them sum to 0", mendable)
        self.mend.setText(many.format(n=mendable))
        self.mend.setVisible(mendable > 0 and not self.session.read_only)

    def _count(self) -> None:
        """How many combinations hold together now; after an edit as soon as that is known."""
        answer = self.solving.answer
        if answer is not None and self.isVisible():
            self.found.setText(count_told(answer))

    def _mend(self) -> None:
        self.session.seal()
        self.session.do(balance_groups())

    def _follow(self) -> None:
        """Go to the cell of the selected judgement, or to a first one."""
        grid, now = self.grid, self.grid.currentIndex()
        pair = judged_pair(self.session.document, self.session.selection)
        places = grid.board.places
        if pair is not None and pair[0].id in places and pair[1].id in places:
            at = grid.board.row(pair[0].id), grid.board.row(pair[1].id)
        elif grid.pair(now.row(), now.column()) is None and len(grid.board.matrix.sizes) > 1:
            at = 0, grid.board.matrix.starts[1]
        else:
            return
        if at != (now.row(), now.column()):
            with QSignalBlocker(grid.selectionModel()):  # the selection leads here, it must not follow
                grid.setCurrentIndex(grid.model().index(*at))
            grid.viewport().update()

    def _on_current(self, row: int, column: int) -> None:
        pair = self.grid.pair(row, column)
        if pair is not None:
            self.session.select(*pair)
        self._say()

    def _on_selection(self) -> None:
        if self.isVisible():
            self._follow()
            self._say()

    def _say(self) -> None:
        index: QModelIndex = self.grid.currentIndex()
        pair = self.grid.pair(index.row(), index.column())
        self.said.setText(_cut(in_words(self.session.document, *pair)) if pair else "")


def _cut(text: str) -> str:
    """As much of a sentence as leaves room for the matrix; the panel at the right shows names and reasons whole."""
    return text if len(text) <= SAID else text[: SAID - 1].rstrip() + "…"

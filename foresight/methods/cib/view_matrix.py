"""The matrix as one types it: rows act on columns. Arrows walk, digits and signs judge."""

from itertools import accumulate

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _, ngettext
from foresight.kit.grid import Grid, GridCells
from foresight.kit.labels import button, plain_label, tip
from foresight.kit.session import Session
from foresight.kit.theme import scaled
from foresight.methods.cib.analysis import Board, board
from foresight.methods.cib.judging import (
    CLEAR,
    MINUS,
    balance_groups,
    check_in_words,
    in_short,
    in_words,
    standing_in_words,
    typed_key,
    typed_number,
    unbalanced,
)
from foresight.methods.cib.listing import count_told
from foresight.methods.cib.model import STRONGEST, impacts
from foresight.methods.cib.names import names
from foresight.methods.cib.view_blocks import BlockDelegate, BlockHeader, Blocks
from foresight.methods.cib.view_chosen import Chosen
from foresight.methods.cib.view_panel import judged_pair
from foresight.methods.cib.view_solving import Solving
from foresight.methods.cib.view_strip import BalanceStrip

CELL, ROW = 36, 26
"""Pixels."""
SAID = 320
"""Characters of a sentence below the matrix."""
STRONG = 3
"""Judgements from here on are set in bold."""
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class MatrixGrid(Grid):
    """The cells. Ctrl+arrows jump from block to block, Space takes the variant of the row into the combination."""

    def __init__(self, session: Session, chosen: Chosen) -> None:
        self._minus: tuple[Id, Id] | None = None
        super().__init__(session, _("Cross-impact matrix"), self._cells, self._key, self._typed)
        self.chosen = chosen
        self.board: Board = board(session.document)
        self.marks = BlockDelegate(self)
        self.setItemDelegate(self.marks)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.across = BlockHeader(Qt.Orientation.Horizontal, self)
        self.down = BlockHeader(Qt.Orientation.Vertical, self)
        self.setHorizontalHeader(self.across)
        self.setVerticalHeader(self.down)
        self.across.setMinimumSectionSize(scaled(CELL))
        self.across.setDefaultSectionSize(scaled(CELL))
        self.down.setDefaultSectionSize(scaled(ROW))
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.across.sectionClicked.connect(self._take)
        self.down.sectionClicked.connect(self._take)

    def variant(self, section: int) -> Id:
        """The variant of a row or column."""
        at = next(at for at, end in enumerate(accumulate(self.board.matrix.sizes)) if section < end)
        return self.board.variants[at][section - self.board.matrix.starts[at]]

    def pair(self, row: int, column: int) -> tuple[Id, Id] | None:
        """Source and target of a cell; None within a descriptor and outside the matrix."""
        count = len(self.board.places)
        if not (0 <= row < count and 0 <= column < count):
            return None
        source, target = self.variant(row), self.variant(column)
        places = self.board.places
        return None if places[source][0] == places[target][0] else (source, target)

    def _cells(self, document: Document) -> GridCells:
        self.board = board(document)
        held, name = impacts(document), names(document)
        order = [variant for variants in self.board.variants for variant in variants]
        titles = [name.full(variant) for variant in order]

        def text(row: int, column: int) -> str:
            return in_short(held.get((order[row], order[column])))

        def tint(row: int, column: int) -> str:
            if self.pair(row, column) is None:
                return "raised"
            said = held.get((order[row], order[column]))
            return "" if said is None or not said.value else "warm" if said.value > 0 else "cool"

        def bold(row: int, column: int) -> bool:
            said = held.get((order[row], order[column]))
            return said is not None and abs(said.value) >= STRONG

        def spoken(row: int, column: int) -> str:
            return in_words(document, order[row], order[column]) if self.pair(row, column) else ""

        blank = [""] * len(titles)  # the header writes the titles itself, upwards
        return GridCells(titles, blank, text, tint, spoken, lambda row, at: self.pair(row, at) is not None, bold)

    def render_document(self, document: Document) -> None:
        super().render_document(document)
        name = names(document)
        rows = {variant: row for row, variant in enumerate(each for several in self.board.variants for each in several)}
        ends = {descriptor: self.board.variants[at][-1] for at, descriptor in enumerate(self.board.descriptors)}
        blocks = Blocks(
            names=[name[descriptor] for descriptor in self.board.descriptors],
            sizes=self.board.matrix.sizes,
            titles=[name[variant] for variant in rows],
            chosen=frozenset(rows[variant] for variant in self.chosen.inside(document)),
            wrong=frozenset((rows[group.source], rows[ends[group.target]]) for group in unbalanced(document)),
        )
        self.marks.blocks = blocks
        for header in (self.across, self.down):
            header.show_blocks(blocks)
        self.viewport().update()

    def _key(self, row: int, column: int, character: str) -> Edit | None:
        pair = self.pair(row, column)
        if pair is None:
            return None
        self.session.select(*pair)  # the first cell is current before anybody chose it
        made = typed_key(self.session.document, *pair, character, negative=self._minus == pair)
        self._minus = pair if character in MINUS and character else None
        if character == CLEAR:
            self.session.seal()
        return made

    def _typed(self, row: int, column: int, text: str) -> Edit | None:
        pair = self.pair(row, column)
        made = typed_number(*pair, text) if pair else None
        if made is None:
            self.session.said.emit(_("A judgement is a whole number from −{most} to {most}.").format(most=STRONGEST))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._jump(*step)
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._take(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: a sign that is typed must not lead to a cell that begins with it."""

    def _take(self, section: int) -> None:
        self.chosen.swap(self.variant(section))

    def _jump(self, down: int, across: int) -> None:
        """To the first cell of the next block in this direction that is no descriptor's own; stays at the edge."""
        starts, now = self.board.matrix.starts, self.currentIndex()
        if not now.isValid():
            return
        places = [self.board.places[self.variant(section)][0] for section in (now.row(), now.column())]
        while True:
            places = [places[0] + down, places[1] + across]
            if not all(0 <= place < len(starts) for place in places):
                return
            if places[0] != places[1]:
                self.setCurrentIndex(self.model().index(starts[places[0]], starts[places[1]]))
                return


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

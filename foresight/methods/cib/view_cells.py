"""The cells of the matrix: arrows walk, digits and signs judge."""

from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.grid import Grid, GridCells
from foresight.kit.session import Session
from foresight.kit.theme import scaled
from foresight.methods.cib.analysis import Board, board
from foresight.methods.cib.judging import (
    CLEAR,
    MINUS,
    in_short,
    in_words,
    typed_key,
    typed_number,
    unbalanced,
)
from foresight.methods.cib.model import STRONGEST, impacts
from foresight.methods.cib.names import names
from foresight.methods.cib.view_blocks import BlockDelegate, BlockHeader, Blocks
from foresight.methods.cib.view_chosen import Chosen

CELL, ROW = 36, 26
"""Pixels."""
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

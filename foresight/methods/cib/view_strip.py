"""The impact balance of the combination one looks at, right below the columns of the matrix."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QWidget

from foresight.core.document import Document
from foresight.core.words import _, number
from foresight.kit.grid import Grid, GridCells
from foresight.kit.session import Session
from foresight.kit.theme import scaled
from foresight.methods.cib.analysis import board, scores
from foresight.methods.cib.names import names
from foresight.methods.cib.view_blocks import NAME, TITLE, BlockDelegate, Blocks
from foresight.methods.cib.view_chosen import Chosen

ROW = 24


class BalanceStrip(QWidget):
    """Two rows: the score of every variant; a dot below those chosen, or by how much they fall short of the best."""

    def __init__(self, session: Session, chosen: Chosen, above: Grid) -> None:
        super().__init__()
        self.chosen, self._above = chosen, above
        self.grid = Grid(session, _("Impact balance"), self._cells)
        self.marks = BlockDelegate(self.grid)
        self.grid.setItemDelegate(self.marks)
        self.grid.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.grid.setSelectionMode(Grid.SelectionMode.NoSelection)
        self.grid.horizontalHeader().hide()
        self.grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.grid.horizontalHeader().setMinimumSectionSize(1)
        self.grid.verticalHeader().setFixedWidth(scaled(NAME + TITLE))
        self.grid.verticalHeader().setDefaultSectionSize(scaled(ROW))
        self.grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.grid.setHorizontalScrollMode(Grid.ScrollMode.ScrollPerPixel)
        self.grid.setFixedHeight(2 * scaled(ROW) + 2)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.grid)
        above.horizontalScrollBar().valueChanged.connect(self.grid.horizontalScrollBar().setValue)
        self.grid.horizontalScrollBar().valueChanged.connect(above.horizontalScrollBar().setValue)
        above.verticalScrollBar().rangeChanged.connect(self._align)

    def _align(self) -> None:
        """End where the columns above end, left of their scroll bar."""
        bar = self._above.verticalScrollBar()
        self._row.setContentsMargins(0, 0, bar.sizeHint().width() if bar.maximum() > 0 else 0, 0)

    def render_document(self, document: Document) -> None:
        """Show the balance of the combination in this document."""
        self.marks.blocks = Blocks(sizes=board(document).matrix.sizes)
        self.grid.render_document(document)
        for section in range(self._above.model().columnCount()):
            self.grid.setColumnWidth(section, self._above.columnWidth(section))
        self.grid.horizontalScrollBar().setValue(self._above.horizontalScrollBar().value())

    def _cells(self, document: Document) -> GridCells:
        held, variants, name = board(document), self.chosen.inside(document), names(document)
        sums, own = scores(document, variants), set(variants)
        order = [variant for several in held.variants for variant in several]
        best = {variant: max(sums[each] for each in several) for several in held.variants for variant in several}

        def text(row: int, column: int) -> str:
            variant = order[column]
            if row == 0:
                return number(sums[variant])
            short = best[variant] - sums[variant]
            return "" if variant not in own else f"−{short}" if short else "•"

        def tint(row: int, column: int) -> str:
            variant = order[column]
            return "" if variant not in own else "warm" if sums[variant] == best[variant] else "cool"

        def spoken(row: int, column: int) -> str:
            variant = order[column]
            told = _("{variant}: score {score}").format(variant=name.full(variant), score=text(0, column))
            if variant not in own:
                return told
            short = best[variant] - sums[variant]
            end = _("chosen, {n} less than the best").format(n=short) if short else _("chosen, and none is better")
            return f"{told}, {end}"

        rows = [_("Impact balance"), _("Chosen: • best, −n short")]
        return GridCells(rows, [""] * len(order), text, tint, spoken, bold=lambda row, column: order[column] in own)

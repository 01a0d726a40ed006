"""The list of combinations: its rows, its order, its keys."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from foresight.core.document import Document
from foresight.core.words import _, number
from foresight.kit.grid import Grid, GridCells
from foresight.kit.session import Session
from foresight.kit.theme import scaled
from foresight.methods.cib.analysis import board
from foresight.methods.cib.listing import Line, grouped, lines, sorted_by, weight_told
from foresight.methods.cib.model import CrossImpact, keep, remove_parts
from foresight.methods.cib.names import names
from foresight.methods.cib.view_chosen import Chosen
from foresight.methods.cib.view_solving import SHOWN, Solving

FIGURES = 4
"""Columns before those of the descriptors: consistency, total impact, weight, kept as."""
WEIGHT, KEPT_AS = 2, 3
KEPT, WIDEST, PADDING = 110, 200, 18
"""Widths in pixels: the name, the longest word of a title at most, and beside it."""
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
LINES = 5
"""Of a title."""
ONE, TWO = 28, 44
"""The height of rows, in pixels, with one and with two lines of text."""


class CombinationGrid(Grid):
    """One row for each combination. S or a click on a title sorts, K keeps, and again lets go; ``opened`` by Enter."""

    opened = Signal()

    def __init__(self, session: Session, chosen: Chosen, solving: Solving) -> None:
        super().__init__(session, _("Combinations that hold together"), self._cells, self._key, centred=False)
        self.chosen, self.solving = chosen, solving
        self.lines: list[Line] = []
        self._sorted: tuple[int, bool] | None = None
        self.alignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(WRAPPED)
        header.setMinimumSectionSize(scaled(40))
        header.sectionClicked.connect(self.sort)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def _cells(self, document: Document) -> GridCells:
        found = lines(document, self.solving.answer, SHOWN)
        if self._sorted is not None:
            column, reverse = self._sorted
            found = sorted_by(found, self._sort_key(document, column), reverse=reverse)
        self.lines = found
        held, name = board(document), names(document)

        def text(row: int, column: int) -> str:
            line = found[row]
            if column >= FIGURES:
                return name[line.variants[column - FIGURES]]
            weight = weight_told(self.solving.weights, line)
            return (number(line.consistency), number(line.total_impact), weight, _kept_told(line))[column]

        figures = [_("Consistency"), _("Total impact"), _("Leads here"), _("Kept as")]
        return GridCells(
            rows=[grouped(line.at + 1) if line.at is not None else "–" for line in found],
            columns=[*figures, *(name[descriptor] for descriptor in held.descriptors)],
            text=text,
            bold=lambda row, _column: found[row].kept is not None,
        )

    def _sort_key(self, document: Document, column: int) -> Callable[[Line], Any]:
        places, weights = board(document).places, self.solving.weights
        if column >= FIGURES:
            return lambda line: places[line.variants[column - FIGURES]][1]
        keys: list[Callable[[Line], Any]] = [
            lambda line: line.consistency,
            lambda line: line.total_impact,
            lambda line: weights.each[line.at].share if weights and line.at is not None else -1,
            lambda line: _kept_told(line).casefold() or "\uffff",
        ]
        return keys[column]

    def sort(self, column: int) -> None:
        """Sort by a column; figures the largest first; again, the other way round."""
        largest_first = column < KEPT_AS
        again = self._sorted is not None and self._sorted[0] == column
        self._sorted = (column, not self._sorted[1] if again and self._sorted else largest_first)
        order = Qt.SortOrder.DescendingOrder if self._sorted[1] else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSortIndicator(column, order)
        self.render_document(self.session.document)

    def render_document(self, document: Document) -> None:
        columns = self.model().columnCount()
        with QSignalBlocker(self):  # that rows are new does not mean that somebody chose one
            super().render_document(document)
        if self.model().columnCount() != columns:
            self._sorted = None
            self.horizontalHeader().setSortIndicatorShown(False)
        self._share()
        self.follow()

    def follow(self) -> None:
        """Let the row of the combination one looks at be current; without one, none is marked."""
        variants = self.chosen.variants
        row = next((at for at, line in enumerate(self.lines) if line.variants == variants), None)
        with QSignalBlocker(self.selectionModel()):  # what one looks at leads here, it must not follow
            if row is None:
                self.selectionModel().clear()
            elif row != self.currentIndex().row():
                self.setCurrentIndex(self.model().index(row, max(self.currentIndex().column(), 0)))
        self.viewport().update()

    @property
    def line(self) -> Line | None:
        """The current row."""
        row = self.currentIndex().row()
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def _key(self, row: int, column: int, character: str) -> None:
        if character in ("s", "S"):
            self.sort(column)
        elif character in ("k", "K"):
            self.toggle_kept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: letters are keys here."""

    def toggle_kept(self) -> None:
        """Keep the combination of the current row, or no longer."""
        line = self.line
        if line is None:
            return
        self.session.seal()
        if line.kept is not None:
            self.session.do(remove_parts(line.kept.id))
        elif self.session.do(keep(line.variants)):
            kept = self.session.document[CrossImpact].combinations
            self.session.select(next(held.id for held in kept if held.variants == line.variants))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Descriptors share what the figures leave of the width."""
        metrics, titles = self.horizontalHeader().fontMetrics(), self.cells.cells.columns
        longest = [max(map(metrics.horizontalAdvance, title.split()), default=0) for title in titles]
        needs = [min(width, scaled(WIDEST)) + scaled(PADDING) for width in longest]
        needs[KEPT_AS : KEPT_AS + 1] = [max(width, scaled(KEPT)) for width in needs[KEPT_AS : KEPT_AS + 1]]
        if self.solving.weights is not None and not self.solving.weights.exact:
            needs[WEIGHT] = max(needs[WEIGHT], metrics.horizontalAdvance(_("{low}–{high} %")) + scaled(PADDING))
        count = len(titles) - FIGURES
        each = (self.viewport().width() - sum(needs[:FIGURES])) // max(count, 1)
        for column, width in enumerate(needs):
            self.setColumnWidth(column, width if column < FIGURES else max(each, width))
        self.horizontalHeader().setFixedHeight(self._header_height(titles))
        self.verticalHeader().setDefaultSectionSize(scaled(TWO if self._is_narrow() else ONE))

    def _is_narrow(self) -> bool:
        """Whether the name of a variant is wider than its column."""
        document, metrics = self.session.document, self.fontMetrics()
        name = names(document)
        return any(
            metrics.horizontalAdvance(name[variant]) + scaled(PADDING) > self.columnWidth(FIGURES + at)
            for at, several in enumerate(board(document).variants)
            for variant in several
        )

    def _header_height(self, titles: Sequence[str]) -> int:
        """Room for the titles as they wrap, up to ``LINES`` lines."""
        metrics = self.horizontalHeader().fontMetrics()
        rooms = [QRect(0, 0, self.columnWidth(column) - scaled(PADDING), 5_000) for column in range(len(titles))]
        highs = [metrics.boundingRect(room, WRAPPED, title).height() for room, title in zip(rooms, titles, strict=True)]
        return min(max(highs, default=0), LINES * metrics.lineSpacing()) + scaled(12)


def _kept_told(line: Line) -> str:
    if line.kept is None:
        return ""
    return line.kept.name or _("kept")

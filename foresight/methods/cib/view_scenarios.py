"""The combinations that hold together, as a list that follows every edit."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QRect, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QProgressBar, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.words import _, number
from foresight.kit.grid import Grid, GridCells
from foresight.kit.labels import button, plain_label
from foresight.kit.session import Session
from foresight.kit.theme import scaled
from foresight.methods.cib.analysis import board
from foresight.methods.cib.listing import Line, count_told, grouped, lines, sorted_by, weight_told
from foresight.methods.cib.model import Combination, CrossImpact, keep, remove_parts
from foresight.methods.cib.names import names
from foresight.methods.cib.view_chosen import Chosen
from foresight.methods.cib.view_conditions import Conditions
from foresight.methods.cib.view_solving import SHOWN, Solving

FIGURES = 4
"""Columns before those of the descriptors: consistency, total impact, weight, kept as."""
WEIGHT, KEPT_AS = 2, 3
KEPT, WIDEST, PADDING = 110, 200, 18
"""Widths in pixels: the name, the longest word of a title at most, and beside it."""
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
LINES = 5
"""Of a title."""
GRACE = 150
"""Milliseconds of searching of which nothing is said."""


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
        self.verticalHeader().setDefaultSectionSize(scaled(28))
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


class ScenariosView(QWidget):
    """What is looked for, how many were found, and all of them. ``opened`` when one is to be explained."""

    opened = Signal()

    def __init__(self, session: Session, chosen: Chosen, solving: Solving) -> None:
        super().__init__()
        self.session, self.chosen, self.solving = session, chosen, solving
        self.conditions = Conditions(session)
        self.count = plain_label("", "semibold")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Searching combinations"))
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1_000)
        self.bar.setFixedWidth(scaled(120))
        self.stop = button(_("Stop"), solving.stop, icon_name="stop")
        self.grid = CombinationGrid(session, chosen, solving)
        self.note = plain_label("", "small")
        self.keep = button(_("Keep this combination"), self.grid.toggle_kept, icon_name="star")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(GRACE)
        self._patience.timeout.connect(self._say)
        self._lay_out()
        self.setFocusProxy(self.grid)
        self.grid.current_moved.connect(self._on_current)
        self.grid.opened.connect(self.opened)
        chosen.changed.connect(self._on_chosen)
        solving.answered.connect(self._refresh)
        solving.weighed.connect(self._refresh)
        solving.busy_changed.connect(self._on_busy)
        solving.progressed.connect(lambda share: self.bar.setValue(round(1_000 * share)))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.count, 1)
        top.addWidget(self.bar)
        top.addWidget(self.stop)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.note, 1)
        below.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.conditions)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addLayout(below)

    def render_document(self, document: Document) -> None:
        """Show the combinations of this document; those of before until they are found."""
        self.conditions.render_document(document)
        self.solving.ask(document)
        self.grid.render_document(document)
        self._say()

    def _refresh(self) -> None:
        if self.isVisible():
            self.grid.render_document(self.session.document)
            self._say()

    def _on_busy(self, busy: bool) -> None:
        self.bar.setValue(0)
        if busy:
            self._patience.start()
        else:
            self._patience.stop()
            self._say()

    def _say(self) -> None:
        answer, busy = self.solving.answer, self.solving.busy and not self._patience.isActive()
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        if busy:
            self.count.setText(_("Searching…"))
        else:
            self.count.setText(self.solving.refused or (count_told(answer) if answer is not None else ""))
        self.note.setText(self._note())
        line = self.grid.line
        kept = line is not None and line.kept is not None
        self.keep.setText(_("No longer keep it") if kept else _("Keep this combination"))
        self.keep.setEnabled(line is not None and not self.session.read_only)

    def _note(self) -> str:
        answer = self.solving.answer
        if answer is not None and answer.complete and not answer.count and not self.solving.busy:
            return _("None holds together. Tolerate more with the slider, or look under Why what stands against it.")
        said = [_("Leads here: starting points from which everything moves to this combination.")]
        if answer is not None and len(answer.states) > SHOWN:
            said.insert(0, _("The first {n} are shown.").format(n=grouped(SHOWN)))
        if any(line.at is None for line in self.grid.lines):
            said.insert(0, _("–: kept, but not among those looked for."))
        part, shown = self.session.document[CrossImpact], {line.kept for line in self.grid.lines}
        lost = [held.name or _("without a name") for held in part.combinations if held not in shown]
        if lost:
            told = _("Kept, but without a variant of every descriptor: {names}.")
            said.insert(0, told.format(names=", ".join(lost)))
        return " ".join([*said, _("Enter tells why it holds, K keeps, S sorts by a column.")])

    def _on_current(self, row: int, _column: int) -> None:
        line = self.grid.line
        if line is None:
            return
        self.chosen.choose(line.variants)
        document = self.session.document
        if line.kept is not None:
            self.session.select(line.kept.id)
        elif any(document.find(each, Combination) for each in self.session.selection):
            self.session.select()
        self._say()

    def _on_chosen(self) -> None:
        if self.isVisible():
            self.grid.follow()
            self._say()

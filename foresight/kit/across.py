"""Grids with a column for each group: things down, groups across, one key a cell."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.grid import GridCells
from foresight.kit.keys import KeyButtons
from foresight.kit.labels import button, plain_label, told_label
from foresight.kit.session import Session
from foresight.kit.stepping import SteppingGrid
from foresight.kit.theme import scaled
from foresight.model.groups import Groups

CELL, NARROWEST, ROW = 64, 30, 26
"""Pixels: the widths of the column of a group, at most and at least, and the height of a row."""
LEAST = 160
"""Pixels of the things down, before the grid scrolls sideways."""
PADDING = 14
"""Pixels beside the name of a group together."""


class GroupGrid(SteppingGrid):
    """The first column holds what all groups say together, the others one group each; one always is at a group.

    Columns become narrower so that all groups are seen at once. Where names have no room then, the number of each
    group in the room stands above its column, and its name in the tip; the name of the current one is in the corner.
    ``names`` is how wide the things down may be, ``first`` how wide the first column is, ``narrowest`` how narrow a
    group may become for what stands in its cells, in pixels.
    """

    def __init__(
        self,
        session: Session,
        name: str,
        cells: Callable[[Document], GridCells],
        key: Callable[[int, int, str], Edit | None],
        *,
        names: int,
        first: int,
        narrowest: int = NARROWEST,
    ) -> None:
        self.names, self.first, self.narrowest, self._numbered = names, first, narrowest, False
        super().__init__(session, name, cells, key, sparing=True)
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setDefaultSectionSize(scaled(ROW))
        across.setMinimumSectionSize(scaled(narrowest))
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for header in (down, across):
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.corner = plain_label("", "semibold", wrap=False)
        self.corner.setParent(self)
        self.current_moved.connect(lambda _row, _column: self._name_current())
        down.geometriesChanged.connect(self._fit)

    def render_document(self, document: Document) -> None:
        """Show the cells of this document."""
        super().render_document(document)
        self._fit()
        at = self.currentIndex()
        if at.column() < 1 < self.model().columnCount():
            self.setCurrentIndex(self.model().index(max(at.row(), 0), 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        groups, header = self.cells.cells.columns[1:], self.horizontalHeader()
        frame = 2 * self.frameWidth() + self.verticalScrollBar().sizeHint().width()
        rest = self.width() - frame - scaled(self.first) - len(groups) * scaled(self.narrowest)
        self.verticalHeader().setMaximumWidth(min(max(rest, scaled(LEAST)), scaled(self.names)))
        share = (self.viewport().width() - scaled(self.first)) // max(len(groups), 1)
        width = min(max(share, scaled(self.narrowest)), scaled(CELL))
        needed = max(map(header.fontMetrics().horizontalAdvance, groups), default=0) + scaled(PADDING)
        numbered = width < min(needed, scaled(CELL))
        header.setDefaultSectionSize(width)
        self.setColumnWidth(0, scaled(self.first))
        if numbered != self._numbered:
            self._numbered = numbered
            self.model().headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(groups))
        self._name_current()

    def _name_current(self) -> None:
        """Say in the corner above the things whose column it is."""
        at, titles = self.currentIndex().column(), self.cells.cells.columns
        name = titles[at] if 0 < at < len(titles) else ""
        frame, wide, high = self.frameWidth(), self.verticalHeader().width(), self.horizontalHeader().height()
        self.corner.setGeometry(frame + PADDING // 2, frame, wide - PADDING, high)
        metrics = self.corner.fontMetrics()
        self.corner.setText(metrics.elidedText(name, Qt.TextElideMode.ElideRight, wide - PADDING))

    def heading(self, column: int) -> str:
        """What stands above a column: the name, or the number of its group where names have no room."""
        return str(column) if self._numbered and column else super().heading(column)


class AcrossView(QWidget):
    """A grid of the groups, below it what the counts of its current row say, and its keys as buttons.

    Sub-classes fill ``said`` in ``say``, which is called when the document was shown, and offer ``keys``. ``lines`` are
    kept for what is said, so that the grid stays where it is while one types.
    """

    wants_groups = Signal()

    def __init__(self, session: Session, grid: GroupGrid, *, lines: int) -> None:
        super().__init__()
        self.session, self.grid, self.keys = session, grid, KeyButtons(grid)
        self.said = told_label()
        self.said.setMinimumHeight(lines * self.said.fontMetrics().lineSpacing())
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.no_groups = button(_("Add groups first"), self.wants_groups.emit, role="primary")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(self.no_groups, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(self.said)
        self.column.addWidget(self.keys)
        self.setFocusProxy(self.grid)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.no_groups.setVisible(not document[Groups].groups)
        self.grid.render_document(document)
        self.say()

    def say(self) -> None:
        """Show what the counts say of the current row."""
        raise NotImplementedError

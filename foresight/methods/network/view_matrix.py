"""The network as a matrix: rows act on columns. Arrows walk, digits and signs grade."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.grid import Grid, GridCells
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.kit.theme import scaled
from foresight.methods.network.analysis import ROLE_TINTS, ROLES, parts
from foresight.methods.network.grading import graded, graded_by, in_short, judged_in_short
from foresight.methods.network.view_voice import VoiceBar
from foresight.methods.network.words import link_in_words
from foresight.model.drivers import Drivers, Link, link_between, set_link
from foresight.model.judgements import Judgement, Judgements

CELL, SUM, ROLE, NAME = 40, 78, 140, 210
"""Widths of a cell, of a sum, of the role and (at most) of the names, in pixels."""


def _keys(as_group: bool) -> str:
    """What the keys do."""
    if as_group:
        return _("0 1 2 3 strength · + − ? sign · Delete withdraws · arrows walk")
    return _("1 2 3 strength · + − ? sign · p only possible · d delay · 0 or Delete removes · arrows walk")


class MatrixView(QWidget):
    """Cells for all pairs of drivers, and their sums and roles around them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._count = 0
        self.grid = Grid(session, _("Matrix of drivers"), self._cells, self._key, sparing=True)
        self.grid.verticalHeader().setMaximumWidth(scaled(NAME))
        self.grid.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.grid.verticalHeader().setDefaultSectionSize(scaled(28))
        self.grid.horizontalHeader().setMinimumSectionSize(scaled(CELL))
        self.grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.grid.horizontalHeader().setDefaultSectionSize(scaled(CELL))
        self.grid.doubleClicked.connect(self._on_double_click)
        self.grid.current_moved.connect(self._on_current)
        session.selection_changed.connect(self._on_selection)
        self.said = plain_label()
        self.keys = plain_label("", "small")
        self.voice = VoiceBar()
        self.voice.turned.connect(self._on_voice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.voice)
        column.addWidget(self.grid, 1)
        column.addWidget(self.said)
        column.addWidget(self.keys)
        self.setFocusProxy(self.grid)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.voice.render_document(document)
        self.keys.setText(_keys(as_group=self.voice.group is not None))
        self.grid.render_document(document)
        count = len(document[Drivers].drivers)
        if count != self._count:
            self._count = count
            for column in range(count + 2):
                width = SUM if column == 0 else CELL if column <= count else ROLE
                self.grid.setColumnWidth(column, scaled(width))
        self._follow()
        self._say()

    def _follow(self) -> None:
        """Go to the cell of the selected link, or to a first pair."""
        drivers = [driver.id for driver in self.session.document[Drivers].drivers]
        link = self.session.document.find(self.session.selection[0], Link) if self.session.selection else None
        at = self.grid.currentIndex()
        row, column = at.row(), at.column()
        if link is not None:
            row, column = drivers.index(link.source) + 1, drivers.index(link.target) + 1
        elif row < 1 or column < 1:
            row, column = 1, 2
        if (row, column) != (at.row(), at.column()) and len(drivers) > 1:
            with QSignalBlocker(self.grid.selectionModel()):  # the selection leads here, it must not follow
                self.grid.setCurrentIndex(self.grid.model().index(row, column))
            self.grid.viewport().update()

    def _cells(self, document: Document) -> GridCells:
        """The first row holds dependences, the first column influences, the last one roles; between them pairs."""
        part, held = document[Drivers], list(parts(document).values())
        count = len(part.drivers)
        index = {driver.id: at for at, driver in enumerate(part.drivers, 1)}
        links = {(index[link.source], index[link.target]): link for link in part.links}
        judged = {
            (index[one.source], index[one.target]): one
            for one in document[Judgements].judgements
            if one.group == self.voice.group
        }

        def is_pair(row: int, column: int) -> bool:
            return row > 0 and 0 < column <= count

        def text(row: int, column: int) -> str:
            if is_pair(row, column) and self.voice.group:
                return judged_in_short(judged.get((row, column)))
            if is_pair(row, column):
                return in_short(links.get((row, column)))
            if row == 0:
                return str(held[column - 1].dependence) if 0 < column <= count else ""
            return str(held[row - 1].influence) if column == 0 else _(ROLES[held[row - 1].role])

        def tint(row: int, column: int) -> str:
            if is_pair(row, column):
                said = judged.get((row, column)) if self.voice.group else links.get((row, column))
                return "raised" if row == column else _tint(said)
            return ROLE_TINTS[held[row - 1].role] if row and column else "raised"

        return GridCells(
            rows=[_("Dependence"), *(f"{at} {driver.title}" for at, driver in enumerate(part.drivers, 1))],
            columns=[_("Influence"), *(str(at + 1) for at in range(count)), _("Role")],
            text=text,
            tint=tint,
            spoken=lambda row, column: self._in_words(document, row, column) or text(row, column),
            enabled=lambda row, column: row != column and (row > 0 or column <= count),
            bold=lambda row, column: not row or not column,
        )

    def _pair(self, document: Document, row: int, column: int) -> tuple[Id, Id] | None:
        """The drivers of a cell, None where it has no two."""
        drivers = document[Drivers].drivers
        if row == column or not (0 < row <= len(drivers) and 0 < column <= len(drivers)):
            return None
        return drivers[row - 1].id, drivers[column - 1].id

    def _in_words(self, document: Document, row: int, column: int) -> str:
        """What a cell of a pair says, "" for the others."""
        pair = self._pair(document, row, column)
        return link_in_words(document, *pair) if pair else ""

    def _key(self, row: int, column: int, character: str) -> Edit | None:
        pair = self._pair(self.session.document, row, column)
        if pair and self.voice.group:
            return graded_by(self.session.document, self.voice.group, *pair, character)
        return graded(self.session.document, *pair, character) if pair else None

    def _on_voice(self) -> None:
        """Show and type the judgement of somebody else."""
        self.session.seal()
        self.render_document(self.session.document)
        self.grid.setFocus()

    def _on_current(self, row: int, column: int) -> None:
        """Select what the cell stands for: the link, or the driver of the row."""
        document = self.session.document
        pair = self._pair(document, row, column)
        link = link_between(document, *pair) if pair else None
        drivers = document[Drivers].drivers
        if link is not None:
            self.session.select(link.id)
        elif 0 < row <= len(drivers):
            self.session.select(drivers[row - 1].id)
        self._say()

    def _on_double_click(self, index: QModelIndex) -> None:
        """Make a link of an empty pair, and select what is there, for the inspector to grade."""
        pair = self._pair(self.session.document, index.row(), index.column())
        if pair is None:
            return
        if link_between(self.session.document, *pair) is None:
            self.session.seal()
            self.session.do(set_link(*pair))
        self._on_current(index.row(), index.column())

    def _on_selection(self) -> None:
        if self.isVisible():
            self._follow()
            self._say()

    def _say(self) -> None:
        index = self.grid.currentIndex()
        self.said.setText(self._in_words(self.session.document, index.row(), index.column()))


def _tint(held: Link | Judgement | None) -> str:
    if held is None or not held.strength or held.sign == "?" or (isinstance(held, Link) and held.potential):
        return ""
    return "warm" if held.sign == "+" else "cool"

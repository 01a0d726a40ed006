"""The forces in every world: a small triangle for each, and a grid in which one digit says how strong a force is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.look import Look
from foresight.core.words import _
from foresight.kit.grid import GridCells
from foresight.kit.labels import button, plain_label
from foresight.kit.marks import scenario_icon
from foresight.kit.session import Session
from foresight.kit.stepping import SteppingGrid
from foresight.kit.tall import TallFigure
from foresight.kit.theme import scaled
from foresight.methods.forces.analysis import balance, worlds
from foresight.methods.forces.model import CORNERS, Force, Forces, change_force, set_level
from foresight.methods.forces.sentences import corner_name, worlds_sentence
from foresight.model.scenarios import Scenarios, display_name

TAKEN_BACK = "\x7f"
CORNER, TODAY = 0, 1
"""Columns before the worlds."""
NAME, BEFORE, NARROWEST, HEAD = 240, 72, 96, 58
"""Pixels: the width of the names at most, of the columns before the worlds, of a world at least; the headings."""


class WorldGrid(SteppingGrid):
    """Forces down; their corner, today and every world across."""

    def __init__(self, session: Session) -> None:
        self.forces: tuple[Force, ...] = ()
        self.worlds: tuple[Id, ...] = ()
        super().__init__(session, _("Strength of the forces in the worlds"), self._make_cells, self._pressed)
        self.verticalHeader().setMaximumWidth(scaled(NAME))
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setDefaultSectionSize(scaled(26))
        across = self.horizontalHeader()
        across.setMinimumSectionSize(scaled(BEFORE))
        across.setFixedHeight(scaled(HEAD))
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        self.current_moved.connect(self._select)

    def render_document(self, document: Document) -> None:
        super().render_document(document)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The worlds share the room, within reason."""
        across, before = self.horizontalHeader(), scaled(BEFORE)
        names = self.verticalHeader().width()
        room = self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width() - names - 2 * before
        step = max(room // max(len(self.worlds), 1), scaled(NARROWEST))
        for column in range(across.count()):
            across.resizeSection(column, step if column > TODAY else before)

    def _make_cells(self, document: Document) -> GridCells:
        part = document[Forces]
        self.forces = tuple(sorted(part.forces, key=lambda force: CORNERS.index(force.corner)))
        self.worlds = tuple(world.id for world in document[Scenarios].scenarios)
        levels = {(level.force, level.scenario): level.strength for level in part.levels}
        forces, ids = self.forces, self.worlds

        def own(row: int, column: int) -> int | None:
            return levels.get((forces[row].id, ids[column - 2])) if column > TODAY else None

        def text(row: int, column: int) -> str:
            if column == CORNER:
                return corner_name(forces[row].corner)
            held = own(row, column)
            if column == TODAY or held is not None:
                return str(forces[row].strength if held is None else held)
            return f"({forces[row].strength})"

        def tint(row: int, column: int) -> str:
            if column <= TODAY:
                return "raised"
            held = own(row, column)
            change = 0 if held is None else held - forces[row].strength
            return "warm" if change > 0 else "cool" if change < 0 else ""

        return GridCells(
            rows=[force.text for force in forces],
            columns=[_("Corner"), _("Today"), *(display_name(document, world) for world in ids)],
            text=text,
            tint=tint,
            spoken=lambda row, column: f"{forces[row].text}: {text(row, column)}",
            enabled=lambda row, column: column != CORNER,
            column_icon=lambda column: scenario_icon(column - 2) if column > TODAY else None,
        )

    def _pressed(self, row: int, column: int, character: str) -> Edit | None:
        self.hit = False
        if not (0 <= row < len(self.forces) and TODAY <= column <= TODAY + len(self.worlds)):
            return None
        force = self.forces[row].id
        self.hit = character in tuple("12345" if column == TODAY else "012345")
        if column == TODAY:
            return change_force(force, strength=int(character)) if self.hit else None
        if character == TAKEN_BACK:
            return set_level(force, self.worlds[column - 2], None)
        return set_level(force, self.worlds[column - 2], int(character)) if self.hit else None

    def _select(self, row: int, _column: int) -> None:
        if 0 <= row < len(self.forces):
            self.session.select(self.forces[row].id)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: a digit that is typed must not lead to a cell that begins with it."""


class WorldsView(QWidget):
    """The small triangles, what they say, and the grid."""

    wants_scenarios = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.picture = TallFigure(_("Forces in the worlds"))
        self.said = plain_label("")
        self.grid = WorldGrid(session)
        self.no_worlds = button(_("Make scenarios first"), self.wants_scenarios.emit, role="primary")
        self.keys = plain_label(
            _("0–5 strength in this world, then down · Delete: as today · (3) is as today"), "small"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.picture, 5)
        column.addWidget(self.said)
        column.addWidget(self.no_worlds, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.grid, 4)
        column.addWidget(self.keys)
        self.setFocusProxy(self.grid)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        held = worlds(document)
        has_worlds = bool(document[Scenarios].scenarios)
        self.no_worlds.setHidden(has_worlds)
        self.picture.setVisible(bool(held))
        self.grid.render_document(document)
        said = worlds_sentence(document)
        if not self.grid.forces:
            said = _("Type the forces in under “Triangle” first.")
        elif has_worlds and not held:
            said = _("Say how strong each force is in each world: worlds should differ in all three corners.")
        self.said.setText(said)
        if self.grid.currentIndex().column() < TODAY and self.grid.forces:
            self.grid.setCurrentIndex(self.grid.model().index(0, min(TODAY + 1, self.grid.model().columnCount() - 1)))
        if held:
            self._show(document, said)

    def _show(self, document: Document, said: str) -> None:
        # The figure loads reportlab, so it is imported when it is first drawn.
        from foresight.methods.forces.figure_worlds import smalls, worlds_height, worlds_picture

        small, today = smalls(document), balance(document)

        def draw(width: float, height: float, look: Look) -> object:
            return worlds_picture(small, today, width, height, look)

        self.picture.show_figure(draw, said, lambda width: worlds_height(small, width))

"""What becomes of drivers in worlds, as a grid: arrows and words in every cell."""

from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.look import Look
from foresight.core.picture import Shape
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import N_, _
from foresight.kit.charts import paint
from foresight.kit.editing import ProseDelegate
from foresight.kit.grid import Grid, GridCells
from foresight.kit.limits import kept
from foresight.kit.marks import scenario_icon
from foresight.kit.session import Session
from foresight.kit.theme import look
from foresight.methods.scenarios.analysis import compared_drivers, state_in
from foresight.model.drivers import Driver
from foresight.model.scenarios import Scenario, Scenarios, display_name, letter, set_state

WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
MOVES = {-1: N_("down"), 0: N_("as today"), 1: N_("up")}
KEYS = {"+": 1, "0": 0, "-": -1, "−": -1}
SIZE = 16
"""Of a drawn arrow or mark, in pixels."""


@cache
def arrow(direction: int, look: Look) -> QIcon:
    """The drawn mark of a direction: up, a bar, down."""
    from foresight.methods.scenarios import figure_world

    return _drawn(figure_world.arrow(direction, SIZE, look).plain())


def _drawn(shapes: Sequence[Shape]) -> QIcon:
    made = QIcon()
    for factor in (1, 2):
        pixmap = QPixmap(SIZE * factor, SIZE * factor)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.scale(factor, factor)
        paint(painter, shapes)
        painter.end()
        pixmap.setDevicePixelRatio(factor)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            made.addPixmap(pixmap, mode)
    return made


class _Arrows(ProseDelegate):
    """Draws the arrow of a state before its words, which are edited on several lines."""

    def __init__(self, grid: "StateGrid") -> None:
        super().__init__(grid)
        self._grid = grid

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        direction = self._grid.direction(index.row(), index.column())
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        if direction is not None:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = arrow(direction, look())
            option.decorationSize = QSize(SIZE, SIZE)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        room = QRect(0, 0, max(self._grid.columnWidth(index.column()) - SIZE - 22, 20), 5000)
        height = self._grid.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, index.data()).height()
        return QSize(room.width(), height + 10)


class StateGrid(Grid):
    """Drivers x some scenarios. Keys: + up, 0 as today, - down, Delete clears; Enter or F2 writes words."""

    def __init__(self, session: Session, name: str, shown: Callable[[Document], Sequence[Scenario]]) -> None:
        self.drivers: tuple[Driver, ...] = ()
        self.scenarios: Sequence[Scenario] = ()
        self._shown = shown
        super().__init__(session, name, self._state_cells, self._pressed, self._written)
        self.alignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.setItemDelegate(_Arrows(self))
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(Grid.ScrollMode.ScrollPerPixel)
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(110)
        across.setDefaultAlignment(WRAPPED)
        down = self.verticalHeader()
        down.setDefaultAlignment(WRAPPED)
        down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        down.setMinimumSectionSize(36)

    def render_document(self, document: Document) -> None:
        """Show the states of this document."""
        super().render_document(document)
        self._fit_head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.verticalHeader().setFixedWidth(min(max(self.width() // 4, 110), 190))
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """Let long names wrap in the header, up to eight lines."""
        across = self.horizontalHeader()
        metrics = across.fontMetrics()
        room = QRect(0, 0, max(int((across.sectionSize(0) - SIZE - 20) * 0.94), 60), 2000)  # the current one is bold
        heights = [metrics.boundingRect(room, WRAPPED, text).height() for text in self.cells.cells.columns]
        across.setFixedHeight(min(max(heights, default=0), 8 * metrics.lineSpacing()) + 14)

    def direction(self, row: int, column: int) -> int | None:
        """Where the driver in this row goes in the scenario of this column; None when that is not said."""
        state = state_in(self.session.document, self.scenarios[column], self.drivers[row].id)
        return state.direction if state else None

    def _state_cells(self, document: Document) -> GridCells:
        self.drivers, self.scenarios = compared_drivers(document), self._shown(document)
        places = [document[Scenarios].scenarios.index(item) for item in self.scenarios]

        def text(row: int, column: int) -> str:
            state = state_in(document, self.scenarios[column], self.drivers[row].id)
            if state is None:
                return ""
            return state.text or (_(MOVES[state.direction]) if state.direction is not None else "")

        def spoken(row: int, column: int) -> str:
            direction, words = self.direction(row, column), text(row, column)
            move = _(MOVES[direction]) if direction is not None else ""
            said = ", ".join(dict.fromkeys(part for part in (move, words) if part)) or _("not said")
            return f"{self.drivers[row].title}, {heads[column]}: {said}"

        heads = [
            f"{letter(at)}  {item.name}" if item.name else display_name(document, item.id)
            for at, item in zip(places, self.scenarios, strict=True)
        ]
        return GridCells(
            [driver.title for driver in self.drivers],
            heads,
            text,
            spoken=spoken,
            column_icon=lambda column: scenario_icon(places[column], SIZE),
        )

    def _ids(self, row: int, column: int) -> tuple[Id, Id]:
        return self.scenarios[column].id, self.drivers[row].id

    def _pressed(self, row: int, column: int, character: str) -> Edit | None:
        scenario, driver = self._ids(row, column)
        if character == "\x7f":
            return set_state(scenario, driver, direction=None, text="")
        return set_state(scenario, driver, direction=KEYS[character]) if character in KEYS else None

    def _written(self, row: int, column: int, text: str) -> Edit | None:
        scenario, driver = self._ids(row, column)
        shown = self.cells.cells.text(row, column)
        return (
            None
            if text == shown
            else set_state(scenario, driver, text=kept(self.session, clean_line(text, len(text)), LINE_LENGTH))
        )

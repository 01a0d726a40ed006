"""Signposts x worlds as a grid: one key in each cell says where the signpost goes in that world."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.grid import Grid, GridCells
from foresight.kit.labels import plain_label
from foresight.kit.marks import scenario_icon
from foresight.kit.session import Session
from foresight.methods.signposts.analysis import latest, power
from foresight.methods.signposts.model import DIRECTIONS, WRITTEN, Direction, Signpost, Signposts, expect
from foresight.methods.signposts.sentences import power_words, remarks
from foresight.model.scenarios import Scenario, Scenarios, display_name, letter

KEYS: dict[str, Direction] = {"0": 0, "1": 1, "2": 2}
STEPS = {"+": 1, "-": -1, "−": -1}
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
WORLD, POWER, SEEN = 112, 108, 52
"""Widths of columns in pixels; the texts take what is left."""


def stepped(held: Direction | None, by: int) -> Direction:
    """One step up or down from ``held`` (from as today when nothing is said), no further than the ends."""
    wanted = min(max((held or 0) + by, -2), 2)
    return next(direction for direction in DIRECTIONS if direction == wanted)


class ExpectationGrid(Grid):
    """Keys: + and − step up and down, 0 as today, Delete takes back."""

    def __init__(self, session: Session) -> None:
        self.signposts: tuple[Signpost, ...] = ()
        self.worlds: tuple[Scenario, ...] = ()
        super().__init__(session, _("What each world expects"), self._cells_of, self._pressed)
        self.alignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().lineSpacing() + 12)
        self.horizontalHeader().setDefaultAlignment(WRAPPED)
        self.horizontalHeader().setMinimumSectionSize(44)
        self.setWordWrap(True)
        self.current_moved.connect(self._select)
        session.selection_changed.connect(self._follow)

    def render_document(self, document: Document) -> None:
        """Show the expectations of this document."""
        super().render_document(document)
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """The worlds share what the texts, which need more than a quarter, leave them."""
        if not self.cells.columnCount():
            return
        room = self.viewport().width()
        each = max(min(WORLD, (73 * room // 100 - POWER - SEEN) // max(len(self.worlds), 1)), self._longest_word())
        widths = [each] * len(self.worlds) + [POWER, SEEN]
        for column, width in enumerate(widths, 1):
            self.setColumnWidth(column, width)
        self.setColumnWidth(0, max(room - sum(widths), 120))
        self._fit_head(each)

    def _longest_word(self) -> int:
        """The width of a column whose head cuts no word of a name: up to twice the usual one."""
        metrics = self.horizontalHeader().fontMetrics()
        words = [word for name in self._names() for word in name.split()]
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return min(max(round(longest / 0.9) + 36, 44), 2 * WORLD)

    def _names(self) -> Sequence[str]:
        return self.cells.cells.columns[1 : len(self.worlds) + 1]

    def _fit_head(self, width: int) -> None:
        """Let the names of worlds wrap, up to four lines."""
        metrics = self.horizontalHeader().fontMetrics()
        room = QRect(0, 0, max(round(0.9 * (width - 36)), 20), 2000)  # beside the mark; the current one is bold
        heights = [metrics.boundingRect(room, WRAPPED, name).height() for name in self._names()]
        tallest = min(max(heights, default=0), 4 * metrics.lineSpacing())
        self.horizontalHeader().setFixedHeight(max(tallest, metrics.lineSpacing()) + 14)

    def _cells_of(self, document: Document) -> GridCells:
        self.signposts, self.worlds = document[Signposts].signposts, document[Scenarios].scenarios
        signposts, worlds = self.signposts, self.worlds
        names = [display_name(document, world.id) for world in worlds]

        def direction(row: int, column: int) -> Direction | None:
            if 1 <= column <= len(worlds):
                return signposts[row].expected(worlds[column - 1].id)
            seen = latest(signposts[row]) if column == len(worlds) + 2 else None
            return seen.value if seen else None

        def text(row: int, column: int) -> str:
            if column == 0:
                return signposts[row].text
            if column == len(worlds) + 1:
                return power_words(signposts[row])
            held = direction(row, column)
            return "" if held is None else WRITTEN[held]

        def tint(row: int, column: int) -> str:
            if column == len(worlds) + 1:
                told = len(signposts[row].expectations) > 1 and power(signposts[row]) == 0
                return "drop" if told else ""
            held = direction(row, column) or 0
            return "warm" if held > 0 else "cool" if held < 0 else ""

        def spoken(row: int, column: int) -> str:
            held = direction(row, column)
            is_said = column in (0, len(worlds) + 1)
            said = text(row, column) if is_said else _("not said") if held is None else _(DIRECTIONS[held])
            return said if column == 0 else f"{signposts[row].text}, {titles[column]}: {said}"

        titles = (_("Signpost"), *names, _("Tells apart"), _("Seen"))
        heads = (
            titles[0],
            *(f"{letter(at)}  {name}" for at, name in enumerate(names)),
            *titles[-2:],
        )
        return GridCells(
            [signpost.id for signpost in signposts],
            heads,
            text,
            tint=tint,
            spoken=spoken,
            column_icon=lambda column: scenario_icon(column - 1) if 1 <= column <= len(worlds) else None,
        )

    def _pressed(self, row: int, column: int, character: str) -> Edit | None:
        if not 1 <= column <= len(self.worlds):
            return None
        signpost, world = self.signposts[row], self.worlds[column - 1].id
        if character == "\x7f":
            return expect(signpost.id, world, None)
        if character in STEPS:
            return expect(signpost.id, world, stepped(signpost.expected(world), STEPS[character]))
        return expect(signpost.id, world, KEYS[character]) if character in KEYS else None

    def go_to(self, signpost: Id) -> None:
        """Make the first world of this signpost the current cell, ready for keys."""
        row = next((row for row, each in enumerate(self.signposts) if each.id == signpost), None)
        if row is not None:
            self.setFocus()
            self.setCurrentIndex(self.cells.index(row, 1))

    def _select(self, row: int, _column: int) -> None:
        if self.hasFocus() and 0 <= row < len(self.signposts):
            self.session.select(self.signposts[row].id)

    def _follow(self) -> None:
        row = next((row for row, each in enumerate(self.signposts) if each.id in self.session.selection), None)
        if row is not None and row != self.currentIndex().row():
            self.setCurrentIndex(self.cells.index(row, max(self.currentIndex().column(), 1)))


class BoardView(QWidget):
    """The grid, what the keys do, and what to look at again."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.grid = ExpectationGrid(session)
        self.key = plain_label(
            _("In each world: + up, ++ sharply up, 0 as today, − down, −− sharply down. Delete takes back."), "small"
        )
        self.remarks = plain_label("", "body")
        self.remarks.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # for words that never end
        self.remarks.setAccessibleName(_("What to look at again"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.grid, 1)
        column.addWidget(self.key)
        column.addWidget(self.remarks)
        self.setFocusProxy(self.grid)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.grid.render_document(document)
        found = remarks(document)
        if len(document[Scenarios].scenarios) < 2:
            found = (_("There are no two worlds yet. Make them under Scenarios, then say here what each expects."),)
        self.remarks.setText("\n".join(found[:3]))
        self.remarks.setVisible(bool(found))

"""Options in worlds, as a grid: arrows walk, digits and a minus judge, Enter writes why."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import PROSE_LENGTH, clean_prose
from foresight.core.words import _, signed
from foresight.kit.grid import Grid, GridCells
from foresight.kit.limits import kept
from foresight.kit.marks import scenario_icon
from foresight.kit.session import Session
from foresight.kit.theme import font, scaled
from foresight.methods.windtunnel.analysis import KINDS, Result, results, worlds
from foresight.methods.windtunnel.model import Score, scores, set_score
from foresight.methods.windtunnel.sentences import kind_sentence, result_sentence, score_sentence
from foresight.methods.windtunnel.view_cells import MARK, CellDelegate
from foresight.model.scenarios import display_name

WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
CLEAR = "\x7f"
MINUS = "-−–"
DIGITS = {"0": 0, "1": 1, "2": 2}
ROW, CLASS, WORD = 40, 118, 120
"""Pixels: the height of a row, the column of the classes, a word in the name of a world."""


class OptionGrid(Grid):
    """Options x worlds, and the class of each option in the last column.

    Keys: 0, 1, 2 judge, a minus before or after a digit makes it a score below 0, + takes the minus away, Delete
    clears; Enter or F2 writes the reason.
    """

    def __init__(self, session: Session) -> None:
        self.results: tuple[Result, ...] = ()
        self.world_ids: list[Id] = []
        self._said: dict[tuple[Id, Id], Score] = {}
        self._minus: tuple[Id, Id] | None = None
        super().__init__(
            session, _("How each option fares in each world"), self._make_cells, self._pressed, self._written
        )
        self.setItemDelegate(CellDelegate(self))
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(Grid.ScrollMode.ScrollPerPixel)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setMinimumSectionSize(scaled(48))
        across.setDefaultAlignment(WRAPPED)
        down.setDefaultAlignment(WRAPPED)
        down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        down.setSectionsClickable(True)
        down.sectionClicked.connect(lambda row: self.setCurrentIndex(self.cells.index(row, len(self.world_ids))))

    def pair(self, row: int, column: int) -> tuple[Id, Id] | None:
        """Option and scenario of a cell; None in the column of the classes and outside."""
        if not (0 <= row < len(self.results) and 0 <= column < len(self.world_ids)):
            return None
        return self.results[row].option.id, self.world_ids[column]

    def reason(self, row: int, column: int) -> str:
        """Why an option fares so in a world."""
        pair = self.pair(row, column)
        held = self._said.get(pair) if pair else None
        return held.why if held else ""

    def height_of(self, row: int) -> int:
        """The height of a row: that of the text of its option."""
        room = QRect(0, 0, max(self.verticalHeader().width() - 16, 40), 5000)
        text = self.verticalHeader().fontMetrics().boundingRect(room, WRAPPED, self.results[row].option.text)
        return max(min(text.height(), 5 * self.fontMetrics().lineSpacing()) + 10, scaled(ROW))

    def _make_cells(self, document: Document) -> GridCells:
        held = self.results = results(document)
        self._said = scores(document)
        self.world_ids = [world.id for world in worlds(document)]
        names = [display_name(document, world) for world in self.world_ids]
        last = len(names)

        def text(row: int, column: int) -> str:
            if column == last:
                kind = held[row].kind
                return _("not tested") if kind is None else _(KINDS[kind])
            score = held[row].scores[column]
            return "" if score is None else signed(score)

        def spoken(row: int, column: int) -> str:
            if column < last:
                return score_sentence(document, held[row], column)
            told = (held[row].option.text, kind_sentence(held[row]), result_sentence(document, held[row]))
            return "\n".join(part for part in told if part)

        return GridCells(
            [result.option.text for result in held],
            [*names, _("Class")],
            text,
            spoken=spoken,
            column_icon=lambda column: scenario_icon(column, MARK) if column < last else None,
        )

    def render_document(self, document: Document) -> None:
        super().render_document(document)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Options at the left, classes at the right, worlds share the rest; long names wrap between words."""
        across, count = self.horizontalHeader(), len(self.world_ids)
        need, last = self._widest_word() + MARK + 20, scaled(CLASS)
        spare = self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width() - need * count - last
        self.verticalHeader().setFixedWidth(round(min(max(spare, scaled(120)), max(0.3 * self.width(), scaled(120)))))
        step = max((self.viewport().width() - last) // max(count, 1), need)
        for column in range(count):
            across.resizeSection(column, step)
        if across.count() > count:
            across.resizeSection(count, max(self.viewport().width() - step * count, last))
        inner = QRect(0, 0, max(step - MARK - 16, 40), 2000)
        metrics = QFontMetrics(font(semibold=True))
        heights = [metrics.boundingRect(inner, WRAPPED, title).height() for title in self.cells.cells.columns]
        across.setFixedHeight(min(max(heights, default=0), 6 * metrics.lineSpacing()) + 14)

    def _widest_word(self) -> int:
        """Of the names of the worlds, within reason, in pixels."""
        metrics = QFontMetrics(font(semibold=True))  # the current one is bold
        words = [word for title in self.cells.cells.columns for word in title.split()]
        return min(max(map(metrics.horizontalAdvance, words), default=0), scaled(WORD))

    def _pressed(self, row: int, column: int, character: str) -> Edit | None:
        pair = self.pair(row, column)
        if pair is None:
            return None
        negative, self._minus = self._minus == pair, pair if character in MINUS else None
        if character == CLEAR:
            self.session.seal()
            return set_score(*pair, value=None, why="", adaptation="")
        score = self.results[row].scores[column] or 0
        if character in DIGITS:
            return set_score(*pair, value=-DIGITS[character] if negative else DIGITS[character])
        if (character in MINUS and score > 0) or (character == "+" and score < 0):
            return set_score(*pair, value=-score)
        if character.isdigit():
            self.session.said.emit(_("A score is a whole number from −2 to +2."))
        return None

    def _written(self, row: int, column: int, text: str) -> Edit | None:
        pair = self.pair(row, column)
        if pair is None:
            return None
        return set_score(*pair, why=kept(self.session, clean_prose(text, len(text)), PROSE_LENGTH))

    def keyboardSearch(self, search: str) -> None:
        """Nothing: a sign that is typed must not lead to a cell that begins with it."""

    def go_to(self, option: Id, scenario: Id | None) -> None:
        """Make a cell the current one; without a scenario that of the class."""
        rows = [result.option.id for result in self.results]
        if option not in rows:
            return
        here = self.currentIndex()
        column = self.world_ids.index(scenario) if scenario in self.world_ids else len(self.world_ids)
        if (rows.index(option), column) != (here.row(), here.column()):
            self.setCurrentIndex(self.cells.index(rows.index(option), column))

"""What the oracle of each world answers, and what the questions show: two tables."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScrollArea, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.text import PROSE_LENGTH, clean_prose
from foresight.core.words import _, number
from foresight.kit.editing import ProseDelegate
from foresight.kit.grid import Grid, GridCells
from foresight.kit.labels import plain_label
from foresight.kit.limits import kept
from foresight.kit.marks import scenario_icon
from foresight.kit.session import Session
from foresight.kit.theme import scaled
from foresight.methods.oracle.analysis import by_votes, candidates, coverage, unanswered
from foresight.model.oracle import Oracle, Question, answer
from foresight.model.scenarios import Scenario, Scenarios, display_name

TALL, QUESTION_WIDTH = 6.6, 13.5
"""Height of a row and width of the questions, in heights of a line."""
HEAD, PAD, LOWEST = 3, 8, 130
"""Lines of the longest heading, and pixels above and below them together; the height of a table at least."""


class Answers(Grid):
    """Questions, those with most votes first, and the answer of every world. Typing begins an answer."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Answers"), self._cells_of, key=self._cleared, typed=self._typed, centred=False)
        self.setItemDelegate(ProseDelegate(self))
        self._questions: tuple[Question, ...] = ()
        self._worlds: tuple[Scenario, ...] = ()
        self.setWordWrap(True)
        self.setEditTriggers(self.editTriggers() | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setDefaultAlignment(_wrapped())
        line = self.fontMetrics().lineSpacing()
        rows.setDefaultSectionSize(round(TALL * line))
        rows.setFixedWidth(round(QUESTION_WIDTH * line))
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setMinimumSectionSize(scaled(160))  # the shape of the world, and its name
        self.current_moved.connect(self._select)

    def _cells_of(self, document: Document) -> GridCells:
        self._questions = questions = by_votes(document[Oracle].questions)
        self._worlds = worlds = document[Scenarios].scenarios
        names = [display_name(document, world.id) for world in worlds]

        def text(row: int, column: int) -> str:
            return questions[row].answers.get(worlds[column].id, "")

        def spoken(row: int, column: int) -> str:
            return f"{questions[row].text} – {names[column]}: {text(row, column) or _('no answer yet')}"

        titles = [f"{question.text} ({question.votes})" if question.votes else question.text for question in questions]
        return GridCells(titles, names, text, spoken=spoken, column_icon=scenario_icon)

    def _cleared(self, row: int, column: int, character: str) -> Edit | None:
        return self._typed(row, column, "") if character == "\x7f" else None

    def _typed(self, row: int, column: int, text: str) -> Edit:
        return answer(
            self._questions[row].id,
            self._worlds[column].id,
            kept(self.session, clean_prose(text, len(text)).strip(), PROSE_LENGTH),
        )

    def _select(self, row: int, _column: int) -> None:
        if self.hasFocus() and 0 <= row < len(self._questions):
            self.session.select(self._questions[row].id)


class AnswersView(QWidget):
    """The answers, or what is missing for them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.answers = Answers(session)
        self.hint = plain_label(_("There are no worlds yet. Make scenarios first; here each of them answers."), "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.answers, 1)
        self.setFocusProxy(self.answers)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.hint.setVisible(not document[Scenarios].scenarios)
        self.answers.setVisible(bool(document[Scenarios].scenarios))
        self.answers.render_document(document)


class Findings(QScrollArea):
    """Drivers that people ask about, how far the worlds answer, and what nobody answers; scrolls in a small window."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.drivers = _readable(Grid(session, _("Drivers asked about"), _driver_cells), 200)
        self.worlds = _readable(Grid(session, _("Answered by each world"), _world_cells), 380)
        self.open = _readable(Grid(session, _("Questions without any answer"), _open_cells), 380)
        across = self.drivers.horizontalHeader()
        across.setFixedHeight(HEAD * across.fontMetrics().lineSpacing() + PAD)
        page = QWidget()
        page.setProperty("role", "page")
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for grid, share in ((self.drivers, 3), (self.worlds, 2), (self.open, 3)):
            column.addWidget(plain_label(grid.accessibleName(), "semibold", wrap=False))
            column.addWidget(grid, share)
            grid.setMinimumHeight(LOWEST)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        for grid in (self.drivers, self.worlds, self.open):
            grid.render_document(document)


def _wrapped() -> Qt.AlignmentFlag:
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    return Qt.AlignmentFlag(left.value | Qt.TextFlag.TextWordWrap.value)


def _readable(grid: Grid, title_width: int) -> Grid:
    grid.verticalHeader().setFixedWidth(title_width)
    centre = Qt.AlignmentFlag.AlignCenter
    grid.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag(centre.value | Qt.TextFlag.TextWordWrap.value))
    grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return grid


def _driver_cells(document: Document) -> GridCells:
    found = candidates(document)
    columns = (_("Questions"), _("Votes"), _("Answers differ (0–1)"), _("Candidate for"))

    def text(row: int, column: int) -> str:
        each = found[row]
        spread = "–" if each.spread is None else number(each.spread)
        return (str(each.questions), str(each.votes), spread, _("Critical uncertainty") if each.is_critical else "")[
            column
        ]

    return GridCells([each.driver.title for each in found], columns, text, bold=lambda row, _c: found[row].is_critical)


def _world_cells(document: Document) -> GridCells:
    found = coverage(document)

    def text(row: int, _column: int) -> str:
        return _("{some} of {all}").format(some=found[row].answered, all=found[row].questions)

    return GridCells([display_name(document, each.scenario.id) for each in found], (_("Answered"),), text)


def _open_cells(document: Document) -> GridCells:
    found = unanswered(document)
    return GridCells([each.text for each in found], (_("Votes"),), lambda row, _column: str(found[row].votes))

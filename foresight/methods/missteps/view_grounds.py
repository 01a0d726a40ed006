"""What the worlds rest on: how it stands in a picture, and every assumption in a grid from which it is tested."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.grid import GridCells
from foresight.kit.labels import EmptyState, plain_label
from foresight.kit.session import Session
from foresight.kit.stepping import SteppingGrid
from foresight.kit.tall import TallFigure
from foresight.kit.theme import scaled
from foresight.methods.missteps.assumptions import STANDINGS, TINTS, Assumption, assumptions, put_to_test
from foresight.methods.missteps.sentences import grounds_words
from foresight.model.scenarios import display_name

WORLD, STANDING = 150, 100
"""Widths of columns, in pixels."""
LINES, PAD = 2, 8
"""Lines of a row, and pixels above and below them together."""
PUT = {"x", " "}
"""The keys that put an assumption to the test."""


class GroundsView(QWidget):
    """What each world takes for granted; x puts it to the test."""

    wants_scenarios = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.held: tuple[Assumption, ...] = ()
        self.said = plain_label("", "lead")
        self.figure = TallFigure(_("How the assumptions stand"))
        self.grid = SteppingGrid(session, _("What the worlds rest on"), self._cells, self._key, centred=False)
        self.grid.verticalHeader().hide()
        self.grid.verticalHeader().setDefaultSectionSize(LINES * self.grid.fontMetrics().lineSpacing() + PAD)
        self.grid.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.grid.current_moved.connect(lambda row, _column: self._select(row))
        self.no_worlds = EmptyState(
            _("What do we take for granted?"),
            _("What a world takes for granted is read from its place on the axes and from its drivers."),
            [(_("Make scenarios"), self.wants_scenarios.emit)],
            "scenarios",
        )
        self.keys = plain_label(_("x puts the assumption to the test · Enter or ↓ skips"), "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        parts = ((self.said, 0), (self.figure, 2), (self.grid, 3), (self.keys, 0), (self.no_worlds, 1))
        for widget, stretch in parts:
            column.addWidget(widget, stretch)
        column.addStretch()
        self.setFocusProxy(self.grid)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        from foresight.methods.missteps.figure import standing, standing_height  # loads reportlab

        self.held = assumptions(document)
        self.said.setText(grounds_words(document))
        self.figure.show_figure(
            partial(standing, document), grounds_words(document), partial(standing_height, document)
        )
        self.grid.render_document(document)
        for widget in (self.said, self.figure, self.grid, self.keys):
            widget.setVisible(bool(self.held))
        self.no_worlds.setVisible(not self.held)
        if self.held:
            header = self.grid.horizontalHeader()
            header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
            self.grid.setColumnWidth(0, scaled(WORLD))
            self.grid.setColumnWidth(2, scaled(STANDING))

    def _cells(self, document: Document) -> GridCells:
        held = self.held = assumptions(document)
        names = {one.scenario: display_name(document, one.scenario) for one in held}

        def text(row: int, column: int) -> str:
            one = held[row]
            return (names[one.scenario], one.text, _(STANDINGS[one.standing]))[column]

        return GridCells(
            rows=[str(at) for at, _one in enumerate(held, 1)],
            columns=[_("Scenario"), _("What it takes for granted"), _("Tested")],
            text=text,
            tint=lambda row, column: TINTS[held[row].standing] if column == 2 else "",
            spoken=lambda row, column: f"{held[row].text}: {text(row, column)}",
        )

    def _key(self, row: int, _column: int, character: str) -> Edit | None:
        self.grid.hit = character.casefold() in PUT and self.may_put()
        return put_to_test(self.held[row]) if self.grid.hit else None

    def _select(self, row: int) -> None:
        """The experiments of an assumption are selected with it."""
        if 0 <= row < len(self.held):
            self.session.select(*(one.id for one in self.held[row].experiments))

    def may_put(self) -> bool:
        """Whether the current assumption is not put to the test yet."""
        row = self.grid.currentIndex().row()
        return 0 <= row < len(self.held) and self.held[row].standing == "untested"

    def put(self) -> None:
        """Put the current assumption to the test, ready to be filled in beside."""
        row = self.grid.currentIndex().row()
        self.session.seal()
        if self.may_put() and self.session.do(put_to_test(self.held[row])):
            self._select(row)

"""The cross as one sees it: axes chosen, poles and worlds named, in the picture itself."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from foresight.core.document import Document, Id
from foresight.core.words import _
from foresight.kit.labels import button
from foresight.kit.session import Session
from foresight.methods.scenarios.view_axes import AxesHead, AxisBox, Which
from foresight.methods.scenarios.view_world import InPlace, WorldCard
from foresight.model.scenarios import CORNERS, Axis, Pole, Scenario, Scenarios, add_cross, add_scenario, set_axis

CENTRE = Qt.AlignmentFlag.AlignHCenter


class CrossView(QWidget):
    """The cross with its worlds. ``opened(id)`` when a world is to be told."""

    opened = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.cards: dict[Id, WorldCard] = {}
        self._places: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.head = AxesHead(session)
        column.addWidget(self.head)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("role", "page")
        self.area.setWidget(page)
        column.addWidget(self.area, 1)
        self._picture(page)
        session.selection_changed.connect(self._show_selection)

    def _picture(self, page: QWidget) -> None:
        self.x_box = AxisBox(self.session, "x", _("Horizontal axis"))
        self.y_box = AxisBox(self.session, "y", _("Vertical axis"))
        self.poles: dict[tuple[Which, Pole], InPlace] = {
            ("x", "low"): self._pole("x", "low", _("Left pole"), Qt.AlignmentFlag.AlignLeft),
            ("x", "high"): self._pole("x", "high", _("Right pole"), Qt.AlignmentFlag.AlignRight),
            ("y", "high"): self._pole("y", "high", _("Upper pole"), CENTRE),
            ("y", "low"): self._pole("y", "low", _("Lower pole"), CENTRE),
        }
        self.corners = [_Cell() for _corner in CORNERS]
        self.cross = QWidget()
        grid = QGridLayout(self.cross)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.y_box, 0, 0, 1, 3, CENTRE)
        grid.addWidget(self.poles["y", "high"], 1, 0, 1, 3)
        for cell, (row, column) in zip(self.corners, ((2, 0), (2, 2), (4, 0), (4, 2)), strict=True):
            grid.addWidget(cell, row, column)
        for row in (2, 4):
            grid.addWidget(_line(vertical=True), row, 1, CENTRE)
            grid.setRowStretch(row, 1)
        grid.addLayout(self._band(), 3, 0, 1, 3)
        grid.addWidget(self.poles["y", "low"], 5, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        self.beside = _Cell(across=3)
        self.begin = button(_("Put the worlds on a cross of two axes"), self._begin, role="quiet")
        self._begun = False
        self.four = button(
            _("Make four scenarios"), lambda: self.session.do(add_cross()), icon_name="plus", role="primary"
        )
        below = QVBoxLayout(page)
        below.setContentsMargins(0, 0, 4, 0)
        below.setSpacing(12)
        below.addWidget(self.cross, 3)
        below.addWidget(self.four, 0, CENTRE)
        below.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        below.addWidget(self.beside, 1)

    def _band(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.poles["x", "low"])
        row.addWidget(_line(vertical=False), 1)
        row.addWidget(self.x_box)
        row.addWidget(_line(vertical=False), 1)
        row.addWidget(self.poles["x", "high"])
        return row

    def _pole(self, which: Which, side: Pole, name: str, align: Qt.AlignmentFlag) -> InPlace:
        hint = _("What is it like at this end?")
        made = InPlace(name, hint, semibold=True, align=align, hugging=which == "x")
        made.edited.connect(lambda text: self.session.do(set_axis(which, **{side: text})))
        made.left.connect(self.session.seal)
        return made

    def _begin(self) -> None:
        self._begun = True
        self.render_document(self.session.document)
        self.y_box.setFocus()

    def render_document(self, document: Document) -> None:
        """Show the axes and worlds of this document."""
        part = document[Scenarios]
        self.head.render_document(document)
        for box, axis in ((self.x_box, part.x_axis), (self.y_box, part.y_axis)):
            box.render_axis(document, axis)
        for (which, side), field in self.poles.items():
            axis = part.x_axis if which == "x" else part.y_axis
            field.show_text(axis.low if side == "low" else axis.high)
            field.setReadOnly(self.session.read_only)
        on_cross = any(scenario.x and scenario.y for scenario in part.scenarios)
        crossed = self._begun or on_cross or part.x_axis != Axis() or part.y_axis != Axis() or not part.scenarios
        self.cross.setVisible(crossed)
        self.begin.setVisible(not crossed)
        corners = {(scenario.x, scenario.y) for scenario in part.scenarios}
        self.four.setVisible(crossed and not corners.issuperset(CORNERS) and not self.session.read_only)
        self._render_worlds(part.scenarios)
        for index, scenario in enumerate(part.scenarios):
            self.cards[scenario.id].render_world(document, scenario, index)

    def _render_worlds(self, scenarios: Sequence[Scenario]) -> None:
        """Put every card where its scenario lies; nothing moves while places are as they were."""
        wanted = [[item.id for item in scenarios if (item.x, item.y) == corner] for corner in CORNERS]
        placed = {each for ids in wanted for each in ids}
        beside = [item.id for item in scenarios if item.id not in placed]
        if self._places == (wanted, beside):
            return
        self._places = wanted, beside
        for gone in self.cards.keys() - {item.id for item in scenarios}:
            self.cards.pop(gone).deleteLater()
        for item in scenarios:
            if item.id not in self.cards:
                card = WorldCard(self.session, item.id)
                card.opened.connect(self.opened)
                card.walked.connect(lambda across, down, card=card: self._walk(card, across, down))
                self.cards[item.id] = card
        for cell, corner, ids in zip(self.corners, CORNERS, wanted, strict=True):
            cell.show_cards([self.cards[each] for each in ids], None if ids else self._adder(corner))
        self.beside.show_cards([self.cards[each] for each in beside], None)
        self.beside.setVisible(bool(beside))
        self._order()

    def _order(self) -> None:
        """Tab goes through the picture as one reads it."""
        upper, lower = self.corners[:2], self.corners[2:]
        chain: list[QWidget] = [self.y_box, self.poles["y", "high"]]
        chain += [stop for cell in upper for stop in cell.stops()]
        chain += [self.poles["x", "low"], self.x_box, self.poles["x", "high"]]
        chain += [stop for cell in lower for stop in cell.stops()]
        chain += [self.poles["y", "low"], self.four, self.begin, *self.beside.stops()]
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)

    def _adder(self, corner: tuple[Pole, Pole]) -> QPushButton:
        x, y = corner
        made = button(
            _("Add a world here"), lambda: self.session.do(add_scenario(Scenario(x=x, y=y))), icon_name="plus"
        )
        made.setProperty("role", "slot")
        made.setMinimumHeight(96)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        place = self.poles["x", x].accessibleName(), self.poles["y", y].accessibleName()
        made.setAccessibleName(_("Add a world here: {x}, {y}").format(x=place[0].lower(), y=place[1].lower()))
        return made

    def _walk(self, card: WorldCard, across: int, down: int) -> None:
        """To the next card in that direction, as they lie on the screen."""
        here = card.mapTo(self, card.rect().center())

        def distance(other: WorldCard) -> float:
            there = other.mapTo(self, other.rect().center()) - here
            ahead = there.x() * across + there.y() * down
            aside = abs(there.x() * down) + abs(there.y() * across)
            return ahead + 2 * aside if ahead > 0 else float("inf")

        others = [other for other in self.cards.values() if other is not card]
        nearest = min(others, key=distance, default=None)
        if nearest is not None and distance(nearest) != float("inf"):
            nearest.setFocus()

    def _show_selection(self) -> None:
        for card in self.cards.values():
            card.render_selection()


class _Cell(QWidget):
    """A corner, or the place beside the cross: cards below each other or several in a row."""

    def __init__(self, across: int = 1) -> None:
        super().__init__()
        self._across = across
        self._cards: Sequence[WorldCard] = ()
        self._adder: QWidget | None = None
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(8)

    def stops(self) -> list[QWidget]:
        """Where Tab stops in it."""
        stops = [stop for card in self._cards for stop in (card, card.name, card.tagline, card.write)]
        return [*stops, self._adder] if self._adder is not None else [*stops]

    def show_cards(self, cards: Sequence[WorldCard], adder: QWidget | None) -> None:
        """Hold these cards and no others, or the button that adds one."""
        while self.grid.count():
            self.grid.takeAt(0)
        if self._adder is not None:
            self._adder.hide()
            self._adder.deleteLater()
        self._cards, self._adder = cards, adder
        for at, card in enumerate((*cards, *((adder,) if adder else ()))):
            self.grid.addWidget(card, at // self._across, at % self._across)
            card.show()


def _line(*, vertical: bool) -> QFrame:
    made = QFrame()
    made.setAutoFillBackground(True)
    made.setBackgroundRole(QPalette.ColorRole.PlaceholderText)
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made

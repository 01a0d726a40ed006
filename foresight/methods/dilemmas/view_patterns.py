"""The pictures: bars to both sides, and the map of what to spend the time on."""

from typing import Literal

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.look import Look
from foresight.core.words import N_, _, listed, ngettext, quoted
from foresight.kit.charts import FRAME, FigureView
from foresight.kit.labels import plain_label
from foresight.model.tallies import (
    CORNERS,
    Tally,
    by_category,
    most_chosen_first,
    most_disputed_first,
    tallies,
)

Order = Literal["chosen", "disputed", "category"]
ORDERS: dict[Order, str] = {
    "disputed": N_("Most disputed first"),
    "chosen": N_("Most chosen first"),
    "category": N_("By category"),
}

NAMED = 3
"""Topics of a corner that are named."""


class _Bars(QScrollArea):
    """The bars, as high as they need to be."""

    def __init__(self) -> None:
        super().__init__()
        self.held: tuple[Tally, ...] = ()
        self.figure = FigureView(_("Votes for both statements"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.figure)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_tallies(self, held: tuple[Tally, ...], described: str) -> None:
        """Show these topics in this order."""
        self.held = held

        # The figure loads reportlab, so it is imported when it is first drawn.
        def draw(width: float, height: float, look: Look) -> object:
            from foresight.methods.dilemmas.figure import bars

            return bars(held, width, height, look)

        self.figure.show_figure(draw, described)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self.isVisible():
            return
        from foresight.methods.dilemmas.figure import bars_height

        width = (self.viewport().width() - 2 * FRAME) / self.figure.scale
        self.figure.setMinimumHeight(round(bars_height(self.held, width) * self.figure.scale) + 2 * FRAME)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._fit()


class PatternsView(QWidget):
    """How many groups stand behind each statement, in an order that is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._document = Document()
        self.order = QComboBox()
        self.order.setAccessibleName(_("Order of the topics"))
        with QSignalBlocker(self.order):
            self.order.addItems([_(text) for text in ORDERS.values()])
        self.order.activated.connect(lambda _index: self.render_document(self._document))
        self.bars = _Bars()
        self.said = plain_label("", "muted")
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.order)
        top.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.bars, 1)
        self.setFocusProxy(self.order)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self._document = document
        held = tuple(tally for tally in self._ordered(document) if tally.votes.said or tally.selections)
        self.said.setText(summary_of(held) if held else _("Nobody has chosen a card or voted yet."))
        self.bars.show_tallies(held, self.said.text())

    def _ordered(self, document: Document) -> tuple[Tally, ...]:
        chosen = list(ORDERS)[self.order.currentIndex()]
        if chosen == "category":
            return tuple(tally for _kind, part in by_category(document) for tally in part)
        held = tallies(document)
        return most_chosen_first(held) if chosen == "chosen" else most_disputed_first(held)


class MapView(QWidget):
    """Selection rate and polarisation, with four corners."""

    def __init__(self) -> None:
        super().__init__()
        self.figure = FigureView(_("Map of the topics"))
        self.said = plain_label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.figure, 1)
        column.addWidget(self.said)
        self.setFocusProxy(self.figure)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        held = tallies(document)
        placed = any(tally.corner for tally in held)
        nothing = _("A topic is on the map when groups have chosen cards and at least three voted on it.")
        self.said.setText(nothing)
        self.said.setHidden(placed)

        def draw(width: float, height: float, look: Look) -> object:
            from foresight.methods.dilemmas.figure_map import topic_map

            return topic_map(held, width, height, look)

        self.figure.show_figure(draw, summary_of(held) if placed else nothing)


def summary_of(held: tuple[Tally, ...]) -> str:
    """The topics of the two corners that matter: "Shared agenda: “Silos”. A fight worth having: “Regulation”."."""
    said = []
    for corner in ("agenda", "fight"):
        named = [quoted(tally.card.title) for tally in most_chosen_first(held) if tally.corner == corner]
        rest = len(named) - NAMED
        if rest > 1:
            named[NAMED:] = [ngettext("{n} more", "{n} more", rest).format(n=rest)]
        if named:
            said.append(f"{_(CORNERS[corner])}: {listed(named)}.")
    return " ".join(said)

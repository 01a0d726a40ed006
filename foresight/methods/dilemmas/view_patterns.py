"""The pictures: bars to both sides, and the map of what to spend the time on."""

from functools import partial
from typing import Literal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.look import Look
from foresight.core.words import N_, _, listed, ngettext, quoted
from foresight.kit.charts import FigureView
from foresight.kit.labels import plain_label
from foresight.kit.ordering import OrderedView
from foresight.kit.tall import TallFigure
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


class _Bars(TallFigure):
    """A row for each topic, with its votes to both sides."""

    def __init__(self) -> None:
        super().__init__(_("Votes for both statements"))
        self.held: tuple[Tally, ...] = ()

    def show_tallies(self, held: tuple[Tally, ...], described: str) -> None:
        """Show these topics in this order."""
        from foresight.methods.dilemmas.figure import bars, bars_height  # loads reportlab

        self.held = held
        self.show_figure(partial(bars, held), described, partial(bars_height, held))


class PatternsView(OrderedView):
    """How many groups stand behind each statement, in an order that is chosen."""

    def __init__(self) -> None:
        self.bars = _Bars()
        super().__init__(_("Order of the topics"), map(_, ORDERS.values()), self.bars)

    def show_in_order(self, document: Document, order: int) -> None:
        """Show the topics of this document that somebody chose or voted on."""
        every = _ordered(document, list(ORDERS)[order])
        held = tuple(tally for tally in every if tally.votes.said or tally.selections)
        self.said.setText(summary_of(held) if held else _("Nobody has chosen a card or voted yet."))
        self.bars.show_tallies(held, self.said.text())


def _ordered(document: Document, chosen: Order) -> tuple[Tally, ...]:
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

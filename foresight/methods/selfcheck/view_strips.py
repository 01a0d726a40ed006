"""The picture: a strip for each piece of advice, in an order that is chosen."""

from functools import partial

from foresight.core.document import Document
from foresight.core.words import _
from foresight.kit.labels import plain_label
from foresight.kit.ordering import OrderedView
from foresight.kit.tall import TallFigure
from foresight.methods.selfcheck.analysis import ORDERS, checked, ordered
from foresight.methods.selfcheck.sentences import overall


class StripsView(OrderedView):
    """How the groups rate, the most disputed first unless another order is chosen."""

    def __init__(self) -> None:
        self.figure = TallFigure(_("How well the advice fits"))
        super().__init__(_("Order of the advice"), map(_, ORDERS.values()), self.figure)
        key = _("Dots: groups. Bar: the middle half of them. Tick: the median.")
        self.column.addWidget(plain_label(key, "small"))

    def show_in_order(self, document: Document, order: int) -> None:
        """Show the strips of this document."""
        from foresight.methods.selfcheck.figure import strips, strips_height  # loads reportlab

        held = ordered(checked(document), list(ORDERS)[order])
        said = overall(document) or _("The picture tells something when three groups or more have rated.")
        self.said.setText(said)
        self.figure.show_figure(partial(strips, held), said, partial(strips_height, held))

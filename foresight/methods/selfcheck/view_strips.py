"""The picture: a strip for each piece of advice, in an order that is chosen."""

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.words import _
from foresight.kit.labels import plain_label, told_label
from foresight.kit.tall import TallFigure
from foresight.methods.selfcheck.analysis import ORDERS, checked, ordered
from foresight.methods.selfcheck.sentences import overall


class StripsView(QWidget):
    """How the groups rate, the most disputed first unless another order is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._document = Document()
        self.order = QComboBox()
        self.order.setAccessibleName(_("Order of the advice"))
        with QSignalBlocker(self.order):
            self.order.addItems([_(text) for text in ORDERS.values()])
        self.order.activated.connect(lambda _index: self.render_document(self._document))
        self.figure = TallFigure(_("How well the advice fits"))
        self.said = told_label("muted")
        key = _("Dots: groups. Bar: the middle half of them. Tick: the median.")
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.order)
        top.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.figure, 1)
        column.addWidget(plain_label(key, "small"))
        self.setFocusProxy(self.order)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        from foresight.methods.selfcheck.figure import strips, strips_height  # loads reportlab

        self._document = document
        held = ordered(checked(document), list(ORDERS)[self.order.currentIndex()])
        said = overall(document) or _("The picture tells something when three groups or more have rated.")
        self.said.setText(said)
        self.figure.show_figure(partial(strips, held), said, partial(strips_height, held))

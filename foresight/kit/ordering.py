"""A picture of many things in an order that the user chooses."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.kit.labels import told_label
from foresight.kit.tall import TallFigure


class OrderedView(QWidget):
    """Above a figure the choice of its order, and beside it what the figure says.

    Sub-classes fill ``said`` and the figure in ``show_in_order``. ``name`` is what screen readers call the choice;
    ``orders`` are the names of the orders, translated; the first is chosen.
    """

    def __init__(self, name: str, orders: Iterable[str], figure: TallFigure) -> None:
        super().__init__()
        self._document = Document()
        self.order = QComboBox()
        self.order.setAccessibleName(name)
        self.order.addItems(list(orders))
        self.order.activated.connect(lambda _index: self.render_document(self._document))
        self.said = told_label("muted")
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.order)
        top.addWidget(self.said, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addLayout(top)
        self.column.addWidget(figure, 1)
        self.setFocusProxy(self.order)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self._document = document
        self.show_in_order(document, self.order.currentIndex())

    def show_in_order(self, document: Document, order: int) -> None:
        """Show this document in the order with this index in ``orders``."""
        raise NotImplementedError

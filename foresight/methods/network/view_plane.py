"""The influence x dependence plane on the screen."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.words import _
from foresight.kit.charts import FigureView
from foresight.kit.labels import plain_label
from foresight.methods.network.analysis import roles_in_words


class PlaneView(QWidget):
    """The figure of the brief, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.figure = FigureView(_("Influence and dependence"), scale=1.5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.figure, 1)
        explained = _("Numbers are influence / dependence: the strengths of all links from a driver, and to it, added.")
        column.addWidget(plain_label(explained, "small"))
        self.setFocusProxy(self.figure)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        from foresight.methods.network.figure import plane

        self.figure.show_figure(partial(plane, document), roles_in_words(document))

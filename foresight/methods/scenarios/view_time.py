"""How the worlds come about: their timelines under each other, on the same years."""

from functools import partial

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.words import _
from foresight.kit.labels import plain_label
from foresight.kit.tall import TallFigure
from foresight.methods.scenarios.analysis import ways_told


class TimeView(QWidget):
    """The picture, and in words which worlds have none yet."""

    def __init__(self) -> None:
        super().__init__()
        self.message = plain_label("", "body")
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # for words that never end
        self.message.setAccessibleName(_("Timelines"))
        self.picture = TallFigure(_("Timelines"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.message)
        column.addWidget(self.picture, 1)
        self.setFocusProxy(self.picture)

    def render_document(self, document: Document) -> None:
        """Show the timelines of this document."""
        from foresight.methods.scenarios.figure_time import timelines, timelines_height  # loads reportlab

        words = ways_told(document)
        self.message.setText(words)
        self.picture.show_figure(partial(timelines, document), words, partial(timelines_height, document))

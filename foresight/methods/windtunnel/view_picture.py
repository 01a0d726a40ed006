"""The heat table as in the brief, the robust options first: to look at, copy, save and print."""

import math
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.words import _
from foresight.kit.charts import FRAME, FigureView
from foresight.kit.labels import button, plain_label
from foresight.kit.session import Session
from foresight.kit.theme import scaled
from foresight.methods.windtunnel.sentences import scale_sentence, summary_sentence, terms_sentence

NARROWEST = 420
"""Pixels under which the picture scrolls."""


class PictureView(QWidget):
    """The whole in a sentence, and the picture with all options, which scrolls when there are many."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.said = plain_label("", "lead")
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # for words that never end
        self.figure = FigureView(_("Wind tunnel"))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys that the figure does not take scroll it
        self.area.setWidget(self.figure)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.said, 1)
        row.addWidget(button(_("Copy picture"), self.figure.copy, icon_name="copy"))
        row.addWidget(button(_("Save picture…"), self.figure.save, icon_name="image"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.area, 1)
        column.addWidget(plain_label(f"{scale_sentence()} {terms_sentence()}", "small"))
        self.setFocusProxy(self.figure)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        # The figure loads reportlab, so it is imported when it is first drawn.
        from foresight.methods.windtunnel.figure import heat

        said = summary_sentence(document)
        self.said.setText(said)
        self.figure.show_figure(partial(heat, document), said)
        self._fit(document)

    def _fit(self, document: Document) -> None:
        """As wide as there is room, and at least as high as that makes it."""
        from foresight.methods.windtunnel.figure import heat_height

        width = max(scaled(NARROWEST), self.area.viewport().width())
        high = heat_height(document, (width - 2 * FRAME) / self.figure.scale)
        self.figure.setMinimumSize(scaled(NARROWEST), math.ceil(high * self.figure.scale) + 2 * FRAME + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.session.document)

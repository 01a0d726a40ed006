"""The tableau on the screen: combinations side by side, to copy, save and print."""

import math
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.words import _, ngettext
from foresight.kit.charts import FRAME, FigureView
from foresight.kit.fields import ChoiceField
from foresight.kit.labels import button, plain_label
from foresight.kit.session import Session
from foresight.methods.cib.listing import Line
from foresight.methods.cib.tableau import in_words, shown_lines
from foresight.methods.cib.view_solving import Solving

Which = Literal["all", "kept", "far"]


class TableauView(QWidget):
    """Which combinations, and the picture of them."""

    def __init__(self, session: Session, solving: Solving) -> None:
        super().__init__()
        self.session, self.solving = session, solving
        self._which: Which = "all"
        self.shown: list[Line] = []
        options = {
            "all": _("All that hold together"),
            "far": _("The six that differ most"),
            "kept": _("Those we keep"),
        }
        self.choice = ChoiceField("which", _("Combinations"), options)
        self.choice.show_value("all")
        self.choice.box.setMinimumContentsLength(24)
        self.choice.edited.connect(self._choose)
        self.figure = FigureView(_("Tableau"))
        self.copy = button(_("Copy picture"), self.figure.copy, icon_name="copy")
        self.save = button(_("Save picture…"), self.figure.save, icon_name="image")
        self.said = plain_label("", "muted")
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys that the figure does not take scroll it
        self.area.setWidget(self.figure)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choice)
        row.addStretch()
        row.addWidget(self.copy)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.area, 1)
        self.setFocusProxy(self.figure)
        solving.answered.connect(lambda: self.render_document(session.document) if self.isVisible() else None)

    def _choose(self, which: Which) -> None:
        self._which = which
        self.render_document(self.session.document)

    def render_document(self, document: Document) -> None:
        """Show the tableau of this document."""
        self.solving.ask(document)
        if self.solving.busy:
            return
        self.shown, count = shown_lines(document, self.solving.answer, self._which)
        self.said.setText(self._told(count))
        for made in (self.copy, self.save):
            made.setEnabled(bool(self.shown))
        self.area.setVisible(bool(self.shown))
        if self.shown:
            self._fit(document)

    def _fit(self, document: Document) -> None:
        """Draw it as wide as there is room, and as high as that makes it."""
        from foresight.methods.cib.figure import tableau, tableau_height, tableau_width

        least = math.ceil(tableau_width(document, self.shown) * self.figure.scale) + 2 * FRAME
        width = max(least, self.area.viewport().width())
        high = tableau_height(document, self.shown, (width - 2 * FRAME) / self.figure.scale)
        self.figure.setMinimumWidth(width)
        self.figure.setFixedHeight(math.ceil(high * self.figure.scale) + 2 * FRAME)
        self.figure.show_figure(partial(tableau, document, self.shown), in_words(document, self.shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.shown:
            self._fit(self.session.document)

    def _told(self, count: int) -> str:
        if not self.shown and self._which == "kept":
            return _("No combination is kept yet: choose one in the list and keep it.")
        if not self.shown:
            return _("No combination holds together.")
        if count > len(self.shown):
            return _("{n} of {count}, neighbours as alike as possible.").format(n=len(self.shown), count=count)
        many = ngettext("{n} combination.", "{n} combinations, neighbours as alike as possible.", count)
        return many.format(n=count)

"""The bar at the top: the name of the workshop, undo and redo, and the way to everything else."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton

from foresight.core.words import _
from foresight.kit.actions import ActionButton
from foresight.kit.labels import CLIP, tip
from foresight.kit.theme import font, icon


class Title(QLabel):
    """One line that is cut with … where room is short, and then says the whole in its tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(semibold=True))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_title(self, text: str) -> None:
        """Show this text."""
        self.setText(text[:CLIP])
        tip(self, text)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        QPainter(self).drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


class TopBar(QFrame):
    """``undo``, ``redo`` and ``search`` are actions of the window."""

    def __init__(self, undo: QAction, redo: QAction, search: QAction) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 16, 6)
        row.setSpacing(8)
        self.title = Title()
        row.addWidget(self.title, 1)
        for action in (undo, redo):
            made = ActionButton(action)
            made.setProperty("role", "quiet")
            row.addWidget(made)
        row.addWidget(_search_button(search))


def _search_button(search: QAction) -> QToolButton:
    made = QToolButton()
    keys = search.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    made.setText(f"{_('Search or command')}   {keys}")
    made.setIcon(icon("search"))
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setAccessibleName(_("Search or command"))
    made.clicked.connect(search.trigger)
    return made

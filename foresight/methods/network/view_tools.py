"""The row above the canvas: find a driver, how much is shown, where one is."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from foresight.core.words import N_, _
from foresight.kit.labels import button, tip
from foresight.kit.session import Session
from foresight.kit.theme import icon, scaled
from foresight.methods.network.view_canvas import NetworkCanvas
from foresight.methods.network.view_find import FindLine

SHOWN = {0: N_("All links"), 2: N_("Moderate and strong links"), 3: N_("Strong links only")}
"""What stays when weaker links are hidden, by the least strength."""
STEPS = (N_("Whole network"), N_("Neighbours, 1 step"), N_("Neighbours, 2 steps"))


class CanvasTools(QWidget):
    """Its parts are public: the board listens to them."""

    def __init__(self, session: Session, canvas: NetworkCanvas) -> None:
        super().__init__()
        self._canvas = canvas
        self.search = FindLine(session)
        self.search.setMaximumWidth(scaled(240))
        self.shown = _choice(_("Links shown"), [_(text) for text in SHOWN.values()])
        self.shown.activated.connect(lambda at: self.show_links_from(list(SHOWN)[at]))
        self.steps = _choice(_("Focus"), [_(text) for text in STEPS])
        self.steps.activated.connect(self._focus)
        self.map = QToolButton()
        self.map.setIcon(icon("map"))
        self.map.setCheckable(True)
        self.map.setChecked(True)
        self.map.setProperty("role", "quiet")
        self.map.setAccessibleName(_("Overview map"))
        self.map.setToolTip(_("Show or hide the overview map"))
        self.whole = button(_("Show all"), canvas.fit, icon_name="maximize", role="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.shown)
        row.addWidget(self.steps)
        row.addStretch()
        row.addWidget(self.map)
        row.addWidget(self.whole)
        canvas.focus.changed.connect(self.refresh)
        session.selection_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the focus; there can be one while a driver is selected."""
        focus = self._canvas.focus
        self.steps.setCurrentIndex(focus.steps)
        can = focus.driver is not None or self._canvas.driver is not None
        self.steps.setEnabled(can)
        how = _("Show the selected driver and its neighbours, and fade the others (F)")
        tip(self.steps, how if can else _("Select a driver to see it with its neighbours alone"))

    def show_links_from(self, least: int) -> None:
        """Show only links that are at least so strong (a key of SHOWN)."""
        self.shown.setCurrentIndex(list(SHOWN).index(least))
        self._canvas.show_links_from(least)

    def _focus(self, steps: int) -> None:
        canvas = self._canvas
        canvas.focus_on(canvas.focus.driver or (canvas.driver.id if canvas.driver else None), steps)


def _choice(name: str, texts: list[str]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    tip(made, name)
    made.addItems(texts)
    return made

"""A line above the work area: something the user should know, with what can be done about it. Nothing is blocked."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout

from foresight.core.words import _
from foresight.kit.labels import button, plain_label


class Banner(QFrame):
    """Hidden until it has something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(_("Message"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 8, 8)
        self._row.setSpacing(8)
        self.label = plain_label()
        self._row.addWidget(self.label, 1)
        self.hide()

    def say(self, text: str, answers: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Show a text with buttons; each button closes the banner and acts. "Close" is always there."""
        while self._row.count() > 1:
            item = self._row.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.label.setText(text)
        self.setAccessibleDescription(text)
        for title, act in answers:
            self._row.addWidget(button(title, partial(self._answer, act)))
        self._row.addWidget(button(_("Close"), self.hide, role="quiet"))
        self.show()

    def _answer(self, act: Callable[[], object]) -> None:
        self.hide()
        act()

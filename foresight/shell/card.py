"""The method card: how to do this with a room, at the point of use."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from foresight.core.methods import Method
from foresight.core.words import _
from foresight.kit.labels import button, plain_label, rule


class Card(QScrollArea):
    """Purpose, minutes, steps, what to say and common mistakes of one method."""

    def __init__(self, method: Method, close: Callable[[], object]) -> None:
        super().__init__()
        self.setAccessibleName(_("Method card"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("role", "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(plain_label(_(method.title), "title"), 1)
        self.close_button = button(_("Close"), close, role="quiet")
        top.addWidget(self.close_button)
        self._column.addLayout(top)
        self._column.addWidget(plain_label(_(method.purpose), "muted"))
        card = method.card
        if card is not None:
            minutes = _("{minutes} minutes with a room").format(minutes=card.minutes)
            self._column.addWidget(plain_label(minutes, "semibold"))
            self._part(_("How"), [f"{number}. {_(step)}" for number, step in enumerate(card.steps, 1)])
            self._part(_("Say"), [_(line) for line in card.say])
            self._part(_("Common mistakes"), [_(line) for line in card.mistakes])
        self._column.addStretch()
        self.setWidget(page)

    def _part(self, title: str, lines: Sequence[str]) -> None:
        self._column.addWidget(rule())
        self._column.addWidget(plain_label(title, "semibold"))
        for line in lines:
            self._column.addWidget(plain_label(line))

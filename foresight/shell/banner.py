"""A line above the work area: something the user should know, with what can be done about it. Nothing is blocked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.words import N_, _
from foresight.kit.labels import button, plain_label

Answer = tuple[str, Callable[[], object]]
"""A title marked with N_, and what it does."""


CLOSE: Answer = (N_("Close"), lambda: None)


@dataclass(frozen=True)
class Notice:
    """What is said; its words are asked for anew when the language changes."""

    text: Callable[[], str]
    answers: tuple[Answer, ...] = ()
    last: Answer = CLOSE
    """The answer that says no more than that it was read; Escape gives it too."""


class Banner(QWidget):
    """Shows the latest of its notices; closing it brings up the one before. Each topic has one notice at most."""

    def __init__(self) -> None:
        super().__init__()
        self._notices: dict[str, Notice] = {}
        frame = QFrame()
        frame.setProperty("role", "banner")
        around = QVBoxLayout(self)
        around.setContentsMargins(24, 12, 16, 0)
        around.addWidget(frame)
        self._row = QHBoxLayout(frame)
        self._row.setContentsMargins(16, 8, 8, 8)
        self._row.setSpacing(8)
        self.hide()

    def say(self, topic: str, text: Callable[[], str], answers: Sequence[Answer] = (), *, last: Answer = CLOSE) -> None:
        """Show a text with buttons; each button closes the notice and acts. The ``last`` one is always there."""
        self.drop(topic)
        self._notices[topic] = Notice(text, tuple(answers), last)
        self.render_notices()
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def drop(self, *topics: str) -> None:
        """Forget the notices on these topics."""
        held = [topic for topic in topics if self._notices.pop(topic, None) is not None]
        if held:
            self.render_notices()

    def render_notices(self) -> None:
        """Show the latest notice in the present language and theme; hide when there is none."""
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if isinstance(widget, QWidget):
                widget.hide()
                widget.deleteLater()
        self.setAccessibleName(_("Message"))
        if self._notices:
            topic, notice = list(self._notices.items())[-1]
            self._show(topic, notice)
        self.setVisible(bool(self._notices))

    def _show(self, topic: str, notice: Notice) -> None:
        text = notice.text()
        self.setAccessibleDescription(text)
        self._row.addWidget(plain_label(text), 1)
        for answer in (*notice.answers, notice.last):
            title, act = answer
            role = "quiet" if answer is notice.last else ""
            self._row.addWidget(button(_(title), partial(self._answer, topic, act), role=role))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._notices:
            self.put_off()
        else:
            super().keyPressEvent(event)

    def put_off(self) -> None:
        """Give the last answer to what is said, if anything is."""
        if self._notices:
            topic, notice = list(self._notices.items())[-1]
            self._answer(topic, notice.last[1])

    def _answer(self, topic: str, act: Callable[[], object]) -> None:
        self.drop(topic)
        act()

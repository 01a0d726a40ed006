"""The line in which one types part of a title to go to a driver."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from foresight.core.document import Document
from foresight.core.words import _
from foresight.kit.session import Session
from foresight.model.drivers import Driver, Drivers


class FindLine(QLineEdit):
    """Enter goes to the first driver found, once more to the next; Shift and Enter back; Esc and Down leave.

    ``found(driver)`` for each; ``left`` when one leaves; ``said(str)``: how many are found.
    """

    found = Signal(str)
    left = Signal()
    said = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._at = -1
        self.setPlaceholderText(_("Find a driver"))
        self.setAccessibleName(_("Find a driver"))
        self.setToolTip(_("Type part of a title; Enter goes there") + " (Ctrl+F)")
        self.setClearButtonEnabled(True)
        self.textEdited.connect(lambda _text: self._count())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _count(self) -> None:
        self._at = -1
        count = len(matches(self._session.document, self.text()))
        self.said.emit(_("Found: {n}. Enter goes to the first.").format(n=count) if count else self._nothing())

    def _nothing(self) -> str:
        return _("No driver has this in its title.") if self.text().strip() else ""

    def _step(self, by: int) -> None:
        held = matches(self._session.document, self.text())
        if not held:
            self.said.emit(self._nothing())
            return
        self._at = (max(self._at, -1 if by > 0 else 0) + by) % len(held)
        self.found.emit(held[self._at].id)
        self.said.emit(_("{at} of {n}: {title}").format(at=self._at + 1, n=len(held), title=held[self._at].title))


def matches(document: Document, text: str) -> list[Driver]:
    """The drivers whose titles hold every word typed, those first that begin with it; none for no text."""
    typed = text.casefold().strip()
    words = typed.split()
    held = [one for one in document[Drivers].drivers if all(word in one.title.casefold() for word in words)]
    return sorted(held, key=lambda one: not one.title.casefold().startswith(typed)) if words else []

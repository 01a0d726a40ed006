"""Fast entry: type, Enter, next."""

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from foresight.core.history import Edit, together
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import ngettext
from foresight.kit.session import Session


class QuickEntry(QLineEdit):
    """A line at the foot of a workspace: Enter adds what was typed and waits for the next.

    ``make(text)`` gives the edit for one entry. Several lines pasted at once become several entries in one step.
    """

    def __init__(
        self, session: Session, placeholder: str, make: Callable[[str], Edit], limit: int = LINE_LENGTH
    ) -> None:
        super().__init__()
        self._session, self._make, self._limit = session, make, limit
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMaxLength(limit)
        self.setMinimumHeight(32)
        self.returnPressed.connect(self._add)

    def _add(self) -> None:
        text = clean_line(self.text(), self._limit)
        self._session.seal()
        if text and self._session.do(self._make(text)):
            self.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.matches(QKeySequence.StandardKey.Paste) or not self._add_pasted():
            super().keyPressEvent(event)

    def _add_pasted(self) -> bool:
        """Add every line on the clipboard, if there are several."""
        lines = [clean_line(line, self._limit) for line in QApplication.clipboard().text().splitlines()]
        edits = [self._make(line) for line in lines if line]
        if len(edits) < 2:
            return False
        self._session.seal()
        if self._session.do(together(edits[0].label, edits)):
            self._session.said.emit(ngettext("{n} added", "{n} added", len(edits)).format(n=len(edits)))
        return True

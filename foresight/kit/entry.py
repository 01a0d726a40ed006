"""Fast entry: type, Enter, next."""

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from foresight.core.history import Edit, together
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _, ngettext
from foresight.kit.limits import limit_line
from foresight.kit.session import Session

PASTED_MOST = 1_000
"""Lines at once; more than anybody means to add by hand."""


class QuickEntry(QLineEdit):
    """A line at the foot of a workspace: Enter adds what was typed and waits for the next.

    ``make(text)`` gives the edit for one entry. Several lines pasted at once become several entries in one step; the
    cells of a pasted table have ``between`` them, as one would type them.
    """

    def __init__(
        self,
        session: Session,
        placeholder: str,
        make: Callable[[str], Edit],
        limit: int = LINE_LENGTH,
        *,
        between: str = " ",
    ) -> None:
        super().__init__()
        self._session, self._make, self._limit, self._between = session, make, limit, between
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        limit_line(self, limit)
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
        pasted = QApplication.clipboard().text()
        typed = (self._between.join(filter(None, map(str.strip, line.split("\t")))) for line in pasted.splitlines())
        lines = [line for line in (clean_line(line, len(line)) for line in typed) if line]
        if len(lines) < 2:
            return False
        edits = [self._make(line[: self._limit]) for line in lines[:PASTED_MOST]]
        self._session.seal()
        if self._session.do(together(edits[0].label, edits)):
            said = ngettext("{n} added", "{n} added", len(edits)).format(n=len(edits))
            if len(lines) > PASTED_MOST:
                said = _("Only the first {n} lines were added.").format(n=PASTED_MOST)
            elif max(map(len, lines)) > self._limit:
                said = f"{said}. {_('Of each, only the first {most} characters are kept.').format(most=self._limit)}"
            self._session.said.emit(said)
        return True

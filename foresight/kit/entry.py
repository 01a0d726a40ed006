"""Fast entry: type, Enter, next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from foresight.core.history import Edit, together
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _, ngettext
from foresight.kit.limits import kept, limit_line
from foresight.kit.session import Session

PASTED_MOST = 1_000
"""Lines at once; more than anybody means to add by hand."""

Row = Sequence[str]
"""The cells of a row of a table, cleaned and whole."""


class TableLine(QLineEdit):
    """A line that takes a table from a spreadsheet: each of its rows becomes an entry, all of them in one step.

    ``make(row)`` gives the edit for a row; ``place(row)`` shows a single row of several cells, which one may still
    change. Of each cell ``limit`` characters are kept. Anything else is pasted as in every line.
    """

    def __init__(
        self,
        session: Session,
        placeholder: str,
        make: Callable[[Row], Edit],
        place: Callable[[Row], object],
        limit: int = LINE_LENGTH,
    ) -> None:
        super().__init__()
        self._session, self._make_row, self._place, self._cell_limit = session, make, place, limit
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMinimumHeight(32)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_for_window(event):
            event.ignore()
            return False
        return super().event(event)

    def _is_for_window(self, event: QKeyEvent) -> bool:
        """Undo and redo where nothing was typed that they could mean: what was added last is undone."""
        undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        return (event.matches(undo) and not self.isUndoAvailable()) or (
            event.matches(redo) and not self.isRedoAvailable()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.matches(QKeySequence.StandardKey.Paste) or not self._paste_table():
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _paste(self) -> None:
        if not self._paste_table():
            self.paste()

    def _paste_table(self) -> bool:
        """Take what is on the clipboard if it is a table; False when it is none."""
        rows = table_of(QApplication.clipboard().text())
        if len(rows) > 1:
            self._add_rows([self.fitted(row) for row in rows])
        elif rows and len(rows[0]) > 1 and not self.isReadOnly():
            self._place(rows[0])
        else:
            return False
        return True

    def fitted(self, row: Row) -> Row:
        """The cells as ``make`` takes them, at their full length."""
        return row

    def _add_rows(self, rows: Sequence[Row]) -> None:
        edits = [self._make_row([cell[: self._cell_limit] for cell in row]) for row in rows[:PASTED_MOST]]
        self._session.seal()
        if self._session.do(together(edits[0].label, edits)):
            said = ngettext("{n} added", "{n} added", len(edits)).format(n=len(edits))
            if len(rows) > PASTED_MOST:
                said = _("Only the first {n} lines were added.").format(n=PASTED_MOST)
            elif max(len(cell) for row in rows for cell in row) > self._cell_limit:
                most = self._cell_limit
                said = f"{said}. {_('Of each, only the first {most} characters are kept.').format(most=most)}"
            self._session.said.emit(said)


def table_of(text: str) -> list[list[str]]:
    """The rows of a pasted text with their cells, between which tabs stand; what is empty around them is left out."""
    rows = [[clean_line(cell, len(cell)) for cell in line.strip().split("\t")] for line in text.splitlines()]
    return [row for row in rows if any(row)]


class QuickEntry(TableLine):
    """A line at the foot of a workspace: Enter adds what was typed and waits for the next.

    ``make(text)`` gives the edit for one entry. The cells of a pasted row have ``between`` them, as one would type
    them; empty ones are left out.
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
        super().__init__(
            session, placeholder, lambda row: make(row[0]), lambda row: self.insert(self._typed(row)), limit
        )
        self._between = between
        self._make, self._limit = make, limit
        limit_line(self, limit)
        self.returnPressed.connect(self._add)

    def fitted(self, row: Row) -> Row:
        """The row as one cell."""
        return [self._typed(row)]

    def _typed(self, row: Row) -> str:
        return self._between.join(filter(None, row))

    def _add(self) -> None:
        text = clean_line(self.text(), self._limit)
        self._session.seal()
        if text and self._session.do(self._make(text)):
            self.setText("")  # not clear(), which one could undo in the line


class PartsEntry(TableLine):
    """As QuickEntry, for things of several parts, which are typed with a sign ``between`` them.

    ``make(parts)`` gives the edit for one entry; the first part is never empty. At most ``most`` parts are told apart,
    and in the last one the sign may stand. Of each part LINE_LENGTH characters are kept.
    """

    def __init__(
        self, session: Session, placeholder: str, make: Callable[[Row], Edit], between: str, most: int
    ) -> None:
        super().__init__(session, placeholder, make, lambda row: self.insert(f" {between} ".join(row)))
        self._make, self._between, self._most = make, between, most
        limit_line(self, most * LINE_LENGTH)
        self.returnPressed.connect(self._add)

    def fitted(self, row: Row) -> Row:
        """The parts in a row that is one cell, else its cells; what is beyond the last part goes into it."""
        if len(row) == 1:
            return self._parts(row[0])
        return [*row[: self._most - 1], f" {self._between} ".join(row[self._most - 1 :])]

    def _add(self) -> None:
        parts = [kept(self._session, part, LINE_LENGTH) for part in self._parts(self.text())]
        self._session.seal()
        if parts[0] and self._session.do(self._make(parts)):
            self.setText("")  # not clear(), which one could undo in the line

    def _parts(self, text: str) -> Row:
        return [clean_line(part, len(part)) for part in text.split(self._between, self._most - 1)]

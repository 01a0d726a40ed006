"""The pairs that cannot go together, each with its reason."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.fields import LineField
from foresight.kit.labels import button, plain_label
from foresight.kit.lists import fill
from foresight.kit.session import Session
from foresight.methods.cib.model import CrossImpact, Exclusion, exclude
from foresight.methods.cib.names import names

PAIR = Qt.ItemDataRole.UserRole


class _List(QListWidget):
    def __init__(self, owner: "Exclusions") -> None:
        super().__init__()
        self._owner = owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._owner.allow()
        else:
            super().keyPressEvent(event)


class Exclusions(QWidget):
    """A list of the pairs; below it the reason of the current one, and a button to allow it again (Delete)."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.title = plain_label(_("Cannot go together"), "semibold")
        self.list = _List(self)
        self.list.setAccessibleName(_("Pairs that cannot go together"))
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(lambda _row: self._show_reason())
        self.reason = LineField("reason", _("Because"))
        self.reason.edited.connect(self._write)
        self.reason.left.connect(session.seal)
        self.button = button(_("Allow it again"), self.allow)
        self.none = plain_label(_("No pair is ruled out yet."), "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.none, self.list, self.reason):
            column.addWidget(widget)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    @property
    def pair(self) -> Exclusion | None:
        """The current pair."""
        held = self.session.document[CrossImpact].exclusions
        return next((each for each in held if (each.one, each.other) == self._current()), None)

    def _current(self) -> tuple[Id, Id] | None:
        return self.list.currentItem().data(PAIR) if self.list.currentRow() >= 0 else None

    def render_document(self, document: Document) -> None:
        """Show the pairs of this document."""
        called, held = names(document), document[CrossImpact].exclusions
        current, at = self._current(), self.list.currentRow()
        with QSignalBlocker(self.list):
            told = []
            for each in held:
                words = _("{one} and {other}").format(one=called.full(each.one), other=called.full(each.other))
                told.append((f"{words}: {each.reason}" if each.reason else words, {PAIR: (each.one, each.other)}))
            fill(self.list, told)
            rows = [row for row, each in enumerate(held) if (each.one, each.other) == current]
            self.list.setCurrentRow(rows[0] if rows else min(max(at, 0), len(held) - 1))
        self.none.setVisible(not held)
        for widget in (self.list, self.reason, self.button):
            widget.setVisible(bool(held))
        self._show_reason()

    def show_pair(self, one: Id, other: Id) -> None:
        """Let this pair be current, and ask for its reason."""
        for row in range(self.list.count()):
            if set(self.list.item(row).data(PAIR)) == {one, other}:
                self.list.setCurrentRow(row)
                self.reason.line.setFocus()

    def _show_reason(self) -> None:
        held = self.pair
        self.reason.show_value(held.reason if held else "")
        self.reason.setEnabled(held is not None and not self.session.read_only)
        self.button.setEnabled(held is not None and not self.session.read_only)

    def _write(self, reason: Any) -> None:
        held = self.pair
        if held is not None:
            made = exclude(held.one, held.other, reason=reason)
            self.session.do(Edit(_("Say why"), made.apply, merge=("excluded", held.one, held.other)))

    def allow(self) -> None:
        """The current pair may go together after all."""
        held = self.pair
        if held is not None:
            self.session.seal()
            self.session.do(exclude(held.one, held.other, is_excluded=False))

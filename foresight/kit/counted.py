"""Counts in a list that sorts, with what those of the selected row say in words."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.kit.labels import told_label
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView


class CountedList(QWidget):
    """``rows(document)`` gives what was counted, each with the ``id`` of the thing that it is about.

    ``say(document, row)`` gives the words below; ``hint`` stands there while none of the things is selected.
    """

    def __init__(
        self,
        session: Session,
        name: str,
        columns: Sequence[Column],
        rows: Callable[[Document], Sequence[Any]],
        say: Callable[[Document, Any], str],
        hint: str,
    ) -> None:
        super().__init__()
        self.session, self._rows, self._words, self._hint = session, rows, say, hint
        self.list = ListView(session, name, columns, rows)
        self.said = told_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        self.setFocusProxy(self.list)
        session.selection_changed.connect(self._say)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.list.render_document(document)
        self._say()

    def _say(self) -> None:
        document, chosen = self.session.document, self.session.selection
        row = next((each for each in self._rows(document) if each.id in chosen), None)
        self.said.setText(self._hint if row is None else self._words(document, row))

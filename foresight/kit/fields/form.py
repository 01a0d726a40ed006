"""A form: fields of one entity, of several, or of a slice."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from foresight.core.document import Document, Entity, Value
from foresight.core.history import Edit, together
from foresight.kit.fields.base import MIXED, Field
from foresight.kit.session import Session


class Form(QScrollArea):
    """Fields of one or several entities, or of a slice, below each other; fields in a tuple stand side by side.

    ``write(id, **changes)`` gives the edit for one entity, ``write(**changes)`` that for a slice.
    """

    def __init__(
        self,
        session: Session,
        fields: Sequence[Field | QWidget | tuple[Field | QWidget, ...]],
        write: Callable[..., Edit],
    ) -> None:
        super().__init__()
        self.session, self.write = session, write
        rows = [row if isinstance(row, tuple) else (row,) for row in fields]
        self.fields = [field for row in rows for field in row if isinstance(field, Field)]
        self.shown: tuple[Value, ...] = ()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for row in rows:
            column.addLayout(_side_by_side(row))
        column.addStretch()
        self.setWidget(page)
        for field in self.fields:
            field.edited.connect(lambda value, field=field: self._write(field.name, value))
            field.left.connect(session.seal)

    def show_entities(self, document: Document, values: Sequence[Value]) -> None:
        """Show these entities (all of one kind, at least one), or one slice."""
        self.shown = tuple(values)
        for field in self.fields:
            field.show_document(document)
            field.show_value(_common(self.shown, field.name))
            field.setEnabled(not self.session.read_only)

    def _write(self, name: str, value: Any) -> None:
        ids = tuple(entity.id for entity in self.shown if isinstance(entity, Entity))
        edits = [self.write(entity, **{name: value}) for entity in ids]
        if self.shown and not ids:
            self.session.do(self.write(**{name: value}))
        elif len(edits) == 1:
            self.session.do(edits[0])
        elif edits:
            several = together(edits[0].label, edits)
            self.session.do(Edit(several.label, several.apply, merge=(ids, name)))


def _side_by_side(row: Sequence[QWidget]) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(12)
    for widget in row:
        made.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop if len(row) > 1 else Qt.AlignmentFlag(0))
    return made


def _common(entities: Sequence[Value], name: str) -> Any:
    values = [getattr(entity, name) for entity in entities]
    return values[0] if all(value == values[0] for value in values) else MIXED

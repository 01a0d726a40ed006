"""What every field of a form is: a label, and a place to show and change one value."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.kit.labels import plain_label

MIXED = object()
"""What a field shows when the entities differ."""


class Field(QWidget):
    """A labelled field. ``edited(value)`` when the user changed it; ``left()`` when the focus went."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, name: str, label: str, hint: str = "") -> None:
        super().__init__()
        self.name, self.label, self.hint = name, label, hint
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(3)
        self.title = plain_label(label, "small")
        self.column.addWidget(self.title)

    def put(self, widget: QWidget) -> None:
        """Add the widget in which the user works."""
        widget.setAccessibleName(self.label)
        if self.hint:
            widget.setAccessibleDescription(self.hint)
        self.title.setBuddy(widget)
        self.column.addWidget(widget)
        self.setFocusProxy(widget)

    def mark(self, fault: str = "") -> None:
        """Say beside the name what is wrong with what was typed; "" when nothing is."""
        self.title.setText(fault or self.label)
        self.title.setProperty("role", "danger" if fault else "muted")
        self.title.style().polish(self.title)

    def show_value(self, value: Any) -> None:
        """Show a value, or MIXED."""
        raise NotImplementedError

    def show_document(self, document: Document) -> None:
        """Learn what choices there are; most fields need nothing."""

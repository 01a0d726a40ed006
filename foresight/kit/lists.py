"""Lists of lines, each with what it stands for."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QListWidget

Row = tuple[str, Mapping[Any, Any]]
"""The text of a line, and what else it holds, by role (an item role of Qt or its number)."""


def fill(target: QListWidget, rows: Sequence[Row]) -> None:
    """Show these rows and no others.

    The items are made by Qt: PySide 6.11 may crash when a list is cleared of items that were made in Python.
    """
    target.clear()
    target.addItems([text for text, _held in rows])
    model = target.model()
    for at, (_text, held) in enumerate(rows):
        for role, value in held.items():
            model.setData(model.index(at, 0), value, role)

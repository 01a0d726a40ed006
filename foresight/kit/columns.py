"""What typing in a cell of a list does: the edits of its columns."""

from collections.abc import Callable
from typing import Any

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.problems import EditRefused
from foresight.core.words import _
from foresight.kit.fields.text import read_day

Change = Callable[..., Edit]
"""``change(id, field=value)`` gives the edit of a thing."""
Write = Callable[[Any, str], Edit | None]


def writes(change: Change, field: str) -> Write:
    """Write a field as it was typed."""
    return lambda row, text: change(row.id, **{field: text})


def writes_name(change: Change, field: str = "text") -> Write:
    """Write what a thing is called, which cannot be nothing."""
    return lambda row, text: change(row.id, **{field: text}) if text else None


def writes_day(change: Change, field: str) -> Write:
    """Write a day as people type it; what is none is refused with a sentence."""

    def write(row: Any, text: str) -> Edit:
        def apply(document: Document) -> Document:
            day = read_day(text)
            if day is None:
                raise EditRefused(_("Write a day as year-month-day, such as 2026-11-21."))
            return change(row.id, **{field: day}).apply(document)

        return Edit(change(row.id, **{field: ""}).label, apply)

    return write

"""What merging brings: shown before it is done, or after; thing by thing, with all on which the two do not agree."""

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from foresight.core.differences import line, summary
from foresight.core.merging import Merged
from foresight.core.words import _, ngettext
from foresight.kit.labels import button, plain_label
from foresight.shell.listing import line_list


@dataclass(frozen=True)
class Heading:
    """What a report is about."""

    title: str
    """Of the window."""
    text: str
    """One sentence above all."""
    notes: tuple[str, ...] = ()
    """What else is to be known: files that could not be read or were put right, things of one name."""


class MergeReport(QDialog):
    """With ``asks``, accepted means: the user wants it. Without, it only tells what was done."""

    def __init__(self, parent: QWidget | None, heading: Heading, merged: Merged, *, asks: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading.title)
        self.changes = line_list(_("What comes in"), [line(each) for each in merged.brought])
        self.remarks = line_list(_("Where the two do not agree"), merged.remarks)
        self.notes = line_list(_("Worth knowing"), heading.notes)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(plain_label(heading.text, "lead"))
        column.addWidget(plain_label(summary(merged.brought) or _("Nothing new comes in.")))
        self._part(column, self.notes, _("Worth knowing:"), stretch=1)
        n = len(merged.remarks)
        said = ngettext(
            "In {n} place the two do not agree. Yours stays, the other is listed here:",
            "In {n} places the two do not agree. Yours stays, the others are listed here:",
            n,
        )
        self._part(column, self.remarks, said.format(n=n), stretch=2)
        self._part(column, self.changes, _("What comes in:"), stretch=3)
        column.addLayout(self._buttons(merged, asks=asks and bool(merged.brought)))
        self.resize(760, 560 if merged.brought or merged.remarks or heading.notes else 0)
        first = self.merge_button if self.merge_button is not None else self.close_button
        first.setDefault(True)
        first.setFocus()

    def _part(self, column: QVBoxLayout, held: QListWidget, text: str, stretch: int) -> None:
        if held.count():
            label = plain_label(text, "semibold")
            label.setBuddy(held)
            column.addWidget(label)
            column.addWidget(held, stretch)

    def _buttons(self, merged: Merged, *, asks: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        hint = _("One step of undo takes it all back.") if merged.brought else ""
        row.addWidget(plain_label(hint, "small"), 1)
        self.close_button = button(_("Cancel") if asks else _("Close"), self.reject)
        row.addWidget(self.close_button)
        self.merge_button = button(_("Merge"), self.accept, role="primary") if asks else None
        if self.merge_button is not None:
            row.addWidget(self.merge_button)
        return row

"""The line in which missteps are typed: four short fields, Enter goes on, and after the fourth the misstep is there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import N_, _
from foresight.kit.entry import TableLine
from foresight.kit.groups import SpeakingGroup
from foresight.kit.limits import limit_line
from foresight.kit.session import Session
from foresight.model.missteps import Misstep, add_missteps

FIELDS = {
    "text": N_("What we tried"),
    "failed": N_("What failed"),
    "learnt": N_("What we learnt"),
    "shared": N_("Shared with whom"),
}


def _misstep(row: Sequence[str], group: Id | None) -> Misstep:
    cells = dict(zip(FIELDS, row, strict=False))
    return Misstep(**cells, note="\n".join(row[len(FIELDS) :]), group=group)


class MisstepEntry(QWidget):
    """Tried, failed, learnt, shared, for a group that stays chosen; all but the first may be left empty."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.lines = {name: self._line(_(words)) for name, words in FIELDS.items()}
        self.group = SpeakingGroup(_("Group of new missteps"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for line in self.lines.values():
            row.addWidget(line, 1)
        row.addWidget(self.group)
        self.setFocusProxy(self.lines["text"])

    def _line(self, words: str) -> QLineEdit:
        made = TableLine(self._session, words, self._edit, self._place)
        made.setAccessibleName(_("New misstep: {field}").format(field=words))
        limit_line(made, LINE_LENGTH)
        made.returnPressed.connect(lambda: self._entered(made))
        return made

    def _edit(self, row: Sequence[str]) -> Edit:
        """What stands in a row: the four fields in their order, and what is beyond them as a note."""
        tried, *rest = row
        return self.group.heard(tried, lambda said, group: add_missteps(_misstep((said, *rest), group)))

    def _place(self, row: Sequence[str]) -> None:
        """One row of a table fills the fields, to be looked at before Enter adds it."""
        for line, cell in zip(self.lines.values(), row, strict=False):
            line.setText(clean_line(cell))

    def _entered(self, line: QLineEdit) -> None:
        """To the next field; from the last one the misstep is added. Without what was tried there is none."""
        lines = list(self.lines.values())
        if not clean_line(lines[0].text()):
            lines[0].setFocus()
        elif line is lines[-1]:
            self._add()
        else:
            lines[lines.index(line) + 1].setFocus()

    def _add(self) -> None:
        typed = [clean_line(line.text()) for line in self.lines.values()]
        self._session.seal()
        if self._session.do(self._edit(typed)):
            for line in self.lines.values():
                line.setText("")  # not clear(), which one could undo in the line
        self.lines["text"].setFocus()

    def render_document(self, document: Document) -> None:
        """Learn what groups there are; the chosen one stays chosen."""
        self.group.render_document(document)

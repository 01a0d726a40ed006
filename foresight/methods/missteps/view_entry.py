"""The line in which missteps are typed: four short fields, Enter goes on, and after the fourth the misstep is there."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from foresight.core.document import Document, Id
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import N_, _
from foresight.kit.fields import RefField
from foresight.kit.limits import limit_line
from foresight.kit.session import Session
from foresight.model.groups import Group, Groups
from foresight.model.missteps import Misstep, add_missteps

FIELDS = {
    "text": N_("What we tried"),
    "failed": N_("What failed"),
    "learnt": N_("What we learnt"),
    "shared": N_("Shared with whom"),
}


class MisstepEntry(QWidget):
    """Tried, failed, learnt, shared, for a group that stays chosen; all but the first may be left empty."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.chosen: Id | None = None
        self.lines = {name: self._line(_(words)) for name, words in FIELDS.items()}
        self.group = RefField("group", _("Group of new missteps"), groups, _("No group"))
        self.group.title.hide()
        self.group.edited.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for line in self.lines.values():
            row.addWidget(line, 1)
        row.addWidget(self.group)
        self.setFocusProxy(self.lines["text"])

    def _line(self, words: str) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText(words)
        made.setAccessibleName(_("New misstep: {field}").format(field=words))
        made.setMinimumHeight(32)
        limit_line(made, LINE_LENGTH)
        made.returnPressed.connect(lambda: self._entered(made))
        return made

    def _choose(self, group: Id | None) -> None:
        self.chosen = group

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
        typed = {name: clean_line(line.text()) for name, line in self.lines.items()}
        self._session.seal()
        if self._session.do(add_missteps(Misstep(**typed, group=self.chosen))):
            for line in self.lines.values():
                line.clear()
        self.lines["text"].setFocus()

    def render_document(self, document: Document) -> None:
        """Learn what groups there are; the chosen one stays chosen."""
        if self.chosen is not None and document.find(self.chosen, Group) is None:
            self.chosen = None
        self.group.show_document(document)
        self.group.show_value(self.chosen)
        self.group.setVisible(bool(document[Groups].groups))


def groups(document: Document) -> list[tuple[Id, str]]:
    """The groups, to choose from."""
    return [(group.id, group.name) for group in document[Groups].groups]

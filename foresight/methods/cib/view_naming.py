"""Names for the combinations that are picked, and the button that makes scenarios of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.text import LINE_LENGTH
from foresight.core.words import _, ngettext
from foresight.kit.fields import LineField
from foresight.kit.labels import button, plain_label
from foresight.kit.session import Session
from foresight.methods.cib.choosing import made_of, make_scenarios, proposed_names

MOST_WORLDS = 6


class Naming(QWidget):
    """A line for the name of each picked combination that is no scenario yet."""

    wanted = Signal()
    """The scenarios are to be shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._picked: tuple[tuple[Id, ...], ...] = ()
        self._typed: dict[tuple[Id, ...], str] = {}
        """Names that the user gave; the others are proposed."""
        self.title = plain_label(_("Their names as scenarios"), "semibold")
        self.fields = [LineField(str(at), "", limit=LINE_LENGTH) for at in range(MOST_WORLDS)]
        self.made = plain_label("", "muted")
        self.button = button(_("Make scenarios"), self.make, role="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        for at, field in enumerate(self.fields):
            field.title.hide()
            field.edited.connect(lambda text, at=at: self._type(at, text))
            column.addWidget(field)
        self.show_them = button(_("Go to the scenarios"), self.wanted.emit)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.button)
        row.addWidget(self.show_them)
        row.addStretch()
        column.addWidget(self.made)
        column.addLayout(row)

    def show_picked(self, document: Document, picked: Sequence[tuple[Id, ...]]) -> None:
        """Ask for the names of these combinations."""
        worlds = made_of(document)
        self._picked = tuple(each for each in picked if each not in worlds)
        proposed = dict(zip(picked, proposed_names(document, picked), strict=True))
        for at, field in enumerate(self.fields):
            field.setVisible(at < len(self._picked))
            if at < len(self._picked):
                each = self._picked[at]
                field.line.setAccessibleName(_("Name of scenario {n}").format(n=at + 1))
                field.show_value(self._typed.get(each, proposed[each]))
                field.setEnabled(not self.session.read_only)
        there = len(picked) - len(self._picked)
        said = ngettext(
            "{n} of those picked is a scenario already.", "{n} of those picked are scenarios already.", there
        )
        self.made.setText(said.format(n=there))
        self.made.setVisible(there > 0)
        self.show_them.setVisible(there > 0)
        self.title.setVisible(bool(self._picked))
        self.button.setVisible(bool(self._picked))
        self.button.setEnabled(not self.session.read_only)

    def _type(self, at: int, text: str) -> None:
        self._typed[self._picked[at]] = text

    def make(self) -> None:
        """Make scenarios of all that are picked, in one step."""
        chosen = [(each, field.line.text().strip()) for each, field in zip(self._picked, self.fields, strict=False)]
        self.session.seal()
        if chosen and self.session.do(make_scenarios(chosen)):
            count = len(chosen)
            said = ngettext("Made {n} scenario.", "Made {n} scenarios.", count)
            self.session.said.emit(said.format(n=count))

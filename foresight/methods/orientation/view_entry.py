"""The line in which slips are typed, and what holds for them: the ballot, the group, the kind of organisation."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import ChoiceField
from foresight.kit.groups import staying_group
from foresight.kit.labels import tip
from foresight.kit.limits import limit_line
from foresight.kit.session import Session
from foresight.methods.orientation.intake import Setting, add_slip
from foresight.methods.orientation.slips import BALLOTS, Ballot


class SlipEntry(QWidget):
    """The line in which slips are typed in, one after the other, for a ballot, a group and a kind of organisation."""

    changed = Signal()
    """Something else is chosen for the lines."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.ballot: Ballot = "first"
        self.ballots = ChoiceField("ballot", _("Ballot"), {key: _(text) for key, text in BALLOTS.items()})
        self.ballots.edited.connect(self._choose_ballot)
        self.ballots.title.hide()
        self.group = staying_group(_("Group of the slips"))
        self.group.edited.connect(lambda _group: self.changed.emit())
        self.ballots.show_value(self.ballot)
        self.organisation = QLineEdit()
        limit_line(self.organisation, LINE_LENGTH)
        self.organisation.setPlaceholderText(_("Kind of organisation"))
        self.organisation.setAccessibleName(_("Kind of organisation"))
        self.organisation.setFixedWidth(160)
        self.organisation.textChanged.connect(lambda _text: self.changed.emit())
        self.line = QuickEntry(session, _("Type a slip and press Enter, such as 3 4 20/60/20 10/40/50"), self._edit)
        order = _("Point now, point that should be, shares now, shares that should be. The shares may be left out. "
                  "A tally: 3: 12 for twelve people at point 3.")  # fmt: skip
        self.line.setAccessibleDescription(order)
        tip(self.line, order)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.ballots)
        row.addWidget(self.group)
        row.addWidget(self.organisation)
        self.setFocusProxy(self.line)

    @property
    def setting(self) -> Setting:
        """What holds for the lines."""
        return Setting(self.ballot, self.group.chosen, clean_line(self.organisation.text()))

    def _choose_ballot(self, ballot: Ballot) -> None:
        self.ballot = ballot
        after = _("After the day: type a code and the point, such as 17 4, and press Enter")
        before = _("Type a slip and press Enter, such as 3 4 20/60/20 10/40/50")
        self.line.setPlaceholderText(after if ballot == "after" else before)
        self.line.setAccessibleName(self.line.placeholderText())
        self.changed.emit()

    def _edit(self, text: str) -> Edit:
        return add_slip(text, self.setting)

    def render_document(self, document: Document) -> None:
        """Learn what groups there are; the chosen one stays chosen."""
        self.group.render_document(document)

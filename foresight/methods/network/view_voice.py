"""Whose judgement of the links is shown and typed: what the room agreed on, or that of one group."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.words import _, ngettext
from foresight.kit.labels import plain_label
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.judgements import Judgements


class VoiceBar(QWidget):
    """A choice between the network and the groups; hidden while there are no groups. ``turned`` when it changed."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.group: Id | None = None
        """None: the network as the room agreed on it."""
        self._groups: list[Id | None] = []
        self.box = QComboBox()
        self.box.setAccessibleName(_("Judging as"))
        self.box.setMinimumContentsLength(24)
        self.box.activated.connect(self._on_chosen)
        title = plain_label(_("Judging as"), "small", wrap=False)
        title.setBuddy(self.box)
        self.progress = plain_label("", "muted", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(title)
        row.addWidget(self.box)
        row.addWidget(self.progress)
        row.addStretch()

    def render_document(self, document: Document) -> None:
        """Offer the groups of this document."""
        groups = document[Groups].groups
        known = [None, *(group.id for group in groups)]
        if self.group not in known:
            self.group = None
        names = [_("The room: what the network says"), *(group.name for group in groups)]
        if known != self._groups or names != [self.box.itemText(at) for at in range(self.box.count())]:
            self._groups = known
            with QSignalBlocker(self.box):
                self.box.clear()
                self.box.addItems(names)
        self.box.setCurrentIndex(known.index(self.group))
        self.progress.setText(_judged(document, self.group) if self.group else "")
        self.setVisible(bool(groups))

    def _on_chosen(self, at: int) -> None:
        if self._groups[at] != self.group:
            self.group = self._groups[at]
            self.turned.emit()


def _judged(document: Document, group: Id) -> str:
    """``12 of 182 pairs judged``."""
    count = sum(judgement.group == group for judgement in document[Judgements].judgements)
    drivers = len(document[Drivers].drivers)
    pairs = drivers * (drivers - 1)
    return ngettext("{n} of {all} pairs judged", "{n} of {all} pairs judged", count).format(n=count, all=pairs)

"""The combinations that hold together, as a list that follows every edit."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.words import _
from foresight.kit.labels import button, plain_label
from foresight.kit.session import Session
from foresight.kit.theme import scaled
from foresight.methods.cib.listing import count_told, grouped
from foresight.methods.cib.model import Combination, CrossImpact
from foresight.methods.cib.view_chosen import Chosen
from foresight.methods.cib.view_combinations import CombinationGrid
from foresight.methods.cib.view_conditions import Conditions
from foresight.methods.cib.view_solving import SHOWN, Solving

GRACE = 150
"""Milliseconds of searching of which nothing is said."""


class ScenariosView(QWidget):
    """What is looked for, how many were found, and all of them. ``opened`` when one is to be explained."""

    opened = Signal()

    def __init__(self, session: Session, chosen: Chosen, solving: Solving) -> None:
        super().__init__()
        self.session, self.chosen, self.solving = session, chosen, solving
        self.conditions = Conditions(session)
        self.count = plain_label("", "semibold")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Searching combinations"))
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1_000)
        self.bar.setFixedWidth(scaled(120))
        self.stop = button(_("Stop"), solving.stop, icon_name="stop")
        self.grid = CombinationGrid(session, chosen, solving)
        self.note = plain_label("", "small")
        self.keep = button(_("Keep this combination"), self.grid.toggle_kept, icon_name="star")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(GRACE)
        self._patience.timeout.connect(self._say)
        self._lay_out()
        self.setFocusProxy(self.grid)
        self.grid.current_moved.connect(self._on_current)
        self.grid.opened.connect(self.opened)
        chosen.changed.connect(self._on_chosen)
        solving.answered.connect(self._refresh)
        solving.weighed.connect(self._refresh)
        solving.busy_changed.connect(self._on_busy)
        solving.progressed.connect(lambda share: self.bar.setValue(round(1_000 * share)))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.count, 1)
        top.addWidget(self.bar)
        top.addWidget(self.stop)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.note, 1)
        below.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.conditions)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addLayout(below)

    def render_document(self, document: Document) -> None:
        """Show the combinations of this document; those of before until they are found."""
        self.conditions.render_document(document)
        self.solving.ask(document)
        self.grid.render_document(document)
        self._say()

    def _refresh(self) -> None:
        if self.isVisible():
            self.grid.render_document(self.session.document)
            self._say()

    def _on_busy(self, busy: bool) -> None:
        self.bar.setValue(0)
        if busy:
            self._patience.start()
        else:
            self._patience.stop()
            self._say()

    def _say(self) -> None:
        answer, busy = self.solving.answer, self.solving.busy and not self._patience.isActive()
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        if busy:
            self.count.setText(_("Searching…"))
        else:
            self.count.setText(self.solving.refused or (count_told(answer) if answer is not None else ""))
        self.note.setText(self._note())
        line = self.grid.line
        kept = line is not None and line.kept is not None
        self.keep.setText(_("No longer keep it") if kept else _("Keep this combination"))
        self.keep.setEnabled(line is not None and not self.session.read_only)

    def _note(self) -> str:
        answer, part = self.solving.answer, self.session.document[CrossImpact]
        if answer is not None and answer.complete and not answer.count and not self.solving.busy:
            if part.forced or part.exclusions:
                return _(
                    "None holds together like this. Take back a condition above, or tolerate more with the slider."
                )
            return _("None holds together. Tolerate more with the slider, or look under Why what stands against it.")
        said = [_("Leads here: starting points from which everything moves to this combination.")]
        if answer is not None and len(answer.states) > SHOWN:
            said.insert(0, _("The first {n} are shown.").format(n=grouped(SHOWN)))
        if any(line.at is None for line in self.grid.lines):
            said.insert(0, _("–: kept, but not among those looked for."))
        shown = {line.kept for line in self.grid.lines}
        lost = [held.name or _("without a name") for held in part.combinations if held not in shown]
        if lost:
            told = _("Kept, but without a variant of every descriptor: {names}.")
            said.insert(0, told.format(names=", ".join(lost)))
        return " ".join([*said, _("Enter tells why it holds, K keeps, S sorts by a column.")])

    def _on_current(self, row: int, _column: int) -> None:
        line = self.grid.line
        if line is None:
            return
        self.chosen.choose(line.variants)
        document = self.session.document
        if line.kept is not None:
            self.session.select(line.kept.id)
        elif any(document.find(each, Combination) for each in self.session.selection):
            self.session.select()
        self._say()

    def _on_chosen(self) -> None:
        if self.isVisible():
            self.grid.follow()
            self._say()

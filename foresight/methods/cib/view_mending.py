"""Single changes with which a combination would hold, to be carried out with one key."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from foresight.core.document import Id
from foresight.core.words import _
from foresight.kit.labels import button, plain_label
from foresight.kit.lists import fill
from foresight.kit.session import Session
from foresight.methods.cib.analysis import kept
from foresight.methods.cib.model import change_combination, set_impact
from foresight.methods.cib.names import names
from foresight.methods.cib.sentences import other_judgement, other_variant
from foresight.methods.cib.view_chosen import Chosen
from foresight.methods.cib.view_sizes import fit_height
from foresight.methods.cib.why import Case, NewJudgement, other_judgements, other_variants

SHOWN = 12
"""Judgements that are proposed; of more the least sure."""
CHANGE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Swap:
    """Another variant in a combination."""

    before: tuple[Id, ...]
    after: tuple[Id, ...]


class Mending(QWidget):
    """The proposals and a button that carries out the current one; hidden while there is nothing to mend."""

    def __init__(self, session: Session, chosen: Chosen) -> None:
        super().__init__()
        self.session, self.chosen = session, chosen
        self.title = plain_label("", "semibold")
        self.list = QListWidget()
        self.list.setAccessibleName(_("Changes that would mend it"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(lambda _item: self.apply())
        self.button = button(_("Carry out this change"), self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.list)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_case(self, held: Case) -> None:
        """Show what would mend this combination."""
        called = names(held.document)
        changes: list[tuple[str, Swap | NewJudgement]] = []
        for variant in other_variants(held):
            at = held.board.places[variant][0]
            after = (*held.variants[:at], variant, *held.variants[at + 1 :])
            changes.append((other_variant(called, variant, held.variants[at]), Swap(held.variants, after)))
        judgements = other_judgements(held)
        changes += [(other_judgement(called, each), each) for each in judgements[:SHOWN]]
        with QSignalBlocker(self.list):
            fill(self.list, [(words, {CHANGE: change}) for words, change in changes])
            self.list.setCurrentRow(0 if changes else -1)
        self.title.setText(_("One of these alone would mend it") if changes else _("No single change mends it."))
        self.list.setVisible(bool(changes))
        self.button.setVisible(bool(changes))
        fit_height(self.list)
        self.setVisible(not held.holds)

    def apply(self) -> None:
        """Carry out the current change; it is one step to undo.

        Another variant changes the combination where it is kept; else it is only looked at.
        """
        change = self.list.currentItem().data(CHANGE) if self.list.currentRow() >= 0 else None
        self.session.seal()
        if isinstance(change, NewJudgement):
            self.session.do(set_impact(change.source, change.target, value=change.new))
        elif isinstance(change, Swap):
            held = kept(self.session.document, change.before)
            if held is None or self.session.do(change_combination(held.id, variants=change.after)):
                self.chosen.choose(change.after)

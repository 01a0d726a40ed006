"""Whether the team keeps a combination, under which name, and why."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.words import _, quoted
from foresight.kit.fields import Field, LineField, ProseField
from foresight.kit.labels import button, plain_label
from foresight.kit.session import Session
from foresight.methods.cib.analysis import kept
from foresight.methods.cib.choosing import make_scenarios, proposed_names
from foresight.methods.cib.model import Combination, change_combination, keep, remove_parts
from foresight.methods.cib.view_chosen import Chosen
from foresight.model.scenarios import display_name


class Keeping(QWidget):
    """A button to keep the chosen combination or to let it go; while it is kept, its name and why."""

    def __init__(self, session: Session, chosen: Chosen) -> None:
        super().__init__()
        self.session, self.chosen = session, chosen
        self.button = button("", self.toggle)
        self.name = LineField("name", _("Name"))
        self.why = ProseField("why", _("We keep it because …"), lines=2)
        self.scenario = button(_("Make a scenario of it"), self.make_scenario)
        self.made = plain_label("", "muted")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.button)
        row.addWidget(self.scenario)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.made)
        for field in (self.name, self.why):
            column.addWidget(field)
            field.edited.connect(lambda value, field=field: self._write(field, value))
            field.left.connect(session.seal)

    def show_document(self, document: Document) -> None:
        """Show whether the chosen combination is kept."""
        held = kept(document, self.chosen.inside(document))
        self.button.setText(_("No longer keep it") if held else _("Keep this combination"))
        world = held.scenario if held else None
        self.scenario.setVisible(held is not None and world is None)
        self.made.setVisible(world is not None)
        if world is not None:
            self.made.setText(_("It is the scenario {name}.").format(name=quoted(display_name(document, world))))
        for field in (self.name, self.why):
            field.setVisible(held is not None)
            field.setEnabled(not self.session.read_only)
            field.show_value(getattr(held, field.name) if held else "")

    def toggle(self) -> None:
        """Keep it, or keep it no longer."""
        held = self._held()
        self.session.seal()
        self.session.do(remove_parts(held.id) if held else keep(self.chosen.variants))
        self.show_document(self.session.document)

    def make_scenario(self) -> None:
        """Make a scenario of the kept combination, under its name or a proposed one."""
        document, variants = self.session.document, self.chosen.variants
        self.session.seal()
        self.session.do(make_scenarios([(variants, proposed_names(document, [variants])[0])]))

    def _write(self, field: Field, value: Any) -> None:
        held = self._held()
        if held is not None:
            self.session.do(change_combination(held.id, **{field.name: value}))

    def _held(self) -> Combination | None:
        return kept(self.session.document, self.chosen.variants)

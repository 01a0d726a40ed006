"""The panel at the right: what is selected, with all its fields."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from foresight.core.document import Document, Entity, Id
from foresight.core.words import _
from foresight.kit.fields import Form
from foresight.kit.labels import plain_label


class Inspector(QWidget):
    """Shows the form that belongs to the kind of what is selected; a hint when nothing is."""

    def __init__(self, forms: Mapping[type[Entity], Form], hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(_("Inspector"))
        self.forms = dict(forms)
        self.stack = QStackedWidget()
        self._hint = plain_label(hint or _("Select something to see and change it here."), "muted")
        blank = QWidget()
        column = QVBoxLayout(blank)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint)
        column.addStretch()
        self._blank = blank
        self.stack.addWidget(blank)
        for form in self.forms.values():
            self.stack.addWidget(form)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    def render_selection(self, document: Document, ids: Sequence[Id]) -> None:
        """Show the entities with these ids, those of the kind of the first."""
        for kind, form in self.forms.items():
            found = [entity for entity in (document.find(one, kind) for one in ids) if entity is not None]
            if found:
                form.show_entities(document, found)
                self.stack.setCurrentWidget(form)
                return
        self.stack.setCurrentWidget(self._blank)

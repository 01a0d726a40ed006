"""The panel at the right: what is selected, with all its fields."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from foresight.core.document import Document, Entity, Id
from foresight.core.words import _
from foresight.kit.labels import plain_label

if TYPE_CHECKING:
    from foresight.kit.fields import Form  # loaded with the first form: the window stands without


class Inspector(QWidget):
    """Shows the form that belongs to the kind of what is selected; a hint when nothing is.

    A form that is given as a function is made when it is first needed.
    """

    def __init__(self, forms: "Mapping[type[Entity], Form | Callable[[], Form]]", hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(_("Inspector"))
        self._given = dict(forms)
        self.forms: dict[type[Entity], Form] = {}
        """Those that were made."""
        self.stack = QStackedWidget()
        self._blank = QWidget()
        column = QVBoxLayout(self._blank)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(plain_label(hint or _("Select something to see and change it here."), "muted"))
        column.addStretch()
        self.stack.addWidget(self._blank)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    def render_selection(self, document: Document, ids: Sequence[Id]) -> None:
        """Show the entities with these ids, those of the kind of the first."""
        for kind in self._given:
            found = [entity for entity in (document.find(one, kind) for one in ids) if entity is not None]
            if found:
                form = self._form(kind)
                form.show_entities(document, found)
                self.stack.setCurrentWidget(form)
                return
        self.stack.setCurrentWidget(self._blank)

    def _form(self, kind: type[Entity]) -> "Form":
        if kind not in self.forms:
            given = self._given[kind]
            self.forms[kind] = given() if callable(given) else given
            self.stack.addWidget(self.forms[kind])
        return self.forms[kind]

"""The line in which wishes are typed in, for a theme and a group that stay chosen."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import RefField
from foresight.kit.labels import tip
from foresight.kit.session import Session
from foresight.methods.wishes.entry import add_typed, group_and_text
from foresight.methods.wishes.model import Wishes, WishTheme
from foresight.model.groups import Group, Groups

Choices = list[tuple[Id, str]]


class WishEntry(QWidget):
    """Type, Enter, next; "7: …" is a wish of group 7, and of those that follow until another number comes."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        hint = _("Type a wish and press Enter; 7: in front means group 7")
        self.line = QuickEntry(session, hint, self._edit, between=": ")
        many = _("Several lines that are pasted become several wishes.")
        self.line.setAccessibleDescription(many)
        tip(self.line, many)
        self.theme = RefField("theme", _("Theme of new wishes"), themes, _("No theme"))
        self.group = RefField("group", _("Group of new wishes"), groups, _("No group"))
        self.chosen: dict[str, Id | None] = {"theme": None, "group": None}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        for field in (self.theme, self.group):
            field.title.hide()
            field.edited.connect(lambda value, name=field.name: self.chosen.update({name: value}))
            row.addWidget(field)
        self.setFocusProxy(self.line)

    def _edit(self, text: str) -> Edit:
        number, _said = group_and_text(text)
        held = self._session.document[Groups].groups
        if number is not None and 1 <= number <= len(held):
            self.chosen["group"] = held[number - 1].id
        return add_typed(text, self.chosen["group"], self.chosen["theme"])

    def render_document(self, document: Document) -> None:
        """Learn what themes and groups there are."""
        for field, kind in ((self.theme, WishTheme), (self.group, Group)):
            held = self.chosen[field.name]
            if held is not None and document.find(held, kind) is None:
                self.chosen[field.name] = None
            field.show_document(document)
            field.show_value(self.chosen[field.name])
        self.theme.setVisible(bool(document[Wishes].themes))
        self.group.setVisible(bool(document[Groups].groups))


def themes(document: Document) -> Choices:
    """The themes, to choose from."""
    return [(theme.id, theme.name) for theme in document[Wishes].themes]


def groups(document: Document) -> Choices:
    """The groups, to choose from."""
    return [(group.id, group.name) for group in document[Groups].groups]

"""The line in which wishes are typed in, for a theme and a group that stay chosen."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import StayingField
from foresight.kit.groups import SpeakingGroup
from foresight.kit.labels import tip
from foresight.kit.session import Session
from foresight.methods.wishes.model import Wish, Wishes, add_wishes

Choices = list[tuple[Id, str]]


class WishEntry(QWidget):
    """Type, Enter, next; "7: …" is a wish of group 7, and of those that follow until another number comes."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        hint = _("Type a wish and press Enter; 7: in front means group 7")
        self.line = QuickEntry(session, hint, self._edit, between=": ")
        many = _("Several lines that are pasted become several wishes.")
        self.line.setAccessibleDescription(many)
        tip(self.line, many)
        self.theme = StayingField("theme", _("Theme of new wishes"), themes, _("No theme"))
        self.group = SpeakingGroup(_("Group of new wishes"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.theme)
        row.addWidget(self.group)
        self.setFocusProxy(self.line)

    def _edit(self, text: str) -> Edit:
        theme = self.theme.chosen
        return self.group.heard(text, lambda said, group: add_wishes(Wish(text=said, group=group, theme=theme)))

    def render_document(self, document: Document) -> None:
        """Learn what themes and groups there are."""
        self.theme.render_document(document)
        self.group.render_document(document)


def themes(document: Document) -> Choices:
    """The themes, to choose from."""
    return [(theme.id, theme.name) for theme in document[Wishes].themes]

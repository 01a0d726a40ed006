"""Quotes on the window: those about one thing, beside its other fields, and all fields of one quote."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import PROSE_LENGTH
from foresight.core.words import _
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import MIXED, CheckField, Field, Form, LineField, ProseField, RefField
from foresight.kit.labels import button
from foresight.kit.session import Session
from foresight.model.groups import Groups
from foresight.model.quotes import Quote, Quotes, add_quotes, change_quote, remove_quotes, subjects


class _Row(QWidget):
    """A quote, and whether it may be printed."""

    def __init__(self, session: Session, quote: Id, number: int) -> None:
        super().__init__()
        self.quote = quote
        self.text = ProseField("text", _("Quote {number}").format(number=number), lines=2)
        self.consent = CheckField("consent", _("May be printed"))
        self.consent.box.setAccessibleName(_("Quote {number} may be printed").format(number=number))
        self.text.edited.connect(lambda text: session.do(change_quote(quote, text=text)))
        self.consent.edited.connect(lambda consent: session.do(change_quote(quote, consent=consent)))
        self.text.left.connect(session.seal)
        self.delete = button(_("Delete"), lambda: session.do(remove_quotes(quote)), role="quiet")
        self.delete.setAccessibleName(_("Delete quote {number}").format(number=number))
        below = QHBoxLayout()
        below.addWidget(self.consent, 1)
        below.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addLayout(below)


class QuotesField(Field):
    """The quotes about the one thing that a form shows, and a line in which another is typed.

    It changes the quotes, not the thing: ``edited`` never comes. The workspace must read ``Quotes``.
    """

    def __init__(self, session: Session) -> None:
        super().__init__("id", _("Quotes from the room"))
        self.session = session
        self.about: Id = ""
        self.rows: list[_Row] = []
        self._document = Document()
        self.entry = QuickEntry(session, _("Type a quote and press Enter"), self._edit, PROSE_LENGTH)
        self.list = QVBoxLayout()
        self.list.setSpacing(8)
        self.column.addLayout(self.list)
        self.column.addWidget(self.entry)
        self.title.setBuddy(self.entry)
        self.setFocusProxy(self.entry)

    def _edit(self, text: str) -> Edit:
        return add_quotes(Quote(text=text, about=self.about))

    def show_document(self, document: Document) -> None:
        self._document = document

    def show_value(self, value: Any) -> None:
        self.setVisible(value is not MIXED)
        if value is MIXED:
            return
        self.about = value
        held = [quote for quote in self._document[Quotes].quotes if quote.about == value]
        if [row.quote for row in self.rows] != [quote.id for quote in held]:
            self._make_rows([quote.id for quote in held])
        for row, quote in zip(self.rows, held, strict=True):
            row.text.show_value(quote.text)
            row.consent.show_value(quote.consent)

    def _make_rows(self, quotes: list[Id]) -> None:
        if any(row.delete.hasFocus() for row in self.rows):
            self.entry.setFocus()
        for row in self.rows:
            self.list.removeWidget(row)
            row.deleteLater()
        self.rows = [_Row(self.session, quote, at) for at, quote in enumerate(quotes, 1)]
        for row in self.rows:
            self.list.addWidget(row)


def quote_form(session: Session) -> Form:
    """All fields of a quote."""
    return Form(
        session,
        [
            ProseField("text", _("Quote"), lines=3),
            CheckField("consent", _("May be printed")),
            RefField("about", _("Belongs to"), subjects, _("Nothing in particular")),
            RefField("group", _("Group"), _groups, _("No group")),
            LineField("theme", _("Theme")),
        ],
        change_quote,
    )


def _groups(document: Document) -> list[tuple[Id, str]]:
    return [(group.id, group.name) for group in document[Groups].groups]

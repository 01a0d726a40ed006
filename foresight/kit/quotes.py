"""Quotes on the window: those about one thing, beside its other fields, and all fields of one quote."""

from typing import Any

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import PROSE_LENGTH
from foresight.core.words import _
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import MIXED, CheckField, Field, Form, LineField, ProseField, RefField
from foresight.kit.groups import group_field
from foresight.kit.labels import button
from foresight.kit.session import Session
from foresight.model.quotes import Quote, Quotes, add_quotes, change_quote, remove_quotes, subjects


class _Row(QWidget):
    """The quote of this number, and whether it may be printed."""

    def __init__(self, session: Session, number: int) -> None:
        super().__init__()
        self.quote: Id = ""
        self.text = ProseField("text", _("Quote {number}").format(number=number), lines=2)
        self.consent = CheckField("consent", _("May be printed"))
        self.consent.box.setAccessibleName(_("Quote {number} may be printed").format(number=number))
        self.text.edited.connect(lambda text: session.do(change_quote(self.quote, text=text)))
        self.consent.edited.connect(lambda consent: session.do(change_quote(self.quote, consent=consent)))
        self.text.left.connect(session.seal)
        self.delete = button(_("Delete"), lambda: session.do(remove_quotes(self.quote)), role="quiet")
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
        self._made: list[_Row] = []
        self._count = 0
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
        self._show_rows(len(held))
        for row, quote in zip(self.rows, held, strict=True):
            row.quote = quote.id
            row.text.show_value(quote.text)
            row.consent.show_value(quote.consent)

    @property
    def rows(self) -> list[_Row]:
        """One for each quote."""
        return self._made[: self._count]

    def _show_rows(self, count: int) -> None:
        """As many rows as there are quotes. They stay when they are not needed: somebody may be on the way to them."""
        while len(self._made) < count:
            self._made.append(_Row(self.session, len(self._made) + 1))
            self.list.addWidget(self._made[-1])
        if any(row.isAncestorOf(QApplication.focusWidget() or self) for row in self._made[count:]):
            self.entry.setFocus()
        self._count = count
        for at, row in enumerate(self._made):
            row.setVisible(at < count)


def quote_form(session: Session) -> Form:
    """All fields of a quote."""
    return Form(
        session,
        [
            ProseField("text", _("Quote"), lines=3),
            CheckField("consent", _("May be printed")),
            RefField("about", _("Belongs to"), subjects, _("Nothing in particular")),
            group_field(),
            LineField("theme", _("Theme")),
        ],
        change_quote,
    )

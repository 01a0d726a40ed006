"""The panel at the right: a card with what was said about it, a category, or a quote."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.document import Document, Id, Value
from foresight.core.history import Edit
from foresight.core.text import PROSE_LENGTH
from foresight.core.words import _
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import CheckField, Form, LineField, ProseField, RefField, WrappedField
from foresight.kit.inspector import Inspector
from foresight.kit.labels import button, plain_label
from foresight.kit.session import Session
from foresight.methods.dilemmas.view_deck import categories
from foresight.model.cards import Card, CardCategory, Cards, change_card, change_category
from foresight.model.groups import Groups
from foresight.model.quotes import Quote, Quotes, add_quotes, change_quote, remove_quotes


class QuoteRow(QWidget):
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


class QuotesBox(QWidget):
    """The quotes about one card, and a line to add another."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.card: Id = ""
        self.rows: list[QuoteRow] = []
        self.entry = QuickEntry(session, _("Type a quote and press Enter"), self._edit, PROSE_LENGTH)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(plain_label(_("Quotes"), "semibold"))
        self.column.addWidget(self.entry)

    def _edit(self, text: str) -> Edit:
        return add_quotes(Quote(text=text, about=self.card))

    def show_card(self, document: Document, card: Id) -> None:
        """Show the quotes about this card."""
        self.card = card
        held = [quote for quote in document[Quotes].quotes if quote.about == card]
        if [row.quote for row in self.rows] != [quote.id for quote in held]:
            for row in self.rows:
                self.column.removeWidget(row)
                row.deleteLater()
            self.rows = [QuoteRow(self.session, quote.id, at) for at, quote in enumerate(held, 1)]
            for at, row in enumerate(self.rows, 1):
                self.column.insertWidget(at, row)
        for row, quote in zip(self.rows, held, strict=True):
            row.text.show_value(quote.text)
            row.consent.show_value(quote.consent)
            row.setEnabled(not self.session.read_only)


class CardForm(Form):
    """All fields of a card, and its quotes."""

    def __init__(self, session: Session) -> None:
        self.quotes = QuotesBox(session)
        super().__init__(
            session,
            [
                LineField("title", _("Topic")),
                RefField("category", _("Category"), categories, _("No category")),
                WrappedField("a", _("First statement"), lines=2),
                WrappedField("b", _("Second statement"), lines=2),
                ProseField("note", _("Note"), _("what is meant by it, or what was said"), lines=2),
                self.quotes,
            ],
            change_card,
        )

    def show_entities(self, document: Document, values: Sequence[Value]) -> None:
        """Show these cards; quotes only of a single one."""
        super().show_entities(document, values)
        (first, *others) = values
        self.quotes.setVisible(not others)
        if isinstance(first, Card):
            self.quotes.show_card(document, first.id)


class Panel(Inspector):
    """The inspector of the dilemma cards."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            {
                Card: lambda: CardForm(session),
                CardCategory: lambda: Form(session, [LineField("name", _("Category"))], change_category),
                Quote: lambda: _quote_form(session),
            },
            _("Select a card, a category or a quote to see and change it here."),
        )


def _quote_form(session: Session) -> Form:
    return Form(
        session,
        [
            ProseField("text", _("Quote"), lines=3),
            CheckField("consent", _("May be printed")),
            RefField("group", _("Group"), _groups, _("No group")),
            RefField("about", _("Belongs to"), _cards, _("Nothing in particular")),
            LineField("theme", _("Theme")),
        ],
        change_quote,
    )


def _groups(document: Document) -> list[tuple[Id, str]]:
    return [(group.id, group.name) for group in document[Groups].groups]


def _cards(document: Document) -> list[tuple[Id, str]]:
    return [(card.id, card.title) for card in document[Cards].cards]

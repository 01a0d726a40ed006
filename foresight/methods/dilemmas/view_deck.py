"""The deck: every card with its category and statements, its categories, and the line in which topics are typed."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.entry import PartsEntry
from foresight.kit.fields import StayingField
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.model.cards import (
    Card,
    CardCategory,
    Cards,
    add_cards,
    change_card,
    change_category,
    remove_from_deck,
)

Choices = list[tuple[Id, str]]
LINES = 3
"""Lines of a row, so that the statements can be read."""
BETWEEN = "/"
"""Stands between topic and statements in the entry line."""


class CardEntry(QWidget):
    """The line in which topics are typed in, for a category that stays chosen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        hint = _("Add a card: topic / first statement / second statement, and press Enter")
        self.line = PartsEntry(session, hint, self._edit, BETWEEN, 3)
        self.category = StayingField("category", _("Category of new cards"), categories, _("No category"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.category)
        self.setFocusProxy(self.line)

    def _edit(self, parts: Sequence[str]) -> Edit:
        title, first, second = (*parts, "", "")[:3]
        return add_cards(Card(title=title, a=first, b=second, category=self.category.chosen))

    def render_document(self, document: Document) -> None:
        """Learn what categories there are; the chosen one stays chosen."""
        self.category.render_document(document)


class DeckView(QWidget):
    """The cards, and beside them the categories."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.cards = ListView(
            session, _("Cards"), _columns(session), lambda document: document[Cards].cards, _remove, lines=LINES
        )
        self.categories = ListView(
            session,
            _("Categories"),
            [
                Column(_("Category"), lambda one: one.name, edit=lambda one, text: change_category(one.id, name=text)),
                Column(_("Cards"), _counter(session), numeric=True, width=52),
            ],
            lambda document: document[Cards].categories,
            _remove,
            filterable=False,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.cards, 7)
        row.addWidget(self.categories, 2)
        self.setFocusProxy(self.cards)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.cards.render_document(document)
        self.categories.render_document(document)


def categories(document: Document) -> Choices:
    """The categories, to choose from."""
    return [(category.id, category.name) for category in document[Cards].categories]


def numbers(session: Session) -> Callable[[Card], int]:
    """The number of a card in the deck as it is now."""
    held: dict[str, object] = {}

    def number(card: Card) -> int:
        cards = session.document[Cards].cards
        if held.get("cards") is not cards:
            held.update(cards=cards, numbers={one.id: at for at, one in enumerate(cards, 1)})
        known: dict[Id, int] = held["numbers"]  # type: ignore[assignment]
        return known.get(card.id, 0)

    return number


def _counter(session: Session) -> Callable[[CardCategory], str]:
    return lambda category: str(sum(card.category == category.id for card in session.document[Cards].cards))


def _remove(ids: Sequence[Id]) -> Edit:
    return remove_from_deck(*ids)


def _columns(session: Session) -> list[Column]:
    number = numbers(session)

    def kind(card: Card) -> str:
        return dict(categories(session.document)).get(card.category or "", "")

    def write(name: str) -> Callable[[Card, str], Edit]:
        return lambda card, text: change_card(card.id, **{name: text})

    return [
        Column(_("No."), lambda card: str(number(card)), key=number, numeric=True, width=44),
        Column(_("Topic"), lambda card: card.title, edit=write("title"), width=160),
        Column(_("Category"), kind, width=140),
        Column(_("First statement"), lambda card: card.a, edit=write("a")),
        Column(_("Second statement"), lambda card: card.b, edit=write("b")),
    ]

"""The panel at the right: a card with what was said about it, a category, or a quote."""

from foresight.core.text import LINE_LENGTH
from foresight.core.words import _
from foresight.kit.fields import Form, LineField, ProseField, RefField, WrappedField
from foresight.kit.inspector import Inspector
from foresight.kit.quotes import QuotesField, quote_form
from foresight.kit.session import Session
from foresight.methods.dilemmas.view_deck import categories
from foresight.model.cards import Card, CardCategory, change_card, change_category
from foresight.model.quotes import Quote


class Panel(Inspector):
    """The inspector of the dilemma cards."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            {
                Card: lambda: _card_form(session),
                CardCategory: lambda: Form(session, [LineField("name", _("Category"))], change_category),
                Quote: lambda: quote_form(session),
            },
            _("Select a card, a category or a quote to see and change it here."),
        )


def _card_form(session: Session) -> Form:
    return Form(
        session,
        [
            LineField("title", _("Topic")),
            RefField("category", _("Category"), categories, _("No category")),
            WrappedField("a", _("First statement"), lines=2, limit=LINE_LENGTH),
            WrappedField("b", _("Second statement"), lines=2, limit=LINE_LENGTH),
            ProseField("note", _("Note"), _("what is meant by it, or what was said"), lines=2),
            QuotesField(session),
        ],
        change_card,
    )

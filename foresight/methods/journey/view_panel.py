"""The panel at the right: an individual answer, a phase, or what the groups noted about a card."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy

from foresight.core.document import Document, Id, Value
from foresight.core.words import _
from foresight.kit.fields import CheckField, ChoiceField, Form, LineField, ProseField, RefField
from foresight.kit.inspector import Inspector
from foresight.kit.labels import button, plain_label
from foresight.kit.quotes import QuotesField
from foresight.kit.session import Session
from foresight.methods.journey.model import (
    LEVELS,
    DeepDive,
    Journey,
    Phase,
    change_deep_dive,
    change_phase,
    is_quoted,
    take_as_quote,
)
from foresight.methods.journey.sentences import level_name
from foresight.model.cards import Card, Cards, change_card
from foresight.model.groups import Groups


class CardField(ChoiceField):
    """The topic of an answer; there is always one."""

    def __init__(self) -> None:
        super().__init__("card", _("Topic"), {})

    def show_document(self, document: Document) -> None:
        self.offer({card.id: card.title for card in document[Cards].cards})


class AnswerForm(Form):
    """All fields of an individual answer, and the way to the quotes."""

    def __init__(self, session: Session) -> None:
        self.take = button(_("Take as quote"), self._take, icon_name="quote")
        self.state = plain_label("", "small")
        super().__init__(
            session,
            [
                ProseField("text", _("Answer"), lines=4),
                CardField(),
                RefField("phase", _("Phase"), _phases, _("No phase")),
                RefField("participant", _("Participant"), _people, _("No code")),
                CheckField("consent", _("May be quoted")),
                self.take,
                self.state,
            ],
            change_deep_dive,
        )

    def _take(self) -> None:
        for answer in self.shown:
            if isinstance(answer, DeepDive):
                self.session.seal()
                self.session.do(take_as_quote(answer.id))

    def show_entities(self, document: Document, values: Sequence[Value]) -> None:
        """Show these answers."""
        super().show_entities(document, values)
        (first, *others) = values
        quoted = isinstance(first, DeepDive) and is_quoted(document, first)
        may = isinstance(first, DeepDive) and first.consent and bool(first.text) and not quoted
        self.take.setEnabled(may and not others and not self.session.read_only)
        self.state.setText(_("It is among the quotes, without the code.") if quoted else "")


class CardNotes(Form):
    """A card with its statements, what the groups noted about where it lies, and quotes about it."""

    def __init__(self, session: Session) -> None:
        self.title, self.statements, self.notes = plain_label("", "lead"), plain_label(), plain_label("", "muted")
        for one in (self.title, self.statements, self.notes):  # for words that never end
            one.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        super().__init__(session, [self.title, self.statements, self.notes, QuotesField(session)], change_card)

    def show_entities(self, document: Document, values: Sequence[Value]) -> None:
        """Show the first of these cards."""
        super().show_entities(document, values)
        card = values[0]
        if isinstance(card, Card):
            self.title.setText(card.title)
            self.statements.setText("\n\n".join(filter(None, (card.a, card.b))))
            self.notes.setText("\n\n".join(_notes(document, card.id)))
            self.notes.setVisible(bool(self.notes.text()))


def _notes(document: Document, card: Id) -> list[str]:
    names = {group.id: group.name for group in document[Groups].groups}
    return [
        f"{names.get(one.group, '')}, {level_name(one.level)}: {one.note}"
        for level in LEVELS
        for one in document[Journey].placements
        if one.card == card and one.level == level and one.note
    ]


class Panel(Inspector):
    """The inspector of the change journey."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            {
                DeepDive: lambda: AnswerForm(session),
                Phase: lambda: Form(session, [LineField("name", _("Phase"))], change_phase),
                Card: lambda: CardNotes(session),
            },
            _("Select a topic, an individual answer or a phase to see it here."),
        )


def _phases(document: Document) -> list[tuple[Id, str]]:
    return [(phase.id, phase.name) for phase in document[Journey].phases]


def _people(document: Document) -> list[tuple[Id, str]]:
    return [(person.id, person.code) for person in document[Groups].participants]

"""The panel at the right: all fields of a commitment, or of an ask."""

from foresight.core.document import Document, Id
from foresight.core.naming import field_label
from foresight.core.text import LINE_LENGTH
from foresight.core.words import _
from foresight.kit.fields import (
    CheckField,
    ChoiceField,
    DateField,
    Field,
    Form,
    LineField,
    NumberField,
    ProseField,
    RefsField,
    WrappedField,
)
from foresight.kit.groups import group_field
from foresight.kit.inspector import Inspector
from foresight.kit.quotes import QuotesField
from foresight.kit.session import Session
from foresight.model.cards import Cards
from foresight.model.commitments import (
    MOST_VOTES,
    STATUSES,
    TAKERS,
    Ask,
    Commitment,
    change_ask,
    change_commitment,
)
from foresight.model.scenarios import Scenarios, display_name
from foresight.model.trends import Trends


def panel(session: Session) -> Inspector:
    """The inspector of commitments and asks."""
    return Inspector(
        {
            Commitment: lambda: Form(session, _commitment_fields(session), change_commitment),
            Ask: lambda: Form(session, _ask_fields(session), change_ask),
        },
        _("Select a commitment or an ask to see and change it here."),
    )


def _commitment_fields(session: Session) -> list[Field | tuple[Field, ...]]:
    return [
        _wrapped(Commitment, "text", lines=2),
        LineField("who", _label("who"), _("a role; a name only if it was given")),
        LineField("where", _label("where"), _("the workplace")),
        _wrapped(Commitment, "step"),
        (
            DateField("start", _label("start")),
            ChoiceField("status", _label("status"), {status: _(name) for status, name in STATUSES.items()}),
        ),
        _wrapped(Commitment, "measure"),
        _wrapped(Commitment, "gain"),
        DateField("first_gain", _label("first_gain")),
        LineField("taker", _label("taker"), _("a role or an organisation")),
        ChoiceField("taker_in", _label("taker_in"), {key: _(name) for key, name in TAKERS.items()}, _("not said")),
        CheckField("confirmed", _label("confirmed")),
        _wrapped(Commitment, "elsewhere"),
        _wrapped(Commitment, "misstep"),
        RefsField("about", _label("about"), linkable),
        group_field(),
        ProseField("note", _label("note"), lines=2),
        QuotesField(session),
    ]


def _ask_fields(session: Session) -> list[Field | tuple[Field, ...]]:
    return [
        _wrapped(Ask, "text", lines=2),
        LineField("addressee", field_label(Ask, "addressee")),
        LineField("theme", field_label(Ask, "theme")),
        NumberField("votes", field_label(Ask, "votes"), 0, MOST_VOTES),
        group_field(),
        QuotesField(session),
    ]


def _label(name: str) -> str:
    return field_label(Commitment, name)


def _wrapped(kind: type[Commitment] | type[Ask], name: str, lines: int = 1) -> WrappedField:
    return WrappedField(name, field_label(kind, name), lines=lines, limit=LINE_LENGTH)


def linkable(document: Document) -> list[tuple[Id, str]]:
    """The cards, trends and scenarios that a commitment may belong to, with what they are."""
    return [
        *((card.id, _("Card: {name}").format(name=card.title)) for card in document[Cards].cards),
        *((trend.id, _("Trend: {name}").format(name=trend.title)) for trend in document[Trends].trends),
        *(
            (world.id, _("Scenario: {name}").format(name=display_name(document, world.id)))
            for world in document[Scenarios].scenarios
        ),
    ]

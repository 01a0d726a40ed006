"""The fields of a misstep and of an experiment."""

from foresight.core.document import Document, Id
from foresight.core.text import LINE_LENGTH
from foresight.core.words import _
from foresight.kit.fields import ChoiceField, DateField, Form, LineField, ProseField, RefField, WrappedField
from foresight.kit.groups import group_field
from foresight.kit.quotes import QuotesField
from foresight.kit.session import Session
from foresight.model.drivers import Drivers
from foresight.model.missteps import RESULTS, change_experiment, change_misstep
from foresight.model.scenarios import Scenarios, display_name


def misstep_card(session: Session) -> Form:
    """The fields of a misstep."""
    return Form(
        session,
        [
            WrappedField("text", _("What we tried"), limit=LINE_LENGTH),
            WrappedField("failed", _("What failed"), limit=LINE_LENGTH),
            WrappedField("learnt", _("What we learnt"), limit=LINE_LENGTH),
            WrappedField("shared", _("Shared with whom"), limit=LINE_LENGTH),
            group_field(),
            LineField("when", _("When it was")),
            ProseField("note", _("Note")),
            QuotesField(session),
        ],
        change_misstep,
    )


def experiment_card(session: Session) -> Form:
    """The fields of an experiment."""
    return Form(
        session,
        [
            WrappedField("text", _("Assumption"), limit=LINE_LENGTH),
            RefField("scenario", _("Scenario that rests on it"), _worlds, _("not said")),
            RefField("driver", _("Driver that it is about"), _drivers, _("not said")),
            WrappedField("test", _("Cheapest test"), limit=LINE_LENGTH),
            WrappedField("stop", _("What would make us stop"), limit=LINE_LENGTH),
            DateField("by", _("By when")),
            LineField("owner", _("Who tries it")),
            ChoiceField("result", _("Result"), {result: _(words) for result, words in RESULTS.items()}),
            ProseField("seen", _("What we saw")),
        ],
        change_experiment,
    )


def _worlds(document: Document) -> list[tuple[Id, str]]:
    return [(world.id, display_name(document, world.id)) for world in document[Scenarios].scenarios]


def _drivers(document: Document) -> list[tuple[Id, str]]:
    return [(driver.id, driver.title) for driver in document[Drivers].drivers]

"""The questions as a table, one to a row, with a column for the answers of each world."""

from foresight.core.document import Document
from foresight.core.words import _
from foresight.exchange.cells import all_different
from foresight.exchange.excel_writing import Page
from foresight.exchange.files import write_table
from foresight.exchange.table import Cell
from foresight.methods.oracle.analysis import by_votes
from foresight.methods.oracle.sentences import askers_in_words
from foresight.model.drivers import Drivers
from foresight.model.oracle import TYPES, Oracle, Question
from foresight.model.scenarios import Scenarios, display_name

BETWEEN = "; "
"""Between the names of several things."""


def write(document: Document, ending: str) -> bytes:
    """All questions, those with most votes first. Who asked anonymously is not named."""
    worlds = [world.id for world in document[Scenarios].scenarios]
    head = (
        *(_("Question"), _("Also asked as"), _("Themes"), _("Kind"), _("Asked by"), _("Cards"), _("Votes")),
        *(_("Drivers"), *all_different(display_name(document, world) for world in worlds)),
    )
    names = {entity.id: entity.name for entity in document[Oracle].themes}
    names |= {driver.id: driver.title for driver in document[Drivers].drivers}
    rows = [_row(document, each, names, worlds) for each in by_votes(document[Oracle].questions)]
    return write_table(Page(_("Questions"), [head, *rows], (60, 40, 24, 12, 24, 8, 8, 36)), ending)


def _row(document: Document, question: Question, names: dict[str, str], worlds: list[str]) -> list[Cell]:
    return [
        question.text,
        BETWEEN.join(question.wordings),
        BETWEEN.join(names[theme] for theme in question.themes),
        _(TYPES[question.type]) if question.type else "",
        askers_in_words(document, question),
        question.asked,
        question.votes,
        BETWEEN.join(names[driver] for driver in question.drivers),
        *(question.answers.get(world, "") for world in worlds),
    ]

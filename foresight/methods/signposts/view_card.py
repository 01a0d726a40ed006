"""The fields of a signpost, and the rows in which one writes down what was seen."""

import datetime
from collections.abc import Callable

from foresight.core.text import LINE_LENGTH
from foresight.core.words import _
from foresight.kit.fields import ChoiceField, Form, LineField, ProseField, WrappedField
from foresight.kit.fields.text import read_day
from foresight.kit.rows import RowColumn, RowsField
from foresight.kit.session import Session
from foresight.methods.signposts.model import RHYTHMS, WRITTEN, Direction, Observation, change_signpost

Today = Callable[[], datetime.date]
"""What day it is: nothing but what is due, and the date of a fresh observation, depends on it."""


def read_direction(text: str) -> Direction:
    """++, +, 0, -, -- as a direction. Raises ValueError for anything else."""
    written = text.strip().replace("-", "−")
    for direction, typed in WRITTEN.items():
        if written == typed:
            return direction
    raise ValueError(text)


def read_date(text: str) -> str:
    """A day as people type it, as ISO text. Raises ValueError for what is no day."""
    day = read_day(text)
    if day is None:
        raise ValueError(text)
    return day


def card(session: Session, today: Today) -> Form:
    """The fields of a signpost; an observation without a date is of ``today``."""

    def observed(**fields: object) -> Observation:
        return Observation.model_validate({**fields, "date": fields["date"] or today().isoformat()})

    columns = (
        RowColumn("value", "−− − 0 + ++", read=read_direction, show=lambda value: WRITTEN[value], width=84),
        RowColumn("date", _("Date"), read=read_date, width=92),
        RowColumn("note", _("Seen")),
    )
    return Form(
        session,
        [
            WrappedField("text", _("What one could see"), limit=LINE_LENGTH),
            LineField("source", _("Source")),
            LineField("threshold", _("When we react")),
            LineField("owner", _("Owner")),
            ChoiceField("rhythm", _("How often we look"), {n: _(text) for n, text in RHYTHMS.items()}, _("not said")),
            RowsField("observations", _("Observations"), columns, observed, {"date": "", "value": 0, "note": ""}),
            ProseField("note", _("Note")),
        ],
        change_signpost,
    )

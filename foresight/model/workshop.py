"""The workshop itself: what is asked, where, when and how far ahead."""

from typing import Annotated, Any, Literal

from pydantic import Field

from foresight.core.document import Document, Slice
from foresight.core.history import Edit
from foresight.core.text import Line, Prose
from foresight.core.words import N_, _

YEARS = (1900, 2300)
"""The first and the last year that one can speak of."""
Year = Annotated[int, Field(ge=YEARS[0], le=YEARS[1])]


class Workshop(Slice):
    """The frame of the day and of its brief."""

    key = "workshop"
    labels = {
        "question": N_("Focal question"),
        "messages": N_("Key messages"),
        "conversation": N_("Questions for the next conversation"),
        "follow_up": N_("Day of follow-up"),
        "language": N_("Language of the brief"),
    }

    title: Line = ""
    question: Prose = ""
    """The focal question."""
    organisation: Line = ""
    place: Line = ""
    date: Line = ""
    """ISO, ``2018-11-16``, or empty."""
    horizon: Year = 2040
    """The year the scenarios look at."""
    participants: Annotated[int, Field(ge=0, le=100_000)] | None = None
    """How many took part; None: the sum of the groups."""
    leader: Line = ""
    language: Literal["en", "nb"] = "en"
    """The language of the brief."""
    messages: tuple[Line, ...] = ()
    """Three key messages, at most 25 words each."""
    conversation: tuple[Line, ...] = ()
    """Questions for the next strategic conversation."""
    follow_up: Line = ""
    """ISO date on which the commitments are looked at again, or empty."""
    note: Prose = ""
    """What a reader must know about the data, such as that ratings are examples."""
    sources: tuple[Line, ...] = ()
    """Where facts come from: one source a line."""


def set_workshop(**changes: Any) -> Edit:
    """Change fields of the workshop; typing in one field is one step."""

    def apply(document: Document) -> Document:
        return document.put(document[Workshop].but(**changes))

    return Edit(_("Change workshop"), apply, merge=("workshop", *sorted(changes)))

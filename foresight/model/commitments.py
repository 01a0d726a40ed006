"""Commitments: what people take on at their own workplace; and asks: what they ask others to help solve."""

import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from foresight.core.document import Entity, Id, RefMark, Slice
from foresight.core.edits import added, changed, moved, replaced
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line, Prose, day_of
from foresight.core.words import N_, _
from foresight.model.groups import GroupRef

CommitmentRef = Annotated[Id, RefMark("Commitment")]
AskRef = Annotated[Id, RefMark("Ask")]

Taker = Literal["own", "other"]
TAKERS: dict[Taker, str] = {"own": N_("Our own organisation"), "other": N_("Another organisation")}
"""Where the one sits who takes the gain out."""

Status = Literal["planned", "begun", "done", "dropped"]
STATUSES: dict[Status, str] = {
    "planned": N_("Planned"),
    "begun": N_("Begun"),
    "done": N_("Done"),
    "dropped": N_("Dropped"),
}
"""What came of it, as far as is known."""

MOST_VOTES = 100_000


class Commitment(Entity):
    """What somebody takes on, with what it needs to survive the workshop.

    The fields about the gain follow the advice of the Norwegian digitalisation council: a number on the gain, and
    somebody who has agreed to take it out.
    """

    noun = ("commitment", "commitments")
    labels = {
        "text": N_("What we take on"),
        "who": N_("Who (role)"),
        "step": N_("First small step"),
        "start": N_("Start by"),
        "measure": N_("How we measure it"),
        "gain": N_("Estimated gain"),
        "first_gain": N_("First gain by"),
        "taker": N_("Who takes the gain out"),
        "taker_in": N_("Where the gain is taken out"),
        "confirmed": N_("Confirmed by the one who takes it out"),
        "elsewhere": N_("Gains that land elsewhere"),
        "misstep": N_("What would be a good misstep"),
        "about": N_("Belongs to"),
    }

    text: Line
    who: Line = ""
    """A role, such as head of section; a name only if it was given."""
    group: GroupRef | None = None
    where: Line = ""
    step: Line = ""
    """The first small step."""
    start: Line = ""
    """ISO, ``2027-03-01``, or empty."""
    measure: Line = ""
    """How one sees that it works."""
    gain: Line = ""
    """What is estimated to come out of it."""
    first_gain: Line = ""
    """ISO date by which the first gain shows, or empty."""
    taker: Line = ""
    """Who takes the gain out, as a role or an organisation."""
    taker_in: Taker | None = None
    confirmed: bool = False
    """Whether the one who is to take the gain out has agreed to the estimate."""
    elsewhere: Line = ""
    """Gains that land in other organisations."""
    misstep: Line = ""
    """What would count as a good misstep: tried, failed, and worth it for what was learnt."""
    about: tuple[Annotated[Id, RefMark("Card", "Trend", "Scenario")], ...] = ()
    status: Status = "planned"
    note: Prose = ""

    @property
    def start_day(self) -> datetime.date | None:
        """The day by which it starts; None when none is given."""
        return day_of(self.start)

    @property
    def gain_day(self) -> datetime.date | None:
        """The day by which the first gain shows; None when none is given."""
        return day_of(self.first_gain)


class Ask(Entity):
    """What others, such as a white paper, should help solve."""

    noun = ("ask", "asks")
    labels = {"text": N_("What we ask for"), "addressee": N_("Asked of")}

    text: Line
    addressee: Line = ""
    theme: Line = ""
    votes: Annotated[int, Field(ge=0, le=MOST_VOTES)] = 0
    group: GroupRef | None = None


class Commitments(Slice):
    """All commitments and asks, in the order in which they were taken down."""

    key = "commitments"

    commitments: tuple[Commitment, ...] = ()
    asks: tuple[Ask, ...] = ()


def add_commitments(*commitments: Commitment) -> Edit:
    """Add commitments at the end."""
    label = _("Add commitment") if len(commitments) == 1 else _("Add commitments")
    return Edit(label, lambda document: document.put(added(document[Commitments], *commitments)))


def change_commitment(commitment: Id, **changes: Any) -> Edit:
    """Change fields of a commitment; typing in one field is one step."""
    return Edit(
        _("Change commitment"),
        lambda document: document.put(changed(document[Commitments], commitment, **changes)),
        merge=(commitment, *sorted(changes)),
    )


def move_commitment(commitment: Id, to: int) -> Edit:
    """Move a commitment to index ``to``."""
    return Edit(_("Move commitment"), lambda document: document.put(moved(document[Commitments], commitment, to)))


def remove_commitments(*commitments: Id) -> Edit:
    """Remove commitments."""
    return Edit(_("Delete commitment"), lambda document: remove(document, commitments))


def add_asks(*asks: Ask) -> Edit:
    """Add asks at the end."""
    label = _("Add ask") if len(asks) == 1 else _("Add asks")
    return Edit(label, lambda document: document.put(added(document[Commitments], *asks)))


def change_ask(ask: Id, **changes: Any) -> Edit:
    """Change fields of an ask; typing in one field is one step."""
    return Edit(
        _("Change ask"),
        lambda document: document.put(changed(document[Commitments], ask, **changes)),
        merge=(ask, *sorted(changes)),
    )


def move_ask(ask: Id, to: int) -> Edit:
    """Move an ask to index ``to``."""
    return Edit(_("Move ask"), lambda document: document.put(moved(document[Commitments], ask, to)))


def remove_asks(*asks: Id) -> Edit:
    """Remove asks."""
    return Edit(_("Delete ask"), lambda document: remove(document, asks))


def support(ask: Id, by: int) -> Edit:
    """Give an ask so many more votes (fewer when negative); never below none."""

    def with_votes(old: Ask) -> Ask:
        return old.but(votes=max(0, min(old.votes + by, MOST_VOTES)))

    return Edit(
        _("Vote"),
        lambda document: document.put(replaced(document[Commitments], ask, with_votes)),
        merge=("support", ask),
    )

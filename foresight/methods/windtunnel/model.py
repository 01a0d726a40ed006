"""What could be done, and how it fares in every scenario."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value
from foresight.core.edits import added, changed, moved
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line, Prose
from foresight.core.words import N_, _
from foresight.model.scenarios import Scenario, ScenarioRef

OptionRef = Annotated[Id, RefMark("Option")]

Fit = Literal[-2, -1, 0, 1, 2]
FITS: dict[Fit, str] = {
    2: N_("works very well"),
    1: N_("works"),
    0: N_("makes no difference"),
    -1: N_("works badly"),
    -2: N_("goes wrong"),
}
"""How an option fares in a world."""


class Option(Entity):
    """Something that could be done."""

    noun = ("option", "options")

    text: Line
    description: Prose = ""
    """What it means in practice: who does what, and when."""


class Score(Value):
    """How an option fares in a scenario."""

    noun = ("test in a world", "tests in worlds")
    alone = ("option", "scenario")
    labels = {"value": N_("Score"), "adaptation": N_("What we would change")}

    option: OptionRef
    scenario: ScenarioRef
    value: Fit | None = None
    """None: not said."""
    why: Prose = ""
    adaptation: Prose = ""
    """How the option would have to be changed to work better there."""

    @property
    def is_silent(self) -> bool:
        """Whether it says nothing."""
        return self.value is None and not self.why and not self.adaptation


class WindTunnel(Slice):
    """The options, and what was said about each of them in each scenario."""

    key = "wind_tunnel"

    options: tuple[Option, ...] = ()
    scores: tuple[Score, ...] = ()


def scores(document: Document) -> dict[tuple[Id, Id], Score]:
    """What was said, by (option, scenario)."""
    return {(score.option, score.scenario): score for score in document[WindTunnel].scores}


def add_options(texts: Iterable[str]) -> Edit:
    """Add options with these texts at the end."""
    made = [Option(text=text) for text in texts]
    return Edit(_("Add option"), lambda document: document.put(added(document[WindTunnel], *made)))


def change_option(option: Id, **changes: Any) -> Edit:
    """Change fields of an option; typing in one field is one step."""
    return Edit(
        _("Change option"),
        lambda document: document.put(changed(document[WindTunnel], option, **changes)),
        merge=(option, *sorted(changes)),
    )


def move_option(option: Id, to: int) -> Edit:
    """Move an option to index ``to``."""
    return Edit(_("Move option"), lambda document: document.put(moved(document[WindTunnel], option, to)))


def remove_options(*options: Id) -> Edit:
    """Remove options with their scores."""
    return Edit(_("Delete option"), lambda document: remove(document, options))


def set_score(option: Id, scenario: Id, **changes: Any) -> Edit:
    """Say how an option fares in a scenario; a score that says nothing any more goes.

    Nothing happens when the option or the scenario is no longer there.
    """

    def apply(document: Document) -> Document:
        if document.find(option, Option) is None or document.find(scenario, Scenario) is None:
            return document
        part, held = document[WindTunnel], scores(document)
        pair = option, scenario
        old = held.get(pair) or Score(option=option, scenario=scenario)
        held[pair] = old.but(**changes)
        return document.put(part.but(scores=tuple(score for score in held.values() if not score.is_silent)))

    return Edit(_("Test option"), apply, merge=("score", option, scenario, *sorted(changes)))

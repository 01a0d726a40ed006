"""The change journey: phases, where groups place cards, and what people write about a card in a phase."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value
from foresight.core.edits import added, changed, moved
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line, Prose
from foresight.core.words import N_, _, speaking
from foresight.model.cards import Card, CardRef
from foresight.model.groups import Group, GroupRef, Participant, ParticipantRef
from foresight.model.quotes import Quote, Quotes, add_quotes, agree
from foresight.model.workshop import Workshop

PhaseRef = Annotated[Id, RefMark("Phase")]

Level = Literal["project", "systemic", "cultural"]
LEVELS: dict[Level, str] = {"project": N_("Project"), "systemic": N_("Systemic"), "cultural": N_("Cultural")}
"""What a topic is about: the rows of the matrix [dialogue gathering 2018]."""

USUAL: dict[Id, str] = {
    "phase-insight": N_("Insight and idea"),
    "phase-development": N_("Development"),
    "phase-trial": N_("Trial"),
    "phase-implementation": N_("Implementation"),
    "phase-spread": N_("Diffusion and operation"),
}
"""The phases that one begins with (our own). Their ids are fixed, so that files of several leaders can be merged."""


class Phase(Entity):
    """A stretch of the way from an idea to daily use."""

    noun = ("phase", "phases")

    name: Line


class JourneyPlacement(Value):
    """A group places a card on a level, in one phase or across several."""

    noun = ("placement", "placements")
    alone = ("group", "card", "level")
    never_empty = ("phases",)

    group: GroupRef
    card: CardRef
    level: Level
    phases: tuple[PhaseRef, ...]
    note: Prose = ""


class DeepDive(Entity):
    """What one person writes about a topic in a phase. The person is known by a code, or not at all."""

    noun = ("individual answer", "individual answers")
    labels = {"consent": N_("May be quoted"), "card": N_("Topic")}

    text: Prose
    card: CardRef
    phase: PhaseRef | None = None
    """None: about the whole journey."""
    participant: ParticipantRef | None = None
    consent: bool = False


class Journey(Slice):
    """The phases in their order, all placements, and all individual answers."""

    key = "journey"
    labels = {"deep_dives": N_("Individual answers")}

    phases: tuple[Phase, ...] = ()
    placements: tuple[JourneyPlacement, ...] = ()
    deep_dives: tuple[DeepDive, ...] = ()


# Phases


def usual(document: Document) -> tuple[Phase, ...]:
    """The usual phases in their order, named in the language of the workshop."""
    with speaking(document[Workshop].language):
        return tuple(Phase(id=one, name=_(name)) for one, name in USUAL.items())


def usual_phases() -> Edit:
    """The usual phases in their order, named in the language of the workshop.

    Phases of one's own go, with the placements that lie in them alone; answers in them stay, in no phase.
    """

    def apply(document: Document) -> Document:
        wanted = usual(document)
        if document[Journey].phases == wanted:
            return document
        document = remove(document, [phase.id for phase in document[Journey].phases if phase.id not in USUAL])
        return document.put(document[Journey].but(phases=wanted))

    return Edit(_("Use the usual phases"), apply)


def add_phase(phase: Phase) -> Edit:
    """Add a phase at the end."""
    return Edit(_("Add phase"), lambda document: document.put(added(document[Journey], phase)))


def change_phase(phase: Id, **changes: Any) -> Edit:
    """Change the name of a phase."""
    return Edit(
        _("Change phase"),
        lambda document: document.put(changed(document[Journey], phase, **changes)),
        merge=(phase, *sorted(changes)),
    )


def move_phase(phase: Id, to: int) -> Edit:
    """Move a phase to index ``to``."""
    return Edit(_("Move phase"), lambda document: document.put(moved(document[Journey], phase, to)))


def remove_phases(*phases: Id) -> Edit:
    """Remove phases. Placements shrink by them, or go when nothing is left; answers stay, in no phase."""
    return Edit(_("Delete phase"), lambda document: remove(document, phases))


# Placements


def place(group: Id, card: Id, level: Level, phases: Iterable[Id]) -> Edit:
    """A group places a card on a level in these phases; in none, its placement on that level goes with its note.

    First and last phase typed one after the other are one step.
    """
    wanted = frozenset(phases)

    def apply(document: Document) -> Document:
        part = document[Journey]
        covered = tuple(phase.id for phase in part.phases if phase.id in wanted)
        old = placement_of(document, group, card, level)
        if not covered:
            new = None
        elif old is None:
            new = JourneyPlacement(group=group, card=card, level=level, phases=covered)
        else:
            new = old.but(phases=covered)
        if new is old or document.find(group, Group) is None or document.find(card, Card) is None:
            return document
        return _with_placement(document, old, new)

    return Edit(_("Place card") if wanted else _("Take card away"), apply, merge=("place", group, card, level))


def note_placement(group: Id, card: Id, level: Level, text: str) -> Edit:
    """Why a group placed a card there; nothing happens before it did."""

    def apply(document: Document) -> Document:
        old = placement_of(document, group, card, level)
        new = None if old is None else old.but(note=text)
        return document if new is old else _with_placement(document, old, new)

    return Edit(_("Change note"), apply, merge=("journey note", group, card, level))


def placement_of(document: Document, group: Id, card: Id, level: Level) -> JourneyPlacement | None:
    """Where a group placed a card on a level, or None."""
    wanted = (group, card, level)
    held = document[Journey].placements
    return next((one for one in held if (one.group, one.card, one.level) == wanted), None)


def _with_placement(document: Document, old: JourneyPlacement | None, new: JourneyPlacement | None) -> Document:
    part = document[Journey]
    fresh = () if new is None else (new,)
    if old is None:
        return document.put(part.but(placements=(*part.placements, *fresh)))
    at = next(index for index, held in enumerate(part.placements) if held is old)
    return document.put(part.but(placements=(*part.placements[:at], *fresh, *part.placements[at + 1 :])))


# Individual answers


def add_deep_dives(*deep_dives: DeepDive) -> Edit:
    """Add individual answers at the end."""
    label = _("Add answer") if len(deep_dives) == 1 else _("Add answers")
    return Edit(label, lambda document: document.put(added(document[Journey], *deep_dives)))


def change_deep_dive(deep_dive: Id, **changes: Any) -> Edit:
    """Change fields of an individual answer; typing in one field is one step.

    Who takes the consent back takes it back for the quote that was made of the answer too.
    """

    def apply(document: Document) -> Document:
        answer = document.find(deep_dive, DeepDive)
        if answer is not None and changes.get("consent") is False:
            quotes = [quote.id for quote in document[Quotes].quotes if quote.consent and _is_of(quote, answer)]
            document = agree(*quotes).apply(document)
        return document.put(changed(document[Journey], deep_dive, **changes))

    return Edit(_("Change answer"), apply, merge=(deep_dive, *sorted(changes)))


def _is_of(quote: Quote, answer: DeepDive) -> bool:
    said = (quote.about, quote.text, quote.participant)
    return said == (answer.card, answer.text, answer.participant)


def remove_deep_dives(*deep_dives: Id) -> Edit:
    """Remove individual answers."""
    return Edit(_("Delete answer"), lambda document: remove(document, deep_dives))


def is_quoted(document: Document, answer: DeepDive) -> bool:
    """Whether there is a quote about the same card with the same words."""
    return any(quote.about == answer.card and quote.text == answer.text for quote in document[Quotes].quotes)


def take_as_quote(deep_dive: Id) -> Edit:
    """Take an answer over among the quotes about its card; nothing happens without consent, or when it is there."""

    def apply(document: Document) -> Document:
        answer = document.find(deep_dive, DeepDive)
        if answer is None or not answer.consent or not answer.text or is_quoted(document, answer):
            return document
        person = document.find(answer.participant, Participant) if answer.participant else None
        quote = Quote(
            text=answer.text,
            about=answer.card,
            participant=answer.participant,
            group=person.group if person else None,
            consent=True,
        )
        return add_quotes(quote).apply(document)

    return Edit(_("Take as quote"), apply)

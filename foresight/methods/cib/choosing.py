"""From combinations to scenarios: a few that differ most, names for them, and worlds made of them."""

from collections.abc import Sequence
from typing import Literal

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import LINE_LENGTH, PROSE_LENGTH
from foresight.core.words import _, listed
from foresight.methods.cib.analysis import kept
from foresight.methods.cib.model import CrossImpact, Descriptor, Variant, keep, tie, usual_states
from foresight.methods.cib.names import Names, names
from foresight.model.scenarios import DriverState, Scenario, Scenarios, add_scenario

Named = tuple[tuple[Id, ...], str]
"""A combination, and the name of the world made of it."""
Direction = Literal[-1, 0, 1]
DIRECTIONS: tuple[Direction, ...] = (-1, 0, 1)
"""Of the usual states: less, as today, more."""


def proposed_names(document: Document, chosen: Sequence[tuple[Id, ...]]) -> list[str]:
    """A name for each combination: the one it is kept under, or the two variants that fewest of the others have."""
    called = names(document)
    return [_kept_name(document, each) or _telling(called, each, chosen) for each in chosen]


def _kept_name(document: Document, variants: tuple[Id, ...]) -> str:
    held = kept(document, variants)
    return held.name if held else ""


def _telling(called: Names, variants: tuple[Id, ...], among: Sequence[tuple[Id, ...]]) -> str:
    shared = [sum(variant in other for other in among) for variant in variants]
    rarest = sorted(range(len(variants)), key=lambda at: (shared[at], at))[:2]
    return listed([called[variants[at]] for at in sorted(rarest)])[:LINE_LENGTH]


def make_scenarios(chosen: Sequence[Named]) -> Edit:
    """Make a world of each of these combinations and keep them, in one step; one that has its world gets no other."""

    def apply(document: Document) -> Document:
        for variants, name in chosen:
            document = keep(variants, name).apply(document)
            held = kept(document, variants)
            if held is None or held.scenario is not None:
                continue
            made = world(document, variants, name)
            document = tie(held.id, made.id).apply(add_scenario(made).apply(document))
        return document

    return Edit(_("Make scenarios"), apply)


def world(document: Document, variants: Sequence[Id], name: str) -> Scenario:
    """A scenario in which the drivers become what the combination says.

    What comes of descriptors that are no drivers begins its story, one line each, for the team to tell further.
    """
    states: list[DriverState] = []
    lines: list[str] = []
    for variant in (document.find(each, Variant) for each in variants):
        descriptor = document.find(variant.descriptor, Descriptor) if variant else None
        if variant is None or descriptor is None:
            continue
        if descriptor.driver is None or any(state.driver == descriptor.driver for state in states):
            lines.append(_line(descriptor, variant))
            continue
        direction = _direction(document, descriptor.driver, variant.title)
        states.append(DriverState(driver=descriptor.driver, direction=direction, text=variant.title))
    return Scenario(name=name[:LINE_LENGTH], states=tuple(states), narrative="\n".join(lines)[:PROSE_LENGTH])


def _line(descriptor: Descriptor, variant: Variant) -> str:
    said = f"{descriptor.title}: {variant.title}."
    return f"{said} {variant.essay}" if variant.essay else said


def _direction(document: Document, driver: Id, text: str) -> Direction | None:
    """Where the driver goes where its state is told in these words: as another scenario has it, or less ... more."""
    told = [
        state.direction
        for scenario in document[Scenarios].scenarios
        for state in scenario.states
        if state.driver == driver and state.text == text and state.direction is not None
    ]
    usual = dict(zip(usual_states(), DIRECTIONS, strict=True))
    return told[0] if told else usual.get(text)


def made_of(document: Document) -> dict[tuple[Id, ...], Id]:
    """The scenarios that were made of combinations, by their variants."""
    return {held.variants: held.scenario for held in document[CrossImpact].combinations if held.scenario}

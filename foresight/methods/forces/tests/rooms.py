"""Workshops with forces and factors, for the tests of this method."""

from foresight.core.document import Document
from foresight.core.history import together
from foresight.methods.forces.model import Force, Forces, set_level
from foresight.methods.forces.model_factors import Effect, Factor, Factors, judge_factor
from foresight.model.groups import Group, Groups
from foresight.model.scenarios import Scenario, Scenarios
from foresight.model.trends import Direction

STRENGTHS: tuple[tuple[Direction, int], ...] = (
    ("weight", 5),
    ("weight", 4),
    ("weight", 4),
    ("push", 4),
    ("push", 2),
    ("pull", 3),
    ("pull", 2),
)
"""Past 13, present 6, future 5 of 24."""
SIGNS: dict[str, Effect] = {"+": "promotes", "-": "inhibits", "b": "both", "0": "neither"}


def forces(*strengths: tuple[Direction, int]) -> Document:
    """A workshop with these forces: ``f1``, ``f2`` ..., four groups and two worlds ``w1`` and ``w2``."""
    held = tuple(
        Force(id=f"f{n}", text=f"Force {n}", corner=corner, strength=strength)
        for n, (corner, strength) in enumerate(strengths, 1)
    )
    return Document(doc_id="forces").put(
        Forces(forces=held),
        Groups(groups=tuple(Group(id=f"g{n}", name=f"Table {n}") for n in range(1, 13))),
        Scenarios(scenarios=(Scenario(id="w1", name="Apart"), Scenario(id="w2", name="Together"))),
    )


def triangle() -> Document:
    """Seven forces in which the past has more than half."""
    return forces(*STRENGTHS)


def with_worlds() -> Document:
    """In the first world the future leads, in the second nothing is different but one force."""
    edits = [
        *(set_level(f"f{n}", "w1", 0) for n in (1, 2)),
        *(set_level(f"f{n}", "w1", 5) for n in (6, 7)),
        set_level("f1", "w1", 1),
        set_level("f4", "w2", 3),
    ]
    return together("Levels", edits).apply(triangle())


def judged(document: Document, **said: str) -> Document:
    """Factors with these ids, and what the groups say one after the other: ``money="++-b0"``."""
    factors = tuple(Factor(id=name, title=name.capitalize()) for name in said)
    edits = [
        judge_factor(f"g{n}", name, SIGNS[sign])
        for name, signs in said.items()
        for n, sign in enumerate(signs, 1)
        if sign in SIGNS
    ]
    return together("Judgements", edits).apply(document.put(Factors(factors=factors)))


def room() -> Document:
    """Forces, worlds, and four factors: two that divide the groups, one that all welcome, one seldom judged."""
    return judged(
        with_worlds(), time="++++++++++++", money="++++----bb00", law="+++++++-----", silos="--", leaders="+++++++++++-"
    )

"""Three circles for past, present and future, drawn as large and as near to each other as they feel.

The idea, with dominance and relatedness, is Thomas Cottle's circles test; the numbers given for them are our own.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import dist
from typing import Literal

from foresight.core.problems import EditRefused
from foresight.core.words import N_, Language, _, language
from foresight.methods.orientation.model import LARGEST, Circle, Circles

Time = Literal["past", "present", "future"]
TIMES: dict[Time, str] = {"past": N_("Past"), "present": N_("Present"), "future": N_("Future")}

Contact = Literal["apart", "touching", "overlapping", "inside"]
RELATED: dict[Contact, int] = {"apart": 0, "touching": 2, "overlapping": 4, "inside": 6}
"""The relatedness of two circles."""
LETTERS: dict[Language, str] = {"en": "atoi", "nb": "fboi"}
"""How the contacts are typed, in the order of RELATED: apart, touching, overlapping, inside; any language is read."""
TYPED: dict[str, Contact] = {
    letter: each for own in LETTERS.values() for letter, each in zip(own, RELATED, strict=True)
}

Kind = Literal["atomistic", "continuous", "integrated"]
KINDS: dict[Kind, str] = {
    "atomistic": N_("apart from each other"),
    "continuous": N_("touching each other"),
    "integrated": N_("lying in each other"),
}
"""What the nearest contact of neighbours makes of a drawing."""

TOUCHING = 0.1
"""Circles touch when the gap or overlap is at most this share of the smaller radius: hands are not compasses."""
APART = 1.2
"""How far apart typed circles are put, in radii of both together."""


@dataclass(frozen=True)
class Drawings:
    """The circles of ``n`` people."""

    n: int
    largest: Counter[Time]
    """How many drew each circle larger than both others."""
    kinds: Counter[Kind]
    relatedness: float
    """Mean of ``relatedness``, 0..12."""
    radii: tuple[float, float, float]
    """Mean radii of past, present and future."""
    distances: tuple[float, float]
    """Mean distances of the middles: past to present, present to future."""


def dominance(drawn: Circles) -> dict[Time, int]:
    """0 for a circle that is absent, 4 for the one that is larger than both others, 2 for the rest."""
    radii: dict[Time, int] = {"past": drawn.past.radius, "present": drawn.present.radius, "future": drawn.future.radius}
    most = max(radii.values())
    alone = list(radii.values()).count(most) == 1
    return {time: 0 if radius == 0 else 4 if radius == most and alone else 2 for time, radius in radii.items()}


def _apart(one: Circle, other: Circle) -> float:
    """The distance of two middles."""
    return dist((one.x, one.y), (other.x, other.y))


def contact(one: Circle, other: Circle) -> Contact:
    """How two circles lie to each other; one that is absent is apart."""
    if not one.radius or not other.radius:
        return "apart"
    between, reach = _apart(one, other), one.radius + other.radius
    if between + min(one.radius, other.radius) <= max(one.radius, other.radius):
        return "inside"
    if abs(between - reach) <= TOUCHING * min(one.radius, other.radius):
        return "touching"
    return "overlapping" if between < reach else "apart"


def contacts(drawn: Circles) -> tuple[Contact, Contact]:
    """Past to present, and present to future."""
    return contact(drawn.past, drawn.present), contact(drawn.present, drawn.future)


def relatedness(drawn: Circles) -> int:
    """The contacts of the neighbours in time together, 0 (both apart) to 12 (both inside)."""
    return sum(RELATED[each] for each in contacts(drawn))


def kind_of(drawn: Circles) -> Kind:
    """By the nearest contact: all apart, touching at most, or overlapping."""
    nearest = max(RELATED[each] for each in contacts(drawn))
    return "atomistic" if nearest == 0 else "continuous" if nearest == RELATED["touching"] else "integrated"


def drawings(drawn: Sequence[Circles]) -> Drawings | None:
    """What many drew; None when nobody did."""
    if not drawn:
        return None
    largest = Counter(time for each in drawn for time, score in dominance(each).items() if score == 4)
    n = len(drawn)
    radii = [sum(getattr(each, time).radius for each in drawn) / n for time in TIMES]
    return Drawings(
        n,
        largest,
        Counter(map(kind_of, drawn)),
        sum(relatedness(each) for each in drawn) / n,
        (radii[0], radii[1], radii[2]),
        (
            sum(_apart(each.past, each.present) for each in drawn) / n,
            sum(_apart(each.present, each.future) for each in drawn) / n,
        ),
    )


def circles_of(text: str) -> Circles | None:
    """Circles as typed, None for nothing: ``20 o 35 t 15`` are the radii with the contacts between them (LETTERS).

    The circles are put beside each other so that they have these contacts. Raises EditRefused for anything else.
    """
    typed = text.strip().casefold()
    if not typed:
        return None
    match = re.fullmatch(r"(\d{1,3})\s*([a-z])\s*(\d{1,3})\s*([a-z])\s*(\d{1,3})", typed)
    if match is None or not {match[2], match[4]} <= TYPED.keys() or max(map(int, match.group(1, 3, 5))) > LARGEST:
        raise EditRefused(
            _("Write three radii with how the circles lie between them: 20 o 35 t 15. The letters are a (apart), "
              "t (touching), o (overlapping) and i (inside).")
        )  # fmt: skip
    past, present, future = (int(radius) for radius in match.group(1, 3, 5))
    before = _between(past, present, TYPED[match[2]])
    after = _between(present, future, TYPED[match[4]])
    return Circles(
        past=Circle(radius=past, x=-before), present=Circle(radius=present), future=Circle(radius=future, x=after)
    )


def _between(one: int, other: int, wanted: Contact) -> int:
    """A distance of the centres at which two circles have this contact."""
    match wanted:
        case "inside":
            return 0
        case "overlapping":
            return max(one, other)
        case "touching":
            return one + other
        case "apart":
            return round(APART * (one + other)) + 1


def circles_text(drawn: Circles | None) -> str:
    """Circles as ``circles_of`` reads them."""
    if drawn is None:
        return ""
    first, second = (LETTERS[language()][list(RELATED).index(each)] for each in contacts(drawn))
    return f"{drawn.past.radius} {first} {drawn.present.radius} {second} {drawn.future.radius}"

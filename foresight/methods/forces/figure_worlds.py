"""The balance of the forces in every scenario: small triangles beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from foresight.core.document import Document
from foresight.core.look import Look
from foresight.methods.forces.analysis import Balance, worlds
from foresight.methods.forces.figure import SPOTS, TEXT, ground
from foresight.methods.forces.sentences import corner_name, short_message
from foresight.model.scenarios import Scenarios, display_name, sign
from foresight.model.ternary import HEIGHT
from foresight.reporting.drawing import Figure, blank, circle, label, mark, paragraph
from foresight.reporting.ternary import FOOT, HEAD, Spot, triangle_place

NARROWEST, HIGHEST = 116.0, 178.0
"""The least width of a small picture, and its most height, in points."""
MARGINS = 44.0
"""Left and right of a triangle together, for the words below its corners."""
NAME, GAP = 24.0, 6.0
"""Room for the name of a scenario; between the pictures."""


@dataclass(frozen=True)
class Small:
    """A scenario in the picture."""

    name: str
    token: str
    """Of its colour."""
    mark: str
    hollow: bool
    balance: Balance


def smalls(document: Document) -> tuple[Small, ...]:
    """The scenarios of which anything was said."""
    places = {world.id: at for at, world in enumerate(document[Scenarios].scenarios)}
    return tuple(
        Small(display_name(document, world.scenario), *sign(places[world.scenario]), world.balance)
        for world in worlds(document)
    )


def worlds_height(held: Sequence[Small], width: float) -> float:
    """The height in points that the pictures need at this width."""
    across = _across(held, width)
    return -(-len(held) // across) * _row_height(width / across)


def worlds_picture(held: Sequence[Small], today: Balance, width: float, height: float, look: Look) -> Figure:
    """A triangle for every scenario, with its mark where the forces balance there; a hollow dot for today."""
    d = blank(width, height)
    across = _across(held, width)
    step = width / across
    row = _row_height(step)
    for at, one in enumerate(held):
        _small(d, one, today, (at % across * step, height - at // across * row), (step - GAP, row), look)
    return d


def _row_height(step: float) -> float:
    """The height of a picture that is so wide: its triangle has equal sides."""
    return min(NAME + HEAD + FOOT + (step - GAP - MARGINS) * HEIGHT, HIGHEST)


def _across(held: Sequence[Small], width: float) -> int:
    """How many stand beside each other: all of them, or two and two, if there is room."""
    fits = max(int(width // NARROWEST), 1)
    if fits >= len(held):
        return max(len(held), 1)
    return 2 if fits == 3 and len(held) == 4 else fits


def _small(d: Figure, one: Small, today: Balance, upper_left: Spot, size: Spot, look: Look) -> None:
    """One picture, its upper left corner and its size in points."""
    (x, top), (width, height) = upper_left, size
    mark(d, one.mark, x + 5, top - TEXT * 0.65, TEXT, look[one.token], one.hollow)
    paragraph(d, x + 14, top, one.name, width - 14, TEXT, colour=look.ink, bold=True, lines=2)
    within, _side = triangle_place(width, height - NAME, MARGINS)
    bottom = top - height

    def place(spot: Spot) -> Spot:
        across, up = within(spot)
        return x + across, bottom + up

    ground(d, place, one.balance, look)
    for corner, spot in SPOTS.items():
        cx, cy = place(spot)
        label(
            d, cx, cy + (4 if corner == "push" else -10), corner_name(corner), TEXT, colour=look.muted, anchor="middle"
        )
    if today.spot:
        circle(d, *place(today.spot), 3, fill=look.surface, stroke=look.ink, width=1)
    if one.balance.spot:
        mark(d, one.mark, *place(one.balance.spot), 10, look[one.token], one.hollow)
    said = short_message(one.balance)
    label(d, x + width / 2, bottom + 8, said, TEXT, colour=look.ink, anchor="middle", width=width)

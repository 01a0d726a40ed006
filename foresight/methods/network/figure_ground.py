"""The ground of the influence x dependence plane: scales, quarters, means, what the axes say. Sizes in points."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from math import cos, hypot, sin, tau

from foresight.core.look import Look
from foresight.core.spacing import Point
from foresight.core.words import _
from foresight.methods.network.analysis import ROLE_TINTS, ROLES_MANY, Part, Role, mean, pack
from foresight.reporting.drawing import Anchor, Figure, box, label, line, polyline, text_width

SIZE = 8.0
DOT = 7.0
"""Radius of a numbered dot."""


@dataclass(frozen=True)
class Plot:
    """The plane on the paper: dependence to the right and influence upwards, from 0 to the largest there is."""

    x: float
    y: float
    w: float
    h: float
    dependence: float
    """The end of its scale."""
    influence: float

    def at(self, dependence: float, influence: float) -> Point:
        """The point of these two sums."""
        margin = 2 * DOT
        across = dependence / self.dependence * (self.w - 2 * margin)
        return self.x + margin + across, self.y + margin + influence / self.influence * (self.h - 2 * margin)


@dataclass(frozen=True)
class QuarterName:
    """The name of a quarter of the plane, in its outer corner."""

    role: Role
    x: float
    y: float
    """Its baseline."""
    anchor: Anchor
    room: float

    def draw(self, d: Figure, look: Look) -> None:
        """Write it."""
        label(d, self.x, self.y, self._text, SIZE, colour=look.muted, anchor=self.anchor, width=self.room)

    def is_clear_of(self, point: Point, radius: float) -> bool:
        """Whether a dot at this point leaves it readable."""
        left = self.x if self.anchor == "start" else self.x - self._width
        across = max(left - point[0], 0, point[0] - left - self._width)
        up = max(self.y - 2 - point[1], 0, point[1] - self.y - SIZE)
        return hypot(across, up) > radius + 1

    @cached_property
    def _text(self) -> str:
        return _(ROLES_MANY[self.role])

    @cached_property
    def _width(self) -> float:
        return min(text_width(self._text, SIZE), self.room)


def ground(d: Figure, plot: Plot, held: Collection[Part], look: Look) -> list[QuarterName]:
    """Four tinted quarters with their names, the pack around the means, and what the axes say."""
    middle = mean(held)
    x, y = plot.at(middle, middle)
    right, top = plot.x + plot.w, plot.y + plot.h
    quarters: tuple[tuple[Role, float, float, float, float], ...] = (
        ("driving", plot.x, y, x, top),
        ("critical", x, y, right, top),
        ("autonomous", plot.x, plot.y, x, y),
        ("result", x, plot.y, right, y),
    )
    names = []
    for role, x1, y1, x2, y2 in quarters:
        box(d, x1, y1, x2 - x1, y2 - y1, fill=look[ROLE_TINTS[role]])
        side = x1 + 4 if x1 == plot.x else x2 - 4
        anchor: Anchor = "start" if x1 == plot.x else "end"
        names.append(QuarterName(role, side, y2 - 11 if y2 == top else y1 + 5, anchor, x2 - x1 - 8))
        names[-1].draw(d, look)
    line(d, x, plot.y, x, top, look.muted, 0.75, (3, 3))
    line(d, plot.x, y, right, y, look.muted, 0.75, (3, 3))
    _pack(d, plot, held, look)
    across = _("Dependence: moved little → moved much")
    label(d, plot.x + plot.w / 2, plot.y - 12, across, SIZE, colour=look.ink, anchor="middle", width=plot.w)
    up = _("Influence: moves little → moves much")
    label(d, plot.x - 6, plot.y + plot.h / 2, up, SIZE, colour=look.ink, anchor="middle", width=plot.h, angle=90)
    return names


def _pack(d: Figure, plot: Plot, held: Collection[Part], look: Look) -> None:
    """The ellipse around the means in which a driver has no clear role."""
    middle, (influence, dependence) = mean(held), pack(held)
    if influence and dependence:
        turns = [tau * step / 48 for step in range(49)]
        rim = [plot.at(middle + dependence * cos(t), middle + influence * sin(t)) for t in turns]
        polyline(d, rim, look.muted, 0.75, (1.5, 2))

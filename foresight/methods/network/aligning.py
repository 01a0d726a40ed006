"""Drivers in a row: aligned at one side or their middles, or at even distances. All are of one size."""

from collections.abc import Mapping
from statistics import fmean
from typing import Literal

from foresight.core.document import Id
from foresight.core.spacing import Point
from foresight.core.words import N_

Alignment = Literal["left", "centre", "right", "top", "middle", "bottom", "across", "down"]
ALIGNMENTS: dict[Alignment, str] = {
    "left": N_("Align left"),
    "centre": N_("Align centres"),
    "right": N_("Align right"),
    "top": N_("Align top"),
    "middle": N_("Align middles"),
    "bottom": N_("Align bottom"),
    "across": N_("Distribute across"),
    "down": N_("Distribute down"),
}
_X, _Y = 0, 1


def aligned(points: Mapping[Id, Point], how: Alignment) -> dict[Id, Point]:
    """Where these drivers go. Distributed ones keep their order, and the outermost two their places."""
    if not points:
        return {}
    if how in ("across", "down"):
        return _distributed(points, _X if how == "across" else _Y)
    axis = _X if how in ("left", "centre", "right") else _Y
    values = [point[axis] for point in points.values()]
    if how in ("left", "top"):
        goal = min(values)
    elif how in ("right", "bottom"):
        goal = max(values)
    else:
        goal = fmean((min(values), max(values)))
    return {key: _put(point, axis, goal) for key, point in points.items()}


def _distributed(points: Mapping[Id, Point], axis: int) -> dict[Id, Point]:
    order = sorted(points, key=lambda key: points[key][axis])
    first, last = points[order[0]][axis], points[order[-1]][axis]
    step = (last - first) / max(len(order) - 1, 1)
    return {key: _put(points[key], axis, first + place * step) for place, key in enumerate(order)}


def _put(point: Point, axis: int, value: float) -> Point:
    return (value, point[_Y]) if axis == _X else (point[_X], value)

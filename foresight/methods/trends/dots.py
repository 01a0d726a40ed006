"""How a numbered dot looks, in print and on the screen: the kind gives its shape and filling, never colour alone."""

from dataclasses import dataclass
from typing import Literal

from foresight.model.trends import Kind, Ring, Status

Shape = Literal["circle", "square", "diamond"]


@dataclass(frozen=True)
class Dot:
    """Shape, and colour tokens of core.look for what it is filled with and for the number on it."""

    shape: Shape
    fill: str
    ink: str


DOTS: dict[Kind, Dot] = {
    "weak signal": Dot("circle", "surface", "ink"),
    "signal cluster": Dot("circle", "selection", "ink"),
    "trend": Dot("circle", "accent", "on_accent"),
    "megatrend": Dot("square", "accent", "on_accent"),
    "wild card": Dot("diamond", "surface", "ink"),
}
"""All have a rim in the accent."""

RING_TINTS: dict[Ring, str] = {"now": "selection", "near": "raised", "far": "surface"}
"""Colour tokens of the rings of the radar."""

POINTERS: dict[Status, int] = {"moved in": -1, "moved out": 1}
"""Which way the small pointer of a blip points: -1 to the centre, 1 outwards."""

CROSSES = 40
"""With more dots than this, crosses would hide them and are left out."""

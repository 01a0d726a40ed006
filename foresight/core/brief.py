"""The printed brief as plain data: sections of neutral blocks. Renderers turn them into PDF (or another format).

All text is data, never mark-up; a renderer escapes it. Figures are drawn by a function that knows no Qt.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

Page = Literal["glance", "forces", "connections", "worlds", "compare", "people", "act", "appendix", "report"]
PAGES: tuple[Page, ...] = ("glance", "forces", "connections", "worlds", "compare", "people", "act")
"""The pages of a brief in reading order. On "worlds" every section gets the same space, two to a page."""
APPENDIX: Page = "appendix"
"""Comes on top of the pages that were asked for, and takes as many as it needs: nothing of it is left out."""
REPORT: Page = "report"
"""Never in the brief: a page of its own in the summary report."""

Size = Literal[2, 4, 8]
SIZES: tuple[Size, ...] = (2, 4, 8)

Style = Literal["title", "lead", "body", "small", "quote", "note", "numeral"]


@dataclass(frozen=True)
class Heading:
    """A heading inside a section."""

    text: str


@dataclass(frozen=True)
class Text:
    """Running text; newlines separate paragraphs. Empty text prints nothing."""

    text: str
    style: Style = "body"


@dataclass(frozen=True)
class Bullets:
    """A list. ``numbered`` counts from 1."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Cell:
    """A table cell: text, and a tint that also has words (a tint never speaks alone)."""

    text: str
    tint: str = ""
    """The name of a colour token of core.look, or "" for none."""
    mark: str = ""
    """A drawn mark in front: circle, triangle, square, diamond, up, down, or ""."""
    bold: bool = False
    span: int = 1
    """How many columns it covers; the cells it covers are left out of the row."""


@dataclass(frozen=True)
class Table:
    """A table with a header row. Rows that do not fit are counted in a closing line."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell | str, ...], ...]
    widths: tuple[float, ...] = ()
    """Relative widths of the columns; equal when empty."""
    numeric: frozenset[int] = frozenset()
    """Columns set flush right."""
    small: bool = False


@dataclass(frozen=True)
class Picture:
    """A figure: ``draw(width, height, look)`` gives a reportlab Drawing of that size in points."""

    draw: Callable[[float, float, Any], Any]
    height: float | Callable[[float], float]
    """In points, or as follows from the width of its column in points."""
    alt: str
    """What it shows, for those who do not see it."""
    caption: str = ""
    twin: Table | None = None
    """The same as a table."""
    shrinks_to: float = 1.0
    """The share of its height at which it can still be drawn well when room is short."""


@dataclass(frozen=True)
class Columns:
    """Blocks side by side."""

    columns: tuple[tuple["Block", ...], ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class Box:
    """Blocks in a frame, with an accent at the left."""

    blocks: tuple["Block", ...]
    accent: str = "accent"
    """The name of a colour token of core.look."""


Block = Heading | Text | Bullets | Table | Picture | Columns | Box


@dataclass(frozen=True)
class Section:
    """A part of the brief. What comes first matters most: when room is short the end is cut, and the cut is stated."""

    title: str
    page: Page
    blocks: tuple[Block, ...]
    order: int = 50
    """Where on the page, small first."""
    weight: float = 1.0
    """How much of the page it gets, compared with the others, when room is short."""
    accent: str = "accent"
    mark: str = ""
    """A mark before the title (scenarios)."""
    emblem: Picture | None = None
    """A small square figure at the right of the title."""
    bookmark: str = ""
    """Its name in the outline; the title when empty."""
    sizes: frozenset[int] = field(default_factory=lambda: frozenset(SIZES))
    """The sizes of the brief that carry it."""
    gist: tuple[Block, ...] = ()
    """What stands there instead on a page with too much on it, before anything is cut."""

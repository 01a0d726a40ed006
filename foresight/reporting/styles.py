"""The type and the page of the brief. Sizes in points."""

from dataclasses import dataclass

from foresight.core import brief

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
"""A4 portrait."""
SIDE = 52.0
"""Left and right margin, 18 mm."""
WIDTH = PAGE_WIDTH - 2 * SIDE
TOP = PAGE_HEIGHT - 57
"""Where the content begins, below the running head."""
BOTTOM = 50.0
"""Where it ends, above the foot."""
GUTTER = 18.0
"""Between columns."""
MEASURE = 375.0
"""Running text is no wider: some 75 characters a line at body size."""


@dataclass(frozen=True)
class Type:
    """How a text is set."""

    size: float
    leading: float
    colour: str = "ink"
    """A colour token of core.look."""
    bold: bool = False
    italic: bool = False
    before: float = 5.0
    """Space above, where something stands above."""
    measure: float = MEASURE


BODY = Type(9.5, 13.0)
SMALL = Type(8.5, 11.5, "muted", before=4)
NOTE = Type(8.0, 10.5, "muted", before=4)
HEADING = Type(10.5, 14, bold=True, before=10, measure=WIDTH)


@dataclass(frozen=True)
class Scale:
    """The type of a page. No text is smaller than 8 points."""

    texts: dict[brief.Style, Type]
    section: Type
    heading: Type
    cell: Type
    small_cell: Type
    cell_padding: float
    """Above and below the text of a table cell."""
    between: float
    """Between sections."""


NORMAL = Scale(
    texts={
        "title": Type(27, 32, bold=True, before=3, measure=460),
        "lead": Type(12, 17, measure=460),
        "body": BODY,
        "small": SMALL,
        "quote": Type(10.5, 15, italic=True, before=8),
        "note": NOTE,
        "numeral": Type(20, 24, "accent", bold=True),
    },
    section=Type(16, 20, bold=True, before=0, measure=WIDTH),
    heading=HEADING,
    cell=Type(9, 12, before=0, measure=WIDTH),
    small_cell=Type(8.25, 10.75, before=0, measure=WIDTH),
    cell_padding=3,
    between=24,
)
COMPACT = Scale(
    texts={
        "title": Type(24, 29, bold=True, before=3, measure=460),
        "lead": Type(10.5, 14.5, before=3, measure=460),
        "body": Type(9, 11.75, before=4),
        "small": Type(8.25, 10.75, "muted", before=3),
        "quote": Type(9.5, 13, italic=True, before=6),
        "note": Type(8.0, 10.25, "muted", before=3),
        "numeral": Type(16, 19, "accent", bold=True),
    },
    section=Type(15, 18, bold=True, before=0, measure=WIDTH),
    heading=Type(9.5, 12.5, bold=True, before=7, measure=WIDTH),
    cell=Type(8.25, 10.75, before=0, measure=WIDTH),
    small_cell=Type(8, 10.25, before=0, measure=WIDTH),
    cell_padding=2,
    between=14,
)
"""For pages with more than fits at the normal size, before anything is cut."""

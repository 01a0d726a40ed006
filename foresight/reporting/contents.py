"""What is in the brief, or another report: a short list on the cover, with links to the pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from foresight.reporting.lines import shortened
from foresight.reporting.plan import Leaf
from foresight.reporting.sheet import Sheet
from foresight.reporting.styles import BOTTOM, GUTTER, NOTE, SIDE, SMALL, WIDTH

_COLUMNS = 2
_NUMBER = 14.0  # what the number of a page takes
_ABOVE = 14.0


@dataclass(frozen=True)
class Contents:
    """The pages after the cover on which something begins, each with what that is."""

    names: tuple[tuple[int, str], ...]
    heading: str

    @property
    def _rows(self) -> int:
        return -(-len(self.names) // _COLUMNS)

    @property
    def height(self) -> float:
        """The room it takes at the foot of the cover; nothing for a brief of one or two pages."""
        return _ABOVE + NOTE.leading + 3 + self._rows * SMALL.leading if len(self.names) > 1 else 0

    def draw(self, sheet: Sheet) -> None:
        """Paint it at the foot of the page."""
        top = BOTTOM + self.height - _ABOVE
        sheet.rule(SIDE, top + 4, WIDTH)
        with sheet.content("P"):
            sheet.text(SIDE, top - NOTE.size, self.heading, NOTE)
        top -= NOTE.leading + 3
        column = (WIDTH - GUTTER * (_COLUMNS - 1)) / _COLUMNS
        with sheet.element("TOC"):
            for index, (page, name) in enumerate(self.names):
                x = SIDE + index // self._rows * (column + GUTTER)
                y = top - index % self._rows * SMALL.leading - SMALL.size
                self._entry(sheet, x, y, column, name, page)

    def _entry(self, sheet: Sheet, x: float, y: float, width: float, name: str, page: int) -> None:
        with sheet.content("TOCI"):
            sheet.text(x, y, str(page), replace(SMALL, bold=True), "accent")
            sheet.text(x + _NUMBER, y, shortened(name, width - _NUMBER, SMALL.size), SMALL, "ink")
        box = (x, y - 3, x + width, y + SMALL.leading - 3)
        sheet.canvas.linkRect("", on_page(page), Rect=box, relative=0, thickness=0)


def contents(leaves: Sequence[Leaf], heading: str) -> Contents:
    """What stands on the pages after the first."""
    return Contents(
        tuple(
            (page, " · ".join(section.bookmark or section.title for section in leaf.sections[leaf.going_on :]))
            for page, leaf in enumerate(leaves[1:], 2)
            if leaf.sections[leaf.going_on :]
        ),
        heading,
    )


def on_page(page: int, index: int = 0) -> str:
    """The name in the file of a section on a page, counted from 0."""
    return f"p{page}s{index}"

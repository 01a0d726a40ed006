"""Tables: light rules, tints that also have words, rows that are never split."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import accumulate

from foresight.core.brief import Cell, Table
from foresight.core.look import MARKS, PRINT, contrast
from foresight.core.words import ngettext
from foresight.reporting.fonts import text_width
from foresight.reporting.lines import words
from foresight.reporting.pieces import Cut, Left
from foresight.reporting.setting import draw_text, lines_within, text_height
from foresight.reporting.sheet import Sheet, colour
from foresight.reporting.styles import SMALL, Type

_ACROSS = 4.0  # padding left and right
_NARROWEST = 30.0
_MARK = 10.0  # what a mark in front of a text takes

Row = tuple[Cell, ...]


@dataclass(frozen=True, eq=False)  # known by identity: it is the key of its own measurements
class Grid:
    """A table in a column."""

    table: Table
    style: Type
    padding: float = 3.0
    """Above and below the text of a cell."""
    most: int | None = None
    """Lines shown of the cells of the last row; None: all."""
    before: float = 7.0

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        return tuple(tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in row) for row in self.table.rows)

    @cached_property
    def _head(self) -> Row:
        return tuple(Cell(text, bold=True) for text in self.table.head) if any(self.table.head) else ()

    def _style(self, cell: Cell, head: bool = False) -> Type:
        return replace(self.style, bold=cell.bold, colour="muted" if head else _ink(cell))

    def _least(self, column: int) -> float:
        """The width of the longest word in a column, within reason."""
        widths = [0.0]
        for row in (self._head, *self._rows):
            at = 0
            for cell in row:
                if at == column and cell.span == 1:
                    extra = _MARK if cell.mark else 0
                    longest = max(words(cell.text[:2000]), key=len)
                    widths.append(extra + text_width(longest[:40], self.style.size, cell.bold))
                at += cell.span
        return min(max(widths), 110) + 2 * _ACROSS + 0.1

    def _row_height(self, row: Row, widths: Sequence[float], head: bool = False, most: int | None = None) -> float:
        heights = [self.style.leading]
        for cell, _x, width in _placed(row, widths):
            inside = width - 2 * _ACROSS - (_MARK if cell.mark else 0)
            heights.append(text_height(cell.text, self._style(cell, head), inside, most))
        return max(heights) + 2 * self.padding

    def height(self, width: float) -> float:
        return _measured(self, width).height

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        measured = _measured(self, width)
        with sheet.element("Table"):
            if self._head:
                self._draw_row(sheet, self._head, x, top, measured.widths, measured.head, head=True)
                top -= measured.head
                sheet.rule(x, top, width, "muted", 0.75)
            for index, (row, height) in enumerate(zip(self._rows, measured.rows, strict=True)):
                most = self.most if index == len(self._rows) - 1 else None
                self._draw_row(sheet, row, x, top, measured.widths, height, most=most)
                top -= height
                sheet.rule(x, top, width)
        if measured.lost:
            with sheet.content("P"):
                draw_text(sheet, x, top, width, measured.lost, SMALL)

    def _draw_row(
        self,
        sheet: Sheet,
        row: Row,
        x: float,
        top: float,
        widths: Sequence[float],
        height: float,
        head: bool = False,
        most: int | None = None,
    ) -> None:
        with sheet.element("TR"):
            column = 0
            for cell, left, width in _placed(row, widths):
                if cell.tint:
                    sheet.fill(x + left, top - height, width, height, cell.tint)
                start, inside = x + left + _ACROSS, width - 2 * _ACROSS
                style = self._style(cell, head)
                if cell.mark:
                    sheet.mark(cell.mark, start + 3, top - self.padding - style.leading / 2, 6.5, _mark_colour(cell))
                    start, inside = start + _MARK, inside - _MARK
                with sheet.content("TH" if head else "TD"):
                    right = column in self.table.numeric and cell.span == 1
                    draw_text(sheet, start, top - self.padding, inside, cell.text, style, most=most, right=right)
                column += cell.span

    def cut(self, width: float, room: float) -> Cut:
        measured = _measured(self, width)
        room -= measured.height - sum(measured.rows)
        kept = sum(1 for used in accumulate(measured.rows) if used <= room)
        if kept:
            return self._with(kept), Left(rows=len(self._rows) - kept)
        if most := self._lines(measured.widths, room):
            return self._with(1, most), Left(rows=len(self._rows) - 1)
        return None, self.left()

    def _with(self, rows: int, most: int | None = None) -> "Grid":
        return replace(self, table=replace(self.table, rows=self.table.rows[:rows]), most=most)

    def _lines(self, widths: Sequence[float], room: float) -> int:
        """How many lines of the first row fit, when the row is higher than the room."""
        return min(
            lines_within(cell.text, self._style(cell), width - 2 * _ACROSS - _MARK, room - 2 * self.padding)
            for cell, _x, width in _placed(self._rows[0], widths)
        )

    def left(self) -> Left:
        return Left(rows=len(self._rows))


@dataclass(frozen=True)
class _Measure:
    """A table measured for a column."""

    widths: tuple[float, ...]
    head: float
    rows: tuple[float, ...]
    lost: str
    """What is said when the page is too narrow for all columns."""

    @cached_property
    def height(self) -> float:
        return self.head + sum(self.rows) + text_height(self.lost, SMALL, sum(self.widths))


@lru_cache(maxsize=64)
def _measured(grid: Grid, width: float) -> _Measure:
    table, rows, head = grid.table, grid._rows, grid._head
    count = max([len(table.head), *(sum(cell.span for cell in row) for row in rows)])
    shown = min(count, int(width / _NARROWEST))
    wished = [*table.widths, *[1.0] * count][:shown] if table.widths else [1.0] * shown
    widths = _shared(wished, [grid._least(index) for index in range(shown)], width)
    last = len(rows) - 1
    heights = (grid._row_height(row, widths, most=grid.most if at == last else None) for at, row in enumerate(rows))
    said = ngettext(
        "{n} more column in the workshop file.", "{n} more columns in the workshop file.", count - shown
    ).format(n=count - shown)
    return _Measure(
        tuple(widths),
        grid._row_height(head, widths, head=True) if head else 0,
        tuple(heights),
        said if count > shown else "",
    )


def _ink(cell: Cell) -> str:
    """The colour token of the text on the tint of a cell."""
    return "on_accent" if cell.tint and contrast(PRINT.ink, colour(cell.tint)) < 4.5 else "ink"


def _mark_colour(cell: Cell) -> str:
    if cell.mark in MARKS and not cell.tint:
        return PRINT.scenarios[MARKS.index(cell.mark)]
    return _ink(cell)


def _placed(row: Row, widths: Sequence[float]) -> list[tuple[Cell, float, float]]:
    """The cells of a row that have a column, each with its left edge and width."""
    found, column = [], 0
    for cell in row:
        if column >= len(widths):
            break
        found.append((cell, sum(widths[:column]), sum(widths[column : column + cell.span])))
        column += cell.span
    return found


def _shared(wished: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """``width`` shared as wished, but no column below its least while another has more than that to give."""
    shares = [width * share / sum(wished) for share in wished]
    if sum(least) >= width:
        return [width * need / sum(least) for need in least]
    for _round in least:
        short = [index for index, share in enumerate(shares) if share < least[index]]
        if not short:
            break
        fixed = {index for index, share in enumerate(shares) if share <= least[index]}
        free = width - sum(least[index] for index in fixed)
        wishes = sum(wished[index] for index in range(len(wished)) if index not in fixed)
        shares = [least[index] if index in fixed else free * wished[index] / wishes for index in range(len(wished))]
    return shares

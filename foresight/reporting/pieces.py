"""Pieces of a page: each knows its height, paints itself, and can be cut so that the cut is stated."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from foresight.core.words import _, listed, ngettext
from foresight.reporting.setting import draw_text, lines_within, text_height
from foresight.reporting.sheet import Sheet
from foresight.reporting.styles import BODY, HEADING, NOTE, Type


@dataclass(frozen=True)
class Left:
    """What a cut leaves out. Nothing of these: some text."""

    rows: int = 0
    """Rows of tables and entries of lists."""
    figures: int = 0
    names: tuple[str, ...] = ()
    """Headings of parts that are gone."""

    def __add__(self, other: "Left | None") -> "Left":
        if other is None:
            return self
        return Left(self.rows + other.rows, self.figures + other.figures, self.names + other.names)

    def sentence(self) -> str:
        """What the brief says about it."""
        said = []
        if n := self.rows:
            more = ngettext("{n} more in the workshop file.", "{n} more in the workshop file.", n)
            said.append(more.format(n=n))
        if n := self.figures:
            gone = ngettext("A figure is only in the workshop file.", "{n} figures are only in the workshop file.", n)
            said.append(gone.format(n=n))
        if self.names:
            said.append(_("Only in the workshop file: {names}.").format(names=listed(list(self.names))))
        return " ".join(said) or _("Shortened; the whole text is in the workshop file.")


class Piece(Protocol):
    """Something that takes up height in a column of a given width (points)."""

    @property
    def before(self) -> float:
        """Space above it, where something stands above."""

    def height(self, width: float) -> float:
        """The height it wants."""

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Paint it below ``top``."""

    def cut(self, width: float, room: float) -> "Cut":
        """What of it fits ``room``. Called only when it wants more."""

    def left(self) -> Left:
        """What is left out when all of it is."""


Cut = tuple[Piece | None, Left | None]
"""What fits (None: nothing worth printing) and what must be said to be left out (None: it says so itself)."""


@dataclass(frozen=True)
class Prose:
    """Running text, at most ``most`` lines of it."""

    text: str
    style: Type = BODY
    tag: str = "P"
    token: str = ""
    most: int | None = None

    @property
    def before(self) -> float:
        return self.style.before

    def height(self, width: float) -> float:
        return text_height(self.text, self.style, min(width, self.style.measure), self.most)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        column = min(width, self.style.measure)
        with sheet.content(self.tag):
            draw_text(sheet, x, top, column, self.text, self.style, most=self.most, token=self.token)

    def cut(self, width: float, room: float) -> Cut:
        most = lines_within(self.text, self.style, min(width, self.style.measure), room)
        return (replace(self, most=most), Left()) if most > 1 else (None, self.left())

    def left(self) -> Left:
        return Left()


@dataclass(frozen=True)
class Title(Prose):
    """A heading: never the last thing in a column."""

    style: Type = HEADING
    tag: str = "H3"

    def cut(self, width: float, room: float) -> Cut:
        return None, self.left()

    def left(self) -> Left:
        return Left(names=(self.text,))


@dataclass(frozen=True)
class Item:
    """An entry of a list, with a dot or a number in front."""

    text: str
    number: int | None = None
    style: Type = BODY
    most: int | None = None
    before: float = 2.5

    @property
    def indent(self) -> float:
        return 11.0 if self.number is None else 17.0

    def _column(self, width: float) -> float:
        return min(width, self.style.measure) - self.indent

    def height(self, width: float) -> float:
        return text_height(self.text, self.style, self._column(width), self.most)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        with sheet.element("LI"):
            if self.number is None:
                sheet.mark("circle", x + 2.5, top - self.style.leading * 0.5, 3, "accent")
            else:
                with sheet.content("Lbl"):
                    bold = replace(self.style, bold=True)
                    draw_text(sheet, x, top, self.indent, str(self.number), bold, token="accent")
            with sheet.content("LBody"):
                column = self._column(width)
                draw_text(sheet, x + self.indent, top, column, self.text, self.style, most=self.most)

    def cut(self, width: float, room: float) -> Cut:
        most = lines_within(self.text, self.style, self._column(width), room)
        return (replace(self, most=most), Left()) if most > 1 else (None, self.left())

    def left(self) -> Left:
        return Left(rows=1)


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple[Item, ...]
    before: float = 4.0

    def height(self, width: float) -> float:
        return Stack(self.items).height(width)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        with sheet.element("L"):
            Stack(self.items).draw(sheet, x, top, width)

    def cut(self, width: float, room: float) -> Cut:
        kept = fitting(self.items, width, room)
        if kept:
            return replace(self, items=self.items[:kept]), Left(rows=len(self.items) - kept)
        first, left = self.items[0].cut(width, room)
        if isinstance(first, Item):
            return replace(self, items=(first,)), Left(rows=len(self.items) - 1) + left
        return None, self.left()

    def left(self) -> Left:
        return Left(rows=len(self.items))


@dataclass(frozen=True)
class Stack:
    """Pieces below each other."""

    pieces: Sequence[Piece]
    before: float = 0.0

    def height(self, width: float) -> float:
        return sum(piece.height(width) for piece in self.pieces) + sum(piece.before for piece in self.pieces[1:])

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        for index, piece in enumerate(self.pieces):
            top -= piece.before if index else 0
            piece.draw(sheet, x, top, width)
            top -= piece.height(width)

    def cut(self, width: float, room: float) -> Cut:
        """The first pieces that fit, and a last line (or two) that says what is left out."""
        for lines in (1, 2):
            kept, left = self._first(width, room - NOTE.before - lines * NOTE.leading)
            note = Prose((left or Left()).sentence(), NOTE, most=lines)
            if lines == 2 or left is None or replace(note, most=None).height(width) <= NOTE.leading:
                break
        if not kept:
            return None, self.left()
        return replace(self, pieces=(*kept, *([note] if left else []))), None

    def _first(self, width: float, room: float) -> tuple[list[Piece], Left | None]:
        """The first pieces that fit, the last of them cut, and what must be said to be left out."""
        kept = list(self.pieces[: fitting(self.pieces, width, room)])
        at = len(kept)
        if at == len(self.pieces):
            return kept, None
        used = Stack(kept).height(width) + (self.pieces[at].before if kept else 0)
        part, left = self.pieces[at].cut(width, room - used)
        if part is not None:
            kept.append(part)
        while kept and isinstance(kept[-1], Title):
            left = kept.pop().left()
        rest = Stack(self.pieces[at + 1 :])
        return kept, Left() + left + rest.left() if rest.pieces else left

    def left(self) -> Left:
        names = tuple(name for piece in self.pieces for name in piece.left().names)
        if names:
            return Left(names=names)
        lefts = [piece.left() for piece in self.pieces]
        return Left(rows=sum(left.rows for left in lefts), figures=sum(left.figures for left in lefts))


def fitting(pieces: Sequence[Piece], width: float, room: float) -> int:
    """How many of the first pieces fit ``room`` below each other."""
    for count, piece in enumerate(pieces):
        room -= piece.height(width) + (piece.before if count else 0)
        if room < 0:
            return count
    return len(pieces)

"""Pieces that hold others or a figure: columns, boxes, pictures."""

from dataclasses import dataclass, replace

from foresight.core.brief import Picture
from foresight.core.look import PRINT
from foresight.reporting.drawing import mix
from foresight.reporting.pieces import Cut, Left, Prose, Stack
from foresight.reporting.setting import draw_text, text_height
from foresight.reporting.sheet import Sheet, colour
from foresight.reporting.styles import GUTTER, NOTE, Type

_PADDING = 10.0
_BAR = 3.0
_EMBLEM = 23.0


@dataclass(frozen=True)
class Side:
    """Stacks side by side."""

    stacks: tuple[Stack, ...]
    shares: tuple[float, ...]
    """Relative widths."""
    before: float = 7.0

    def _widths(self, width: float) -> list[float]:
        free = width - GUTTER * (len(self.stacks) - 1)
        return [free * share / sum(self.shares) for share in self.shares]

    def height(self, width: float) -> float:
        columns = zip(self.stacks, self._widths(width), strict=True)
        return max((stack.height(column) for stack, column in columns), default=0)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        height = self.height(width)
        for stack, column in zip(self.stacks, self._widths(width), strict=True):
            match stack.pieces:
                case [Framed() as box]:  # boxes side by side are equally high
                    replace(box, least=height).draw(sheet, x, top, column)
                case _:
                    stack.draw(sheet, x, top, column)
            x += column + GUTTER

    def cut(self, width: float, room: float) -> Cut:
        stacks = []
        for stack, column in zip(self.stacks, self._widths(width), strict=True):
            part = stack if stack.height(column) <= room else shorter(stack, column, room)
            if part is None:
                return None, self.left()
            stacks.append(part)
        return replace(self, stacks=tuple(stacks)), None

    def left(self) -> Left:
        return Stack(self.stacks).left()


def shorter(stack: Stack, width: float, room: float) -> Stack | None:
    """The stack cut to ``room``, or what it leaves out said in its place; None when not even that fits."""
    part, left = stack.cut(width, room)
    if isinstance(part, Stack):
        return part
    note = Stack((Prose((left or Left()).sentence(), NOTE, most=3),))
    return note if note.height(width) <= room else None


@dataclass(frozen=True)
class Framed:
    """A tinted box with an accent at its left."""

    stack: Stack
    accent: str
    least: float = 0.0
    """It is at least so high."""
    before: float = 9.0

    def _inside(self, width: float) -> float:
        return width - 2 * _PADDING - _BAR

    def height(self, width: float) -> float:
        return max(self.least, self.stack.height(self._inside(width)) + 2 * _PADDING - 2)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        height = self.height(width)
        sheet.fill(x, top - height, width, height, mix(colour(self.accent), PRINT.surface, 0.07))
        sheet.fill(x, top - height, _BAR, height, self.accent)
        self.stack.draw(sheet, x + _BAR + _PADDING, top - _PADDING + 1, self._inside(width))

    def cut(self, width: float, room: float) -> Cut:
        part, left = self.stack.cut(self._inside(width), room - 2 * _PADDING)
        return (replace(self, stack=part), None) if isinstance(part, Stack) else (None, left)

    def left(self) -> Left:
        return self.stack.left()


@dataclass(frozen=True)
class Shown:
    """A figure with its caption. When room is short it is drawn lower, as far as it bears that."""

    picture: Picture
    style: Type
    share: float = 1.0
    """Of the height it wants."""
    before: float = 5.0

    def _tall(self, width: float) -> float:
        height = self.picture.height
        return self.share * (height(width) if callable(height) else height)

    def _caption(self, width: float) -> float:
        return text_height(self.picture.caption, self.style, width) + 3 if self.picture.caption else 0

    def height(self, width: float) -> float:
        return self._tall(width) + self._caption(width)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        top -= self._tall(width)
        sheet.picture(self.picture.draw(width, self._tall(width), PRINT), x, top, self.picture.alt)
        if self.picture.caption:
            with sheet.content("Caption"):
                draw_text(sheet, x, top - 3, width, self.picture.caption, self.style)

    def cut(self, width: float, room: float) -> Cut:
        share = (room - self._caption(width)) / self._tall(width)
        return (replace(self, share=share), None) if share >= self.picture.shrinks_to else (None, self.left())

    def left(self) -> Left:
        return Left(figures=1)


@dataclass(frozen=True)
class Headed:
    """A section under its title: a short bar in its accent, or its mark and a stripe down its side."""

    title: str
    stack: Stack
    style: Type
    accent: str = "accent"
    mark: str = ""
    emblem: Picture | None = None
    is_small: bool = False
    before: float = 24.0

    @property
    def _indent(self) -> float:
        return self.style.leading - 2 if self.mark else 0.0

    @property
    def _bar(self) -> float:
        return 0.0 if self.mark or self.is_small else 8.0

    def _inside(self, width: float) -> float:
        return width - self._indent - (_EMBLEM + GUTTER if self.emblem else 0)

    def _head(self, width: float) -> float:
        if not self.title:
            return 0
        title = text_height(self.title, self.style, self._inside(width), 3)
        below = 2 if self.is_small else 6
        return self._bar + title + (below if self.stack.pieces else 0)

    def height(self, width: float) -> float:
        return self._head(width) + self.stack.height(width)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        if self.mark:
            sheet.fill(x - 14, top - self.height(width), 3, self.height(width), self.accent)
            sheet.mark(self.mark, x + 6, top - self.style.leading / 2, 11, self.accent)
        elif self._bar and self.title:
            sheet.fill(x, top - 2.5, 24, 2.5, self.accent)
        if self.title:
            with sheet.content("H2"):
                inside = self._inside(width)
                draw_text(sheet, x + self._indent, top - self._bar, inside, self.title, self.style, most=3)
        if self.emblem:
            figure = self.emblem.draw(_EMBLEM, _EMBLEM, PRINT)
            sheet.picture(figure, x + width - _EMBLEM, top - _EMBLEM, self.emblem.alt)
        self.stack.draw(sheet, x, top - self._head(width), width)

    def cut(self, width: float, room: float) -> Cut:
        if self.is_small:  # a line or two: whole, or only named
            return None, self.left()
        part = shorter(self.stack, width, room - self._head(width))
        return (None, self.left()) if part is None else (replace(self, stack=part), None)

    def left(self) -> Left:
        return Left(names=(self.title,)) if self.title else self.stack.left()

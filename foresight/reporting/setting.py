"""Text in a column: paragraphs broken into lines, measured and painted."""

from functools import lru_cache

from foresight.reporting.lines import breaks, ended
from foresight.reporting.sheet import Sheet
from foresight.reporting.styles import Type

Paragraphs = tuple[tuple[str, ...], ...]

_BETWEEN = 0.4  # of a line, between paragraphs


@lru_cache(maxsize=2048)
def paragraphs(text: str, style: Type, width: float) -> Paragraphs:
    """The lines of each paragraph of ``text``; blank lines say nothing."""
    return tuple(
        tuple(breaks(part, width, style.size, style.bold, style.italic)) for part in text.split("\n") if part.strip()
    )


def limited(text: str, style: Type, width: float, most: int | None) -> Paragraphs:
    """As ``paragraphs``, but at most so many lines in all, the last with … where something is left out."""
    parts = paragraphs(text, style, width)
    if most is None or sum(len(part) for part in parts) <= most:
        return parts
    kept: list[tuple[str, ...]] = []
    for part in parts:
        if len(part) >= most:
            last = ended(part[most - 1], width, style.size, style.bold, style.italic)
            return (*kept, (*part[: most - 1], last))
        kept.append(part)
        most -= len(part)
    return tuple(kept)


def text_height(text: str, style: Type, width: float, most: int | None = None) -> float:
    """The height of ``text`` in a column of ``width`` points."""
    parts = limited(text, style, width, most)
    lines = sum(len(part) for part in parts) + max(0, len(parts) - 1) * _BETWEEN
    return lines * style.leading


def lines_within(text: str, style: Type, width: float, room: float) -> int:
    """How many lines of ``text`` fit ``room``."""
    most = max(0, int(room / style.leading))
    while most > 0 and text_height(text, style, width, most) > room:
        most -= 1
    return most


def draw_text(
    sheet: Sheet,
    x: float,
    top: float,
    width: float,
    text: str,
    style: Type,
    *,
    most: int | None = None,
    token: str = "",
    right: bool = False,
) -> None:
    """Paint ``text`` below ``top``, from ``x`` on or flush right."""
    baseline = top - style.leading * 0.5 - style.size * 0.34  # capitals stand in the middle of their line
    for part in limited(text, style, width, most):
        for line in part:
            sheet.text(x + width if right else x, baseline, line, style, token, right)
            baseline -= style.leading
        baseline -= style.leading * _BETWEEN

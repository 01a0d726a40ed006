"""The heat table: options down, worlds across, a class for each option. Sizes are in points."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from foresight.core.document import Document
from foresight.core.look import Look
from foresight.core.words import _, ngettext, number, signed
from foresight.methods.windtunnel.analysis import ADVICE, KINDS, MEANINGS, Kind, Result, ranked, results, worlds
from foresight.model.scenarios import display_name, letter, sign
from foresight.reporting.drawing import (
    Figure,
    blank,
    box,
    circle,
    label,
    line,
    mark,
    mix,
    paragraph,
    sector,
    text_width,
    wrapped,
)

TEXT, LEADING = 8.5, 1.3
PAD = 3.0
"""Above and below the text of a row."""
LOWEST = 17.0
"""Height of a row."""
STRETCHED = 1.7
"""So much higher rows become at most where there is room."""
FIGURE = 34.0
"""Width of a column of figures."""
NARROW = 44.0
"""Width of a column under which a world is called by its letter."""
WIDE = 560.0
"""Width of a table from which there is room for the figures."""
MOST_LINES = 3
"""Of an option."""
KEY = 8.0
"""Type size of the key."""
KEYS = 2
"""Its columns."""

SHARES: dict[Kind, float] = {"no-regrets": 1.0, "opt-out": 0.75, "opt-in": 0.25, "abandon": 0.0}
"""How much of the badge of a class is filled."""
TOKENS: dict[Kind, str] = {"no-regrets": "positive", "opt-out": "accent", "opt-in": "muted", "abandon": "negative"}
"""The colour of a class."""


def shade(score: int | None, look: Look) -> str:
    """The colour behind a score, ink on it; none where nothing was said."""
    if score is None:
        return look.surface
    if score == 0:
        return look.raised
    tint, strong = (look.warm, look.positive) if score > 0 else (look.cool, look.negative)
    return mix(strong, tint, 0.25) if abs(score) == 2 else tint


def badge(d: Figure, kind: Kind, x: float, y: float, size: float, look: Look) -> None:
    """The badge of a class around (x, y): a disc that is filled as far as the option works in worlds."""
    colour, radius = look[TOKENS[kind]], size / 2
    circle(d, x, y, radius, fill=look.surface, stroke=colour, width=size / 8)
    share = SHARES[kind]
    if share == 1:
        circle(d, x, y, radius, fill=colour)
    elif share:
        sector(d, x, y, 0, radius, 90 - 360 * share, 90, fill=colour)
    else:
        reach = radius * 0.707
        line(d, x - reach, y - reach, x + reach, y + reach, colour, size / 8)


def badge_picture(kind: Kind, size: float, look: Look) -> Figure:
    """The badge of a class alone, ``size`` wide and high."""
    d = blank(size, size)
    badge(d, kind, size / 2, size / 2, size * 0.8, look)
    return d


@dataclass(frozen=True)
class Frame:
    """Where the columns of a table of this width stand."""

    width: float
    count: int
    """How many worlds there are."""

    @property
    def badge(self) -> float:
        """Width of the column of the classes."""
        return 26 + max(text_width(_(name), TEXT, bold=True) for name in KINDS.values())

    @property
    def has_figures(self) -> bool:
        """Whether least score, mean and regret stand behind the class."""
        return self.width >= WIDE

    @property
    def left(self) -> float:
        """Where the worlds begin."""
        return 0.46 * self.right

    @property
    def step(self) -> float:
        """From one world to the next."""
        return (self.right - self.left) / max(self.count, 1)

    @property
    def right(self) -> float:
        """Where the worlds end."""
        return self.width - self.badge - (3 * FIGURE if self.has_figures else 0)

    def high(self, result: Result) -> float:
        """The height of the row of an option."""
        lines = len(wrapped(result.option.text, self.left - 8, TEXT, False, MOST_LINES))
        return max(LOWEST, lines * TEXT * LEADING + 2 * PAD)


def heat_height(document: Document, width: float, most: int | None = None) -> float:
    """How high the table is at this width; with at most ``most`` options."""
    held, frame = ranked(results(document)), Frame(width, len(worlds(document)))
    more = KEY * LEADING + PAD if most is not None and len(held) > most else 0
    return _head(document, frame) + sum(map(frame.high, held[:most])) + more + _key_height()


def heat(document: Document, width: float, height: float, look: Look, most: int | None = None) -> Figure:
    """Options, the best first, with their score in every world, and what class they are of.

    Drawn from the top. Options for which there is no room, or beyond ``most``, are counted below the others.
    """
    d = blank(width, height)
    held, frame = ranked(results(document)), Frame(width, len(worlds(document)))
    top = height - _head(document, frame)
    _heads(d, document, frame, top, look)
    heights = list(map(frame.high, held))
    foot = _key_height()
    shown = _fitting(heights[:most], top - foot, more=most is not None and len(held) > most)
    spare = (top - foot - (len(held) > shown) * (KEY * LEADING + PAD)) / max(sum(heights[:shown]), 1)
    for result, high in zip(held[:shown], heights, strict=False):
        tall = high * min(max(spare, 1), STRETCHED)
        _row(d, result, frame, top, tall, look)
        top -= tall
    line(d, 0, top, width, top, look.line)
    if len(held) > shown:
        n = len(held) - shown
        said = ngettext("and {n} more option", "and {n} more options", n).format(n=n)
        label(d, 0, top - PAD - KEY, said, KEY, colour=look.muted)
        top -= KEY * LEADING + PAD
    _key(d, top - PAD, look)
    return d


def _fitting(heights: Sequence[float], room: float, more: bool) -> int:
    """How many rows fit, if need be with a line below them that counts the others."""
    if not more and sum(heights) <= room + 0.01:
        return len(heights)
    room -= KEY * LEADING + PAD
    used = [sum(heights[: n + 1]) for n in range(len(heights))]
    return sum(reach <= room + 0.01 for reach in used)


def _titles(document: Document, frame: Frame) -> list[str]:
    names = [display_name(document, world.id) for world in worlds(document)]
    return [letter(at) for at in range(len(names))] if frame.step < NARROW else names


def _head(document: Document, frame: Frame) -> float:
    """The height of the head: the mark of a world, and its name below."""
    rows = [len(wrapped(title, frame.step - 4, KEY, True, 4)) for title in _titles(document, frame)]
    return 14 + max(rows, default=1) * KEY * LEADING + PAD


def _heads(d: Figure, document: Document, frame: Frame, bottom: float, look: Look) -> None:
    top = bottom + _head(document, frame)
    for at, title in enumerate(_titles(document, frame)):
        x = frame.left + (at + 0.5) * frame.step
        token, kind, hollow = sign(at)
        mark(d, kind, x, top - 6, 8, look[token], hollow)
        paragraph(d, x, top - 14, title, frame.step - 4, KEY, colour=look.ink, lines=4, bold=True, anchor="middle")
    label(d, frame.right + 8, bottom + PAD + 2, _("Class"), KEY, colour=look.muted)
    if not frame.has_figures:
        return
    for at, title in enumerate((_("Least"), _("Average"), _("Regret"))):
        x = frame.right + frame.badge + (at + 1) * FIGURE
        label(d, x, bottom + PAD + 2, title, KEY, colour=look.muted, anchor="end")


def _row(d: Figure, result: Result, frame: Frame, top: float, high: float, look: Look) -> None:
    """An option: its text, a coloured cell with the score in each world, its class and figures."""
    base = top - high / 2 - TEXT * 0.36
    line(d, 0, top, frame.width, top, look.line)
    text = result.option.text
    rows = len(wrapped(text, frame.left - 8, TEXT, False, MOST_LINES))
    start = top - (high - rows * TEXT * LEADING) / 2
    paragraph(d, 0, start, text, frame.left - 8, TEXT, colour=look.ink, lines=MOST_LINES)
    for at, score in enumerate(result.scores):
        x = frame.left + at * frame.step
        box(d, x + 1, top - high + 1, frame.step - 2, high - 2, fill=shade(score, look), radius=2)
        said, colour = ("–", look.muted) if score is None else (signed(score), look.ink)
        bold = score is not None and abs(score) == 2
        label(d, x + frame.step / 2, base, said, TEXT + 1, colour=colour, bold=bold, anchor="middle")
    x = frame.right + 8
    if result.kind is None:
        label(d, x, base, _("not tested"), TEXT, colour=look.muted)
        return
    badge(d, result.kind, x + 5, top - high / 2, 9, look)
    label(d, x + 14, base, _(KINDS[result.kind]), TEXT, colour=look[TOKENS[result.kind]], bold=True)
    for at, said in enumerate(_figures(result) if frame.has_figures else ()):
        label(d, x - 8 + frame.badge + (at + 1) * FIGURE, base, said, TEXT, colour=look.ink, anchor="end")


def _figures(result: Result) -> tuple[str, str, str]:
    least, mean, regret = result.minimum or 0, result.mean or 0.0, result.max_regret or 0
    return signed(least), signed(mean, 1), number(regret)


def _key_texts(width: float) -> list[tuple[Kind, str]]:
    """What the classes mean, and what to do where there is room for that."""
    long = [(kind, f"{_(name)}: {_(MEANINGS[kind])}; {_(ADVICE[kind])}") for kind, name in KINDS.items()]
    if max(text_width(text, KEY) for _kind, text in long) + 20 <= width / KEYS:
        return long
    return [(kind, f"{_(name)}: {_(MEANINGS[kind])}") for kind, name in KINDS.items()]


def _key_height() -> float:
    return PAD * 2 + ceil(len(KINDS) / KEYS) * (KEY * LEADING + 2)


def _key(d: Figure, top: float, look: Look) -> None:
    """What the classes mean."""
    rows = ceil(len(KINDS) / KEYS)
    for at, (kind, text) in enumerate(_key_texts(d.width)):
        x, y = at // rows * d.width / KEYS, top - (at % rows + 1) * (KEY * LEADING + 2)
        badge(d, kind, x + 4, y + KEY * 0.36, 8, look)
        label(d, x + 13, y, text, KEY, colour=look.muted, width=d.width / KEYS - 16)

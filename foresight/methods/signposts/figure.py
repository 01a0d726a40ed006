"""Signposts as pictures: what each world expects, and which world the observations are like. Sizes in points."""

from collections.abc import Sequence

from foresight.core.document import Document
from foresight.core.look import Look
from foresight.core.words import _, ngettext, number
from foresight.methods.signposts.analysis import before, drift, latest, nearest, power
from foresight.methods.signposts.model import Signpost, Signposts
from foresight.model.scenarios import Scenario, Scenarios, display_name, sign
from foresight.reporting.drawing import (
    Figure,
    arrow,
    blank,
    box,
    direction,
    label,
    line,
    mark,
    mix,
    paragraph,
    text_width,
    wrapped,
)

TEXT = 8.0
LEADING = 1.3
ROWS = 12
"""How many signposts a picture in the brief shows."""
HEAD, FOOT = 34.0, 14.0
"""Heights of the row of names and of the line below the rows."""
TRACK = 22.0
"""Height of a world in the strip."""
ENDS = 14.0
"""Height of the words below the strip."""


def most_telling(document: Document) -> list[Signpost]:
    """The signposts, those that tell the worlds apart best first."""
    return sorted(document[Signposts].signposts, key=power, reverse=True)


def board(document: Document, width: float, height: float, look: Look) -> Figure:
    """Signposts x worlds: arrows for what each world expects, a frame where that was seen; then power and sight.

    Those that tell most stand first; what does not fit is counted in a last line.
    """
    d = blank(width, height)
    held, worlds = most_telling(document), document[Scenarios].scenarios
    text, columns = _columns(width, len(worlds))
    if not held or not worlds:
        return d
    _head(d, document, text, columns, height, look)
    top = height - HEAD
    for at, signpost in enumerate(held):
        tall = _row_height(signpost, text)
        is_last = at == len(held) - 1
        if top - tall < (FOOT if is_last else 2 * FOOT) - 0.1:
            more = len(held) - at
            words = ngettext("and {n} more signpost", "and {n} more signposts", more).format(n=more)
            label(d, 0, top - 10, words, TEXT, colour=look.muted)
            break
        line(d, 0, top, width, top, look.line, 0.5)
        _row(d, signpost, worlds, text, columns, top, tall, look)
        top -= tall
    key = _("Framed: seen as this world expects it. Bar: how well it tells the worlds apart.")
    label(d, 0, 3, key, TEXT, colour=look.muted, width=width)
    return d


def board_height(document: Document, width: float) -> float:
    """How high the board should be at this width for the first signposts."""
    held = most_telling(document)
    text, _rest = _columns(width, len(document[Scenarios].scenarios))
    rows = sum(_row_height(signpost, text) for signpost in held[:ROWS])
    return HEAD + rows + FOOT + (FOOT if len(held) > ROWS else 0)


def _columns(width: float, worlds: int) -> tuple[float, list[float]]:
    """How wide the texts are, and the left edges of the worlds, the bars, the sightings, and the right end."""
    bar, seen = 66.0, 34.0
    each = max(min(84.0, (width * 0.58 - bar - seen) / max(worlds, 1)), 16.0)
    text = width - bar - seen - each * worlds
    edges = [text + each * at for at in range(worlds + 1)]
    return max(text - 8, 40.0), [*edges, edges[-1] + bar, width]


def _row_height(signpost: Signpost, text: float) -> float:
    return len(wrapped(signpost.text, text, TEXT, lines=2) or [""]) * TEXT * LEADING + 6


def _head(d: Figure, document: Document, text: float, columns: list[float], height: float, look: Look) -> None:
    for at, scenario in enumerate(document[Scenarios].scenarios):
        token, kind, hollow = sign(at)
        middle, room = (columns[at] + columns[at + 1]) / 2, columns[at + 1] - columns[at] - 4
        mark(d, kind, middle, height - 5, 8, look[token], hollow)
        name = display_name(document, scenario.id)
        paragraph(d, middle, height - 11, name, room, TEXT, colour=look.ink, lines=2, anchor="middle", bold=True)
    label(d, 0, height - 18, _("Signpost"), TEXT, colour=look.ink, bold=True, width=text)
    bar, seen = columns[-3:-1]
    paragraph(d, bar + 6, height - 11, _("Tells apart"), seen - bar - 8, TEXT, colour=look.ink, lines=2, bold=True)
    label(d, (seen + columns[-1]) / 2, height - 18, _("Seen"), TEXT, colour=look.ink, anchor="middle", bold=True)


def _row(
    d: Figure,
    signpost: Signpost,
    worlds: Sequence[Scenario],
    text: float,
    columns: list[float],
    top: float,
    tall: float,
    look: Look,
) -> None:
    paragraph(d, 0, top - 2.5, signpost.text, text, TEXT, colour=look.ink, lines=2)
    middle, seen = top - tall / 2, latest(signpost)
    for at, scenario in enumerate(worlds):
        centre, expected = (columns[at] + columns[at + 1]) / 2, signpost.expected(scenario.id)
        if expected is None:
            label(d, centre, middle - 3, "–", TEXT, colour=look.muted, anchor="middle")
            continue
        colour = look[sign(at)[0]]
        if seen is not None and seen.value == expected:
            tint = mix(colour, look.surface, 0.12)
            box(d, centre - 12, middle - 7, 24, 14, fill=tint, stroke=colour, radius=3, width=1.2)
        direction(d, expected, centre, middle, TEXT, colour)
    bar, width = columns[-3] + 6, columns[-2] - columns[-3] - 30
    box(d, bar, middle - 3, width, 6, stroke=look.line, width=0.5)
    box(d, bar, middle - 3, width * power(signpost) / 2, 6, fill=look.accent)
    label(d, bar + width + 4, middle - 3, number(power(signpost), 1), TEXT, colour=look.ink)
    if seen is not None:
        direction(d, seen.value, (columns[-2] + columns[-1]) / 2, middle, TEXT, look.ink)


def strip(document: Document, width: float, height: float, look: Look) -> Figure:
    """Which world: for each a line from the opposite (left) to as expected (right), with its mark where it stands.

    A short bar and an arrow show where it stood before the latest observations.
    """
    d = blank(width, height)
    found, old = drift(document), {each.scenario: each.score for each in before(document)}
    if not found:
        return d
    names = [display_name(document, each.scenario) for each in found]
    side = min(0.3 * width, 26 + max(text_width(name, TEXT + 1, bold=True) for name in names))
    left, right = side + 6, width - 62
    best = {each.scenario for each in nearest(found)}
    step = min((height - ENDS) / len(found), TRACK * 1.6)
    for at, (each, name) in enumerate(zip(found, names, strict=True)):
        y = height - (at + 0.5) * step
        token, kind, hollow = sign(at)
        mark(d, kind, 6, y, 9, look[token], hollow)
        label(d, 16, y - 3, name, TEXT + 1, colour=look.ink, bold=each.scenario in best, width=side - 18)
        line(d, left, y, right, y, look.line, 1)
        if each.score is None:
            label(d, right + 8, y - 3, _("not said"), TEXT, colour=look.muted)
            continue
        x, was = left + (right - left) * each.score, old.get(each.scenario)
        line(d, left, y, x, y, mix(look[token], look.surface, 0.6), 3)
        if was is not None:
            _moved(d, left + (right - left) * was, x, y, look)
        mark(d, kind, x, y, 12 if each.scenario in best else 9, look[token], hollow)
        label(d, right + 8, y - 3, number(each.score, 1), TEXT + 1, colour=look.ink, bold=each.scenario in best)
    bottom = height - len(found) * step - 9
    label(d, left, bottom, _("the opposite was seen"), TEXT, colour=look.muted)
    label(d, right, bottom, _("seen as expected there"), TEXT, colour=look.muted, anchor="end")
    return d


def _moved(d: Figure, start: float, end: float, y: float, look: Look) -> None:
    """Where it stood before: a short bar, and an arrow to where it stands when that is far enough to see."""
    line(d, start, y - 6, start, y + 6, look.muted, 1.2)
    if abs(end - start) > 16:
        arrow(d, start, y + 6, end + (7 if end < start else -7), y + 6, look.muted, 0.9, head=4)


def strip_height(document: Document) -> float:
    """How high the strip is."""
    return TRACK * len(document[Scenarios].scenarios) + ENDS

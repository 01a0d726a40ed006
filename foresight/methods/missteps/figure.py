"""Two figures: how far the missteps came, and how what each scenario rests on stands. Sizes are in points."""

from foresight.core.document import Document
from foresight.core.look import Look
from foresight.core.words import N_, _
from foresight.methods.missteps.analysis import Ground, Told, grounds
from foresight.methods.missteps.assumptions import STANDINGS, TINTS
from foresight.model.scenarios import Scenarios, display_name, sign
from foresight.reporting.drawing import Figure, arrow, blank, box, hatch, label, mark, text_width, wrapped

TEXT, LEADING = 8.5, 11.0
STEPS_HEIGHT = 62.0
STEPS = (N_("Tried"), N_("Failed"), N_("Learnt"), N_("Shared"))
GAP = 22.0
"""Between two steps."""
KEY = 20.0
"""Height of the key."""
BAR, ROW = 18.0, 30.0
"""Heights of a bar and of its row at least."""
SIDE = 0.32
"""The share of the width for the names of the worlds."""
MARK = 12.0


def steps(told: Told, width: float, height: float, look: Look) -> Figure:
    """Tried, failed, learnt, shared: a box for each, filled as far as the missteps came."""
    d = blank(width, height)
    wide = (width - 3 * GAP) / 4
    tall = min(height - 4, STEPS_HEIGHT - 4)
    bottom = (height - tall) / 2
    for at, (name, count) in enumerate(zip(STEPS, told.steps, strict=True)):
        left = at * (wide + GAP)
        box(d, left, bottom, wide, tall, fill=look.surface, stroke=look.muted)
        if told.n:
            box(d, left, bottom, wide, tall * count / told.n, fill=look.given)
            box(d, left, bottom, wide, tall, stroke=look.muted)
        middle = left + wide / 2
        label(d, middle, bottom + tall / 2 + 1, str(count), 18, colour=look.ink, anchor="middle", bold=True)
        label(d, middle, bottom + tall / 2 - 14, _(name), TEXT, colour=look.ink, anchor="middle", width=wide - 6)
        if at:
            arrow(d, left - GAP + 4, bottom + tall / 2, left - 4, bottom + tall / 2, look.muted, 1.2)
    return d


def standing_height(document: Document, width: float) -> float:
    """The height in points that the bars need at this width."""
    return KEY + sum(_row_height(document, ground, width) for ground in _shown(document))


def standing(document: Document, width: float, height: float, look: Look) -> Figure:
    """A bar for each scenario, as long as it has assumptions: those that held, are tested, fell, are not tested."""
    d = blank(width, height)
    held = _shown(document)
    _key(d, width, height, look)
    room = (1 - SIDE) * width
    most = max((ground.n for ground in held), default=0) or 1
    top = height - KEY
    places = [scenario.id for scenario in document[Scenarios].scenarios]
    for ground in held:
        tall = _row_height(document, ground, width)
        token, kind, hollow = sign(places.index(ground.scenario))
        names = _name_lines(document, ground, width)
        first = top - tall / 2 + len(names) * LEADING / 2 - TEXT
        mark(d, kind, MARK / 2, first + TEXT * 0.35, TEXT, look[token], hollow)
        for at, text in enumerate(names):
            label(d, MARK + 4, first - at * LEADING, text, TEXT, colour=look.ink)
        _bar(d, ground, SIDE * width, top - tall / 2 - BAR / 2, room / most, look)
        top -= tall
    return d


def _shown(document: Document) -> list[Ground]:
    return [ground for ground in grounds(document) if ground.n]


def _name_lines(document: Document, ground: Ground, width: float) -> list[str]:
    return wrapped(display_name(document, ground.scenario), SIDE * width - MARK - 12, TEXT, lines=3)


def _row_height(document: Document, ground: Ground, width: float) -> float:
    return max(ROW, len(_name_lines(document, ground, width)) * LEADING + 8)


def _bar(d: Figure, ground: Ground, left: float, bottom: float, unit: float, look: Look) -> None:
    counts = ground.counts
    for standing_, tint in TINTS.items():
        count = counts[standing_]
        if not count:
            continue
        wide = count * unit
        box(d, left, bottom, wide, BAR, fill=look[tint])
        if standing_ == "fell":
            hatch(d, "diamond", left, bottom, wide, BAR, look.muted, 6)
        box(d, left, bottom, wide, BAR, stroke=look.muted, dash=[2, 2] if standing_ == "untested" else None)
        said = f"{count} {_(STANDINGS[standing_])}"
        if text_width(said, TEXT) > wide - 8:
            said = str(count)
        middle, room = left + wide / 2, text_width(said, TEXT)
        if standing_ == "fell":
            box(d, middle - room / 2 - 2, bottom + 3, room + 4, BAR - 6, fill=look[tint])
        label(d, middle, bottom + BAR / 2 - 3, said, TEXT, colour=look.ink, anchor="middle")
        left += wide


def _key(d: Figure, width: float, height: float, look: Look) -> None:
    """What the segments mean, from the left edge of the bars on, or further left where there is no room for it."""
    names = [_(STANDINGS[each]) for each in TINTS]
    room = sum(28 + text_width(name, TEXT) for name in names) - 14
    left, bottom = max(min(SIDE * width, width - room), 0.0), height - 14
    for (standing_, tint), name in zip(TINTS.items(), names, strict=True):
        box(d, left, bottom, 10, 9, fill=look[tint])
        if standing_ == "fell":
            hatch(d, "diamond", left, bottom, 10, 9, look.muted, 4)
        box(d, left, bottom, 10, 9, stroke=look.muted, dash=[2, 2] if standing_ == "untested" else None)
        label(d, left + 14, bottom + 1, name, TEXT, colour=look.muted, width=max(width - left - 14, 0))
        left += 28 + text_width(name, TEXT)

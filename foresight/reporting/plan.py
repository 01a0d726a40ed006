"""Which section stands on which page, and how much of the page it gets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf

from foresight.core.brief import APPENDIX, PAGES, Page, Section, Size
from foresight.reporting.blocks import headed
from foresight.reporting.frames import Headed
from foresight.reporting.pieces import Left, Piece, Prose
from foresight.reporting.styles import BOTTOM, COMPACT, NORMAL, NOTE, TOP, WIDTH, Scale

ROOM = TOP - BOTTOM
BETWEEN_HALVES = 14.0
AIR = 12.0
"""The most that is added to it on a page with room to spare."""
MOST = 10
"""Sections on a page; others are only named."""


@dataclass(frozen=True)
class Leaf:
    """A page: sections below each other, or two of them in equal halves."""

    sections: tuple[Section, ...]
    halves: bool = False
    going_on: int = 0
    """How many of them, those at its top, began on the page before; the list of contents leaves them out."""


@dataclass(frozen=True)
class Placed:
    """A piece on its page."""

    piece: Piece
    top: float
    section: Section | None = None
    """None for a line that says what is left out."""


def plan(sections: Iterable[Section], size: Size) -> tuple[Leaf, ...]:
    """The pages of a brief of this size.

    Pages with nothing are left out; a fifth scenario and those after it take further pages, and so does what
    ``appendix.spread`` lays out.
    """
    held: dict[Page, tuple[Section, ...]] = dict.fromkeys(PAGES, ())
    for section in sorted(sections, key=lambda each: each.order):
        if size in section.sizes and section.page != APPENDIX:
            held[section.page] += (section,)
    pairs = (held["worlds"][at : at + 2] for at in range(0, len(held["worlds"]), 2))
    worlds = tuple(Leaf(pair, halves=True) for pair in pairs)
    if size == 8:
        leaves = (
            *(Leaf(held[page]) for page in PAGES[: PAGES.index("worlds")]),
            *worlds,
            *(Leaf(held[page]) for page in PAGES[PAGES.index("worlds") + 1 :]),
        )
    elif size == 4:
        leaves = _four(held, worlds)
    else:
        leaves = (Leaf(held["glance"]), Leaf((*held["compare"], *held["people"], *held["act"])))
    return tuple(leaf for leaf in leaves if leaf.sections)


def _four(held: dict[Page, tuple[Section, ...]], worlds: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
    """At a glance, forces with the comparison, worlds; people and acting go to the cover if it has room for most."""
    glance, forces = held["glance"], (*held["forces"], *held["connections"], *held["compare"])
    rest = (*held["people"], *held["act"])
    if len(worlds) < 2 and natural_height(rest) > ROOM / 3:
        return (Leaf(glance), Leaf(forces), *worlds, Leaf(rest))
    for section in rest:
        most = 0.6 * natural_height([section], COMPACT)
        if natural_height(glance, COMPACT) + COMPACT.between + most <= ROOM:
            glance += (section,)
        else:
            forces += (section,)
    return (Leaf(glance), Leaf(forces), *worlds)


def natural_height(sections: Sequence[Section], scale: Scale = NORMAL) -> float:
    """The height of sections below each other when nothing is cut."""
    return sum(headed(section, scale).height(WIDTH) for section in sections) + scale.between * (len(sections) - 1)


def in_short(leaf: Leaf, room: float) -> Leaf:
    """The page; with the gist of as many sections as need be if everything fits into ``room`` so, set normally."""
    short = _fitting(leaf.sections, room, NORMAL)
    return replace(leaf, sections=tuple(short)) if natural_height(short) <= room else leaf


def place(leaf: Leaf, room: float = ROOM) -> list[Placed]:
    """Where each section of the page stands; nothing lies lower than ``room`` below TOP.

    What is too much at the normal size is set smaller. If it is too much even so, sections that have a gist say only
    that, from the last on; then what is still too much is cut.
    """
    return _halves(leaf.sections, (room - BETWEEN_HALVES) / 2) if leaf.halves else _stacked(leaf.sections, room)


def _halves(sections: Sequence[Section], half: float) -> list[Placed]:
    fits = all(natural_height([section]) <= half for section in sections)
    pieces = [_within(headed(section, NORMAL if fits else COMPACT), half) for section in sections]
    tops = (TOP - at * (half + BETWEEN_HALVES) for at in range(len(pieces)))
    return [
        Placed(piece or _named([section]), top, section)
        for piece, top, section in zip(pieces, tops, sections, strict=True)
    ]


def _stacked(sections: Sequence[Section], room: float) -> list[Placed]:
    scale = NORMAL if natural_height(sections) <= room else COMPACT
    sections = _fitting(sections, room, COMPACT)
    shown = [headed(section, scale) for section in sections[:MOST]]
    parts = _shared(shown, [section.weight for section in sections], room - scale.between * (len(shown) - 1))
    gone = [*(section for part, section in zip(parts, sections, strict=False) if part is None), *sections[MOST:]]
    held = [(part, section) for part, section in zip(parts, sections, strict=False) if part is not None]
    spare = room - sum(part.height(WIDTH) for part, _section in held) - scale.between * (len(held) - 1)
    gap = scale.between + (min(spare / len(held), AIR) if held and not gone else 0)
    placed, top = [], TOP
    for part, section in held:
        placed.append(Placed(part, top, section))
        top -= part.height(WIDTH) + gap
    return [*placed, Placed(_named(gone), top + scale.between - NOTE.before)] if gone else placed


def _fitting(sections: Sequence[Section], room: float, scale: Scale) -> Sequence[Section]:
    """The sections, as many of the last ones as need be with their gist."""
    held = list(sections)
    for at, section in reversed(list(enumerate(held))):
        if natural_height(held, scale) <= room:
            break
        if section.gist:
            held[at] = replace(section, blocks=section.gist)
    return held


def _shared(pieces: Sequence[Headed], weights: Sequence[float], room: float) -> list[Piece | None]:
    """The pieces with a fair share of the room each; who needs less leaves the rest to the others."""
    wants = [piece.height(WIDTH) for piece in pieces]
    found: list[Piece | None] = []
    for index, piece in enumerate(pieces):
        found.append(_within(piece, weights[index] * level(wants[index:], weights[index:], room)))
        room -= _height(found[-1])
    for index, piece in enumerate(pieces):  # cuts fall between lines and rows: what that saved goes to the first
        if _height(found[index]) < wants[index]:
            longer = _within(piece, _height(found[index]) + room)
            room -= _height(longer) - _height(found[index])
            found[index] = longer
    return found


def _height(piece: Piece | None) -> float:
    return piece.height(WIDTH) if piece else 0


def _within(piece: Headed, room: float) -> Piece | None:
    return piece if piece.height(WIDTH) <= room else piece.cut(WIDTH, room)[0]


def _named(sections: Sequence[Section]) -> Piece:
    names = tuple(section.title or section.bookmark for section in sections)
    return Prose(Left(names=names).sentence(), NOTE, most=2)


def level(wants: Sequence[float], weights: Sequence[float], room: float) -> float:
    """The room for each unit of weight, so that together they fill ``room`` and nobody gets more than is wanted."""
    left = sum(weights[: len(wants)])
    for want, weight in sorted(zip(wants, weights, strict=False), key=lambda pair: pair[0] / pair[1]):
        if want / weight * left > room:
            return room / left
        room -= want
        left -= weight
    return inf

"""The appendix: sections one after the other on as many pages as they need, tables going on from page to page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from foresight.core.brief import APPENDIX, Block, Heading, Section, Table
from foresight.core.words import _
from foresight.reporting.plan import MOST, ROOM, Leaf, natural_height

FEWEST = 4
"""Rows or paragraphs with which a section begins on a page that is not its own."""
_AHEAD = 120  # more rows never stand on a page


@dataclass(frozen=True)
class _Unit:
    """What is never split: a row of a table, or any other block."""

    block: Block
    row: int | None = None


def spread(sections: Sequence[Section], room: float = ROOM) -> tuple[Leaf, ...]:
    """The pages of those sections that stand in the appendix."""
    leaves: list[Leaf] = []
    for section in sorted((each for each in sections if each.page == APPENDIX), key=lambda each: each.order):
        units, goes_on = _units(section.blocks), False
        while units:
            last = leaves[-1].sections if leaves else ()
            title = _("{title} (continued)").format(title=section.title) if goes_on else section.title
            part = replace(section, title=title)
            count = _fitting(part, units, last, room) if last and not goes_on and len(last) < MOST else 0
            if count >= min(FEWEST, len(units)):
                leaves[-1] = replace(leaves[-1], sections=(*last, replace(part, blocks=_joined(units[:count]))))
            else:
                count = max(_fitting(part, units, (), room), 1)
                leaves.append(Leaf((replace(part, blocks=_joined(units[:count])),), going_on=int(goes_on)))
            units, goes_on = units[count:], True
    return tuple(leaves)


def _units(blocks: Sequence[Block]) -> list[_Unit]:
    found: list[_Unit] = []
    for block in blocks:
        found += [_Unit(block, row) for row in range(len(block.rows))] if isinstance(block, Table) else [_Unit(block)]
    return found


def _joined(units: Sequence[_Unit]) -> tuple[Block, ...]:
    """The units as blocks; the rows of a table under its head."""
    blocks: list[Block] = []
    previous: Block | None = None
    for unit in units:
        if isinstance(unit.block, Table) and unit.row is not None:
            row, table = unit.block.rows[unit.row], blocks[-1] if blocks else None
            if unit.block is previous and isinstance(table, Table):
                blocks[-1] = replace(table, rows=(*table.rows, row))
            else:
                blocks.append(replace(unit.block, rows=(row,)))
        else:
            blocks.append(unit.block)
        previous = unit.block
    return tuple(blocks)


def _fitting(section: Section, units: Sequence[_Unit], above: Sequence[Section], room: float) -> int:
    """How many of the units fit below the sections above; a heading is not the last of them."""
    least, most = 0, min(len(units), _AHEAD)
    while least < most:
        middle = (least + most + 1) // 2
        if natural_height([*above, replace(section, blocks=_joined(units[:middle]))]) <= room:
            least = middle
        else:
            most = middle - 1
    while 0 < least < len(units) and isinstance(units[least - 1].block, Heading):
        least -= 1
    return least

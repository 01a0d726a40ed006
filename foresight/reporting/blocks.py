"""Blocks of a section as pieces of a page."""

from collections.abc import Iterable

from foresight.core.brief import Block, Box, Bullets, Columns, Heading, Picture, Section, Style, Table, Text
from foresight.core.words import quoted
from foresight.reporting.frames import Framed, Headed, Shown, Side
from foresight.reporting.pieces import Item, Items, Piece, Prose, Stack, Title
from foresight.reporting.styles import Scale
from foresight.reporting.tables import Grid


def headed(section: Section, scale: Scale) -> Headed:
    """A section under its title, which is small where the gist that it says is nothing but text."""
    held = stack(section.blocks, scale)
    is_small = section.blocks is section.gist and all(isinstance(block, Text) for block in section.gist)
    style = scale.heading if is_small else scale.section
    return Headed(section.title, held, style, section.accent, section.mark, section.emblem, is_small)


def stack(blocks: Iterable[Block], scale: Scale) -> Stack:
    """The blocks below each other; those that say nothing are dropped."""
    return Stack(tuple(piece for block in blocks for piece in _pieces(block, scale)))


def _pieces(block: Block, scale: Scale) -> tuple[Piece, ...]:
    match block:
        case Heading(text) if text.strip():
            return (Title(text, scale.heading),)
        case Text(text, style) if text.strip():
            return (_prose(text, style, scale),)
        case Bullets(items, numbered) if held := [item for item in items if item.strip()]:
            body = scale.texts["body"]
            return (Items(tuple(Item(text, n if numbered else None, body) for n, text in enumerate(held, 1))),)
        case Table(rows=rows) if rows:
            return (Grid(block, scale.small_cell if block.small else scale.cell, scale.cell_padding),)
        case Picture():
            return (Shown(block, scale.texts["small"]),)
        case Columns():
            return _side(block, scale)
        case Box(blocks, accent) if (inside := stack(blocks, scale)).pieces:
            return (Framed(inside, accent),)
    return ()


def _prose(text: str, style: Style, scale: Scale) -> Prose:
    if style == "quote":
        return Prose(quoted(text.strip().strip('«»“”"')), scale.texts[style], tag="BlockQuote")
    return Prose(text, scale.texts[style], tag="H1" if style == "title" else "P")


def _side(block: Columns, scale: Scale) -> tuple[Piece, ...]:
    shares = block.widths or (1.0,) * len(block.columns)
    stacks = [(stack(blocks, scale), share) for blocks, share in zip(block.columns, shares, strict=True)]
    held = [(part, share) for part, share in stacks if part.pieces]
    if len(held) == 1:
        return tuple(held[0][0].pieces)
    return (Side(tuple(part for part, _share in held), tuple(share for _part, share in held)),) if held else ()

"""Orientation in the brief: the see-saw, the triangle, a sentence for each, and the groups."""

from functools import partial

from foresight.core.brief import Block, Columns, Heading, Picture, Section, Text
from foresight.core.document import Document
from foresight.core.words import _
from foresight.methods.orientation.analysis import (
    Summary,
    by_group,
    by_organisation,
    enough,
    point_names,
    summary,
)
from foresight.methods.orientation.figure import seesaw
from foresight.methods.orientation.figure_triangle import triangle
from foresight.methods.orientation.model import Orientation
from foresight.methods.orientation.sentences import caution, line_sentence, reading, shares_sentence
from foresight.methods.orientation.tables import line_table, part_table, shares_table

HEIGHT = 175.0
"""Of the pictures, in points."""


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """One section on the page about people; none with fewer than FEWEST ratings, or in a short brief."""
    said = enough(summary(document[Orientation].raters))
    pictures = _pictures(said, point_names(document))
    if pages < 8 or not pictures:
        return ()
    blocks: list[Block] = [Columns(tuple((each,) for each in pictures)) if len(pictures) > 1 else pictures[0]]
    blocks.append(Text(f"{reading(said)} {caution()}", "small"))
    for title, parts in (
        (_("By group"), by_group(document)),
        (_("By kind of organisation"), by_organisation(document)),
    ):
        if len(parts) > 1:
            blocks += [Heading(title), part_table(parts)]
    return (
        Section(
            _("Where we look: past, present, future"),
            "people",
            tuple(blocks),
            order=10,
            bookmark=_("Orientation"),
            sizes=frozenset({8}),
        ),
    )


def _pictures(said: Summary, names: tuple[str, ...]) -> list[Picture]:
    found = []
    line, shares = line_sentence(said, names), shares_sentence(said)
    if line:
        found.append(Picture(partial(seesaw, said, names), HEIGHT, line, line, line_table(said, names)))
    if shares:
        found.append(Picture(partial(triangle, said), HEIGHT, shares, shares, shares_table(said)))
    return found

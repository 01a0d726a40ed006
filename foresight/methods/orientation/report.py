"""Orientation in the brief: the see-saw, the triangle, a sentence for each, and the groups."""

from functools import partial

from foresight.core.brief import Block, Columns, Heading, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import _, number, signed
from foresight.methods.orientation.analysis import (
    Part,
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
from foresight.methods.orientation.sentences import caution, line_sentence, part_name, share_words, shares_sentence

HEIGHT = 175.0
"""Of the pictures, in points."""


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """One section on the page about people; none with fewer than FEWEST ratings, or in a short brief."""
    said = enough(summary(document[Orientation].raters))
    pictures = _pictures(said, point_names(document))
    if pages < 8 or not pictures:
        return ()
    blocks: list[Block] = [Columns(tuple((each,) for each in pictures)) if len(pictures) > 1 else pictures[0]]
    blocks.append(Text(caution(), "small"))
    for title, parts in (
        (_("By group"), by_group(document)),
        (_("By kind of organisation"), by_organisation(document)),
    ):
        if len(parts) > 1:
            blocks += [Heading(title), part_table(parts)]
    return (
        Section(_("Where we look: past, present, future"), "people", tuple(blocks), order=10, sizes=frozenset({8})),
    )


def _pictures(said: Summary, names: tuple[str, ...]) -> list[Picture]:
    found = []
    line, shares = line_sentence(said, names), shares_sentence(said)
    if line:
        found.append(Picture(partial(seesaw, said, names), HEIGHT, line, line, _line_twin(said, names)))
    if shares:
        found.append(Picture(partial(triangle, said), HEIGHT, shares, shares, _shares_twin(said)))
    return found


def _line_twin(said: Summary, names: tuple[str, ...]) -> Table:
    """How many people chose each point."""
    rows = [
        (title, *map(str, line.counts), number(line.mean, 1), str(line.n))
        for title, line in ((_("Now"), said.line_now), (_("Should be"), said.line_should))
        if line
    ]
    head = ("", *names, _("Centre of gravity"), _("People"))
    return Table(head, tuple(rows), numeric=frozenset(range(1, len(head))), small=True)


def _shares_twin(said: Summary) -> Table:
    """The mean shares."""
    rows = [
        (title, *(number(share, 0) for share in (each.past, each.present, each.future)), str(each.n))
        for title, each in ((_("Now"), said.shares_now), (_("Should be"), said.shares_should))
        if each
    ]
    head = ("", _("Past"), _("Present"), _("Future"), _("People"))
    return Table(head, tuple(rows), numeric=frozenset(range(1, len(head))), small=True)


def part_table(parts: tuple[Part, ...]) -> Table:
    """Groups (or kinds of organisation) one a row, with the means of what at least one of them rated."""
    columns = {
        "": [part_name(part) for part in parts],
        _("People"): [str(part.summary.n) for part in parts],
        _("Now"): [number(part.summary.line_now.mean, 1) if part.summary.line_now else "" for part in parts],
        _("Should be"): [
            number(part.summary.line_should.mean, 1) if part.summary.line_should else "" for part in parts
        ],
        _("Gap"): [_gap(part.summary) for part in parts],
        _("Shares now"): [share_words(part.summary.shares_now) for part in parts],
        _("Shares that should be"): [share_words(part.summary.shares_should) for part in parts],
    }
    filled = {title: cells for title, cells in columns.items() if any(cells)}
    rows = tuple(zip(*filled.values(), strict=True))
    widths = (3.0, *(1.0 if len(title) < 12 else 1.6 for title in list(filled)[1:]))
    return Table(tuple(filled), rows, widths, numeric=frozenset(range(1, len(filled))), small=True)


def _gap(said: Summary) -> str:
    return "" if said.printed_line_gap is None else signed(said.printed_line_gap, 1)

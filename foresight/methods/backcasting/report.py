"""The way back in the brief: the stairs, and what does not hold together yet."""

from functools import partial

from foresight.core.brief import Block, Bullets, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import _, ngettext
from foresight.methods.backcasting.analysis import checks, described, needed_numbers, nobody, steps
from foresight.methods.backcasting.figure import STEPS, stairs, stairs_height
from foresight.methods.backcasting.model import WayBack
from foresight.model.workshop import Workshop

FIRST = 2
"""Steps that are named where there is room for no more."""
REMARKS = 3
"""How many of the checks are printed."""


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """One section beside what we do; nothing without steps, or in a short brief."""
    if not document[WayBack].milestones or pages < 8:
        return ()
    blocks: list[Block] = [
        Picture(
            partial(stairs, document, most=STEPS),
            partial(stairs_height, document, most=STEPS),
            described(document),
            twin=step_table(document),
        )
    ]
    if found := [*checks(document), *filter(None, [nobody(document)])]:
        blocks.append(Bullets(tuple(found[:REMARKS])))
    title = _("The way back from {year}").format(year=document[Workshop].horizon)
    gist = (Text(_first_steps(document), "small"),)
    bookmark = _("Way back")
    return (
        Section(title, "act", tuple(blocks), order=50, bookmark=bookmark, sizes=frozenset({8}), gist=gist, weight=0.9),
    )


def _first_steps(document: Document) -> str:
    """The steps that come first, in a line or two, and how many there are after them."""
    held = steps(document)
    named, rest = held[:FIRST], len(held) - FIRST
    after = [ngettext("{n} more", "{n} more", rest).format(n=rest)] if rest > 0 else []
    return " · ".join([*(f"{step.milestone.year}: {step.milestone.text}" for step in named), *after])


def step_table(document: Document) -> Table:
    """The steps as a table, from the horizon back to now."""
    rows = tuple(
        (
            str(step.number),
            str(step.milestone.year),
            step.milestone.text,
            step.milestone.actor,
            ", ".join(map(str, needed_numbers(document, step.milestone))) or "–",
            step.milestone.obstacle,
            step.milestone.enabler,
        )
        for step in reversed(steps(document))
    )
    head = (
        "",
        _("Year"),
        _("Step"),
        _("Who takes it"),
        _("After"),
        _("What stands in the way"),
        _("What helps"),
    )
    return Table(head, rows, (0.4, 0.7, 3, 1.3, 0.7, 2, 2), small=True)

"""Orientation in the brief and in the report: the see-saw, the triangle, a sentence for each, and the groups."""

from dataclasses import replace
from functools import partial

from foresight.core.brief import Block, Bullets, Columns, Heading, Picture, Section, Text
from foresight.core.document import Document
from foresight.core.words import _
from foresight.methods.orientation.analysis import Summary, all_together, enough, point_names, without
from foresight.methods.orientation.figure import seesaw
from foresight.methods.orientation.figure_rounds import strips, strips_height
from foresight.methods.orientation.figure_triangle import triangle
from foresight.methods.orientation.findings import findings
from foresight.methods.orientation.model import AFTER
from foresight.methods.orientation.parts import by_group, by_organisation
from foresight.methods.orientation.rounds import Voice, dissent_first, paired, whole
from foresight.methods.orientation.sentences import (
    caution,
    day_sentence,
    line_sentence,
    reading,
    rounds_sentence,
    shares_sentence,
    unity_sentence,
)
from foresight.methods.orientation.tables import line_table, part_table, rounds_table, shares_table

HEIGHT, LOW = 175.0, 130.0
"""Of the pictures, in points; in the gist and on the page of the report."""
STRIPS = 3
"""Strips in the report: all together, and the groups that are least at one with themselves."""


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """One section on the page about people; none with fewer than FEWEST ratings, or in a short brief."""
    said = enough(all_together(document))
    drawn, names = without(said, AFTER), point_names(document)
    pictures = _pictures(drawn, names, HEIGHT)
    if pages < 8 or not pictures:
        return ()
    voice, both = whole(document), paired(document)
    rounds, change = rounds_sentence(voice, both), day_sentence(voice, both) or unity_sentence(voice)
    read = Text(f"{reading(said)} {caution()}", "small")
    return (
        Section(
            _title(),
            "people",
            (_side_by_side(pictures), Text(rounds), read, *_parts(document)),
            order=10,
            bookmark=_("Orientation"),
            sizes=frozenset({8}),
            gist=(_in_short(_pictures(drawn, names, LOW), change),),
        ),
    )


def report(document: Document) -> tuple[Section, ...]:
    """One page of the summary report; none with fewer than FEWEST ratings."""
    said, names = enough(all_together(document)), point_names(document)
    pictures = _pictures(without(said, AFTER), names, LOW)
    if not pictures:
        return ()
    blocks: list[Block] = [_side_by_side(pictures)]
    captions = ("gravity", "shares")
    if told := [finding.text for finding in findings(document) if finding.key not in captions]:
        blocks.append(Bullets(tuple(told)))
    voices = [voice for voice in (whole(document), *dissent_first(document)) if voice.latest]
    if voices:
        blocks.append(_strips(voices, names))
    kinds = by_organisation(document)
    if len(kinds) > 1:
        blocks += [Heading(_("By kind of organisation")), part_table(kinds)]
    blocks.append(Text(caution(), "small"))
    return (Section(_title(), "report", tuple(blocks), order=60, bookmark=_("Orientation")),)


def _title() -> str:
    return _("Where we look: past, present, future")


def _strips(voices: list[Voice], names: tuple[str, ...]) -> Picture:
    shown = voices[:STRIPS]
    caption = _(
        "Groups least at one with themselves first. Dots are people, the bar holds the middle half of them, the "
        "upright line is the median. Consensus is 1 when all say the same, 0 when half stand at each end."
    )
    return Picture(partial(strips, shown, names), strips_height(shown), caption, caption, rounds_table(voices))


def _parts(document: Document) -> list[Block]:
    """Groups, and kinds of organisation, side by side."""
    found: list[Block] = []
    for title, parts in (
        (_("By group"), by_group(document)),
        (_("By kind of organisation"), by_organisation(document)),
    ):
        if len(parts) > 1:
            found += [Heading(title), part_table(parts)]
    return found


def _side_by_side(pictures: list[Picture]) -> Block:
    return Columns(tuple((each,) for each in pictures)) if len(pictures) > 1 else pictures[0]


def _in_short(pictures: list[Picture], change: str) -> Block:
    """The first picture; beside it, in words, what it and the other one show and what the day changed."""
    said = tuple(Text(text, "small") for text in (*(each.caption for each in pictures), change))
    return Columns(((replace(pictures[0], caption=""),), said))


def _pictures(said: Summary, names: tuple[str, ...], height: float) -> list[Picture]:
    found = []
    line, shares = line_sentence(said, names), shares_sentence(said)
    if line:
        found.append(Picture(partial(seesaw, said, names), height, line, line, line_table(said, names)))
    if shares:
        found.append(Picture(partial(triangle, said), height, shares, shares, shares_table(said)))
    return found

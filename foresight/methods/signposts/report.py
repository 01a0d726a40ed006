"""Signposts in the brief: what each world expects, which world it looks like, and when somebody looks again."""

from functools import partial

from foresight.core.brief import Block, Cell, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import _, date, number
from foresight.methods.signposts.analysis import Review, calendar, drift, latest
from foresight.methods.signposts.figure import board, board_height, most_telling, strip, strip_height
from foresight.methods.signposts.model import DIRECTIONS, RHYTHMS, Direction, Signposts
from foresight.methods.signposts.sentences import caution, movement, power_words, verdict
from foresight.model.scenarios import Scenarios, display_name

LISTED = 5
"""Signposts in the calendar of a brief."""
WEIGHT = 3.0
"""Of the calendar: who looks, and when, is what makes signposts more than a list."""


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """The board beside the comparison of the worlds, the calendar beside what we do.

    Nothing without signposts, or in a short brief, where each world names its own.
    """
    if not document[Signposts].signposts or pages < 8:
        return ()
    told = (_board(document),) if len(document[Scenarios].scenarios) > 1 else ()
    return (*told, _calendar(document))


def _board(document: Document) -> Section:
    blocks: list[Block] = [
        Picture(
            partial(board, document),
            partial(board_height, document),
            _("What each world expects of the signposts, and what was seen."),
            twin=board_table(document),
        )
    ]
    if any(latest(signpost) for signpost in document[Signposts].signposts):
        words = f"{verdict(document)} {movement(document)}".strip()
        blocks.append(
            Picture(partial(strip, document), strip_height(document), words, caption=words, twin=drift_table(document))
        )
        blocks.append(Text(caution(), "small"))
    return Section(
        _("Toward which world?"),
        "compare",
        tuple(blocks),
        order=50,
        bookmark=_("Signposts"),
        sizes=frozenset({8}),
        gist=(Text(f"{verdict(document)} {caution()}"),),
    )


def _calendar(document: Document) -> Section:
    shown = {signpost.id for signpost in most_telling(document)[:LISTED]}
    looks = [(each.signpost, _when(each)) for each in calendar(document) if each.signpost.id in shown]
    rows = tuple(
        (Cell(one.text, bold=True), one.threshold or "–", one.source or "–", one.owner or "–", when or "–")
        for one, when in looks
    )
    head = (_("Signpost"), _("When we react"), _("Source"), _("Owner"), _("Next look"))
    table = Table(head, rows, (2.2, 1.9, 1.3, 1.1, 1.1), small=True)
    lines = tuple(f"{one.text}: {', '.join(filter(None, (one.owner, when))) or '–'}" for one, when in looks)
    title = _("Signposts: who looks, and when")
    gist = (Text(" · ".join(lines), "small"),)
    return Section(title, "act", (table,), order=40, sizes=frozenset({8}), weight=WEIGHT, gist=gist)


def _when(review: Review) -> str:
    return date(review.due) if review.due else _rhythm(review.signpost.rhythm)


def _rhythm(rhythm: int | None) -> str:
    return next((_(words) for months, words in RHYTHMS.items() if months == rhythm), "")


def board_table(document: Document) -> Table:
    """The board as a table."""
    worlds = document[Scenarios].scenarios
    head = (_("Signpost"), *(display_name(document, each.id) for each in worlds), _("Tells apart"), _("Seen"))
    rows = []
    for signpost in most_telling(document):
        seen = latest(signpost)
        expected = (direction_words(signpost.expected(each.id)) for each in worlds)
        rows.append((signpost.text, *expected, power_words(signpost), direction_words(seen.value if seen else None)))
    return Table(head, tuple(rows), (3.0, *(1.0 for _each in head[1:])), small=True)


def drift_table(document: Document) -> Table:
    """The strip as a table."""
    rows = tuple(
        (
            display_name(document, each.scenario),
            "–" if each.score is None else number(each.score, 1),
            str(each.n),
        )
        for each in drift(document)
    )
    head = (_("Scenario"), _("Agreement (0 to 1)"), _("Signposts seen"))
    return Table(head, rows, (3, 1, 1), numeric=frozenset({1, 2}), small=True)


def direction_words(direction: Direction | None) -> str:
    """Where it goes, in words; a dash when that is not said."""
    return "–" if direction is None else _(DIRECTIONS[direction])

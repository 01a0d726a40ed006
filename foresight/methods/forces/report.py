"""Forces in print: a small triangle in the brief; a page of the summary report with the worlds and the factors."""

from functools import partial

from foresight.core.brief import Block, Bullets, Columns, Heading, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import _
from foresight.methods.forces.analysis import (
    Balance,
    FactorTally,
    balance,
    factor_tallies,
    most_divided_first,
    strongest_first,
)
from foresight.methods.forces.figure import sketch, triangle
from foresight.methods.forces.figure_factors import bars, bars_height
from foresight.methods.forces.figure_worlds import smalls, worlds_height, worlds_picture
from foresight.methods.forces.findings import findings
from foresight.methods.forces.model import CORNERS, Forces
from foresight.methods.forces.model_factors import Factors
from foresight.methods.forces.sentences import balance_sentence, count_sentence, factor_sentence, strongest_sentence
from foresight.model.quotes import beside
from foresight.model.tallies import FEWEST
from foresight.model.trends import DIRECTIONS

HEIGHT, SKETCH = 160.0, 56.0
"""Of the triangle in points; of the sketch in the gist."""
DIVIDED = 2
"""Factors that divide the room and are told of in the brief."""
STRONGEST = 4
"""Forces of a corner in the table of the report."""
DRAWN_ALREADY = ("strongest:", "world:")
"""Findings that stand in a table or a picture of the report."""
QUOTES = 2
DRAWN = 10
"""Factors in the picture of the report."""


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """A small section on the page about people; none before FEWEST forces, or in a short brief."""
    held = balance(document)
    if pages < 8 or not held.is_enough:
        return ()
    said = [text for corner in CORNERS if (text := strongest_sentence(document, corner))]
    divided = [factor_sentence(tally) for tally in _divided(document)[:DIVIDED]]
    beside: list[Block] = [Text(balance_sentence(held)), Bullets((*said, *divided))]
    return (
        Section(
            _("Forces: past, present, future"),
            "people",
            (Columns(((_picture(held, HEIGHT),), tuple(beside)), (1, 1.4)),),
            order=40,
            bookmark=_("Forces"),
            sizes=frozenset({8}),
            gist=(Columns(((_sketch(held),), tuple(map(Text, (balance_sentence(held), *divided[:1])))), (1, 2.2)),),
        ),
    )


def report(document: Document) -> tuple[Section, ...]:
    """A page of the summary report; none before FEWEST forces, or FEWEST groups judged a factor."""
    held, small = balance(document), smalls(document)
    factors = [tally for tally in most_divided_first(factor_tallies(document)) if tally.votes.said >= FEWEST]
    if not held.is_enough and not factors:
        return ()
    said = Bullets(tuple(one.text for one in findings(document) if not one.key.startswith(DRAWN_ALREADY)))
    blocks: list[Block] = [said]
    if held.is_enough:
        blocks = [Columns(((_picture(held, HEIGHT),), (said,)), (1, 1.4)), _force_table(document)]
    if small:
        draw, height = partial(worlds_picture, small, held), partial(worlds_height, small)
        blocks.append(Picture(draw, height, _caption(), _caption(), _world_table(document)))
    if factors:
        caption = _("What helps and what holds back: groups that say that a factor promotes, does both, or inhibits.")
        shown = factors[:DRAWN]
        table = factor_table(document)
        blocks += [
            Heading(_("Promoters and inhibitors")),
            Picture(partial(bars, shown), partial(bars_height, shown), caption, caption, table),
        ]
    return (Section(_("Forces, promoters and inhibitors"), "report", (*blocks, *_quotes(document)), order=65),)


def _caption() -> str:
    return _("Where the forces balance in each world; the hollow dot is today.")


def _divided(document: Document) -> list[FactorTally]:
    return [tally for tally in most_divided_first(factor_tallies(document)) if tally.is_divided]


def _picture(held: Balance, height: float) -> Picture:
    said = f"{count_sentence(held)} {balance_sentence(held)}"
    return Picture(partial(triangle, held), height, said, "", balance_table(held), shrinks_to=0.8)


def _sketch(held: Balance) -> Picture:
    return Picture(partial(sketch, held), SKETCH, count_sentence(held), "", balance_table(held))


def balance_table(held: Balance) -> Table:
    """Forces and strength of each corner."""
    rows = tuple((_(DIRECTIONS[corner]), str(held.counts[corner]), str(held.sums[corner])) for corner in CORNERS)
    return Table((_("Corner"), _("Forces"), _("Strength")), rows, (3, 1, 1), numeric=frozenset({1, 2}), small=True)


def _force_table(document: Document) -> Table:
    """The strongest forces of each corner, with their strength."""
    held = [strongest_first(document, corner)[:STRONGEST] for corner in CORNERS]
    rows = tuple(
        tuple(f"{force[at].strength}  {force[at].text}" if at < len(force) else "" for force in held)
        for at in range(max(map(len, held)))
    )
    return Table(tuple(_(DIRECTIONS[corner]) for corner in CORNERS), rows, small=True)


def _world_table(document: Document) -> Table:
    head = (_("World"), *(_(DIRECTIONS[corner]) for corner in CORNERS))
    rows = tuple((one.name, *(str(one.balance.sums[corner]) for corner in CORNERS)) for one in smalls(document))
    return Table(head, rows, (2, 1, 1, 1), numeric=frozenset({1, 2, 3}), small=True)


def factor_table(document: Document) -> Table:
    """What the groups say of each factor, the most divided first."""
    head = (_("Factor"), _("Promotes"), _("Inhibits"), _("Both"), _("Neither"))
    rows = tuple(
        (
            f"{tally.number} {tally.factor.title}",
            *map(str, (tally.votes.a, tally.votes.b, tally.votes.both, tally.votes.none)),
        )
        for tally in most_divided_first(factor_tallies(document))
    )
    return Table(head, rows, (3, 1, 1, 1, 1), numeric=frozenset(range(1, 5)), small=True)


def _quotes(document: Document) -> list[Block]:
    """What may be printed of what was said about a force or a factor."""
    things = [each.id for kind in (Forces, Factors) for each in document[kind].entities()]
    return [block for said in beside(document, things, QUOTES) for block in said]

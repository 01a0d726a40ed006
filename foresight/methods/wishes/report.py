"""The wishes on a page of the summary report."""

from collections import Counter
from functools import partial

from foresight.core.brief import REPORT, Block, Bullets, Cell, Heading, Picture, Section, Table, Text
from foresight.core.document import Document, Entity
from foresight.core.naming import noun
from foresight.core.words import _, listed, ngettext, quoted
from foresight.methods.wishes.analysis import Pile, ranked, unanswered
from foresight.methods.wishes.figure import bars, bars_height
from foresight.methods.wishes.findings import findings
from foresight.methods.wishes.model import Wishes
from foresight.model.commitments import Ask, Commitment
from foresight.model.scenarios import Scenario

OPEN = 12
"""Wishes without an answer that are printed."""
SAID = 2
"""Wishes of a theme that stand in the table."""


def report(document: Document) -> tuple[Section, ...]:
    """One page: the bars, what the counts say, the themes with some of their wishes, what nothing takes up."""
    part = document[Wishes]
    if not part.wishes:
        return ()
    piles = ranked(part)
    alt = _("Wishes by theme, and how many of them are taken up (n = {n}).").format(n=len(part.wishes))
    blocks: list[Block] = [
        Picture(partial(bars, piles), bars_height(piles), alt, alt, themes_table(document)),
        Bullets(tuple(finding.text for finding in findings(document))),
        Heading(_("What was wished for")),
        wishes_table(document, piles),
    ]
    if lacking := unanswered(part):
        blocks += [Heading(_("Not taken up yet")), Bullets(tuple(quoted(wish.text) for wish in lacking[:OPEN]))]
        if (more := len(lacking) - OPEN) > 0:
            said = ngettext("and {n} more wish", "and {n} more wishes", more)
            blocks.append(Text(said.format(n=more), "small"))
    return (Section(_("Wishes"), REPORT, tuple(blocks), order=15),)


def themes_table(document: Document) -> Table:
    """The themes with their counts."""
    rows = tuple((theme_name(pile), str(pile.n), str(pile.answered)) for pile in ranked(document[Wishes]))
    return Table((_("Theme"), _("Wishes"), _("Taken up")), rows, (4, 1, 1), numeric=frozenset({1, 2}), small=True)


def wishes_table(document: Document, piles: tuple[Pile, ...]) -> Table:
    """A theme a row: some of its wishes, and what takes them up."""
    rows = tuple(
        (
            Cell(theme_name(pile), bold=True),
            "\n".join(quoted(wish.text) for wish in pile.wishes[:SAID]),
            _answers(document, pile),
        )
        for pile in piles
    )
    return Table((_("Theme"), _("Some of the wishes"), _("Taken up by")), rows, (1.4, 4, 2.4), small=True)


def _answers(document: Document, pile: Pile) -> str:
    """How many things of each kind take up wishes of a theme: "2 commitments and 1 ask"."""
    ids = dict.fromkeys(one for wish in pile.wishes for one in wish.answers)
    kinds = Counter(type(found) for one in ids if (found := document.find(one, Entity)) is not None)
    counted = [(kind, kinds[kind]) for kind in (Commitment, Ask, Scenario)]
    return listed([f"{n} {noun(kind, n)}" for kind, n in counted if n]) or "–"


def theme_name(pile: Pile) -> str:
    """The name of a theme, or that there is none."""
    return pile.name if pile.theme else _("No theme")

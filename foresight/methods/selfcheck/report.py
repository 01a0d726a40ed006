"""The self-check in the summary report: the strips, the most disputed first, and what they say."""

from functools import partial

from foresight.core.brief import Bullets, Picture, Section, Table
from foresight.core.document import Document
from foresight.core.words import _, number
from foresight.methods.selfcheck.analysis import Checked, checked, ordered
from foresight.methods.selfcheck.figure import strips, strips_height
from foresight.methods.selfcheck.findings import findings
from foresight.model.quotes import beside

DRAWN = 10
"""Strips on the page: the most disputed ones."""
QUOTES = 2


def report(document: Document) -> tuple[Section, ...]:
    """Two pages of the summary report, the strips and then all measures; nothing before enough groups rated."""
    rated = [one for one in ordered(checked(document), "disputed") if one.enough]
    if not rated:
        return ()
    caption = _("Dots: groups. Bar: the middle half of them. Tick: the median. The most disputed stands first.")
    shown = rated[:DRAWN]
    picture = Picture(partial(strips, shown), partial(strips_height, shown), caption, caption, rating_table(shown))
    said = Bullets(tuple(finding.text for finding in findings(document)))
    quotes = [block for told in beside(document, [one.advice.id for one in rated], QUOTES) for block in told]
    return (
        Section(_("Self-check"), "report", (said, picture, *quotes)),
        Section(_("Self-check, weakest first"), "report", (rating_table(ordered(rated, "weakest")),)),
    )


def rating_table(held: tuple[Checked, ...] | list[Checked]) -> Table:
    """The measures of each piece of advice."""
    head = ("", _("Advice"), _("Median"), _("Middle half"), _("Rate it 4 or 5"), _("Consensus (0 to 1)"), _("Groups"))
    rows = []
    for one in held:
        said = one.enough
        if said is not None:
            middle = f"{number(said.lower)}–{number(said.upper)}"
            measures = (number(said.median), middle, str(one.agreeing), number(said.consensus, 2), str(one.n))
            rows.append((str(one.number), one.advice.text, *measures))
    return Table(head, tuple(rows), (0.4, 5, 1, 1.3, 1.1, 1.3, 1), numeric=frozenset({0, 2, 3, 4, 5, 6}), small=True)

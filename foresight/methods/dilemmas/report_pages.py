"""Dilemmas in the summary report: a page for each category, with what its counts say and the counts themselves."""

from collections.abc import Iterable

from foresight.core.brief import Block, Bullets, Heading, Section, Text
from foresight.core.document import Document
from foresight.core.words import _
from foresight.methods.dilemmas.findings import findings
from foresight.methods.dilemmas.report import picture, vote_table
from foresight.model.quotes import printable
from foresight.model.tallies import Tally, by_category, most_chosen_first

DRAWN = 6
"""Topics of a category that are drawn: the most chosen ones."""
QUOTES = 4


def pages(document: Document) -> tuple[Section, ...]:
    """A page for each category about which anything was counted."""
    found = findings(document)
    sections = []
    for category, held in by_category(document):
        key = category.id if category is not None else ""
        said = [finding for finding in found if finding.chapter_key == key]
        if said:
            blocks = (Bullets(tuple(finding.text for finding in said)), *_counted(held), *_quotes(document, held))
            title = said[0].chapter
            sections.append(Section(title, "report", blocks, bookmark=f"{_('Dilemmas')}: {title}"))
    return tuple(sections)


def _counted(held: Iterable[Tally]) -> list[Block]:
    """The bars of the most chosen topics, and what the counts of all of them are."""
    ordered = most_chosen_first(tuple(held))
    drawn = [tally for tally in ordered if tally.votes.said][:DRAWN]
    blocks: list[Block] = [picture(drawn, in_full=True)] if drawn else []
    return [*blocks, Heading(_("All topics")), vote_table(list(ordered))]


def _quotes(document: Document, held: Iterable[Tally]) -> list[Block]:
    """What was said about these topics and may be printed, each with its topic."""
    said = [(quote.text, tally.card.title) for tally in held for quote in printable(document, tally.card.id)]
    return [block for text, title in said[:QUOTES] for block in (Text(text, "quote"), Text(title, "small"))]

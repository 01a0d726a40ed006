"""Dilemmas in the brief: the bars, what the room agrees on and what it should fight over, and what was said."""

from collections.abc import Sequence
from functools import partial
from itertools import chain

from foresight.core.brief import Block, Bullets, Columns, Heading, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import _, listed, ngettext, quoted
from foresight.methods.dilemmas.figure import bars, bars_height
from foresight.model.cards import Cards
from foresight.model.patterns import drop_of, on_topic, said_of, shift_of
from foresight.model.quotes import beside
from foresight.model.tallies import (
    CORNERS,
    FEWEST,
    LABELS,
    Corner,
    Tally,
    most_chosen_first,
    most_disputed_first,
    tallies,
)

TOPICS = 7
"""Topics that are drawn: the most chosen ones."""
FEW = 4
"""Of them in the gist."""
NAMED = 2
"""Topics of a corner that are written out."""
QUOTES = 2


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """One section on the page about people; none before FEWEST groups voted on a topic, or in a short brief."""
    held = [tally for tally in most_chosen_first(tallies(document)) if tally.votes.n >= FEWEST]
    if pages < 8 or not held:
        return ()
    said = (*_patterns(held, tallies(document)), *_quotes(document, held[:TOPICS], QUOTES))
    return (
        Section(
            _("Dilemmas: where we agree, and where we do not"),
            "people",
            (Text(_lead(document)), Columns(((picture(held[:TOPICS]),), said), (1, 1.1))),
            order=30,
            bookmark=_("Dilemmas"),
            sizes=frozenset({8}),
            gist=_gist(document, held),
        ),
    )


def _gist(document: Document, held: list[Tally]) -> tuple[Block, ...]:
    """The bars of a few topics of the two corners that matter, and the names of more."""
    both: tuple[tuple[Corner, Sequence[Tally]], ...] = (("agenda", held), ("fight", most_disputed_first(held)))
    drawn: list[Tally] = []
    said = []
    for corner, ordered in both:
        inside = [tally for tally in ordered if tally.corner == corner]
        drawn += inside[: FEW // 2]
        if inside:
            named = listed([quoted(tally.card.title) for tally in inside[:FEW]])
            said.append(f"{_(CORNERS[corner])}: {named}.")
    if not said:
        return (picture(held[:FEW]),)
    return (Columns(((picture(drawn),), (Bullets(tuple(said)), *_quotes(document, drawn[::-1], 1)))),)


def _lead(document: Document) -> str:
    """How many topics there were and how many groups voted."""
    part = document[Cards]
    n, voting = len(part.cards), len({vote.group for vote in part.votes})
    topics = ngettext(
        "{n} topic with two statements that pull apart", "{n} topics with two statements that pull apart", n
    )
    groups = ngettext("{n} group voted", "{n} groups voted", voting).format(n=voting)
    return _("{topics}; {groups}.").format(topics=topics.format(n=n), groups=groups)


def picture(shown: list[Tally], *, in_full: bool = False) -> Picture:
    """The bars of these topics; ``in_full`` with their statements."""
    caption = _("Groups behind each statement.")
    if any(tally.second.said for tally in shown):
        caption += " " + _("Thin bars: before the discussion.")
    draw, height = partial(bars, shown, in_full=in_full), partial(bars_height, shown, in_full=in_full)
    return Picture(draw, height, caption, caption, vote_table(shown))


def vote_table(held: list[Tally]) -> Table:
    """The votes of each topic."""
    head = (_("Topic"), _("Chosen by"), _("First statement"), _("Second statement"), _("Both"), _("Neither"), "")
    rows = tuple(
        (
            f"{tally.number} {tally.card.title}",
            str(tally.selections),
            *(str(count) for count in (tally.votes.a, tally.votes.b, tally.votes.both, tally.votes.none)),
            label_of(tally),
        )
        for tally in held
    )
    return Table(head, rows, (3, 1, 1, 1, 1, 1, 1.6), numeric=frozenset(range(1, 6)), small=True)


def label_of(tally: Tally) -> str:
    """How united the room is about a topic, in a word or two; "" where nothing can be concluded."""
    return _(LABELS[tally.votes.label]) if tally.votes.label else ""


def _patterns(held: list[Tally], all_of_them: tuple[Tally, ...]) -> list[Block]:
    """What the room agrees on, what it should fight over, and what it put forward and then dropped."""
    blocks: list[Block] = []
    found: tuple[tuple[str, Corner, tuple[Tally, ...]], ...] = (
        (_("Shared agenda"), "agenda", tuple(held)),
        (_("Worth a fight"), "fight", most_disputed_first(held)),
    )
    for title, corner, ordered in found:
        said = [_bullet(tally) for tally in ordered if tally.corner == corner][:NAMED]
        if said:
            blocks += [Heading(title), Bullets(tuple(said))]
    dropped = [text for text in map(drop_of, all_of_them) if text]
    if dropped:
        blocks += [Heading(_("Nominated by many, chosen by few")), Bullets(tuple(dropped[:NAMED]))]
    return blocks


def _bullet(tally: Tally) -> str:
    return on_topic(tally.card.title, shift_of(tally) or said_of(tally.card, tally.first))


def _quotes(document: Document, held: Sequence[Tally], most: int) -> tuple[Block, ...]:
    """What was said about these topics and may be printed, each quote with its topic."""
    return tuple(chain.from_iterable(beside(document, [tally.card.id for tally in held], most)))

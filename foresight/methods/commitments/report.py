"""Commitments and asks in print: in the brief, in its appendix, and on a page of the summary report."""

import datetime
from collections.abc import Sequence
from functools import partial
from itertools import chain

from foresight.core.brief import APPENDIX, REPORT, Block, Bullets, Cell, Heading, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.naming import Names
from foresight.core.words import _, listed
from foresight.methods.commitments import sentences
from foresight.methods.commitments.analysis import most_wanted_first, names_gain, soundest_first, tally
from foresight.methods.commitments.figure import bars, bars_height, needs
from foresight.methods.commitments.findings import findings
from foresight.model.commitments import STATUSES, Ask, Commitment, Commitments
from foresight.model.quotes import beside

SHOWN, GIST = 6, 3
"""Commitments on the last page of the brief, and there when it is full."""
ASKS, ASKS_GIST = 3, 2
WEIGHT = 6.0
"""What people took on is what the last page is read for."""
QUOTES = 3
"""On the page of the summary report."""
LISTED, ASKED = 7, 5
"""Commitments and asks on the page of the summary report."""


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """What we take on, first on the page about acting; in a short brief only how much that is; nothing without any."""
    held = tally(document)
    if not held.n and not held.asks:
        return ()
    if pages < 8:
        lines = Text(" ".join(filter(None, (sentences.total(document), sentences.readiness(document)))))
        return (Section(_("What we take on"), "act", (lines,), order=10, sizes=frozenset({2, 4}), gist=(lines,)),)
    return (
        Section(
            _("What we take on"),
            "act",
            _blocks(document, SHOWN, ASKS),
            order=10,
            weight=WEIGHT,
            bookmark=_("Commitments"),
            sizes=frozenset({8}),
            gist=_blocks(document, GIST, ASKS_GIST),
        ),
    )


def _blocks(document: Document, most: int, asks: int) -> tuple[Block, ...]:
    """How many there are, those that are thought through best, and the asks with most votes."""
    held = soundest_first(document)
    best = held[:most]
    cut = [text.text for text in _shown(most, len(held))]
    lead = " ".join(filter(None, (sentences.total(document), sentences.gains(document), *cut)))
    blocks: list[Block] = [Text(lead, "small")]
    if best:
        blocks.append(commitment_table(sorted(best, key=lambda each: each.start_day or datetime.date.max)))
    wanted = [_ask(ask) for ask in most_wanted_first(document)[:asks]]
    if wanted:
        blocks.append(Text(_("We ask others: {asks}").format(asks=" · ".join(wanted)), "small"))
    return tuple(blocks)


def _shown(most: int, n: int) -> tuple[Text, ...]:
    """That only ``most`` of ``n`` are shown; nothing where all are."""
    return (Text(_("Shown: {shown} of {n}.").format(shown=most, n=n), "small"),) if n > most else ()


def _ask(ask: Ask) -> str:
    said = ", ".join(part for part in (ask.addressee, _votes(ask)) if part)
    return f"{ask.text.rstrip(' .')} ({said})" if said else ask.text


def _votes(ask: Ask) -> str:
    return sentences.votes_words(ask.votes) if ask.votes else ""


def commitment_table(held: Sequence[Commitment]) -> Table:
    """What, who, from when, how it is measured, the gain, and who confirms it."""
    rows = tuple(
        (
            Cell(each.text, bold=True),
            each.who or "–",
            sentences.day_words(each.start_day),
            each.measure or "–",
            each.gain or "–",
            confirmation(each),
        )
        for each in held
    )
    head = (_("What"), _("Role"), _("Start"), _("Measure"), _("Gain"), _("Who confirms the gain"))
    return Table(head, rows, (2.6, 1.3, 1.5, 1.6, 1.6, 1.4), small=True)


def confirmation(each: Commitment) -> str:
    """Who takes the gain out, and whether they have agreed to it."""
    if not names_gain(each):
        return "–"
    if each.confirmed:
        return _("{who}: confirmed").format(who=each.taker) if each.taker else _("confirmed")
    return _("{who}: not yet").format(who=each.taker) if each.taker else _("nobody yet")


def ask_table(asks: Sequence[Ask]) -> Table:
    """The asks with addressee, theme and votes."""
    rows = tuple((Cell(ask.text, bold=True), ask.addressee or "–", ask.theme or "–", str(ask.votes)) for ask in asks)
    head = (_("What we ask for"), _("Asked of"), _("Theme"), _("Votes"))
    return Table(head, rows, (4, 1.8, 1.4, 0.7), numeric=frozenset({3}), small=True)


def appendix(document: Document) -> tuple[Section, ...]:
    """Every commitment, also the dropped ones, and every ask; nothing without any."""
    part, names = document[Commitments], Names(document)
    blocks: list[Block] = []
    if part.commitments:
        blocks += [commitment_table(part.commitments), Heading(_("Steps, gains and missteps")), _more(part, names)]
    if part.asks:
        blocks += [Heading(_("Asks")), ask_table(most_wanted_first(document))]
    return (Section(_("All commitments and asks"), APPENDIX, tuple(blocks), order=60),) if blocks else ()


def _more(part: Commitments, names: Names) -> Table:
    rows = tuple(
        (
            Cell(each.text, bold=True),
            each.step or "–",
            each.elsewhere or "–",
            each.misstep or "–",
            listed(list(map(names.of, each.about))) or "–",
            _(STATUSES[each.status]),
        )
        for each in part.commitments
    )
    head = (_("What"), _("First small step"), _("Gains that land elsewhere"), _("A good misstep"), _("Belongs to"), "")
    return Table(head, rows, (2.2, 2, 1.6, 1.8, 1.6, 0.9), small=True)


def report(document: Document) -> tuple[Section, ...]:
    """A page of the summary report: the bars, what the counts say, the commitments, the asks; nothing without any."""
    found = findings(document)
    if not found:
        return ()
    blocks: list[Block] = []
    if tally(document).n:
        twin = Table(
            (_("What a commitment needs"), _("Have it"), _("Of")),
            tuple((name, str(count), str(n)) for name, count, n in needs(document)),
            numeric=frozenset({1, 2}),
        )
        alt = _("How many commitments have what they need.")
        blocks.append(Picture(partial(bars, document), bars_height(document), alt, alt, twin))
    blocks.append(Bullets(tuple(finding.text for finding in found)))
    if held := soundest_first(document):
        blocks += [*_shown(LISTED, len(held)), commitment_table(held[:LISTED])]
    if asks := most_wanted_first(document):
        blocks += [Heading(_("Asks")), *_shown(ASKED, len(asks)), ask_table(asks[:ASKED])]
    blocks += chain.from_iterable(beside(document, list(document[Commitments].by_id), QUOTES))
    return (Section(_("Commitments and asks"), REPORT, tuple(blocks), order=80),)

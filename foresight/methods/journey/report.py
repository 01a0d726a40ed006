"""The change journey in the summary report: the matrix, what it says, and what people wrote about the phases."""

from collections.abc import Sequence
from functools import partial

from foresight.core.brief import Block, Bullets, Columns, Heading, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import _, ngettext, number
from foresight.methods.journey.analysis import (
    FEWEST,
    Place,
    Voices,
    crowds,
    places,
    placing_groups,
    voices,
    widest_first,
)
from foresight.methods.journey.figure import lanes, matrix, matrix_height
from foresight.methods.journey.findings import findings
from foresight.methods.journey.model import LEVELS, DeepDive, Journey
from foresight.methods.journey.sentences import summary_sentence
from foresight.model.quotes import printable

TOPICS = 13
"""Cards that are drawn: those that most groups placed."""
BESIDE = 26
"""Cards in two tables side by side."""
QUOTES = 3
ANSWERED = 6
"""Rows of the table of individual answers."""


def report(document: Document) -> tuple[Section, ...]:
    """A page with the matrix, and one with what people wrote; none of what is not there."""
    pages = []
    if places(document):
        pages.append(Section(_("Change journey"), "report", _journey(document), order=10))
    if voices(document):
        pages.append(Section(_("What to mind in each phase"), "report", _answers(document), order=20))
    return tuple(pages)


def _journey(document: Document) -> tuple[Block, ...]:
    held = places(document)
    said = tuple(finding.text for finding in findings(document) if finding.key not in ("cross", "answers"))
    blocks: list[Block] = [Text(summary_sentence(document), "lead"), picture(document, _most_placed(held))]
    if said:
        blocks.append(Bullets(said))
    return (*blocks, Heading(_("How far the topics reach")), places_tables(held))


def _most_placed(held: Sequence[Place]) -> tuple[Place, ...]:
    """The cards that most groups placed, in the order of the deck."""
    chosen = sorted(held, key=lambda place: (-place.n, place.number))[:TOPICS]
    return tuple(sorted(chosen, key=lambda place: place.number))


def picture(document: Document, held: Sequence[Place]) -> Picture:
    """The matrix of these cards, with its numbers as a table."""
    phases, n = document[Journey].phases, placing_groups(document)
    caption = ngettext("Where {n} group places its cards.", "Where {n} groups place their cards.", n).format(n=n)
    left_out = len(places(document)) - len(held)
    if left_out:
        said = ngettext("{n} topic is not drawn.", "{n} topics are not drawn.", left_out)
        caption += " " + said.format(n=left_out)
    draw = partial(matrix, held, crowds(document), phases)
    return Picture(draw, partial(matrix_height, held, phases), caption, caption, cells_table(document, held))


def cells_table(document: Document, held: Sequence[Place]) -> Table:
    """For every lane of the matrix how many groups cover each phase."""
    head = (_("Topic"), _("Level"), *(phase.name for phase in document[Journey].phases))
    rows = tuple(
        (f"{lane.place.number} {lane.place.card.title}", _(name), *map(str, lane.counts))
        for name, inside in zip(LEVELS.values(), lanes(held), strict=True)
        for lane in inside
    )
    return Table(head, rows, numeric=frozenset(range(2, len(head))), small=True)


def places_tables(held: Sequence[Place]) -> Block:
    """Every card with its groups, median span and agreement, those that reach furthest first.

    In two tables side by side; more than BESIDE cards in one, which may go on to another page.
    """
    ordered = widest_first(held)
    if len(ordered) > BESIDE:
        return _places_table(ordered)
    half = (len(ordered) + 1) // 2
    return Columns(((_places_table(ordered[:half]),), (_places_table(ordered[half:]),) if ordered[half:] else ()))


def _places_table(held: Sequence[Place]) -> Table:
    head = (_("Topic"), _("Groups"), _("Phases"), _("Agreement"))
    rows = tuple(
        (f"{place.number} {place.card.title}", str(place.n), number(place.span), agreement_text(place))
        for place in held
    )
    return Table(head, rows, (4, 1.1, 1, 1.1), numeric=frozenset({1, 2, 3}), small=True)


def agreement_text(place: Place) -> str:
    """The agreement about a card, 0..1; "" for fewer than FEWEST groups."""
    if place.n < FEWEST or place.agreement is None:
        return ""
    return number(place.agreement, 2)


def _answers(document: Document) -> tuple[Block, ...]:
    """How many wrote about what, and beside it some of those who may be quoted."""
    held = sorted(voices(document), key=lambda each: (-len(each.answers), each.number))
    said = [finding.text for finding in findings(document) if finding.key == "answers"]
    return (Text(" ".join(said), "lead"), answers_table(document, held), *_quotes(document, held[:ANSWERED]))


def answers_table(document: Document, held: Sequence[Voices]) -> Table:
    """For each topic how many wrote about it, by phase."""
    phases = document[Journey].phases
    is_loose = any(answer.phase is None for answer in document[Journey].deep_dives)
    keys = [*(phase.id for phase in phases), *([None] if is_loose else [])]
    head = (_("Topic"), *(phase.name for phase in phases), *([_("No phase")] if is_loose else []), _("All"))
    rows = tuple(
        (
            f"{each.number} {each.card.title}",
            *(str(len(each.in_phase(key)) or "–") for key in keys),
            str(len(each.answers)),
        )
        for each in held
    )
    widths = (2.4, *(1.0 for _key in keys), 0.6)
    return Table(head, rows, widths, numeric=frozenset(range(1, len(head))), small=True)


def _quotes(document: Document, held: Sequence[Voices]) -> list[Block]:
    """What may be quoted about each topic: answers with consent, by phase, then quotes that are no answers."""
    names = {phase.id: phase.name for phase in document[Journey].phases}
    blocks: list[Block] = []
    for each in held:
        answers = [answer for answer in each.answers if answer.consent and answer.text][:QUOTES]
        known = {answer.text for answer in answers}
        others = [quote.text for quote in printable(document, each.card.id) if quote.text not in known]
        words: list[Block] = [block for answer in answers for block in _quote(answer, names)]
        words += [Text(text, "quote") for text in others[: QUOTES - len(answers)]]
        if words:
            blocks += [Heading(f"{each.number} {each.card.title}"), *words]
    half = _middle(blocks)
    return [Columns((tuple(blocks[:half]), tuple(blocks[half:])))] if half else blocks


def _quote(answer: DeepDive, names: dict[str, str]) -> list[Block]:
    phase = names.get(answer.phase or "", "")
    return [Text(answer.text, "quote"), *([Text(phase, "small")] if phase else [])]


def _middle(blocks: Sequence[Block]) -> int:
    """Where the second column begins: at the heading nearest to the middle; 0 where there are not two."""
    heads = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and at]
    return min(heads, key=lambda at: abs(at - len(blocks) / 2), default=0)

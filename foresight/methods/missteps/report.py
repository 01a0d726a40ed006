"""Missteps and experiments in the brief (a sentence or two) and in the summary report (a page each)."""

from functools import partial

from foresight.core.brief import Block, Bullets, Cell, Picture, Section, Table
from foresight.core.document import Document
from foresight.core.naming import Names
from foresight.core.words import _, date
from foresight.methods.missteps.analysis import agenda, grounds, told
from foresight.methods.missteps.assumptions import STANDINGS
from foresight.methods.missteps.figure import STEPS, STEPS_HEIGHT, standing, standing_height, steps
from foresight.methods.missteps.findings import findings
from foresight.methods.missteps.sentences import made_words, tests_words, told_words
from foresight.model.missteps import RESULTS, Experiment, Missteps
from foresight.model.quotes import beside
from foresight.model.scenarios import display_name

QUOTES = 2


def making(document: Document) -> tuple[str, ...]:
    """What the brief says of them where it tells how it was made: page 8 has no room for more."""
    return tuple(filter(None, (made_words(document), tests_words(document))))


def report(document: Document) -> tuple[Section, ...]:
    """A page of the summary report for missteps and one for experiments; none for what there is nothing of."""
    made: list[Section] = []
    if document[Missteps].missteps:
        made.append(Section(_("Missteps"), "report", _misstep_blocks(document)))
    if document[Missteps].experiments:
        made.append(Section(_("Experiments"), "report", _experiment_blocks(document)))
    return tuple(made)


def _misstep_blocks(document: Document) -> tuple[Block, ...]:
    drawn = Picture(partial(steps, told(document)), STEPS_HEIGHT, told_words(document), twin=steps_table(document))
    return (drawn, *_said(document, _("Missteps")), misstep_table(document), *_quotes(document))


def _experiment_blocks(document: Document) -> tuple[Block, ...]:
    blocks = [*_said(document, _("Experiments")), experiment_table(document)]
    if any(ground.n for ground in grounds(document)):
        caption = _("What each world takes for granted, and what of it was put to the test.")
        height = partial(standing_height, document)
        blocks.insert(0, Picture(partial(standing, document), height, caption, caption, ground_table(document)))
    return tuple(blocks)


def _said(document: Document, chapter: str) -> list[Block]:
    texts = tuple(finding.text for finding in findings(document) if finding.chapter == chapter)
    return [Bullets(texts)] if texts else []


def _quotes(document: Document) -> list[Block]:
    ids = [one.id for one in document[Missteps].missteps]
    return [block for said in beside(document, ids, QUOTES) for block in said]


def steps_table(document: Document) -> Table:
    """The steps as a table."""
    counts = map(str, told(document).steps)
    return Table(tuple(_(name) for name in STEPS), (tuple(counts),))


def misstep_table(document: Document) -> Table:
    """All missteps."""
    names = Names(document)
    head = (_("What we tried"), _("What failed"), _("What we learnt"), _("Shared with whom"), _("Group"))
    rows = tuple(
        (
            Cell(one.text, bold=True),
            one.failed or "–",
            Cell(one.learnt or "–", tint="warm" if one.learnt else ""),
            one.shared or "–",
            names.of(one.group) if one.group else "–",
        )
        for one in document[Missteps].missteps
    )
    return Table(head, rows, (2.2, 2.2, 2.4, 1.5, 0.9), small=True)


def experiment_table(document: Document) -> Table:
    """All experiments, those whose result is known first."""
    known = [one for one in document[Missteps].experiments if one.result != "open"]
    head = (_("Assumption"), _("Cheapest test"), _("We stop if"), _("By when"), _("Result"))
    rows = tuple(
        (
            Cell(one.text, bold=True),
            one.test or "–",
            one.stop or "–",
            date(one.day) if one.day else "–",
            result_words(one),
        )
        for one in (*known, *agenda(document))
    )
    return Table(head, rows, (2.4, 2, 2, 1.2, 2), small=True)


def result_words(experiment: Experiment) -> str:
    """What became of it, and what was seen."""
    return (
        f"{_(RESULTS[experiment.result])}. {experiment.seen}".strip()
        if experiment.seen
        else _(RESULTS[experiment.result])
    )


def ground_table(document: Document) -> Table:
    """How many assumptions of each scenario stand how."""
    head = (_("Scenario"), _("Assumptions"), *(_(words) for words in STANDINGS.values()))
    rows = tuple(
        (display_name(document, one.scenario), str(one.n), *(str(one.counts[each]) for each in STANDINGS))
        for one in grounds(document)
    )
    return Table(head, rows, (3, 1, 1, 1, 1, 1), numeric=frozenset(range(1, 6)), small=True)

"""Oracle in the brief and in the report: the questions by theme, and what each world answers to the first of them."""

from functools import partial
from itertools import chain
from textwrap import shorten

from foresight.core.brief import Block, Bullets, Cell, Columns, Heading, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import _, quoted
from foresight.methods.oracle.analysis import Column, columns, most_asked, recurring
from foresight.methods.oracle.figure import theme_bars, themes_height
from foresight.methods.oracle.findings import chapter_title, findings
from foresight.methods.oracle.sentences import drivers_sentence, summary_sentence
from foresight.model.oracle import Oracle, Question
from foresight.model.quotes import beside
from foresight.model.scenarios import Scenarios, display_name, sign
from foresight.model.workshop import Workshop

THEMES = 10
"""Rows of the table of themes."""
ANSWERED = 3
"""Questions that are printed with their answers."""
FULL = 2
"""Of them on the page of the report."""
LISTED = 20
"""Questions that are listed on that page as long as they have neither theme nor answer."""
QUOTES = 2
WEIGHT = 0.7
"""The quote at the end of the gist goes before anything on the page is cut that counts."""
ANSWER_LENGTH = 220
"""Characters of an answer that are printed."""


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """One section on the page about people; none without questions, or in a short brief."""
    if pages < 8 or not document[Oracle].questions:
        return ()
    blocks: list[Block] = [Text(summary_sentence(document)), themes_table(columns(document))]
    themes = [column.theme.id for column in columns(document) if column.theme]
    if quotes := beside(document, themes, QUOTES):
        blocks.append(Columns(quotes))
    answered = most_asked(document, ANSWERED)
    if answered:
        blocks += [Heading(_("What the worlds answer")), answers_table(document, answered)]
    drivers = drivers_sentence(document)
    if drivers:
        blocks.append(Text(drivers))
    title = chapter_title(document[Workshop].horizon)
    return (
        Section(
            title,
            "people",
            tuple(blocks),
            order=20,
            weight=WEIGHT,
            bookmark=_("Oracle"),
            sizes=frozenset({8}),
            gist=(*blocks[:2], *_first_answers(document), *chain.from_iterable(beside(document, themes, 1))),
        ),
    )


def _first_answers(document: Document) -> tuple[Block, ...]:
    """What each world answers to the answered question with most votes; nothing where none has an answer."""
    first = most_asked(document, 1)
    return (answers_table(document, first),) if first else ()


def report(document: Document) -> tuple[Section, ...]:
    """One page of the summary report; none without questions."""
    if not document[Oracle].questions:
        return ()
    held = recurring(document)[:THEMES]
    blocks: list[Block] = [Text(summary_sentence(document))]
    if held:
        caption = _("On how many cards each theme was asked about.")
        height = partial(themes_height, held)
        blocks.append(Picture(partial(theme_bars, held), height, caption, caption, themes_table(held)))
    if told := findings(document):
        blocks.append(Bullets(tuple(finding.text for finding in told)))
    answered = most_asked(document, FULL)
    if answered:
        blocks += [Heading(_("What the worlds answer")), answers_table(document, answered)]
    elif not held:
        loose = columns(document)[0].questions[:LISTED]
        blocks += [Heading(_("Questions")), Bullets(tuple(quoted(question.text) for question in loose))]
    about = [each.id for each in (*document[Oracle].themes, *document[Oracle].questions)]
    if quotes := beside(document, about, 2 * QUOTES):
        blocks.append(Columns(quotes))
    title = chapter_title(document[Workshop].horizon)
    return (Section(title, "report", tuple(blocks), order=50, bookmark=_("Oracle")),)


def themes_table(wall: tuple[Column, ...]) -> Table:
    """Themes with most votes first: the question with most votes, and how many questions and votes there are."""
    filled = sorted((column for column in wall if column.questions), key=lambda column: -column.votes)
    rows = tuple(
        (
            Cell(column.theme.name if column.theme else _("No theme"), bold=True),
            quoted(column.questions[0].text),
            str(len(column.questions)),
            str(column.votes),
        )
        for column in filled[:THEMES]
    )
    head = (_("Theme"), _("The question with most votes"), _("Questions"), _("Votes"))
    return Table(head, rows, (3, 6.2, 0.9, 0.7), numeric=frozenset({2, 3}), small=True)


def answers_table(document: Document, questions: tuple[Question, ...]) -> Table:
    """Questions one a row, with the answer of every world beside its mark."""
    worlds = [world.id for world in document[Scenarios].scenarios]
    marks = {world: sign(index)[1] for index, world in enumerate(worlds)}

    def answer(question: Question, world: str) -> Cell | str:
        text = shorten(question.answers.get(world, ""), ANSWER_LENGTH, placeholder="…")
        return Cell(text, mark=marks[world]) if text else ""

    head = (_("Question"), *(display_name(document, world) for world in worlds))
    rows = tuple((Cell(each.text, bold=True), *(answer(each, world) for world in worlds)) for each in questions)
    return Table(head, rows, small=True)

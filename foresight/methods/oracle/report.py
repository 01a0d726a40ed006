"""Oracle in the brief: the questions by theme, and what each world answers to those with most votes."""

from textwrap import shorten

from foresight.core.brief import Block, Cell, Columns, Heading, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import _, listed, ngettext, quoted
from foresight.methods.oracle.analysis import Column, candidates, columns, most_asked
from foresight.methods.oracle.model import Oracle, Question
from foresight.model.quotes import beside
from foresight.model.scenarios import Scenarios, display_name, sign
from foresight.model.workshop import Workshop

THEMES = 10
"""Rows of the table of themes."""
ANSWERED = 3
"""Questions that are printed with their answers."""
QUOTES = 2
DRIVERS = 3
"""Drivers that are named as asked about."""
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
    title = _("Questions to an oracle from {year}").format(year=document[Workshop].horizon)
    return (Section(title, "people", tuple(blocks), order=20, bookmark=_("Oracle"), sizes=frozenset({8})),)


def summary_sentence(document: Document) -> str:
    """How many questions there are, in how many themes if any, how many touch a driver, how many are answered."""
    part = document[Oracle]
    n = len(part.questions)
    asked = ngettext("{n} question", "{n} questions", n).format(n=n)
    themes = ngettext("{n} theme", "{n} themes", len(part.themes)).format(n=len(part.themes))
    begun = _("{questions} in {themes}.").format(questions=asked, themes=themes) if part.themes else f"{asked}."
    touched = _("{linked} of {n} touch one of our drivers; {answered} of {n} have an answer.").format(
        linked=sum(bool(question.drivers) for question in part.questions),
        answered=sum(bool(question.answers) for question in part.questions),
        n=n,
    )
    return f"{begun} {touched}"


def drivers_sentence(document: Document) -> str:
    """Which drivers many people ask about; empty when there are none."""
    critical = [each for each in candidates(document) if each.is_critical][:DRIVERS]
    if not critical:
        return ""
    named = [f"{each.driver.title} ({each.questions})" for each in critical]
    return _("Most questions are about {drivers}: candidates for critical uncertainties.").format(drivers=listed(named))


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
    return Table(head, rows, (2.4, 6, 1.2, 1), numeric=frozenset({2, 3}), small=True)


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

"""What the questions say, in fixed sentences. Percent only for PERCENT questions or more."""

from foresight.core.document import Document
from foresight.core.words import _, listed, ngettext, number, quoted
from foresight.methods.oracle.analysis import Column, candidates, coverage, recurring, unanswered
from foresight.model.groups import Group
from foresight.model.oracle import Oracle, Question
from foresight.model.scenarios import display_name

PERCENT = 10
"""Of fewer questions only counts are given."""
DRIVERS = 3
"""Drivers that are named as asked about."""
NAMED = 3
"""Themes that are named as recurring."""


def of_questions(count: int, n: int) -> str:
    """``3 of 9 questions``, ``8 of 24 questions (33%)``."""
    values = {"count": count, "n": n}
    if n < PERCENT:
        return ngettext("{count} of {n} question", "{count} of {n} questions", n).format(**values)
    return _("{count} of {n} questions ({percent}%)").format(percent=number(100 * count / n, 0), **values)


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
    named = [f"{quoted(each.driver.title)} ({each.questions})" for each in critical]
    return _("Most questions are about {drivers}: candidates for critical uncertainties.").format(drivers=listed(named))


def themes_sentence(document: Document) -> str:
    """The themes that come back most often, with how many cards; empty without themes."""
    held = recurring(document)
    if not held:
        return ""
    cards = sum(question.asked for question in document[Oracle].questions)
    named = [f"{quoted(column.theme.name)} ({column.cards})" for column in held[:NAMED] if column.theme]
    text = _("Asked about most often, of {n} cards: {themes}.")
    return text.format(n=cards, themes=listed(named))


def theme_sentence(column: Column, n: int) -> str:
    """How many of ``n`` questions are about a theme, their votes, and the question with most votes."""
    name = quoted(column.theme.name) if column.theme else _("No theme")
    votes = ngettext("{n} vote", "{n} votes", column.votes).format(n=column.votes)
    values = {"theme": name, "questions": of_questions(len(column.questions), n), "votes": votes}
    first = column.questions[0]
    if not first.votes:
        return _("{theme}: {questions}.").format(**values)
    text = _("{theme}: {questions}, {votes}. Most votes ({most}) has {question}.")
    return text.format(most=first.votes, question=quoted(first.text), **values)


def shared_sentence(question: Question) -> str:
    """That several groups ask a question, and on how many cards."""
    text = ngettext("{question} was asked by {n} group.", "{question} was asked by {n} groups.", len(question.askers))
    return text.format(question=quoted(question.text), n=len(question.askers))


def unanswered_sentence(document: Document) -> str:
    """How many questions no world answers, and the one with most votes; empty where all are answered or none could."""
    n, worlds = len(document[Oracle].questions), len(coverage(document))
    left = unanswered(document)
    if not left or not worlds:
        return ""
    text = _("No world answers {questions}; first among them is {question}.")
    return text.format(questions=of_questions(len(left), n), question=quoted(left[0].text))


def coverage_sentence(document: Document) -> str:
    """How many questions each world answers; empty without worlds or answers."""
    held = coverage(document)
    if not any(each.answered for each in held):
        return ""
    named = [f"{quoted(display_name(document, each.scenario.id))} {each.answered}" for each in held]
    return _("Of {n} questions the worlds answer: {worlds}.").format(n=held[0].questions, worlds=listed(named))


def askers_in_words(document: Document, question: Question) -> str:
    """Who asks: names of the groups, "Anonymous", or nothing."""
    if question.anonymous:
        return _("Anonymous")
    groups = [document.find(one, Group) for one in question.askers]
    return ", ".join(group.name for group in groups if group is not None)

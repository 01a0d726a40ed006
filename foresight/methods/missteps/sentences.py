"""Missteps and experiments in words: fixed sentences made of the counts."""

import datetime

from foresight.core.document import Document
from foresight.core.words import _, date, listed, ngettext, quoted
from foresight.methods.missteps.analysis import Ground, agenda, grounds, kept_to_ourselves, overdue, results, told
from foresight.model.missteps import Experiment, Misstep, Missteps
from foresight.model.patterns import of_all
from foresight.model.scenarios import display_name

NAMED = 2
"""Things that are named in a sentence."""


def named(things: tuple[Misstep | Experiment, ...]) -> str:
    """The first of them in quotation marks, and how many more: "“One”, “Two” and 3 more"."""
    most = NAMED if len(things) > NAMED + 1 else NAMED + 1
    texts = [quoted(one.text) for one in things[:most]]
    rest = len(things) - len(texts)
    more = [ngettext("{n} more", "{n} more", rest).format(n=rest)] if rest else []
    return listed([*texts, *more])


def made_words(document: Document) -> str:
    """How many missteps were told, by how many groups; "" when there are none."""
    counts = told(document)
    if not counts.n:
        return ""
    missteps = ngettext("{n} misstep", "{n} missteps", counts.n).format(n=counts.n)
    if not counts.groups:
        return _("{missteps} told.").format(missteps=missteps)
    groups = ngettext("{n} group", "{n} groups", counts.groups).format(n=counts.groups)
    return _("{groups} told of {missteps}.").format(groups=groups, missteps=missteps)


def told_words(document: Document) -> str:
    """How many missteps were told, and how far they came; "" when there are none."""
    counts = told(document)
    if not counts.n:
        return ""
    rest = _("{learnt} say what was learnt, and {shared} were passed on to others.")
    learnt, shared = of_all(counts.learnt, counts.n), of_all(counts.shared, counts.n)
    return f"{made_words(document)} {rest.format(learnt=learnt, shared=shared)}"


def unshared_words(document: Document) -> str:
    """What was learnt and nobody else was told; "" when there is nothing of the kind."""
    held = kept_to_ourselves(document)
    return _("Learnt, but not passed on to anybody yet: {missteps}.").format(missteps=named(held)) if held else ""


def tests_words(document: Document) -> str:
    """How many assumptions were put to the test, and what came of it; "" when there are none."""
    n, found = len(document[Missteps].experiments), results(document)
    if not n:
        return ""
    said = ngettext("{n} assumption is put to the test", "{n} assumptions are put to the test", n).format(n=n)
    counts = _("{held} held, {fell} fell, {open} are not known yet").format(
        held=found["held"], fell=found["fell"], open=found["open"]
    )
    return f"{said}: {counts}."


def fell_words(experiment: Experiment) -> str:
    """That an assumption fell, and what was seen."""
    said = _("This did not hold: {assumption}.").format(assumption=quoted(experiment.text.rstrip(" .")))
    return f"{said} {experiment.seen}".strip()


def ground_words(document: Document, ground: Ground) -> str:
    """How much of what a scenario rests on is put to the test."""
    world = quoted(display_name(document, ground.scenario))
    if not ground.tested:
        none = ngettext(
            "{world} rests on {n} assumption that nobody has put to the test.",
            "{world} rests on {n} assumptions, and none of them is put to the test.",
            ground.n,
        )
        return none.format(world=world, n=ground.n)
    said = ngettext(
        "{world} rests on {n} assumption. Put to the test so far: {tested}.",
        "{world} rests on {n} assumptions. Put to the test so far: {tested}.",
        ground.n,
    ).format(world=world, n=ground.n, tested=ground.tested)
    fell = ground.counts["fell"]
    return f"{said} {_('Of these, {n} fell.').format(n=fell)}" if fell else said


def grounds_words(document: Document) -> str:
    """How much of what all scenarios rest on is put to the test; "" without assumptions."""
    held = grounds(document)
    n, tested = sum(one.n for one in held), sum(one.tested for one in held)
    if not n:
        return ""
    said = _("Of what the worlds take for granted, {share} is put to the test.")
    return said.format(share=of_all(tested, n))


def due_words(document: Document, today: datetime.date) -> str:
    """What is overdue on this day, else what comes next; "" when no experiment waits for its result."""
    late, waiting = overdue(document, today), agenda(document)
    if late:
        said = ngettext("{n} experiment is overdue: {names}.", "{n} experiments are overdue: {names}.", len(late))
        return said.format(n=len(late), names=named(late))
    if not waiting:
        return ""
    if waiting[0].day is None:
        return _("None of the experiments whose result is open has a day.")
    return _("Next: {name}, by {day}.").format(name=quoted(waiting[0].text), day=date(waiting[0].day))

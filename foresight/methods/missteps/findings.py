"""What the missteps and experiments say, for the summary across groups."""

from foresight.core.document import Document
from foresight.core.findings import Finding
from foresight.core.words import _, number
from foresight.methods.missteps.analysis import Ground, grounds, kept_to_ourselves, results, told
from foresight.methods.missteps.assumptions import STANDINGS
from foresight.methods.missteps.sentences import (
    fell_words,
    ground_words,
    tests_words,
    told_words,
    unshared_words,
)
from foresight.model.missteps import RESULTS, Missteps

Counts = tuple[tuple[str, str], ...]


def findings(document: Document) -> tuple[Finding, ...]:
    """What was told and learnt; then what was put to the test, what fell, and what each world rests on."""
    return (*_missteps(document), *_experiments(document))


def _missteps(document: Document) -> list[Finding]:
    counts, alone = told(document), kept_to_ourselves(document)
    found = []
    if counts.n:
        numbers = (_("Missteps"), counts.n), (_("Groups"), counts.groups)
        steps = (_("Say what was learnt"), counts.learnt), (_("Passed on"), counts.shared)
        found.append(Finding("told", _("Missteps"), told_words(document), _written(*numbers, *steps)))
    if alone:
        held = _written((_("Learnt, but not passed on"), len(alone)))
        found.append(Finding("unshared", _("Missteps"), unshared_words(document), held))
    return found


def _experiments(document: Document) -> list[Finding]:
    chapter, experiments, counts = _("Experiments"), document[Missteps].experiments, results(document)
    found = []
    if experiments:
        numbers = _written(*((_(RESULTS[result]), count) for result, count in counts.items()))
        found.append(Finding("tests", chapter, tests_words(document), numbers))
    for one in experiments:
        if one.result == "fell":
            fell = _written((_("Experiments in which it fell"), 1))
            found.append(Finding(f"fell:{one.id}", chapter, fell_words(one), fell, one.scenario))
    worlds = [ground for ground in grounds(document) if ground.n and experiments]
    found += [
        Finding(f"world:{one.scenario}", chapter, ground_words(document, one), _of(one), one.scenario) for one in worlds
    ]
    return found


def _of(ground: Ground) -> Counts:
    stands = [(_(words), ground.counts[standing]) for standing, words in STANDINGS.items()]
    return _written((_("Assumptions"), ground.n), *stands)


def _written(*counts: tuple[str, int]) -> Counts:
    return tuple((label, number(count)) for label, count in counts)

"""What was told and shared, what is due, and how much of what the scenarios rest on is put to the test."""

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from foresight.core.document import Document, Id
from foresight.core.text import clean_line
from foresight.methods.missteps.assumptions import STANDINGS, Assumption, Standing, assumptions
from foresight.model.missteps import RESULTS, Experiment, Misstep, Missteps, Result
from foresight.model.scenarios import Scenarios


@dataclass(frozen=True)
class Told:
    """How far the missteps came on the way from trying to sharing."""

    n: int
    failed: int
    """Those that say what failed."""
    learnt: int
    shared: int
    groups: int
    """Groups that told one or more."""

    @property
    def steps(self) -> tuple[int, int, int, int]:
        """Tried, failed, learnt, shared."""
        return self.n, self.failed, self.learnt, self.shared


def told(document: Document) -> Told:
    """The missteps counted."""
    held = document[Missteps].missteps
    return Told(
        len(held),
        sum(bool(one.failed) for one in held),
        sum(bool(one.learnt) for one in held),
        sum(bool(one.shared) for one in held),
        len({one.group for one in held if one.group}),
    )


def kept_to_ourselves(document: Document) -> tuple[Misstep, ...]:
    """The missteps from which something was learnt that nobody else was told."""
    return tuple(one for one in document[Missteps].missteps if one.learnt and not one.shared)


def results(document: Document) -> Mapping[Result, int]:
    """How many experiments have each result."""
    counts = Counter(one.result for one in document[Missteps].experiments)
    return {result: counts[result] for result in RESULTS}


def agenda(document: Document) -> tuple[Experiment, ...]:
    """The experiments whose result is open, the earliest day first, those without a day at the end."""
    waiting = [one for one in document[Missteps].experiments if one.result == "open"]
    return tuple(sorted(waiting, key=lambda one: one.day or datetime.date.max))


def overdue(document: Document, today: datetime.date) -> tuple[Experiment, ...]:
    """The experiments whose result is open although their day is before ``today``, the oldest first."""
    return tuple(one for one in agenda(document) if is_overdue(one, today))


def is_overdue(experiment: Experiment, today: datetime.date) -> bool:
    """Whether its result is open although its day is before ``today``."""
    return experiment.result == "open" and experiment.day is not None and experiment.day < today


@dataclass(frozen=True)
class Ground:
    """What a scenario rests on."""

    scenario: Id
    assumptions: tuple[Assumption, ...]

    @property
    def counts(self) -> Mapping[Standing, int]:
        """How many of its assumptions stand how."""
        counted = Counter(one.standing for one in self.assumptions)
        return {standing: counted[standing] for standing in STANDINGS}

    @property
    def n(self) -> int:
        """How many assumptions there are."""
        return len(self.assumptions)

    @property
    def tested(self) -> int:
        """Those that are put to the test, whatever came of it."""
        return self.n - self.counts["untested"]


def grounds(document: Document) -> tuple[Ground, ...]:
    """What each scenario rests on, in their order; also scenarios that say nothing."""
    heaps: dict[Id, list[Assumption]] = {scenario.id: [] for scenario in document[Scenarios].scenarios}
    for one in assumptions(document):
        heaps[one.scenario].append(one)
    return tuple(Ground(scenario, tuple(held)) for scenario, held in heaps.items())


def misstep_from(experiment: Experiment) -> Misstep:
    """A misstep to be told, of an experiment in which the assumption fell: the first line of what was seen teaches."""
    learnt = clean_line(experiment.seen.partition("\n")[0])
    return Misstep(text=experiment.test or experiment.text, failed=experiment.text, learnt=learnt)

"""Which options stand up in which worlds. Works in all, in most, in a minority, in none: four classes.

The four classes are those of the wind tunnel as it is used in strategic foresight. That exactly half of the worlds is
no majority (opt-in) is our own choice. Regret is that of Savage: what the best option would have brought more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from foresight.core.document import Document
from foresight.core.words import N_
from foresight.methods.windtunnel.model import Fit, Option, WindTunnel, scores
from foresight.model.scenarios import Scenario, Scenarios, display_name

Kind = Literal["no-regrets", "opt-out", "opt-in", "abandon"]
KINDS: dict[Kind, str] = {
    "no-regrets": N_("No regrets"),
    "opt-out": N_("Opt-out"),
    "opt-in": N_("Opt-in"),
    "abandon": N_("Abandon"),
}
"""The classes, the best first."""
MEANINGS: dict[Kind, str] = {
    "no-regrets": N_("works in every world"),
    "opt-out": N_("works in most"),
    "opt-in": N_("works in half of them at most"),
    "abandon": N_("works in none"),
}
ADVICE: dict[Kind, str] = {
    "no-regrets": N_("begin"),
    "opt-out": N_("begin, and know when to stop"),
    "opt-in": N_("prepare, and know when to begin"),
    "abandon": N_("leave it, or make it into something else"),
}

WORKS = 1
"""From this score on an option works in a world."""
FEWEST = 2
"""Scenarios without which there is no test."""


@dataclass(frozen=True)
class Result:
    """How an option fares. What speaks of all worlds is None until it is tested in every one of them."""

    option: Option
    scores: tuple[Fit | None, ...]
    """-2..2 in each scenario, in their order; None: not tested there."""
    regrets: tuple[int | None, ...]
    """By how much the best option of each scenario is better there, 0..4."""

    @property
    def said(self) -> tuple[Fit, ...]:
        """The scores that there are."""
        return tuple(score for score in self.scores if score is not None)

    @property
    def is_tested(self) -> bool:
        """Whether it has a score in every one of enough worlds."""
        return len(self.said) == len(self.scores) >= FEWEST

    @property
    def works(self) -> int:
        """In how many worlds it works."""
        return sum(score >= WORKS for score in self.said)

    @property
    def kind(self) -> Kind | None:
        """Its class."""
        return classed(self.works, len(self.scores)) if self.is_tested else None

    @property
    def minimum(self) -> int | None:
        """Its score in the world that suits it least, -2..2: how robust it is."""
        return min(self.said) if self.is_tested else None

    @property
    def mean(self) -> float | None:
        """Its mean score, -2..2: all worlds count the same."""
        return sum(self.said) / len(self.said) if self.is_tested else None

    @property
    def max_regret(self) -> int | None:
        """How much one could at most have missed by choosing it, 0..4."""
        return max((regret for regret in self.regrets if regret is not None), default=0) if self.is_tested else None


def classed(works: int, worlds: int) -> Kind:
    """The class of an option that works in ``works`` of ``worlds``: all, most, half or fewer, none.

    Raises ValueError unless 0 <= works <= worlds and there is a world.
    """
    if not (0 <= works <= worlds and worlds):
        raise ValueError(f"{works} of {worlds} worlds")
    if works == worlds:
        return "no-regrets"
    if works == 0:
        return "abandon"
    return "opt-out" if 2 * works > worlds else "opt-in"


def regrets(table: Sequence[Sequence[int | None]]) -> list[tuple[int | None, ...]]:
    """For each row (an option) how much the best of each column (a scenario) is better; None where there is no score.

    regret(option, scenario) = max over options of the score in this scenario - the score of this option there.
    """
    best = [max((score for score in column if score is not None), default=0) for column in zip(*table, strict=True)]
    return [
        tuple(None if score is None else top - score for score, top in zip(row, best, strict=True)) for row in table
    ]


def worlds(document: Document) -> tuple[Scenario, ...]:
    """The scenarios in which options are tested."""
    return document[Scenarios].scenarios


def results(document: Document) -> tuple[Result, ...]:
    """How each option fares, in the order of the options."""
    table = _table(document)
    rows = zip(document[WindTunnel].options, table, regrets(table), strict=True)
    return tuple(Result(option, tuple(said), missed) for option, said, missed in rows)


def _table(document: Document) -> list[list[Fit | None]]:
    held = scores(document)
    pairs = [[held.get((option.id, world.id)) for world in worlds(document)] for option in document[WindTunnel].options]
    return [[score.value if score else None for score in row] for row in pairs]


def ranked(held: Sequence[Result]) -> tuple[Result, ...]:
    """The best class first; in it the most robust, then by mean and by what one could miss. Untested ones at the end.

    Among equals the order of the options decides.
    """
    order: list[Kind | None] = [*KINDS, None]

    def place(result: Result) -> tuple[int, int, float, int]:
        return order.index(result.kind), -(result.minimum or 0), -(result.mean or 0.0), result.max_regret or 0

    return tuple(sorted(held, key=place))


def figures(document: Document) -> dict[str, Any]:
    """The method's figures for ``analyse``: the options, the best first."""
    return {
        "scenarios": [display_name(document, world.id) for world in worlds(document)],
        "options": [
            {
                "text": result.option.text,
                "scores": list(result.scores),
                "class": result.kind,
                "works": result.works,
                "minimum": result.minimum,
                "mean": result.mean,
                "regrets": list(result.regrets),
                "max_regret": result.max_regret,
            }
            for result in ranked(results(document))
        ],
    }

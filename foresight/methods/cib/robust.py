"""How robust combinations are, in words."""

from collections.abc import Mapping

from foresight.core.words import _, number
from foresight.methods.cib.engine.robustness import RUNS, Survival

PERCENT = 100


def survival_words(held: Survival) -> str:
    """How often a combination held when judgements varied."""
    return _("It held in {share} % of {runs} runs ({low} to {high} %).").format(
        share=_percent(held.share), low=_percent(held.low), high=_percent(held.high), runs=RUNS
    )


def robust_words(known: Mapping[int, Survival]) -> str:
    """Which held most often and which least, and what was tried."""
    order = sorted(known, key=lambda at: -known[at].share)
    said = _("Every judgement was varied {runs} times, the unsure ones more than the sure ones.").format(runs=RUNS)
    most, least = order[0], order[-1]
    if known[most].share == known[least].share:
        return said
    told = _("Number {most} held most often ({high} %), number {least} least often ({low} %).").format(
        most=most, high=_percent(known[most].share), least=least, low=_percent(known[least].share)
    )
    return f"{told} {said}"


def share_words(held: Survival) -> str:
    """The share of runs with its interval, for a cell."""
    return _("{share} % ({low}–{high})").format(
        share=_percent(held.share), low=_percent(held.low), high=_percent(held.high)
    )


def _percent(share: float) -> str:
    return number(share * PERCENT, 0)

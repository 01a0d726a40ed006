"""What a summary of the day says of the forces and factors, most important first."""

from foresight.core.document import Document
from foresight.core.findings import Finding
from foresight.core.words import _, listed, quoted
from foresight.methods.forces.analysis import (
    FactorTally,
    balance,
    factor_tallies,
    most_divided_first,
    strongest_first,
    worlds,
)
from foresight.methods.forces.model import CORNERS
from foresight.methods.forces.model_factors import EFFECTS
from foresight.methods.forces.sentences import (
    NAMED,
    balance_sentence,
    count_sentence,
    factor_sentence,
    strongest_sentence,
    world_sentence,
)
from foresight.model.tallies import FEWEST
from foresight.model.trends import DIRECTIONS

TOLD = 3
"""Factors that divide the room and are told of; names of those on which all agree."""


def findings(document: Document) -> tuple[Finding, ...]:
    """The balance, the strongest forces of each corner, the worlds; then the factors."""
    return (*_of_forces(document), *_of_worlds(document), *_of_factors(document))


def _of_forces(document: Document) -> list[Finding]:
    held, chapter = balance(document), _("Forces from past, present and future")
    if not held.n:
        return []
    sums = tuple((_(DIRECTIONS[corner]), str(held.sums[corner])) for corner in CORNERS)
    said = balance_sentence(held) or count_sentence(held)
    found = [Finding("balance", chapter, said, ((_("Forces"), str(held.n)), *sums))]
    for corner in CORNERS:
        strongest = strongest_first(document, corner)[:NAMED]
        if strongest:
            counts = tuple((force.text or "–", str(force.strength)) for force in strongest)
            found.append(Finding(f"strongest:{corner}", chapter, strongest_sentence(document, corner), counts))
    return found


def _of_worlds(document: Document) -> list[Finding]:
    chapter = _("Forces in the worlds")
    return [
        Finding(
            f"world:{world.scenario}",
            chapter,
            world_sentence(document, world),
            tuple((_(DIRECTIONS[corner]), str(world.balance.sums[corner])) for corner in CORNERS),
        )
        for world in worlds(document)
        if world.balance.is_enough
    ]


def _of_factors(document: Document) -> list[Finding]:
    held = factor_tallies(document)
    told = [tally for tally in most_divided_first(held) if tally.is_divided][:TOLD]
    found = [_of_factor(tally) for tally in told]
    for effect, key in (("promotes", "a"), ("inhibits", "b")):
        agreed = [
            tally for tally in held if tally.votes.said >= FEWEST and getattr(tally.votes, key) == tally.votes.said
        ]
        if agreed:
            found.append(_agreed(effect, agreed))
    return found


def _of_factor(tally: FactorTally) -> Finding:
    votes = tally.votes
    counted = zip(EFFECTS.values(), (votes.a, votes.b, votes.both, votes.none), strict=True)
    counts = tuple((_(name), str(count)) for name, count in counted)
    return Finding(
        f"factor:{tally.factor.id}", _("Promoters and inhibitors"), factor_sentence(tally), counts, tally.factor.id
    )


def _agreed(effect: str, agreed: list[FactorTally]) -> Finding:
    """What all groups that answered say alike."""
    named = listed([quoted(tally.factor.title) for tally in agreed[:TOLD]])
    said = _("All groups find that this promotes change: {factors}.")
    if effect == "inhibits":
        said = _("All groups find that this inhibits change: {factors}.")
    counts = tuple((tally.factor.title or "–", str(tally.votes.said)) for tally in agreed[:TOLD])
    return Finding(f"all:{effect}", _("Promoters and inhibitors"), said.format(factors=named), counts)

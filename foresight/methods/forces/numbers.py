"""The figures of the forces and factors for other programs."""

from typing import Any

from foresight.core.document import Document
from foresight.core.naming import Names
from foresight.core.words import in_each_language
from foresight.methods.forces.analysis import (
    Balance,
    FactorTally,
    balance,
    by_group,
    factor_tallies,
    most_divided_first,
    worlds,
)
from foresight.methods.forces.model import CORNERS, Force, Forces
from foresight.methods.forces.sentences import balance_sentence, factor_sentence
from foresight.model.scenarios import display_name


def figures(document: Document) -> dict[str, Any]:
    """The method's figures for ``analyse``: the balance today, by group and in the worlds; forces; factors."""
    names = Names(document)
    held = factor_tallies(document)
    return {
        **_balance(balance(document)),
        "forces": [_force(force, names) for force in document[Forces].forces],
        "groups": [{"name": names.of(group), **_balance(each)} for group, each in by_group(document)],
        "worlds": [
            {"name": display_name(document, world.scenario), "said": world.said, **_balance(world.balance)}
            for world in worlds(document)
        ],
        "factors": [_factor(tally) for tally in held],
        "most_divided": [tally.factor.title for tally in most_divided_first(held) if tally.is_divided],
    }


def _balance(held: Balance) -> dict[str, Any]:
    return {
        "n": held.n,
        "counts": dict(held.counts),
        "sums": dict(held.sums),
        "shares": {corner: held.share(corner) for corner in CORNERS},
        "point": list(held.spot) if held.spot else None,
        "leading": held.leading,
        "sentence": in_each_language(balance_sentence, held),
    }


def _force(force: Force, names: Names) -> dict[str, Any]:
    return {
        "text": force.text,
        "corner": force.corner,
        "strength": force.strength,
        "group": names.of(force.group) if force.group else None,
        "taken_from": names.of(force.about) if force.about else None,
    }


def _factor(tally: FactorTally) -> dict[str, Any]:
    votes = tally.votes
    return {
        "number": tally.number,
        "title": tally.factor.title,
        "n": votes.said,
        "counts": {"promotes": votes.a, "inhibits": votes.b, "both": votes.both, "neither": votes.none},
        "share": votes.share,
        "label": votes.label,
        "division": tally.division,
        "divided": tally.is_divided,
        "sentence": in_each_language(factor_sentence, tally),
    }

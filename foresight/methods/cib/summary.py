"""The figures of a cross-impact matrix, for the command line and for other programs."""

from fractions import Fraction
from typing import Any

from foresight.core.document import Document
from foresight.methods.cib.analysis import Answer, board, solve
from foresight.methods.cib.engine.matrix import acting_on_themselves, unbalanced_groups
from foresight.methods.cib.engine.succession import Weight, Weights, weights
from foresight.methods.cib.model import CrossImpact
from foresight.methods.cib.names import names

LISTED = 1_000
"""Combinations that ``figures`` lists; ``count`` says how many there are."""


def figures(document: Document) -> dict[str, Any]:
    """All figures; combinations are listed by the places of their variants, counted from 1."""
    part, answer = document[CrossImpact], solve(document)
    matrix, named = answer.board.matrix, names(document)
    rows = [variant for variants in answer.board.variants for variant in variants]
    groups = sum(matrix.scores.shape[0] for _each in matrix.sizes)
    return {
        **outline(document),
        "judgements": int((matrix.scores != 0).sum()),
        "standardisation": {
            "judgement_groups": groups,
            "unbalanced": [
                {
                    "descriptor": named[named.owner[rows[row]]],
                    "variant": named[rows[row]],
                    "target": named[answer.board.descriptors[target]],
                    "sum": int(matrix.scores[row, matrix.span(target)].sum()),
                }
                for row, target in unbalanced_groups(matrix)
            ],
            "acting_on_themselves": [named[answer.board.descriptors[at]] for at in acting_on_themselves(matrix)],
        },
        "tolerance": part.tolerance,
        "forced": [named[each] for each in part.forced],
        "exclusions": len(part.exclusions),
        "kept": len(part.combinations),
        **found(answer, None, LISTED),
    }


def outline(document: Document) -> dict[str, Any]:
    """The descriptors, their variants, and how many combinations there are (a text: it may be a very long number)."""
    held, named = board(document), names(document)
    return {
        "descriptors": [named[descriptor] for descriptor in held.descriptors],
        "variants": [[named[variant] for variant in variants] for variants in held.variants],
        "space": str(held.matrix.space if held.descriptors else 0),
    }


def found(answer: Answer, weighed: Weights | None, most: int | None) -> dict[str, Any]:
    """The combinations that hold together, in the order of their variants; at most so many are listed.

    ``complete`` says whether ``count`` is exact. Of weights that were estimated the 95 % interval stands beside them.
    """
    scenarios = []
    consistency, total = answer.standing.consistency.tolist(), answer.standing.total_impact.tolist()
    for at, states in enumerate(answer.states[:most].tolist()):
        entry = {"states": [state + 1 for state in states], "consistency": consistency[at], "total_impact": total[at]}
        if weighed is not None:
            entry |= weight_of(weighed.each[at], answer.board.matrix.space, exact=weighed.exact)
        scenarios.append(entry)
    return {"count": answer.count, "complete": answer.complete, "scenarios": scenarios}


def weight_of(weight: Weight, space: int, *, exact: bool) -> dict[str, Any]:
    """How many combinations lead to a scenario; an estimated number with its interval."""
    if exact:
        return {"weight": weight.count}
    number, low, high = (round(Fraction(share) * space) for share in (weight.share, weight.low, weight.high))
    return {"weight": number, "weight_interval": [low, high]}


def weighed(answer: Answer, most: int | None) -> Weights:
    """The weights of the combinations that are listed."""
    return weights(answer.board.matrix, answer.states[:most])

"""Combinations as a solution file of ScenarioWizard: those that hold together out, those to be kept in."""

from pathlib import Path

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.problems import Problem
from foresight.core.progress import Tick
from foresight.core.proposals import Proposal
from foresight.core.words import _, ngettext
from foresight.exchange.files import read_small
from foresight.methods.cib.model import Combination, CrossImpact, variants_of
from foresight.methods.cib.sl import Solution, parse
from foresight.methods.cib.sl import write as write_solutions


def write(document: Document, ending: str) -> bytes:
    """All combinations that hold together, with their figures; the names of those that are kept are the comments.

    Of a very large matrix weights are estimated from a sample.
    """
    from foresight.methods.cib.analysis import solve
    from foresight.methods.cib.summary import weighed, weight_of

    answer = solve(document)
    if not answer.board.descriptors:
        return write_solutions(())
    weights = weighed(answer, None)
    names = {held.variants: held.name for held in document[CrossImpact].combinations}
    figures = zip(
        answer.states.tolist(),
        answer.combinations,
        weights.each,
        answer.standing.consistency.tolist(),
        answer.standing.total_impact.tolist(),
        strict=True,
    )
    return write_solutions(
        [
            Solution(
                tuple(state + 1 for state in states),
                weight_of(weight, answer.board.matrix.space, exact=weights.exact)["weight"],
                consistency,
                total,
                names.get(combination, ""),
            )
            for states, combination, weight, consistency, total in figures
        ]
    )


def read(document: Document, path: Path, tick: Tick) -> Proposal:
    """The combinations of a solution file, to be kept. Raises Problem, with the number of the line."""
    held = [tuple(each.id for each in variants) for variants in variants_of(document).values() if variants]
    data = read_small(path)
    if not held:
        said = _("A file of solutions makes sense only with its matrix. Import the project (.scw) first.")
        raise Problem(said)
    solutions, remarks = parse(data, list(map(len, held)))
    chosen = {
        tuple(variants[state - 1] for variants, state in zip(held, solution.states, strict=True)): solution.comment
        for solution in solutions
    }
    edit = Edit(_("Keep combinations"), lambda other: _with_kept(other, chosen))
    return Proposal(edit, remarks, _notes(document, solutions))


def _with_kept(document: Document, chosen: dict[tuple[Id, ...], str]) -> Document:
    """The document with those of these combinations that it does not keep yet."""
    part = document[CrossImpact]
    kept = {held.variants for held in part.combinations}
    new = [Combination(variants=each, name=name) for each, name in chosen.items() if each not in kept]
    return document.put(part.but(combinations=(*part.combinations, *new)))


def _notes(document: Document, solutions: tuple[Solution, ...]) -> tuple[str, ...]:
    """How many of them do not hold together here: they may come from another version of the matrix."""
    from foresight.methods.cib.analysis import board
    from foresight.methods.cib.engine.matrix import standing, states_of

    matrix = board(document).matrix
    states = states_of(matrix, [[state - 1 for state in each.states] for each in solutions])
    odd = int((standing(matrix, states).inconsistency > 0).sum())
    said = ngettext(
        "{n} of the combinations does not hold together here: it may come from another version of the matrix.",
        "{n} of the combinations do not hold together here: they may come from another version of the matrix.",
        odd,
    )
    return (said.format(n=odd),) if odd else ()

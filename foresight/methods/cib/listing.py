"""The combinations as a list: those that hold together, and those that the team keeps although they do not."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from foresight.core.document import Document, Id
from foresight.core.words import _, ngettext, number
from foresight.methods.cib.analysis import Answer, board
from foresight.methods.cib.engine.matrix import standing, states_of
from foresight.methods.cib.model import Combination, CrossImpact

if TYPE_CHECKING:
    from foresight.methods.cib.engine.succession import Weights


@dataclass(frozen=True)
class Line:
    """A combination as a row of the list."""

    variants: tuple[Id, ...]
    consistency: int
    total_impact: int
    at: int | None
    """Its place in the answer; None when it does not belong to it and is only kept."""
    kept: Combination | None


def lines(document: Document, answer: Answer | None, most: int) -> list[Line]:
    """The first ``most`` combinations of the answer, then those kept that are not in it.

    Of an answer to an older matrix with other variants, nothing.
    """
    kept = {each.variants: each for each in document[CrossImpact].combinations}
    found = lines_at(document, answer, range(min(most, len(answer.states)))) if answer is not None else []
    listed = {line.variants for line in found}
    beside = [each for variants, each in kept.items() if variants not in listed]
    return [*found, *(line for line in (_beside(document, each) for each in beside) if line)]


def lines_at(document: Document, answer: Answer, places: Iterable[int]) -> list[Line]:
    """These of the combinations of the answer; none of an answer to an older matrix with other variants."""
    if answer.board.variants != board(document).variants:
        return []
    kept = {each.variants: each for each in document[CrossImpact].combinations}
    consistency, total = answer.standing.consistency, answer.standing.total_impact
    found = []
    for at in places:
        variants = answer.board.named(answer.states[at].tolist())
        found.append(Line(variants, int(consistency[at]), int(total[at]), at, kept.get(variants)))
    return found


def _beside(document: Document, kept: Combination) -> Line | None:
    held = board(document)
    states = held.numbered(kept.variants)
    if states is None:
        return None
    found = standing(held.matrix, states_of(held.matrix, [states]))
    return Line(kept.variants, int(found.consistency[0]), int(found.total_impact[0]), None, kept)


def sorted_by(found: Sequence[Line], key: Callable[[Line], Any], *, reverse: bool) -> list[Line]:
    """The lines by a key; equal ones stay in their order."""
    return sorted(found, key=key, reverse=reverse)


def weight_told(weights: "Weights | None", line: Line) -> str:
    """How many starting points lead to a combination, or their share with its interval; "…" while it is counted."""
    if line.at is None:
        return ""
    if weights is None:
        return "…"
    held = weights.each[line.at]
    if weights.exact:
        return str(held.count)
    low, high = (number(100 * share, 1) for share in (held.low, held.high))
    return _("{low}–{high} %").format(low=low, high=high)


def count_told(answer: Answer) -> str:
    """How many combinations hold together, and of how many: honest about a search that was stopped."""
    count, space = answer.count, answer.board.matrix.space
    if answer.complete:
        said = ngettext(
            "{n} combination holds together, of {space}.", "{n} combinations hold together, of {space}.", count
        )
    else:
        said = ngettext(
            "Stopped: {n} combination found so far, of {space}. There may be more.",
            "Stopped: {n} combinations found so far, of {space}. There may be more.",
            count,
        )
    return said.format(n=grouped(count), space=grouped(space))


def grouped(count: int) -> str:
    """A whole number with a thin space between thousands; from 10^15 on as a power of ten."""
    if count >= 10**15:
        digits = str(count)
        return f"{number(float(digits[0] + '.' + digits[1:3]), 1)} · 10^{len(digits) - 1}"
    return f"{count:,}".replace(",", "\u202f")

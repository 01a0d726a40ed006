"""The tableau: combinations side by side, ordered so that equal variants touch."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from foresight.core.document import Document, Id
from foresight.methods.cib.analysis import Answer
from foresight.methods.cib.engine.choice import most_different
from foresight.methods.cib.listing import Line, lines, lines_at
from foresight.methods.cib.names import names

Variants = Sequence[Id]
WIDEST = 24
"""Combinations side by side; a tableau of more cannot be read."""
FAR = 6
"""Combinations that stand for all of them."""
SOME = 600
"""Combinations among which those that differ most are chosen."""


@dataclass(frozen=True)
class Span:
    """A variant in neighbouring columns."""

    first: int
    last: int
    variant: Id


def touching(columns: Sequence[Variants]) -> int:
    """How many neighbouring cells are equal."""
    return sum(one == other for left, right in pairwise(columns) for one, other in zip(left, right, strict=True))


def arranged(columns: Sequence[Variants]) -> tuple[int, ...]:
    """An order of the columns in which many equal cells touch: at least as many as in the order given.

    From every column as the first the most similar one left follows; the best of these orders is improved by turning
    parts of it round as long as that helps.
    """
    count = len(columns)
    if count < 3:
        return tuple(range(count))
    alike = [[sum(a == b for a, b in zip(one, other, strict=True)) for other in columns] for one in columns]

    def worth(order: Sequence[int]) -> int:
        return sum(alike[one][other] for one, other in pairwise(order))

    orders = [list(range(count)), *(_following(alike, start) for start in range(count))]
    return tuple(_turned(max(orders, key=worth), alike))


def _following(alike: Sequence[Sequence[int]], start: int) -> list[int]:
    order, left = [start], set(range(len(alike))) - {start}
    while left:
        best = max(sorted(left), key=lambda at: alike[order[-1]][at])
        order.append(best)
        left.remove(best)
    return order


def _turned(order: list[int], alike: Sequence[Sequence[int]]) -> list[int]:
    def joint(one: int, other: int) -> int:
        return alike[order[one]][order[other]] if one >= 0 and other < len(order) else 0

    improved = True
    while improved:
        improved = False
        for first in range(len(order)):
            for last in range(first + 1, len(order)):
                now = joint(first - 1, first) + joint(last, last + 1)
                after = (joint(first - 1, last) if first else 0) + (joint(first, last + 1))
                if after > now:
                    order[first : last + 1] = order[first : last + 1][::-1]
                    improved = True
    return order


def spans(columns: Sequence[Variants], row: int) -> list[Span]:
    """One row of the tableau: equal neighbours are one cell."""
    found, first = [], 0
    for variant, group in groupby(column[row] for column in columns):
        length = len(list(group))
        found.append(Span(first, first + length - 1, variant))
        first += length
    return found


def titled(document: Document, shown: Sequence[Line]) -> list[str]:
    """What the columns are called: the name under which a combination is kept, else its number in the list."""
    return [line.kept.name if line.kept and line.kept.name else str((line.at or 0) + 1) for line in shown]


def in_words(document: Document, shown: Sequence[Line]) -> str:
    """The tableau for those who do not see it."""
    name = names(document)
    told = zip(titled(document, shown), shown, strict=True)
    return "; ".join(f"{title}: {name.told(line.variants)}" for title, line in told)


def shown_lines(document: Document, answer: Answer | None, which: str) -> tuple[list[Line], int]:
    """The combinations of a tableau, arranged, and how many there were to choose from.

    ``which``: "all" that hold together (the first ``WIDEST``), "far", the ``FAR`` of them that differ most, or "kept".
    """
    if which == "kept" or answer is None:
        held = [line for line in lines(document, answer, SOME) if line.kept is not None] if which == "kept" else []
        count = len(held)
    else:
        places = far_apart(answer) if which == "far" else range(min(WIDEST, len(answer.states)))
        held, count = lines_at(document, answer, places), answer.count
    held = held[:WIDEST]
    return [held[at] for at in arranged([line.variants for line in held])], count


def far_apart(answer: Answer) -> list[int]:
    """The places of ``FAR`` combinations that differ most; among very many, of ``SOME`` spread over all of them."""
    count = len(answer.states)
    some = [at * count // min(count, SOME) for at in range(min(count, SOME))]
    return [some[at] for at in most_different(answer.states[some], FAR)]

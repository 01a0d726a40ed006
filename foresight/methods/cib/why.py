"""Why a combination holds together or does not, which single change would mend it, and where it leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from foresight.core.document import Document, Id
from foresight.methods.cib.analysis import USUAL, Answer, Board, allowed, board, forbidden
from foresight.methods.cib.engine.matrix import Standing, standing, states_of
from foresight.methods.cib.engine.mending import (
    Fight,
    Judged,
    State,
    clashes,
    fights,
    mending_judgements,
    mending_variants,
)
from foresight.methods.cib.engine.succession import Path, path
from foresight.methods.cib.model import STRONGEST, CrossImpact, Exclusion, Impact, Pair, excluded, impacts

SCALE = 3
"""The usual scale is -3..3; a matrix with stronger judgements has a scale of its own."""


@dataclass(frozen=True)
class Case:
    """One combination under the judgements of one document: one variant for each descriptor that has any."""

    document: Document
    board: Board
    state: State

    @cached_property
    def variants(self) -> tuple[Id, ...]:
        """The combination as ids."""
        return self.board.named(self.state)

    @cached_property
    def standing(self) -> Standing:
        """Its figures, as a row of one."""
        return standing(self.board.matrix, states_of(self.board.matrix, [self.state]))

    @property
    def inconsistency(self) -> int:
        """The largest lead of a rival, 0 or more."""
        return int(self.standing.inconsistency[0])

    @property
    def tolerance(self) -> int:
        """The inconsistency up to which it still holds."""
        return self.document[CrossImpact].tolerance

    @cached_property
    def fights(self) -> tuple[Fight, ...]:
        """Every variant against the chosen one, the largest lead first."""
        return fights(self.board.matrix, self.state)

    @property
    def lost(self) -> tuple[Fight, ...]:
        """The rivals that lead by more than the tolerance."""
        return tuple(fight for fight in self.fights if fight.lead > self.tolerance)

    @cached_property
    def clashes(self) -> tuple[Exclusion, ...]:
        """The pairs in it that the team said cannot go together."""
        held = excluded(self.document)
        found = clashes(self.state, forbidden(self.document))
        return tuple(held[frozenset((self._id(*one), self._id(*other)))] for one, other in found)

    @cached_property
    def unwanted(self) -> tuple[tuple[Id, ...], ...]:
        """For each descriptor with a variant that is not looked for: those that are."""
        wanted = allowed(self.document)
        return tuple(
            tuple(self._id(at, each) for each in wanted[at])
            for at, place in enumerate(self.state)
            if place not in wanted[at]
        )

    @property
    def holds(self) -> bool:
        """Whether it is among the combinations that are listed."""
        return self.inconsistency <= self.tolerance and not self.clashes and not self.unwanted

    def _id(self, at: int, place: int) -> Id:
        return self.board.variants[at][place]


def case(document: Document, variants: Sequence[Id]) -> Case | None:
    """A combination to be looked at; None when it is not one variant of each descriptor, or there is nothing."""
    held = board(document)
    state = held.numbered(variants)
    return Case(document, held, state) if state else None


@dataclass(frozen=True)
class NewJudgement:
    """A judgement that, changed by the least amount, makes a combination hold."""

    source: Id
    target: Id
    old: int
    new: int
    held: Impact | None
    """What was said about it so far; None when nobody judged it."""


def other_variants(looked_at: Case) -> tuple[Id, ...]:
    """The variants of which each alone, in place of the chosen one, makes the combination hold; none when it holds."""
    if looked_at.holds:
        return ()
    document, held = looked_at.document, looked_at.board
    found = mending_variants(held.matrix, looked_at.state, looked_at.tolerance, allowed(document), forbidden(document))
    return tuple(held.variants[at][place] for at, place in found)


def other_judgements(looked_at: Case) -> tuple[NewJudgement, ...]:
    """The judgements of which each alone, changed by the least amount, makes the combination hold.

    The least sure come first, those that nobody judged last. None when it holds, or when it holds something that
    cannot go together or is not looked for: no judgement mends that.
    """
    if looked_at.holds or looked_at.clashes or looked_at.unwanted:
        return ()
    found = mending_judgements(looked_at.board.matrix, looked_at.state, looked_at.tolerance, scale(looked_at.document))
    said = impacts(looked_at.document)
    ids = [variant for several in looked_at.board.variants for variant in several]
    return tuple(sorted((_named(ids, said, each) for each in found), key=_sureness))


def scale(document: Document) -> int:
    """The strongest value that a judgement may have: 3, or the strongest there is."""
    held = [abs(impact.value) for impact in document[CrossImpact].impacts]
    return min(max([SCALE, *held]), STRONGEST)


def _named(ids: Sequence[Id], said: dict[Pair, Impact], found: Judged) -> NewJudgement:
    pair = ids[found.row], ids[found.column]
    return NewJudgement(*pair, found.old, found.new, said.get(pair))


def _sureness(judgement: NewJudgement) -> int:
    if judgement.held is None:
        return 6
    return judgement.held.confidence or USUAL


def nearest(looked_at: Case, answer: Answer) -> tuple[Id, ...]:
    """The combination that holds and differs in the fewest descriptors, the first of several; () when none holds."""
    if not len(answer.states) or answer.board.variants != looked_at.board.variants:
        return ()
    differs = (answer.states != states_of(answer.board.matrix, [looked_at.state])).sum(axis=1)
    return answer.combinations[int(differs.argmin())]


def succession(looked_at: Case) -> Path:
    """The steps from this combination on; the first of them is itself."""
    return path(looked_at.board.matrix, looked_at.state)

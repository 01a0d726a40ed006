"""Parts of the room side by side: groups, or kinds of organisation. Nobody is shown alone, nor can be worked out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from foresight.core.document import Document
from foresight.core.memo import for_latest
from foresight.methods.orientation.analysis import FEWEST, MEASURES, Summary, counted, people, summary, without
from foresight.methods.orientation.model import Orientation, Rater
from foresight.model.groups import Group, Groups


@dataclass(frozen=True)
class Part:
    """A group, a kind of organisation, or all who are too few to be shown by themselves (an empty name)."""

    name: str
    summary: Summary


def by_group(document: Document) -> tuple[Part, ...]:
    """What each group says, in the order of the tables; groups of fewer than FEWEST people are merged."""
    return _by_group(document[Orientation].raters, document[Groups].groups)


@for_latest
def _by_group(raters: tuple[Rater, ...], groups: tuple[Group, ...]) -> tuple[Part, ...]:
    names = {group.id: group.name for group in groups}
    order = list(dict.fromkeys(names.values()))
    return _parts(raters, lambda rater: names.get(rater.group or "", ""), order)


def by_organisation(document: Document) -> tuple[Part, ...]:
    """What each kind of organisation says, in the order of the alphabet; those of fewer than FEWEST are merged."""
    return _by_organisation(document[Orientation].raters)


@for_latest
def _by_organisation(raters: tuple[Rater, ...]) -> tuple[Part, ...]:
    order = sorted({rater.organisation for rater in raters}, key=str.casefold)
    return _parts(raters, lambda rater: rater.organisation, order)


def _parts(raters: Iterable[Rater], name_of: Callable[[Rater], str], order: Sequence[str]) -> tuple[Part, ...]:
    """One part for every name with enough people, in ``order``; the others merged at the end.

    So that nobody can be worked out from the whole minus the parts, the smallest parts join the others until those
    are enough too. Nothing when no name has enough people.
    """
    heaps: dict[str, list[Rater]] = {}
    for rater in raters:
        if rater.has_rated:
            heaps.setdefault(name_of(rater), []).append(rater)
    rest = heaps.pop("", [])
    shown = sorted(heaps, key=lambda name: people(heaps[name]))
    while shown and (people(heaps[shown[0]]) < FEWEST or 0 < people(rest) < FEWEST):
        rest += heaps[shown.pop(0)]
    parts = [Part(name, summary(heaps[name])) for name in order if name in shown]
    if not parts:
        return ()
    return _guarded([*parts, Part("", summary(rest))] if rest else parts)


def _guarded(parts: list[Part]) -> tuple[Part, ...]:
    """The parts without measures of fewer than FEWEST people.

    What is kept back is of no one or of enough people together: else it could be worked out from the whole.
    """
    for name in MEASURES:
        rising = sorted(range(len(parts)), key=partial(_people_at, parts, name))
        hidden = 0
        for at in rising:
            n = counted(parts[at].summary, name)
            if n and (n < FEWEST or 0 < hidden < FEWEST):
                hidden += n
                parts[at] = replace(parts[at], summary=without(parts[at].summary, [name]))
    return tuple(parts)


def _people_at(parts: list[Part], name: str, at: int) -> int:
    return counted(parts[at].summary, name)

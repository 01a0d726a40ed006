"""How strong a link is, as each group sees it; what the groups say together, and where they disagree."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from foresight.core.document import Document, Id, Slice, Value
from foresight.core.history import Edit
from foresight.core.memo import for_latest
from foresight.core.words import _
from foresight.model.drivers import Driver, DriverRef, Drivers, Sign, Strength, link_between, set_link
from foresight.model.groups import Group, GroupRef
from foresight.model.ratings import quantile

Pair = tuple[Id, Id]
"""The drivers that a judgement is about: which one acts, and on which."""


class Judgement(Value):
    """How strongly one driver acts directly on another, as one group sees it; strength 0: not at all."""

    noun = ("judgement", "judgements")
    alone = ("source", "target", "group")

    source: DriverRef
    target: DriverRef
    group: GroupRef
    strength: Strength
    sign: Sign = "+"

    @property
    def signed_strength(self) -> int:
        """-3..3; 0 when the direction is undecided."""
        return {"+": self.strength, "-": -self.strength, "?": 0}[self.sign]


class Judgements(Slice):
    """All judgements; at most one for each pair of drivers and group."""

    key = "judgements"

    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """What the groups together say about a pair of drivers."""

    strength: int
    """The median of the strengths, 0..3; halfway between two counts as the higher one (our rule)."""
    sign: Sign
    """That of more than half of those who see an influence, else undecided."""
    spread: float
    """Interquartile range of the signed strengths, 0..6."""
    width: int
    """The largest signed strength less the smallest, 0..6."""
    judgements: tuple[Judgement, ...]
    """In the order in which they were given."""

    @property
    def is_split(self) -> bool:
        """Whether the groups do not all say the same."""
        return len({(judgement.strength, judgement.strength and judgement.sign) for judgement in self.judgements}) > 1

    @property
    def is_contested(self) -> bool:
        """Whether they differ by two steps or more, or about the direction."""
        signs = {judgement.sign for judgement in self.judgements if judgement.strength}
        return self.width >= 2 or len(signs) > 1


def verdict(judgements: Sequence[Judgement]) -> Verdict:
    """What at least one judgement about the same pair come to."""
    strength = int(quantile([judgement.strength for judgement in judgements], 0.5) + 0.5)
    signs = Counter(judgement.sign for judgement in judgements if judgement.strength)
    sign: Sign = "+"
    if signs:
        most, count = signs.most_common(1)[0]
        sign = most if 2 * count > signs.total() else "?"
    signed = [judgement.signed_strength for judgement in judgements]
    spread = quantile(signed, 0.75) - quantile(signed, 0.25)
    return Verdict(strength, sign, spread, max(signed) - min(signed), tuple(judgements))


def verdicts(document: Document) -> Mapping[Pair, Verdict]:
    """What the groups say about each pair that at least one of them judged."""
    return _verdicts(document[Judgements])


@for_latest
def _verdicts(part: Judgements) -> Mapping[Pair, Verdict]:
    by_pair: dict[Pair, list[Judgement]] = {}
    for judgement in part.judgements:
        by_pair.setdefault((judgement.source, judgement.target), []).append(judgement)
    return {pair: verdict(judgements) for pair, judgements in by_pair.items()}


def disagreements(document: Document) -> list[tuple[Pair, Verdict]]:
    """The pairs that groups judged differently, the widest spread first, then the most distant opinions."""
    split = [(pair, held) for pair, held in verdicts(document).items() if held.is_split]
    return sorted(split, key=lambda item: (-item[1].spread, -item[1].width))


def contested_links(document: Document) -> set[Id]:
    """The links that groups see differently by two steps or more, or in the other direction."""
    contested = {pair for pair, held in verdicts(document).items() if held.is_contested}
    return (
        {link.id for link in document[Drivers].links if (link.source, link.target) in contested} if contested else set()
    )


def judgement_of(document: Document, source: Id, target: Id, group: Id) -> Judgement | None:
    """How this group judged this pair, or None."""
    held = verdicts(document).get((source, target))
    return next((one for one in held.judgements if one.group == group), None) if held else None


def judge(source: Id, target: Id, group: Id, strength: int, sign: Sign = "+") -> Edit:
    """Say how a group sees a pair, and let the link between the two say what the groups say together.

    Nothing happens from a driver to itself, or when a driver or the group is no longer there.
    """

    def apply(document: Document) -> Document:
        there = document.find(source, Driver) and document.find(target, Driver) and document.find(group, Group)
        if source == target or not there:
            return document
        part = document[Judgements]
        old = judgement_of(document, source, target, group)
        new = Judgement(source=source, target=target, group=group, strength=strength, sign=sign)
        if new == old:
            return document
        held = part.judgements if old else (*part.judgements, new)
        fresh = part.but(judgements=tuple(new if judgement is old else judgement for judgement in held))
        return _agreed(document.put(fresh), [(source, target)])

    return Edit(_("Judge link"), apply, merge=("judge", source, target, group))


def withdraw(source: Id, target: Id, group: Id) -> Edit:
    """Take a group's judgement away; the link says what the others say together."""

    def apply(document: Document) -> Document:
        part = document[Judgements]
        old = judgement_of(document, source, target, group)
        if old is None:
            return document
        rest = tuple(judgement for judgement in part.judgements if judgement is not old)
        return _agreed(document.put(part.but(judgements=rest)), [(source, target)])

    return Edit(_("Withdraw judgement"), apply)


def take_verdicts(*pairs: Pair) -> Edit:
    """Let the links between these pairs (all that were judged, without any) say what the groups say together."""
    return Edit(_("Take the medians of the groups"), lambda document: _agreed(document, pairs or verdicts(document)))


def _agreed(document: Document, pairs: Iterable[Pair]) -> Document:
    """The links between these pairs as the groups see them. Where they see none, a link stays, of strength 0."""
    held = verdicts(document)
    for source, target in pairs:
        said = held.get((source, target))
        if said is not None and (said.strength or link_between(document, source, target)):
            document = set_link(source, target, strength=said.strength, sign=said.sign).apply(document)
    return document


def differs(document: Document, source: Id, target: Id) -> bool:
    """Whether the link between a judged pair says something else than the groups together, as after a discussion."""
    said, link = verdicts(document).get((source, target)), link_between(document, source, target)
    if said is None:
        return False
    if link is None or not link.strength or not said.strength:
        return bool(said.strength) != bool(link and link.strength)
    return (link.strength, link.sign) != (said.strength, said.sign)

"""What joins two drivers that could be axes: links, the strongest ways there and back, groups that see them alike."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from foresight.core.document import Document, Id
from foresight.core.memo import for_latest
from foresight.core.words import _, listed, number, quoted, signed
from foresight.methods.scenarios.raters import Agreement, agreement
from foresight.model.drivers import Driver, Drivers, Link

DEPENDENT = 2
"""A direct link of this strength (0..3) or more makes two axes dependent."""
STRONG = 3
"""The strength of the links that a strong path is made of."""

Way = tuple[Link, ...]
"""Links that lead from one driver to another, each from where the last one ends; empty when there is no way."""


@dataclass(frozen=True)
class Tie:
    """What joins two drivers. Links that are only potential do not count."""

    first: Id
    second: Id
    links: tuple[Link, ...]
    """The direct links between them, the strongest first."""
    forth: Way = ()
    """The way from the first to the second whose weakest link is strongest; of several that with the fewest links."""
    back: Way = ()
    raters: Agreement | None = None
    """How alike the groups see them, where enough of them rated both."""

    @property
    def strength(self) -> int:
        """The strength of the strongest direct link, 0..3."""
        return max((link.strength for link in self.links), default=0)

    @property
    def loops(self) -> bool:
        """Whether strong paths lead both ways."""
        return weakest(self.forth) >= STRONG and weakest(self.back) >= STRONG

    @property
    def linked(self) -> bool:
        """Whether links join them too strongly."""
        return self.strength >= DEPENDENT or self.loops

    @property
    def related(self) -> bool:
        """Whether the groups see them too much alike."""
        return self.raters is not None and self.raters.is_related

    @property
    def dependence(self) -> float:
        """0..1 (our own measure): strength / 3, at least 2/3 when strong paths lead both ways, at least |rho|."""
        alike = abs(self.raters.correlation) if self.raters and self.related else 0.0
        return max(self.strength / 3, DEPENDENT / 3 if self.loops else 0.0, alike)

    @property
    def dependent(self) -> bool:
        """Whether these two make bad axes."""
        return self.linked or self.related


def tie_between(document: Document, first: Id, second: Id) -> Tie:
    """What joins two different drivers."""
    net = _net(document[Drivers])
    direct = [link for one in (first, second) for link in net.onward.get(one, ()) if {first, second} == _ends(link)]
    return Tie(
        first,
        second,
        tuple(sorted(direct, key=lambda link: -link.strength)),
        net.strongest_way(first, second),
        net.strongest_way(second, first),
        agreement(document, first, second),
    )


def _ends(link: Link) -> set[Id]:
    return {link.source, link.target}


@dataclass(frozen=True)
class _Net:
    """The links at work, and what was found out about them."""

    onward: Mapping[Id, Sequence[Link]]
    """The links that lead on from each driver."""
    trees: dict[tuple[Id, int], Mapping[Id, Link]] = field(default_factory=dict)
    """By a driver and a least strength: the last link of the shortest way to each driver that is reached."""

    def strongest_way(self, source: Id, target: Id) -> Way:
        """The way whose weakest link is as strong as can be, and of such ways the one with the fewest links."""
        for strength in range(STRONG, 0, -1):
            tree = self._tree(source, strength)
            way: list[Link] = []
            here = target
            while here in tree:
                way.append(tree[here])
                here = way[-1].source
            if way:
                return tuple(reversed(way))
        return ()

    def _tree(self, source: Id, least: int) -> Mapping[Id, Link]:
        """Breadth-first search along links of at least this strength."""
        if (source, least) not in self.trees:
            queue, reached_by = deque([source]), dict[Id, Link]()
            while queue:
                for link in self.onward.get(queue.popleft(), ()):
                    if link.strength >= least and link.target != source and link.target not in reached_by:
                        reached_by[link.target] = link
                        queue.append(link.target)
            self.trees[source, least] = reached_by
        return self.trees[source, least]


@for_latest
def _net(part: Drivers) -> _Net:
    onward: dict[Id, list[Link]] = {}
    for link in part.links:
        if not link.potential and link.strength > 0:
            onward.setdefault(link.source, []).append(link)
    return _Net(onward)


def weakest(way: Way) -> int:
    """The strength of its weakest link, 0 when there is no way."""
    return min((link.strength for link in way), default=0)


# In words


def tie_words(document: Document, tie: Tie) -> str:
    """What a tie means for two axes, in a sentence or two."""
    if tie.dependent:
        said = _("Not independent: {why}").format(why=refusal(document, tie))
        moved = _("Moving one moves the other, and two of the four corners will be hard to believe.")
        return f"{said} {moved}" if tie.linked else said
    if tie.links:
        link = tie.links[0]
        return _("Only a weak link joins them: {path}. Ask whether all four corners can happen.").format(
            path=f"{_title(document, link.source)} → {_title(document, link.target)}"
        )
    if not document[Drivers].links:
        return _("No links are drawn yet, so nothing is known: ask whether all four corners can happen.")
    return _("Independent as far as the network tells: no link joins them directly.")


def refusal(document: Document, tie: Tie) -> str:
    """Why two drivers that hang together make bad axes: what follows what, with the strengths on the way."""
    said = []
    if tie.linked:
        said.append(_followed(document, *_there_and_back(tie)))
    if tie.raters is not None and tie.related:
        said.append(_seen_alike(document, tie, tie.raters))
    return " ".join(said)


def _there_and_back(tie: Tie) -> tuple[Way, Way]:
    """The way that weighs most, a direct link where that is enough, and the strongest one back unless it is weak."""
    there, back = tie.forth, tie.back
    if tie.strength >= DEPENDENT:
        there = tie.links[:1]
        back = tie.back if there[0].source == tie.first else tie.forth
    return there, back if weakest(back) >= DEPENDENT else ()


def _followed(document: Document, there: Way, back: Way) -> str:
    """``“B” follows “A”: +3, and back through “C” (+2, −3).``"""
    one = _("{effect} follows {cause}: {strengths}")
    several = _("{effect} follows {cause} through {between}: {strengths}")
    said = (several if len(there) > 1 else one).format(
        effect=quoted(_title(document, there[-1].target)),
        cause=quoted(_title(document, there[0].source)),
        between=_between(document, there),
        strengths=_strengths(there),
    )
    if not back:
        return f"{said}."
    returning = _("through {between} ({strengths})") if len(back) > 1 else _("directly ({strengths})")
    return _("{there}, and back {way}.").format(
        there=said, way=returning.format(between=_between(document, back), strengths=_strengths(back))
    )


def _seen_alike(document: Document, tie: Tie, raters: Agreement) -> str:
    said = (
        _("Groups that see {first} as critical also see {second} so (rank correlation {correlation}, {n} groups).")
        if raters.correlation > 0
        else _(
            "Groups that see {first} as critical do not see {second} so (rank correlation {correlation}, {n} groups)."
        )
    )
    return said.format(
        first=quoted(_title(document, tie.first)),
        second=quoted(_title(document, tie.second)),
        correlation=number(raters.correlation, 2),
        n=raters.n,
    )


def _between(document: Document, way: Way) -> str:
    return listed([quoted(_title(document, link.source)) for link in way[1:]])


def _strengths(way: Way) -> str:
    """``+3, −2``; ± where the direction is undecided."""
    return ", ".join(f"±{link.strength}" if link.sign == "?" else signed(link.signed_strength) for link in way)


def _title(document: Document, driver: Id) -> str:
    held = document.find(driver, Driver)
    return held.title if held else ""

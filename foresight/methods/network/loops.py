"""Feedback loops: how a change comes back to where it began, and how to say so in plain words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Literal

from foresight.core.document import Document, Id
from foresight.core.memo import for_latest
from foresight.core.progress import Tick, no_tick
from foresight.core.words import N_, _
from foresight.methods.network.matrix import Matrix, matrix
from foresight.methods.network.model import LONGEST, Network
from foresight.methods.network.words import named
from foresight.model.drivers import Delay, Link, Sign

CAP = 10_000

LoopKind = Literal["reinforcing", "balancing", "undetermined"]
KINDS: dict[LoopKind, str] = {
    "reinforcing": N_("reinforcing"),
    "balancing": N_("balancing"),
    "undetermined": N_("undetermined"),
}
KIND_MEANINGS: dict[LoopKind, str] = {
    "reinforcing": N_("Reinforcing: a change comes back larger, for better or worse."),
    "balancing": N_("Balancing: a change comes back as its opposite and is braked."),
    "undetermined": N_("Undetermined: at least one link has an undecided sign."),
}

_KINDS: dict[Sign, LoopKind] = {"+": "reinforcing", "-": "balancing", "?": "undetermined"}
_DELAYS: tuple[Delay, ...] = ("short", "medium", "long")


@dataclass(frozen=True)
class Loop:
    """A closed path of links through different drivers."""

    links: tuple[Link, ...]

    @property
    def drivers(self) -> tuple[Id, ...]:
        """In the order of the links."""
        return tuple(link.source for link in self.links)

    @property
    def sign(self) -> Sign:
        """The product of the signs; a "?" leaves it open."""
        signs = [link.sign for link in self.links]
        if "?" in signs:
            return "?"
        return "-" if signs.count("-") % 2 else "+"

    @property
    def kind(self) -> LoopKind:
        """+ reinforcing, - balancing, ? undetermined."""
        return _KINDS[self.sign]

    @property
    def delay(self) -> Delay:
        """The longest delay on the way."""
        return max((link.delay for link in self.links), key=_DELAYS.index)

    @property
    def strength(self) -> float:
        """The mean strength of its links, 1..3."""
        return sum([link.strength for link in self.links]) / len(self.links)


@dataclass(frozen=True)
class Loops:
    """The loops found: those first that are strong and short."""

    loops: tuple[Loop, ...]
    more: bool
    """Whether there are more than these; the ones left out have at least as many links as the longest here."""
    longest: int = LONGEST
    """How many links those have at most that were looked for."""


def find_loops(document: Document, *, longest: int | None = None, cap: int = CAP, tick: Tick = no_tick) -> Loops:
    """All simple cycles of at most ``longest`` links (by default what the document says), at most ``cap`` of them.

    When there are more, the shortest ones. Raises Cancelled through ``tick``.
    """
    held = matrix(document)
    most = document[Network].longest_loop if longest is None else longest
    return _known_loops(held, most) if cap == CAP and tick is no_tick else _search(held, most, cap, tick)


@for_latest
def _known_loops(held: Matrix, longest: int) -> Loops:
    return _search(held, longest, CAP, no_tick)


def _search(held: Matrix, longest: int, cap: int, tick: Tick) -> Loops:
    onward = held.onward
    cycles = list(islice(_cycles(held, longest, tick), cap + 1))
    loops = [Loop(tuple([onward[a][b] for a, b in pairwise((*cycle, cycle[0]))])) for cycle in cycles[:cap]]
    loops.sort(key=lambda loop: -sum([link.strength for link in loop.links]) / len(loop.links) ** 2)
    return Loops(tuple(loops), more=len(cycles) > cap, longest=longest)


_Path = tuple[int, ...]


def _cycles(held: Matrix, longest: int, tick: Tick) -> Iterator[_Path]:
    """Simple cycles of 2 to ``longest`` nodes, the short ones first, each beginning with its smallest node.

    No cycle leaves its strongly connected part. The second half of the way is never searched in vain: there a path
    goes on only to nodes from which walks of just the right length lead home.
    """
    count, reach = len(held.ids), longest // 2
    part = {node: number for number, nodes in enumerate(held.feedback) for node in nodes}
    onward = [
        frozenset(to for to in row if at in part and part[at] == part.get(to)) for at, row in enumerate(held.onward)
    ]
    homes = [[frozenset((start,))] for start in range(count)]
    for length in range(2, longest + 1):
        for start, home in enumerate(homes):
            tick((length - 2 + start / count) / (longest - 1))
            _look_home(home, held.backward, start, min(length - 1, reach))
            if not home[-1] or (length - 1 <= reach and onward[start].isdisjoint(home[length - 1])):
                continue
            paths: Iterator[_Path] = iter([(start,)])
            for left in range(length - 1, 0, -1):
                paths = _homeward(paths, onward, home[left]) if left <= reach else _longer(paths, onward, start)
            yield from paths


def _look_home(home: list[frozenset[int]], backward: Sequence[Sequence[int]], start: int, most: int) -> None:
    """Let ``home`` have at index n <= ``most`` the nodes after ``start`` from which a walk of n links leads to it."""
    while len(home) <= most:
        home.append(frozenset(node for at in home[-1] for node in backward[at] if node > start))


def _longer(paths: Iterable[_Path], onward: Sequence[frozenset[int]], start: int) -> Iterator[_Path]:
    """These paths with one more node after ``start``. Lazy: nothing piles up."""
    for path in paths:
        for node in onward[path[-1]]:
            if node > start and node not in path:
                yield path + (node,)  # noqa: RUF005 (half as long as unpacking, and most of the search)


def _homeward(paths: Iterable[_Path], onward: Sequence[frozenset[int]], allowed: frozenset[int]) -> Iterator[_Path]:
    """These paths with one more node of those allowed."""
    for path in paths:
        for node in onward[path[-1]] & allowed:
            if node not in path:
                yield path + (node,)  # noqa: RUF005


def labels(loops: Sequence[Loop]) -> list[str]:
    """R1, R2 ... for reinforcing loops, B1 ... for balancing and ?1 ... for undetermined ones."""
    count = dict.fromkeys(KINDS, 0)
    found = []
    for loop in loops:
        count[loop.kind] += 1
        letter = {"reinforcing": _("R{n}"), "balancing": _("B{n}"), "undetermined": _("?{n}")}[loop.kind]
        found.append(letter.format(n=count[loop.kind]))
    return found


def sentence(document: Document, loop: Loop) -> str:
    """The loop in plain words: "More “Trust” leads to more “Cooperation”, which leads to ...: reinforcing."

    Titles stand in quotation marks as people wrote them, because any noun phrase must fit.
    """
    steps = []
    course: Course = "more"
    for link in loop.links:
        phrase, course = _effect(link.sign, course)
        step = phrase.format(title=named(document, link.target))
        steps.append(_(_LATE[link.delay]).format(step=step))
    path = _("More {title} {step}").format(title=named(document, loop.links[0].source), step=steps[0])
    for step in steps[1:]:
        path = _("{path}, which {step}").format(path=path, step=step)
    return _("{path}: {kind}.").format(path=path, kind=_(KINDS[loop.kind]))


Course = Literal["more", "less", "moved"]
"""What has become of a driver on the way round; "moved" when an undecided sign leaves it open."""

_LATE: dict[Delay, str] = {
    "short": "{step}",
    "medium": N_("{step} (after a while)"),
    "long": N_("{step} (after a long time)"),
}


def _effect(sign: Sign, course: Course) -> tuple[str, Course]:
    """What a link does to {title}, and what has become of it then."""
    if sign == "?":
        return _("moves {title} one way or the other"), "moved"
    if course == "moved":
        return _("moves {title} the same way") if sign == "+" else _("moves {title} the opposite way"), "moved"
    if (course == "more") == (sign == "+"):
        return _("leads to more {title}"), "more"
    return _("leads to less {title}"), "less"

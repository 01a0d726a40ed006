"""Feedback loops: how a change comes back to where it began, and how to say so in plain words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from foresight.core.document import Document, Id
from foresight.core.progress import Tick, no_tick
from foresight.core.words import N_, _, quoted
from foresight.methods.network.model import counted
from foresight.model.drivers import Delay, Drivers, Link, Sign

LONGEST = 6
"""Loops of more links are not looked for: nobody can follow them in a room."""
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
    def kind(self) -> LoopKind:
        """The product of the signs: + reinforcing, - balancing; a "?" leaves it open."""
        signs = [link.sign for link in self.links]
        if "?" in signs:
            return "undetermined"
        return "balancing" if signs.count("-") % 2 else "reinforcing"

    @property
    def delay(self) -> Delay:
        """The longest delay on the way."""
        return max((link.delay for link in self.links), key=_DELAYS.index)

    @property
    def strength(self) -> float:
        """The mean strength of its links, 1..3."""
        return sum(link.strength for link in self.links) / len(self.links)


@dataclass(frozen=True)
class Loops:
    """The loops found: those first that are strong and short."""

    loops: tuple[Loop, ...]
    more: bool
    """Whether there are more than these; the ones left out have at least as many links as the longest here."""


def find_loops(document: Document, *, longest: int = LONGEST, cap: int = CAP, tick: Tick = no_tick) -> Loops:
    """All simple cycles of at most ``longest`` links, at most ``cap`` of them: then the shortest ones.

    Raises Cancelled through ``tick``.
    """
    order = {driver.id: place for place, driver in enumerate(document[Drivers].drivers)}
    onward: list[dict[int, Link]] = [{} for _driver in order]
    for link in counted(document[Drivers].links):
        onward[order[link.source]][order[link.target]] = link
    cycles = list(islice(_cycles(onward, longest, tick), cap + 1))
    loops = [Loop(tuple(onward[a][b] for a, b in zip(c, (*c[1:], c[0]), strict=True))) for c in cycles[:cap]]
    loops.sort(key=lambda loop: -loop.strength / len(loop.links))
    return Loops(tuple(loops), more=len(cycles) > cap)


def _cycles(onward: Sequence[Mapping[int, Link]], longest: int, tick: Tick) -> Iterator[tuple[int, ...]]:
    """Simple cycles of 2 to ``longest`` nodes, the short ones first, each beginning with its smallest node."""
    backward: list[list[int]] = [[] for _node in onward]
    for source, targets in enumerate(onward):
        for target in targets:
            backward[target].append(source)
    for length in range(2, longest + 1):
        for start in range(len(onward)):
            tick((length - 2 + start / len(onward)) / (longest - 1))
            yield from _cycles_through(onward, start, length, _ways_home(backward, start, length - 1))


def _ways_home(backward: Sequence[Sequence[int]], start: int, most: int) -> dict[int, int]:
    """The nodes after ``start`` that lead to it in at most ``most`` links: how many links that takes."""
    home: dict[int, int] = {}
    rim = [start]
    for distance in range(1, most + 1):
        rim = [node for node in dict.fromkeys(n for at in rim for n in backward[at]) if node > start]
        rim = [node for node in rim if node not in home]
        home |= dict.fromkeys(rim, distance)
    return home


def _cycles_through(
    onward: Sequence[Mapping[int, Link]], start: int, length: int, home: Mapping[int, int]
) -> Iterator[tuple[int, ...]]:
    """Simple cycles of exactly ``length`` nodes whose smallest is ``start``.

    Depth first, and never to a node from which ``start`` is out of reach with the links that are left.
    """
    path = [start]
    trail = [iter(onward[start])]
    while trail:
        left = length - len(path)
        step = next((node for node in trail[-1] if home.get(node, length) <= left and node not in path), None)
        if step is None:
            trail.pop()
            path.pop()
        elif left > 1:
            path.append(step)
            trail.append(iter(onward[step]))
        else:
            yield (*path, step)


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
    titles = {driver.id: quoted(driver.title) for driver in document[Drivers].drivers}
    steps = []
    course: Course = "more"
    for link in loop.links:
        phrase, course = _effect(link.sign, course)
        step = phrase.format(title=titles[link.target])
        steps.append(_(_LATE[link.delay]).format(step=step))
    path = _("More {title} {step}").format(title=titles[loop.links[0].source], step=steps[0])
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

"""The ballot before and the one after the day, as they are told to the room: pairs, medians, how far apart people are.

The measures of a round are those of model/delphi.py. Nothing of this is about where the organisations should look.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from foresight.core.document import Document
from foresight.methods.orientation.analysis import FEWEST, OnLine, all_together, enough
from foresight.methods.orientation.model import Orientation, Rater
from foresight.methods.orientation.parts import Part, by_group
from foresight.model.delphi import Feedback, Shift, feedback, shift

AHEAD = 4
"""From this point on (near future, far future) an organisation looks ahead."""


@dataclass(frozen=True)
class Pairs:
    """People who gave a point on the line in both ballots."""

    n: int
    ahead: int
    """Whose organisation looks further ahead after the day than before it."""
    back: int
    change: float
    """Mean of after minus before, in points of the line."""

    @property
    def same(self) -> int:
        """Who gave the same point twice."""
        return self.n - self.ahead - self.back


@dataclass(frozen=True)
class Voice:
    """A group, or all (an empty name with ``is_all``), in both ballots; None where too few people answered."""

    name: str
    before: OnLine | None
    after: OnLine | None
    is_all: bool = False

    @property
    def latest(self) -> OnLine | None:
        """The ballot after the day where there was one."""
        return self.after or self.before


def pairs(raters: Iterable[Rater]) -> Pairs | None:
    """The same people before and after; None for fewer than FEWEST."""
    both = [(one.line_now, one.line_after) for one in raters]
    steps = [after - before for before, after in both if before is not None and after is not None]
    if len(steps) < FEWEST:
        return None
    return Pairs(len(steps), sum(s > 0 for s in steps), sum(s < 0 for s in steps), sum(steps) / len(steps))


def paired(document: Document) -> Pairs | None:
    """The people of this workshop who answered twice; None for fewer than FEWEST."""
    return pairs(document[Orientation].raters)


def told(line: OnLine) -> Feedback:
    """What the room is told of a ballot; agreement is the share that looks ahead (AHEAD)."""
    values = [point for point, count in enumerate(line.counts, 1) for _one in range(count)]
    found = feedback(values, 1, 5, AHEAD)
    assert found is not None  # an OnLine has at least one value
    return found


def stability(before: OnLine, after: OnLine) -> Shift:
    """How the median and the standard deviation moved between the ballots."""
    return shift(told(before), told(after))


def whole(document: Document) -> Voice:
    """All people together, where they are enough."""
    said = enough(all_together(document))
    return Voice("", said.line_now, said.line_after, is_all=True)


def dissent_first(document: Document) -> tuple[Voice, ...]:
    """The groups, those least at one with themselves (Cns of the latest ballot) first, then the wider IQR."""
    voices = [_voice(part) for part in by_group(document)]
    return tuple(sorted((voice for voice in voices if voice.latest), key=_unity))


def _voice(part: Part) -> Voice:
    return Voice(part.name, part.summary.line_now, part.summary.line_after)


def _unity(voice: Voice) -> tuple[float, float]:
    assert voice.latest is not None
    found = told(voice.latest)
    return round(found.consensus, 9), -found.spread

"""What can be taken over as a force: trends, drivers and missteps that no force was taken from yet."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from foresight.core.document import Document, Entity, Id
from foresight.core.history import Edit
from foresight.core.naming import noun
from foresight.core.words import _
from foresight.methods.forces.model import CORNERS, MIDDLE, Force, Forces, add_forces
from foresight.model.drivers import Driver, Drivers
from foresight.model.missteps import Misstep, Missteps
from foresight.model.ratings import Standing, standings
from foresight.model.trends import DIRECTIONS, Direction, Trend, Trends


@dataclass(frozen=True)
class Proposed:
    """A force that may be added, and what it is taken from."""

    source: Entity
    text: str
    corner: Direction
    strength: int

    @property
    def described(self) -> str:
        """How it stands in a list: ``Push of the present: Artificial intelligence (trend)``."""
        said = _("{corner}: {text} ({kind})")
        return said.format(corner=_(DIRECTIONS[self.corner]), text=self.text, kind=noun(type(self.source)))


def proposals(document: Document) -> tuple[Proposed, ...]:
    """Everything that may be taken over, the corners in their order.

    A trend goes to the corner of its direction; a driver to that of most of its trends; a misstep is a weight of the
    past. What says no direction is a push of the present. The strength is the median impact, rounded [ours].
    """
    taken = {force.about for force in document[Forces].forces}
    found = [one for one in _all(document) if one.source.id not in taken]
    return tuple(sorted(found, key=lambda one: CORNERS.index(one.corner)))


def take_over(document: Document, ids: Collection[Id]) -> Edit:
    """Add the proposed forces that come from the things with these ids."""
    chosen = [one for one in proposals(document) if one.source.id in ids]
    return add_forces(
        *(Force(text=one.text, corner=one.corner, strength=one.strength, about=one.source.id) for one in chosen)
    )


def _all(document: Document) -> Iterator[Proposed]:
    rated = standings(document)
    directions = {trend.id: trend.direction for trend in document[Trends].trends}
    for trend in document[Trends].trends:
        yield _proposed(trend, trend.title, trend.direction or "push", rated.get(trend.id))
    for driver in document[Drivers].drivers:
        yield _proposed(driver, driver.title, _most(directions.get(one) for one in driver.trends), rated.get(driver.id))
    for misstep in document[Missteps].missteps:
        yield _proposed(misstep, misstep.failed or misstep.text, "weight", None)


def _proposed(source: Trend | Driver | Misstep, text: str, corner: Direction, standing: Standing | None) -> Proposed:
    strength = int(standing.impact + 0.5) if standing else MIDDLE
    return Proposed(source, text, corner, strength)


def _most(directions: Iterable[Direction | None]) -> Direction:
    """The direction that most of them have; of equal ones the first in the order of the triangle."""
    counts = Counter(each for each in directions if each)
    return max(CORNERS, key=lambda corner: counts[corner]) if counts else "push"

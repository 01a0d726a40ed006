"""Other ids, wherever they are pointed at."""

from foresight.core.document import Document
from foresight.core.renaming import renamed
from foresight.core.survey import references
from foresight.methods.network.model import Network
from foresight.model.drivers import Drivers
from foresight.model.oracle import Oracle
from foresight.model.ratings import Ratings
from foresight.model.scenarios import Scenarios
from tests.core.samples import small_workshop

SMALL = small_workshop()


def test_every_kind_of_reference_follows() -> None:
    made = renamed(SMALL, {"d1": "new", "s1": "world"})
    assert references(made) == (set(), set())
    assert [driver.id for driver in made[Drivers].drivers] == ["new", "d2", "d3"]
    assert [(link.source, link.target) for link in made[Drivers].links] == [("new", "d2"), ("d2", "d3"), ("d3", "new")]
    assert made[Ratings].ratings[1].subject == "new"
    assert made[Scenarios].x_axis.driver == "new"
    assert made[Scenarios].scenarios[0].states[0].driver == "new"
    assert made[Network].loop_names[0].drivers == ("new", "d2", "d3")
    assert made[Oracle].questions[0].drivers == ("new",)
    assert made[Oracle].questions[0].answers == {"world": "Alle", "s2": "Ingen"}


def test_there_and_back_is_the_same_workshop() -> None:
    assert renamed(renamed(SMALL, {"t1": "x", "g1": "y"}), {"x": "t1", "y": "g1"}) == SMALL


def test_what_is_not_concerned_stays_the_same_object() -> None:
    assert renamed(SMALL, {}) is SMALL
    assert renamed(SMALL, {"nobody": "x"}) is SMALL
    made: Document = renamed(SMALL, {"q1": "x"})
    assert made[Drivers] is SMALL[Drivers]

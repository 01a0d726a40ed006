"""A small workshop in which everything that may point at something does."""

from foresight.core.document import Document
from foresight.methods.network.model import LoopName, Network, Placement
from foresight.methods.orientation.model import Orientation, Rater
from foresight.model.drivers import Driver, Drivers, Link
from foresight.model.groups import Group, Groups
from foresight.model.oracle import Oracle, Question, Theme
from foresight.model.ratings import Rating, Ratings
from foresight.model.scenarios import Axis, DriverState, Scenario, Scenarios
from foresight.model.trends import Evidence, Trend, Trends
from foresight.model.workshop import Workshop


def small_workshop() -> Document:
    """Two of everything; ids are a letter and a number."""
    return Document(
        {
            type(part): part
            for part in (
                Workshop(title="Skole 2040", question="Hva skjer?\nOg så?", horizon=2045, messages=("Én", "To")),
                Trends(
                    trends=(
                        Trend(id="t1", title="Færre i arbeid", related=("t2",), evidence=(Evidence(text="SSB"),)),
                        Trend(id="t2", title="Kunstig intelligens", tags=("KI", "AI"), ring="near"),
                    )
                ),
                Groups(groups=(Group(id="g1", name="Bord 1", size=8), Group(id="g2", name="Bord 2"))),
                Ratings(
                    ratings=(
                        Rating(subject="t1", group="g1", impact=4.5, uncertainty=2.0),
                        Rating(subject="d1", group="g2", impact=3.0, comment="Usikker"),
                    )
                ),
                Drivers(
                    drivers=(
                        Driver(id="d1", title="Tillit", trends=("t1", "t2")),
                        Driver(id="d2", title="Økonomi"),
                        Driver(id="d3", title="Klima"),
                    ),
                    links=(
                        Link(id="l1", source="d1", target="d2", sign="-", strength=3),
                        Link(id="l2", source="d2", target="d3"),
                        Link(id="l3", source="d3", target="d1"),
                    ),
                ),
                Scenarios(
                    x_axis=Axis(driver="d1", name="Tillit", low="lav", high="høy"),
                    y_axis=Axis(driver="d2"),
                    scenarios=(
                        Scenario(id="s1", x="low", y="high", states=(DriverState(driver="d1", direction=-1),)),
                        Scenario(id="s2", name="Sammen", states=(DriverState(driver="d3", text="Varmere"),)),
                    ),
                ),
                Oracle(
                    themes=(Theme(id="h1", name="Velferd"), Theme(id="h2", name="Makt")),
                    questions=(
                        Question(
                            id="q1",
                            text="Hvem betaler?",
                            group="g1",
                            themes=("h1", "h2"),
                            drivers=("d1",),
                            answers={"s1": "Alle", "s2": "Ingen"},
                        ),
                        Question(id="q2", text="Når?", votes=3),
                    ),
                ),
                Orientation(raters=(Rater(id="r1", code="1-1", group="g1", line_now=2), Rater(id="r2"))),
                Network(
                    placements=(
                        Placement(driver="d1", x=1.5, y=-2.0, pinned=True),
                        Placement(driver="d3", x=0.0, y=9.0),
                    ),
                    loop_names=(LoopName(drivers=("d1", "d2", "d3"), name="Ringen"),),
                ),
            )
        },
        doc_id="small",
    )

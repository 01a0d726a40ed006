"""A small workshop for the tests of missteps: two worlds on a cross, three missteps, three experiments."""

from foresight.core.document import Document
from foresight.model.drivers import Driver, Drivers
from foresight.model.groups import Group, Groups
from foresight.model.missteps import Experiment, Misstep, Missteps
from foresight.model.scenarios import Axis, DriverState, Scenario, Scenarios


def worlds() -> Document:
    """Two worlds that rest on five assumptions, and no missteps yet."""
    drivers = (Driver(id="d1", title="Trust"), Driver(id="d2", title="Change"), Driver(id="d3", title="Money"))
    states = (
        DriverState(driver="d1", direction=1),
        DriverState(driver="d3", direction=-1),
        DriverState(driver="d2", text=""),
    )
    return Document().put(
        Groups(groups=(Group(id="g1", name="Table 1"), Group(id="g2", name="Table 2"))),
        Drivers(drivers=drivers),
        Scenarios(
            x_axis=Axis(driver="d1", name="Trust", low="Few are trusted", high="Most are trusted"),
            y_axis=Axis(driver="d2", name="Change"),
            scenarios=(
                Scenario(id="w0", name="Fast lane", x="high", y="high", states=states),
                Scenario(id="w1", name="Long table", x="low", y="low"),
            ),
        ),
    )


def tried() -> Document:
    """The same with three missteps of two groups, and three experiments: one held, one fell, one is open."""
    return worlds().put(
        Missteps(
            missteps=(
                Misstep(
                    id="m1",
                    text="One form for all",
                    failed="Nobody used it",
                    learnt="Ask first",
                    shared="HR",
                    group="g1",
                ),
                Misstep(id="m2", text="A pilot", failed="It never ended", learnt="Say when it ends", group="g2"),
                Misstep(id="m3", text="A chatbot", group="g1"),
            ),
            experiments=(
                Experiment(
                    id="e1", text="People share data", scenario="w0", driver="d1", result="held", by="2026-01-15"
                ),
                Experiment(
                    id="e2", text="Change: low", scenario="w1", result="fell", seen="They changed.\nAll of them."
                ),
                Experiment(id="e3", text="Somebody pays", scenario="w1", by="2026-03-01"),
            ),
        )
    )

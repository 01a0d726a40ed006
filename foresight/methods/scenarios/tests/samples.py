"""Workshops for the tests: four worlds on a cross, six stories off it, and the longest names."""

from foresight.core.document import Document
from foresight.model.drivers import Driver, Drivers, Link
from foresight.model.groups import Group, Groups
from foresight.model.ratings import Rating, Ratings
from foresight.model.scenarios import CORNERS, Axis, DriverState, Event, Indicator, Scenario, Scenarios
from foresight.model.workshop import Workshop

TITLES = ("Trust in society", "Will to change", "Fight for labour", "Artificial intelligence", "Silos", "Public purse")
RATINGS = ((5, 4), (4, 5), (5, 2), (5, 5), (4, 3), (5, 2))
"""Impact and uncertainty of each."""
NAMES = ("The leap", "Spread in the field", "Trailing behind", "Known paths")
TAGLINES = (
    "A few bold hands rebuild the state while the rest look away.",
    "Everyone tries, many fail, all of them share what they learned.",
    "The others changed. We discussed it.",
    "Safe, friendly and a little slower every year.",
)
STATES = ((-1, 1, 1, 1, 0, -1), (1, 1, 0, 1, -1, 0), (-1, -1, 1, 0, 1, -1), (1, -1, 1, -1, 0, 1))
"""Direction of each driver in each world."""
STORY = (
    "It is a wet Tuesday in 2040 and the municipal office in the valley is open to everybody until nine. Few come. "
    "Most errands solve themselves overnight, and those that do not are met by a person with time. The agencies that "
    "once guarded their registers now publish what they do every week, and the neighbours argue about it in the shop. "
    "It began with the care shortage of 2027, when three municipalities pooled their night watch and found that "
    "nobody missed the old borders. The budget rules followed in 2031. Not everyone is content: those who liked clear "
    "lines of command left, and the smallest places had to fight for a voice. Yet when the great storm came, help was "
    "on the road before the first meeting had been called."
)


def base() -> Document:
    """A workshop with six rated drivers and a few links, and no scenarios."""
    drivers = tuple(Driver(id=f"d{n}", title=title) for n, title in enumerate(TITLES))
    links = (
        Link(source="d0", target="d4", strength=2, sign="-"),
        Link(source="d3", target="d1", strength=3),
        Link(source="d5", target="d2", strength=1),
    )
    ratings = tuple(
        Rating(subject=f"d{n}", group="g", impact=float(impact), uncertainty=float(uncertainty))
        for n, (impact, uncertainty) in enumerate(RATINGS)
    )
    return Document().put(
        Workshop(title="Public sector 2040", question="How does the public sector create value in 2040?"),
        Groups(groups=(Group(id="g", name="Table 1"),)),
        Drivers(drivers=drivers, links=links),
        Ratings(ratings=ratings),
    )


def world(number: int, **changes: object) -> Scenario:
    """One of the four worlds, told in full."""
    x, y = CORNERS[number]
    told = Scenario(
        id=f"s{number}",
        x=x,
        y=y,
        name=NAMES[number],
        tagline=TAGLINES[number],
        narrative=STORY,
        day="Ingrid, 54, starts her shift with a list that she wrote herself.",
        timeline=(
            Event(year=2026, text="Three municipalities pool their night watch"),
            Event(year=2029, text="The first shared register"),
            Event(year=2032, text="Budgets follow the citizen, not the agency"),
            Event(year=2040, text="Nobody remembers where the border ran"),
        ),
        states=tuple(
            DriverState(driver=f"d{n}", direction=direction, text="Few hands, many tasks" if n == 2 else "")  # type: ignore[arg-type]
            for n, direction in enumerate(STATES[number])
        ),
        indicators=(
            Indicator(text="Trust in the municipality", direction=2),
            Indicator(text="Share of shared registers", direction=1),
            Indicator(text="Sick leave in care", direction=0),
            Indicator(text="Time from idea to service", direction=-2),
        ),
        winners="Small places that work together; people with long errands.",
        losers="Agencies that live by their borders.",
        implications="Learn to share data and blame. Give the front line the right to decide.",
        signposts=("A ministry gives up a register", "Neighbours share a night watch", "A failure is told in public"),
        quote="We stopped asking whose job it was.",
    )
    return told.but(**changes)


def four() -> Document:
    """Four worlds on the cross of trust and change."""
    return base().put(
        Scenarios(
            x_axis=Axis(driver="d0", low="low", high="high"),
            y_axis=Axis(driver="d1", low="limited change", high="redesign and transformation"),
            scenarios=tuple(world(number) for number in range(4)),
        )
    )


def six() -> Document:
    """Six short stories without a cross."""
    stories = tuple(
        Scenario(id=f"s{n}", name=f"Story {n + 1}", tagline="A short story.", narrative="word " * 120) for n in range(6)
    )
    return base().put(Scenarios(scenarios=stories))


LONG = (
    "The municipality that learned to say no to everything it had promised, and what its neighbours then did about it "
    * 2
)
LONG_NAME = LONG[:120].strip()


def long_names() -> Document:
    """Four worlds whose names, poles and taglines are as long as they get."""
    part = four()[Scenarios]
    axis = Axis(name=LONG_NAME, low="low: " + LONG_NAME, high="high: " + LONG_NAME)
    return four().put(
        Scenarios(
            x_axis=axis,
            y_axis=axis,
            scenarios=tuple(
                item.but(name=f"{n} {LONG_NAME}"[:120], tagline=LONG[:200]) for n, item in enumerate(part.scenarios)
            ),
        )
    )

"""What the scenarios take for granted, and what of it is put to the test."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.memo import for_latest
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import N_, Language, _, speaking
from foresight.model.drivers import Drivers
from foresight.model.missteps import Experiment, Missteps, add_experiments
from foresight.model.scenarios import Axis, DriverState, Pole, Scenario, Scenarios
from foresight.model.workshop import Workshop

Standing = Literal["untested", "open", "held", "fell"]
STANDINGS: dict[Standing, str] = {
    "untested": N_("not tested"),
    "open": N_("being tested"),
    "held": N_("held"),
    "fell": N_("fell"),
}
"""How an assumption stands, in words."""
TINTS: dict[Standing, str] = {"held": "warm", "open": "given", "fell": "cool", "untested": "surface"}
"""And the tint behind the words, in the order in which they stand in a bar."""


@dataclass(frozen=True)
class Assumption:
    """Something that must come true for a world to come about."""

    scenario: Id
    driver: Id | None
    """The driver that it is about."""
    text: str
    """In the language of the workshop."""
    experiments: tuple[Experiment, ...]
    """Those that put it to the test."""

    @property
    def standing(self) -> Standing:
        """It fell if it fell once; it held if it held and never fell."""
        results = {one.result for one in self.experiments}
        if "fell" in results:
            return "fell"
        if "held" in results:
            return "held"
        return "open" if results else "untested"


def assumptions(document: Document) -> tuple[Assumption, ...]:
    """Everything that the scenarios rest on, scenario by scenario.

    That is the pole of each axis at which a scenario lies, then what becomes of the other drivers in it, then what
    was put to the test for it besides.
    """
    return _assumptions(
        document[Scenarios], document[Drivers], document[Missteps].experiments, document[Workshop].language
    )


@for_latest
def _assumptions(
    part: Scenarios, drivers: Drivers, experiments: tuple[Experiment, ...], language: Language
) -> tuple[Assumption, ...]:
    titles = {driver.id: driver.title for driver in drivers.drivers}
    found: list[Assumption] = []
    for scenario in part.scenarios:
        own = [one for one in experiments if one.scenario == scenario.id]
        with speaking(language):
            told = list(_told(part, scenario, titles))
        made = [Assumption(scenario.id, driver, text, _testing(own, driver, text)) for driver, text in told]
        known = {one.id for assumption in made for one in assumption.experiments}
        besides: dict[tuple[Id | None, str], list[Experiment]] = {}
        for one in own:
            if one.id not in known:
                besides.setdefault((one.driver, _same(one.text)), []).append(one)
        made += [Assumption(scenario.id, ones[0].driver, ones[0].text, tuple(ones)) for ones in besides.values()]
        found += made
    return tuple(found)


def _same(text: str) -> str:
    return text.casefold().rstrip(" .")


def _testing(own: Sequence[Experiment], driver: Id | None, text: str) -> tuple[Experiment, ...]:
    """The experiments about this driver, or in these words: words may be changed, what it is about stays."""
    return tuple(one for one in own if _same(one.text) == _same(text) or (driver is not None and one.driver == driver))


def _told(part: Scenarios, scenario: Scenario, titles: Mapping[Id, str]) -> Iterator[tuple[Id | None, str]]:
    """What a scenario takes for granted, each driver once: (driver, words in the present language)."""
    taken: set[Id] = set()
    for axis, pole in ((part.x_axis, scenario.x), (part.y_axis, scenario.y)):
        text = _pole(axis, pole, titles) if pole else ""
        if text:
            taken.update([axis.driver] if axis.driver else [])
            yield axis.driver, text
    for state in scenario.states:
        text = _state(state, titles)
        if state.driver not in taken and text:
            taken.add(state.driver)
            yield state.driver, text


def _pole(axis: Axis, pole: Pole, titles: Mapping[Id, str]) -> str:
    """The pole in its own words, else "Trust: high"."""
    own = axis.low if pole == "low" else axis.high
    name = axis.name or titles.get(axis.driver or "", "")
    if own or not name:
        return own
    said = _("{driver}: low") if pole == "low" else _("{driver}: high")
    return clean_line(said.format(driver=name))


def _state(state: DriverState, titles: Mapping[Id, str]) -> str:
    """What becomes of a driver, as "Trust: everybody knows somebody", else "Trust: goes up"."""
    directions = {1: _("{driver}: goes up"), 0: _("{driver}: stays as it is"), -1: _("{driver}: goes down")}
    name = titles.get(state.driver, "")
    if state.text:
        return f"{name}: {state.text}"[:LINE_LENGTH]
    return "" if state.direction is None else clean_line(directions[state.direction].format(driver=name))


def put_to_test(assumption: Assumption) -> Edit:
    """Make an experiment of an assumption, to be filled in."""
    made = Experiment(text=assumption.text, scenario=assumption.scenario, driver=assumption.driver)
    return Edit(_("Put to the test"), add_experiments(made).apply)

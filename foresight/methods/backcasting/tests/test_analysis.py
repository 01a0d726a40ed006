"""Steps in order, and what does not hold together, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.history import History
from foresight.core.problems import EditRefused
from foresight.methods.backcasting.analysis import (
    add_step,
    checks,
    circles,
    figures,
    misplaced,
    needed_numbers,
    nobody,
    read_step,
    read_year,
    span,
    steps,
)
from foresight.methods.backcasting.model import Milestone, WayBack, change_milestone, remove_milestones
from foresight.model.scenarios import Scenario, Scenarios, remove_scenarios
from foresight.model.workshop import YEARS, Workshop


def step(name: str, year: int, *needs: str, **fields: str) -> Milestone:
    return Milestone.model_validate({"id": name, "year": year, "text": f"Step {name}", "needs": needs, **fields})


def way(*milestones: Milestone, date: str = "2026-11-22", horizon: int = 2040) -> Document:
    return Document().put(Workshop(date=date, horizon=horizon), WayBack(goal="All is well", milestones=milestones))


def whole() -> Document:
    """A way that holds together."""
    return way(step("c", 2036, "a", "b"), step("a", 2027, actor="The state"), step("b", 2032, "a"))


def test_steps_are_numbered_from_now_whatever_the_order_in_which_they_came() -> None:
    assert [(each.number, each.milestone.id) for each in steps(whole())] == [(1, "a"), (2, "b"), (3, "c")]
    assert needed_numbers(whole(), whole()[WayBack].milestones[0]) == (1, 2)
    assert span(whole()) == (2026, 2040)
    assert checks(whole()) == ()
    assert nobody(whole()) == "2 of 3 steps have nobody who takes them."
    assert figures(whole())["steps"][2]["needs"] == [1, 2]


def test_the_way_spans_all_steps_and_at_least_a_year() -> None:
    assert span(way(step("a", 2020), step("b", 2050))) == (2020, 2050)
    assert span(way(date="")) == (2039, 2040)
    assert span(way(step("a", 2040), date="")) == (2039, 2040)


def test_what_needs_a_later_step_is_named_with_both_years() -> None:
    document = way(step("a", 2028, "b"), step("b", 2033), step("c", 2038, "b"))
    assert [(one.id, other.id) for one, other in misplaced(document)] == [("a", "b")]
    assert checks(document) == ("“Step a” (2028) needs “Step b” (2033), which comes later. Move one of them.",)
    assert misplaced(change_milestone("a", year=2033).apply(document)) == ()


def test_steps_that_need_each_other_are_named_once() -> None:
    document = way(step("a", 2030, "c"), step("b", 2030, "a"), step("c", 2030, "b"), step("d", 2035, "a"))
    assert [[one.id for one in ring] for ring in circles(document)] == [["a", "b", "c"]]
    assert "“Step a” (2030), “Step b” (2030) and “Step c” (2030) need each other" in checks(document)[0]


def test_what_lies_outside_the_way_and_long_gaps_are_named() -> None:
    document = way(step("a", 2020), step("b", 2041), date="2026-11-22")
    assert checks(document) == (
        "“Step a” (2020) comes before the workshop, 2026.",
        "“Step b” (2041) comes after the horizon, 2040.",
        "Between 2020 and 2040 there is no step. What keeps the way open then?",
    )
    late = way(step("a", 2029), step("b", 2034), step("c", 2039))
    assert checks(late) == ("The first step is in 2029. What can begin at once?",)
    assert checks(way()) == ()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2035 one log", (2035, "one log")),
        ("  2035:  one   log ", (2035, "one log")),
        ("2035 – 12 new laws", (2035, "12 new laws")),
        ("2035, 3", (2035, "3")),
    ],
)
def test_a_step_is_read_as_one_types_it(text: str, read: tuple[int, str]) -> None:
    assert read_step(text) == read


@pytest.mark.parametrize(
    "text", ["", "2035", "one log", "in 2035 one log", "20355 logs", "2035one", "1850 steam", "2035 –"]
)
def test_other_lines_are_refused_with_what_to_do(text: str) -> None:
    history = History(way())
    with pytest.raises(EditRefused, match=r"year"):
        history.do(add_step(text))
    assert history.document[WayBack].milestones == ()


@given(st.integers(*YEARS), st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=150))
def test_every_year_and_every_word_comes_back(year: int, words: str) -> None:
    assert read_step(f"{year} {words}") == (year, words)
    assert read_year(str(year)) == year


def test_a_step_never_needs_itself_and_loses_what_goes() -> None:
    document = change_milestone("a", needs=("a", "b")).apply(way(step("a", 2030), step("b", 2028)))
    assert document[WayBack].milestones[0].needs == ("b",)
    assert remove_milestones("b").apply(document)[WayBack].milestones[0].needs == ()


def test_a_step_outlives_its_world() -> None:
    document = way(step("a", 2030, scenario="w")).put(Scenarios(scenarios=(Scenario(id="w"),)))
    assert remove_scenarios("w").apply(document)[WayBack].milestones[0].scenario is None

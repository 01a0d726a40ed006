"""Edits of signposts."""

from foresight.core.document import Document
from foresight.core.history import History
from foresight.methods.signposts.model import Expectation, Signposts, expect, take_from_scenarios
from foresight.methods.signposts.tests.samples import signpost, three, workshop
from foresight.model.scenarios import Indicator, Scenario, Scenarios


def test_an_expectation_is_set_changed_and_taken_back_in_one_step_each() -> None:
    history = History(workshop(signpost("a", 1)))
    history.do(expect("a", "w1", 2))
    history.do(expect("a", "w1", -2))
    assert history.document[Signposts].signposts[0].expected("w1") == -2
    history.undo()
    assert history.document[Signposts].signposts[0].expected("w1") is None
    assert not history.do(expect("a", "w1", None))
    assert not history.do(expect("a", "gone", 1))
    assert not history.do(expect("gone", "w1", 1))


def worlds() -> Document:
    share = "Share who trust"
    one = (Indicator(text=share, direction=-2), Indicator(text="Hours of volunteers"))
    other = (Indicator(text=share, direction=1),)
    return Document().put(
        Scenarios(
            scenarios=(
                Scenario(id="w0", indicators=one, signposts=("A law",)),
                Scenario(id="w1", indicators=other, signposts=("A law", "", "A strike")),
            )
        ),
        Signposts(signposts=(signpost("a").but(text="a strike"),)),
    )


def test_what_the_worlds_name_becomes_a_signpost_once_with_what_each_expects() -> None:
    made = take_from_scenarios().apply(worlds())[Signposts].signposts
    assert [(each.text, [(one.scenario, one.value) for one in each.expectations]) for each in made] == [
        ("a strike", []),
        ("Share who trust", [("w0", -2), ("w1", 1)]),
        ("Hours of volunteers", [("w0", 0)]),
        ("A law", [("w0", 2), ("w1", 2)]),
    ]
    again = take_from_scenarios().apply(worlds().put(Signposts(signposts=made)))
    assert len(again[Signposts].signposts) == 4


def test_two_expectations_of_one_world_are_one() -> None:
    assert Expectation.alone == ("scenario",)
    assert three()[Signposts].signposts[0].expected("w1") == -2

"""Classes, least score, mean and regret; what is said of them in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.methods import discover
from foresight.core.words import speaking
from foresight.methods.windtunnel.analysis import KINDS, Kind, classed, figures, ranked, regrets, results
from foresight.methods.windtunnel.model import Option, Score, WindTunnel, remove_options, set_score
from foresight.methods.windtunnel.sentences import (
    figures_sentence,
    kind_sentence,
    result_sentence,
    score_sentence,
    summary_sentence,
)
from foresight.methods.windtunnel.tests.samples import EXAMPLES, tunnel
from foresight.model.scenarios import Scenario, Scenarios, remove_scenarios

CLASSES: list[tuple[tuple[int, ...], Kind]] = [
    ((2, 1, 1, 2), "no-regrets"),
    ((2, 1, 1, -1), "opt-out"),
    ((2, -1, -1, -2), "opt-in"),
    ((0, -1, 0, -2), "abandon"),
    ((1, 1, -1, -1), "opt-in"),
]


@pytest.mark.parametrize(("values", "kind"), CLASSES)
def test_works_in_all_in_most_in_a_minority_in_none(values: tuple[int, ...], kind: Kind) -> None:
    (result,) = results(tunnel({"Option": values}))
    assert result.kind == kind


@pytest.mark.parametrize(
    ("works", "of", "kind"),
    [(2, 3, "opt-out"), (1, 3, "opt-in"), (1, 2, "opt-in"), (3, 6, "opt-in"), (4, 6, "opt-out")],
)
def test_half_of_the_worlds_is_no_majority(works: int, of: int, kind: Kind) -> None:
    assert classed(works, of) == kind


@pytest.mark.parametrize(("works", "of"), [(0, 0), (3, 2), (-1, 2)])
def test_a_class_of_what_cannot_be_is_refused(works: int, of: int) -> None:
    with pytest.raises(ValueError, match="worlds"):
        classed(works, of)


def test_least_mean_and_regret() -> None:
    found = {result.option.text: result for result in results(tunnel())}
    assert [(text, result.minimum, result.mean, result.max_regret) for text, result in found.items()] == [
        ("Train", 1, 1.5, 0),
        ("Share", -1, 0.75, 3),
        ("Build", -2, -0.5, 4),
        ("Sell", -2, -0.75, 4),
        ("Wait", -1, 0.0, 3),
    ]
    assert found["Wait"].regrets == (1, 0, 2, 3)


def test_the_best_of_each_class_comes_first() -> None:
    held = {**EXAMPLES, "Other": (1, 1, 1, 1), "Even": (2, 2, 2, -2), "New": (2, 2, None, None)}
    assert [result.option.text for result in ranked(results(tunnel(held)))] == [
        "Train", "Other", "Share", "Even", "Wait", "Build", "Sell", "New"
    ]  # fmt: skip


def test_an_option_has_no_class_before_it_is_tested_everywhere() -> None:
    (result,) = results(tunnel({"Half": (2, None, 1, None)}))
    assert (result.kind, result.minimum, result.mean, result.max_regret) == (None, None, None, None)
    assert (result.works, result.regrets) == (2, (0, None, 0, None))
    (alone,) = results(tunnel({"Alone": (2,)}, worlds=1))
    assert alone.kind is None


@given(st.lists(st.tuples(*[st.none() | st.integers(-2, 2)] * 3), min_size=1, max_size=6))
def test_regret_is_never_below_0_and_somebody_has_none(table: list[tuple[int | None, ...]]) -> None:
    found = regrets(table)
    for column, missed in zip(zip(*table, strict=True), zip(*found, strict=True), strict=True):
        assert [each is None for each in column] == [each is None for each in missed]
        held = [each for each in missed if each is not None]
        assert not held or min(held) == 0
        assert all(0 <= each <= 4 for each in held)


@given(st.lists(st.integers(-2, 2), min_size=2, max_size=8), st.data())
def test_a_better_score_never_makes_the_class_worse(values: list[int], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(values) - 1))
    better = [*values[:at], min(values[at] + 1, 2), *values[at + 1 :]]
    order = list(KINDS)
    kinds = [classed(sum(value >= 1 for value in each), len(each)) for each in (values, better)]
    assert order.index(kinds[1]) <= order.index(kinds[0])


def test_figures_for_other_programs() -> None:
    found = figures(tunnel())
    assert found["scenarios"] == ["World A", "World B", "World C", "World D"]
    assert found["options"][0] == {
        "text": "Train",
        "scores": [2, 1, 1, 2],
        "class": "no-regrets",
        "works": 4,
        "minimum": 1,
        "mean": 1.5,
        "regrets": [0, 0, 0, 0],
        "max_regret": 0,
    }


# Edits


def test_a_score_that_says_nothing_goes() -> None:
    document = set_score("train", "w0", why="Because").apply(tunnel({"Train": (2,)}))
    assert document[WindTunnel].scores[0].why == "Because"
    document = set_score("train", "w0", value=None).apply(document)
    assert document[WindTunnel].scores == (Score(option="train", scenario="w0", why="Because"),)
    assert set_score("train", "w0", why="").apply(document)[WindTunnel].scores == ()


def test_a_score_of_what_is_gone_changes_nothing() -> None:
    document = tunnel()
    assert set_score("nobody", "w0", value=1).apply(document) is document
    assert set_score("train", "w9", value=1).apply(document) is document


def test_scores_go_with_their_option_and_with_their_world() -> None:
    document = remove_scenarios("w3").apply(remove_options("train", "wait").apply(tunnel()))
    assert [(score.option, score.scenario) for score in document[WindTunnel].scores] == [
        (option, f"w{at}") for option in ("share", "build", "sell") for at in range(3)
    ]
    assert [result.kind for result in results(document)] == ["no-regrets", "opt-in", "abandon"]


# Sentences


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((2, 1, 1, 2), "Works in all 4 worlds."),
        ((2, 1, 1, -1), "Works in 3 of 4 worlds; fails in “World D”."),
        ((0, -1, 0, -2), "Works in none of 4 worlds; fails in “World B” and “World D”; makes no difference in "
         "“World A” and “World C”."),
        ((1, None, -1, 2), "Works in 2 of 3 worlds; fails in “World C”; not tested in “World B”."),
        ((None, None, None, None), "Not tested in any world yet."),
    ],
)  # fmt: skip
def test_an_option_in_words(values: tuple[int | None, ...], said: str) -> None:
    document = tunnel({"Option": values})
    assert result_sentence(document, results(document)[0]) == said


def test_a_class_and_its_figures_in_words() -> None:
    result = results(tunnel())[1]
    assert kind_sentence(result) == "Opt-out: begin, and know when to stop."
    assert figures_sentence(result) == (
        "Least score −1, mean +0.8; the best choice would have been better by 3 at most."
    )
    untested = results(tunnel({"New": (1, None)}, worlds=2))[0]
    assert kind_sentence(untested) == figures_sentence(untested) == ""


def test_a_cell_in_words() -> None:
    document = set_score("share", "w3", why="Nobody dares.", adaptation="Ask first.").apply(tunnel())
    result = results(document)[1]
    assert score_sentence(document, result, 3) == (
        "Share, World D: −1, works badly\nNobody dares.\nWhat we would change: Ask first."
    )
    assert score_sentence(tunnel({"New": (None, 2)}), results(tunnel({"New": (None, 2)}))[0], 0) == (
        "New, World A: not tested"
    )


def test_the_whole_in_words() -> None:
    discover()  # brings the catalogues
    assert summary_sentence(tunnel()) == "1 of 5 options works in every world: “Train”."
    assert summary_sentence(tunnel(), named=False) == "1 of 5 options works in every world."
    assert summary_sentence(tunnel({"Share": (2, 1, 1, -1), "New": (1, None, 1, 1)})) == (
        "No option works in every world. Nearest comes “Share”, which works in 3 of 4. "
        "1 option is not tested in every world yet."
    )
    assert summary_sentence(tunnel({"New": (1,)}, worlds=1)) == "Options are tested in at least two worlds."
    with speaking("nb"):
        assert summary_sentence(tunnel()) == "1 av 5 tiltak virker i alle verdener: «Train»."


def test_a_world_without_a_name_is_called_by_its_letter() -> None:
    document = Document().put(
        Scenarios(scenarios=(Scenario(id="a"), Scenario(id="b"))),
        WindTunnel(
            options=(Option(id="o", text="Go"),),
            scores=(Score(option="o", scenario="a", value=-1), Score(option="o", scenario="b", value=1)),
        ),
    )
    assert result_sentence(document, results(document)[0]) == "Works in 1 of 2 worlds; fails in “Scenario A”."

"""Forces without a window: the balance, the worlds, the factors, what is said of them, what is taken over."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.core.document import Document, Id
from foresight.core.history import History
from foresight.core.methods import discover
from foresight.core.words import speaking
from foresight.methods.forces.analysis import (
    Balance,
    balance,
    balance_of,
    by_group,
    factor_tallies,
    most_divided_first,
    strongest_first,
    worlds,
)
from foresight.methods.forces.findings import findings
from foresight.methods.forces.model import (
    CORNERS,
    Force,
    Forces,
    add_forces,
    carry_force,
    change_force,
    remove_forces,
    set_level,
)
from foresight.methods.forces.model_factors import Factors, judge_factor, remove_factors
from foresight.methods.forces.numbers import figures
from foresight.methods.forces.proposing import proposals, take_over
from foresight.methods.forces.sentences import (
    balance_sentence,
    count_sentence,
    factor_sentence,
    world_sentence,
    worlds_sentence,
)
from foresight.methods.forces.tests.rooms import STRENGTHS, forces, judged, room, triangle, with_worlds
from foresight.model.drivers import Driver, Drivers
from foresight.model.groups import remove_groups
from foresight.model.missteps import Misstep, Missteps
from foresight.model.ratings import Rating, Ratings
from foresight.model.scenarios import remove_scenarios
from foresight.model.ternary import HEIGHT, point
from foresight.model.trends import Direction, Trend, Trends

Given = list[tuple[Direction, int]]
some_forces = st.lists(st.tuples(st.sampled_from(["weight", "push", "pull"]), st.integers(0, 5)), max_size=30)


# The balance


def test_sums_shares_and_the_point_between_the_corners() -> None:
    held = balance_of(STRENGTHS)
    assert held.sums == {"weight": 13, "push": 6, "pull": 5}
    assert held.counts == {"weight": 3, "push": 2, "pull": 2}
    assert (held.n, held.total, held.leading) == (7, 24, "weight")
    assert held.share("weight") == pytest.approx(13 / 24)
    assert held.spot == pytest.approx((8 / 24, 6 / 24 * HEIGHT))


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((20, 60, 20), (0.5, 0.6 * HEIGHT)),
        ((18, 56, 26), (0.54, 0.4850)),
        ((100, 0, 0), (0, 0)),
        ((0, 100, 0), (0.5, HEIGHT)),
        ((0, 0, 100), (1, 0)),
    ],
)
def test_the_point_is_that_of_the_orientation(shares: tuple[int, int, int], expected: tuple[float, float]) -> None:
    past, present, future = shares
    held = Balance({"weight": past, "push": present, "pull": future}, {"weight": 1, "push": 1, "pull": 1})
    assert held.spot == pytest.approx(expected, abs=5e-5)
    assert held.spot == pytest.approx(point(*shares))


@pytest.mark.parametrize(
    ("weight", "push", "pull", "leading"),
    [
        (6, 3, 2, "weight"),
        (2, 6, 3, "push"),
        (1, 4, 6, "pull"),
        (5, 3, 2, None),  # half is not more than half
        (4, 4, 4, None),
    ],
)
def test_more_than_half_leads(weight: int, push: int, pull: int, leading: Direction | None) -> None:
    held = Balance({"weight": weight, "push": push, "pull": pull}, {"weight": 2, "push": 1, "pull": 1})
    assert held.leading == leading


def test_nothing_is_concluded_from_two_forces_or_none() -> None:
    two, none = balance_of([("weight", 5), ("weight", 5)]), balance_of([])
    assert (two.leading, two.spot) == (None, (0.0, 0.0))
    assert (none.n, none.total, none.share("push"), none.spot, none.leading) == (0, 0, None, None, None)
    assert balance_sentence(two) == balance_sentence(none) == count_sentence(none) == ""
    assert count_sentence(two) == "2 forces. Strength: past 10, present 0, future 0."


@given(some_forces)
def test_shares_sum_to_one_and_the_point_lies_in_the_triangle(held: Given) -> None:
    found = balance_of(held)
    if found.total == 0:
        assert found.spot is None
        return
    shares = [found.share(corner) or 0 for corner in CORNERS]
    assert sum(shares) == pytest.approx(1)
    x, y = found.spot or (-1, -1)
    assert -1e-9 <= y <= 2 * HEIGHT * min(x, 1 - x) + 1e-9


@settings(max_examples=50)
@given(some_forces, st.integers(1, 9))
def test_only_how_strong_they_are_against_each_other_counts(held: Given, times: int) -> None:
    found, scaled = balance_of(held), balance_of([(corner, times * strength) for corner, strength in held])
    assert scaled.leading == found.leading
    assert scaled.spot == (pytest.approx(found.spot) if found.spot else None)


@settings(max_examples=30)
@given(some_forces, st.randoms())
def test_the_order_does_not_count(held: Given, random: object) -> None:
    turned = sorted(held, key=lambda _each: random.random())  # type: ignore[attr-defined]
    assert balance_of(turned) == balance_of(held)


# Worlds


def test_a_force_is_as_strong_in_a_world_as_today_unless_it_is_said() -> None:
    first, second = worlds(with_worlds())
    assert (first.scenario, first.said, dict(first.balance.sums)) == ("w1", 4, {"weight": 5, "push": 6, "pull": 10})
    assert first.balance.counts["weight"] == 2  # the one of strength 0 is not at work there
    assert (second.said, dict(second.balance.sums)) == (1, {"weight": 13, "push": 5, "pull": 5})
    assert worlds(triangle()) == ()


def test_what_the_worlds_say() -> None:
    document = with_worlds()
    first, second = worlds(document)
    assert world_sentence(document, first) == (
        "“Apart”: no corner leads; compared with today the pull of the future gains most."
    )
    assert world_sentence(document, second) == (
        "“Together”: the past holds back; compared with today the weight of the past gains most."
    )
    same = set_level("f1", "w1", 5).apply(triangle())
    assert worlds_sentence(same) == ""
    both = set_level("f1", "w2", 4).apply(same)
    assert worlds_sentence(both) == "The same corner leads in all 2 worlds: are they different enough?"


def test_levels_go_with_their_force_and_their_world() -> None:
    history = History(with_worlds())
    history.do(remove_scenarios("w1"))
    assert [level.scenario for level in history.document[Forces].levels] == ["w2"]
    history.do(remove_forces("f4"))
    assert history.document[Forces].levels == ()
    history.undo()
    history.undo()
    assert history.document == with_worlds()
    assert set_level("gone", "w1", 3).apply(triangle()) == triangle()
    assert set_level("f1", "w1", None).apply(triangle()) == triangle()


# Groups


def test_the_balance_of_each_group() -> None:
    document = forces(("push", 4), ("weight", 2), ("push", 1), ("pull", 5))
    for force, group in (("f1", "g2"), ("f2", "g1"), ("f3", "g2")):
        document = change_force(force, group=group).apply(document)
    assert [(group, held.n, held.total) for group, held in by_group(document)] == [("g2", 2, 5), ("g1", 1, 2)]
    after = remove_groups("g2").apply(document)
    assert len(after[Forces].forces) == 4
    assert [group for group, _held in by_group(after)] == ["g1"]


# Factors


def test_what_groups_say_of_factors_is_counted() -> None:
    tallies = {tally.factor.id: tally for tally in factor_tallies(room())}
    money, law = tallies["money"], tallies["law"]
    assert (money.votes.a, money.votes.b, money.votes.both, money.votes.none, money.votes.said) == (4, 4, 2, 2, 12)
    assert money.division == 1
    assert law.division == pytest.approx(1 - 2 / 12)
    assert [tally.factor.id for tally in most_divided_first(list(tallies.values()))] == [
        "money",
        "law",
        "leaders",
        "time",
        "silos",
    ]
    assert [tally.is_divided for tally in tallies.values()] == [False, True, True, False, True]


@pytest.mark.parametrize(
    ("signs", "division"),
    [("bbb", 1.0), ("++b", 1 - 2 / 3), ("++++", 0.0), ("+-", 1.0), ("000", 0.0), ("+++-", 0.5), ("", 0.0)],
)
def test_how_divided_the_groups_are(signs: str, division: float) -> None:
    (tally,) = factor_tallies(judged(triangle(), money=signs))
    assert tally.division == pytest.approx(division)
    assert tally.is_divided == (division > 0 and len(signs) >= 3)


@settings(max_examples=30)
@given(st.lists(st.sampled_from("+-b0"), max_size=12))
def test_to_turn_every_judgement_round_divides_no_less(signs: list[str]) -> None:
    turned = ["-" if sign == "+" else "+" if sign == "-" else sign for sign in signs]
    (one,) = factor_tallies(judged(triangle(), money="".join(signs)))
    (other,) = factor_tallies(judged(triangle(), money="".join(turned)))
    assert one.division == other.division
    assert 0 <= one.division <= 1


def test_what_a_factor_does_in_words() -> None:
    discover()
    tallies = {tally.factor.id: tally for tally in factor_tallies(room())}
    assert factor_sentence(tallies["money"]) == (
        "“Money” promotes for 4 groups, inhibits for 4 groups, does both for 2 groups and does neither for 2 groups "
        "(n = 12)."
    )
    with speaking("nb"):
        assert factor_sentence(tallies["leaders"]) == (
            "«Leaders» fremmer for 11 grupper og hemmer for 1 gruppe (n = 12)."
        )


def test_judgements_go_with_group_and_factor() -> None:
    history = History(judged(triangle(), money="+-"))
    history.do(judge_factor("g1", "money", "both"))
    assert [(one.group, one.effect) for one in history.document[Factors].judgements] == [
        ("g2", "inhibits"),
        ("g1", "both"),
    ]
    history.do(remove_groups("g2"))
    history.do(judge_factor("g1", "money", None))
    assert history.document[Factors].judgements == ()
    history.undo()
    history.do(remove_factors("money"))
    assert history.document[Factors] == Factors()
    assert judge_factor("g1", "money", "both").apply(history.document) is history.document


# In words


def test_the_balance_in_words() -> None:
    discover()
    held = balance(triangle())
    assert balance_sentence(held) == (
        "What has been holds us back: 13 of 24 points of strength lie in the weight of the past."
    )
    pushes: Given = [("push", 3)] * 8
    ten = balance_of([*pushes, ("pull", 5), ("pull", 5)])
    assert balance_sentence(ten) == (
        "Events carry us along: 24 of 34 points of strength (71%) lie in the push of the present."
    )
    with speaking("nb"):
        assert balance_sentence(balance_of([("pull", 5)] * 10)) == (
            "Framtidsbildet leder oss: 50 av 50 styrkepoeng (100 %) ligger i framtidens drag."
        )
    even = balance_of([("weight", 3), ("push", 4), ("pull", 3)])
    assert balance_sentence(even) == (
        "No corner has more than half of the strength; the most, 4 of 10 points of strength, is in the push of the "
        "present."
    )


def test_findings_begin_with_the_balance_and_carry_their_counts() -> None:
    found = {finding.key: finding for finding in findings(room())}
    assert list(found) == [
        "balance",
        "strongest:weight",
        "strongest:push",
        "strongest:pull",
        "world:w1",
        "world:w2",
        "factor:money",
        "factor:law",
        "factor:leaders",
        "all:promotes",
    ]
    assert found["balance"].counts == (
        ("Forces", "7"),
        ("Weight of the past", "13"),
        ("Push of the present", "6"),
        ("Pull of the future", "5"),
    )
    assert found["strongest:weight"].text == "Weight of the past: “Force 1” (5) and “Force 2” (4)."
    assert found["all:promotes"].text == "All groups find that this promotes change: “Time”."
    assert findings(Document()) == ()
    assert [finding.text for finding in findings(forces(("push", 2)))] == [
        "1 force. Strength: past 0, present 2, future 0.",
        "Push of the present: “Force 1” (2).",
    ]


# Figures for other programs


def test_figures() -> None:
    found = json.loads(json.dumps(figures(room())))
    assert (found["n"], found["leading"]) == (7, "weight")
    assert found["shares"] == pytest.approx({"weight": 13 / 24, "push": 6 / 24, "pull": 5 / 24})
    assert [(world["name"], world["said"], world["leading"]) for world in found["worlds"]] == [
        ("Apart", 4, None),
        ("Together", 1, "weight"),
    ]
    assert found["factors"][1]["counts"] == {"promotes": 4, "inhibits": 4, "both": 2, "neither": 2}
    assert found["most_divided"] == ["Money", "Law", "Leaders"]
    assert found["sentence"]["nb"].startswith("Det som har vært, holder oss igjen: 13 av 24 styrkepoeng")
    nothing = figures(Document())
    assert (nothing["n"], nothing["point"], nothing["forces"], nothing["factors"]) == (0, None, [], [])


# Taking over


def sources() -> Document:
    """Trends with and without a direction, a driver made of them, a misstep, and a rating."""
    return triangle().put(
        Trends(
            trends=(
                Trend(id="t1", title="Budgets", direction="weight"),
                Trend(id="t2", title="Care", direction="push"),
                Trend(id="t3", title="Hope", direction="pull"),
                Trend(id="t4", title="Open"),
            )
        ),
        Drivers(
            drivers=(
                Driver(id="d1", title="Data", trends=("t3", "t3x")),
                Driver(id="d2", title="Habit", trends=("t2", "t1")),
                Driver(id="d3", title="Bare"),
            )
        ),
        Missteps(missteps=(Misstep(id="m1", text="One large system", failed="Nobody used it"),)),
        Ratings(ratings=tuple(Rating(subject="t2", group=g, impact=4.5, uncertainty=1.0) for g in ("g1", "g2"))),
    )


def test_trends_drivers_and_missteps_are_proposed_where_they_belong() -> None:
    found = {one.source.id: (one.corner, one.text, one.strength) for one in proposals(sources())}
    assert found == {
        "t1": ("weight", "Budgets", 3),
        "d2": ("weight", "Habit", 3),  # as many pushes as weights: the past comes first
        "m1": ("weight", "Nobody used it", 3),
        "t2": ("push", "Care", 5),
        "t4": ("push", "Open", 3),
        "d3": ("push", "Bare", 3),
        "t3": ("pull", "Hope", 3),
        "d1": ("pull", "Data", 3),
    }
    assert list(found) == ["t1", "d2", "m1", "t2", "t4", "d3", "t3", "d1"]
    assert proposals(sources())[3].described == "Push of the present: Care (trend)"


def test_what_was_taken_over_is_proposed_no_more_and_keeps_its_source() -> None:
    history = History(sources())
    chosen: tuple[Id, ...] = ("t2", "m1")
    history.do(take_over(history.document, chosen))
    fresh = history.document[Forces].forces[-2:]
    assert [(force.about, force.corner, force.strength) for force in fresh] == [("m1", "weight", 3), ("t2", "push", 5)]
    assert not {one.source.id for one in proposals(history.document)} & set(chosen)
    history.undo()
    assert history.document == sources()


def test_a_force_is_carried_and_the_strongest_stands_first() -> None:
    document = add_forces(Force(id="new", text="New", corner="push", strength=5)).apply(triangle())
    document = carry_force("f1", "push").apply(document)
    assert [force.id for force in strongest_first(document, "push")] == ["f1", "new", "f4", "f5"]
    assert carry_force("f1", "push").apply(document) is document

"""Why a combination does not hold, what would mend it, and that the proposals really do."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.core.document import Document, Id
from foresight.methods.cib.analysis import solve
from foresight.methods.cib.engine.matrix import Matrix, standing, states_of
from foresight.methods.cib.engine.mending import Judged, State, inconsistency_with, mending_judgements
from foresight.methods.cib.engine.succession import Weight, Weights
from foresight.methods.cib.model import exclude, force, set_impact, set_tolerance
from foresight.methods.cib.names import names
from foresight.methods.cib.sentences import (
    ending,
    headline,
    other_judgement,
    other_variant,
    reasons,
    steps,
    weight_words,
)
from foresight.methods.cib.tests.matrices import random_matrix
from foresight.methods.cib.tests.samples import chosen, document_of, somewhereland_document
from foresight.methods.cib.why import (
    Case,
    case,
    nearest,
    other_judgements,
    other_variants,
    scale,
    succession,
)


def look(document: Document, places: tuple[int, ...]) -> Case:
    found = case(document, chosen(document, places))
    assert found is not None
    return found


def swapped(held: Case, new: Id) -> tuple[Id, ...]:
    """The combination with this variant in place of its rival."""
    several = held.board.variants
    return tuple(new if new in several[at] else old for at, old in enumerate(held.variants))


def pair() -> Document:
    """Two descriptors: b1 is ruled out by a1, and nothing acts on A."""
    return document_of(Matrix((2, 2), np.array([[0, 0, -2, 2], [0, 0, 1, -1], [0, 0, 0, 0], [0, 0, 0, 0]])))


def test_fights_of_a_small_matrix_are_exact() -> None:
    held = look(pair(), (1, 1))
    (first, second) = held.fights
    assert (first.descriptor, first.rival, first.rival_score, first.chosen_score, first.lead) == (1, 1, 2, -2, 4)
    assert [(each.source, each.on_rival, each.on_chosen) for each in first.pulls] == [(0, 2, -2)]
    assert (second.descriptor, second.lead, second.pulls) == (0, 0, ())
    assert not held.holds
    assert look(pair(), (1, 2)).holds


def test_the_fight_in_words() -> None:
    held = look(pair(), (1, 1))
    assert headline(held) == "It does not hold together: in 1 descriptor another variant would win."
    assert reasons(held) == ["B: “b2” (+2) beats “b1” (−2) by 4.\n– A “a1” promotes “b2” (+2) and restricts “b1” (−2)"]


def test_reasons_and_doubts_are_told_with_the_judgement() -> None:
    document = pair()
    (a1,), b2 = chosen(document, (1, 2))[:1], chosen(document, (1, 2))[1]
    document = set_impact(a1, b2, reason="It pays better", confidence=1).apply(document)
    assert reasons(look(document, (1, 1)))[0].endswith("restricts “b1” (−2), not sure: It pays better")


def test_what_holds_tells_where_it_is_closest_to_falling() -> None:
    held = look(pair(), (1, 2))
    assert headline(held) == "It holds together: in every descriptor the chosen variant has the best score."
    assert reasons(held) == ["A: it only just holds, “a2” scores as high as “a1” (0)."]


def test_single_changes_of_a_small_matrix() -> None:
    held = look(pair(), (1, 1))
    called = names(held.document)
    assert [other_variant(called, new, old) for new, old in zip(other_variants(held), held.variants, strict=True)] == [
        "A: “a2” instead of “a1”",
        "B: “b2” instead of “b1”",
    ]
    assert [other_judgement(called, each) for each in other_judgements(held)] == [
        "A “a1” on B “b1”: +2 instead of −2",
        "A “a1” on B “b2”: −2 instead of +2",
    ]
    assert other_variants(look(pair(), (1, 2))) == ()
    assert other_judgements(look(pair(), (1, 2))) == ()


def test_a_judgement_that_would_leave_the_scale_is_not_proposed() -> None:
    strong = document_of(Matrix((2, 2), np.array([[0, 0, -2, 3], [0, 0, 1, -1], [0, 0, 0, 0], [0, 0, 0, 0]])))
    assert [(each.old, each.new) for each in other_judgements(look(strong, (1, 1)))] == [(-2, 3), (3, -2)]
    stronger = document_of(Matrix((2, 2), np.array([[0, 0, -1, 5], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]])))
    assert scale(stronger) == 5, "a scale of its own"
    assert [(each.old, each.new) for each in other_judgements(look(stronger, (1, 1)))] == [(-1, 5), (5, -1)]
    only_one = document_of(Matrix((2, 2), np.array([[0, 0, -3, 1], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]])))
    assert [(each.old, each.new) for each in other_judgements(look(only_one, (1, 1)))] == [(-3, 1), (1, -3)]
    none = document_of(Matrix((2, 2), np.array([[0, 0, -3, 3], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]])))
    assert [(each.old, each.new) for each in other_judgements(look(none, (1, 1)))] == [(-3, 3), (3, -3)]


def test_the_least_sure_judgement_is_proposed_first_and_one_that_nobody_made_last() -> None:
    scores = np.zeros((7, 7), dtype=np.int64)
    scores[0, 5], scores[2, 6] = -1, 1  # a1 on c1, b1 on c2
    document = document_of(Matrix((2, 3, 2), scores))
    a1, b1, c1, c2 = (*chosen(document, (1, 1, 1)), chosen(document, (1, 1, 2))[2])
    document = set_impact(a1, c1, confidence=5).apply(document)
    document = set_impact(b1, c2, confidence=1).apply(document)
    found = other_judgements(look(document, (1, 1, 1)))
    assert [(each.source, each.target, each.new) for each in found] == [
        (b1, c2, -1),
        (a1, c1, 1),
        (a1, c2, -2),
        (b1, c1, 2),
    ]
    assert other_judgement(names(document), found[0]).endswith("−1 instead of +1 (sure: 1 of 5)")
    assert other_judgement(names(document), found[-1]).endswith("+2 instead of 0 (nobody judged it)")


def test_what_cannot_go_together_or_is_not_looked_for_is_said_and_no_judgement_mends_it() -> None:
    document = pair()
    a1, b2 = chosen(document, (1, 2))
    a2 = chosen(document, (2, 1))[0]
    ruled_out = look(exclude(a1, b2, reason="They fall out").apply(document), (1, 2))
    assert headline(ruled_out) == "It does not hold together: it has in it what was ruled out."
    assert reasons(ruled_out)[0] == "A “a1” and B “b2” cannot go together: They fall out"
    assert other_judgements(ruled_out) == ()
    assert other_variants(ruled_out) == (), "with a2, b1 wins; with b1, b2 wins"
    forced = look(force(a2).apply(document), (1, 2))
    assert reasons(forced)[0] == "Only worlds with A “a2” are looked for."
    assert not forced.holds


def test_the_tolerance_counts() -> None:
    document = set_tolerance(4).apply(pair())
    held = look(document, (1, 1))
    assert held.holds
    assert headline(held) == "It holds only within the tolerance: another variant may lead by 4."
    assert other_judgements(held) == ()
    less = look(set_tolerance(3).apply(document), (1, 1))
    assert [(each.old, each.new) for each in other_judgements(less)] == [(-2, -1), (2, 1)]


def test_somewhereland_where_the_economy_does_not_fit() -> None:
    document = somewhereland_document()
    held = look(document, (1, 2, 3, 1, 1, 2))
    called = names(document)
    assert (held.inconsistency, held.holds) == (1, False)
    assert reasons(held) == [
        "C. Economy: “C2” (+2) beats “C3” (+1) by 1.\n"
        "– F. Social values “F2” promotes “C2” (+2) and restricts “C3” (−1)\n"
        "– B. Foreign policy “B2” promotes “C2” (+1) and restricts “C3” (−1)\n"
        "– E. Social cohesion “E1” promotes “C3” (+3) and restricts “C2” (−1)"
    ]
    assert [called.full(each) for each in other_variants(held)] == ["C. Economy “C2”"]
    assert len(other_judgements(held)) == 9
    assert called.told(nearest(held, solve(document))) == "A1 / B2 / C2 / D1 / E1 / F2"


def test_two_descriptors_in_the_wrong_have_no_single_remedy() -> None:
    held = look(somewhereland_document(), (1, 1, 3, 1, 1, 1))
    assert headline(held) == "It does not hold together: in 3 descriptors another variant would win."
    assert other_judgements(held) == ()
    assert other_variants(held) == ()
    assert len(reasons(held)) == 4
    worst, others = reasons(held, 1)
    assert worst == reasons(held)[0]
    assert others == "\n".join(each.split("\n")[0] for each in reasons(held)[1:])


def test_succession_step_by_step() -> None:
    document = somewhereland_document()
    held = look(document, (2, 1, 3, 1, 1, 1))
    way = succession(held)
    said = steps(names(document), [held.board.named(step) for step in way.steps])
    assert said == [
        "D. Distribution of wealth becomes “D2”",
        "E. Social cohesion becomes “E2”",
    ]
    assert ending(way) == "It settles after 2 steps."
    assert ending(succession(look(document, (1, 2, 2, 1, 1, 2)))) == "It stays: nothing pulls it elsewhere."
    circle = Matrix((2, 2), np.array([[0, 0, 0, 1], [0, 0, 1, 0], [1, 0, 0, 0], [0, 1, 0, 0]]))
    round_and_round = ending(succession(look(document_of(circle), (1, 1))))
    assert round_and_round == "It goes round and never settles: after step 4 it is back at the start."


def test_weights_in_words() -> None:
    counted = Weights((Weight(35, 35 / 486, 35 / 486, 35 / 486),), True, 486)
    assert weight_words(counted.each[0], counted) == "35 of 486 starting points lead here (7 %)."
    sampled = Weights((Weight(100, 0.002, 0.0016, 0.0024),), False, 50_000)
    assert weight_words(sampled.each[0], sampled) == (
        "About 0.2 % of starting points lead here (0.2 to 0.2 %, from 50000 tried)."
    )


def test_a_descriptor_without_a_title_is_called_by_its_place() -> None:
    document = document_of(Matrix((1, 2), np.zeros((3, 3), dtype=np.int64)), [("", [""]), ("Trade", ["", "free"])])
    held = look(document, (1, 1))
    assert names(document).told(held.variants) == "A1 / B1"


@st.composite
def cases(draw: st.DrawFn) -> tuple[Matrix, State, int]:
    sizes = tuple(draw(st.lists(st.integers(1, 3), min_size=2, max_size=3)))
    width = sum(sizes)
    values = draw(st.lists(st.integers(-3, 3), min_size=width * width, max_size=width * width))
    matrix = Matrix(sizes, np.array(values, dtype=np.int64).reshape(width, width))
    for at in range(len(sizes)):
        matrix.scores[matrix.span(at), matrix.span(at)] = 0
    state = tuple(draw(st.integers(0, size - 1)) for size in sizes)
    return matrix, state, draw(st.integers(0, 1))


@given(cases())
@settings(deadline=None, max_examples=25)
def test_proposed_judgements_are_exactly_the_smallest_that_mend(given_case: tuple[Matrix, State, int]) -> None:
    matrix, state, tolerance = given_case
    if int(standing(matrix, states_of(matrix, [state])).inconsistency[0]) <= tolerance:
        assert mending_judgements(matrix, state, tolerance, 3) == []
        return
    owner = [at for at, size in enumerate(matrix.sizes) for _place in range(size)]
    tried = [
        Judged(row, column, int(matrix.scores[row, column]), new)
        for row, column in product(range(len(owner)), repeat=2)
        for new in range(-3, 4)
        if owner[row] != owner[column] and new != matrix.scores[row, column]
    ]
    mended = [each for each in tried if inconsistency_with(matrix, state, each) <= tolerance]
    least = min((abs(each.new - each.old) for each in mended), default=0)
    smallest = {each for each in mended if abs(each.new - each.old) == least}
    assert set(mending_judgements(matrix, state, tolerance, 3)) == smallest


@given(st.integers(0, 10_000), st.data())
@settings(deadline=None, max_examples=25)
def test_proposals_carried_out_make_the_combination_hold(seed: int, data: st.DataObject) -> None:
    document = document_of(random_matrix(seed))
    sizes = [len(several) for several in look(document, (1,) * len(random_matrix(seed).sizes)).board.variants]
    held = look(document, tuple(data.draw(st.integers(1, size)) for size in sizes))
    assert sum(each.on_rival - each.on_chosen for fight in held.fights for each in fight.pulls) == sum(
        fight.lead for fight in held.fights
    )
    listed = set(solve(document).combinations)
    assert held.holds == (held.variants in listed)
    if not held.holds:
        assert {swapped(held, new) for new in other_variants(held)} == {
            each for each in listed if sum(a != b for a, b in zip(each, held.variants, strict=True)) == 1
        }
    for each in other_judgements(held)[:3]:
        changed = set_impact(each.source, each.target, value=each.new).apply(document)
        again = case(changed, held.variants)
        assert again is not None
        assert again.holds

"""From combinations to worlds, and the morphological field."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.history import History
from foresight.core.words import speaking
from foresight.methods.cib.analysis import board, kept
from foresight.methods.cib.choosing import made_of, make_scenarios, proposed_names
from foresight.methods.cib.engine.field import Remaining
from foresight.methods.cib.engine.matrix import Matrix
from foresight.methods.cib.model import (
    CrossImpact,
    add_descriptor,
    change_combination,
    change_variant,
    exclude,
    from_drivers,
    keep,
)
from foresight.methods.cib.morphology import choose, left
from foresight.methods.cib.tests.samples import chosen, document_of, somewhereland_document
from foresight.model.drivers import Driver, Drivers
from foresight.model.scenarios import DriverState, Scenario, Scenarios, add_cross, set_state


def workshop() -> Document:
    """Two drivers that are descriptors, and one descriptor that is none."""
    document = Document().put(Drivers(drivers=(Driver(id="trust", title="Trust"), Driver(id="debt", title="Debt"))))
    document = from_drivers("trust", "debt").apply(document)
    return add_descriptor("Climate policy", ["strict", "lax"]).apply(document)


def test_a_world_has_the_states_of_its_drivers_and_the_rest_begins_its_story() -> None:
    document = workshop()
    variants = chosen(document, (3, 2, 1))
    document = change_variant(variants[2], essay="Taxes are high.").apply(document)
    history = History(document)
    history.do(make_scenarios([(variants, "Green")]))
    (made,) = history.document[Scenarios].scenarios
    assert made.name == "Green"
    assert made.states == (
        DriverState(driver="trust", direction=1, text="more"),
        DriverState(driver="debt", direction=0, text="as today"),
    )
    assert made.narrative == "Climate policy: strict. Taxes are high."
    assert (made.x, made.y) == (None, None)
    held = kept(history.document, variants)
    assert held is not None
    assert (held.name, held.scenario) == ("Green", made.id)
    assert made_of(history.document) == {variants: made.id}
    assert history.steps == ("Make scenarios",)
    history.undo()
    assert history.document is document


def test_the_direction_is_that_of_the_scenario_whose_words_they_are() -> None:
    document = add_cross().apply(Document().put(Drivers(drivers=(Driver(id="trust", title="Trust"),))))
    one, other = (scenario.id for scenario in document[Scenarios].scenarios[:2])
    document = set_state(one, "trust", text="It breaks", direction=-1).apply(document)
    document = set_state(other, "trust", text="It grows", direction=1).apply(document)
    document = from_drivers("trust").apply(document)
    document = make_scenarios([(chosen(document, (2,)), "New")]).apply(document)
    assert document[Scenarios].scenarios[-1].states == document[Scenarios].scenarios[1].states


def test_a_combination_becomes_a_world_once() -> None:
    document = workshop()
    variants = chosen(document, (1, 1, 1))
    once = make_scenarios([(variants, "One")]).apply(document)
    assert make_scenarios([(variants, "Again")]).apply(once) is once
    kept_already = keep(variants, "Kept", "It is bold").apply(document)
    made = make_scenarios([(variants, "One")]).apply(kept_already)
    (held,) = made[CrossImpact].combinations
    assert (held.name, held.why) == ("Kept", "It is bold")
    assert made[Scenarios].scenarios[0].name == "One"


def test_both_ways_end_in_the_same_kind_of_world() -> None:
    document = make_scenarios([(chosen(workshop(), (1, 1, 1)), "One")]).apply(workshop())
    document = add_cross().apply(document)
    assert {type(each) for each in document[Scenarios].scenarios} == {Scenario}
    assert [each.x for each in document[Scenarios].scenarios] == [None, "low", "high", "low", "high"]


def test_names_are_those_they_are_kept_under_or_what_is_rare_among_them() -> None:
    document = somewhereland_document()
    four = [chosen(document, each) for each in ((1, 2, 2, 1, 1, 2), (1, 3, 1, 2, 3, 3), (2, 1, 3, 2, 2, 1))]
    assert proposed_names(document, four) == ["B2 and C2", "B3 and C1", "A2 and B1"]
    with speaking("nb"):
        assert proposed_names(document, four)[0] == "B2 og C2"
    document = keep(four[1]).apply(document)
    document = change_combination(document[CrossImpact].combinations[0].id, name="The leap").apply(document)
    assert proposed_names(document, four)[1] == "The leap"


def field(pairs: list[tuple[tuple[int, int], tuple[int, int]]], sizes: tuple[int, ...] = (2, 3, 2)) -> Document:
    """Descriptors of these sizes with these pairs (descriptor, variant) ruled out."""
    document = document_of(Matrix(sizes, np.zeros((sum(sizes), sum(sizes)), dtype=np.int64)))
    held = board(document).variants
    for (at, one), (to, other) in pairs:
        document = exclude(held[at][one], held[to][other]).apply(document)
    return document


def test_what_is_left_around_a_chosen_variant() -> None:
    document = field([((0, 0), (1, 0)), ((1, 1), (2, 0))])
    a1, a2, b1, b2, b3, c1, c2 = board(document).places
    whole = left(document, ())
    assert whole.count == Remaining(8, True)
    assert whole.possible == {a1, a2, b1, b2, b3, c1, c2}
    around = left(document, (a1, c1))
    assert around.count == Remaining(1, True)
    assert around.combinations == ((a1, b3, c1),)
    assert around.possible == {a1, a2, b3, c1, c2}, "a2 would go with c1, c2 with a1"


def test_a_click_chooses_lets_go_and_never_leads_to_a_dead_end() -> None:
    document = field([((0, 0), (1, 0)), ((1, 1), (2, 0))])
    a1, a2, b1, b2, _b3, c1, _c2 = board(document).places
    assert choose(document, (), b1) == (b1,)
    assert choose(document, (b1,), b1) == ()
    assert choose(document, (b1,), b2) == (b2,)
    assert choose(document, (c1,), a2) == (a2, c1)
    assert choose(document, (a1, c1), b1) == (b1, c1), "a1 excludes it and is let go"
    blocked = field([((0, 0), (1, 0)), ((0, 0), (1, 1)), ((1, 2), (2, 0))])
    a1, _a2, _b1, _b2, _b3, c1, _c2 = board(blocked).places
    assert choose(blocked, (a1,), c1) == (c1,), "nothing is left between them, though they do not exclude each other"


def test_an_empty_field() -> None:
    assert left(Document(), ()).count == Remaining(0, True)


@st.composite
def fields(draw: st.DrawFn) -> tuple[Document, tuple[int, ...]]:
    sizes = tuple(draw(st.lists(st.integers(1, 3), min_size=1, max_size=4)))
    cells = [(at, place) for at, size in enumerate(sizes) for place in range(size)]
    pairs = [(one, other) for one in cells for other in cells if one[0] < other[0]]
    ruled_out = draw(st.lists(st.sampled_from(pairs), max_size=8, unique=True)) if pairs else []
    places = tuple(draw(st.integers(-1, size - 1)) for size in sizes)
    return field(ruled_out, sizes), places


@given(fields())
@settings(deadline=None, max_examples=40)
def test_what_is_left_is_what_a_list_leaves(given_field: tuple[Document, tuple[int, ...]]) -> None:
    document, places = given_field
    several = board(document).variants
    picked = tuple(several[at][place] for at, place in enumerate(places) if place >= 0)
    bad = [{each.one, each.other} for each in document[CrossImpact].exclusions]
    whole = [each for each in product(*several) if not any(pair <= set(each) for pair in bad)]
    with_all = [each for each in whole if set(picked) <= set(each)]
    held = left(document, picked)
    assert held.count == Remaining(len(with_all), True)
    assert list(held.combinations) == with_all
    expected = {
        variant
        for at, variants in enumerate(several)
        for variant in variants
        if any(variant in each and set(picked) - set(several[at]) <= set(each) for each in whole)
    }
    assert held.possible == expected

"""Counting a morphological field."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.methods.cib.engine import field
from foresight.methods.cib.engine.field import Remaining, counted
from foresight.methods.cib.model import CrossImpact, Exclusion
from foresight.methods.cib.morphology import left
from foresight.methods.cib.tests.samples import somewhereland_document

Pair = tuple[tuple[int, int], tuple[int, int]]


@st.composite
def fields(draw: st.DrawFn) -> tuple[list[tuple[int, ...]], list[Pair]]:
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=5))
    variants = [(at, place) for at, size in enumerate(sizes) for place in range(size)]
    pairs = [(one, other) for one in variants for other in variants if one[0] < other[0]]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=12)) if pairs else []
    return [tuple(range(size)) for size in sizes], chosen


def by_listing(domains: list[tuple[int, ...]], forbidden: list[Pair]) -> int:
    return sum(
        not any(setting[a] == u and setting[b] == v for (a, u), (b, v) in forbidden) for setting in product(*domains)
    )


@given(fields())
@settings(deadline=None)
def test_the_count_is_that_of_a_list(given_field: tuple[list[tuple[int, ...]], list[Pair]]) -> None:
    domains, forbidden = given_field
    assert counted(domains, forbidden) == Remaining(by_listing(domains, forbidden), True)


def test_large_fields_are_counted_exactly() -> None:
    domains = [tuple(range(4))] * 40
    chain: list[Pair] = [((at, 0), (at + 1, 0)) for at in range(39)]
    ends_in_first, ends_elsewhere = 1, 3
    for _step in range(39):
        ends_in_first, ends_elsewhere = ends_elsewhere, 3 * (ends_in_first + ends_elsewhere)
    assert counted(domains, chain) == Remaining(ends_in_first + ends_elsewhere, True)


def test_a_field_too_entangled_to_count_says_more_than() -> None:
    domains = [tuple(range(8))] * 12
    every: list[Pair] = [((a, 0), (b, 0)) for a in range(12) for b in range(a + 1, 12)]
    held = counted(domains, every)
    assert not held.exact
    assert held.count >= field.MOST


def test_a_pair_of_one_descriptor_out_of_a_file_says_nothing() -> None:
    document = somewhereland_document()
    part = document[CrossImpact]
    first, second = part.variants[:2]
    odd = document.put(part.but(exclusions=(Exclusion(one=first.id, other=second.id),)))

    assert first.descriptor == second.descriptor
    assert left(odd, ()) == left(document, ())
    assert left(odd, ()).count == Remaining(486, True)

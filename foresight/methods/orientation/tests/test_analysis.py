"""Orientation: the published numbers, privacy of small groups, the empty case."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.methods import discover
from foresight.core.words import speaking
from foresight.methods.orientation.analysis import FEWEST, in_triangle, on_line, point_names, summary
from foresight.methods.orientation.figures import figures
from foresight.methods.orientation.model import Orientation, Rater, Shares, add_rater, name_points
from foresight.methods.orientation.parts import Part, by_group, by_organisation
from foresight.model.groups import Group, Groups
from foresight.model.ternary import HEIGHT

NOW = ((20, 60, 20), (10, 70, 20), (40, 50, 10), (15, 55, 30), (5, 45, 50))
LINE = (3, 3, 4, 3, 4, 2, 3, 4, 5, 3, 4, 3)


def shares(*values: tuple[int, int, int]) -> list[Shares]:
    return [Shares(past=past, present=present, future=future) for past, present, future in values]


def room(*sizes: int, organisation: str = "") -> Document:
    """Groups of these sizes; everybody in group i chooses point i + 1 now and 5 as it should be."""
    groups = tuple(Group(name=f"Table {i + 1}") for i in range(len(sizes)))
    raters = tuple(
        Rater(group=group.id, line_now=i % 5 + 1, line_should=5, organisation=organisation)
        for i, (group, size) in enumerate(zip(groups, sizes, strict=True))
        for _ in range(size)
    )
    return Document().put(Groups(groups=groups), Orientation(raters=raters))


def sizes(parts: tuple[Part, ...]) -> list[tuple[str, int]]:
    return [(part.name, part.summary.n) for part in parts]


def test_shares_in_the_triangle() -> None:
    found = in_triangle(shares(*NOW))
    assert found is not None
    assert (found.past, found.present, found.future) == (18, 56, 26)
    assert found.balance == pytest.approx(0.08)
    assert found.centroid == pytest.approx((0.54, 0.4850), abs=5e-5)
    assert found.dispersion == pytest.approx(0.1231, abs=5e-5)
    assert sum(found.counts.values()) == found.n == 5


def test_gap_between_now_and_should_be() -> None:
    raters = [Rater(shares_now=each) for each in shares(*NOW)]
    raters[0] = raters[0].but(shares_should=shares((10, 40, 50))[0])
    found = summary(raters)
    assert found.gap == pytest.approx(0.32)
    assert found.line_gap is None
    assert replace(found, shares_should=None).gap is None


def test_the_line() -> None:
    found = on_line(LINE)
    assert found is not None
    assert found.mean == pytest.approx(3.417, abs=5e-4)
    assert (found.median, found.lower, found.upper) == (3, 3, 4)
    assert found.counts == (0, 1, 6, 4, 1)


def test_gap_on_the_line() -> None:
    found = summary([Rater(line_now=3, line_should=4), Rater(line_now=4, line_should=5), Rater(line_now=2)])
    assert found.line_gap == pytest.approx(1.5)
    assert found.n == 3


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)).filter(lambda each: sum(each) <= 100), min_size=1))
def test_the_centroid_lies_in_the_triangle(pairs: list[tuple[int, int]]) -> None:
    found = in_triangle(shares(*((past, present, 100 - past - present) for past, present in pairs)))
    assert found is not None
    x, y = found.centroid
    tiny = 1e-9
    assert -tiny <= y <= 2 * HEIGHT * min(x, 1 - x) + tiny
    assert 0 <= found.dispersion <= 1
    assert -1 - tiny <= found.balance <= 1 + tiny
    assert found.past + found.present + found.future == pytest.approx(100)


def test_who_said_nothing_does_not_count() -> None:
    assert summary([Rater(code="1"), Rater(code="2", note="ill")]).n == 0
    assert by_group(room()) == ()


def test_groups_of_enough_people_are_shown_in_the_order_of_the_tables() -> None:
    assert sizes(by_group(room(3, 5, 4))) == [("Table 1", 3), ("Table 2", 5), ("Table 3", 4)]
    means = [part.summary.line_now.mean for part in by_group(room(3, 5, 4)) if part.summary.line_now]
    assert means == [1, 2, 3]


def test_small_groups_are_merged() -> None:
    assert sizes(by_group(room(2, 5, 1, 2))) == [("Table 2", 5), ("", 5)]


def test_nobody_can_be_worked_out_from_the_rest() -> None:
    assert sizes(by_group(room(6, 2, 3))) == [("Table 1", 6), ("", 5)]
    assert by_group(room(2, 2)) == ()
    assert by_group(room(3, 1)) == ()


@given(st.lists(st.integers(0, 9), max_size=8), st.integers(0, 5))
def test_no_part_is_ever_too_small(groups: list[int], nowhere: int) -> None:
    document = room(*groups)
    for _ in range(nowhere):
        document = add_rater(Rater(line_now=3)).apply(document)
    parts = by_group(document)
    assert all(part.summary.n >= FEWEST for part in parts)
    together = sum(part.summary.n for part in parts)
    assert together in (0, sum(groups) + nowhere)


def test_by_kind_of_organisation() -> None:
    raters = [Rater(line_now=3, organisation="State")] * 3 + [Rater(line_now=4, organisation="Municipality")] * 4
    document = Document().put(Orientation(raters=tuple(rater.but(id=f"r{i}") for i, rater in enumerate(raters))))
    assert sizes(by_organisation(document)) == [("Municipality", 4), ("State", 3)]


def test_figures_are_json_and_keep_small_numbers_back() -> None:
    document = room(4, 4)
    answered = (0, 1, 4)
    raters = tuple(
        rater.but(shares_now=shares((10, 60, 30))[0], shares_should=shares((10, 60, 30))[0] if at else None)
        if at in answered
        else rater
        for at, rater in enumerate(document[Orientation].raters)
    )
    found = json.loads(json.dumps(figures(document.put(Orientation(raters=raters)))))
    assert found["all"]["n"] == 8
    assert found["all"]["shares_now"]["point"] == [pytest.approx(0.6), pytest.approx(0.6 * HEIGHT)]
    assert [part["n"] for part in found["groups"]] == [4, 4]
    assert found["groups"][0]["line_now"]["mean"] == 1
    assert found["groups"][0]["line_gap"] == 4
    assert found["groups"][0]["shares_now"] is None
    assert found["all"]["shares_should"] is None  # of two people


def test_names_of_the_points() -> None:
    assert point_names(Document())[3] == "Near future"
    discover()
    with speaking("nb"):
        assert point_names(Document())[3] == "Nær framtid"
    own = name_points(("Then", "", "Now", "", "2040")).apply(Document())
    assert point_names(own) == ("Then", "Recent past", "Now", "Near future", "2040")

"""Dots and blips stay in their zone or cell, never cover each other, and always lie at the same place."""

from itertools import combinations
from math import dist, pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.methods.trends.placing import APART, Plane, burst, cell_at, radar, radar_cells
from foresight.methods.trends.tests import samples
from foresight.model.ratings import Ratings, zone
from foresight.model.trends import CATEGORIES, RINGS, Trend, Trends

CELLS = [(category, ring) for category in CATEGORIES for ring in RINGS]
scores = st.integers(2, 10).map(lambda half: half / 2)
lines = st.builds(Ratings, impact_line=scores, uncertainty_line=scores)


def blips_of(cells: list[int]) -> list[Trend]:
    return [
        Trend(id=f"t{n}", title="", category=CELLS[cell][0], ring=CELLS[cell][1]) for n, cell in enumerate(cells)
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 17), max_size=60))
def test_blips_stay_in_their_cell_and_keep_their_distance(cells: list[int]) -> None:
    trends = blips_of(cells)
    made = radar(trends)
    assert {blip.trend for blip in made.blips} == {trend.id for trend in trends}
    by_id = {trend.id: trend for trend in trends}
    for blip in made.blips:
        trend = by_id[blip.trend]
        assert trend.ring is not None
        assert made.cells[trend.category, trend.ring].holds((blip.x, blip.y), made.radius)
        assert cell_at((blip.x, blip.y)) == (trend.category, trend.ring)
    places = [(blip.x, blip.y) for blip in made.blips]
    assert all(dist(one, other) >= APART * made.radius for one, other in combinations(places, 2))
    assert radar(trends) == made


def test_sixty_blips_are_readable_on_a_sheet() -> None:
    """With a radius of 110 points each blip has at least 11 points across, room for two digits at 8 points."""
    made = radar(samples.many(60)[Trends].trends)
    assert len(made.blips) == 60
    assert 2 * 110 * made.radius >= 11


def test_blips_are_ordered_clockwise_from_the_centre_outwards() -> None:
    trends = blips_of([17, 0, 15, 1, 16, 2, 3])
    order = [blip.trend for blip in radar(trends).blips]
    assert order == ["t1", "t6", "t2", "t3", "t4", "t5", "t0"]


def test_another_blip_at_the_end_moves_no_other() -> None:
    trends = blips_of([0, 3, 3, 7])
    before = {blip.trend: (blip.x, blip.y) for blip in radar(trends).blips}
    after = {blip.trend: (blip.x, blip.y) for blip in radar([*trends, *blips_of([0, 3, 3, 7, 7])[4:]]).blips}
    assert {trend: after[trend] for trend in before} == before


def test_a_trend_without_a_ring_is_not_on_the_radar() -> None:
    assert radar([Trend(title="Somewhere")]).blips == ()


def test_the_cells_make_up_the_whole_disc() -> None:
    assert sum(cell.area for cell in radar_cells().values()) == pytest.approx(pi)
    assert cell_at((0.01, 0.3)) == ("social", "now")
    assert cell_at((-0.01, 0.9)) == ("values", "far")
    assert cell_at((0.6, -0.1)) == ("technological", "near")
    assert cell_at((0.8, 0.8)) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(scores, scores), max_size=80), lines)
def test_dots_stay_in_their_zone_and_keep_their_distance(places: list[tuple[float, float]], lines: Ratings) -> None:
    plane = Plane(460, 300)
    wishes = {f"t{n}": place for n, place in enumerate(places)}
    points, radius = burst(wishes, lines, plane, 7)
    assert points.keys() == wishes.keys()
    boxes = plane.zones(lines)
    for trend, (x, y) in points.items():
        left, bottom, right, top = boxes[zone(*wishes[trend], lines)]
        assert left <= x - radius
        assert x + radius <= right
        assert bottom <= y - radius
        assert y + radius <= top
    assert all(dist(one, other) >= APART * radius for one, other in combinations(points.values(), 2))
    assert burst(wishes, lines, plane, 7) == (points, radius)


def test_a_dot_with_room_lies_exactly_at_its_scores() -> None:
    plane = Plane(470, 470)
    points, radius = burst({"a": (2.0, 4.0), "b": (4.5, 1.5)}, Ratings(), plane, 7)
    assert points == {"a": plane.at(2.0, 4.0), "b": plane.at(4.5, 1.5)}
    assert radius == 7


def test_two_hundred_dots_at_one_place_burst() -> None:
    points, radius = burst({f"t{n}": (4.0, 4.0) for n in range(200)}, Ratings(), Plane(460, 300), 7)
    assert len(set(points.values())) == 200
    assert radius > 4


@given(scores, scores)
def test_a_point_on_the_plane_gives_its_scores_back(impact: float, uncertainty: float) -> None:
    plane = Plane(321, 123)
    assert plane.scores(*plane.at(impact, uncertainty)) == (impact, uncertainty)


def test_points_outside_are_held_to_the_scales() -> None:
    plane = Plane(470, 470)
    assert plane.scores(-50, 9999) == (1, 5)
    assert plane.scores(*plane.at(3.2, 3.3)) == (3, 3.5)

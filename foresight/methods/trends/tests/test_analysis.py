"""What the ratings add up to, with numbers reckoned by hand."""

import json

import pytest

from foresight.core.document import Document
from foresight.core.words import speaking
from foresight.methods.trends.analysis import (
    Filter,
    Row,
    against,
    blind_spots,
    by_zone,
    coverage,
    figures,
    measure,
    raters,
    ratings_of,
    rows,
    tags,
)
from foresight.methods.trends.tests import samples
from foresight.model.ratings import Ratings, set_lines
from foresight.model.trends import Trends


def row(number: int) -> Row:
    return rows(samples.workshop())[number - 1]


def titles(found: tuple[Row, ...]) -> list[str]:
    return [each.trend.title for each in found]


def test_the_published_ratings_have_the_published_figures() -> None:
    """Twelve scores of methods.md 2.19: median 4, quartiles 3.75 and 5, mean 3.833."""
    found = measure([5, 4, 4, 5, 2, 4, 3, 5, 4, 1, 4, 5])
    assert found is not None
    assert (found.n, found.median, found.lower, found.upper, found.spread) == (12, 4, 3.75, 5, 1.25)
    assert found.mean == pytest.approx(3.8333, abs=1e-4)
    assert found.modes == (4,)
    assert found.inverse == 2


@pytest.mark.parametrize(
    ("scores", "median", "lower", "upper", "modes"),
    [
        ([3], 3, 3, 3, (3,)),
        ([1, 2], 1.5, 1.25, 1.75, (1, 2)),
        ([5, 1, 3], 3, 2, 4, (1, 3, 5)),
        ([1, 2, 2, 5, 5, 4], 3, 2, 4.75, (2, 5)),
    ],
)
def test_quantiles_lie_between_order_statistics(
    scores: list[float], median: float, lower: float, upper: float, modes: tuple[float, ...]
) -> None:
    found = measure(scores)
    assert found is not None
    assert (found.median, found.lower, found.upper, found.modes) == (median, lower, upper, modes)


def test_no_scores_have_no_figures() -> None:
    assert measure([]) is None
    assert rows(Document()) == ()
    assert (row(5).impact, row(5).uncertainty, row(5).standing, row(5).zone) == (None, None, None, None)


def test_a_trend_stands_at_the_medians_of_its_groups() -> None:
    trust = row(1)
    assert trust.standing is not None
    assert (trust.standing.impact, trust.standing.uncertainty, trust.standing.n) == (5, 4, 3)
    assert trust.standing.criticality == 0.75
    assert [each.zone for each in rows(samples.workshop())] == ["critical", "given", "watch", "drop", None]


def test_a_rating_on_one_scale_counts_on_that_scale_only() -> None:
    silos = row(4)
    assert silos.standing is not None
    assert silos.standing.n == 1
    assert silos.impact is not None
    assert silos.uncertainty is not None
    assert (silos.impact.n, silos.uncertainty.n, silos.uncertainty.median) == (1, 2, 1.5)


def test_zones_are_sorted_by_what_matters_in_them() -> None:
    table = rows(samples.many(25))
    critical = [each.standing.criticality for each in by_zone(table, "critical") if each.standing]
    given = [(each.standing.impact, each.standing.uncertainty) for each in by_zone(table, "given") if each.standing]
    assert critical == sorted(critical, reverse=True)
    assert given == [(5, 1), (5, 2), (4, 1), (4, 2), (3, 1), (3, 2)]
    assert titles(by_zone(rows(samples.workshop()), None)) == ["Quantum"]


def test_moving_a_zone_line_moves_trends_to_another_zone() -> None:
    moved = set_lines(impact=5.0).apply(samples.workshop())
    assert [each.zone for each in rows(moved)] == ["critical", "drop", "watch", "drop", None]


def test_only_groups_that_rated_a_trend_on_both_scales_count_as_raters() -> None:
    assert raters(samples.workshop()) == 3
    assert raters(Document()) == 0


def test_own_against_the_average() -> None:
    trust, silos = against(ratings_of(samples.workshop(), "trust")), against(ratings_of(samples.workshop(), "silos"))
    assert list(trust) == ["g1", "g2", "g3"]
    assert trust["g1"].impact == pytest.approx(5 - 14 / 3)
    assert trust["g1"].uncertainty == 1
    assert trust["g2"].impact == pytest.approx(4 - 14 / 3)
    assert (silos["g2"].impact, silos["g2"].uncertainty) == (None, 0.5)
    assert against([]) == {}


@pytest.mark.usefixtures("sample")  # loads the catalogues
def test_categories_without_a_trend_are_named() -> None:
    document = samples.workshop()
    assert coverage(document) == {
        "social": 2, "technological": 1, "economic": 0, "environmental": 0, "political": 2, "values": 0
    }  # fmt: skip
    assert blind_spots(document) == "No trends yet in these categories: Economic, Environmental and Values."
    with speaking("nb"):
        assert blind_spots(document) == "Ingen trender ennå i disse kategoriene: Økonomisk, Miljømessig og Verdier."
    assert blind_spots(samples.many(6)) == ""
    assert blind_spots(Document()) == ""


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Filter(), ["Trust", "Ageing", "Fashion", "Silos", "Quantum"]),
        (Filter(text="  EIGHTY people "), ["Ageing"]),
        (Filter(text="trust"), ["Trust"]),
        (Filter(category="political"), ["Trust", "Silos"]),
        (Filter(category="political", ring="now"), ["Silos"]),
        (Filter(kind="weak signal"), ["Fashion"]),
        (Filter(zone="given"), ["Ageing"]),
        (Filter(tag="demography"), ["Ageing"]),
        (Filter(text="nothing of the kind"), []),
    ],
)
def test_filters_leave_what_fits_all_of_them(wanted: Filter, left: list[str]) -> None:
    assert [each.trend.title for each in rows(samples.workshop()) if wanted.admits(each)] == left


def test_tags_are_listed_once() -> None:
    assert tags(samples.workshop()) == ("demography", "trust")


def test_figures_are_plain_values() -> None:
    found = figures(samples.workshop())
    assert json.loads(json.dumps(found)) == found
    assert found["groups_that_rated"] == 3
    assert found["rings"] == {"now": 2, "near": 1, "far": 1}
    first, *_others, last = found["trends"]
    assert (first["number"], first["zone"], first["n"], first["criticality"]) == (1, "critical", 3, 0.75)
    assert first["impact"] == {
        "n": 3, "mean": pytest.approx(14 / 3), "median": 5.0, "quartiles": [4.5, 5.0], "spread": 0.5, "modes": [5.0],
        "inverse_median": 1.0,
    }  # fmt: skip
    assert (last["zone"], last["n"], last["impact"]) == (None, 0, None)
    assert figures(Document())["trends"] == []


def test_the_sample_is_rated_by_all_its_groups(sample: Document) -> None:
    table = rows(sample)
    assert len(table) == len(sample[Trends].trends)
    assert all(each.standing for each in table)
    assert raters(sample) == 12
    assert sum(len(by_zone(table, zone)) for zone in ("critical", "given", "watch", "drop")) == len(table)
    assert sample[Ratings].impact_line > 1

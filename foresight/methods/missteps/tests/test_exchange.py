"""Missteps and experiments as tables, and those of the sample."""

import pytest

from foresight.core.document import Document
from foresight.core.look import LIGHT
from foresight.core.methods import discover
from foresight.core.words import speaking
from foresight.exchange.csv_files import read_csv
from foresight.methods.missteps.analysis import grounds, results, told
from foresight.methods.missteps.exchange import write_experiments, write_missteps
from foresight.methods.missteps.figure import standing, standing_height, steps
from foresight.methods.missteps.tests.samples import tried

discover()  # so that the words of the method are known in Norwegian


def rows(data: bytes) -> list[list[str]]:
    """The rows of a CSV file."""
    return [[str(cell) for cell in row] for row in read_csv(data).sheets[0].rows]


def test_missteps_are_written_one_to_a_row_under_their_fields() -> None:
    head, first, *_others, last = rows(write_missteps(tried(), ".csv"))
    assert head[:6] == ["What we tried", "What failed", "What we learnt", "Shared with whom", "Group", "When it was"]
    assert first[:5] == ["One form for all", "Nobody used it", "Ask first", "HR", "Table 1"]
    assert last[:5] == ["A chatbot", "", "", "", "Table 1"]


def test_experiments_are_written_with_names_for_what_they_are_about() -> None:
    with speaking("nb"):
        head, first, second, _third = rows(write_experiments(tried(), ".csv"))
    assert head[:3] == ["Antakelse", "Scenario", "Drivkraft"]
    assert first[:3] == ["People share data", "Fast lane", "Trust"]
    assert (first[5], first[7], second[7]) == ("2026-01-15", "Holdt", "Falt")


def test_the_sample_has_missteps_and_tests_of_every_world(sample: Document) -> None:
    assert told(sample).steps == (10, 10, 9, 6)
    assert results(sample) == {"open": 4, "held": 2, "fell": 2}
    assert [(one.n, one.tested) for one in grounds(sample)] == [(14, 2)] * 4


@pytest.mark.parametrize("width", [220.0, 700.0])
def test_the_figures_of_the_sample_stay_inside_their_frame(sample: Document, width: float) -> None:
    height = standing_height(sample, width)
    for drawn in (standing(sample, width, height, LIGHT), steps(told(sample), width, 62, LIGHT)):
        left, bottom, right, top = drawn.getBounds()
        assert left >= -1
        assert bottom >= -1
        assert right <= width + 1
        assert top <= drawn.height + 1

"""The list of combinations, the tableau, and the page of the brief."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.brief import Bullets, Picture, Text
from foresight.core.document import Document
from foresight.core.look import PRINT
from foresight.core.picture import Text as TextShape
from foresight.methods.cib.analysis import Answer, solve
from foresight.methods.cib.engine.matrix import Matrix
from foresight.methods.cib.engine.succession import weights
from foresight.methods.cib.figure import LABELS, NARROWEST, PAD, WIDEST, tableau, tableau_height, tableau_width
from foresight.methods.cib.listing import count_told, grouped, lines, lines_at, weight_told
from foresight.methods.cib.model import (
    CrossImpact,
    add_descriptor,
    change_variant,
    force,
    keep,
    move_descriptor,
    remove_parts,
    set_tolerance,
)
from foresight.methods.cib.report import sections
from foresight.methods.cib.tableau import Span, arranged, far_apart, shown_lines, spans, touching
from foresight.methods.cib.tests.samples import chosen, document_of, somewhereland_document


@pytest.fixture(scope="module")
def somewhere() -> Document:
    return somewhereland_document()


@pytest.fixture(scope="module")
def answer(somewhere: Document) -> Answer:
    return solve(somewhere)


def test_the_list_has_every_combination_with_its_figures_and_then_those_only_kept(
    somewhere: Document, answer: Answer
) -> None:
    holds, fails = chosen(somewhere, (1, 2, 2, 1, 1, 2)), chosen(somewhere, (1, 1, 1, 1, 1, 1))
    document = keep(fails, "Against all odds").apply(keep(holds, "Calm").apply(somewhere))
    found = lines(document, answer, 100)
    assert [line.at for line in found] == [*range(10), None]
    calm = next(line for line in found if line.variants == holds)
    assert (calm.consistency, calm.total_impact, calm.kept and calm.kept.name) == (0, 9, "Calm")
    assert (found[-1].variants, found[-1].consistency) == (fails, -14)
    exact = weights(answer.board.matrix, answer.states)
    assert weight_told(exact, calm) == "35"
    assert weight_told(None, calm) == "…"
    assert weight_told(exact, found[-1]) == ""


def test_an_answer_to_another_matrix_is_not_listed(somewhere: Document, answer: Answer) -> None:
    other = remove_parts(somewhere[CrossImpact].variants[0].id).apply(somewhere)
    assert lines(other, answer, 100) == []
    moved = move_descriptor(somewhere[CrossImpact].descriptors[0].id, 3).apply(somewhere)
    assert lines_at(moved, answer, [0]) == []


def test_the_count_is_honest(somewhere: Document, answer: Answer) -> None:
    assert count_told(answer) == "10 combinations hold together, of 486."
    stopped = solve(somewhere, enough=lambda: True)
    assert count_told(stopped) == "Stopped: 0 combinations found so far, of 486. There may be more."
    assert (grouped(1_234_567), grouped(6 * 10**16)) == ("1\u202f234\u202f567", "6.0 · 10^16")


@given(st.lists(st.tuples(*[st.sampled_from("abc")] * 4), max_size=12, unique=True))
def test_arranging_never_loses_what_touches_and_keeps_every_column(columns: list[tuple[str, ...]]) -> None:
    order = arranged(columns)
    assert sorted(order) == list(range(len(columns)))
    assert touching([columns[at] for at in order]) >= touching(columns)


def test_somewhereland_is_arranged_as_well_as_can_be(answer: Answer) -> None:
    columns = answer.combinations
    assert touching(columns) == 21
    assert touching([columns[at] for at in arranged(columns)]) == 40  # the most of all 10! orders


def test_equal_neighbours_are_one_cell() -> None:
    columns = [("x", "p"), ("x", "q"), ("y", "q"), ("x", "q")]
    assert spans(columns, 0) == [Span(0, 1, "x"), Span(2, 2, "y"), Span(3, 3, "x")]
    assert spans(columns, 1) == [Span(0, 0, "p"), Span(1, 3, "q")]


def test_which_combinations_a_tableau_shows(somewhere: Document, answer: Answer) -> None:
    assert [len(shown_lines(somewhere, answer, which)[0]) for which in ("all", "far", "kept")] == [10, 6, 0]
    document = keep(answer.combinations[3], "One").apply(somewhere)
    shown, count = shown_lines(document, answer, "kept")
    assert ([line.variants for line in shown], count) == ([answer.combinations[3]], 1)
    assert shown_lines(document, None, "all") == ([], 0)


def test_of_very_many_some_spread_over_all_of_them_stand_for_the_rest() -> None:
    free = document_of(Matrix((4,) * 6, np.zeros((24, 24), dtype=np.int64)))
    found = solve(free)
    assert found.count == 4**6
    picked = found.states[far_apart(found)]
    assert min((one != other).sum() for at, one in enumerate(picked) for other in picked[:at]) >= 4


def test_the_picture_writes_every_name_and_is_as_high_as_it_says(somewhere: Document, answer: Answer) -> None:
    shown, _count = shown_lines(somewhere, answer, "far")
    high = tableau_height(somewhere, shown, 490)
    drawn = tableau(somewhere, shown, 490, high, PRINT).plain()
    texts = [shape for shape in drawn if isinstance(shape, TextShape)]
    written = " ".join(shape.text for shape in texts)
    assert all(word in written for held in somewhere[CrossImpact].descriptors for word in held.title.split())
    assert all(0 <= shape.place[1] <= high for shape in texts)
    assert sum(shape.text in ("D1", "D2") for shape in texts) == 3


def test_the_longest_word_decides_how_wide_the_picture_must_be_within_bounds(
    somewhere: Document, answer: Answer
) -> None:
    shown, _count = shown_lines(somewhere, answer, "all")
    least = tableau_width(somewhere, shown)
    assert least == pytest.approx(10 * (NARROWEST + 2 * PAD) / (1 - LABELS))
    for title, wide in (("Unbelievably", least * 1.2), ("W" * 100, 10 * (WIDEST + 2 * PAD) / (1 - LABELS))):
        variant = somewhere[CrossImpact].variants[0].id
        assert tableau_width(change_variant(variant, title=title).apply(somewhere), shown) >= wide


def test_the_brief_tells_what_holds_together(somewhere: Document) -> None:
    assert sections(Document(), 8) == ()
    assert sections(add_descriptor("A", ["x", "y"]).apply(Document()), 8) == ()
    assert sections(somewhere, 4) == ()
    document = set_tolerance(2).apply(force(somewhere[CrossImpact].variants[1].id).apply(somewhere))
    (section,) = sections(document, 8)
    text, picture = section.blocks
    assert isinstance(text, Text)
    assert "Only worlds with A. Government “A2”." in text.text
    assert "Contradictions of up to 2 points were let pass." in text.text
    assert isinstance(picture, Picture)


def test_the_brief_shows_what_is_kept_and_why(somewhere: Document, answer: Answer) -> None:
    document = keep(answer.combinations[7], "Calm", "it is what nobody plans for").apply(somewhere)
    (section,) = sections(document, 8)
    _text, picture, reasons = section.blocks
    assert isinstance(picture, Picture)
    assert picture.twin is not None
    assert picture.twin.head == ("Descriptor", "Calm")
    assert reasons == Bullets(("Calm: we keep it because it is what nobody plans for",))

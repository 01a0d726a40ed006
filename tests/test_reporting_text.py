"""Text in the brief and in figures: fonts, lines, plain shapes."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core import picture
from foresight.core.look import FALLBACK_FONT, FONT, PRINT
from foresight.reporting.drawing import arrow, blank, box, circle, hatch, label, mark, mix, paragraph, sector
from foresight.reporting.fonts import BOLD, FALLBACK, MISSING, REGULAR, noting_missing, runs, text_width
from foresight.reporting.lines import breaks, shortened, wrapped

INK = PRINT.ink
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=300)


def test_characters_that_plex_lacks_come_from_dejavu() -> None:
    assert runs("Tillit → ● tro") == ((REGULAR, "Tillit → "), (FALLBACK, "●"), (REGULAR, " tro"))
    assert runs("æøå", bold=True) == ((BOLD, "æøå"),)


def test_characters_that_no_font_has_are_printed_as_a_box_and_noted() -> None:
    with noting_missing() as missing:
        printed = "".join(piece for _font, piece in runs("ja 日 nei 🚀"))
    assert printed == f"ja {MISSING} nei {MISSING}"
    assert missing == {"日", "🚀"}


def test_joiners_and_variation_selectors_leave_no_box() -> None:
    with noting_missing() as missing:
        assert "".join(piece for _font, piece in runs("a\U000e0067b\U000e0100c")) == "abc"
    assert missing == set()


@given(words, st.floats(20, 400), st.booleans())
def test_lines_hold_all_text_within_the_width(text: str, width: float, bold: bool) -> None:
    lines = list(breaks(text, width, 9, bold))
    assert all(text_width(line, 9, bold) <= width + 0.01 or len(line) <= 1 for line in lines)
    letters = "".join(text.replace("\u00ad", "").split()).replace("-", "")
    assert "".join("".join(line.split()) for line in lines).replace("-", "") == letters


def test_long_words_break_with_a_hyphen_and_addresses_after_a_sign() -> None:
    halves = list(breaks("virksomhetsomstillingsprosess", 80, 9))
    assert [half[-1] for half in halves[:-1]] == ["-"] * (len(halves) - 1)
    address = list(breaks("https://www.regjeringen.no/no/dokumenter/scenarioer", 120, 9))
    assert address[0].endswith(("/", "."))
    assert "".join(address) == "https://www.regjeringen.no/no/dokumenter/scenarioer"


def test_a_word_of_a_hundred_thousand_letters_is_broken() -> None:
    lines = list(breaks("x" * 100_000, 375, 9.5))
    assert sum(line.count("x") for line in lines) == 100_000


def test_wrapped_text_ends_in_dots_when_lines_run_out() -> None:
    text = "Et langt avsnitt som trenger flere linjer enn det får"
    assert wrapped(text, 80, 8, lines=2)[-1].endswith("…")
    assert wrapped(text, 400, 8, lines=2) == [text]
    assert wrapped("", 80, 8, lines=2) == []


def test_shortened_text_fits() -> None:
    short = shortened("Offentlig sektors endringsevne", 70, 8)
    assert short.endswith("…")
    assert text_width(short, 8) <= 70
    assert shortened("Kort", 70, 8) == "Kort"


def test_a_figure_is_plain_shapes_with_y_downwards() -> None:
    figure = blank(200, 100)
    box(figure, 10, 20, 30, 40, fill="#ffffff", stroke=INK)
    circle(figure, 50, 90, 5, fill=INK)
    label(figure, 10, 30, "Tillit", colour=INK, bold=True)
    corners, dot, text = figure.plain()
    assert isinstance(corners, picture.Polygon)
    assert corners.points == ((10, 80), (40, 80), (40, 40), (10, 40))
    assert (corners.fill, corners.stroke.upper()) == ("#ffffff", INK)
    assert isinstance(dot, picture.Circle)
    assert (dot.centre, dot.radius) == ((50, 10), 5)
    assert text == picture.Text((10, 70), "Tillit", 8, INK.lower(), FONT, bold=True)


def test_text_that_reads_upwards_turns_against_the_clock() -> None:
    figure = blank(100, 100)
    label(figure, 20, 30, "betydning", colour=INK, angle=90)
    (text,) = figure.plain()
    assert isinstance(text, picture.Text)
    assert text.angle == pytest.approx(-90)
    assert text.place == pytest.approx((20, 70))


def test_text_in_two_fonts_is_two_shapes_in_a_row() -> None:
    figure = blank(100, 20)
    label(figure, 100, 5, "a ●", colour=INK, anchor="end")
    one, two = figure.plain()
    assert isinstance(one, picture.Text)
    assert isinstance(two, picture.Text)
    assert (one.family, two.family) == (FONT, FALLBACK_FONT)
    assert two.place[0] - one.place[0] == pytest.approx(text_width("a ", 8))
    assert one.place[0] == pytest.approx(100 - text_width("a ●", 8))


def test_an_arrow_ends_where_it_points() -> None:
    figure = blank(100, 100)
    arrow(figure, 10, 10, 90, 60, INK, bend=0.2)
    shaft, head = figure.plain()
    assert isinstance(shaft, picture.Path)
    assert isinstance(head, picture.Polygon)
    assert head.points[0] == pytest.approx((90, 40))
    assert math.dist(shaft.steps[-1][1][-1], (90, 40)) < 5


@pytest.mark.parametrize("kind", ["circle", "triangle", "square", "diamond"])
def test_hatches_stay_inside_and_differ(kind: str) -> None:
    figure = blank(60, 40)
    hatch(figure, kind, 10, 10, 40, 20, INK)
    ends = [point for shape in figure.plain() for point in _points(shape)]
    assert ends
    assert all(9.3 <= x <= 50.7 and 9.3 <= y <= 30.7 for x, y in ends)


def _points(shape: picture.Shape) -> list[picture.Point]:
    if isinstance(shape, picture.Line):
        return [shape.start, shape.end]
    assert isinstance(shape, picture.Circle)
    return [shape.centre]


def test_marks_and_rings_are_polygons_and_unknown_marks_are_refused() -> None:
    figure = blank(60, 60)
    mark(figure, "diamond", 30, 30, 10, INK)
    sector(figure, 30, 30, 10, 20, 0, 90, fill=INK)
    assert all(isinstance(shape, picture.Polygon) for shape in figure.plain())
    mark(figure, "", 30, 30, 10, INK)
    assert len(figure.plain()) == 2
    with pytest.raises(ValueError, match="star"):
        mark(figure, "star", 30, 30, 10, INK)


def test_a_paragraph_says_how_high_it_is() -> None:
    figure = blank(100, 100)
    used = paragraph(figure, 0, 90, "Folk stoler på hverandre og på dem som styrer", 60, 8, colour=INK)
    texts = figure.plain()
    assert used == pytest.approx(len(texts) * 8 * 1.3)
    assert all(isinstance(text, picture.Text) and 10 < text.place[1] < 10 + used for text in texts)


def test_a_tint_lies_between_its_colours() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#123456", "#ffffff", 1) == "#123456"

"""The wind tunnel in the brief, and its picture."""

from io import BytesIO

import pypdfium2
import pytest

from foresight.core.brief import SIZES, Bullets, Cell, Picture, Table, Text
from foresight.core.document import Document
from foresight.core.look import LOOKS, THEMES, contrast
from foresight.core.methods import discover
from foresight.core.picture import Text as Words
from foresight.core.words import speaking
from foresight.methods.windtunnel.analysis import KINDS
from foresight.methods.windtunnel.figure import TOKENS, badge_picture, heat, heat_height, shade
from foresight.methods.windtunnel.model import set_score
from foresight.methods.windtunnel.report import sections, table
from foresight.methods.windtunnel.tests.samples import tunnel

WIDTH = 491


def words(document: Document, width: float, height: float | None = None) -> list[str]:
    """Every text in the picture."""
    tall = heat_height(document, width) if height is None else height
    return [shape.text for shape in heat(document, width, tall, LOOKS["light"]).plain() if isinstance(shape, Words)]


def test_nothing_is_printed_before_anything_is_tested() -> None:
    untested = tunnel({"New": (None, None)}, worlds=2)
    assert all(sections(document, pages) == () for document in (Document(), untested) for pages in SIZES)


def test_the_whole_brief_has_the_picture_with_the_robust_options_first() -> None:
    (section,) = sections(tunnel(), 8)
    said, picture, scale = section.blocks
    assert section.page == "compare"
    assert isinstance(said, Text)
    assert said.text == "1 of 5 options works in every world."
    assert isinstance(scale, Text)
    assert isinstance(picture, Picture)
    assert picture.twin is not None
    assert [cell.text for row in picture.twin.rows if isinstance(cell := row[0], Cell)] == [
        "Train", "Share", "Wait", "Build", "Sell"
    ]  # fmt: skip
    assert picture.alt.startswith("How each option fares in each world. Train: Works in all 4 worlds.")


@pytest.mark.parametrize("pages", [2, 4])
def test_a_short_brief_lists_what_nobody_regrets(pages: int) -> None:
    (section,) = sections(tunnel(), pages)
    assert section.blocks == (Text("1 of 5 options works in every world."), Bullets(("Train",)))


def test_what_would_be_changed_is_printed_for_the_worlds_that_suit_least() -> None:
    document = set_score("wait", "w3", adaptation="Wait less").apply(tunnel())
    document = set_score("sell", "w3", adaptation="Sell half").apply(document)
    (section,) = sections(document, 8)
    found = section.blocks[-1]
    assert isinstance(found, Table)
    assert [[cell.text if isinstance(cell, Cell) else cell for cell in row] for row in found.rows] == [
        ["Sell", "World D", "Sell half"],
        ["Wait", "World D", "Wait less"],
    ]


def test_every_cell_of_the_table_says_its_score_and_its_sign_has_a_colour() -> None:
    rows = table(tunnel({"Share": (2, 0, -1, None)})).rows
    assert rows == (
        (
            Cell("Share", bold=True),
            Cell("+2", tint="warm"),
            Cell("0"),
            Cell("−1", tint="cool"),
            Cell("–"),
            "not tested",
            "",
            "",
            "",
        ),
    )


def test_the_picture_says_every_score_and_every_class() -> None:
    said = words(tunnel(), 640)
    for title in ("Train", "World A", "+2", "−2", "0", "No regrets", "Opt-out", "Opt-in", "Abandon", "Regret", "+1.5"):
        assert title in said
    assert "Regret" not in words(tunnel(), WIDTH)


def test_a_picture_that_is_too_low_counts_what_it_leaves_out() -> None:
    full = heat_height(tunnel(), WIDTH)
    assert not any(text.startswith("and ") for text in words(tunnel(), WIDTH, full))
    said = words(tunnel(), WIDTH, 0.8 * full)
    assert {"Train", "and 3 more options"} <= set(said)
    assert "Sell" not in said
    (section,) = sections(tunnel(), 8)
    picture = section.blocks[1]
    assert isinstance(picture, Picture)
    assert {"Train", "Share"} <= set(words(tunnel(), WIDTH, picture.shrinks_to * full))


def test_nothing_lies_outside_the_picture() -> None:
    names = {f"Option {n} " + "with a long name " * (n % 12): (2, -2, 0, None) for n in range(30)}
    document = tunnel(names)
    for height in (200.0, heat_height(document, WIDTH, 12)):
        low = [shape.place[1] for shape in heat(document, WIDTH, height, LOOKS["light"], 12).plain()
               if isinstance(shape, Words)]  # fmt: skip
        assert max(low) <= height
        assert min(low) >= 0


def test_with_many_worlds_they_are_called_by_their_letters() -> None:
    document = tunnel({"Go": (1,) * 10}, worlds=10)
    assert {"A", "J"} <= set(words(document, WIDTH))


@pytest.mark.parametrize("theme", THEMES)
def test_what_stands_on_a_colour_can_be_read(theme: str) -> None:
    look = next(look for name, look in LOOKS.items() if name == theme)
    for score in (-2, -1, 0, 1, 2):
        assert contrast(look.ink, shade(score, look)) >= 4.5
    for token in TOKENS.values():
        assert contrast(look[token], look.ground) >= 4.5


def test_badges_differ_without_their_colour() -> None:
    looks = [badge_picture(kind, 16, LOOKS["contrast"]).plain() for kind in KINDS]
    assert len({str([(type(shape), getattr(shape, "points", ())) for shape in each]) for each in looks}) == len(KINDS)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_it_prints_in_both_languages(language: str) -> None:
    from foresight.reporting.brief import render

    discover()  # brings the catalogues
    with speaking("nb" if language == "nb" else "en"):
        printed = render(sections(tunnel(), 8), tunnel(), 8, "nb" if language == "nb" else "en")
    text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(BytesIO(printed)))
    for option in ("Train", "Sell", "World D", "Angrer ikke" if language == "nb" else "No regrets"):
        assert option in text

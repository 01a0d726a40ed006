"""The brief of the sample workshops, with what every method contributes."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from foresight.core import picture
from foresight.core.brief import SIZES, Block, Box, Columns, Picture, Section, Size
from foresight.core.document import Document, Entity
from foresight.core.folders import SCENARIOS
from foresight.core.look import PRINT
from foresight.core.methods import slice_kinds
from foresight.core.storage import load
from foresight.core.words import LANGUAGES, Language, speaking
from foresight.model.cards import Card
from foresight.model.oracle import Oracle, Theme
from foresight.model.quotes import Quotes
from foresight.model.scenarios import Scenario, Scenarios
from foresight.model.trends import Trends
from foresight.model.workshop import Workshop
from foresight.reporting.brief import make_brief
from foresight.reporting.fonts import text_width
from foresight.reporting.own import gather
from foresight.reporting.styles import PAGE_WIDTH, SIDE, WIDTH

SAMPLES = sorted(SCENARIOS.glob("*.foresight"))
each_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
each_size = pytest.mark.parametrize("pages", SIZES)


@cache
def sample(path: Path) -> Document:
    return load(path, slice_kinds())


@cache
def brief(path: Path, pages: Size, language: Language) -> bytes:
    return make_brief(sample(path), pages, language, path.name)


def squeezed(text: str) -> str:
    return "".join(text.replace("\ufffe", "").split()).replace("-", "")


def words(pdf: bytes) -> str:
    return squeezed(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)))


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 2


@each_sample
@each_size
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_workshop_fills_exactly_the_pages(path: Path, pages: Size, language: Language) -> None:
    assert len(pypdf.PdfReader(BytesIO(brief(path, pages, language))).pages) == pages


@each_sample
@each_size
def test_what_matters_is_found_again_in_the_text(path: Path, pages: Size) -> None:
    document = sample(path)
    text = words(brief(path, pages, document[Workshop].language))
    workshop = document[Workshop]
    wanted = [workshop.title, workshop.question, *workshop.messages]
    for scenario in document[Scenarios].scenarios:
        wanted += [scenario.name, scenario.tagline]
        if pages > 2:
            wanted += [part for part in scenario.narrative.split("\n") if part.strip()]
    if pages == 8:
        wanted += [trend.title for trend in document[Trends].trends]
        wanted += [*workshop.conversation, *workshop.sources]
    assert [each for each in wanted if squeezed(each) not in text] == []


@each_sample
def test_quotes_stand_beside_what_they_are_about_if_their_people_agreed(path: Path) -> None:
    document = sample(path)
    text = words(brief(path, 8, document[Workshop].language))
    found = [quote for quote in document[Quotes].quotes if squeezed(quote.text) in text]
    assert {type(document.find(quote.about or "", Entity)) for quote in found} == {Card, Scenario, Theme}
    assert all(quote.consent for quote in found)


@each_sample
def test_the_question_with_most_votes_stands_there_with_the_answer_of_every_world(path: Path) -> None:
    document = sample(path)
    text = words(brief(path, 8, document[Workshop].language))
    first = max(document[Oracle].questions, key=lambda question: question.votes)
    assert [answer for answer in first.answers.values() if squeezed(answer) not in text] == []
    assert len(first.answers) == 4


@each_sample
@each_size
def test_no_text_is_shortened_and_no_figure_lost(path: Path, pages: Size) -> None:
    language = sample(path)[Workshop].language
    lost = {
        "en": ("Shortened; the whole text", "figure is only in the"),
        "nb": ("Forkortet. Hele teksten", "figur står bare i"),
    }
    text = words(brief(path, pages, language))
    assert [each for each in lost[language] if squeezed(each) in text] == []


@each_sample
@each_size
def test_all_text_lies_between_the_margins(path: Path, pages: Size) -> None:
    for page in pypdfium2.PdfDocument(brief(path, pages, "nb")):
        for item in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
            left, bottom, right, top = item.get_bounds()
            assert SIDE - 2 <= left <= right <= PAGE_WIDTH - SIDE + 2
            assert 24 <= bottom <= top <= 820


@each_sample
def test_the_same_workshop_gives_the_same_bytes(path: Path) -> None:
    assert make_brief(sample(path), 8, "nb", path.name) == brief(path, 8, "nb")


def pictures(sections: tuple[Section, ...]) -> Iterator[tuple[str, Picture, float]]:
    """Every figure with the width of its column."""

    def inside(blocks: tuple[Block, ...], width: float) -> Iterator[tuple[Picture, float]]:
        for block in blocks:
            match block:
                case Picture():
                    yield block, width
                case Box(blocks=held):
                    yield from inside(held, width - 23)
                case Columns(columns=columns, widths=widths):
                    shares = widths or (1.0,) * len(columns)
                    free = width - 18 * (len(columns) - 1)
                    for column, share in zip(columns, shares, strict=True):
                        yield from inside(column, free * share / sum(shares))

    for section in sections:
        yield from ((section.title, *found) for found in inside(section.blocks, WIDTH))


@each_sample
@each_size
def test_figures_stay_in_their_frames_with_text_of_eight_points(path: Path, pages: Size) -> None:
    document = sample(path)
    wrong = []
    with speaking(document[Workshop].language):
        for title, block, width in pictures(gather(document, pages)):
            wanted = block.height(width) if callable(block.height) else block.height
            for height in {wanted, wanted * block.shrinks_to}:
                shapes = block.draw(width, height, PRINT).plain()
                texts = [shape for shape in shapes if isinstance(shape, picture.Text)]
                bad = [text for text in texts if text.size < 8 or outside(text, width, height)]
                wrong += [(title, round(width), round(height), text.text, text.size, text.place) for text in bad]
    assert wrong == []


def outside(shape: picture.Text, width: float, height: float) -> bool:
    """Whether a level text reaches over the edge of its figure."""
    long = text_width(shape.text, shape.size, shape.bold, shape.italic)
    x, y = shape.place
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor] * long
    if shape.angle:
        return not (-1 <= x <= width + 1 and -1 <= y <= height + 1)
    return left < -1 or left + long > width + 1 or y < shape.size * 0.6 or y > height + 0.5


@each_sample
@each_size
def test_every_figure_has_words_and_a_table(path: Path, pages: Size) -> None:
    sections = gather(sample(path), pages)
    assert all(block.alt for _title, block, _width in pictures(sections))
    assert all(section.emblem is None or section.emblem.alt for section in sections)

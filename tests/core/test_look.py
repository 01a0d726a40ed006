"""Everything that is written can be read, in every theme (WCAG 2.2: 4.5:1 for text, 3:1 for marks)."""

import re
from dataclasses import fields

import pytest

from foresight.core.look import LOOKS, MARKS, THEMES, Look, contrast

TEXTS = ("ink", "muted", "accent", "danger", "positive", "negative")
GROUNDS = ("ground", "surface", "raised", "selection")
TINTS = ("critical", "given", "watch", "drop", "warm", "cool")

each_look = pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#ffffff", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.478),
        ("#0000FF", "#FFFFFF", 8.592),
        ("#FF0000", "#000000", 5.252),
        ("#0A0A0A", "#000000", 1.061),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)
    assert contrast(other, one) == contrast(one, other)


def test_there_is_a_look_for_every_theme() -> None:
    assert tuple(LOOKS) == THEMES
    assert all(look.name == name for name, look in LOOKS.items())


@each_look
def test_every_token_is_a_colour_and_found_by_name(look: Look) -> None:
    tokens = [field.name for field in fields(look) if field.name != "name"]
    assert all(re.fullmatch("#[0-9A-F]{6}", look[token]) for token in tokens)
    assert look.scenarios == tuple(look[f"scenario_{letter}"] for letter in "abcd")
    with pytest.raises(AttributeError):
        look["no such token"]


@each_look
@pytest.mark.parametrize("behind", GROUNDS + TINTS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_readable_on_everything_it_may_stand_on(look: Look, text: str, behind: str) -> None:
    assert contrast(look[text], look[behind]) >= 4.5


@each_look
def test_text_on_the_accent_is_readable(look: Look) -> None:
    assert contrast(look.on_accent, look.accent) >= 4.5


@each_look
@pytest.mark.parametrize("behind", ["ground", "surface", "raised"])
def test_the_marks_of_scenarios_are_seen(look: Look, behind: str) -> None:
    assert all(contrast(colour, look[behind]) >= 3 for colour in look.scenarios)


@each_look
def test_scenarios_differ_in_colour_and_in_mark(look: Look) -> None:
    assert len(set(look.scenarios)) == len(set(MARKS)) == 4


@each_look
def test_what_is_selected_is_told_from_what_is_not(look: Look) -> None:
    assert look.selection not in (look.ground, look.surface, look.raised)


def test_the_theme_of_high_contrast_has_more_of_it() -> None:
    pairs = [(text, behind) for text in TEXTS for behind in GROUNDS + TINTS]
    strong = LOOKS["contrast"]
    assert min(contrast(strong[text], strong[behind]) for text, behind in pairs) >= 7
    assert contrast(strong.line, strong.surface) == pytest.approx(21)

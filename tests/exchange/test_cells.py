"""What texts in cells mean."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.core.problems import Problem
from foresight.exchange.cells import all_different, columns, one_of, same, whole_number, yes_or_no
from foresight.exchange.table import Sheet
from foresight.model.drivers import DELAYS

FIELDS = {"title": "Title", "category": "Category"}


@pytest.mark.parametrize(
    ("text", "number"), [("3", 3), (" 3 ", 3), ("3,0", 3), ("3.00", 3), ("-2", -2), ("−2", -2), ("+1", 1), ("007", 7)]
)
def test_whole_numbers_as_people_and_programs_write_them(text: str, number: int) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "١٢٣", "1_000", "０１", "0x10", "1e5", "NaN", "inf", "(5)", "5-", "1,5", "1.5", "1 000", "--1", "1" * 99],
)
def test_what_is_no_plain_whole_number_is_none(text: str) -> None:
    assert whole_number(text) is None


@settings(deadline=None)
@given(st.text(max_size=8))
def test_a_number_is_made_of_ascii_digits_only(text: str) -> None:
    number = whole_number(text)

    assert number is None or abs(number) == abs(int(text.strip().replace("−", "-").replace(",", ".").split(".")[0]))


@pytest.mark.parametrize(
    ("text", "answer"),
    [("", False), ("Ja", True), ("yes", True), ("X", True), ("0", False), ("nei", False), ("P", True), ("maybe", None)],
)
def test_yes_and_no_in_both_languages(text: str, answer: bool | None) -> None:
    assert yes_or_no(text) is answer


@pytest.mark.parametrize("text", ["medium", "Medium", " MEDIUM ", "Middels"])
def test_a_word_is_known_by_its_key_and_in_every_language(text: str) -> None:
    assert one_of(text, DELAYS) == "medium"
    assert one_of("forever", DELAYS) is None


def test_texts_are_the_same_whatever_their_case_spaces_and_composition() -> None:
    assert same("  BLA\u030aBÆR  pai ") == same("blåbær pai")


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Trust", "trust ", "Trust (2)", "", "–"]), max_size=7))
def test_names_are_made_different_and_the_first_of_each_stays(names: list[str]) -> None:
    found = all_different(names)

    assert len({same(name) for name in found}) == len(names)
    assert all(
        name == (whole or "–") or name.startswith(whole or "–") for name, whole in zip(found, names, strict=True)
    )


def test_columns_are_found_by_their_headings_in_any_language_and_order() -> None:
    sheet = Sheet((("Kategori", "", "Points", "title"),))

    assert columns(sheet, FIELDS, ("title",)) == ({"category": 0, "title": 3}, ("Points",))


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        (("Title", "Tittel"), "The heading “Tittel” comes twice. Give every column a heading of its own."),
        (("Title", "Note", "note"), "The heading “note” comes twice. Give every column a heading of its own."),
        (("Category",), "There is no column “Title”. The first row must hold the headings."),
    ],
)
def test_headings_that_leave_a_doubt_are_refused(heading: tuple[str, ...], said: str) -> None:
    with pytest.raises(Problem) as refused:
        columns(Sheet((heading,)), FIELDS, ("title",))

    assert refused.value.message == said


def test_a_sheet_without_rows_has_no_headings() -> None:
    with pytest.raises(Problem, match="There is no column “Title”"):
        columns(Sheet(()), FIELDS, ("title",))

"""What may be in text that people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from foresight.core.text import (
    LINE_LENGTH,
    STEM_BYTES,
    STEM_LENGTH,
    Code,
    Line,
    Prose,
    clean_line,
    clean_prose,
    file_stem,
)

LINE: TypeAdapter[str] = TypeAdapter(Line)
PROSE: TypeAdapter[str] = TypeAdapter(Prose)
CODE: TypeAdapter[str] = TypeAdapter(Code)

nasty = st.text(
    st.characters(codec=None)
    | st.sampled_from("\x00\x07\x0b\x0c\r\n\t\x1f\x7f\x85\x9f\u2028\u2029\u202e\u2066\ufeff\ud800\udfff\u00a0 ")
)


@pytest.mark.parametrize(
    ("typed", "prose", "line"),
    [
        ("plain", "plain", "plain"),
        ("", "", ""),
        ("  two  words  ", "  two  words  ", "two words"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd", "a b c d"),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd", "a b c d"),
        ("a\tb", "a\tb", "a b"),
        ("a\u00a0b", "a\u00a0b", "a b"),
        ("\x00a\x07\x1b[31mb\x7f", "a[31mb", "a[31mb"),
        ("\ufeffa\u202eb\u2066c", "abc", "abc"),
        ("a\ud800b\udfff", "ab", "ab"),
        ("smile 😀 Ærlig", "smile 😀 Ærlig", "smile 😀 Ærlig"),
        ("<b>R&D</b>", "<b>R&D</b>", "<b>R&D</b>"),
    ],
)
def test_cleaning(typed: str, prose: str, line: str) -> None:
    assert clean_prose(typed) == prose
    assert clean_line(typed) == line


def test_cleaning_cuts_at_the_limit() -> None:
    assert clean_prose("\x00" * 5 + "abcdef", 4) == "abcd"
    assert clean_line("  ab   cdef", 4) == "ab c"
    assert len(clean_line("x" * 1000)) == LINE_LENGTH


SPANS = ((0, 9), (11, 32), (127, 160), (0x2028, 0x202F), (0x2066, 0x206A), (0xFEFF, 0xFF00), (0xD800, 0xD802))
FORBIDDEN = [chr(code) for start, end in SPANS for code in range(start, end)]


@pytest.mark.parametrize("character", FORBIDDEN, ids=ascii)
def test_no_text_holds_what_nobody_can_see(character: str) -> None:
    for kind in (LINE, PROSE):
        with pytest.raises(ValidationError):
            kind.validate_python(f"a{character}b")
    assert clean_line(f"a{character}b") in ("ab", "a b")


@pytest.mark.parametrize("character", "\u00a0\u00ad\u200b\u200d\u202f\u2065\u206a😀\U0010ffff", ids=ascii)
def test_other_odd_characters_are_left_to_those_who_need_them(character: str) -> None:
    assert PROSE.validate_python(character) == clean_prose(character) == character


@given(nasty)
def test_whatever_is_typed_fits_when_it_is_cleaned(typed: str) -> None:
    assert PROSE.validate_python(clean_prose(typed)) == clean_prose(typed)
    assert LINE.validate_python(clean_line(typed)) == clean_line(typed)


@given(nasty)
def test_cleaning_what_is_clean_changes_nothing(typed: str) -> None:
    assert clean_prose(clean_prose(typed)) == clean_prose(typed)
    assert clean_line(clean_line(typed)) == clean_line(typed)


@given(nasty)
def test_text_that_fits_needs_no_cleaning(typed: str) -> None:
    """So that what a window accepts is also what a file gives back unchanged."""
    try:
        PROSE.validate_python(typed)
    except ValidationError:
        return
    assert clean_prose(typed) == typed


@pytest.mark.parametrize("code", ["a", "A-1_z", "x" * 64, "0"])
def test_codes(code: str) -> None:
    assert CODE.validate_python(code) == code


@pytest.mark.parametrize("code", ["", "x" * 65, "a b", "æ", "a\n", "../a", "a.b", "a/b", "\ud800", "٣"])
def test_what_is_no_code(code: str) -> None:
    with pytest.raises(ValidationError):
        CODE.validate_python(code)


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Offentlig sektor 2040", "Offentlig sektor 2040"),
        ("Skole: hva nå?", "Skole hva nå"),
        ("A\u030alesund", "Ålesund"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\Windows\\x", "C Windows x"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("con", "con_"),
        ("LPT9.pdf", "LPT9 pdf"),
        ("AUX ", "AUX_"),
        ("COM¹", "COM¹_"),
        ("name. ", "name"),
        ("safe\u202efdp.exe", "safe fdp exe"),
        ("x" * 200, "x" * STEM_LENGTH),
        ("日" * 60, "日" * (STEM_BYTES // 3)),
        ("...", ""),
    ],
)
def test_a_title_as_the_name_of_a_file(title: str, stem: str) -> None:
    assert file_stem(title) == stem


@given(nasty)
def test_the_name_of_a_file_is_taken_everywhere(title: str) -> None:
    stem = file_stem(title)
    assert file_stem(stem) == stem
    assert len(stem.encode()) <= STEM_BYTES
    assert not set(stem) & set('<>:"/\\|?*.$`%\0\n')
    assert stem == stem.strip().lstrip("-")

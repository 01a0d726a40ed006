"""Words, numbers and dates in two languages."""

import datetime
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from foresight.core import words
from foresight.core.words import (
    _,
    add_catalogues,
    date,
    in_context,
    in_each_language,
    language,
    listed,
    ngettext,
    number,
    quoted,
    read_po,
    signed,
    speak,
    speaking,
)


@pytest.fixture(autouse=True)
def _own_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A catalogue with a few words of its own beside the real ones."""
    (tmp_path / "nb.po").write_text(
        """
        msgid "Zebra" \nmsgstr "Sebra"
        msgid "{n} zebra"\nmsgid_plural "{n} zebras"\nmsgstr[0] "{n} sebra"\nmsgstr[1] "{n} sebraer"
        msgid "Half"\nmsgid_plural "Halves"\nmsgstr[0] "Halv"\nmsgstr[1] ""
        msgid "Untranslated"\nmsgstr ""
        msgctxt "QZoo"\nmsgid "Feed"\nmsgstr "Mat"
        """,
        "utf-8",
    )
    monkeypatch.setattr(words, "_folders", [*words._folders])
    monkeypatch.setattr(words, "_catalogues", {})
    add_catalogues(tmp_path)
    yield
    speak("en")


def test_a_catalogue_is_read() -> None:
    text = """
# a comment
#, fuzzy
msgid ""
msgstr "Language: nb\\n"

msgid "one"
msgstr "en"
msgid "two "
"halves"
msgstr "to "
  "halve"
msgctxt "QShortcut"
msgid "Del"
msgstr "Slett"
msgid "Del"
msgstr "Dele"
#~ msgid "old"
msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n} dag"
msgstr[1] "{n} dager"
msgid "line\\nbreak \\"quoted\\" back\\\\slash \\t tab"
msgstr "æøå"
"""
    assert read_po(text) == {
        "one": "en",
        "two halves": "to halve",
        ("QShortcut", "Del"): "Slett",
        "Del": "Dele",
        "{n} day": ("{n} dag", "{n} dager"),
        'line\nbreak "quoted" back\\slash \t tab': "æøå",
    }


def test_an_empty_catalogue_is_empty() -> None:
    assert read_po("") == {}
    assert read_po("# nothing\n\n") == {}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("msgid one", 1),
        ('msgid "one', 1),
        ('msgid "one"\nmsgstr "en" "to"', 2),
        ('msgid "one"\nmsgstr "a"b"', 2),
        ('msgid "one"\n\nmsgtext "x"', 3),
        ('msgid "bad \\q escape"', 1),
        ('"before any keyword"', 1),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"', 3),
        ("<<<<<<< HEAD", 1),
        ('msgid "x" + "y"', 1),
        ("msgid 'x'", 1),
    ],
)
def test_a_line_that_is_not_of_the_format_is_named(text: str, line: int) -> None:
    with pytest.raises(ValueError, match=f"^line {line}: "):
        read_po(text)


def test_text_is_translated_where_there_is_a_translation() -> None:
    assert _("Zebra") == "Zebra"
    speak("nb")
    assert language() == "nb"
    assert _("Zebra") == "Sebra"
    assert _("Nobody translated this") == "Nobody translated this"
    assert _("Untranslated") == "Untranslated"
    assert _("") == ""
    assert _("{n} zebra") == "{n} zebra"


@pytest.mark.parametrize(
    ("chosen", "count", "text"),
    [
        ("en", 0, "{n} zebras"),
        ("en", 1, "{n} zebra"),
        ("en", 1.5, "{n} zebras"),
        ("nb", 0, "{n} sebraer"),
        ("nb", 1, "{n} sebra"),
        ("nb", 2, "{n} sebraer"),
    ],
)
def test_plurals(chosen: words.Language, count: float, text: str) -> None:
    speak(chosen)
    assert ngettext("{n} zebra", "{n} zebras", count) == text


def test_a_plural_with_a_form_missing_stays_english() -> None:
    speak("nb")
    assert ngettext("Half", "Halves", 1) == "Half"
    assert ngettext("No such", "No such ones", 3) == "No such ones"


def test_words_of_qt_are_found_by_their_class() -> None:
    assert in_context("QZoo", "Feed") is None
    speak("nb")
    assert in_context("QZoo", "Feed") == "Mat"
    assert in_context("QPark", "Feed") is None
    assert _("Feed") == "Feed"


def test_speaking_is_for_this_block_and_this_thread() -> None:
    heard: dict[str, str] = {}
    inside, done = threading.Event(), threading.Event()

    def other() -> None:
        inside.wait(10)
        heard["other"] = _("Zebra")
        with speaking("nb"):
            heard["other inside"] = _("Zebra")
        done.set()

    thread = threading.Thread(target=other)
    thread.start()
    with speaking("nb"):
        assert _("Zebra") == "Sebra"
        inside.set()
        assert done.wait(10)
        with speaking("en"):
            assert _("Zebra") == "Zebra"
        assert _("Zebra") == "Sebra"
    assert _("Zebra") == "Zebra"
    thread.join()
    assert heard == {"other": "Zebra", "other inside": "Sebra"}


def test_speaking_ends_with_an_error_too() -> None:
    with pytest.raises(KeyError), speaking("nb"):
        raise KeyError
    assert language() == "en"


def test_what_is_spoken_in_the_program_is_spoken_in_new_threads() -> None:
    speak("nb")
    heard: list[str] = []
    thread = threading.Thread(target=lambda: heard.append(_("Zebra")))
    thread.start()
    thread.join()
    assert heard == ["Sebra"]


@pytest.mark.parametrize(
    ("value", "decimals", "english", "norwegian"),
    [
        (3, None, "3", "3"),
        (3.0, None, "3", "3"),
        (2.5, None, "2.5", "2,5"),
        (2.25, 2, "2.25", "2,25"),
        (1, 2, "1.00", "1,00"),
        (-1.5, None, "−1.5", "−1,5"),
        (-2, 0, "−2", "−2"),
        (0, None, "0", "0"),
        (-0.0, None, "0", "0"),
        (-0.04, None, "0", "0"),
        (-0.04, 1, "0.0", "0,0"),
        (0.96, None, "1", "1"),
        (99.96, 1, "100.0", "100,0"),
        (4.25, None, "4.3", "4,3"),
        (4.75, None, "4.8", "4,8"),
        (-0.25, 1, "−0.3", "−0,3"),
        (12345.6, None, "12345.6", "12345,6"),
        (1e21, None, "1000000000000000000000", "1000000000000000000000"),
    ],
)
def test_numbers(value: float, decimals: int | None, english: str, norwegian: str) -> None:
    assert number(value, decimals) == english
    with speaking("nb"):
        assert number(value, decimals) == norwegian


@pytest.mark.parametrize(
    ("value", "decimals", "english", "norwegian"),
    [
        (2.5, None, "+2.5", "+2,5"),
        (3, None, "+3", "+3"),
        (0, None, "0", "0"),
        (-0.5, None, "−0.5", "−0,5"),
        (0.04, None, "0", "0"),
        (0.004, 2, "0.00", "0,00"),
        (0.006, 2, "+0.01", "+0,01"),
        (-0.04, None, "0", "0"),
    ],
)
def test_signed_numbers(value: float, decimals: int | None, english: str, norwegian: str) -> None:
    assert signed(value, decimals) == english
    with speaking("nb"):
        assert signed(value, decimals) == norwegian


def test_dates() -> None:
    assert date(datetime.date(2018, 11, 16)) == "16 November 2018"
    with speaking("nb"):
        assert date(datetime.date(2018, 11, 16)) == "16. november 2018"
        assert date(datetime.date(2040, 5, 1)) == "1. mai 2040"


def test_lists_of_words() -> None:
    assert [listed(list("abc")[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    with speaking("nb"):
        assert [listed(list("abc")[:n]) for n in range(4)] == ["", "a", "a og b", "a, b og c"]


def test_a_list_of_words_with_braces_in_them_is_left_alone() -> None:
    assert listed(["{most}", "{last}"]) == "{most} and {last}"


def test_quotation_marks() -> None:
    assert quoted("it") == "“it”"
    with speaking("nb"):
        assert quoted("it") == "«it»"


def test_a_sentence_is_said_in_each_language() -> None:
    assert in_each_language(lambda n: f"{number(n)} {language()}", 1.5) == {"en": "1.5 en", "nb": "1,5 nb"}

"""Norwegian is complete: every text that the source marks is translated, and nothing else is in the catalogues."""

import re
import string
from collections.abc import Sequence

import pytest

from foresight.core.words import Entry, Key
from tests.catalogues import Catalogue, Marked, catalogues, marked_in, missing, short, unreadable_marks

ALL = catalogues()
SHARED = ALL[0].entries()

SAME = {
    "a",
    "b",
    "c",
    "d",
    "dilemma",
    "filter",
    "foresight",
    "forum",
    "html",
    "json",
    "median",
    "megatrend",
    "n",
    "pdf",
    "png",
    "radar",
    "ring",
    "scenario",
    "start",
    "status",
    "svg",
    "system",
    "trend",
    "type",
}
"""Words that are the same in both languages, in lower case."""

each_catalogue = pytest.mark.parametrize("catalogue", ALL, ids=lambda catalogue: catalogue.name)


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return {name for _literal, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}


def ending(text: str) -> str:
    """The punctuation that a text ends with, spaces aside."""
    found = re.search(r"[.:;?!…,]*$", text.rstrip("»”\"'"))
    return found.group() if found else ""


def forms(entry: Entry) -> Sequence[str]:
    """The translations of an entry: one, or singular and plural."""
    return (entry,) if isinstance(entry, str) else entry


def is_english(text: str) -> bool:
    """Whether there is a word in it, outside the braces, that Norwegian writes otherwise."""
    words = re.findall(r"[a-zæøå]+", re.sub(r"\{[^}]*\}", "", text).lower())
    return not SAME.issuperset(words)


def faults(marked: Marked, entry: Entry) -> list[str]:
    """What is wrong with the translation of a marked text."""
    translated = forms(entry)
    if len(translated) != len(marked.forms):
        return [f"{len(translated)} forms for {len(marked.forms)}"]
    found = []
    for text, other in zip(marked.forms, translated, strict=True):
        if not other.strip():
            found.append("empty")
        elif placeholders(text) != placeholders(other):
            found.append(f"placeholders {sorted(placeholders(text) ^ placeholders(other))}")
        elif ending(text) != ending(other):
            found.append(f"ends with {ending(other)!r}, not with {ending(text)!r}")
        elif text == other and is_english(text):
            found.append("still English")
        elif "} %" in other:
            found.append("a line may end before %")
    return found


@each_catalogue
def test_no_translation_is_missing(catalogue: Catalogue) -> None:
    named = [f"{marked.place}: {marked.forms[0]}" for marked in missing(catalogue, SHARED)]
    assert not named, "\n".join(named)


@each_catalogue
def test_no_translation_is_stale(catalogue: Catalogue) -> None:
    used = {marked.forms[0] for marked in catalogue.marked()}
    named = [str(key) for key in catalogue.entries() if key not in used]
    assert not named, "\n".join(named)


@each_catalogue
def test_translations_have_the_same_forms_placeholders_and_ending(catalogue: Catalogue) -> None:
    entries = {**SHARED, **catalogue.entries()}
    wrong = [
        f"{marked.place}: {marked.forms[0]}: {', '.join(found)}"
        for marked in catalogue.marked()
        if (entry := entries.get(marked.forms[0])) is not None and (found := faults(marked, entry))
    ]
    assert not wrong, "\n".join(wrong)


def test_a_text_is_translated_alike_everywhere() -> None:
    seen: dict[Key, tuple[str, Entry]] = {}
    clashes = []
    for catalogue in ALL:
        for key, entry in catalogue.entries().items():
            where, known = seen.setdefault(key, (catalogue.name, entry))
            if known != entry:
                clashes.append(f"{key}: {known} in {where}, {entry} in {catalogue.name}")
    assert not clashes, "\n".join(clashes)


@each_catalogue
def test_only_whole_texts_are_marked(catalogue: Catalogue) -> None:
    places = [place for path in catalogue.sources for place in unreadable_marks(path.read_text("utf-8"), short(path))]
    assert not places, "\n".join(places)


def test_extraction_finds_every_kind_of_mark() -> None:
    source = """
class Trend(Entity):
    noun = ("trend", "trends")

class Value:
    noun: ClassVar[tuple[str, str]] = ("entry", "entries")

title = _("One") + N_("Two")
several = ngettext("{n} link", "{n} links", n)
unmarked = gettext("Three")
"""
    assert {marked.forms for marked in marked_in(source, "x.py")} == {
        ("trend", "trends"),
        ("entry", "entries"),
        ("One",),
        ("Two",),
        ("{n} link", "{n} links"),
    }


@pytest.mark.parametrize(
    "source",
    ['_(f"{n} links")', '_("a" + b)', '_("%s" % b)', "_(str(x))", "N_(title)", 'ngettext(f"{n}", "b", n)', "_(1)"],
)
def test_texts_put_together_on_the_spot_are_refused(source: str) -> None:
    assert list(unreadable_marks(source, "x.py")) != []


@pytest.mark.parametrize("source", ['_("a")', "_(title)", "_(method.title)", "_(ZONES[zone])", "ngettext(*noun, 2)"])
def test_texts_marked_elsewhere_may_be_translated(source: str) -> None:
    assert list(unreadable_marks(source, "x.py")) == []


@pytest.mark.parametrize(
    ("translated", "wrong"),
    [
        ("{n} lenker.", []),
        ("", ["empty"]),
        ("lenker.", ["placeholders ['n']"]),
        ("{n} lenker", ["ends with '', not with '.'"]),
        ("{n} links.", ["still English"]),
        ("{n} % lenker.", ["a line may end before %"]),
        ("{n}\u00a0% lenker.", []),
        (("{n} lenke.", "{n} lenker."), ["2 forms for 1"]),
    ],
)
def test_faults_are_named(translated: Entry, wrong: list[str]) -> None:
    assert faults(Marked(("{n} links.",), "x.py:1"), translated) == wrong

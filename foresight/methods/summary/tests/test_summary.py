"""The summary without a window: the leader's words, what they rest on, the report, the text, the command."""

import json
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from foresight import cli
from foresight.core.brief import Box, Bullets, Columns, Heading, Section, Text
from foresight.core.document import Document
from foresight.core.encoding import encode
from foresight.core.findings import Chapter, Finding
from foresight.core.history import Edit, History
from foresight.core.merging import merge
from foresight.core.storage import save
from foresight.core.words import Language, speaking
from foresight.methods.summary import report
from foresight.methods.summary.analysis import Part, Sentence, figures, parts, quotes_of
from foresight.methods.summary.lines import lines, state_of
from foresight.methods.summary.model import (
    Count,
    Summary,
    Wording,
    keep_wording,
    leave_out,
    reword,
    take_back,
    write_note,
)
from foresight.methods.summary.report import make_summary, sections, title
from foresight.methods.summary.rewording import Rewording
from foresight.methods.summary.tests.rooms import SILOS, counted, sentence_of
from foresight.methods.summary.writing import as_text
from foresight.model.cards import change_category, remove_from_deck, vote
from foresight.model.quotes import Quote, add_quotes
from foresight.model.workshop import Workshop, set_workshop

OURS = "Everybody agrees on “Silos”. All 4 groups that voted chose “They block us”."


def reworded(text: str = "Siloes stand in our way.") -> Document:
    """The sentence on silos in the leader's words."""
    document = counted()
    return reword(SILOS, "en", text, sentence_of(document).basis).apply(document)


# The leader's words


def test_every_chapter_of_every_method_comes_with_its_sentences() -> None:
    told = parts(counted())
    assert [(part.key, part.chapter.title) for part in told] == [("dilemmas/k-interaction", "Interaction")]
    assert [sentence.key for sentence in told[0].sentences] == [
        "dilemmas/winners:k-interaction",
        "dilemmas/vote:k-silos",
        "dilemmas/vote:k-others",
    ]
    assert sentence_of(counted()).text == OURS


def test_the_leaders_words_stay_when_the_counts_change_and_are_marked() -> None:
    document = vote("g4", "k-silos", "b").apply(reworded())
    sentence = sentence_of(document)

    assert sentence.text == "Siloes stand in our way."
    assert sentence.is_outdated
    assert [one.count for one in sentence.wording.basis] == ["4", "0"]  # type: ignore[union-attr]
    assert [one.count for one in sentence.basis] == ["3", "1"]
    assert sentence.finding.text.startswith("A clear majority agrees on “Silos”. 3 of 4 groups")


def test_counts_that_come_back_need_no_mark() -> None:
    document = vote("g4", "k-silos", "b").apply(reworded())
    assert not sentence_of(vote("g4", "k-silos", "a").apply(document)).is_outdated


def test_a_wording_that_still_holds_gets_the_present_numbers() -> None:
    document = vote("g4", "k-silos", "b").apply(reworded())
    kept = keep_wording(SILOS, "en", sentence_of(document).basis).apply(document)

    assert sentence_of(kept).text == "Siloes stand in our way."
    assert not sentence_of(kept).is_outdated
    assert keep_wording(SILOS, "en", sentence_of(kept).basis).apply(kept) is kept


@pytest.mark.parametrize("edit", [take_back(SILOS, "en"), reword(SILOS, "en", "  ", ())])
def test_the_programs_sentence_can_be_taken_again(edit: Edit) -> None:
    document = edit.apply(reworded())
    assert sentence_of(document).text == OURS
    assert document[Summary] == Summary()


def test_words_belong_to_a_language_and_omissions_to_all() -> None:
    document = leave_out("dilemmas/vote:k-others").apply(reworded())
    with speaking("nb"):
        (part,) = parts(document)
    assert [sentence.wording for sentence in part.sentences] == [None] * 3
    assert [sentence.key for sentence in part.shown] == ["dilemmas/winners:k-interaction", SILOS]


def test_wording_twice_keeps_one_and_the_same_words_change_nothing() -> None:
    document = reworded()
    again = reword(SILOS, "en", "Other words.", ()).apply(document)
    assert [each.text for each in again[Summary].wordings] == ["Other words."]
    assert reword(SILOS, "en", "Siloes stand in our way.", sentence_of(document).basis).apply(document) is document


def test_everything_can_be_undone() -> None:
    history = History(counted())
    before = encode(history.document)
    for edit in (
        reword(SILOS, "en", "Mine.", (Count(label="a", count="1"),)),
        leave_out(SILOS),
        leave_out(SILOS, False),
        write_note("dilemmas/k-interaction", "en", "Heard in the break."),
        take_back(SILOS, "en"),
    ):
        assert history.do(edit)
    while history.undo_label is not None:
        history.undo()
    assert encode(history.document) == before


def test_what_is_there_or_not_there_already_changes_nothing() -> None:
    document = counted()
    for edit in (
        take_back(SILOS, "en"),
        leave_out(SILOS, False),
        write_note("dilemmas/k-interaction", "en", ""),
        keep_wording(SILOS, "en", ()),
    ):
        assert edit.apply(document) is document
    assert leave_out(SILOS).apply(out := leave_out(SILOS).apply(document)) is out


def test_words_of_one_leader_meet_the_counts_of_another_when_files_are_merged() -> None:
    mine = write_note("dilemmas/k-interaction", "en", "Loud here.").apply(reworded())
    theirs = reword(SILOS, "nb", "Siloene står i veien.", ()).apply(vote("g4", "k-silos", "b").apply(counted()))
    merged = merge(counted(), mine, theirs)

    sentence = sentence_of(merged.document)
    assert (sentence.text, sentence.is_outdated) == ("Siloes stand in our way.", True)
    assert [one.count for one in sentence.basis] == ["3", "1"]
    assert [part.note for part in parts(merged.document)] == ["Loud here."]
    with speaking("nb"):
        assert sentence_of(merged.document).text == "Siloene står i veien."
    assert merged.remarks == ()


def test_of_two_wordings_mine_stays_and_theirs_is_told() -> None:
    merged = merge(counted(), reworded("Mine."), reworded("Theirs."))
    assert sentence_of(merged.document).text == "Mine."
    assert len(merged.document[Summary].wordings) == 1
    assert any("Theirs." in remark for remark in merged.remarks)


def test_a_note_stays_with_a_chapter_that_is_renamed() -> None:
    document = write_note("dilemmas/k-interaction", "en", "Loud here.").apply(counted())
    document = change_category("k-interaction", name="Together").apply(document)
    (part,) = parts(document)
    assert (part.chapter.title, part.note) == ("Together", "Loud here.")


def test_words_about_a_thing_that_is_deleted_are_not_shown_and_come_back_with_it() -> None:
    history = History(reworded())
    history.do(remove_from_deck("k-silos"))
    assert SILOS not in {each.key for part in parts(history.document) for each in part.sentences}
    history.undo()
    assert sentence_of(history.document).text == "Siloes stand in our way."


def test_quotes_that_may_be_printed_stand_after_the_last_sentence_about_their_thing() -> None:
    quotes = (Quote(text="Ja.", about="k-silos", consent=True), Quote(text="Nei.", about="k-silos"))
    document = add_quotes(*quotes).apply(counted())
    (part,) = parts(document)
    assert [(sentence.key, quote.text) for sentence, quote in quotes_of(document, part)] == [(SILOS, "Ja.")]
    shown = [(line.kind, line.text) for line in lines(document, "en")]
    assert shown[:2] == [("chapter", "Dilemmas: Interaction"), ("note", "")]
    assert shown[shown.index(("sentence", OURS)) + 1] == ("quote", "“Ja.”")


def test_what_is_special_about_a_sentence_is_said() -> None:
    def state(document: Document) -> str:
        return next(state_of(line) for line in lines(document, "en") if line.key == SILOS)

    assert state(counted()) == ""
    assert state(reworded()) == "Your wording"
    assert state(vote("g4", "k-silos", "b").apply(reworded())) == "Your wording – the numbers under it changed"
    assert state(leave_out(SILOS).apply(reworded())) == "Left out"


def test_the_figures_have_every_sentence_in_both_languages_with_its_counts() -> None:
    told = figures(vote("g4", "k-silos", "b").apply(reworded()))
    assert json.loads(json.dumps(told)) == told
    (chapter,) = told["chapters"]
    silos = next(each for each in chapter["sentences"] if each["key"] == "vote:k-silos")
    assert silos["counts"] == [{"what": "First statement", "count": "3"}, {"what": "Second statement", "count": "1"}]
    assert silos["sentence"]["en"] == "Siloes stand in our way."
    assert silos["sentence"]["nb"].startswith("Et klart flertall er enig om «Silos».")
    assert (silos["reworded"], silos["outdated"]) == ({"en": True, "nb": False}, {"en": True, "nb": False})
    assert figures(Document()) == {"chapters": []}


# The report


def texts(made: tuple[Section, ...]) -> list[str]:
    """Every item of every list, outside the front page."""
    return [item for page in made[1:] for block in page.blocks if isinstance(block, Bullets) for item in block.items]


def test_the_report_has_a_front_page_and_the_pages_of_the_methods() -> None:
    made = sections(counted())
    assert [page.title for page in made] == ["", "Interaction"]
    assert OURS in texts(made)
    assert sections(Document())[0].blocks
    assert len(sections(Document())) == 1


def test_the_report_prints_the_leaders_words_and_notes_and_leaves_out_what_is_left_out() -> None:
    document = leave_out("dilemmas/vote:k-others").apply(reworded())
    document = write_note("dilemmas/k-interaction", "en", "Loud here.").apply(document)
    made = sections(document)

    assert "Siloes stand in our way." in texts(made)
    assert not [text for text in texts(made) if text.startswith(("The room is split", "Everybody agrees"))]
    assert [block.blocks for block in made[1].blocks if isinstance(block, Box)] == [(Text("Loud here."),)]
    front = [block.text for block in made[0].blocks if isinstance(block, Text)]
    said = next(text for text in front if text.startswith("The program made"))
    assert said.endswith("1 sentence was worded by the leader. 1 sentence is left out.")


def test_sentences_are_put_in_wherever_a_method_prints_them_and_added_where_it_does_not() -> None:
    def sentence(text: str, key: str, wording: str = "") -> Sentence:
        own = Wording(sentence=key, language="en", text=wording) if wording else None
        return Sentence(key, "m", Finding(key, "One", text, (("n", "1"),)), own)

    every = (sentence("A.", "a", "Alpha."), sentence("A. And B.", "b", "Beta."), sentence("C.", "c"))
    part = Part("m/One", Chapter("m", "One", "One", tuple(each.finding for each in every)), every, "Loud.")
    page = Section("Page", "report", (Columns(((Text("A. And B. A."),), (Box((Bullets(("x",)),)),))), Text("End.")))

    (made,) = report._worded([page], [part])

    worded = Columns(((Text("Beta. Alpha."),), (Box((Bullets(("x",)),)),)))
    assert made.blocks == (Box((Heading("One"), Text("Loud."))), worded, Bullets(("C.",)), Text("End."))


def test_of_two_things_with_the_same_sentence_each_gets_its_own_words() -> None:
    finding = Finding("a", "One", "A.", ())
    worded = Wording(sentence="m/b", language="en", text="Beta.")
    words = Rewording([Sentence("m/a", "m", finding), Sentence("m/b", "m", finding, worded)])
    assert [words.text(text) for text in ("A. A.", "A.", "A.")] == ["A. Beta.", "A.", "Beta."]


def text_of(pdf: bytes) -> str:
    """All text of a PDF."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    finally:
        document.close()


@pytest.mark.parametrize(("language", "said"), [("en", "In this report"), ("nb", "I denne rapporten")])
def test_the_same_summary_gives_the_same_bytes_in_either_language(language: Language, said: str) -> None:
    document = set_workshop(title="Day", place="Oslo").apply(reworded())
    made = make_summary(document, language, "day.foresight")

    assert made == make_summary(document, language, "day.foresight")
    text = text_of(made)
    assert ("Siloes stand in our way." in text) == (language == "en")
    assert "Day" in text
    assert "Oslo" in text
    assert "day.foresight" in text
    assert said not in text  # one page needs no list of contents


def test_a_title_names_the_workshop_if_it_has_one() -> None:
    assert title(Document()) == "Summary across groups"
    assert title(Document().put(Workshop(title="Day"))) == "Day: summary across groups"


def test_in_markdown_nothing_that_was_typed_acts_as_mark_up() -> None:
    document = reword(SILOS, "en", "# *Bold* <b>\n- item", ()).apply(counted())
    assert "- \\# \\*Bold\\* \\<b\\> - item\n" in as_text(document, marked=True)
    assert "- # *Bold* <b> - item\n" in as_text(document)


# The command


@pytest.fixture
def day(tmp_path: Path) -> Path:
    """A workshop in a file."""
    path = tmp_path / "day.foresight"
    save(set_workshop(title="Day").apply(reworded()), path, None)
    return path


def test_the_command_prints_the_summary_as_text(day: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["summary", str(day)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("# Day: summary across groups\n\n## Interaction\n\n- ")
    assert "- Siloes stand in our way.\n" in said
    assert cli.main(["summary", str(day), "--language", "nb"]) == 0
    assert "sammendrag på tvers av gruppene" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("ending", "begins"), [(".pdf", b"%PDF-"), (".html", b"<!DOCTYPE html>"), (".md", b"# Day"), (".txt", b"# Day")]
)
def test_the_command_writes_what_the_name_says(day: Path, ending: str, begins: bytes) -> None:
    output = day.with_name(f"out{ending}")
    assert cli.main(["summary", str(day), "-o", str(output)]) == 0
    assert output.read_bytes().startswith(begins)


def test_a_summary_never_replaces_a_workshop(day: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = day.read_bytes()
    assert cli.main(["summary", str(day), "-o", str(day)]) == 2
    assert "must end in .pdf, .html, .md or .txt." in capsys.readouterr().err
    assert day.read_bytes() == before

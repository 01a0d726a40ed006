"""Questions that read alike: the measure, the proposals, joining, keeping apart; and what the questions say."""

import csv
import json
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.brief import Bullets, Picture
from foresight.core.document import Document
from foresight.core.history import History
from foresight.core.integrity import remove
from foresight.core.look import DARK, LIGHT
from foresight.core.methods import discover
from foresight.core.problems import EditRefused
from foresight.core.text import PROSE_LENGTH
from foresight.core.words import speaking
from foresight.methods.oracle.analysis import columns, proposals, recurring, shared
from foresight.methods.oracle.exchange_table import write
from foresight.methods.oracle.figures import figures
from foresight.methods.oracle.findings import findings
from foresight.methods.oracle.likeness import ALIKE, alike, likeness
from foresight.methods.oracle.model_joining import join_questions, keep_apart, propose_again
from foresight.methods.oracle.report import report
from foresight.methods.oracle.tests.test_analysis import asked
from foresight.model.groups import Group, Groups
from foresight.model.oracle import Oracle, Question, Theme, answer
from foresight.model.quotes import Quote, Quotes
from foresight.model.scenarios import Scenario, Scenarios


def room() -> Document:
    """Three questions, two of them the same, of two groups, with answers of two worlds and a quote."""
    questions = (
        Question(id="q1", text="Which skills are scarce?", group="g1", votes=2, answers={"leap": "Law."}, type="fact"),
        Question(id="q2", text="Who is at work?", group="g2", votes=9),
        Question(
            id="q3",
            text="Which skills are scarce in 2040?",
            group="g2",
            votes=5,
            themes=("work",),
            answers={"leap": "Care.", "paths": "None."},
            changes_action=2,
        ),
    )
    return Document().put(
        Groups(groups=(Group(id="g1", name="One"), Group(id="g2", name="Two"))),
        Scenarios(scenarios=(Scenario(id="leap", name="The leap"), Scenario(id="paths", name="Paths"))),
        Oracle(themes=(Theme(id="work", name="Work"),), questions=questions),
        Quotes(quotes=(Quote(id="s1", text="Nobody can do it.", about="q1", consent=True),)),
    )


def question(document: Document, wanted: str) -> Question:
    found = document.find(wanted, Question)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Which skills are scarce in 2040?", "which SKILLS are scarce, in 2040", 1),
        ("Which skills are scarce?", "Which skills are scarce in 2040?", 0.826),
        ("Who is accountable when the machine errs?", "Who is accountable when a machine has decided?", 0.683),
        ("Alle så siloene, så hvorfor sto de så lenge?", "Alle så siloene; hvorfor ble de stående så lenge?", 0.736),
        ("Hvilken kompetanse er det knapt med i 2040?", "Hvilken kompetanse er det mangel på i 2040?", 0.714),
        ("Hvem eier verktøyene?", "Hva lærer de på skolen?", 0.048),
        ("Did data flow?", "Who works?", 0),
        ("", "", 0),
    ],
)
def test_how_alike_two_questions_are(one: str, other: str, expected: float) -> None:
    assert likeness(one, other) == pytest.approx(expected, abs=5e-4)
    assert likeness(other, one) == likeness(one, other)


@given(st.lists(st.text(alphabet="abc åøæ?", max_size=12), max_size=8))
def test_every_pair_that_is_alike_is_found(texts: list[str]) -> None:
    pairs = {(i, j) for i in range(len(texts)) for j in range(i + 1, len(texts))}
    assert {pair[:2] for pair in alike(tuple(texts))} == {p for p in pairs if likeness(*(texts[i] for i in p)) >= ALIKE}


def test_questions_that_read_alike_are_proposed_the_more_voted_first() -> None:
    (found,) = proposals(room())
    assert (found.one.id, found.other.id) == ("q3", "q1")
    assert found.likeness == pytest.approx(0.826, abs=5e-4)


def test_joining_keeps_what_both_said() -> None:
    history = History(room())
    history.do(join_questions("q3", "q1"))
    document = history.document
    assert [each.id for each in document[Oracle].questions] == ["q2", "q3"]
    one = question(document, "q3")
    assert (one.askers, one.votes, one.asked, one.type, one.changes_action) == (("g2", "g1"), 7, 2, "fact", 2)
    assert one.wordings == ("Which skills are scarce?",)
    assert one.answers == {"leap": "Care.\nLaw.", "paths": "None."}
    assert document[Quotes].quotes[0].about == "q3"
    assert shared(document) == (one,)
    history.undo()
    assert history.document[Oracle] == room()[Oracle]


def test_who_asked_anonymously_stays_so() -> None:
    questions = (Question(id="a", text="Who?", anonymous=True), Question(id="b", text="Who?"))
    one = question(join_questions("b", "a").apply(room().put(Oracle(questions=questions))), "b")
    assert one.anonymous
    assert one.wordings == ()
    assert one.asked == 2


def test_answers_that_are_too_long_together_are_refused() -> None:
    document = answer("q1", "leap", "x" * (PROSE_LENGTH - 5)).apply(room())
    with pytest.raises(EditRefused):
        join_questions("q3", "q1").apply(document)


def test_joining_what_is_not_there_does_nothing() -> None:
    document = room()
    assert join_questions("q3", "gone").apply(document) is document
    assert join_questions("q3", "q3").apply(document) is document


def test_what_is_kept_apart_is_not_proposed_again() -> None:
    document = keep_apart("q1", "q3").apply(room())
    assert proposals(document) == ()
    assert keep_apart("q3", "q1").apply(document) is document
    assert [each.other.id for each in proposals(propose_again().apply(document))] == ["q1"]
    assert remove(document, ["q1"])[Oracle].apart == ()


def test_a_joined_question_stays_apart_from_what_it_was_apart_from() -> None:
    document = keep_apart("q2", "q3").apply(keep_apart("q1", "q2").apply(keep_apart("q1", "q3").apply(room())))
    joined = join_questions("q3", "q1").apply(document)
    assert [each.questions for each in joined[Oracle].apart] == [("q2", "q3")]


def test_a_group_that_goes_asks_no_longer() -> None:
    document = remove(join_questions("q3", "q1").apply(room()), ["g2"])
    assert question(document, "q3").askers == ("g1",)


def test_recurring_themes_count_cards() -> None:
    document = join_questions("q3", "q1").apply(room())
    assert [(column.cards, len(column.questions)) for column in recurring(document)] == [(2, 1)]
    assert [column.cards for column in columns(room())] == [2, 1]


def test_findings() -> None:
    document = join_questions("q3", "q1").apply(room())
    found = {finding.key: finding for finding in findings(document)}
    assert list(found) == ["themes", "shared:q3", "unanswered", "coverage", "theme:work"]
    assert found["themes"].text == "Asked about most often, of 3 cards: “Work” (2)."
    assert found["theme:work"].text == (
        "“Work”: 1 of 2 questions, 7 votes. Most votes (7) has “Which skills are scarce in 2040?”."
    )
    assert found["shared:q3"].text == "“Which skills are scarce in 2040?” was asked by 2 groups."
    assert found["unanswered"].text == "No world answers 1 of 2 questions; first among them is “Who is at work?”."
    assert found["unanswered"].counts == (("Questions without any answer", "1 / 2"),)
    assert found["coverage"].text == "Of 2 questions the worlds answer: “The leap” 1 and “Paths” 1."
    assert {finding.chapter for finding in found.values()} == {"Questions to an oracle from 2040"}
    assert findings(document) is findings(document)
    assert findings(Document()) == ()


def test_figures_tell_cards_coverage_and_what_reads_alike() -> None:
    discover()
    found = json.loads(json.dumps(figures(join_questions("q3", "q1").apply(room()))))
    assert (found["n"], found["cards"], found["votes"]) == (2, 3, 16)
    assert found["asked"][1]["coverage"] == 1
    assert found["asked"][1]["spread"] == 1
    assert found["alike"] == []
    assert found["sentence"]["nb"].startswith("2 spørsmål i 1 tema.")
    assert [each["likeness"] for each in figures(room())["alike"]] == [pytest.approx(0.826, abs=5e-4)]


def test_the_page_of_the_report() -> None:
    assert report(Document()) == ()
    discover()
    with speaking("nb"):
        (section,) = report(asked())
    assert (section.page, section.title) == ("report", "Spørsmål til et orakel fra 2040")
    assert any(isinstance(block, Picture) for block in section.blocks)
    assert any(isinstance(block, Bullets) for block in section.blocks)


def test_questions_without_theme_and_answer_are_listed_with_most_votes_first() -> None:
    document = Document().put(Oracle(questions=(Question(text="Who paid?"), Question(text="Who left?", votes=3))))
    (section,) = report(document)
    assert section.blocks[-1] == Bullets(("“Who left?”", "“Who paid?”"))


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_bars_stay_inside_their_frame(look: object) -> None:
    from foresight.core.picture import Polygon, Text
    from foresight.methods.oracle.figure import theme_bars, themes_height

    held = recurring(asked())
    height = themes_height(held, 300)
    drawn = theme_bars(held, 300, height, look).plain()  # type: ignore[arg-type]
    spots = [place for shape in drawn if isinstance(shape, Polygon) for place in shape.points]
    assert spots
    assert all(0 <= x <= 300 and 0 <= y <= height for x, y in spots)
    assert any("3 cards" in shape.text for shape in drawn if isinstance(shape, Text))


def test_the_table_of_the_questions() -> None:
    document = join_questions("q3", "q1").apply(room())
    rows = list(csv.reader(StringIO(write(document, ".csv").decode("utf-8-sig"))))
    assert rows[0][-2:] == ["The leap", "Paths"]
    assert [row[0] for row in rows[1:]] == ["Who is at work?", "Which skills are scarce in 2040?"]
    assert rows[2][1:7] == ["Which skills are scarce?", "Work", "Fact", "Two, One", "2", "7"]

"""Oracle in the brief."""

from foresight.core.brief import Cell, Heading, Table, Text
from foresight.core.document import Document
from foresight.core.methods import discover
from foresight.core.text import PROSE_LENGTH
from foresight.core.words import speaking
from foresight.methods.oracle.report import sections
from foresight.methods.oracle.sentences import summary_sentence
from foresight.methods.oracle.tests.test_analysis import asked
from foresight.model.oracle import Oracle, Question, Theme, answer
from foresight.model.scenarios import Scenario, Scenarios


def test_nothing_without_questions_or_in_a_short_brief() -> None:
    assert sections(Document(), 8) == ()
    assert sections(asked(), 4) == sections(asked(), 2) == ()


def test_the_section() -> None:
    (section,) = sections(asked(), 8)
    assert (section.title, section.page) == ("Questions to an oracle from 2040", "people")
    said, themes, heading, answers, drivers = section.blocks
    assert said == Text("5 questions in 2 themes. 4 of 5 touch one of our drivers; 3 of 5 have an answer.")
    assert isinstance(themes, Table)
    assert [(row[0], *row[1:]) for row in themes.rows] == [
        (Cell("Work", bold=True), "“Who shares?”", "3", "10"),
        (Cell("Data", bold=True), "“Who shares?”", "2", "8"),
        (Cell("No theme", bold=True), "“What did you stop doing?”", "1", "1"),
    ]
    assert heading == Heading("What the worlds answer")
    assert isinstance(answers, Table)
    assert answers.head == ("Question", "The leap", "Scenario B")
    assert answers.rows[0] == (
        Cell("Who shares?", bold=True),
        Cell("All of us.", mark="circle"),
        Cell("No one.", mark="triangle"),
    )
    assert answers.rows[1][2] == ""
    assert drivers == Text(
        "Most questions are about “Tech” (2) and “Trust” (2): candidates for critical uncertainties."
    )


def test_the_gist_keeps_the_answers_to_the_question_with_most_votes() -> None:
    (section,) = sections(asked(), 8)
    said, themes, answers = section.gist
    assert (said, themes) == section.blocks[:2]
    assert isinstance(answers, Table)
    assert [row[0] for row in answers.rows] == [Cell("Who shares?", bold=True)]


def test_themes_are_counted_only_where_there_are_some() -> None:
    document = Document().put(Oracle(questions=(Question(text="Who stopped doing what?"),)))
    assert summary_sentence(document) == "1 question. 0 of 1 touch one of our drivers; 0 of 1 have an answer."


def test_norwegian() -> None:
    discover()
    with speaking("nb"):
        (section,) = sections(asked(), 8)
    assert section.title == "Spørsmål til et orakel fra 2040"
    assert section.blocks[0] == Text(
        "5 spørsmål i 2 temaer. 4 av 5 berører en av drivkreftene våre; 3 av 5 har fått svar."
    )


def test_a_huge_wall_stays_short() -> None:
    worlds = tuple(Scenario(id=f"w{i}") for i in range(4))
    themes = tuple(Theme(id=f"t{i}", name=f"Theme {i}") for i in range(30))
    questions = tuple(Question(id=f"q{i}", text=f"Question {i}?", themes=(f"t{i % 30}",), votes=i) for i in range(200))
    document = Document().put(Scenarios(scenarios=worlds), Oracle(themes=themes, questions=questions))
    for world in worlds:
        document = answer("q199", world.id, "long " * (PROSE_LENGTH // 5)).apply(document)
    (section,) = sections(document, 8)
    _said, themed, _heading, answers = section.blocks
    assert isinstance(themed, Table)
    assert isinstance(answers, Table)
    assert len(themed.rows) == 10
    assert themed.rows[0][0] == Cell("Theme 19", bold=True)
    assert len(answers.rows) == 1
    assert all(isinstance(cell, Cell) and len(cell.text) <= 220 for cell in answers.rows[0])

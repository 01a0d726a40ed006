"""Oracle: themes, yield, coverage, candidates, and the edits behind the wall."""

import json

import pytest

from foresight.core.document import Document
from foresight.core.history import History
from foresight.core.integrity import remove
from foresight.methods.oracle.analysis import (
    candidates,
    columns,
    coverage,
    most_asked,
    spread,
    unanswered,
    uncertainty_yield,
)
from foresight.methods.oracle.figures import figures
from foresight.model.drivers import Driver, Drivers
from foresight.model.oracle import (
    Oracle,
    Question,
    Theme,
    add_question,
    answer,
    remove_themes,
    sort_question,
    vote,
)
from foresight.model.scenarios import Scenario, Scenarios


def asked() -> Document:
    """Two themes, three drivers, two worlds, five questions."""
    questions = (
        Question(id="q1", text="Did data flow?", themes=("data",), drivers=("trust",), votes=3),
        Question(
            id="q2",
            text="Who shares?",
            themes=("data", "work"),
            drivers=("trust", "tech"),
            votes=5,
            answers={"leap": "All of us.", "paths": "No one."},
        ),
        Question(id="q3", text="Who works?", themes=("work",), drivers=("tech",), votes=5, answers={"leap": "Many"}),
        Question(id="q4", text="What did you stop doing?", votes=1),
        Question(
            id="q5",
            text="Same everywhere?",
            drivers=("age",),
            themes=("work",),
            answers={"leap": "Yes,  it is", "paths": "yes, it is"},
        ),
    )
    return Document().put(
        Drivers(drivers=tuple(Driver(id=name, title=name.title()) for name in ("age", "trust", "tech"))),
        Scenarios(scenarios=(Scenario(id="leap", name="The leap"), Scenario(id="paths"))),
        Oracle(themes=(Theme(id="data", name="Data"), Theme(id="work", name="Work")), questions=questions),
    )


def wall(document: Document) -> list[tuple[str, list[str]]]:
    return [
        (column.theme.id if column.theme else "", [question.id for question in column.questions])
        for column in columns(document)
    ]


def test_the_wall_has_a_column_for_every_theme_and_one_for_the_rest() -> None:
    assert wall(asked()) == [("", ["q4"]), ("data", ["q2", "q1"]), ("work", ["q2", "q3", "q5"])]
    assert [column.votes for column in columns(asked())] == [1, 8, 10]
    assert columns(Document()) == ()


def test_the_newest_question_without_a_theme_comes_first() -> None:
    document = add_question(Question(id="q6", text="And then?", votes=1)).apply(asked())
    assert wall(document)[0] == ("", ["q6", "q4"])


def test_uncertainty_yield() -> None:
    assert uncertainty_yield(asked()) == pytest.approx(4 / 5)
    assert uncertainty_yield(Document()) is None


def test_coverage_of_the_worlds() -> None:
    assert [(each.scenario.id, each.answered, each.share) for each in coverage(asked())] == [
        ("leap", 3, 0.6),
        ("paths", 2, 0.4),
    ]
    worlds = Document().put(Scenarios(scenarios=(Scenario(id="leap"),)))
    assert [each.share for each in coverage(worlds)] == [0]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((), None),
        (("Yes",), None),
        (("Yes", "yes "), 0),
        (("Yes", "No"), 1),
        (("Yes", "No", "Yes", "Maybe"), 2 / 3),
    ],
)
def test_spread_between_worlds(answers: tuple[str, ...], expected: float | None) -> None:
    question = Question(text="?", answers={f"w{i}": text for i, text in enumerate(answers)})
    assert spread(question) == (None if expected is None else pytest.approx(expected))


def test_candidates_for_critical_uncertainties() -> None:
    found = candidates(asked())
    assert [(each.driver.id, each.questions, each.votes, each.spread) for each in found] == [
        ("tech", 2, 10, 1),
        ("trust", 2, 8, 1),
        ("age", 1, 0, 0),
    ]
    assert [each.driver.id for each in found if each.is_critical] == ["tech", "trust"]


def test_few_questions_make_no_critical_uncertainty() -> None:
    document = asked()
    for _ in range(4):
        document = add_question(Question(text="Who?", drivers=("tech",))).apply(document)
    assert [each.driver.id for each in candidates(document) if each.is_critical] == ["tech"]


def test_worlds_that_agree_make_no_critical_uncertainty() -> None:
    document = asked()
    for question in ("q2", "q3"):
        for world in ("leap", "paths"):
            document = answer(question, world, "The same").apply(document)
    assert next(each for each in candidates(document) if each.driver.id == "tech").is_critical is False


def test_answered_and_unanswered_questions() -> None:
    assert [question.id for question in unanswered(asked())] == ["q1", "q4"]
    assert [question.id for question in most_asked(asked(), 2)] == ["q2", "q3"]


def test_figures_are_json() -> None:
    found = json.loads(json.dumps(figures(asked())))
    assert (found["questions"], found["votes"]) == (5, 14)
    assert found["themes"][0] == {"name": "", "questions": 1, "cards": 1, "share": 0.2, "votes": 1}
    assert found["coverage"][1] == {"scenario": "Scenario B", "answered": 2, "share": 0.4}
    assert found["drivers"][0]["critical_candidate"] is True
    assert found["unanswered"] == ["Did data flow?", "What did you stop doing?"]
    assert figures(Document())["uncertainty_yield"] is None


def test_sorting_a_question() -> None:
    document = asked()

    def themes(question: int, out_of: str | None, into: str | None) -> tuple[str, ...]:
        asked_first = document[Oracle].questions[question]
        return sort_question(asked_first.id, out_of, into).apply(document)[Oracle].questions[question].themes

    assert themes(0, "data", "work") == ("work",)
    assert themes(1, "data", "work") == ("work",)
    assert themes(1, "data", None) == ()
    assert themes(3, None, "data") == ("data",)
    assert sort_question("q1", "data", "data").apply(document) is document


def test_votes_fold_into_one_step_and_stop_at_none() -> None:
    history = History(asked())
    assert history.do(vote("q4", -1))
    assert not history.do(vote("q4", -1))
    assert history.do(vote("q4", 2))
    assert history.document[Oracle].questions[3].votes == 2
    history.undo()
    assert history.document[Oracle].questions[3].votes == 1


def test_a_removed_theme_leaves_its_questions() -> None:
    assert wall(remove_themes("data").apply(asked())) == [("", ["q1", "q4"]), ("work", ["q2", "q3", "q5"])]


def test_a_removed_world_takes_its_answers() -> None:
    document = remove(asked(), ["leap"])
    assert [len(question.answers) for question in document[Oracle].questions] == [0, 1, 0, 0, 1]

"""What was told, what is due, and what the scenarios rest on, in exact numbers."""

import datetime

import pytest

from foresight.core.document import Document
from foresight.core.methods import discover
from foresight.core.words import speaking
from foresight.methods.missteps.analysis import (
    agenda,
    grounds,
    kept_to_ourselves,
    misstep_from,
    overdue,
    results,
    told,
)
from foresight.methods.missteps.assumptions import Assumption, assumptions, put_to_test
from foresight.methods.missteps.findings import findings
from foresight.methods.missteps.report import making, report
from foresight.methods.missteps.sentences import due_words, fell_words, told_words
from foresight.methods.missteps.summary import figures
from foresight.methods.missteps.tests.samples import tried, worlds
from foresight.model.missteps import Experiment, Misstep, Missteps, change_experiment, remove_missteps
from foresight.model.scenarios import Scenario, Scenarios, remove_scenarios
from foresight.model.workshop import Workshop

discover()  # so that the words of the method are known in Norwegian


def standing(document: Document) -> list[tuple[str, str, str]]:
    return [(one.scenario, one.text, one.standing) for one in assumptions(document)]


def test_a_world_rests_on_its_poles_and_on_the_states_of_other_drivers() -> None:
    assert standing(worlds()) == [
        ("w0", "Most are trusted", "untested"),
        ("w0", "Change: high", "untested"),
        ("w0", "Money: goes down", "untested"),
        ("w1", "Few are trusted", "untested"),
        ("w1", "Change: low", "untested"),
    ]


def test_an_experiment_tests_what_is_about_the_same_driver_or_says_the_same() -> None:
    assert standing(tried()) == [
        ("w0", "Most are trusted", "held"),
        ("w0", "Change: high", "untested"),
        ("w0", "Money: goes down", "untested"),
        ("w1", "Few are trusted", "untested"),
        ("w1", "Change: low", "fell"),
        ("w1", "Somebody pays", "open"),
    ]


def test_assumptions_are_in_the_language_of_the_workshop_whoever_looks() -> None:
    document = worlds().put(Workshop(language="nb"))
    with speaking("en"):
        assert standing(document)[2][1] == "Money: avtar"


def test_a_world_off_the_cross_that_says_nothing_rests_on_nothing() -> None:
    document = Document().put(Scenarios(scenarios=(Scenario(id="w"),)))
    assert [(one.scenario, one.n, one.tested) for one in grounds(document)] == [("w", 0, 0)]


@pytest.mark.parametrize(
    ("seen", "stands"),
    [((), "untested"), (("open",), "open"), (("open", "held"), "held"), (("held", "fell", "open"), "fell")],
)
def test_an_assumption_that_fell_once_fell(seen: tuple[str, ...], stands: str) -> None:
    tests = tuple(Experiment.model_validate({"text": "x", "result": result}) for result in seen)
    assert Assumption("w", None, "x", tests).standing == stands


def test_putting_to_the_test_counts_at_once_and_in_other_words_too() -> None:
    document = worlds()
    document = put_to_test(assumptions(document)[1]).apply(document)
    made = document[Missteps].experiments[0]
    assert (made.text, made.scenario, made.driver) == ("Change: high", "w0", "d2")
    document = change_experiment(made.id, text="We dare to change").apply(document)
    assert [(one.n, one.tested, one.counts["open"]) for one in grounds(document)] == [(3, 1, 1), (2, 0, 0)]


def test_when_a_world_goes_its_experiments_stay() -> None:
    document = remove_scenarios("w1").apply(tried())
    assert [one.scenario for one in document[Missteps].experiments] == ["w0", None, None]
    assert {one.scenario for one in assumptions(document)} == {"w0"}


def test_missteps_are_counted_on_the_way_to_sharing() -> None:
    counts = told(tried())
    assert counts.steps == (3, 2, 2, 1)
    assert counts.groups == 2
    assert [one.id for one in kept_to_ourselves(tried())] == ["m2"]
    assert results(tried()) == {"open": 1, "held": 1, "fell": 1}


@pytest.mark.parametrize(
    ("today", "late"), [((2026, 2, 28), []), ((2026, 3, 1), []), ((2026, 3, 2), ["e3"]), ((2030, 1, 1), ["e3"])]
)
def test_an_experiment_is_overdue_after_its_day_while_its_result_is_open(
    today: tuple[int, int, int], late: list[str]
) -> None:
    assert [one.id for one in overdue(tried(), datetime.date(*today))] == late


def test_the_agenda_goes_by_day_and_ends_with_what_has_none() -> None:
    days = ("", "2027-01-01", "not a day", "2026-12-01")
    tests = tuple(Experiment(id=f"e{at}", text="x", by=day) for at, day in enumerate(days))
    document = Document().put(Missteps(experiments=tests))
    assert [one.id for one in agenda(document)] == ["e3", "e1", "e0", "e2"]


def test_what_is_due_in_words() -> None:
    early, late = datetime.date(2026, 1, 1), datetime.date(2027, 1, 1)
    assert due_words(tried(), early) == "Next: “Somebody pays”, by 1 March 2026."
    assert due_words(tried(), late) == "1 experiment is overdue: “Somebody pays”."
    assert due_words(worlds(), late) == ""
    with speaking("nb"):
        assert due_words(tried(), late) == "1 forsøk er over fristen: «Somebody pays»."


def test_told_in_words_with_percent_only_from_ten_on() -> None:
    assert told_words(tried()) == (
        "2 groups told of 3 missteps. 2 of 3 say what was learnt, and 1 of 3 were passed on to others."
    )
    many = tuple(Misstep(text="x", learnt="y" if at else "") for at in range(10))
    said = told_words(Document().put(Missteps(missteps=many)))
    assert said == ("10 missteps told. 9 of 10 (90%) say what was learnt, and 0 of 10 (0%) were passed on to others.")


def test_what_fell_can_be_told_as_a_misstep() -> None:
    made = misstep_from(Experiment(text="They wait", test="Ask ten", result="fell", seen="They left.\nAll."))
    assert (made.text, made.failed, made.learnt, made.shared) == ("Ask ten", "They wait", "They left.", "")


def test_findings_say_what_fell_and_stand_by_their_world() -> None:
    found = {finding.key: finding for finding in findings(tried())}
    assert list(found) == ["told", "unshared", "tests", "fell:e2", "world:w0", "world:w1"]
    assert found["tests"].text == "3 assumptions are put to the test: 1 held, 1 fell, 1 are not known yet."
    assert found["fell:e2"].text == fell_words(tried()[Missteps].experiments[1])
    assert found["fell:e2"].about == "w1"
    assert found["world:w1"].text == (
        "“Long table” rests on 3 assumptions. Put to the test so far: 2. Of these, 1 fell."
    )
    assert ("Assumptions", "3") in found["world:w1"].counts
    assert findings(worlds()) == ()


def test_figures_carry_counts_shares_and_both_languages() -> None:
    held = figures(tried())
    assert held["missteps"]["counts"] == {"failed": 2, "learnt": 2, "shared": 1}
    assert held["experiments"]["shares"] == {"open": 1 / 3, "held": 1 / 3, "fell": 1 / 3}
    assert [world["tested"] for world in held["scenarios"]] == [1, 2]
    assert held["scenarios"][0]["sentence"]["nb"] == "«Fast lane» hviler på 3 antakelser. Satt på prøve så langt: 1."
    assert figures(Document())["missteps"]["shares"] is None


def test_the_brief_tells_of_them_in_two_sentences_and_the_report_on_two_pages() -> None:
    assert making(worlds()) == ()
    assert making(tried()) == (
        "2 groups told of 3 missteps.",
        "3 assumptions are put to the test: 1 held, 1 fell, 1 are not known yet.",
    )
    assert [(section.title, section.page) for section in report(tried())] == [
        ("Missteps", "report"),
        ("Experiments", "report"),
    ]
    assert [section.title for section in report(remove_missteps("m1", "m2", "m3").apply(tried()))] == ["Experiments"]
    assert report(remove_missteps("m1", "m2", "m3", "e1", "e2", "e3").apply(tried())) == ()

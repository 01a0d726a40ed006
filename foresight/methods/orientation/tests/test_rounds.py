"""The ballot before and the one after the day: pairs, feedback, sentences, findings, privacy."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.brief import Picture
from foresight.core.document import Document
from foresight.core.look import DARK, LIGHT
from foresight.core.methods import discover
from foresight.core.words import speaking
from foresight.methods.orientation.analysis import FEWEST, MEASURES, counted, on_line, people, summary
from foresight.methods.orientation.figures import figures
from foresight.methods.orientation.findings import findings
from foresight.methods.orientation.model import Orientation, Rater
from foresight.methods.orientation.parts import by_group
from foresight.methods.orientation.report import report
from foresight.methods.orientation.rounds import dissent_first, pairs, stability, told, whole
from foresight.methods.orientation.sentences import change_sentence, of_people, pairs_sentence, unity_sentence
from foresight.model.groups import Group, Groups

RATINGS = (5, 4, 4, 5, 2, 4, 3, 5, 4, 1, 4, 5)


def ballots(*answers: tuple[str, int | None, int | None]) -> Document:
    """People as (group, before, after) on the line."""
    names = list(dict.fromkeys(group for group, _before, _after in answers))
    raters = tuple(Rater(group=group, line_now=before, line_after=after) for group, before, after in answers)
    groups = tuple(Group(id=name, name=name.title()) for name in names)
    return Document().put(Groups(groups=groups), Orientation(raters=raters))


def test_what_the_room_is_told_has_the_published_numbers() -> None:
    line = on_line(RATINGS)
    assert line is not None
    found = told(line)
    assert (found.median, found.lower, found.upper, found.spread) == (4, 3.75, 5, 1.25)
    assert (found.agreement, found.is_narrow) == (0.75, False)
    assert found.consensus == pytest.approx(0.5587, abs=5e-5)
    assert found.deviation == pytest.approx(1.213, abs=5e-4)


def test_people_are_paired_by_what_they_said_twice() -> None:
    document = ballots(("a", 3, 4), ("a", 3, 3), ("a", 4, 2), ("a", 2, 4), ("a", 5, None), ("a", None, 1))
    found = pairs(document[Orientation].raters)
    assert found is not None
    assert (found.n, found.ahead, found.back, found.same, found.change) == (4, 2, 1, 1, 0.25)
    assert pairs(document[Orientation].raters[:2]) is None


def test_an_answer_without_its_pair_is_not_another_person() -> None:
    document = ballots(("a", 3, None), ("a", 3, 3), ("a", None, 4), ("a", None, 5))
    assert people(document[Orientation].raters) == 3
    assert summary(document[Orientation].raters).n == 3


def test_stability_between_the_ballots() -> None:
    before, after = on_line((1, 3, 3, 5)), on_line((3, 4, 4, 5))
    assert before is not None
    assert after is not None
    moved = stability(before, after)
    assert moved.median == 1
    assert moved.deviation == pytest.approx(0.7071 - 1.4142, abs=5e-5)


def test_dissent_comes_first() -> None:
    calm = [("calm", 3, None)] * 4
    torn = [("torn", 1, None), ("torn", 1, None), ("torn", 5, None), ("torn", 5, None)]
    healed = [("healed", 1, 4), ("healed", 5, 4), ("healed", 3, 5)]
    order = [voice.name for voice in dissent_first(ballots(*calm, *torn, *healed))]
    assert order == ["Torn", "Healed", "Calm"]


def test_sentences_on_the_ballots() -> None:
    document = ballots(*[("a", 3, 4)] * 6, *[("a", 4, 3)] * 2, *[("a", 3, 3)] * 2)
    voice = whole(document)
    assert unity_sentence(voice) == (
        "After the day the median is 4 and the middle half lies between 3 and 4: people see much the same. "
        "6 of 10 people (60%) see their organisation look to the near or far future."
    )
    assert change_sentence(voice) == (
        "After the day the centre of gravity is 3.6 (n = 10), 0.4 further ahead than before (3.2, n = 10). "
        "People have moved further apart."
    )
    assert pairs_sentence(pairs(document[Orientation].raters)) == (
        "Of 10 people who answered both times, 6 moved ahead, 2 moved back and 2 stayed."
    )


def test_percent_only_for_ten_or_more() -> None:
    assert [of_people(1, 1), of_people(6, 9), of_people(6, 10)] == [
        "1 of 1 person",
        "6 of 9 people",
        "6 of 10 people (60%)",
    ]


def test_a_room_without_a_second_ballot_says_nothing_about_it() -> None:
    voice = whole(ballots(*[("a", 3, None)] * 3))
    assert voice.after is None
    assert change_sentence(voice) == ""
    assert pairs_sentence(pairs(ballots(("a", 3, None))[Orientation].raters)) == ""


def test_norwegian() -> None:
    discover()
    with speaking("nb"):
        said = change_sentence(whole(ballots(*[("a", 4, 3)] * 3)))
    assert said == (
        "Etter dagen er tyngdepunktet 3,0 (n = 3), 1,0 lenger tilbake enn før (4,0, n = 3). "
        "Folk står like langt fra hverandre som før."
    )


points = st.one_of(st.none(), st.integers(1, 5))


@given(st.lists(st.tuples(st.sampled_from("abcd"), points, points), max_size=40))
def test_what_is_kept_back_can_never_be_worked_out(answers: list[tuple[str, int | None, int | None]]) -> None:
    document = ballots(*answers)
    parts, all_people = by_group(document), summary(document[Orientation].raters)
    for name in MEASURES if parts else ():
        shown = [counted(part.summary, name) for part in parts if counted(part.summary, name)]
        assert all(n >= FEWEST for n in shown)
        hidden = counted(all_people, name) - sum(shown)
        assert hidden == 0 or hidden >= FEWEST or not shown


def test_findings_begin_with_the_centre_of_gravity() -> None:
    document = ballots(*[("a", 3, 4)] * 6, *[("a", 4, 4)] * 4)
    found = findings(document)
    assert [finding.key for finding in found] == ["gravity", "unity", "change", "pairs"]
    assert found[0].text == "The centre of gravity is 3.4 on the line, between “Today” and “Near future” (n = 10)."
    assert found[0].counts[2] == ("Now, Today", "6")
    assert found[3].counts == (("Moved ahead", "6"), ("Moved back", "0"), ("Stayed", "4"))
    assert findings(document) is found
    assert findings(ballots(("a", 3, 3))) == ()


def test_findings_tell_kinds_of_organisation_apart() -> None:
    raters = [*[(3, "State")] * 3, *[(4, "Business")] * 3]
    document = Document().put(
        Orientation(raters=tuple(Rater(line_now=point, organisation=kind) for point, kind in raters))
    )
    assert findings(document)[-1].text == (
        "Of the kinds of organisation “Business” looks furthest ahead (4.0, n = 3) and “State” least far (3.0, n = 3)."
    )


def test_figures_of_the_ballots() -> None:
    found = json.loads(json.dumps(figures(ballots(*[("a", 3, 4)] * 3, *[("a", 4, 4)] * 3))))
    assert found["feedback"]["before"]["n"] == 6
    assert found["feedback"]["before"]["consensus"] + found["feedback"]["before"]["polarisation"] == 1
    assert found["feedback"]["shift"] == {"median": 0.5, "deviation": -0.5}
    assert found["pairs"] == {"n": 6, "ahead": 3, "same": 3, "back": 0, "change": 0.5}
    assert found["all"]["line_after"]["shares"] == [0, 0, 0, 1, 0]
    assert found["sentence"]["nb"].startswith("Tyngdepunktet er 3,5 på linja")
    assert figures(Document())["pairs"] is None


def test_the_page_of_the_report() -> None:
    assert report(Document()) == ()
    (section,) = report(ballots(*[("a", 3, 4)] * 6, *[("b", 4, 4)] * 4))
    assert section.page == "report"
    pictures = [block for block in section.blocks if isinstance(block, Picture)]
    assert len(pictures) == 2
    assert pictures[1].twin is not None
    assert pictures[1].twin.rows[0] == ("All", "before", "10", "3", "1", "4", "0.82")


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_strips_stay_inside_their_frame(look: object) -> None:
    from foresight.core.picture import Circle, Polygon
    from foresight.methods.orientation.analysis import point_names
    from foresight.methods.orientation.figure_rounds import strips, strips_height

    document = ballots(*[(name, point, 6 - point) for name in "abc" for point in (1, 2, 5)])
    voices = [whole(document), *dissent_first(document)]
    height = strips_height(voices)
    drawn = strips(voices, point_names(document), 480, height, look)  # type: ignore[arg-type]
    spots = [place for shape in drawn.plain() if isinstance(shape, Polygon) for place in shape.points]
    spots += [shape.centre for shape in drawn.plain() if isinstance(shape, Circle)]
    assert spots
    assert all(0 <= x <= 480 and 0 <= y <= height for x, y in spots)

"""What is different between two documents, thing by thing and in words."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.core.differences import Difference, differences, line, summary
from foresight.core.document import Document
from foresight.core.edits import added, changed, moved
from foresight.core.integrity import remove
from foresight.core.words import speak
from foresight.methods.network.model import Network
from foresight.model.drivers import Driver, Drivers, Link
from foresight.model.groups import Group, Groups
from foresight.model.ratings import Rating, Ratings
from foresight.model.scenarios import Axis, Scenario, Scenarios
from foresight.model.trends import Trend, Trends
from foresight.model.workshop import Workshop
from tests.core.samples import small_workshop

SMALL = small_workshop()


def said(before: Document, after: Document) -> list[str]:
    return [line(each) for each in differences(before, after)]


def test_equal_documents_have_no_differences_whatever_objects_they_are_made_of() -> None:
    again = small_workshop()
    assert differences(SMALL, again) == ()
    assert summary(()) == ""


def test_an_absent_slice_is_an_empty_one() -> None:
    assert differences(Document(), Document().put(Trends(), Workshop())) == ()


def test_what_was_added_is_said_by_its_title() -> None:
    after = SMALL.put(added(SMALL[Trends], Trend(id="t3", title="Aldring"), Trend(id="t4", title="Uro")))
    found = differences(SMALL, after)
    assert [(each.change, each.part, each.kind, each.name) for each in found] == [
        ("added", "trends", Trend, "Aldring"),
        ("added", "trends", Trend, "Uro"),
    ]
    assert found[0].before is None
    assert found[0].after is after[Trends].trends[2]
    assert summary(found) == "2 trends added"
    assert [line(each) for each in found] == ["Added: trend “Aldring”", "Added: trend “Uro”"]


def test_what_was_removed_takes_along_what_belongs_to_it_and_all_is_said() -> None:
    after = remove(SMALL, ["d3"])
    assert said(SMALL, after) == [
        "Removed: driver “Klima”",
        "Removed: link “Økonomi → Klima”",
        "Removed: link “Klima → Tillit”",
        "Removed: placement “Klima”",
        "Removed: loop name “Ringen”",
        "Changed: scenario “Sammen” (what becomes of the drivers)",
    ]
    words = "1 driver removed, 2 links removed, 1 placement removed, 1 loop name removed, 1 scenario changed"
    assert summary(differences(SMALL, after)) == words


def test_a_change_names_the_fields() -> None:
    after = SMALL.put(changed(SMALL[Trends], "t1", title="Flere i arbeid", time_to_impact="5 år"))
    (found,) = differences(SMALL, after)
    assert (found.change, found.fields, found.name) == ("changed", ("title", "time_to_impact"), "Flere i arbeid")
    assert line(found) == "Changed: trend “Flere i arbeid” (title and time to impact)"
    assert summary([found]) == "1 trend changed"


def test_values_without_an_id_are_followed_by_what_they_share_with_no_other() -> None:
    ratings = SMALL[Ratings].ratings
    after = SMALL.put(SMALL[Ratings].but(ratings=(ratings[0].but(impact=2.0), *ratings[1:])))
    assert said(SMALL, after) == ["Changed: rating “Færre i arbeid – Bord 1” (impact)"]
    places = SMALL[Network].placements
    after = SMALL.put(SMALL[Network].but(placements=(places[0].but(x=7.0), places[1])))
    assert said(SMALL, after) == ["Changed: placement “Tillit” (place across)"]


def test_the_fewest_moves_are_told() -> None:
    part = Drivers(drivers=tuple(Driver(id=f"d{n}", title=f"D{n}") for n in range(6)))
    before = Document().put(part)
    assert said(before, before.put(moved(part, "d5", 0))) == ["Moved: driver “D5”"]
    assert said(before, before.put(moved(part, "d0", 5))) == ["Moved: driver “D0”"]
    turned = before.put(part.but(drivers=part.drivers[::-1]))
    assert summary(differences(before, turned)) == "5 drivers moved"


def test_a_thing_that_moved_and_changed_is_told_as_both() -> None:
    part = moved(SMALL[Trends], "t2", 0)
    after = SMALL.put(changed(part, "t2", ring="now"))
    assert summary(differences(SMALL, after)) == "1 trend changed, 1 trend moved"


def test_what_was_added_before_others_did_not_move_them() -> None:
    after = SMALL.put(added(SMALL[Groups], Group(id="g0", name="Bord 0"), at=0))
    assert summary(differences(SMALL, after)) == "1 group added"


def test_fields_of_a_slice_itself() -> None:
    after = SMALL.put(
        SMALL[Workshop].but(title="Skole 2050", messages=("Én",)),
        SMALL[Scenarios].but(y_axis=Axis(driver="d3")),
    )
    found = differences(SMALL, after)
    assert [(each.kind, each.fields, each.name) for each in found] == [
        (Scenarios, ("y_axis",), ""),
        (Workshop, ("title", "messages"), ""),
    ]
    assert summary(found) == "vertical axis changed, title and key messages changed"
    assert [line(each) for each in found] == ["Changed: vertical axis", "Changed: title and key messages"]


def test_slices_of_methods_that_are_not_installed() -> None:
    before = Document(foreign={"a": {"x": 1}, "b": {"x": 1}, "c": 1}, doc_id="d")
    after = Document(foreign={"b": {"x": 2}, "c": 1, "d": []}, doc_id="d")
    found = differences(before, after)
    assert found == (
        Difference("removed", "a", None, "a"),
        Difference("changed", "b", None, "b"),
        Difference("added", "d", None, "d"),
    )
    assert line(found[1]) == "Changed: part of a newer program: b"
    assert summary(found[:1]) == "1 part of a newer program removed"


def test_fields_of_a_newer_program() -> None:
    before = Document().put(Groups(groups=(Group.model_validate({"id": "g", "name": "A", "colour": "red"}),)))
    after = Document().put(Groups(groups=(Group.model_validate({"id": "g", "name": "A", "colour": "blue"}),)))
    bare = Document().put(Groups(groups=(Group(id="g", name="A"),)))
    assert said(before, after) == ["Changed: group “A” (colour)"]
    assert said(before, bare) == ["Changed: group “A” (colour)"]


def test_things_without_a_name_are_told_by_what_they_belong_to_or_by_their_number() -> None:
    after = SMALL.put(
        SMALL[Scenarios].but(scenarios=(*SMALL[Scenarios].scenarios, Scenario(id="s3"))),
        added(SMALL[Drivers], Link(id="l4", source="d1", target="d3")),
    )
    assert said(SMALL, after) == ["Added: link “Tillit → Klima”", "Added: scenario 3"]


def test_in_norwegian() -> None:
    speak("nb")
    after = SMALL.put(
        added(SMALL[Trends], Trend(id="t3", title="Aldring")),
        changed(SMALL[Drivers], "d1", title="Mistillit", description="Ny"),
        SMALL[Workshop].but(horizon=2050),
    )
    found = differences(SMALL, after)
    assert summary(found) == "1 drivkraft endret, 1 trend lagt til, tidshorisont endret"
    assert [line(each) for each in found] == [
        "Endret: drivkraft «Mistillit» (tittel og beskrivelse)",
        "Lagt til: trend «Aldring»",
        "Endret: tidshorisont",
    ]


names = st.sampled_from(["a", "b", "c", "d", "e"])
drivers = st.lists(st.builds(Driver, id=names, title=names), unique_by=lambda driver: driver.id, max_size=5)
ratings = st.lists(
    st.builds(Rating, subject=names, group=names, impact=st.sampled_from([1.0, 2.0])),
    unique_by=lambda rating: (rating.subject, rating.group),
    max_size=5,
)
documents: st.SearchStrategy[Document] = st.builds(
    lambda drivers, ratings, title, foreign: Document(
        {
            Drivers: Drivers(drivers=tuple(drivers)),
            Ratings: Ratings(ratings=tuple(ratings)),
            Workshop: Workshop(title=title),
        },
        foreign,
        "same",
    ),
    drivers,
    ratings,
    names,
    st.dictionaries(names, st.integers(0, 1), max_size=2),
)


@settings(max_examples=150, deadline=None)
@given(documents, documents)
def test_there_are_differences_exactly_when_two_documents_are_not_equal(one: Document, other: Document) -> None:
    found = differences(one, other)
    assert (found == ()) == (one == other)
    assert all(map(line, found))
    back = differences(other, one)
    counts: Any = {"added": "removed", "removed": "added", "changed": "changed", "moved": "moved"}
    assert sorted(counts[each.change] for each in found) == sorted(each.change for each in back)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_every_difference_has_words(language: Any) -> None:
    speak(language)
    empty = Document(doc_id="small")
    assert len(said(empty, SMALL)) == len(differences(SMALL, empty))

"""Two versions of a workshop made one: exact cases, and what must hold for all."""

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.core.differences import line, summary
from foresight.core.document import Document, Slice
from foresight.core.edits import added, changed, moved
from foresight.core.integrity import remove
from foresight.core.merging import Merged, merge, merge_all
from foresight.core.survey import dangling, references
from foresight.core.words import speak
from foresight.methods.orientation.model import Orientation, Shares
from foresight.model.drivers import Driver, Drivers, Link
from foresight.model.groups import Group, Groups
from foresight.model.oracle import Oracle, Question
from foresight.model.ratings import Rating, Ratings
from foresight.model.scenarios import Axis, DriverState, Scenario, Scenarios
from foresight.model.trends import Evidence, Trend, Trends
from foresight.model.workshop import Workshop
from tests.core.samples import small_workshop

BASE = small_workshop()


def trend(document: Document, key: str) -> Trend:
    found = document.find(key, Trend)
    assert found is not None
    return found


def brought(merged: Merged) -> str:
    return summary(merged.brought)


def change(document: Document, part: type[Slice], key: str, **changes: Any) -> Document:
    return document.put(changed(document[part], key, **changes))


# With a base


def test_changes_of_different_fields_and_things_come_together() -> None:
    mine = change(change(BASE, Trends, "t1", title="Mine"), Groups, "g1", size=9)
    theirs = change(change(BASE, Trends, "t1", summary="Theirs"), Groups, "g2", size=4)
    merged = merge(BASE, mine, theirs)
    assert (trend(merged.document, "t1").title, trend(merged.document, "t1").summary) == ("Mine", "Theirs")
    assert [group.size for group in merged.document[Groups].groups] == [9, 4]
    assert brought(merged) == "1 group changed, 1 trend changed"
    assert merged.remarks == ()


def test_the_same_field_changed_on_both_sides_keeps_mine_and_tells_theirs() -> None:
    mine = change(BASE, Drivers, "l1", strength=2, potential=True)
    theirs = change(BASE, Drivers, "l1", strength=1, rationale="Because")
    merged = merge(BASE, mine, theirs)
    assert merged.remarks == ("Link “Tillit → Økonomi”, strength: kept 2, left out 1.",)
    link = merged.document[Drivers].links[0]
    assert (link.strength, link.potential, link.rationale) == (2, True, "Because")


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    mine, theirs = (change(BASE, Trends, "t1", title="Same") for _side in range(2))
    merged = merge(BASE, mine, theirs)
    assert merged == Merged(mine, (), ())
    assert merged.document is mine


def test_deletions_are_taken_over_with_all_that_went_along() -> None:
    merged = merge(BASE, change(BASE, Trends, "t1", title="Mine"), remove(BASE, ["d3"]))
    assert merged.document[Drivers] == remove(BASE, ["d3"])[Drivers]
    assert merged.remarks == ()


def test_what_one_side_deleted_and_the_other_changed_is_kept() -> None:
    changed_one, without = change(BASE, Trends, "t2", title="Still here"), remove(BASE, ["t2"])
    one, other = merge(BASE, changed_one, without), merge(BASE, without, changed_one)
    assert trend(one.document, "t2").title == trend(other.document, "t2").title == "Still here"
    assert one.remarks == ("Trend “Still here” was changed here and deleted there: it was kept.",)
    assert other.remarks == ("Trend “Still here” was deleted here and changed there: it was kept.",)


def test_what_one_side_deleted_and_the_other_began_to_use_is_kept() -> None:
    without = remove(BASE, ["d3"])
    using = BASE.put(added(BASE[Drivers], Link(id="l9", source="d1", target="d3")))
    for mine, theirs in ((without, using), (using, without)):
        merged = merge(BASE, mine, theirs)
        assert {driver.id for driver in merged.document[Drivers].drivers} == {"d1", "d2", "d3"}
        assert {link.id for link in merged.document[Drivers].links} == {"l1", "l9"}
        assert merged.remarks == ("Driver “Klima” was deleted on one side and is needed on the other: it was kept.",)


def test_a_mention_of_what_the_other_side_deleted_drops_out_and_is_told() -> None:
    mentioning = change(BASE, Oracle, "q2", drivers=("d3",))
    merged = merge(BASE, remove(BASE, ["d3"]), mentioning)
    assert merged.document == remove(BASE, ["d3"])
    assert merged.remarks == ("To keep the workshop sound: Changed: question “Når?” (drivers).",)


def test_lists_of_words_and_of_ids_are_merged_word_by_word() -> None:
    mine = change(BASE, Trends, "t2", tags=("KI", "robot"), evidence=(Evidence(text="Mine"),))
    theirs = change(BASE, Trends, "t2", tags=("KI", "AI", "makt"), evidence=(Evidence(text="Theirs"),))
    merged = merge(BASE, mine, theirs)
    assert trend(merged.document, "t2").tags == ("KI", "robot", "makt")
    assert [each.text for each in trend(merged.document, "t2").evidence] == ["Mine", "Theirs"]
    assert merged.remarks == ()


def test_answers_are_merged_one_by_one() -> None:
    mine = change(BASE, Oracle, "q1", answers={"s1": "Mine", "s2": "Ingen"})
    theirs = change(BASE, Oracle, "q1", answers={"s1": "Theirs", "s2": "Alle"})
    merged = merge(BASE, mine, theirs)
    question = merged.document.find("q1", Question)
    assert question is not None
    assert question.answers == {"s1": "Mine", "s2": "Alle"}
    assert merged.remarks == ("Question “Hvem betaler?”, answers (scenario 1): kept “Mine”, left out “Theirs”.",)


def test_what_becomes_of_a_driver_is_followed_inside_its_scenario() -> None:
    mine = change(BASE, Scenarios, "s2", states=(DriverState(driver="d3", text="Mine"),))
    theirs = change(
        BASE, Scenarios, "s2", states=(DriverState(driver="d3", text="Theirs", direction=1), DriverState(driver="d1"))
    )
    merged = merge(BASE, mine, theirs)
    states = merged.document[Scenarios].scenarios[1].states
    assert states == (DriverState(driver="d3", text="Mine", direction=1), DriverState(driver="d1"))
    said = "Scenario “Sammen”, what becomes of the drivers, driver “Klima”, text: kept “Mine”, left out “Theirs”."
    assert merged.remarks == (said,)


def test_what_means_something_only_together_is_not_mixed() -> None:
    names = ("a", "b", "c", "d", "e")
    mine = BASE.put(BASE[Orientation].but(points=names))
    theirs = BASE.put(BASE[Orientation].but(points=(*names[:4], "f")))
    merged = merge(BASE, mine, theirs)
    assert merged.document is mine
    assert merged.remarks == ("Names of the points: kept “a”, “b”, “c”, “d”, “e”, left out “a”, “b”, “c”, “d”, “f”.",)
    axes = merge(
        BASE,
        BASE.put(BASE[Scenarios].but(x_axis=Axis(driver="d2", low="få"))),
        BASE.put(BASE[Scenarios].but(x_axis=Axis(driver="d3"))),
    )
    said = "Horizontal axis: kept driver: “Økonomi”; low pole: “få”, left out driver: “Klima”."
    assert axes.remarks == (said,)


def test_two_right_versions_that_are_wrong_together_are_not_mixed() -> None:
    mine = BASE.put(changed(BASE[Drivers], "l2", source="d1"))
    theirs = BASE.put(changed(BASE[Drivers], "l2", target="d1"))
    merged = merge(BASE, mine, theirs)
    assert merged.document is mine
    assert merged.remarks == ("Link “Tillit → Klima”, to: kept “Klima”, left out “Tillit”.",)
    shares = (Shares(past=50, present=30, future=20), Shares(past=20, present=30, future=50))
    one, other = (change(BASE, Orientation, "r1", shares_now=each) for each in shares)
    said = "past: 50; present: 30; future: 20, left out past: 20; present: 30; future: 50."
    assert merge(BASE, one, other).remarks == (f"Rater “1-1”, attention now: kept {said}",)


def test_the_order_of_who_moved_things_is_kept_and_new_things_stand_where_they_stood() -> None:
    trends = tuple(Trend(id=key, title=key) for key in "abcd")
    base = BASE.put(Trends(trends=trends))
    theirs = base.put(added(moved(base[Trends], "d", 0), Trend(id="n", title="n"), at=2))
    mine = base.put(added(base[Trends], Trend(id="m", title="m")))
    assert "".join(each.id for each in merge(base, mine, theirs).document[Trends].trends) == "danbcm"
    assert "".join(each.id for each in merge(base, theirs, mine).document[Trends].trends) == "danbcm"
    both = merge(base, base.put(moved(base[Trends], "a", 3)), theirs)
    assert "".join(each.id for each in both.document[Trends].trends) == "bcdan"


def test_slices_of_methods_that_are_not_installed_are_merged_whole() -> None:
    base, mine, theirs = (
        Document(foreign=foreign, doc_id="d")
        for foreign in ({"a": 1, "b": 1, "c": 1}, {"a": 2, "b": 1, "c": 2}, {"a": 1, "b": {"x": 3}, "c": {"y": True}})
    )
    merged = merge(base, mine, theirs)
    assert merged.document.foreign == {"a": 2, "b": {"x": 3}, "c": 2}
    assert merged.remarks == ("Part of a newer program (c): kept 2, left out y: Yes.",)


def test_fields_of_a_newer_program_are_merged() -> None:
    def one(**more: Any) -> Document:
        return Document({Groups: Groups(groups=(Group.model_validate({"id": "g", "name": "A", **more}),))}, doc_id="d")

    merged = merge(one(colour="red", old=1), one(colour="red", old=1, size=3), one(colour="blue"))
    assert merged.document == one(colour="blue", size=3)


# Without a base


def test_without_a_base_all_things_of_both_are_there() -> None:
    mine = Document().put(Trends(trends=(Trend(id="a", title="A"),)), Workshop(title="Day", language="en"))
    theirs = Document().put(
        Trends(trends=(Trend(id="a", title="A", summary="More"), Trend(id="b", title="B"))),
        Workshop(title="Table 3", question="What?", language="nb"),
    )
    merged = merge(None, mine, theirs)
    assert merged.document.doc_id == mine.doc_id
    assert [(each.title, each.summary) for each in merged.document[Trends].trends] == [("A", "More"), ("B", "")]
    workshop = merged.document[Workshop]
    assert (workshop.title, workshop.question, workshop.language) == ("Day", "What?", "en")
    assert merged.remarks == (
        "Title: kept “Day”, left out “Table 3”.",
        "Language of the brief: kept “en”, left out “nb”.",
    )


def test_two_links_between_the_same_drivers_become_one() -> None:
    drivers = (Driver(id="a", title="A"), Driver(id="b", title="B"))
    mine = Document().put(Drivers(drivers=drivers, links=(Link(id="x", source="a", target="b", strength=2),)))
    theirs = Document().put(
        Drivers(drivers=drivers, links=(Link(id="y", source="a", target="b", strength=3, rationale="Why"),))
    )
    merged = merge(None, mine, theirs)
    assert merged.document[Drivers].links == (Link(id="x", source="a", target="b", strength=2, rationale="Why"),)
    assert merged.remarks == ("Link “A → B”, strength: kept 2, left out 3.",)


def test_a_link_that_was_bent_onto_another_one_leaves_one_of_them() -> None:
    mine = BASE.put(changed(BASE[Drivers], "l1", target="d3"))
    theirs = BASE.put(added(BASE[Drivers], Link(id="l9", source="d1", target="d3", rationale="New")))
    merged = merge(BASE, mine, theirs)
    assert [(link.id, link.target) for link in merged.document[Drivers].links][:1] == [("l1", "d3")]
    said = "from: “Tillit”; to: “Klima”; strength: 1; sign: “+”; delay: “short”; rationale: “New”"
    assert merged.remarks == (f"To keep the workshop sound: Removed: link “Tillit → Klima” ({said}).",)


def test_a_link_that_was_drawn_anew_there_is_the_new_one() -> None:
    theirs = remove(BASE, ["l1"])
    theirs = theirs.put(added(theirs[Drivers], Link(id="l9", source="d1", target="d2")))
    merged = merge(BASE, BASE, theirs)
    assert merged.document == theirs
    assert merged.remarks == ()


def test_one_rating_of_each_group_for_each_thing() -> None:
    theirs = BASE.put(BASE[Ratings].but(ratings=(Rating(subject="t1", group="g1", impact=2.0, comment="Lavere"),)))
    merged = merge(None, BASE, theirs)
    rating = merged.document[Ratings].ratings[0]
    assert (rating.impact, rating.uncertainty, rating.comment) == (4.5, 2.0, "Lavere")
    assert merged.remarks == ("Rating “Færre i arbeid – Bord 1”, impact: kept 4.50, left out 2.",)


def test_an_id_that_means_another_thing_there_gets_another_one() -> None:
    mine = Document().put(Groups(groups=(Group(id="x", name="Mine"),)))
    theirs = Document(doc_id="theirs").put(
        Trends(trends=(Trend(id="x", title="Theirs"), Trend(id="y", title="Beside", related=("x",)))),
    )
    merged = merge(None, mine, theirs)
    fresh = merged.document[Trends].trends[0]
    assert (fresh.title, fresh.id == "x") == ("Theirs", False)
    assert merged.document[Trends].trends[1].related == (fresh.id,)
    assert references(merged.document) == (set(), set())
    assert merge(None, merged.document, theirs).document is merged.document


def test_groups_bring_their_files() -> None:
    files = [_of_a_group(number) for number in range(12)]
    merged = merge_all(BASE, files)
    assert brought(merged) == "36 drivers added, 24 links added, 12 groups added"
    assert merged.remarks == ()
    again = merge_all(merged.document, files[::-1])
    assert again.document is merged.document
    assert again.brought == ()
    turned = merge_all(BASE, files[::-1])
    assert turned.document == merged.document


def _of_a_group(number: int) -> Document:
    drivers = tuple(Driver(id=f"{number}-{each}", title=f"Driver {each} of {number}") for each in "abc")
    links = tuple(Link(id=f"{number}-{one.id}", source=one.id, target=other.id) for one, other in pairwise(drivers))
    groups = Groups(groups=(Group(id=f"g-{number}", name=f"Table {number}"),))
    return Document(doc_id=f"file-{number}").put(Drivers(drivers=drivers, links=links), groups)


def test_in_norwegian() -> None:
    speak("nb")
    mine, theirs = (change(BASE, Trends, "t1", title=title) for title in ("Min", "Deres"))
    assert merge(BASE, mine, theirs).remarks == ("Trend «Min», tittel: beholdt «Min», utelot «Deres».",)
    said = merge(BASE, remove(BASE, ["t1"]), theirs).remarks
    assert said == ("Trend «Deres» ble slettet her og endret der: Den er beholdt.",)


# What must hold for all

ids = st.sampled_from(["a", "b", "c", "d"])


def _document(
    drivers: list[Driver], links: list[Link], ratings: list[Rating], groups: list[str], words: Any
) -> Document:
    there = {driver.id for driver in drivers}
    ends = {(link.source, link.target): link for link in links if {link.source, link.target} <= there}
    parts = (
        Drivers(drivers=tuple(drivers), links=tuple(ends.values())),
        Groups(groups=tuple(Group(id=f"g{key}", name=key) for key in groups)),
        Ratings(ratings=tuple(each for each in ratings if each.subject in there and each.group[1:] in groups)),
        Scenarios(
            scenarios=(Scenario(id="s", states=tuple(DriverState(driver=key, text=words[0]) for key in sorted(there))),)
        ),
        Workshop(title=words[0], messages=tuple(words[1])),
        Oracle(questions=(Question(id="q", text="?", drivers=tuple(sorted(there)), answers={"s": words[0]}),)),
    )
    return Document({type(part): part for part in parts}, {"x": words[0]}, "same")


documents: st.SearchStrategy[Document] = st.builds(
    _document,
    st.lists(st.builds(Driver, id=ids, title=ids, description=ids), unique_by=lambda each: each.id, max_size=4),
    st.lists(
        st.tuples(ids, ids, st.integers(1, 3))
        .filter(lambda ends: ends[0] != ends[1])
        .map(lambda ends: Link(id=f"l{ends[0]}{ends[1]}", source=ends[0], target=ends[1], strength=ends[2])),
        max_size=4,
    ),
    st.lists(
        st.builds(Rating, subject=ids, group=ids.map("g{}".format), impact=st.sampled_from([1.0, 2.0])),
        unique_by=lambda each: (each.subject, each.group),
        max_size=4,
    ),
    st.lists(ids, unique=True, max_size=3),
    st.tuples(ids, st.lists(ids, unique=True, max_size=3)),
)


@settings(max_examples=100, deadline=None)
@given(documents, documents)
def test_who_changed_alone_is_right(base: Document, x: Document) -> None:
    assert merge(base, x, base) == Merged(x, (), ())
    assert merge(base, base, x).document == x
    assert merge(base, base, x).remarks == ()
    assert merge(base, x, x) == Merged(x, (), ())
    assert merge(None, x, x).document is x


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.none(), documents), documents, documents)
def test_nothing_added_is_lost_nothing_dangles_and_twice_is_once(
    base: Document | None, mine: Document, theirs: Document
) -> None:
    merged = merge(base, mine, theirs)
    assert references(merged.document) == (set(), set())
    before = _names_of(base) if base is not None else set()
    lost = (_names_of(mine) | _names_of(theirs)) - before - _names_of(merged.document)
    assert lost == set()
    assert (merged.brought == ()) == (merged.document == mine)
    assert merge(base, merged.document, theirs).document == merged.document


def test_a_move_beside_a_deletion_is_merged_once_and_for_all() -> None:
    def of(ids: str) -> Document:
        return Document(doc_id="d").put(Drivers(drivers=tuple(Driver(id=each, title=each) for each in ids)))

    base, mine, theirs = of("adc"), of("acd"), of("bca")
    merged = merge(base, mine, theirs).document
    assert "".join(driver.id for driver in merged[Drivers].drivers) == "bca"
    assert merge(base, merged, theirs).document == merged


def _names_of(document: Document) -> set[str]:
    """What tells the things in a document from each other."""
    named = {f"{type(each).__name__} {each.id}" for part in document.slices.values() for each in part.entities()}
    return named | {f"rating {each.subject} {each.group}" for each in document[Ratings].ratings}


@settings(max_examples=100, deadline=None)
@given(documents, st.lists(documents, max_size=3))
def test_the_order_of_files_does_not_matter(mine: Document, others: list[Document]) -> None:
    one, other = merge_all(mine, others), merge_all(mine, others[::-1])
    assert one == other
    assert merge_all(one.document, others).document is one.document


@settings(max_examples=100, deadline=None)
@given(documents, documents)
def test_all_that_two_files_say_is_in_the_merged_one_or_in_the_remarks(mine: Document, theirs: Document) -> None:
    merged = merge(None, mine, theirs)
    remarks = "\n".join(merged.remarks)
    for driver in theirs[Drivers].drivers:
        kept = merged.document.find(driver.id, Driver)
        assert kept is not None
        for said, held in ((driver.title, kept.title), (driver.description, kept.description)):
            assert said == held or f"left out “{said}”" in remarks
    assert set(map(line, merged.brought)) is not None
    assert not dangling(merged.document)

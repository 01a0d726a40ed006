"""The document: immutable, strict, and sharing what it did not touch."""

import math
from typing import Any

import pytest
from pydantic import ValidationError

from foresight.core.document import Document, Value
from foresight.methods.orientation.model import Shares
from foresight.model.drivers import Driver, Drivers, Link
from foresight.model.groups import Group, Groups
from foresight.model.ratings import Rating
from foresight.model.scenarios import DriverState, Scenario
from foresight.model.trends import Trend, Trends
from foresight.model.workshop import Workshop
from tests.core.samples import small_workshop


def test_but_gives_a_changed_copy_and_leaves_the_old_one_alone() -> None:
    old = Trend(id="t1", title="Old", tags=("a",))
    new = old.but(title="New")
    assert (old.title, new.title, new.id, new.tags) == ("Old", "New", "t1", ("a",))


def test_but_without_a_difference_is_the_same_object() -> None:
    trend = Trend(title="Same", tags=("a",))
    assert trend.but(title="Same", tags=("a",)) is trend
    assert trend.but() is trend


def test_but_refuses_a_field_that_does_not_exist() -> None:
    with pytest.raises(TypeError, match="Trend has no field colour, size"):
        Trend(title="x").but(size=1, colour="red")


def test_but_keeps_the_fields_of_a_newer_program() -> None:
    trend = Trend.model_validate_json('{"title": "x", "mood": {"deep": [1]}, "by_id": 7}')
    assert trend.but(title="y").model_dump(exclude={"id"}, exclude_defaults=True) == {
        "title": "y",
        "mood": {"deep": [1]},
        "by_id": 7,
    }


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        (Rating, {"impact": math.nan}),
        (Rating, {"impact": math.inf}),
        (Rating, {"impact": "3"}),
        (Rating, {"impact": 0.99}),
        (Rating, {"impact": 5.01}),
        (Rating, {"impact": 10**400}),
        (Group, {"size": "5"}),
        (Group, {"size": 5.0}),
        (Group, {"size": True}),
        (Group, {"size": -1}),
        (Link, {"strength": 4}),
        (Link, {"potential": 1}),
        (DriverState, {"direction": 2}),
        (DriverState, {"direction": "1"}),
        (Trend, {"title": "two\nlines"}),
        (Trend, {"title": "bell\x07"}),
        (Trend, {"title": "turned \u202e round"}),
        (Trend, {"title": "x" * 201}),
        (Trend, {"description": "next\x85line"}),
        (Trend, {"description": "x" * 20_001}),
        (Trend, {"description": None}),
        (Trend, {"tags": ["a"]}),
        (Trend, {"tags": ("a", 1)}),
        (Trend, {"kind": "fad"}),
        (Driver, {"id": "../../etc"}),
        (Driver, {"id": ""}),
        (Driver, {"id": "a\n"}),
        (Driver, {"trends": ("a b",)}),
    ],
)
def test_values_are_strict(kind: type[Value], changes: dict[str, Any]) -> None:
    whole = {
        Rating: Rating(subject="t", group="g"),
        Group: Group(name="x"),
        Link: Link(source="a", target="b"),
        DriverState: DriverState(driver="d"),
        Trend: Trend(title="x"),
        Driver: Driver(title="x"),
    }[kind]
    with pytest.raises(ValidationError):
        whole.but(**changes)


class Measured(Value):
    length: float


@pytest.mark.parametrize("length", [math.nan, math.inf, -math.inf])
def test_a_number_without_bounds_is_finite_all_the_same(length: float) -> None:
    with pytest.raises(ValidationError):
        Measured(length=length)
    with pytest.raises(ValidationError):
        Measured.model_validate_json('{"length": 1e999}')


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(ValidationError):
        Trend(title="\ud800")


@pytest.mark.parametrize("text", ['{"name": "x", "size": "5"}', '{"name": "x", "size": 1.0}', '{"name": 5}', "[]"])
def test_values_from_json_are_strict(text: str) -> None:
    with pytest.raises(ValidationError):
        Group.model_validate_json(text)


def test_rules_that_join_fields_hold_for_changes_too() -> None:
    with pytest.raises(ValidationError, match="two different drivers"):
        Link(source="a", target="b").but(target="a")
    with pytest.raises(ValidationError, match="sum to 100"):
        Shares(past=20, present=50, future=30).but(past=21)


def test_values_cannot_be_changed_in_place() -> None:
    trend = Trend(title="x")
    with pytest.raises(ValidationError, match="frozen"):
        trend.title = "y"  # type: ignore[misc]


def test_every_entity_has_an_id_of_its_own() -> None:
    assert len({Trend(title="x").id for _ in range(1000)}) == 1000


def test_a_slice_finds_its_entities_of_all_kinds() -> None:
    part = small_workshop()[Drivers]
    assert list(part.by_id) == ["d1", "d2", "d3", "l1", "l2", "l3"]
    assert part.by_id["l2"] is part.links[1]


def test_an_absent_slice_is_an_empty_one_and_always_the_same() -> None:
    document = Document()
    assert document[Trends] == Trends()
    assert document[Trends] is Document()[Trends]


def test_put_shares_everything_else() -> None:
    before = small_workshop()
    after = before.put(before[Workshop].but(title="New"))
    assert after[Workshop].title == "New"
    assert before[Workshop].title == "Skole 2040"
    assert after[Trends] is before[Trends]
    assert after.doc_id == before.doc_id


def test_put_of_nothing_new_is_the_same_document() -> None:
    document = small_workshop()
    assert document.put(document[Trends], document[Workshop]) is document
    assert document.put() is document


def test_changed_since_looks_only_at_the_kinds_asked_for() -> None:
    before = small_workshop()
    after = before.put(before[Workshop].but(title="New"))
    assert after.changed_since(before, (Trends, Workshop))
    assert not after.changed_since(before, (Trends, Groups))
    assert not Document().changed_since(Document(), (Trends,))


def test_find_asks_for_id_and_kind() -> None:
    document = small_workshop()
    assert document.find("d2", Driver) is document[Drivers].drivers[1]
    assert document.find("d2", Trend) is None
    assert document.find("nobody", Driver) is None
    assert document.find("l1", Link) is document[Drivers].links[0]


def test_find_looks_past_a_slice_in_which_the_id_means_something_else() -> None:
    document = Document().put(Trends(trends=(Trend(id="x", title="T"),)), Groups(groups=(Group(id="x", name="G"),)))
    found = document.find("x", Group)
    assert found is not None
    assert found.name == "G"


def test_documents_are_equal_when_their_content_is() -> None:
    one, other = small_workshop(), small_workshop()
    assert one == other
    assert Document({}, doc_id="a") == Document({Trends: Trends()}, doc_id="a")
    assert one != other.put(other[Workshop].but(title="New"))
    assert Document(doc_id="a") != Document(doc_id="b")
    assert Document({}, {"x": 1}, "a") != Document({}, {"x": 2}, "a")
    assert one != "a document"


def test_a_read_index_does_not_change_what_is_equal() -> None:
    one, other = small_workshop(), small_workshop()
    assert one[Trends].by_id
    assert one == other


def test_a_scenario_of_a_newer_program_keeps_its_fields_when_its_parts_change() -> None:
    scenario = Scenario.model_validate_json('{"states": [{"driver": "d", "weather": "mild"}], "colour": "red"}')
    changed = scenario.but(states=(scenario.states[0].but(text="x"),))
    assert '"weather":"mild"' in changed.model_dump_json()
    assert '"colour":"red"' in changed.model_dump_json()

"""The few ways in which entities in a slice change."""

import pytest
from pydantic import ValidationError

from foresight.core.document import Entity, Slice
from foresight.core.edits import added, changed, moved, replaced
from foresight.core.text import Line
from foresight.model.drivers import Driver, Drivers, Link
from foresight.model.trends import Trend, Trends


class Pebble(Entity):
    name: Line


def titles(part: Trends) -> str:
    return "".join(trend.title for trend in part.trends)


ABC = Trends(trends=tuple(Trend(id=title, title=title) for title in "ABC"))


def test_added_comes_last_or_where_it_is_told() -> None:
    assert titles(added(ABC, Trend(title="D"), Trend(title="E"))) == "ABCDE"
    assert titles(added(ABC, Trend(title="D"), at=0)) == "DABC"
    assert titles(added(ABC, Trend(title="D"), at=2)) == "ABDC"


def test_adding_nothing_is_the_same_slice() -> None:
    assert added(ABC) is ABC


def test_added_finds_the_field_by_the_kind() -> None:
    part = added(Drivers(), Driver(id="a", title="A"), Driver(id="b", title="B"))
    part = added(part, Link(source="a", target="b"))
    assert (len(part.drivers), len(part.links)) == (2, 1)


def test_a_slice_takes_only_the_kinds_it_holds() -> None:
    with pytest.raises(TypeError, match="Trends holds no Pebble"):
        added(ABC, Pebble(name="x"))
    with pytest.raises(ValidationError):
        added(Drivers(), Driver(title="A"), Link(source="a", target="b"))


def test_an_id_stands_once() -> None:
    with pytest.raises(ValueError, match="A is there already"):
        added(ABC, Trend(id="A", title="again"))
    with pytest.raises(ValueError, match="N is there already"):
        added(ABC, Trend(id="N", title="one"), Trend(id="N", title="two"))


def test_changed_shares_the_neighbours() -> None:
    part = changed(ABC, "B", title="b")
    assert titles(part) == "AbC"
    assert part.trends[0] is ABC.trends[0]
    assert part.trends[2] is ABC.trends[2]


def test_a_change_without_effect_is_the_same_slice() -> None:
    assert changed(ABC, "B", title="B") is ABC
    assert changed(ABC, "nobody", title="B") is ABC
    assert replaced(ABC, "nobody", lambda old: old.but(title="x")) is ABC
    assert replaced(ABC, "A", lambda old: old) is ABC


@pytest.mark.parametrize(
    ("trend", "to", "order"),
    [("A", 0, "ABC"), ("A", 1, "BAC"), ("A", 2, "BCA"), ("A", 99, "BCA"), ("C", 0, "CAB"), ("B", 1, "ABC")],
)
def test_moved_counts_without_the_one_that_moves(trend: str, to: int, order: str) -> None:
    assert titles(moved(ABC, trend, to)) == order


def test_moving_to_the_same_place_is_the_same_slice() -> None:
    assert moved(ABC, "B", 1) is ABC
    assert moved(ABC, "nobody", 0) is ABC


def test_moving_before_the_first_is_the_first() -> None:
    assert titles(moved(ABC, "C", -1)) == "CAB"


class Heap(Slice):
    key = "heap"

    stones: tuple[Pebble, ...] = ()
    more: tuple[Pebble, ...] = ()


def test_of_two_fields_of_a_kind_the_one_that_holds_the_entity_changes() -> None:
    heap = Heap(stones=(Pebble(id="a", name="a"),), more=(Pebble(id="b", name="b"), Pebble(id="c", name="c")))
    assert [stone.name for stone in changed(heap, "c", name="new").more] == ["b", "new"]
    assert [stone.id for stone in moved(heap, "c", 0).more] == ["c", "b"]
    assert changed(heap, "c", name="new").stones is heap.stones

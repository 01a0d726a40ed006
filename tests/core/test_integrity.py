"""What a deletion takes along, for every shape of reference."""

from typing import Annotated, Any, get_args

import pytest
from pydantic import Field, create_model

from foresight.core.document import Chain, Document, Entity, Ref, RefMark, Slice, Value
from foresight.core.history import Edit, History
from foresight.core.integrity import pointing, removal, remove
from foresight.core.methods import slice_kinds
from foresight.core.survey import dangling, references
from foresight.core.text import Line
from foresight.methods.network.model import Network
from foresight.methods.orientation.model import Orientation
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.oracle import Oracle
from foresight.model.ratings import Rating, Ratings
from foresight.model.scenarios import Scenarios
from foresight.model.trends import Trends
from tests.core.samples import small_workshop


class Stone(Entity):
    name: Line = ""


class Note(Value):
    on: Ref
    text: Line = ""


class Frame(Value):
    maybe: Ref | None = None
    notes: tuple[Note, ...] = ()


class Wall(Entity):
    """One of every shape."""

    optional: Ref | None = None
    many: tuple[Ref, ...] = ()
    few: Annotated[tuple[Ref, ...], Field(max_length=9)] = ()
    chain: Chain = ()
    keyed: dict[Ref, Line] = {}
    frame: Frame = Frame()
    optional_note: Note | None = None
    notes: tuple[Note, ...] = ()
    named: dict[str, Note] = {}


class Roof(Entity):
    """Cannot be without its wall."""

    wall: Ref


class Flag(Entity):
    """Cannot be without its roof."""

    roof: Annotated[Ref, Field(description="more than a mark")]


class Walls(Slice):
    key = "walls"

    stones: tuple[Stone, ...] = (Stone(id="a"), Stone(id="b"), Stone(id="c"))
    walls: tuple[Wall, ...] = ()
    roofs: tuple[Roof, ...] = ()
    flags: tuple[Flag, ...] = ()
    corner: Frame = Frame()


def without(wall: Wall, *ids: str) -> Wall | None:
    """What is left of the wall when these are deleted."""
    document = Document().put(Walls(walls=(wall,)))
    return next(iter(remove(document, ids)[Walls].walls), None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"optional": "a"}, {}),
        ({"many": ("b", "a", "c", "a")}, {"many": ("b", "c")}),
        ({"few": ("a", "b")}, {"few": ("b",)}),
        ({"keyed": {"a": "x", "b": "y"}}, {"keyed": {"b": "y"}}),
        ({"frame": Frame(maybe="a")}, {}),
        ({"frame": Frame(notes=(Note(on="a"), Note(on="b")))}, {"frame": Frame(notes=(Note(on="b"),))}),
        ({"optional_note": Note(on="a")}, {}),
        ({"notes": (Note(on="b"), Note(on="a", text="x"))}, {"notes": (Note(on="b"),)}),
        ({"named": {"one": Note(on="a"), "two": Note(on="b")}}, {"named": {"two": Note(on="b")}}),
        ({"chain": ("b", "a", "c")}, None),
    ],
)
def test_every_shape_of_reference_has_its_rule(before: dict[str, Any], after: dict[str, Any] | None) -> None:
    assert without(Wall(id="w", **before), "a") == (None if after is None else Wall(id="w", **after))


@pytest.mark.parametrize("shape", ["optional", "many", "few", "chain", "keyed", "frame", "optional_note", "notes"])
def test_what_points_elsewhere_stays_the_same_object(shape: str) -> None:
    values: dict[str, Any] = {
        "optional": "b",
        "many": ("b", "c"),
        "few": ("b",),
        "chain": ("b", "c"),
        "keyed": {"b": "x"},
        "frame": Frame(maybe="b", notes=(Note(on="c"),)),
        "optional_note": Note(on="b"),
        "notes": (Note(on="b"),),
    }
    wall = Wall(**{shape: values[shape]})
    assert without(wall, "a") is wall


def test_a_deletion_goes_on_from_one_to_the_next() -> None:
    part = Walls(
        walls=(Wall(id="w", chain=("a", "b")), Wall(id="v", many=("w",))),
        roofs=(Roof(id="r", wall="w"), Roof(id="s", wall="v")),
        flags=(Flag(id="f", roof="r"), Flag(id="g", roof="s")),
        corner=Frame(maybe="f"),
    )
    removed = removal(Document().put(part), ["a"])
    left = removed.document[Walls]
    assert [stone.id for stone in left.stones] == ["b", "c"]
    assert left.walls == (Wall(id="v"),)
    assert [roof.id for roof in left.roofs] == ["s"]
    assert [flag.id for flag in left.flags] == ["g"]
    assert left.corner == Frame()
    assert [value.id for value in removed.gone if isinstance(value, Entity)] == ["a", "w", "r", "f"]


def test_named_things_come_first_in_what_went() -> None:
    removed = removal(small_workshop(), ["g1"])
    assert [type(value).__name__ for value in removed.gone] == ["Group", "Rating"]


def test_a_circle_of_things_that_need_each_other_goes_whole() -> None:
    part = Walls(
        roofs=(Roof(id="r", wall="s"), Roof(id="s", wall="r"), Roof(id="t", wall="t")), flags=(Flag(id="f", roof="s"),)
    )
    left = remove(Document().put(part), ["r"])[Walls]
    assert [roof.id for roof in left.roofs] == ["t"]
    assert left.flags == ()


def test_deleting_what_is_not_there_changes_nothing() -> None:
    document = small_workshop()
    assert remove(document, ["nobody"]) is document
    assert remove(document, []) is document


def test_slices_that_have_nothing_to_do_with_it_stay_the_same_objects() -> None:
    before = small_workshop()
    after = remove(before, ["t2"])
    same = {kind for kind in before.slices if after[kind] is before[kind]}
    assert before.slices.keys() - same == {Trends, Drivers}
    assert after[Drivers].links is before[Drivers].links


def test_deleting_a_driver_in_a_workshop() -> None:
    after = remove(small_workshop(), ["d1"])
    assert [link.id for link in after[Drivers].links] == ["l2"]
    assert [rating.subject for rating in after[Ratings].ratings] == ["t1"]
    assert after[Scenarios].x_axis.driver is None
    assert after[Scenarios].x_axis.name == "Tillit"
    assert after[Scenarios].scenarios[0].states == ()
    assert after[Oracle].questions[0].drivers == ()
    assert [placement.driver for placement in after[Network].placements] == ["d3"]
    assert after[Network].loop_names == ()
    assert dangling(after) == set()


def test_deleting_a_group_a_scenario_a_theme_and_a_trend_in_a_workshop() -> None:
    after = remove(small_workshop(), ["g1", "s1", "h2", "t1"])
    question = after[Oracle].questions[0]
    assert (question.group, question.themes, question.answers) == (None, ("h1",), {"s2": "Ingen"})
    assert after[Orientation].raters[0].group is None
    assert after[Ratings].ratings == (Rating(subject="d1", group="g2", impact=3.0, comment="Usikker"),)
    assert after[Drivers].drivers[0].trends == ("t2",)
    assert [group.id for group in after[Groups].groups] == ["g2"]
    assert dangling(after) == set()


def test_undo_brings_everything_back() -> None:
    before = small_workshop()
    history = History(before)
    everything = [entity.id for part in before.slices.values() for entity in part.entities()]
    history.do(Edit("Delete all", lambda document: remove(document, everything)))
    assert not any(True for part in history.document.slices.values() for _entity in part.entities())
    assert history.document[Network] == Network()
    history.undo()
    assert history.document is before
    assert history.document == small_workshop()


def test_dangling_names_what_does_not_exist_in_every_shape() -> None:
    wall = Wall(
        optional="n1",
        many=("a", "n2"),
        few=("n3",),
        chain=("n4", "b"),
        keyed={"n5": ""},
        frame=Frame(maybe="n6", notes=(Note(on="n7"),)),
        optional_note=Note(on="n8"),
        notes=(Note(on="n9"),),
        named={"x": Note(on="n10")},
    )
    document = Document().put(Walls(walls=(wall,), roofs=(Roof(wall="n11"),), corner=Frame(maybe="n12")))
    assert dangling(document) == {f"n{n}" for n in range(1, 13)}
    repaired = remove(document, dangling(document))
    assert dangling(repaired) == set()
    assert (repaired[Walls].walls, repaired[Walls].roofs) == ((), ())


def test_nothing_dangles_in_a_sound_workshop() -> None:
    assert references(small_workshop()) == (set(), set())


def test_a_reference_to_something_of_another_kind_is_found() -> None:
    document = small_workshop()
    broken = document.put(document[Ratings].but(ratings=(Rating(subject="g2", group="t1"),)))
    assert references(broken) == (set(), {"g2", "t1"})


@pytest.mark.parametrize(
    "shape",
    [
        list[Ref],
        frozenset[Ref],
        tuple[Ref, Ref],
        dict[str, Ref],
        dict[Ref, Ref],
        dict[Ref, Note],
        tuple[tuple[Ref, ...], ...],
        list[Note],
        dict[str, tuple[Note, ...]],
    ],
)
def test_a_shape_without_a_rule_is_refused_and_not_overlooked(shape: Any) -> None:
    kind = create_model("Odd", __base__=Slice, held=(shape | None, None))
    with pytest.raises(TypeError, match=r"Odd\.held: no rule says what a deletion does"):
        dangling(Document({kind: kind()}))


def values_in(annotation: Any, found: set[type[Value]]) -> None:
    """Collect the classes of values that a field of this type can hold, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, Value) and annotation not in found:
        found.add(annotation)
        for field in annotation.model_fields.values():
            values_in(field.annotation, found)
    for inner in get_args(annotation):
        values_in(inner, found)


def test_every_installed_slice_has_only_shapes_with_a_rule() -> None:
    found: set[type[Value]] = set()
    for kind in slice_kinds():
        values_in(kind, found)
    assert {"Trend", "Link", "DriverState", "Question", "Placement"} <= {kind.__name__ for kind in found}
    assert all(isinstance(pointing(kind), tuple) for kind in found)


def test_a_mark_may_name_several_kinds() -> None:
    assert RefMark("Trend", "Driver").kinds == {"Trend", "Driver"}
    assert RefMark().kinds == frozenset()

"""The few ways in which entities in a slice change. Each returns the same slice when nothing changed."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_args

from foresight.core.document import Entity, Id, Slice

S = TypeVar("S", bound=Slice)


@cache
def _field_of(slice_kind: type[Slice], entity_kind: type[Entity]) -> str:
    """The name of the field of the slice that is a tuple of these entities."""
    for name, field in slice_kind.model_fields.items():
        if entity_kind in get_args(field.annotation):
            return name
    raise TypeError(f"{slice_kind.__name__} holds no {entity_kind.__name__}")


def _place(part: Slice, entity: Entity) -> tuple[str, int]:
    """The field of the slice that holds this very entity, and its index there."""
    for name in type(part).model_fields:
        held = getattr(part, name)
        if isinstance(held, tuple):
            for index, item in enumerate(held):
                if item is entity:
                    return name, index
    raise LookupError(entity.id)


def added(part: S, *entities: Entity, at: int | None = None) -> S:
    """``part`` with ``entities`` (all of one kind) at index ``at``, by default at the end.

    Raises ValueError for an id that is there already.
    """
    if not entities:
        return part
    seen = set(part.by_id)
    for entity in entities:
        if entity.id in seen:
            raise ValueError(f"{entity.id} is there already")
        seen.add(entity.id)
    name = _field_of(type(part), type(entities[0]))
    held: tuple[Entity, ...] = getattr(part, name)
    index = len(held) if at is None else at
    return part.but(**{name: (*held[:index], *entities, *held[index:])})


def changed(part: S, entity: Id, **changes: Any) -> S:
    """``part`` where the entity with this id has these fields; unchanged when there is no such entity."""
    return replaced(part, entity, lambda old: old.but(**changes))


def replaced(part: S, entity: Id, new: Callable[[Any], Entity]) -> S:
    """``part`` where the entity with this id is ``new(old)``; unchanged when there is no such entity."""
    old = part.by_id.get(entity)
    if old is None:
        return part
    fresh = new(old)
    if fresh is old:
        return part
    name, index = _place(part, old)
    held: tuple[Entity, ...] = getattr(part, name)
    return part.but(**{name: (*held[:index], fresh, *held[index + 1 :])})


def moved(part: S, entity: Id, to: int) -> S:
    """``part`` where the entity with this id stands at index ``to`` (counted without it, 0 or more) among its like."""
    old = part.by_id.get(entity)
    if old is None:
        return part
    name, index = _place(part, old)
    held: tuple[Entity, ...] = getattr(part, name)
    rest, goal = held[:index] + held[index + 1 :], max(to, 0)
    return part.but(**{name: (*rest[:goal], old, *rest[goal:])})

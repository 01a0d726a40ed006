"""Values for every field of every slice, made from nothing but their types: what is added to the models comes along."""

import re
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value
from foresight.core.methods import slice_kinds
from foresight.core.text import Code

WHOLE, BROKEN = (-1, 0, 1, 2, 3, 50, 100), (-7.5, 0.0, 1.0, 2.5, 5.0)
TRIES = 30
"""For values that have rules of their own, such as shares that sum to 100."""
A_COLOUR = "A0B1C2"
"""For texts of a form of their own: there is no other one so far."""


class NoneFits(Exception):
    """There is no value of this type now: nothing is there that it could point at."""


@dataclass(frozen=True)
class Source:
    """What values are made of."""

    random: Random
    ids: Mapping[str, Sequence[Id]]
    """What there is to point at, by the name of its class."""
    text: Callable[[int], str]
    """A text of at most so many characters."""
    always: bool = False
    """Optional values are there, and tuples have as many items as ``most``."""
    most: int = 3

    def id_of(self, kinds: frozenset[str]) -> Id:
        """Something of one of these kinds (none: of any)."""
        known = [one for kind, ids in self.ids.items() if kind in kinds or not kinds for one in ids]
        if not known:
            raise NoneFits(kinds)
        return self.random.choice(known)


@cache
def value_kinds() -> dict[str, type[Value]]:
    """Every class of values that the slices hold, however deep, by its name."""
    found: dict[str, type[Value]] = {}
    for kind in slice_kinds():
        _collect(kind, found)
    return found


def _collect(annotation: Any, found: dict[str, type[Value]]) -> None:
    if isinstance(annotation, type) and issubclass(annotation, Value):
        if found.setdefault(annotation.__name__, annotation) is annotation:
            for field in annotation.model_fields.values():
                _collect(field.annotation, found)
    else:
        for inner in get_args(annotation):
            _collect(inner, found)


def present(document: Document) -> dict[str, list[Id]]:
    """What there is in the document to point at, by the name of its class."""
    found: dict[str, list[Id]] = {}
    for part in document.slices.values():
        for entity in part.entities():
            found.setdefault(type(entity).__name__, []).append(entity.id)
    return found


def full_type(kind: type[Value], name: str) -> Any:
    """The type of a field with its limits."""
    field = kind.model_fields[name]
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def value(annotation: Any, source: Source, limits: tuple[Any, ...] = ()) -> Any:
    """A value of this type. Raises NoneFits; TypeError for a type that it does not know."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return value(args[0], source, (*_flat(args[1:]), *limits))
    marks = [limit for limit in limits if isinstance(limit, RefMark)]
    if marks and origin is not tuple:
        return source.id_of(marks[0].kinds)
    if origin in (Union, types.UnionType):
        return _union(args, source, limits)
    if origin is Literal:
        return source.random.choice(args)
    if origin is tuple:
        return _items(args, source, limits)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(args, source)
    return _single(annotation, source, limits)


def _flat(marks: tuple[Any, ...]) -> Iterator[Any]:
    """The limits themselves: a Field(...) inside a type holds several."""
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else (mark,)


def _single(annotation: Any, source: Source, limits: tuple[Any, ...]) -> Any:
    if annotation is bool:
        return source.random.random() < 0.5
    if annotation is str and any(limit in get_args(Code) for limit in limits):
        return f"P{source.random.randrange(10_000)}"
    if annotation is str:
        text = source.text(_limit(limits, "max_length", 60))
        patterns = [limit.pattern for limit in limits if getattr(limit, "pattern", None)]
        return text if all(re.search(pattern, text) for pattern in patterns) else A_COLOUR
    if annotation is int or annotation is float:
        wanted = WHOLE if annotation is int else BROKEN
        low, high = _limit(limits, "ge", wanted[0]), _limit(limits, "le", wanted[-1])
        return source.random.choice([one for one in (*wanted, annotation(low), annotation(high)) if low <= one <= high])
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return made(annotation, source)
    raise TypeError(f"no value is known for the type {annotation}: say so in tests/torture/values.py")


def _limit(limits: tuple[Any, ...], name: str, usual: Any) -> Any:
    """The limit of this name, the narrowest if there are several."""
    found = [held for limit in limits if (held := getattr(limit, name, None)) is not None]
    return usual if not found else max(found) if name == "ge" else min(found)


def _union(args: tuple[Any, ...], source: Source, limits: tuple[Any, ...]) -> Any:
    real = [arg for arg in args if arg is not types.NoneType]
    is_optional = len(real) < len(args)
    if is_optional and not source.always and source.random.random() < 0.3:
        return None
    try:
        return value(source.random.choice(real), source, limits)
    except NoneFits:
        if is_optional:
            return None
        raise


def _items(args: tuple[Any, ...], source: Source, limits: tuple[Any, ...]) -> tuple[Any, ...]:
    if Ellipsis not in args:
        return tuple(value(arg, source) for arg in args)
    chain = tuple(limit for limit in limits if isinstance(limit, RefMark))
    count = source.most if source.always else source.random.randint(1 if chain else 0, source.most)
    items = []
    for _time in range(min(count, _limit(limits, "max_length", count))):
        try:
            items.append(value(args[0], source, chain))
        except NoneFits:
            if chain:
                raise
            break
    points = chain or any(isinstance(mark, RefMark) for mark in getattr(args[0], "__metadata__", ()))
    return tuple(dict.fromkeys(items)) if points else tuple(items)


def _mapping(args: tuple[Any, ...], source: Source) -> dict[Any, Any]:
    count = source.most if source.always else source.random.randint(0, source.most)
    try:
        return {value(args[0], source): value(args[1], source) for _time in range(count)}
    except NoneFits:
        return {}


def made(kind: type[Value], source: Source, **fixed: Any) -> Value:
    """A value of this class with every field drawn, but for those that are fixed. Raises NoneFits."""
    for _time in range(TRIES):
        drawn = {name: value(full_type(kind, name), source) for name in kind.model_fields if name not in {*fixed, "id"}}
        try:
            return kind.model_validate({**drawn, **fixed})
        except ValidationError:
            continue
    raise NoneFits(kind.__name__)


def filled(text: Callable[[int], str], each: int = 2, seed: int = 0) -> Document:
    """A workshop in which every field of every kind of thing holds something, each text field a ``text``.

    There are ``each`` (two or more) of every kind of entity, and of other values in tuples, as far as they may stand
    there twice.
    """
    ids = {
        name: [f"{name.lower()}{n}" for n in range(each)] for name, kind in value_kinds().items() if _is_entity(kind)
    }
    source = Source(Random(seed), ids, text, always=True, most=each)
    return Document({kind: _filled_slice(kind, source) for kind in slice_kinds()}, doc_id="filled")


def _is_entity(kind: type[Value]) -> bool:
    return issubclass(kind, Entity)


def _filled_slice(kind: type[Slice], source: Source) -> Slice:
    fields: dict[str, Any] = {}
    for name in kind.model_fields:
        annotation = full_type(kind, name)
        item = _item_of(annotation)
        if item is not None and issubclass(item, Entity):
            fields[name] = _alone(item, [made(item, source, id=one) for one in source.ids[item.__name__]])
        else:
            held = value(annotation, source)
            fields[name] = _alone(item, held) if item is not None else held
    return kind.model_validate(fields)


def _item_of(annotation: Any) -> type[Value] | None:
    """What lies in a tuple of this type, if it is a class of values."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    first = get_args(annotation)[0] if get_origin(annotation) is tuple else None
    return first if isinstance(first, type) and issubclass(first, Value) else None


def _alone(kind: type[Value], items: Sequence[Any]) -> tuple[Any, ...]:
    """The items without those that may not stand beside another."""
    if not kind.alone:
        return tuple(items)
    return tuple({tuple(getattr(item, name) for name in kind.alone): item for item in items}.values())

"""Every edit that the models offer, found by looking into them, with arguments that fit the present document."""

import collections.abc
import importlib
import inspect
import pkgutil
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import foresight.methods
import foresight.model
from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value
from foresight.core.history import Edit
from foresight.core.methods import slice_kinds
from tests.torture.values import Source, full_type, made, value, value_kinds

Function = Callable[..., Edit]

POINTED_AT = {
    "subject": ("Trend", "Driver"),
    "source": ("Driver",),
    "target": ("Driver",),
    "pairs": ("Driver",),
    "positions": ("Driver",),
    "x": ("Driver",),
    "y": ("Driver",),
    "loop": ("Driver",),
    "people": ("Participant",),
    "wishes": ("Wish",),
    "out_of": ("Theme",),
    "into": ("Theme",),
    "order": ("Trend",),
    "scores": ("Trend",),
    "category": ("CardCategory",),
    "things": ("Card", "CardCategory"),
    "one": ("Variant",),
    "other": ("Variant",),
    "parts": ("Descriptor", "Variant", "Combination"),
}
"""What the ids in an argument of this name are ids of, where the name does not say it."""
FIELDS_OF = {"rate": "Rating", "set_state": "DriverState", "change_category": "CardCategory"}
"""Whose fields the ``**changes`` of an edit are, where its name does not say it."""
KEYS = {"scores": ("impact", "uncertainty")}
"""What the names in an argument of this name may be."""


@cache
def edits() -> dict[str, Function]:
    """Every public function of foresight.model and of the models of methods that gives an Edit, by its full name."""
    return {
        f"{module.__name__}.{name}": function
        for module in _models()
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and function.__module__ == module.__name__
        if typing.get_type_hints(function).get("return") is Edit
    }


def _models() -> Iterator[types.ModuleType]:
    """The models whose slices some method has: what is in no slice is in no file."""
    names = [found.name for found in pkgutil.iter_modules(foresight.model.__path__, "foresight.model.")]
    for method in pkgutil.iter_modules(foresight.methods.__path__, "foresight.methods."):
        inside = pkgutil.iter_modules(importlib.import_module(method.name).__path__, f"{method.name}.")
        names += [found.name for found in inside if found.name.split(".")[-1].startswith("model")]
    for name in names:
        module = importlib.import_module(name)
        kinds = {kind for _name, kind in inspect.getmembers(module, inspect.isclass) if kind.__module__ == name}
        if {kind for kind in kinds if issubclass(kind, Slice)} <= set(slice_kinds()):
            yield module


@dataclass(frozen=True)
class Parameter:
    """One argument of an edit."""

    name: str
    kind: Any
    annotation: Any
    has_default: bool


@cache
def parameters(function: Function) -> tuple[Parameter, ...]:
    """The arguments that it takes, with marks on the ids that say what they are ids of."""
    hints = typing.get_type_hints(function, include_extras=True)
    return tuple(
        Parameter(name, each.kind, _marked(hints[name], name), each.default is not inspect.Parameter.empty)
        for name, each in inspect.signature(function).parameters.items()
    )


def _marked(annotation: Any, name: str) -> Any:
    """The type with every id in it marked; iterables, sequences and sets of ids as tuples."""
    if annotation == Id:
        return Annotated[str, RefMark(*_pointed_at(name))]
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated or not args or origin is typing.Literal:
        return annotation
    inner = [arg if arg is Ellipsis else _marked(arg, name) for arg in args]
    if origin is collections.abc.Mapping and args[0] is str and name in KEYS:
        return dict[typing.Literal[KEYS[name]], inner[1]]  # type: ignore[valid-type]
    if origin in (collections.abc.Iterable, collections.abc.Sequence, collections.abc.Set):
        chain = Annotated[tuple[inner[0], ...], RefMark(*_pointed_at(name))]  # type: ignore[valid-type]
        return chain if args[0] == Id else tuple[inner[0], ...]  # type: ignore[valid-type]
    if origin is tuple or origin is collections.abc.Mapping:
        return (tuple if origin is tuple else dict)[tuple(inner)]
    return typing.Union[tuple(inner)]  # noqa: UP007 - made of what there is


def _pointed_at(name: str) -> tuple[str, ...]:
    """The classes of the entities that an argument of this name means: ``driver``, ``drivers``."""
    singular = name.removesuffix("s")
    named = [kind for kind in (_camel(name), _camel(singular)) if issubclass(value_kinds().get(kind, Value), Entity)]
    return POINTED_AT.get(name) or tuple(named[:1])


def _camel(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def edit_of(function: Function, document: Document, source: Source) -> Edit:
    """The edit with some arguments. Raises NoneFits when there is nothing that it could be done to."""
    positional: list[Any] = []
    named: dict[str, Any] = {}
    for each in parameters(function):
        if each.kind is inspect.Parameter.VAR_KEYWORD:
            named |= _changes(function, source)
        elif each.kind is inspect.Parameter.VAR_POSITIONAL:
            positional += [_argument(each, document, source) for _time in range(source.random.randint(1, 2))]
        elif each.kind is inspect.Parameter.KEYWORD_ONLY:
            if not each.has_default or source.random.random() < 0.7:
                named[each.name] = _argument(each, document, source)
        elif each.has_default and source.random.random() < 0.2:
            break
        else:
            positional.append(_argument(each, document, source))
    return function(*positional, **named)


def _argument(parameter: Parameter, document: Document, source: Source) -> Any:
    if parameter.annotation is Document:
        return document
    if isinstance(parameter.annotation, type) and issubclass(parameter.annotation, Value):
        return made(parameter.annotation, source)
    return value(parameter.annotation, source)


def fields_of(function: Function) -> type[Value]:
    """Whose fields its ``**changes`` are. Raises LookupError when neither its name nor the table says it."""
    name = function.__name__
    return value_kinds()[FIELDS_OF.get(name) or _camel(name.partition("_")[2])]


def _changes(function: Function, source: Source) -> dict[str, Any]:
    """One or two fields, but for those that tell a thing from all others."""
    kind = fields_of(function)
    taken = {"id", *kind.alone, *(each.name for each in parameters(function))}
    free = [name for name in kind.model_fields if name not in taken]
    chosen = source.random.sample(free, min(len(free), source.random.randint(1, 2)))
    return {name: value(full_type(kind, name), source) for name in chosen}


def unknown_arguments() -> list[str]:
    """Arguments of edits that stand for something in the workshop, and nothing says of which kind."""
    found = []
    for name, function in edits().items():
        for each in parameters(function):
            if each.kind is inspect.Parameter.VAR_KEYWORD:
                continue
            marks = [mark for mark in _marks(each.annotation) if not mark.kinds]
            found += [f"{name}({each.name})"] if marks else []
    return found


def _marks(annotation: Any) -> list[RefMark]:
    own = [mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, RefMark)]
    return own + [mark for inner in get_args(annotation) for mark in _marks(inner)]

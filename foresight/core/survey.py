"""One walk over a document tells which references point nowhere and what stands there twice."""

from collections.abc import Sequence
from itertools import chain, repeat
from operator import itemgetter
from typing import Any, NamedTuple

from foresight.core.document import Document, Entity, Id, Value
from foresight.core.integrity import Kind, pointing


class References(NamedTuple):
    """What is wrong with the references in a document."""

    dangling: set[Id]
    """Pointed at, and there is nothing of that id."""
    misdirected: set[Id]
    """Pointed at as something that they are not."""


def _columns(kind: type[Value], values: Sequence[Value]) -> dict[str, tuple[Any, ...]]:
    """Of some values of one class, the fields that a survey is about.

    They are read in one pass: thousands of objects lie all over the memory, and getting to each costs the most.
    """
    own = ("id",) if issubclass(kind, Entity) else ()
    names = tuple(dict.fromkeys((*own, *kind.alone, *(field.name for field in pointing(kind)))))
    rows = map(itemgetter(*names), map(vars, values)) if names else ()
    return {names[0]: tuple(rows)} if len(names) == 1 else dict(zip(names, zip(*rows, strict=True), strict=True))


class Survey:
    """One walk over a document: its entities, what they point at, and whether anything stands there twice."""

    def __init__(self, document: Document) -> None:
        self._found: dict[Id, str] = {}
        """The name of the class of each entity."""
        self._pointed: dict[frozenset[str], set[Id]] = {}
        """The ids that are pointed at as one of these classes."""
        self._signs: set[tuple[Any, ...]] = set()
        """What tells the values in slices that stand alone from others of their class."""
        self._expected = 0
        """How many entities and signs there are when nothing stands there twice."""
        self._visit(list(document.slices.values()), depth=0)

    @property
    def has_doubles(self) -> bool:
        """Whether two entities have one id, or two values in a slice share what none may share (Value.alone)."""
        return len(self._found) + len(self._signs) < self._expected

    def references(self) -> References:
        """The ids that are pointed at wrongly."""
        found, pointed = self._found, self._pointed
        dangling = {ref for refs in pointed.values() for ref in refs if ref not in found}
        misdirected = {
            ref for kinds, refs in pointed.items() if kinds for ref in refs if ref in found and found[ref] not in kinds
        }
        return References(dangling, misdirected)

    def _visit(self, values: Sequence[Value], depth: int) -> None:
        kinds = set(map(type, values))
        for kind in kinds:
            alike = values if len(kinds) == 1 else [value for value in values if type(value) is kind]
            self._visit_alike(kind, alike, depth)

    def _visit_alike(self, kind: type[Value], values: Sequence[Value], depth: int) -> None:
        held = _columns(kind, values)
        if issubclass(kind, Entity):
            self._found.update(dict.fromkeys(held["id"], kind.__name__))
            self._expected += len(values)
        if kind.alone and depth == 1:
            self._signs.update(zip(repeat(kind), *(held[name] for name in kind.alone)))
            self._expected += len(values)
        for name, holds, targets in pointing(kind):
            self._visit_field(list(filter(None, held[name])), holds, targets, depth)

    def _visit_field(self, held: list[Any], holds: Kind, targets: frozenset[str], depth: int) -> None:
        match holds:
            case "ref" | "optional ref":
                self._pointed.setdefault(targets, set()).update(held)
            case "refs" | "chain" | "ref keys":
                self._pointed.setdefault(targets, set()).update(*held)
            case "value" | "optional value":
                self._visit(held, depth + 1)
            case "values":
                self._visit(list(chain.from_iterable(held)), depth + 1)
            case "value map":
                self._visit(list(chain.from_iterable(map(dict.values, held))), depth + 1)


def references(document: Document) -> References:
    """The ids that are pointed at wrongly."""
    return Survey(document).references()


def dangling(document: Document) -> set[Id]:
    """The ids that are pointed at and do not exist. ``integrity.remove(document, dangling(document))`` repairs."""
    return references(document).dangling

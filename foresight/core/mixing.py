"""Two versions of a document made one, thing by thing and field by field: the rules behind merging.py."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from foresight.core.differences import ABSENT, fields_of, signed
from foresight.core.document import Document, Value
from foresight.core.integrity import is_chain
from foresight.core.naming import Names, beginning, field_label, inside
from foresight.core.words import _

V = TypeVar("V", bound=Value)


class Mix:
    """One mix of mine and theirs; None for a base that is not known."""

    def __init__(self, base: Document | None, mine: Document, theirs: Document) -> None:
        self._base, self._mine, self._theirs = base, mine, theirs
        self._names = Names(mine, theirs)
        self.remarks: list[str] = []
        """Where the two did not agree, each in a sentence."""

    def document(self) -> Document:
        """Mine with what theirs changed, not yet sure to be sound; mine itself when that is nothing."""
        mine, theirs, base = self._mine, self._theirs, self._base
        held = theirs.slices.keys() | (base.slices.keys() if base is not None else set())
        kinds = sorted(held, key=lambda kind: kind.key)
        parts = [self._value(base[kind] if base is not None else None, mine[kind], theirs[kind], "") for kind in kinds]
        known = base.foreign if base is not None else {}
        foreign = self._mapping(known, mine.foreign, theirs.foreign, _("Part of a newer program"))
        merged = mine.put(*parts)
        return merged if foreign is mine.foreign else Document(merged.slices, foreign, mine.doc_id)

    def _value(self, base: V | None, mine: V, theirs: V, place: str) -> V:
        """Two versions of one thing, which is told as ``place``."""
        said = len(self.remarks)
        changes = {}
        for field in fields_of(mine, theirs):
            old, own, other = (getattr(held, field, ABSENT) for held in (base, mine, theirs))
            before = old if base is not None else _assumed(type(mine), field, other)
            kept = self._field(type(mine), field, before, own, other, place)
            if kept is not own:
                changes[field] = kept
        try:
            return _with(mine, changes)
        except ValidationError:  # each version is right, but not both together: mine stays altogether
            del self.remarks[said:]
            for field in changes:
                own, other = (getattr(held, field, ABSENT) for held in (mine, theirs))
                self._keep_mine(type(mine), field, own, other, place)
            return mine

    def _field(self, kind: type[Value], field: str, base: Any, mine: Any, theirs: Any, place: str) -> Any:
        """Two versions of a field of a thing of this kind."""
        if field == "id" or mine is theirs or mine == theirs or base == theirs:
            return mine
        if base == mine:
            return theirs
        inner = _joined(place, field_label(kind, field))
        if isinstance(mine, tuple) and isinstance(theirs, tuple) and not (field in kind.whole or is_chain(kind, field)):
            return self._items(base if isinstance(base, tuple) else (), mine, theirs, inner if place else "")
        if isinstance(mine, Mapping) and isinstance(theirs, Mapping):
            return self._mapping(base if isinstance(base, Mapping) else {}, mine, theirs, inner)
        self._keep_mine(kind, field, mine, theirs, place)
        return mine

    def _items(
        self, base: Sequence[Any], mine: tuple[Any, ...], theirs: tuple[Any, ...], place: str
    ) -> tuple[Any, ...]:
        """Two versions of a list of things, texts or ids; mine itself when nothing is different."""
        old, own, other = signed(base), signed(mine), signed(theirs)
        made = []
        for sign in _order(list(old), list(own), list(other)):
            kept = self._item(old.get(sign, ABSENT), own.get(sign, ABSENT), other.get(sign, ABSENT), place)
            if kept is not ABSENT:
                made.append(kept)
        same = len(made) == len(mine) and all(kept is item for kept, item in zip(made, mine, strict=True))
        return mine if same else tuple(made)

    def _item(self, base: Any, mine: Any, theirs: Any, place: str) -> Any:
        """Two versions of a thing in a list, ABSENT where it is not there."""
        there = theirs if mine is ABSENT else mine
        if mine is theirs or mine == theirs or base == theirs:
            return mine
        if base == mine:
            return theirs
        if mine is ABSENT:
            self._say(_("{thing} was deleted here and changed there: it was kept."), there, place)
        elif theirs is ABSENT:
            self._say(_("{thing} was changed here and deleted there: it was kept."), there, place)
        else:
            return self._value(None if base is ABSENT else base, mine, theirs, self._called(mine, place))
        return there

    def _mapping(
        self, base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any], place: str
    ) -> Mapping[str, Any]:
        """Two versions of a mapping, key by key; mine itself when nothing is different."""
        made = {}
        for key in dict.fromkeys((*mine, *theirs)):
            old, own, other = (held.get(key, ABSENT) for held in (base, mine, theirs))
            kept = other if own == old or (own is ABSENT and other != old) else own
            if kept is not ABSENT:
                made[key] = kept
            if ABSENT not in (own, other) and kept is own and other not in (own, old):
                name = self._names.of(key) or key
                self._say_kept(f"{place} ({name})", self._names.words(own), self._names.words(other))
        return mine if made == mine else made

    def _keep_mine(self, kind: type[Value], field: str, mine: Any, theirs: Any, place: str) -> None:
        contents = (self._names.content(kind, field, held) for held in (mine, theirs))
        self._say_kept(_joined(place, field_label(kind, field)), *contents)

    def _say_kept(self, place: str, mine: str, theirs: str) -> None:
        said = _("{place}: kept {mine}, left out {theirs}.")
        self.remarks.append(said.format(place=place, mine=mine, theirs=theirs))

    def _say(self, sentence: str, value: Value, place: str) -> None:
        self.remarks.append(sentence.format(thing=self._called(value, place)))

    def _called(self, value: Value, place: str) -> str:
        return _joined(place, self._names.thing(value))


def _joined(place: str, what: str) -> str:
    """``what`` inside of ``place``, as the beginning of a sentence."""
    return f"{place}, {inside(what)}" if place else beginning(what)


def _assumed(kind: type[Value], field: str, theirs: Any) -> Any:
    """What a field without a known base is taken to have held: what it begins with, if that says nothing or theirs
    still has it; else ABSENT."""
    info = kind.model_fields.get(field)
    if info is None or info.is_required():
        return ABSENT
    begins = info.default
    return begins if not begins or isinstance(begins, Value) or begins == theirs else ABSENT


def _with(value: V, changes: Mapping[str, Any]) -> V:
    """``value`` with these fields, also with those of a newer program; ABSENT takes one away."""
    if changes.keys() <= type(value).model_fields.keys():
        return value.but(**changes)
    held = {**{name: getattr(value, name) for name in fields_of(value)}, **changes}
    return type(value).model_validate({name: item for name, item in held.items() if item is not ABSENT})


def _order(base: list[Hashable], mine: list[Hashable], theirs: list[Hashable]) -> list[Hashable]:
    """All signs of both sides: in the order of mine, or of theirs where only theirs moved things.

    What the other side has beside that comes after what it stands after there, or at the end.
    """
    lasting = set(base) & set(mine) & set(theirs)
    first, second = mine, theirs
    if not _moved(base, mine, lasting) and _moved(base, theirs, lasting):
        first, second = theirs, mine
    held = set(first)
    after: dict[Hashable | None, list[Hashable]] = {}
    last: Hashable = None
    for sign in second:
        if sign in held:
            last = sign
        else:
            after.setdefault(last, []).append(sign)
    at_the_end = after.pop(last, [])
    made, waiting, common = [], after.get(None, []), set(second)
    for sign in first:
        if sign in common:
            made += waiting
            waiting = after.get(sign, [])
        made.append(sign)
    return made + waiting + at_the_end


def _moved(base: list[Hashable], version: list[Hashable], lasting: set[Hashable]) -> bool:
    """Whether what nobody took away stands in another order."""
    return [sign for sign in base if sign in lasting] != [sign for sign in version if sign in lasting]

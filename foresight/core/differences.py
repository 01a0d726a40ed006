"""What is different between two documents, thing by thing, and how to say it.

Things are told from each other as in a file: an entity by its id, another value by the fields that it shares with no
other (``Value.alone``), any other by its content.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal

from foresight.core.document import Document, Entity, Slice, Value
from foresight.core.naming import Names, field_label, inside, noun
from foresight.core.naming import thing as named
from foresight.core.words import _, listed, ngettext

Change = Literal["added", "removed", "changed", "moved"]
CHANGES: tuple[Change, ...] = ("added", "removed", "changed", "moved")

ABSENT = object()
"""Stands for a field that one of two values does not have."""


@dataclass(frozen=True)
class Difference:
    """One thing that is not the same in two documents."""

    change: Change
    part: str
    """The key of the slice in the file."""
    kind: type[Value] | None
    """What it is; a kind of slice for fields of the slice itself; None for a slice that this program does not know."""
    name: str = ""
    """What it is called in words; "" for fields of a slice, the key for an unknown one."""
    fields: tuple[str, ...] = ()
    """The fields that are different, of what was changed."""
    before: Value | None = None
    after: Value | None = None


def differences(before: Document, after: Document) -> tuple[Difference, ...]:
    """What was done to ``before`` to get ``after``: slices in the order of their keys, things in their own order.

    Empty exactly when the two are equal but for the doc_id.
    """
    kinds = sorted(before.slices.keys() | after.slices.keys(), key=lambda kind: kind.key)
    names = Names(before), Names(after)
    found = [each for kind in kinds for each in _in_slice(before[kind], after[kind], names)]
    return (*found, *_foreign(before.foreign, after.foreign))


def _in_slice(before: Slice, after: Slice, names: tuple[Names, Names]) -> Iterator[Difference]:
    if before is after:
        return
    own = []
    for field in fields_of(before, after):
        old: Any = getattr(before, field, ABSENT)
        new: Any = getattr(after, field, ABSENT)
        if old is new or old == new:
            continue
        if holds_values(old) and holds_values(new):
            yield from _in_tuple(before.key, old, new, names)
        else:
            own.append(field)
    if own:
        yield Difference("changed", before.key, type(before), "", tuple(own), before, after)


def _in_tuple(
    part: str, before: Sequence[Value], after: Sequence[Value], names: tuple[Names, Names]
) -> Iterator[Difference]:
    old, new = signed(before), signed(after)
    for sign, value in new.items():
        if sign not in old:
            yield Difference("added", part, type(value), names[1](value), after=value)
    for sign, value in old.items():
        if sign not in new:
            yield Difference("removed", part, type(value), names[0](value), before=value)
    for sign, value in new.items():
        if sign in old and (fields := changed_fields(old[sign], value)):
            yield Difference("changed", part, type(value), names[1](value), fields, old[sign], value)
    for sign in _moved([sign for sign in old if sign in new], [sign for sign in new if sign in old]):
        yield Difference("moved", part, type(new[sign]), names[1](new[sign]), (), old[sign], new[sign])


def _foreign(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    for key in sorted(before.keys() | after.keys()):
        if key not in before:
            yield Difference("added", key, None, key)
        elif key not in after:
            yield Difference("removed", key, None, key)
        elif before[key] != after[key]:
            yield Difference("changed", key, None, key)


def holds_values(held: Any) -> bool:
    """Whether this is a (possibly empty) tuple of values: of things that one can follow one by one."""
    return isinstance(held, tuple) and all(isinstance(item, Value) for item in held)


def signed(values: Sequence[Any]) -> dict[Hashable, Any]:
    """The values (or texts, ids, numbers) by what tells each of them from all others."""
    seen: Counter[Hashable] = Counter()
    found: dict[Hashable, Any] = {}
    for value in values:
        sign = _sign(value)
        found[sign, seen[sign]] = value
        seen[sign] += 1
    return found


def _sign(value: Any) -> Hashable:
    kind = type(value)
    if not isinstance(value, Value):
        return kind, value
    if isinstance(value, Entity):
        return kind, value.id
    return kind, attrgetter(*kind.alone)(value) if kind.alone else value.model_dump_json()


def fields_of(*values: Value) -> tuple[str, ...]:
    """The fields that any of these values of one kind has, those of a newer program last."""
    unknown = (name for value in values for name in value.__pydantic_extra__ or {})
    return tuple(dict.fromkeys((*type(values[0]).model_fields, *unknown)))


def changed_fields(before: Value, after: Value) -> tuple[str, ...]:
    """The fields in which two values of one kind are different."""
    if before is after or before == after:
        return ()
    fields = fields_of(before, after)
    return tuple(name for name in fields if getattr(before, name, ABSENT) != getattr(after, name, ABSENT))


def _moved(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[Hashable]:
    """The fewest of the signs that must be moved to bring one order into the other, in the order of ``after``."""
    if before == after:
        return []
    place = {sign: at for at, sign in enumerate(before)}
    ends: list[int] = []  # patience sorting: the last place of the best chain of each length
    chains: list[int] = []
    for sign in after:
        length = bisect_left(ends, place[sign])
        ends[length : length + 1] = [place[sign]]
        chains.append(length)
    left, kept = len(ends) - 1, set()
    for at in range(len(after) - 1, -1, -1):
        if chains[at] == left:
            kept.add(after[at])
            left -= 1
    return [sign for sign in after if sign not in kept]


# In words


def summary(found: Sequence[Difference]) -> str:
    """All differences in one line: "2 trends added, 1 driver changed"; "" for none."""
    counts = Counter((each.kind, each.change) for each in found)
    return ", ".join(_counted(kind, change, n, found) for (kind, change), n in counts.items())


def _counted(kind: type[Value] | None, change: Change, n: int, found: Sequence[Difference]) -> str:
    if kind is None:
        things = ngettext("{n} part of a newer program", "{n} parts of a newer program", n).format(n=n)
    elif issubclass(kind, Slice):
        things = listed([inside(text) for each in found if each.kind is kind for text in labels(each)])
    else:
        things = f"{n} {noun(kind, n)}"
    return {
        "added": _("{things} added"),
        "removed": _("{things} removed"),
        "changed": _("{things} changed"),
        "moved": _("{things} moved"),
    }[change].format(things=things)


def line(each: Difference) -> str:
    """One difference: "Changed: trend “Fewer at work” (title, summary)"."""
    fields = listed([inside(text) for text in labels(each)])
    if each.kind is None:
        thing = _("part of a newer program: {name}").format(name=each.name)
    elif issubclass(each.kind, Slice):
        thing, fields = fields, ""
    else:
        thing = named(each.kind, each.name)
    said = {
        "added": _("Added: {thing}"),
        "removed": _("Removed: {thing}"),
        "changed": _("Changed: {thing}"),
        "moved": _("Moved: {thing}"),
    }[each.change].format(thing=thing)
    return f"{said} ({fields})" if fields else said


def labels(each: Difference) -> list[str]:
    """What the fields that are different are called."""
    kind = each.kind
    return [field_label(kind, field) for field in each.fields] if kind is not None else []

"""Descriptors, variants and judgements as another program has them, gathered into one new slice."""

from collections.abc import Iterable, Mapping
from typing import Any

from foresight.core.document import Id
from foresight.core.problems import Problem
from foresight.core.words import _, quoted
from foresight.exchange.cells import same
from foresight.methods.cib.model import MOST_VARIANTS, CrossImpact, Descriptor, Impact, Section, Variant, is_silent

DESCRIPTORS_MOST = 600


class Known:
    """Things by their names; where several have one name, the first that is asked for is the first of them."""

    def __init__(self, names: Iterable[tuple[str, Id]] = ()) -> None:
        self._held: dict[str, list[Id]] = {}
        for name, thing in names:
            self._held.setdefault(same(name), []).append(thing)

    def take(self, name: str) -> Id | None:
        """The next thing with this name, or None."""
        held = self._held.get(same(name))
        return held.pop(0) if held else None


class Draft:
    """What a file makes of a cross-impact matrix. Nothing goes: what the file does not have stays as it is."""

    def __init__(self, part: CrossImpact) -> None:
        self._part = part
        self._descriptors = {held.id: held for held in part.descriptors}
        self._variants = {held.id: held for held in part.variants}
        self._impacts = {(held.source, held.target): held for held in part.impacts}
        self._sections = {(held.source, held.target): held for held in part.sections}

    def descriptor(self, known: Id | None, **fields: Any) -> Id:
        """Give a descriptor these fields; a new one where none is known. Its id."""
        held = self._descriptors[known].but(**fields) if known is not None else Descriptor(**fields)
        self._descriptors[held.id] = held
        if len(self._descriptors) > DESCRIPTORS_MOST:
            raise Problem(_("At most {n} descriptors can be in a workshop.").format(n=DESCRIPTORS_MOST))
        return held.id

    def variant(self, known: Id | None, descriptor: Id, **fields: Any) -> Id:
        """Give a variant these fields; a new one of this descriptor where none is known. Its id."""
        if known is None:
            count = sum(held.descriptor == descriptor for held in self._variants.values())
            if count >= MOST_VARIANTS:
                said = _("{name} would have more than {n} variants.")
                raise Problem(said.format(name=quoted(self._descriptors[descriptor].title), n=MOST_VARIANTS))
        held = self._variants[known].but(**fields) if known is not None else Variant(descriptor=descriptor, **fields)
        self._variants[held.id] = held
        return held.id

    def judge(self, source: Id, target: Id, value: int) -> None:
        """Say how one variant acts on another; confidence and reason stay."""
        old = self._impacts.get((source, target))
        if old is None and value == 0:
            return
        new = (old or Impact(source=source, target=target)).but(value=value)
        if is_silent(new) and new != old:
            del self._impacts[source, target]
        else:
            self._impacts[source, target] = new

    def tell(self, source: Id, target: Id, text: str) -> None:
        """Say something about how one descriptor acts on another altogether."""
        self._sections[source, target] = Section(source=source, target=target, text=text)

    def part(self) -> CrossImpact:
        """All of it; the very slice that was given where nothing is different."""
        held: Mapping[str, tuple[Any, ...]] = {
            "descriptors": tuple(self._descriptors.values()),
            "variants": tuple(self._variants.values()),
            "impacts": tuple(self._impacts.values()),
            "sections": tuple(self._sections.values()),
        }
        return self._part.but(**held)

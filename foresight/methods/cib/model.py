"""Descriptors with their variants, how variants act on each other, and the combinations that a team keeps."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value
from foresight.core.edits import added, changed, moved, replaced
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line, Prose
from foresight.core.words import _
from foresight.model.drivers import Driver, DriverRef
from foresight.model.scenarios import Scenario, ScenarioRef, Scenarios

DescriptorRef = Annotated[Id, RefMark("Descriptor")]
VariantRef = Annotated[Id, RefMark("Variant")]

STRONGEST = 20
"""Real matrices go this far; the usual scale is -3..3."""
MOST_VARIANTS = 8
PACKED_MOST = 1_000_000
"""Characters of a file that is kept."""
Pair = tuple[Id, Id]


class Descriptor(Entity):
    """Something that may turn out in a few ways."""

    noun = ("descriptor", "descriptors")

    title: Line
    essay: Prose = ""
    """What it is, and why it may turn out so."""
    driver: DriverRef | None = None
    """The driver it was made of."""
    short: Line = ""


class Variant(Entity):
    """One way in which a descriptor may turn out. Its place among its like is its order in the slice."""

    noun = ("variant", "variants")

    descriptor: DescriptorRef
    title: Line
    essay: Prose = ""
    short: Line = ""
    colour: Annotated[str, Field(pattern="^([0-9A-Fa-f]{6})?$")] = ""
    """As another program coloured it, RRGGBB; kept for it."""


class Impact(Value):
    """How one variant acts on another: it promotes it (above 0) or restricts it (below 0)."""

    noun = ("cross-impact", "cross-impacts")
    alone = ("source", "target")
    joint = " → "

    source: VariantRef
    target: VariantRef
    value: Annotated[int, Field(ge=-STRONGEST, le=STRONGEST)] = 0
    confidence: Annotated[int, Field(ge=1, le=5)] | None = None
    reason: Prose = ""


class Exclusion(Value):
    """Two variants that cannot go together."""

    noun = ("exclusion", "exclusions")
    alone = ("one", "other")

    one: VariantRef
    """The one that stands first in the slice."""
    other: VariantRef
    reason: Prose = ""


class Section(Value):
    """What was said about how one descriptor acts on another altogether."""

    noun = ("judgement section", "judgement sections")
    alone = ("source", "target")
    joint = " → "

    source: DescriptorRef
    target: DescriptorRef
    text: Prose


class Original(Value):
    """The file of another program that the matrix came from: what nobody changes goes back as it came, byte for byte.

    Packed (zlib, base64), because what a workshop file holds as text has no line ends and letters of other systems.
    """

    noun = ("imported file", "imported files")
    aside = True

    packed: Annotated[str, Field(max_length=PACKED_MOST, pattern="^[A-Za-z0-9+/=]*$")]


class Combination(Entity):
    """A combination that the team keeps, consistent or not."""

    noun = ("combination", "combinations")

    variants: Annotated[tuple[Id, ...], RefMark("Variant")]
    """One for each descriptor, in their order."""
    name: Line = ""
    why: Prose = ""
    """Why the team keeps it although it does not hold together, or because it does."""
    scenario: ScenarioRef | None = None
    """The scenario that was made of it."""


class CrossImpact(Slice):
    """The descriptors with everything that was said about them."""

    key = "cross_impact"

    descriptors: tuple[Descriptor, ...] = ()
    variants: tuple[Variant, ...] = ()
    impacts: tuple[Impact, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    forced: tuple[VariantRef, ...] = ()
    """Only worlds with these are looked for; of one descriptor any of them."""
    tolerance: Annotated[int, Field(ge=0, le=STRONGEST)] = 0
    """The inconsistency up to which a combination is still listed."""
    combinations: tuple[Combination, ...] = ()
    sections: tuple[Section, ...] = ()
    originals: tuple[Original, ...] = ()
    """More than one only after merging."""


# Reading


def variants_of(document: Document) -> dict[Id, tuple[Variant, ...]]:
    """The variants of each descriptor, in the order of the descriptors and of the variants."""
    part = document[CrossImpact]
    held: dict[Id, list[Variant]] = {descriptor.id: [] for descriptor in part.descriptors}
    for variant in part.variants:
        held[variant.descriptor].append(variant)
    return {descriptor: tuple(variants) for descriptor, variants in held.items()}


def impacts(document: Document) -> dict[Pair, Impact]:
    """What was said about each pair of variants, by (source, target)."""
    return {(impact.source, impact.target): impact for impact in document[CrossImpact].impacts}


def excluded(document: Document) -> dict[frozenset[Id], Exclusion]:
    """The pairs of variants that cannot go together."""
    return {frozenset((held.one, held.other)): held for held in document[CrossImpact].exclusions}


# Descriptors and variants


def add_descriptor(title: str, variants: Sequence[str], driver: Id | None = None, essay: str = "") -> Edit:
    """Add a descriptor with variants of these titles (at most ``MOST_VARIANTS``) at the end."""
    descriptor = Descriptor(title=title, essay=essay, driver=driver)
    made = [Variant(descriptor=descriptor.id, title=each) for each in variants[:MOST_VARIANTS]]
    return Edit(
        _("Add descriptor"), lambda document: document.put(added(added(document[CrossImpact], descriptor), *made))
    )


def from_drivers(*drivers: Id) -> Edit:
    """Make a descriptor of each driver. Its variants are its states in the scenarios, or less, as today and more."""

    def apply(document: Document) -> Document:
        for driver in drivers:
            held = document.find(driver, Driver)
            if held is not None:
                states = driver_states(document, driver)
                document = add_descriptor(held.title, states, driver, held.description).apply(document)
        return document

    return Edit(_("Make descriptors from drivers"), apply)


def driver_states(document: Document, driver: Id) -> list[str]:
    """What becomes of a driver in the scenarios, each text once; less, as today, more while fewer than two are told."""
    states = [state for each in document[Scenarios].scenarios for state in each.states if state.driver == driver]
    told = list(dict.fromkeys(state.text for state in states if state.text))
    return told[:MOST_VARIANTS] if len(told) > 1 else usual_states()


def usual_states() -> list[str]:
    """How a descriptor may turn out as long as nobody said it better."""
    return [_("less"), _("as today"), _("more")]


def change_descriptor(descriptor: Id, **changes: Any) -> Edit:
    """Change fields of a descriptor; typing in one field is one step."""
    return Edit(
        _("Change descriptor"),
        lambda document: document.put(changed(document[CrossImpact], descriptor, **changes)),
        merge=(descriptor, *sorted(changes)),
    )


def move_descriptor(descriptor: Id, to: int) -> Edit:
    """Move a descriptor to index ``to``; combinations keep their meaning."""

    def apply(document: Document) -> Document:
        part = moved(document[CrossImpact], descriptor, to)
        if part is document[CrossImpact]:
            return document
        order = {held.id: at for at, held in enumerate(part.descriptors)}
        owner = {variant.id: variant.descriptor for variant in part.variants}

        def sorted_again(held: Combination) -> Combination:
            return held.but(variants=tuple(sorted(held.variants, key=lambda variant: order[owner[variant]])))

        return document.put(part.but(combinations=tuple(map(sorted_again, part.combinations))))

    return Edit(_("Move descriptor"), apply)


def add_variant(descriptor: Id, title: str) -> Edit:
    """Add a variant to a descriptor; nothing happens when it has ``MOST_VARIANTS`` or is gone."""

    def apply(document: Document) -> Document:
        held = variants_of(document).get(descriptor)
        if held is None or len(held) >= MOST_VARIANTS:
            return document
        return document.put(added(document[CrossImpact], Variant(descriptor=descriptor, title=title)))

    return Edit(_("Add variant"), apply)


def change_variant(variant: Id, **changes: Any) -> Edit:
    """Change fields of a variant; typing in one field is one step."""
    return Edit(
        _("Change variant"),
        lambda document: document.put(changed(document[CrossImpact], variant, **changes)),
        merge=(variant, *sorted(changes)),
    )


def move_variant(variant: Id, to: int) -> Edit:
    """Move a variant to index ``to`` among those of its descriptor."""

    def apply(document: Document) -> Document:
        held = document.find(variant, Variant)
        if held is None:
            return document
        part = document[CrossImpact]
        own = variants_of(document)[held.descriptor]
        rest = [each for each in own if each is not held]
        rest.insert(max(to, 0), held)
        if tuple(rest) == own:
            return document
        order = iter(rest)
        fresh = tuple(next(order) if each.descriptor == held.descriptor else each for each in part.variants)
        return document.put(part.but(variants=fresh))

    return Edit(_("Move variant"), apply)


def remove_parts(*parts: Id) -> Edit:
    """Remove descriptors, variants or kept combinations with what hangs on them."""
    return Edit(_("Delete"), lambda document: remove(document, parts))


# Judgements


def set_impact(source: Id, target: Id, **changes: Any) -> Edit:
    """Say how a variant acts on another one: value, confidence, reason. One that says nothing goes.

    Nothing happens between variants of one descriptor, or when one of them is gone.
    """

    def apply(document: Document) -> Document:
        one, other = document.find(source, Variant), document.find(target, Variant)
        if one is None or other is None or one.descriptor == other.descriptor:
            return document
        part = document[CrossImpact]
        old = impacts(document).get((source, target))
        new = (old or Impact(source=source, target=target)).but(**changes)
        if new == old or (old is None and is_silent(new)):
            return document
        fresh = () if is_silent(new) else (new,)
        if old is None:
            return document.put(part.but(impacts=(*part.impacts, *fresh)))
        at = next(index for index, held in enumerate(part.impacts) if held is old)
        return document.put(part.but(impacts=(*part.impacts[:at], *fresh, *part.impacts[at + 1 :])))

    return Edit(_("Judge cross-impact"), apply, merge=("impact", source, target, *sorted(changes)))


def is_silent(impact: Impact) -> bool:
    """Whether it says nothing."""
    return not impact.value and impact.confidence is None and not impact.reason


def exclude(one: Id, other: Id, is_excluded: bool = True, reason: str = "") -> Edit:
    """Say that two variants cannot go together, or that they can after all."""

    def apply(document: Document) -> Document:
        first, second = document.find(one, Variant), document.find(other, Variant)
        if first is None or second is None or first.descriptor == second.descriptor:
            return document
        part = document[CrossImpact]
        order = {variant.id: at for at, variant in enumerate(part.variants)}
        ends = sorted((one, other), key=lambda variant: order[variant])
        old = excluded(document).get(frozenset(ends))
        new = Exclusion(one=ends[0], other=ends[1], reason=reason) if is_excluded else None
        if old == new:
            return document
        if old is not None and new is not None:
            return document.put(part.but(exclusions=tuple(new if held is old else held for held in part.exclusions)))
        rest = tuple(held for held in part.exclusions if held is not old)
        return document.put(part.but(exclusions=(*rest, new) if new else rest))

    return Edit(_("Exclude") if is_excluded else _("Allow"), apply)


def force(variant: Id, is_forced: bool = True) -> Edit:
    """Look only for worlds with this variant (of one descriptor, with any of those forced), or no longer."""

    def apply(document: Document) -> Document:
        part = document[CrossImpact]
        if document.find(variant, Variant) is None or (variant in part.forced) == is_forced:
            return document
        rest = tuple(held for held in part.forced if held != variant)
        return document.put(part.but(forced=(*rest, variant) if is_forced else rest))

    return Edit(_("Force variant") if is_forced else _("Release variant"), apply)


def set_tolerance(tolerance: int) -> Edit:
    """List combinations up to this inconsistency, 0..20."""
    return Edit(
        _("Set tolerance"),
        lambda document: document.put(document[CrossImpact].but(tolerance=tolerance)),
        merge="cib tolerance",
    )


# Combinations


def keep(variants: Iterable[Id], name: str = "", why: str = "") -> Edit:
    """Keep a combination; nothing happens when it is kept already."""
    chosen = tuple(variants)

    def apply(document: Document) -> Document:
        part = document[CrossImpact]
        if any(held.variants == chosen for held in part.combinations):
            return document
        return document.put(added(part, Combination(variants=chosen, name=name, why=why)))

    return Edit(_("Keep combination"), apply)


def change_combination(combination: Id, **changes: Any) -> Edit:
    """Change the name of a combination, or why it is kept."""
    return Edit(
        _("Change combination"),
        lambda document: document.put(changed(document[CrossImpact], combination, **changes)),
        merge=(combination, *sorted(changes)),
    )


def tie(combination: Id, scenario: Id) -> Edit:
    """Remember which scenario was made of a combination."""
    return Edit(
        _("Make scenario"),
        lambda document: document.put(
            replaced(document[CrossImpact], combination, lambda held: held.but(scenario=scenario))
            if document.find(scenario, Scenario)
            else document[CrossImpact]
        ),
    )


def titles(document: Document) -> Mapping[Id, str]:
    """The titles of descriptors and variants."""
    part = document[CrossImpact]
    named = {descriptor.id: descriptor.title for descriptor in part.descriptors}
    return named | {variant.id: variant.title for variant in part.variants}

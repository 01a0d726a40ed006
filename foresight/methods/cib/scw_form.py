"""The matrix of a workshop in the words of a project file, thing by thing, and what a project makes of the matrix."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foresight.core.document import Document, Id
from foresight.core.text import PROSE_LENGTH, clean_line
from foresight.methods.cib.drafting import Draft, Known
from foresight.methods.cib.model import CrossImpact, Descriptor, Variant, impacts, variants_of
from foresight.methods.cib.names import names
from foresight.methods.cib.originals import originals
from foresight.methods.cib.scw import Name, Part, Project, Source
from foresight.methods.cib.scw_writing import WHITE, safe
from foresight.model.workshop import Workshop


@dataclass(frozen=True)
class Form:
    """What would be written of each thing of a document. Descriptors without variants are left out of projects."""

    descriptors: dict[Id, tuple[Variant, ...]]
    """With their variants, one or more."""
    names: dict[Id, Name]
    colours: dict[Id, str]
    texts: dict[tuple[Id, ...], str]
    """By the descriptor, or the one and the other on which it acts; () for the whole."""
    source: Source | None
    """The file that it came from."""


def form_of(document: Document) -> Form:
    """How this document would be written: where a thing is as in the file that it came from, as it stands there."""
    part = document[CrossImpact]
    held = {each: variants for each, variants in variants_of(document).items() if variants}
    source = _source(part, tuple(map(len, held.values())))
    things = {each.id: _name(each) for each in part.descriptors} | {each.id: _name(each) for each in part.variants}
    colours = {variant.id: variant.colour or WHITE for variant in part.variants}
    if source is not None and source.project.sizes == tuple(map(len, held.values())):
        by_id = {descriptor.id: descriptor for descriptor in part.descriptors}
        given = iter(source.project.colours)
        for (each, variants), old in zip(held.items(), source.project.parts, strict=True):
            things[each] = _name(by_id[each], old.name)
            for variant, name in zip(variants, old.variants, strict=True):
                things[variant.id] = _name(variant, name)
                colour = next(given)
                colours[variant.id] = colour if _colour(colour) == variant.colour else colours[variant.id]
    return Form(held, things, colours, dict(_texts(document, source)), source)


def project_of(document: Document, form: Form) -> Project:
    """The document as a project."""
    rows = [variant.id for variants in form.descriptors.values() for variant in variants]
    values = {pair: impact.value for pair, impact in impacts(document).items()}
    places = {each: at for at, each in enumerate(form.descriptors)}
    return Project(
        title=form.source.project.title if form.source is not None else document[Workshop].title,
        parts=tuple(
            Part(form.names[each], tuple(form.names[variant.id] for variant in variants))
            for each, variants in form.descriptors.items()
        ),
        colours=tuple(form.colours[row] for row in rows),
        rows=tuple(tuple(values.get((row, column), 0) for column in rows) for row in rows),
        texts={
            tuple(places[each] for each in key): text for key, text in form.texts.items() if places.keys() >= set(key)
        },
    )


def drafted(document: Document, project: Project) -> CrossImpact:
    """The matrix with what a project says. Descriptors and variants are known by their short names. Raises Problem."""
    part, form = document[CrossImpact], form_of(document)
    draft = Draft(part)
    known = Known((form.names[each.id].short, each.id) for each in part.descriptors)
    held = variants_of(document)
    descriptors: list[Id] = []
    rows: list[Id] = []
    colours = iter(project.colours)
    for at, given in enumerate(project.parts):
        found = known.take(given.name.short)
        fields = _called(given.name) if found is None or form.names[found] != given.name else {}
        if (text := project.texts.get((at,))) and (found is None or form.texts.get((found,)) != text):
            fields["essay"] = text
        descriptor = draft.descriptor(found, **fields)
        inner = Known((form.names[each.id].short, each.id) for each in held.get(descriptor, ()))
        descriptors.append(descriptor)
        rows += [
            _drafted_variant(draft, form, descriptor, inner.take(name.short), name, next(colours))
            for name in given.variants
        ]
    for row, values in zip(rows, project.rows, strict=True):
        for column, value in zip(rows, values, strict=True):
            draft.judge(row, column, value)
    _tell(draft, form, descriptors, project)
    return draft.part()


def _source(part: CrossImpact, sizes: tuple[int, ...]) -> Source | None:
    """The file that this matrix came from: one of its shape, else the latest."""
    found = originals(part)
    return next((each for each in found if each.project.sizes == sizes), found[0] if found else None)


def _name(thing: Descriptor | Variant, given: Name | None = None) -> Name:
    """What a descriptor or variant is called there: as it was ``given``, if it is still called so."""
    if given is not None and _called(given) == {"title": thing.title, "short": thing.short}:
        return given
    title, short = clean_line(thing.title), clean_line(thing.short)
    return Name(short, title) if short else Name(title)


def _called(name: Name) -> dict[str, str]:
    """What is called so there, here."""
    return {"title": name.long, "short": name.short} if name.long else {"title": name.short, "short": ""}


def _colour(colour: str) -> str:
    """A colour there as it is here: white is none."""
    return "" if colour.upper() == WHITE else colour


def _texts(document: Document, source: Source | None) -> Iterator[tuple[tuple[Id, ...], str]]:
    """What is said of descriptors, and of how they act on each other: reasons of single judgements come last."""
    part, named = document[CrossImpact], names(document)
    told: dict[tuple[Id, ...], list[str]] = {(): [source.project.texts.get((), "")] if source is not None else []}
    told |= {(each.id,): [each.essay] for each in part.descriptors}
    told |= {(each.source, each.target): [each.text] for each in part.sections}
    for impact in part.impacts:
        if impact.reason:
            value = f"{impact.value:+d}" if impact.value else "0"
            line = f"{named[impact.source]} → {named[impact.target]} {value}: {impact.reason}"
            told.setdefault((named.owner[impact.source], named.owner[impact.target]), []).append(line)
    for key, texts in told.items():
        text = safe("\n".join(each for each in texts if each))[:PROSE_LENGTH].strip()
        if text:
            yield key, text


def _drafted_variant(draft: Draft, form: Form, descriptor: Id, found: Id | None, name: Name, colour: str) -> Id:
    fields = _called(name) if found is None or form.names[found] != name else {}
    if colour != (WHITE if found is None else form.colours[found]):
        fields["colour"] = _colour(colour)
    return draft.variant(found, descriptor, **fields)


def _tell(draft: Draft, form: Form, descriptors: Sequence[Id], project: Project) -> None:
    """Take over what is said of how descriptors act on each other."""
    for key, text in project.texts.items():
        ids = tuple(descriptors[at] for at in key)
        if len(ids) == 2 and form.texts.get(ids) != text:
            draft.tell(*ids, text)

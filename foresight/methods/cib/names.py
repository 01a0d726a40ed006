"""What descriptors and variants are called in sentences, also where nobody gave them a title."""

from collections.abc import Sequence
from dataclasses import dataclass

from foresight.core.document import Document, Id
from foresight.core.words import quoted
from foresight.methods.cib.model import CrossImpact, variants_of


@dataclass(frozen=True)
class Names:
    """Names by id; those without a title are called by their place: B, B2."""

    titles: dict[Id, str]
    owner: dict[Id, Id]
    """The descriptor of each variant."""

    def __getitem__(self, part: Id) -> str:
        """The name of a descriptor or variant."""
        return self.titles[part]

    def quoted(self, variant: Id) -> str:
        """A variant in quotation marks."""
        return quoted(self.titles[variant])

    def full(self, variant: Id) -> str:
        """A variant with its descriptor before it."""
        return f"{self.titles[self.owner[variant]]} {self.quoted(variant)}"

    def told(self, variants: Sequence[Id]) -> str:
        """A combination as one line."""
        return " / ".join(self.titles[variant] for variant in variants)


def names(document: Document) -> Names:
    """The names of this document."""
    held = {descriptor.id: descriptor for descriptor in document[CrossImpact].descriptors}
    titles: dict[Id, str] = {}
    owner: dict[Id, Id] = {}
    for at, (descriptor, variants) in enumerate(variants_of(document).items()):
        place = _code(at)
        titles[descriptor] = held[descriptor].title or held[descriptor].short or place
        for number, variant in enumerate(variants, 1):
            titles[variant.id] = variant.title or variant.short or f"{place}{number}"
            owner[variant.id] = descriptor
    return Names(titles, owner)


def _code(at: int) -> str:
    """A, B ... Z, AA, AB ..."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

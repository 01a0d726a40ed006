"""A descriptor and its variants in one typed line: "Climate policy: strict / lax / none"."""

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.problems import EditRefused
from foresight.core.text import clean_line
from foresight.core.words import _
from foresight.methods.cib.model import MOST_VARIANTS, add_descriptor, usual_states

SEPARATORS = "/;|,"
"""Between variants; the first of them that occurs separates."""


def parted(line: str) -> tuple[str, list[str]]:
    """The title and the variants of a typed line; without variants, none."""
    title, _colon, rest = line.partition(":")
    separator = next((each for each in SEPARATORS if each in rest), SEPARATORS[0])
    variants = [clean_line(part) for part in rest.split(separator)]
    return clean_line(title), [variant for variant in variants if variant]


def descriptor_from(line: str) -> Edit:
    """Add the descriptor of a typed line; without variants it gets less, as today and more.

    Refuses a line without a title, with one variant, or with more than ``MOST_VARIANTS``.
    """
    title, variants = parted(line)
    made = add_descriptor(title, variants or usual_states())

    def apply(document: Document) -> Document:
        if not title:
            raise EditRefused(_("Write the name of the descriptor before the colon."))
        if len(variants) == 1:
            raise EditRefused(_("A descriptor needs at least two variants: separate them with /."))
        if len(variants) > MOST_VARIANTS:
            said = _("A descriptor has at most {n} variants.")
            raise EditRefused(said.format(n=MOST_VARIANTS))
        return made.apply(document)

    return Edit(made.label, apply)

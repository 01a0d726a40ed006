"""The combination that the views of this method look at together."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from foresight.core.document import Document, Id
from foresight.kit.session import Session
from foresight.methods.cib.model import variants_of


class Chosen(QObject):
    """One variant of every descriptor. ``changed`` when another one was chosen."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._variants: tuple[Id, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nothing was chosen yet."""
        return not self._variants

    @property
    def variants(self) -> tuple[Id, ...]:
        """The combination as the present document has it: its first variant where none is chosen of a descriptor."""
        return self.inside(self.session.document)

    def inside(self, document: Document) -> tuple[Id, ...]:
        """The combination in this document, in the order of its descriptors; those without a variant are left out."""
        wanted = set(self._variants)
        several = [[variant.id for variant in variants] for variants in variants_of(document).values() if variants]
        return tuple(next((each for each in ids if each in wanted), ids[0]) for ids in several)

    def choose(self, variants: Sequence[Id]) -> None:
        """Look at this combination."""
        if tuple(variants) != self._variants:
            self._variants = tuple(variants)
            self.changed.emit()

    def swap(self, variant: Id) -> None:
        """Look at the combination with this variant in place of the other one of its descriptor."""
        document = self.session.document
        own = next((v for v in variants_of(document).values() if any(each.id == variant for each in v)), ())
        ids = {each.id for each in own}
        self.choose([variant if each in ids else each for each in self.inside(document)])

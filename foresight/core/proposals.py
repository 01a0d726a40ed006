"""What reading a file would change in the workshop: shown to the user, and done only when the user says so."""

from dataclasses import dataclass

from foresight.core.differences import Difference, differences
from foresight.core.document import Document, Slice
from foresight.core.history import Edit


@dataclass(frozen=True)
class Remark:
    """Something in the file that could not be taken as it stands."""

    what: str
    """A sentence for the user."""
    where: str = ""
    """Such as ``row 7, column C``; empty when it concerns the whole file."""

    @property
    def text(self) -> str:
        """Where and what, on one line."""
        return f"{self.where}: {self.what}" if self.where else self.what


@dataclass(frozen=True)
class Proposal:
    """All that a file would change, as one edit."""

    edit: Edit
    remarks: tuple[Remark, ...] = ()
    """What is left out or guessed. Where there are any, nothing is changed before the user has agreed to them."""
    notes: tuple[str, ...] = ()
    """What the user may like to know and need not agree to."""


def changes(document: Document, proposal: Proposal) -> tuple[Difference, ...]:
    """What the proposal would do to the things of this document; places on a canvas and the like aside."""
    found = differences(document, proposal.edit.apply(document))
    return tuple(
        each for each in found if each.kind is not None and not (each.kind.aside or issubclass(each.kind, Slice))
    )

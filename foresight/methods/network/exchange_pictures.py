"""Pictures of the network, in the colours of print."""

from foresight.core.document import Document
from foresight.core.look import PRINT
from foresight.core.words import _
from foresight.methods.network.analysis import roles_in_words
from foresight.reporting.pictures import write_picture

PLANE = (720.0, 420.0)
"""Points."""


def write_canvas(document: Document, ending: str) -> bytes:
    """All drivers where they stand on the canvas, with all links."""
    from foresight.methods.network.figure_canvas import canvas

    return write_picture(canvas(document, PRINT), ending, _("Network of drivers"))


def write_plane(document: Document, ending: str) -> bytes:
    """The plane of influence and dependence."""
    from foresight.methods.network.figure import plane

    figure = plane(document, *PLANE, PRINT)
    return write_picture(figure, ending, _("Influence and dependence"), roles_in_words(document))

"""Deleting on any view of the network."""

from collections.abc import Sequence

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.workspace import deletion
from foresight.methods.network.model import settle
from foresight.model.drivers import Driver, Link


def deleted(document: Document, ids: Sequence[Id]) -> Edit | None:
    """Delete these drivers and links, and nothing else moves; the step says what goes along. None if there are none."""
    drivers = [one for one in ids if document.find(one, Driver)]
    links = [one for one in ids if document.find(one, Link)]
    if not drivers and not links:
        return None
    if drivers:
        label = _("Delete driver") if len(drivers) == 1 else _("Delete drivers")
    else:
        label = _("Delete link") if len(links) == 1 else _("Delete links")
    made = deletion(document, label, (*drivers, *links))
    return Edit(made.label, lambda present: made.apply(settle(present)))

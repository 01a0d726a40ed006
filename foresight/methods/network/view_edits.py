"""Deleting on any view of the network."""

from collections.abc import Sequence

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.workspace import deletion
from foresight.methods.network.model import Cluster, settle
from foresight.model.drivers import Driver, Link


def deleted(document: Document, ids: Sequence[Id]) -> Edit | None:
    """Delete these drivers, links and clusters (not the drivers in them), and nothing else moves.

    The step says what goes along. None if there are none.
    """
    drivers = [one for one in ids if document.find(one, Driver)]
    links = [one for one in ids if document.find(one, Link)]
    clusters = [one for one in ids if document.find(one, Cluster)]
    if drivers:
        label = _("Delete driver") if len(drivers) == 1 else _("Delete drivers")
    elif links:
        label = _("Delete link") if len(links) == 1 else _("Delete links")
    elif clusters:
        label = _("Delete cluster") if len(clusters) == 1 else _("Delete clusters")
    else:
        return None
    made = deletion(document, label, (*drivers, *links, *clusters))
    return Edit(made.label, lambda present: made.apply(settle(present)))

"""Clusters of drivers: grouping, naming, dissolving."""

from collections.abc import Iterable, Sequence
from typing import Any

from foresight.core.document import Document, Id
from foresight.core.edits import changed
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.words import _
from foresight.methods.network.model import Cluster, Network
from foresight.model.drivers import Driver


def with_members(document: Document, ids: Iterable[Id]) -> list[Id]:
    """The drivers among these ids, and those in the clusters among them, each once."""
    found: dict[Id, None] = {}
    for one in ids:
        cluster = document.find(one, Cluster)
        if cluster is not None:
            found |= dict.fromkeys(cluster.drivers)
        elif document.find(one, Driver):
            found[one] = None
    return list(found)


def clusters_of(document: Document, ids: Iterable[Id]) -> list[Id]:
    """The clusters among these ids, and those in which drivers among them are."""
    chosen = set(ids)
    return [one.id for one in document[Network].clusters if one.id in chosen or not chosen.isdisjoint(one.drivers)]


def free_name(document: Document) -> str:
    """A name for one more cluster: "Cluster 2"."""
    taken = {cluster.name for cluster in document[Network].clusters}
    names = (_("Cluster {n}").format(n=n) for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def group(cluster: Cluster) -> Edit:
    """Make a cluster; its drivers leave those in which they were, and a cluster left empty goes.

    Nothing happens when none of its drivers is there any longer.
    """
    label = _("Group drivers")

    def apply(document: Document) -> Document:
        chosen = tuple(driver for driver in cluster.drivers if document.find(driver, Driver))
        if not chosen:
            return document
        part = document[Network]
        others = (old.but(drivers=_without(old.drivers, chosen)) for old in part.clusters)
        kept = tuple(old for old in others if old.drivers)
        return document.put(part.but(clusters=(*kept, cluster.but(drivers=chosen))))

    return Edit(label, apply)


def _without(drivers: Sequence[Id], gone: Iterable[Id]) -> tuple[Id, ...]:
    taken = set(gone)
    return tuple(driver for driver in drivers if driver not in taken)


def change_cluster(cluster: Id, **changes: Any) -> Edit:
    """Change fields of a cluster; typing in one field is one step."""
    return Edit(
        _("Change cluster"),
        lambda document: document.put(changed(document[Network], cluster, **changes)),
        merge=(cluster, *sorted(changes)),
    )


def ungroup(ids: Iterable[Id]) -> Edit:
    """Dissolve the clusters among these ids, and take the drivers among them out of theirs. No driver goes."""
    chosen = tuple(ids)

    def apply(document: Document) -> Document:
        after = remove(document, [one for one in chosen if document.find(one, Cluster)])
        part = after[Network]
        left = (old.but(drivers=_without(old.drivers, chosen)) for old in part.clusters)
        return after.put(part.but(clusters=tuple(one for one in left if one.drivers)))

    return Edit(_("Ungroup"), apply)

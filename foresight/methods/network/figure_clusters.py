"""The clusters of drivers on paper: a frame around the drivers of each, with its name on top. Sizes are in points."""

from collections.abc import Iterator, Mapping

from foresight.core.document import Document
from foresight.core.look import Look
from foresight.core.spacing import Point
from foresight.methods.network.cluster_shape import BAND, MARGIN, ROUND, ClusterShape, cluster_shape
from foresight.methods.network.model import NODE, Cluster, Network
from foresight.reporting.drawing import Figure, box, label, line, mix

NAME = 14.0
ABOVE = MARGIN + NAME * 1.4
"""What a frame with its name needs beyond the outermost driver."""
LINE = 1.2
WASH = 0.06
"""How much of the line's colour is in the ground of a frame."""


def draw_clusters(d: Figure, document: Document, at: Mapping[str, Point], look: Look) -> None:
    """The frames of all clusters; drivers stand at ``at``, y upwards."""
    for _cluster, shape in _shapes(document, at):
        _draw_frame(d, shape, look)


def draw_names(d: Figure, document: Document, at: Mapping[str, Point], look: Look) -> None:
    """The names of all clusters, each on its highest box."""
    for cluster, shape in _shapes(document, at):
        left, _low, right, top = min(shape.boxes, key=lambda one: (-one[3], one[0]))
        room = max(right - left, NODE[0]) - 2 * ROUND
        label(d, left + 4, top + NAME * 0.35, cluster.name, NAME, colour=look.ink, bold=True, width=room)


def _shapes(document: Document, at: Mapping[str, Point]) -> Iterator[tuple[Cluster, ClusterShape]]:
    for cluster in document[Network].clusters:
        members = [at[driver] for driver in cluster.drivers if driver in at]
        if members:
            yield (
                cluster,
                cluster_shape(members, [spot for driver, spot in at.items() if driver not in cluster.drivers]),
            )


def _draw_frame(d: Figure, shape: ClusterShape, look: Look) -> None:
    """Its outline: all parts a line's width larger first, then the ground over them, so that no inner edge is left."""
    for colour, more in ((look.muted, LINE), (mix(look.muted, look.surface, WASH), 0.0)):
        for left, low, right, top in shape.boxes:
            wide, high = right - left + 2 * more, top - low + 2 * more
            box(d, left - more, low - more, wide, high, fill=colour, radius=ROUND + more, width=0)
        for start, end in shape.bands:
            line(d, *start, *end, colour, BAND + 2 * more)

"""Driver network: how drivers act on each other."""

from foresight.core.methods import Method
from foresight.core.words import N_
from foresight.model.drivers import Drivers
from foresight.model.trends import Trends

METHOD = Method(
    id="network",
    title=N_("Network"),
    purpose=N_("How drivers act on each other, and which ones move the rest."),
    group="map",
    order=30,
    icon="network",
    slices=(Drivers, Trends),
)

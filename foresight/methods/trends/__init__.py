"""Trends: cards, ratings, impact x uncertainty map, radar."""

from foresight.core.methods import Method
from foresight.core.words import N_
from foresight.model.groups import Groups
from foresight.model.ratings import Ratings
from foresight.model.trends import Trends

METHOD = Method(
    id="trends",
    title=N_("Trends"),
    purpose=N_("What moves our world, how much it matters, how sure we are."),
    group="map",
    order=20,
    icon="trends",
    slices=(Groups, Ratings, Trends),
)

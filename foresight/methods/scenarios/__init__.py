"""Scenarios: two axes, four worlds of equal standing."""

from foresight.core.methods import Method
from foresight.core.words import N_
from foresight.model.drivers import Drivers
from foresight.model.ratings import Ratings
from foresight.model.scenarios import Scenarios
from foresight.model.workshop import Workshop

METHOD = Method(
    id="scenarios",
    title=N_("Scenarios"),
    purpose=N_("Four different worlds at the horizon, none of them a forecast."),
    group="imagine",
    order=40,
    icon="scenarios",
    slices=(Drivers, Ratings, Scenarios, Workshop),
)

"""Orientation: does our organisation look to the past, the present or the future?"""

from foresight.core.methods import Method
from foresight.core.words import N_
from foresight.methods.orientation.model import Orientation
from foresight.model.groups import Groups

METHOD = Method(
    id="orientation",
    title=N_("Orientation"),
    purpose=N_("Where our organisations look today, and where they should look."),
    group="ourselves",
    order=60,
    icon="orientation",
    slices=(Groups, Orientation),
)

"""Brief: what people take home, on paper."""

from foresight.core.methods import Method
from foresight.core.words import N_
from foresight.model.workshop import Workshop

METHOD = Method(
    id="brief",
    title=N_("Brief"),
    purpose=N_("The printed brief that is in people's hands before they leave."),
    group="deliver",
    order=90,
    icon="brief",
    slices=(Workshop,),
)

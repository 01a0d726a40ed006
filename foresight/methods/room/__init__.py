"""Room: the frame of the day and the groups at the tables."""

from foresight.core.methods import Method
from foresight.core.words import N_
from foresight.model.groups import Groups
from foresight.model.workshop import Workshop

METHOD = Method(
    id="room",
    title=N_("Room"),
    purpose=N_("What we ask, who is here, when and how far ahead we look."),
    group="prepare",
    order=10,
    icon="room",
    slices=(Groups, Workshop),
)

"""Room: the frame of the day and the groups at the tables."""

from foresight.core.methods import Method, MethodCard
from foresight.core.words import N_
from foresight.model.groups import Groups
from foresight.model.workshop import Workshop

CARD = MethodCard(
    minutes="10-15",
    say=(
        N_("We are not here to forecast. We look so far ahead that today's budget no longer decides."),
        N_("One question holds the day together. Listen for what would change your answer to it."),
    ),
    steps=(
        N_("Write the focal question before the day: open, about your own choices, with a horizon year."),
        N_("Mix each table: five to nine people from different places."),
        N_("Write one line for each group with the number of people; ratings and patterns are counted by group."),
        N_("Give everybody a code, by the sizes of the groups; names are kept only with consent."),
        N_("Before people leave, write three messages together and agree on a day to look at the commitments again."),
    ),
    mistakes=(
        N_("A focal question that can be answered with yes or no."),
        N_("A horizon so near that the budget already decides, or so far that nobody feels it."),
        N_("Tables of colleagues who agree already."),
    ),
)

METHOD = Method(
    id="room",
    title=N_("Room"),
    purpose=N_("What we ask, who is here, when and how far ahead we look."),
    group="prepare",
    order=10,
    icon="room",
    slices=(Groups, Workshop),
    home_of=(Groups, Workshop),
    workspace=f"{__name__}.view:RoomWorkspace",
    analyse=f"{__name__}.analysis:figures",
    card=CARD,
)

"""Brief: what people take home, on paper."""

from foresight.core.methods import Method, MethodCard
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
    workspace=f"{__name__}.view:BriefWorkspace",
    card=MethodCard(
        minutes="10",
        steps=(
            N_("Write the three key messages under Room, each in one sentence."),
            N_("Choose 2 pages for everyone, 4 for the groups, 8 for those who go on with the work."),
            N_("Look at every page, then print or save it as PDF."),
        ),
        say=(
            N_("This is what you made today. Nobody has tidied it up behind your backs."),
            N_("Scenarios are not forecasts: none of these worlds will come as it is written."),
        ),
        mistakes=(
            N_("Waiting for a finished report. Hand out the two pages before people leave."),
            N_("Printing a favourite scenario larger than the others."),
        ),
    ),
)

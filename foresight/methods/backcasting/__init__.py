"""Backcasting: from the future we want, back to what begins now."""

from foresight.core.methods import Method, MethodCard
from foresight.core.words import N_
from foresight.methods.backcasting.model import WayBack
from foresight.model.scenarios import Scenarios
from foresight.model.workshop import Workshop

METHOD = Method(
    id="backcasting",
    title=N_("Way back"),
    purpose=N_("From where we want to be at the horizon, step by step back to what begins now."),
    group="act",
    order=78,
    icon="path",
    slices=(Scenarios, WayBack, Workshop),
    home_of=(WayBack,),
    workspace=f"{__name__}.view:BackcastingWorkspace",
    sections=f"{__name__}.report:sections",
    analyse=f"{__name__}.analysis:figures",
    card=MethodCard(
        minutes="60–100",
        say=(
            N_("Stand in the horizon year. It went well. What is different here?"),
            N_("Now turn around: what must have been in place just before that? And before that?"),
            N_("Do not ask whether it can be done until you are back at today."),
        ),
        steps=(
            N_("Describe the future you want in one or two sentences, as if it were there."),
            N_("Write down what is different from today, one difference on each note."),
            N_("Ask of each difference which step came just before it, and when. Go on until you are at today."),
            N_("Say for each step who takes it, what it needs first, what stands in its way and what helps."),
            N_("Read the way aloud from today to the horizon: does anything come before what it needs?"),
            N_("Choose what begins within a year, and who begins."),
        ),
        mistakes=(
            N_("Starting at today and going forward: that is a plan of what we do already."),
            N_("Steps that nobody takes: “awareness is raised”."),
            N_("All steps close to the horizon, and nothing that begins now."),
        ),
    ),
)

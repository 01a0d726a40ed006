"""Signposts: what to watch, and toward which world we seem to be moving."""

from foresight.core.methods import Method, MethodCard
from foresight.core.words import N_
from foresight.methods.signposts.model import Signposts
from foresight.model.scenarios import Scenarios
from foresight.model.workshop import Workshop

METHOD = Method(
    id="signposts",
    title=N_("Signposts"),
    purpose=N_("What to watch, so that we notice in time which world is on its way."),
    group="act",
    order=76,
    icon="signpost",
    slices=(Scenarios, Signposts, Workshop),
    home_of=(Signposts,),
    workspace=f"{__name__}.view:SignpostsWorkspace",
    sections=f"{__name__}.report:sections",
    analyse=f"{__name__}.summary:figures",
    card=MethodCard(
        minutes="30–45",
        say=(
            N_("Think yourself into one world: what would have been in the news on the way there?"),
            N_("A good signpost can be seen early, somebody counts it already, and it is not the same everywhere."),
            N_("What we see is no forecast. It tells us which story to read again."),
        ),
        steps=(
            N_("Let each table write down what one would see first if its world were on the way."),
            N_("Say for each signpost where it goes in every world: + for up, − for down, 0 for as today."),
            N_("Drop what goes the same way everywhere: it tells nothing apart."),
            N_("Give each of the rest a source, a limit that makes us react, an owner and a rhythm."),
            N_("Write down what is seen, with a date, and come back to the question: which world is this like?"),
        ),
        mistakes=(
            N_("Signposts of the world one wishes for only."),
            N_("Thirty signposts that nobody looks after. Seven with an owner are better."),
            N_("Taking one reading for the future: look at several, and at what would speak against it."),
        ),
    ),
)

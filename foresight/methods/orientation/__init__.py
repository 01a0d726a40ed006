"""Orientation: does our organisation look to the past, the present or the future?"""

from foresight.core.methods import Exchange, Method, MethodCard
from foresight.core.words import N_
from foresight.methods.orientation.model import Orientation
from foresight.model.groups import Groups
from foresight.model.workshop import Workshop

METHOD = Method(
    id="orientation",
    title=N_("Orientation"),
    purpose=N_("Where our organisations look today, and where they should look."),
    group="ourselves",
    order=60,
    icon="orientation",
    slices=(Groups, Orientation, Workshop),
    home_of=(Orientation,),
    workspace=f"{__name__}.view:OrientationWorkspace",
    sections=f"{__name__}.report:sections",
    report=f"{__name__}.report:report",
    analyse=f"{__name__}.figures:figures",
    findings=f"{__name__}.findings:findings",
    exchanges=(
        Exchange(
            id="orientation",
            title=N_("Orientation, one person to a row"),
            endings=(".csv", ".xlsx"),
            write=f"{__name__}.exchange_table:write",
        ),
        Exchange(
            id="orientation-slips",
            title=N_("Orientation slips to hand out"),
            endings=(".pdf",),
            write=f"{__name__}.figure_slips:write_slips",
        ),
    ),
    card=MethodCard(
        minutes="10–15",
        say=(
            N_("Think of your own organisation: where does it look, most of the time?"),
            N_("Nobody is graded. We want to see where the room has its centre of gravity."),
            N_("Write a code on the slip, never a name."),
        ),
        steps=(
            N_("Export the slips (File menu), print and cut them: a page for the morning, one for the end of the day."),
            N_(
                "Hand out slips with a line from 1 (past) to 5 (far future): one cross for now, one for what should be."
            ),
            N_("With more time, let people also divide 100 percent between past, present and future, twice."),
            N_("Type the slips in, one line each: 3 4 20/60/20 10/40/50."),
            N_("Many slips go in at once: paste a column, or type a tally such as 3: 12 for twelve people at point 3."),
            N_("Show the see-saw. Ask what pulls it back, and what would move it."),
            N_("Show the feedback, begin with the group that is least at one with itself, and let both ends speak."),
            N_("At the end of the day ask for one more cross, under the same code: where do we look now?"),
        ),
        mistakes=(
            N_("Reading the number as a grade of an organisation: it is a tool for conversation."),
            N_("Showing one or two people by themselves: somebody would be recognised."),
            N_("Rating the public sector as a whole instead of one's own organisation."),
            N_("Mixing up the second cross with what should be: it is about now, once more."),
        ),
    ),
)

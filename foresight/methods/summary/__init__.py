"""Summary: what all groups together said, in sentences made from the counts."""

from foresight.core.methods import Command, Exchange, Method, MethodCard
from foresight.core.words import N_
from foresight.methods.summary.model import Summary
from foresight.model.quotes import Quotes
from foresight.model.workshop import Workshop

METHOD = Method(
    id="summary",
    title=N_("Summary"),
    purpose=N_("What all groups together said, written from the counts: every sentence shows its numbers."),
    group="deliver",
    order=85,
    icon="summary",
    slices=(Summary, Quotes, Workshop),
    home_of=(Summary,),
    workspace=f"{__name__}.view:SummaryWorkspace",
    analyse=f"{__name__}.analysis:figures",
    exchanges=(
        Exchange(
            id="summary",
            title=N_("Summary across groups, as text"),
            endings=(".md", ".txt"),
            write=f"{__name__}.writing:write",
        ),
    ),
    commands=(
        Command(
            word="summary",
            purpose="write the summary across groups",
            run=f"{__name__}.command:run",
            options=f"{__name__}.command:options",
        ),
    ),
    card=MethodCard(
        minutes="15",
        say=(
            N_("This is what you said, table by table and all together. The numbers are yours."),
            N_("Where we disagree it says so, and says by how much."),
        ),
        steps=(
            N_("Read it through: the sentences follow the counts while the tables are still at work."),
            N_("Reword what a reader would not understand; your words stay when the numbers change, and are marked."),
            N_("Leave out what nobody needs, and add a note where something was said that no number shows."),
            N_("Save the report, or print it before people leave."),
        ),
        mistakes=(
            N_("Smoothing over a disagreement: it is the most useful thing in the summary."),
            N_("Rewording a sentence so that the numbers below it no longer support it."),
            N_("Printing quotes that nobody agreed to."),
        ),
    ),
)

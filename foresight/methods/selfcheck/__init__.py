"""Self-check: pieces of advice that each group rates, to see where the room falls short and where it disagrees."""

from foresight.core.methods import Exchange, Method, MethodCard
from foresight.core.words import N_
from foresight.methods.selfcheck.model import SelfCheck
from foresight.model.groups import Groups
from foresight.model.quotes import Quotes
from foresight.model.workshop import Workshop

METHOD = Method(
    id="selfcheck",
    title=N_("Self-check"),
    purpose=N_("Good advice held against how we really work: where we fall short, and where we do not agree."),
    group="ourselves",
    order=67,
    icon="selfcheck",
    slices=(Groups, Quotes, SelfCheck, Workshop),
    home_of=(SelfCheck,),
    workspace=f"{__name__}.view:SelfCheckWorkspace",
    report=f"{__name__}.report:report",
    analyse=f"{__name__}.summary:figures",
    findings=f"{__name__}.findings:findings",
    exchanges=(
        Exchange(
            id="selfcheck-sheets",
            title=N_("Self-check sheets for the tables"),
            endings=(".pdf",),
            write=f"{__name__}.figure_sheet:write_sheets",
        ),
    ),
    card=MethodCard(
        minutes="20–30",
        say=(
            N_("Each sentence says how good organisations work. How well does it fit yours, from 1 to 5?"),
            N_("1 is not at all, 5 is fully. Think of last month, not of the strategy."),
            N_("Nobody is graded. We look for what is weakest, and for where we see it differently."),
        ),
        steps=(
            N_("Export a sheet for each table (File menu) and print it."),
            N_("Let each table agree on a number for each sentence, quickly: half a minute is enough."),
            N_("Type the sheets in: one column a table, one key a sentence."),
            N_("Show the picture, the most disputed first. Let a table that rated low and one that rated high speak."),
            N_("Then the weakest first: choose one that somebody will do something about."),
            N_("Write it down as a commitment before the room goes on."),
        ),
        mistakes=(
            N_("Comparing tables with each other: they come from different organisations."),
            N_("Taking the average for the answer where half the room says 1 and the other half 5."),
            N_("Rating what one would like to be."),
        ),
    ),
)

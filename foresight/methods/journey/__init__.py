"""Change journey: in which phases, and on which level, each topic makes itself felt."""

from foresight.core.methods import Exchange, Method, MethodCard
from foresight.core.words import N_
from foresight.methods.journey.model import Journey
from foresight.model.cards import Cards
from foresight.model.groups import Groups
from foresight.model.quotes import Quotes
from foresight.model.workshop import Workshop

METHOD = Method(
    id="journey",
    title=N_("Change journey"),
    purpose=N_("In which phases of a change each topic matters, and what to mind there."),
    group="ourselves",
    order=57,
    icon="journey",
    slices=(Journey, Cards, Groups, Quotes, Workshop),
    home_of=(Journey,),
    workspace=f"{__name__}.view:JourneyWorkspace",
    analyse=f"{__name__}.output:figures",
    findings=f"{__name__}.findings:findings",
    report=f"{__name__}.report:report",
    exchanges=(
        Exchange(
            id="journey-sheets",
            title=N_("Change journey sheets for the tables"),
            endings=(".pdf",),
            write=f"{__name__}.figure_sheet:write_sheets",
        ),
    ),
    card=MethodCard(
        minutes="30–45",
        say=(
            N_("Lay your cards where they belong: when in a change do they matter, and is it about the project, the "
               "system around it, or the culture?"),
            N_("A card may lie across several phases. Say so when it does: that is a finding, not a mistake."),
            N_("Afterwards each of you writes what to mind in the phases, for the topics that you know best."),
        ),
        steps=(
            N_("Export a sheet for each table (File menu) and print it: its cards, with boxes for levels and phases."),
            N_("Put up a matrix for each table: the phases across, project, system and culture down."),
            N_("The table places its chosen cards and stretches them over all phases in which they matter."),
            N_("Type the sheets in: a letter for the level, a digit for the first and one for the last phase."),
            N_("Show the matrix of all tables and talk about the cards that run through many phases."),
            N_("Hand out slips for individual answers: a code, a topic, a phase, a text, and a tick if it may be "
               "quoted."),
        ),
        mistakes=(
            N_("Forcing every card into one phase."),
            N_("Reading a hot cell as important: it says that many groups met there, not how much it matters."),
            N_("Names on the slips. A code is enough, and only what was ticked is quoted."),
        ),
    ),
)  # fmt: skip

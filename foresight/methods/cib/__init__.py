"""Cross-impact balances: which combinations of outcomes do not contradict each other."""

from foresight.core.methods import Command, Exchange, Method, MethodCard
from foresight.core.words import N_
from foresight.methods.cib.model import CrossImpact
from foresight.model.drivers import Drivers
from foresight.model.scenarios import Scenarios

METHOD = Method(
    id="cib",
    title=N_("Cross-impact"),
    purpose=N_("Which outcomes hold together? All combinations that do not contradict themselves, found one by one."),
    group="imagine",
    order=45,
    icon="matrix",
    slices=(CrossImpact, Drivers, Scenarios),
    home_of=(CrossImpact,),
    workspace=f"{__name__}.view:CrossImpactWorkspace",
    sections=f"{__name__}.report:sections",
    appendix=f"{__name__}.report_appendix:sections",
    analyse=f"{__name__}.summary:figures",
    exchanges=(
        Exchange(
            id="scw",
            title=N_("Project of ScenarioWizard"),
            endings=(".scw",),
            write=f"{__name__}.exchange_scw:write",
            read=f"{__name__}.exchange_scw:read",
        ),
        Exchange(
            id="solutions",
            title=N_("Combinations that hold together, for ScenarioWizard"),
            endings=(".sl",),
            write=f"{__name__}.exchange_sl:write",
        ),
        Exchange(
            id="kept",
            title=N_("Combinations to keep, from ScenarioWizard"),
            endings=(".sl",),
            read=f"{__name__}.exchange_sl:read",
        ),
        Exchange(
            id="impacts",
            title=N_("Cross-impact matrix"),
            endings=(".csv", ".xlsx"),
            write=f"{__name__}.exchange_matrix:write",
            read=f"{__name__}.exchange_matrix:read",
        ),
    ),
    commands=(
        Command(
            word="cib",
            purpose="list the combinations that hold together",
            run=f"{__name__}.command:run",
            options=f"{__name__}.command:options",
        ),
    ),
    card=MethodCard(
        minutes="90–180",
        say=(
            N_("We judge one pair at a time, and the computer keeps count of what follows from all of them together."),
            N_("Ask only about the direct influence: if this comes, does that become more likely or less?"),
            N_("What comes out are worlds without contradictions, not worlds that are likely."),
        ),
        steps=(
            N_("Choose five to eight descriptors, and for each two to four ways in which it may turn out."),
            N_("Divide the blocks of the matrix between the tables: −3 hinders strongly, 0 is nothing, +3 promotes."),
            N_("Write down the reason for every strong judgement, and how sure you are."),
            N_("Look at the combinations that hold together. Where one surprises the room, ask why it holds."),
            N_("Keep those that differ most, give them names, and tell them as scenarios."),
        ),
        mistakes=(
            N_("Judging indirect influences too: they are counted twice."),
            N_("Descriptors that say the same thing in other words."),
            N_("Changing judgements until a favourite world comes out."),
            N_("Taking the number of starting points that lead to a world for how likely it is."),
        ),
    ),
)

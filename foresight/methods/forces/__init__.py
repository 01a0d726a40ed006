"""Forces: weight of the past, push of the present, pull of the future; and what promotes and inhibits."""

from foresight.core.methods import Method, MethodCard
from foresight.core.words import N_
from foresight.methods.forces.model import Forces
from foresight.methods.forces.model_factors import Factors
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.missteps import Missteps
from foresight.model.quotes import Quotes
from foresight.model.ratings import Ratings
from foresight.model.scenarios import Scenarios
from foresight.model.trends import Trends

METHOD = Method(
    id="forces",
    title=N_("Forces"),
    purpose=N_("What weighs from the past, pushes now and draws from the future; what helps and what holds back."),
    group="ourselves",
    order=65,
    icon="forces",
    slices=(Drivers, Factors, Forces, Groups, Missteps, Quotes, Ratings, Scenarios, Trends),
    home_of=(Factors, Forces),
    workspace=f"{__name__}.view:ForcesWorkspace",
    sections=f"{__name__}.report:sections",
    report=f"{__name__}.report:report",
    analyse=f"{__name__}.numbers:figures",
    findings=f"{__name__}.findings:findings",
    card=MethodCard(
        minutes="30–90",
        say=(
            N_(
                "Three things decide which futures are within reach: what we drag along, what pushes now, what we want."
            ),
            N_("Think of one picture of the future, and of one field. The triangle is about that."),
            N_("The same thing can help one group and hold another back. Say how it is where you come from."),
        ),
        steps=(
            N_("Name the picture of the future that draws: what do people long for, and who paints it?"),
            N_("Collect what pushes now: numbers and trends that change things whether we like it or not."),
            N_("Collect what weighs: habits, rules, systems and interests that keep things as they are."),
            N_("Give each force a strength from 1 to 5, and look where the dot lies."),
            N_("Ask of each world how strong the forces are there: worlds should differ in all three corners."),
            N_(
                "Let the tables say of each factor whether it promotes, inhibits, both or neither; talk of the divided."
            ),
        ),
        mistakes=(
            N_("Reading the dot as a measurement: it shows what this room sees, and a force left out does not count."),
            N_("Several pictures of the future in one triangle."),
            N_("A weight that nobody would miss is easily named; ask what it has been good for."),
        ),
    ),
)

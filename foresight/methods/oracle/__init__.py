"""Oracle: questions to somebody who has seen the horizon year."""

from foresight.core.methods import Exchange, Method, MethodCard
from foresight.core.words import N_
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.oracle import Oracle
from foresight.model.quotes import Quotes
from foresight.model.scenarios import Scenarios
from foresight.model.workshop import Workshop

METHOD = Method(
    id="oracle",
    title=N_("Oracle"),
    purpose=N_("What we would ask somebody who has seen the future, and what each world answers."),
    group="imagine",
    order=50,
    icon="oracle",
    slices=(Drivers, Groups, Oracle, Quotes, Scenarios, Workshop),
    home_of=(Oracle,),
    workspace=f"{__name__}.view:OracleWorkspace",
    sections=f"{__name__}.report:sections",
    report=f"{__name__}.report:report",
    analyse=f"{__name__}.figures:figures",
    findings=f"{__name__}.findings:findings",
    exchanges=(
        Exchange(
            id="questions",
            title=N_("Questions to the oracle, one to a row"),
            endings=(".csv", ".xlsx"),
            write=f"{__name__}.exchange_table:write",
        ),
    ),
    card=MethodCard(
        minutes="20–30",
        say=(
            N_("You meet an oracle who lives in our horizon year and has seen how it went. What do you ask?"),
            N_("Ask what you would really want to know: the answer should matter for what we do now."),
        ),
        steps=(
            N_("Everybody writes one question a card, alone, for five minutes."),
            N_("Type the questions in and sort them into themes together with the room."),
            N_("Join the questions that are the same one; both askers stay on the card."),
            N_("Everybody gives three votes; count them on the cards."),
            N_("Take the questions with most votes into each world: what does the oracle answer there?"),
        ),
        mistakes=(
            N_("Letting the oracle forecast: there is one oracle for each world, and they disagree."),
            N_("Keeping only questions about technology: look for what nobody asked."),
            N_("Stopping at the questions: those with different answers are the uncertainties to work on."),
        ),
    ),
)

"""Commitments: what people take on at their own workplace, and what they ask others to help solve."""

from foresight.core.methods import Exchange, Method, MethodCard
from foresight.core.words import N_
from foresight.model.cards import Cards
from foresight.model.commitments import Commitments
from foresight.model.groups import Groups
from foresight.model.quotes import Quotes
from foresight.model.scenarios import Scenarios
from foresight.model.trends import Trends
from foresight.model.workshop import Workshop

METHOD = Method(
    id="commitments",
    title=N_("Commitments"),
    purpose=N_("What each of us takes on at work, who takes the gain out, and what we ask others to solve."),
    group="act",
    order=80,
    icon="commitments",
    slices=(Cards, Commitments, Groups, Quotes, Scenarios, Trends, Workshop),
    home_of=(Commitments,),
    workspace=f"{__name__}.view:CommitmentsWorkspace",
    sections=f"{__name__}.report:sections",
    appendix=f"{__name__}.report:appendix",
    report=f"{__name__}.report:report",
    findings=f"{__name__}.findings:findings",
    analyse=f"{__name__}.summary:figures",
    exchanges=(
        Exchange(
            id="calendar",
            title=N_("Calendar of the commitments"),
            endings=(".ics",),
            write=f"{__name__}.exchange_calendar:write",
        ),
        Exchange(
            id="commitments",
            title=N_("Commitments, one to a row"),
            endings=(".csv", ".xlsx"),
            write=f"{__name__}.exchange_tables:write",
        ),
        Exchange(
            id="asks",
            title=N_("Asks, one to a row"),
            endings=(".csv", ".xlsx"),
            write=f"{__name__}.exchange_tables:write_asks",
        ),
        Exchange(
            id="commitment-cards",
            title=N_("Commitments as cards to tear off, two to a page"),
            endings=(".pdf",),
            write=f"{__name__}.figure_cards:write_cards",
        ),
        Exchange(
            id="empty-commitment-cards",
            title=N_("Empty cards for commitments, to hand out"),
            endings=(".pdf",),
            write=f"{__name__}.figure_cards:write_empty",
        ),
    ),
    card=MethodCard(
        minutes="20–30",
        say=(
            N_("What will you take on at your own workplace, soon? Something you decide about yourself."),
            N_("What is the very first step, small enough for next week?"),
            N_("And what do you ask of others: what must be solved where you have no say?"),
        ),
        steps=(
            N_("Everybody writes one commitment alone: what, in which role, the first step, from when."),
            N_("In pairs: how would you see that it works, and who would take the gain out? Have you asked them?"),
            N_("Say what would count as a good misstep: tried, failed, and worth it for what was learnt."),
            N_("Each table gives in its asks; type them in, read them out, and let the room vote."),
            N_("Agree on the day you look again, and export the calendar before people leave."),
        ),
        mistakes=(
            N_("Commitments on behalf of others. What others should do is an ask."),
            N_("A gain that nobody at home has agreed to take out: ask before you count it."),
            N_("No date. What starts some time does not start."),
        ),
    ),
)

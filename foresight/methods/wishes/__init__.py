"""Wishes: one card, one wish, and what the day makes of it."""

from foresight.core.methods import Exchange, Method, MethodCard
from foresight.core.words import N_
from foresight.methods.wishes.model import Wishes
from foresight.model.commitments import Commitments
from foresight.model.groups import Groups
from foresight.model.scenarios import Scenarios
from foresight.model.workshop import Workshop

METHOD = Method(
    id="wishes",
    title=N_("Wishes"),
    purpose=N_("What everybody would have if they had one wish, and what the day makes of it."),
    group="prepare",
    order=15,
    icon="wishes",
    slices=(Commitments, Groups, Scenarios, Wishes, Workshop),
    home_of=(Wishes,),
    workspace=f"{__name__}.view:WishesWorkspace",
    report=f"{__name__}.report:report",
    findings=f"{__name__}.findings:findings",
    analyse=f"{__name__}.summary:figures",
    exchanges=(
        Exchange(
            id="empty-wish-cards",
            title=N_("Wish cards to hand out"),
            endings=(".pdf",),
            write=f"{__name__}.exchange_files:write_empty",
        ),
        Exchange(
            id="wish-cards",
            title=N_("Wishes on cards"),
            endings=(".pdf",),
            write=f"{__name__}.exchange_files:write_cards",
        ),
        Exchange(
            id="wishes",
            title=N_("Wishes, one to a row"),
            endings=(".csv", ".xlsx"),
            write=f"{__name__}.exchange_files:write",
        ),
    ),
    card=MethodCard(
        minutes="10–15",
        say=(
            N_("You have one wish for what we begin today. Not three: the one that matters most."),
            N_("Write it on the card as you come in, in words that somebody else can read out."),
        ),
        steps=(
            N_("Export empty cards (File menu), print them and hand them out at the door, one for each."),
            N_("Type the wishes in while people find their seats, with the number of the table in front."),
            N_("Sort them into themes by their digits, and show the wall when the day begins."),
            N_("At the end of the day say for each wish which commitment, ask or scenario takes it up."),
            N_("Read out those that nothing takes up: who carries them on?"),
        ),
        mistakes=(
            N_("Letting people write several wishes on a card: the choice is the point."),
            N_("Themes made before the wishes were read."),
            N_("Collecting wishes and never coming back to them."),
        ),
    ),
)

"""Dilemmas: topics with two statements that pull apart; where the room agrees, and where it does not."""

from foresight.core.methods import Exchange, Method, MethodCard
from foresight.core.words import N_
from foresight.model.cards import Cards
from foresight.model.groups import Groups
from foresight.model.oracle import Oracle
from foresight.model.quotes import Quotes
from foresight.model.workshop import Workshop

METHOD = Method(
    id="dilemmas",
    title=N_("Dilemmas"),
    purpose=N_("Which topics matter most here, and which of two statements describes them."),
    group="ourselves",
    order=55,
    icon="dilemma",
    slices=(Cards, Groups, Oracle, Quotes, Workshop),
    home_of=(Cards, Quotes),
    workspace=f"{__name__}.view:DilemmasWorkspace",
    sections=f"{__name__}.report:sections",
    analyse=f"{__name__}.analysis:figures",
    report=f"{__name__}.report_pages:pages",
    findings=f"{__name__}.findings:findings",
    exchanges=(
        Exchange(
            id="dilemma-cards",
            title=N_("Dilemma cards to cut out"),
            endings=(".pdf",),
            write=f"{__name__}.figure_cards:write_cards",
        ),
        Exchange(
            id="dilemma-sheets",
            title=N_("Dilemma sheets for the tables"),
            endings=(".pdf",),
            write=f"{__name__}.figure_cards:write_sheets",
        ),
    ),
    card=MethodCard(
        minutes="60–90",
        say=(
            N_("Every topic has two statements that pull apart. Both can be true: say which describes it best."),
            N_("Be quick. The disagreement is what we are looking for, not the right answer."),
            N_("You end with about fifteen cards, so some that matter will have to go."),
        ),
        steps=(
            N_("Export the cards and a sheet for each table (File menu), print and cut them, a deck for each table."),
            N_("Go through the cards category by category; each table nominates those that matter here."),
            N_("Each table lands on about fifteen cards."),
            N_("For each of them the table says which statement describes it best, both, or neither."),
            N_("Type the sheets in: one column a table, one key a card. The pictures follow."),
            N_("Show the most disputed topics, let both sides speak, and vote on those again."),
        ),
        mistakes=(
            N_("Counting cards that were nominated as if they were chosen: the rounds are kept apart."),
            N_("Spending the time where everybody agrees."),
            N_("Statements that do not pull apart, or of which one is plainly the right answer."),
        ),
    ),
)

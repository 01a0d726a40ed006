"""Scenarios: two axes, four worlds of equal standing."""

from foresight.core.methods import Method, MethodCard
from foresight.core.words import N_
from foresight.model.drivers import Drivers
from foresight.model.quotes import Quotes
from foresight.model.ratings import Ratings
from foresight.model.scenarios import Scenarios
from foresight.model.trends import Trends
from foresight.model.workshop import Workshop

METHOD = Method(
    id="scenarios",
    title=N_("Scenarios"),
    purpose=N_("Four different worlds at the horizon, none of them a forecast."),
    group="imagine",
    order=40,
    icon="scenarios",
    slices=(Drivers, Quotes, Ratings, Scenarios, Trends, Workshop),
    home_of=(Scenarios,),
    workspace=f"{__name__}.view:ScenariosWorkspace",
    sections=f"{__name__}.report:sections",
    making=f"{__name__}.report:making",
    analyse=f"{__name__}.analysis:figures",
    card=MethodCard(
        minutes="90–180",
        say=(
            N_("None of these worlds is a forecast, and none is the one we want. All of them could come."),
            N_("What matters much and nobody knows makes the axes. What is certain is true in all four worlds."),
            N_("Write as if you were there: the present tense, a place, somebody with a name."),
        ),
        steps=(
            N_("Choose two critical uncertainties as axes. Ask whether all four corners could happen."),
            N_("Say in a few words what each end of an axis looks like."),
            N_("Give one corner to each table: what becomes of every driver there?"),
            N_("Tell how the world came about, from today to the horizon, and give it a name."),
            N_("Ask each table who wins, who loses, and what their world asks of us."),
            N_("Compare: worlds that differ in few drivers must be told further apart."),
        ),
        mistakes=(
            N_("Axes that hang together, so that two corners are empty words."),
            N_("One good world, one bad, and two that nobody believes."),
            N_("A favourite: more words, a better name, a longer presentation."),
            N_("A story that stands still at the horizon and does not tell how it got there."),
        ),
    ),
)

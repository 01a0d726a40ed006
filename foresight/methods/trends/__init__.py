"""Trends: cards, ratings, impact x uncertainty map, radar."""

from foresight.core.methods import Exchange, Method, MethodCard
from foresight.core.words import N_
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.ratings import Ratings
from foresight.model.trends import Trends

METHOD = Method(
    id="trends",
    title=N_("Trends"),
    purpose=N_("What moves our world, how much it matters, how sure we are."),
    group="map",
    order=20,
    icon="trends",
    slices=(Drivers, Groups, Ratings, Trends),
    home_of=(Ratings, Trends),
    workspace=f"{__name__}.view:TrendsWorkspace",
    sections=f"{__name__}.report:sections",
    analyse=f"{__name__}.analysis:figures",
    exchanges=(
        Exchange(
            id="trends",
            title=N_("Trends, one to a row"),
            endings=(".csv", ".xlsx"),
            write=f"{__name__}.exchange:write",
            read=f"{__name__}.exchange:read",
        ),
    ),
    card=MethodCard(
        minutes="60–90",
        say=(
            N_("A trend is a direction of change that we can see today. We do not have to like it."),
            N_("Place it by how much it matters to us first, and only then by how sure we are where it goes."),
            N_("Where tables disagree is where the conversation is worth having."),
        ),
        steps=(
            N_("Collect trends, category by category, ten minutes each. A neutral title: no “more” or “less”."),
            N_("Look at the radar: which sectors are empty? Those are our blind spots."),
            N_("Keep the ten to fifteen that matter most, and put aside what says the same."),
            N_("Let each table rate impact and uncertainty on its own, before it sees the others."),
            N_("Look at the map together: start with the dots that have the largest crosses."),
            N_("Take the critical uncertainties along as axes of scenarios, and the givens into every scenario."),
        ),
        mistakes=(
            N_("Titles that already say which way it goes, so that nobody can rate the uncertainty."),
            N_("Rating how likely a trend is, instead of how uncertain its outcome is."),
            N_("Everything matters: if all dots lie at the right, ask what matters least."),
            N_("Only technology. The empty sectors hold the surprises."),
        ),
    ),
)

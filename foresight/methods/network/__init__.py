"""Driver network: how drivers act on each other."""

from foresight.core.methods import Exchange, Method, MethodCard
from foresight.core.words import N_
from foresight.methods.network.model import Network
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.judgements import Judgements
from foresight.model.ratings import Ratings
from foresight.model.trends import Trends

METHOD = Method(
    id="network",
    title=N_("Network"),
    purpose=N_("How drivers act on each other, and which ones move the rest."),
    group="map",
    order=30,
    icon="network",
    slices=(Drivers, Groups, Judgements, Network, Ratings, Trends),
    home_of=(Drivers, Judgements, Network),
    workspace=f"{__name__}.view:NetworkWorkspace",
    sections=f"{__name__}.report:sections",
    appendix=f"{__name__}.report_appendix:sections",
    analyse=f"{__name__}.summary:figures",
    exchanges=(
        Exchange(
            id="workbook",
            title=N_("Workbook to fill in: drivers, matrix and links"),
            endings=(".xlsx",),
            write=f"{__name__}.exchange_workbook:write",
            read=f"{__name__}.exchange_workbook:read",
            usual=(".xlsx",),
        ),
        Exchange(
            id="edges",
            title=N_("Links, one to a row"),
            endings=(".csv", ".xlsx"),
            write=f"{__name__}.exchange_links:write",
            read=f"{__name__}.exchange_links:read",
            usual=(".csv",),
        ),
        Exchange(
            id="matrix",
            title=N_("Matrix of drivers"),
            endings=(".csv", ".xlsx"),
            write=f"{__name__}.exchange_matrix:write",
            read=f"{__name__}.exchange_matrix:read",
        ),
        Exchange(
            id="graphml",
            title=N_("Graph for other programs"),
            endings=(".graphml",),
            write=f"{__name__}.exchange_graphml:write",
            read=f"{__name__}.exchange_graphml:read",
        ),
        Exchange(
            id="canvas",
            title=N_("Picture of the canvas"),
            endings=(".png", ".svg", ".pdf"),
            write=f"{__name__}.exchange_pictures:write_canvas",
            usual=(".png", ".svg", ".pdf"),
        ),
        Exchange(
            id="plane",
            title=N_("Picture of influence and dependence"),
            endings=(".png", ".svg", ".pdf"),
            write=f"{__name__}.exchange_pictures:write_plane",
        ),
    ),
    card=MethodCard(
        minutes="45–75",
        say=(
            N_("We ask one thing only: does this act directly on that? What goes through a third one comes by itself."),
            N_("A plus means the same direction, more gives more. A minus means the opposite."),
            N_("The picture is what this room believes. It is a good map for talking, not a measurement."),
        ),
        steps=(
            N_("Take 8 to 15 drivers, each so named that one can say more or less of it."),
            N_("Give each table some rows of the matrix: for each pair none, weak, moderate or strong, and the sign."),
            N_("Look at the plane together: which few move the rest, and which only follow?"),
            N_("Read two or three loops aloud. Does the room know them from its own work? Give them names."),
            N_("Ask of every loop: where could somebody break or turn it?"),
            N_("Ask what if: hold one driver up, and see which others the signs push up, down or both ways."),
        ),
        mistakes=(
            N_("Linking everything with everything: what is weak may be left out."),
            N_("Links that skip a step, so that the same influence counts twice."),
            N_("Drivers that hold their direction in the name, so that nobody knows what a plus means."),
            N_("Reading the sums as forecasts."),
        ),
    ),
)

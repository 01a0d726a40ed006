"""The map and the radar as pictures for slides and mails: figures with the names beside, copied or saved."""

from PySide6.QtWidgets import QWidget

from foresight.core.look import Look
from foresight.core.words import _
from foresight.kit.charts import FigureView
from foresight.methods.trends.view_lens import Lens
from foresight.model.ratings import Ratings

SIZE = 1120, 620
"""In pixels; a picture is saved at three times that, a drawing at any size."""


def picture(lens: Lens, parent: QWidget, *, of_radar: bool) -> FigureView:
    """The trends shown, on the radar or on the map (at the median of all groups), ready to be copied or saved."""
    document = lens.session.document
    table = lens.shown(document)

    def draw(width: float, height: float, look: Look) -> object:
        # The figures load reportlab, so they are imported when they are first drawn.
        from foresight.methods.trends.figure import rating_map, with_names
        from foresight.methods.trends.figure_radar import trend_radar

        if of_radar:
            return with_names(lambda w, h, look: trend_radar(table, w, h, look), table, width, height, look)
        lines = document[Ratings]
        return with_names(lambda w, h, look: rating_map(table, lines, w, h, look), table, width, height, look)

    made = FigureView(_("Trend radar") if of_radar else _("Map of impact and uncertainty"))
    made.setParent(parent)
    made.hide()
    made.resize(*SIZE)
    made.show_figure(draw, "; ".join(f"{row.number} {row.trend.title}" for row in table))
    return made

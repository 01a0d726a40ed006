"""Trends in the brief: the forces of change, on the map and on the radar, with every number named."""

from collections.abc import Iterable, Sequence
from functools import partial

from foresight.core.brief import Block, Cell, Columns, Heading, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import _, ngettext, number
from foresight.methods.trends.analysis import Measure, Row, blind_spots, by_zone, raters, rows
from foresight.methods.trends.dots import CROSSES
from foresight.methods.trends.figure import rating_map
from foresight.methods.trends.figure_radar import trend_radar
from foresight.model.ratings import ZONES, Ratings, Zone
from foresight.model.trends import CATEGORIES, RINGS

TOP = 5
"""How many critical uncertainties, and how many givens, have their figures printed."""
TOPS: tuple[Zone, ...] = ("critical", "given")
LISTED = 40
"""Up to so many trends each has a line of its own in the list; of more, the most important come first."""
LOWEST, HEAD = 8.0, 1.5
"""How high a column of the list is at least before another begins, and how high a heading is, in lines."""
PICTURED = 60
"""With more trends than this the map needs the whole width, and there is no room for the radar."""


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """The forces of change, from four pages on; nothing while there are no trends."""
    table = rows(document)
    if not table or pages < 4:
        return ()
    said = " ".join(sentence for sentence in (_counted(document, table), _explained(document, table)) if sentence)
    blocks = [Text(said, "small"), *_pictures(document, table, with_radar=pages == 8), *_list(table, run_on=pages < 8)]
    if warning := blind_spots(document):
        blocks.append(Text(warning, "note"))
    return (Section(_("Forces of change"), "forces", tuple(blocks), order=10, sizes=frozenset((4, 8))),)


def _counted(document: Document, table: Sequence[Row]) -> str:
    """How many trends, and who rated them."""
    said = ngettext("{n} trend", "{n} trends", len(table)).format(n=len(table))
    by = raters(document)
    if not by:
        return _("{trends}, not rated yet.").format(trends=said)
    return ngettext("{trends}, rated by {n} group.", "{trends}, rated by {n} groups.", by).format(trends=said, n=by)


def _explained(document: Document, table: Sequence[Row]) -> str:
    """How to read the map, and what is not on it."""
    by, said = raters(document), []
    if not by:
        return ""
    if by > 1:
        said.append(_("Each dot lies at the median of the groups."))
    if by > 1 and len(table) - len(by_zone(table, None)) <= CROSSES:
        said.append(_("Crosses, and figures in brackets, span the middle half of their ratings."))
    elif by > 1:
        said.append(_("Figures in brackets span the middle half of their ratings."))
    if unrated := len(by_zone(table, None)):
        said.append(
            ngettext("{n} trend is not rated yet.", "{n} trends are not rated yet.", unrated).format(n=unrated)
        )  # fmt: skip
    return " ".join(said)


def _pictures(document: Document, table: Sequence[Row], *, with_radar: bool) -> tuple[Block, ...]:
    """The map, the radar beside it where it is wanted, and the figures of what matters most."""
    is_rated = any(row.standing for row in table)
    shown: list[tuple[Block, ...]] = []
    if is_rated:
        shown.append((_map(document, table),))
    if with_radar and len(table) <= PICTURED and any(row.trend.ring for row in table):
        shown.append((_radar(table),))
    tops = tuple(top for zone in TOPS if (top := _top(table, zone)))
    if len(shown) == 1 and tops and len(table) <= PICTURED:
        return (Columns((*shown, tuple(block for top in tops for block in top)), widths=(1.1, 1)),)
    return tuple(Columns(columns) for columns in (tuple(shown), tops) if columns)


def _map(document: Document, table: Sequence[Row]) -> Picture:
    words = "; ".join(
        f"{_(name)}: {', '.join(str(row.number) for row in by_zone(table, zone))}"
        for zone, name in ZONES.items()
        if by_zone(table, zone)
    )
    rated = [row for row in table if row.standing]
    return Picture(
        partial(rating_map, table, document[Ratings]),
        _square,
        alt=_("Impact and uncertainty of the trends. {zones}.").format(zones=words),
        twin=Table(
            (_("No."), _("Trend"), _("Zone"), _("Impact"), _("Uncertainty"), _("n")),
            tuple((str(row.number), row.trend.title, *_zone_and_figures(row)) for row in rated),
            widths=(1, 6, 4, 3, 3, 1),
            numeric=frozenset((0, 5)),
        ),
        shrinks_to=0.8,
    )


def _radar(table: Sequence[Row]) -> Picture:
    on_it = [row for row in table if row.trend.ring]
    words = "; ".join(
        f"{_(name)}: {', '.join(str(row.number) for row in on_it if row.trend.ring == ring)}"
        for ring, name in RINGS.items()
        if any(row.trend.ring == ring for row in on_it)
    )
    return Picture(
        partial(trend_radar, table),
        _square,
        alt=_("Trend radar. {rings}.").format(rings=words),
        twin=Table(
            (_("No."), _("Trend"), _("Category"), _("Ring")),
            tuple(
                (str(row.number), row.trend.title, _(CATEGORIES[row.trend.category]), _(RINGS[row.trend.ring]))
                for row in on_it
                if row.trend.ring
            ),
            widths=(1, 6, 3, 3),
            numeric=frozenset((0,)),
        ),
        caption=_moves(on_it),
    )


def _moves(on_it: Sequence[Row]) -> str:
    """What the signs of new and moved trends mean; "" when there are none."""
    statuses = {row.trend.status for row in on_it}
    said = [_("Double rim: new since last time.")] if "new" in statuses else []
    if statuses & {"moved in", "moved out"}:
        said.append(_("Pointer: has moved inwards or outwards."))
    return " ".join(said)


def _square(width: float) -> float:
    """A little higher than wide, for the words below; at most a good half of the page."""
    return min(width + 10, 380)


def _zone_and_figures(row: Row) -> tuple[str, str, str, str]:
    zone = _(ZONES[row.zone]) if row.zone else ""
    return zone, _scores(row.impact), _scores(row.uncertainty), str(row.standing.n if row.standing else 0)


def _scores(found: Measure | None) -> str:
    """The median, and the quartiles where they differ: "4 (3.5–5)"."""
    if found is None:
        return "–"
    if found.spread == 0:
        return number(found.median)
    return f"{number(found.median)}\u00a0({number(found.lower)}–{number(found.upper)})"


def _top(table: Sequence[Row], zone: Zone) -> tuple[Block, ...]:
    """The first few of a zone with their figures; nothing for an empty zone."""
    found = by_zone(table, zone)
    if not found:
        return ()
    shown = tuple(
        (f"{row.number} {row.trend.title}", *_zone_and_figures(row)[1:]) for row in found[:TOP]
    )  # fmt: skip
    head = (_(ZONES[zone]), _("Impact"), _("Uncertainty"), _("n"))
    part = Table(head, shown, widths=(6, 2, 3, 1), numeric=frozenset((1, 2, 3)), small=True)
    more = len(found) - len(shown)
    if not more:
        return (part,)
    left = ngettext("{n} more in this zone.", "{n} more in this zone.", more).format(n=more)
    return (part, Text(left, "note"))


def _list(table: Sequence[Row], *, run_on: bool) -> tuple[Block, ...]:
    """Every number with its name: by category, a line each; or by zone and run on, when there are many.

    Where room is short (``run_on``) those whose figures stand above are not named again.
    """
    if run_on and len(table) <= LISTED:
        return _rest(table)
    if len(table) > LISTED:
        zones: tuple[tuple[Zone | None, ...], ...] = (("critical", "watch"), ("given", "drop", None))
        lengths = [sum(len(row.trend.title) + 8 for zone in part for row in by_zone(table, zone)) for part in zones]
        evenly = tuple(min(max(length / sum(lengths), 0.3), 0.7) for length in lengths)
        return (Columns(tuple(_run_on(table, part) for part in zones), widths=evenly),)
    columns = _in_columns(table, 3)
    widths = (1.0, 30 / len(columns) - 1)
    tables = (
        tuple(Table(("", name), lines, widths, numeric=frozenset((0,)), small=True) for name, lines in column)
        for column in columns
    )
    return (Columns(tuple(tables)),)


def _rest(table: Sequence[Row]) -> tuple[Block, ...]:
    """The trends that the figures of the top ones do not name, by zone in running text."""
    zones: tuple[Zone | None, ...] = (*ZONES, None)
    held = [(zone, by_zone(table, zone)[TOP if zone in TOPS else 0 :]) for zone in zones]
    lines = tuple(
        (Cell(_(ZONES[zone]) if zone else _("Not rated yet"), bold=True), _names(rows)) for zone, rows in held if rows
    )
    return (Table(("", ""), lines, widths=(1.3, 6), small=True),)


def _names(rows: Iterable[Row]) -> str:
    return " · ".join(f"{row.number}\u00a0{row.trend.title}" for row in rows)


def _run_on(table: Sequence[Row], zones: Iterable[Zone | None]) -> tuple[Block, ...]:
    """The trends of these zones in running text, each under the name of its zone."""
    blocks: list[Block] = []
    for zone in zones:
        if found := by_zone(table, zone):
            blocks += [Heading(_(ZONES[zone]) if zone else _("Not rated yet")), Text(_names(found), "small")]
    return tuple(blocks)


Lines = tuple[tuple[str, str], ...]


def _in_columns(table: Sequence[Row], columns: int) -> list[list[tuple[str, Lines]]]:
    """The trends by category, in at most so many columns, as even as can be; a category may go on in the next."""
    entries = [
        (_(name), row) for category, name in CATEGORIES.items() for row in table if row.trend.category == category
    ]
    limit = LOWEST
    while len(found := _filled(entries, limit)) > columns:
        limit += 0.5
    return found


def _filled(entries: Sequence[tuple[str, Row]], limit: float) -> list[list[tuple[str, Lines]]]:
    """Columns of at most ``limit`` lines, headings included."""
    found: list[list[tuple[str, Lines]]] = []
    high = limit
    for name, row in entries:
        line, height = (str(row.number), row.trend.title), 1 + len(row.trend.title) // 34 * 0.7
        goes_on = bool(found) and found[-1][-1][0] == name
        high += height if goes_on else height + HEAD
        if high > limit:
            found.append([(name, (line,))])
            high = height + HEAD
        elif goes_on:
            found[-1][-1] = (name, (*found[-1][-1][1], line))
        else:
            found[-1].append((name, (line,)))
    return found

"""Scenarios in the brief: the cross at a glance, each world with the same fields in the same space, a comparison."""

from functools import partial

from foresight.core.brief import Block, Bullets, Cell, Columns, Heading, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import N_, _, ngettext, quoted
from foresight.methods.scenarios.analysis import chosen_events, compared_drivers, differences, state_in
from foresight.methods.scenarios.axes import axis_name, pole
from foresight.methods.scenarios.figure import corner_of, cross, cross_height
from foresight.methods.scenarios.figure_world import indicators, indicators_height, locator, timeline, timeline_height
from foresight.model.scenarios import DriverState, Scenario, Scenarios, display_name, letter, sign
from foresight.model.workshop import Workshop

WIDTH, SIDE = 482, 120
"""The widths of a page and of the column beside a narrative in points, from which heights are reckoned."""

MOVES = {-2: N_("sharply down"), -1: N_("down"), 0: N_("as today"), 1: N_("up"), 2: N_("sharply up")}
"""Directions in words."""
ARROWS = {-1: "down", 1: "up"}


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """At a glance, compare, and from four pages on the worlds themselves; nothing while there is no scenario."""
    held = document[Scenarios].scenarios
    if not held:
        return ()
    worlds = tuple(_world(document, index) for index in range(len(held))) if pages > 2 else ()
    return (_glance(document), *worlds, *_compare(document))


def _glance(document: Document) -> Section:
    horizon = document[Workshop].horizon
    names = [(display_name(document, item.id), item.tagline) for item in document[Scenarios].scenarios]
    told = "; ".join(f"{name}: {tagline}" if tagline else name for name, tagline in names)
    picture = Picture(
        partial(cross, document),
        cross_height(document, WIDTH),
        alt=_("The scenarios and where they lie on the cross. {worlds}").format(worlds=told),
        twin=Table(
            (_("Scenario"), _("Tagline"), _("Where it lies")),
            tuple(
                (Cell(display_name(document, item.id), bold=True), item.tagline, _poles(document, item))
                for item in document[Scenarios].scenarios
            ),
            widths=(2, 3, 2),
        ),
    )
    title = ngettext("{n} world in {year}", "{n} worlds in {year}", len(names)).format(n=len(names), year=horizon)
    return Section(title, "glance", (picture,), order=20, bookmark=_("Scenarios"))


def _poles(document: Document, scenario: Scenario) -> str:
    """Which poles it lies at, such as "Trust: low · Change: much"."""
    part = document[Scenarios]
    found = []
    for axis, text in ((part.x_axis, pole(document, scenario, "x")), (part.y_axis, pole(document, scenario, "y"))):
        name = axis_name(document, axis)
        if text:
            found.append(f"{name}: {text}" if name else text)
    return " · ".join(found)


def _world(document: Document, index: int) -> Section:
    scenario = document[Scenarios].scenarios[index]
    token, mark, _hollow = sign(index)
    blocks: list[Block] = [Text(scenario.tagline, "lead")] if scenario.tagline else []
    if where := _poles(document, scenario):
        blocks.append(Text(where, "small"))
    narrative, side = Text(scenario.narrative), _side(document, index)
    if side:
        blocks.append(Columns(((narrative,) if scenario.narrative else (), side), widths=(WIDTH - SIDE, SIDE)))
    elif scenario.narrative:
        blocks.append(narrative)
    if meaning := _meaning(scenario):
        blocks.append(Columns(meaning))
    if scenario.quote:
        blocks.append(Text(quoted(scenario.quote), "quote"))
    return Section(
        display_name(document, scenario.id),
        "worlds",
        tuple(blocks),
        order=index,
        accent=token,
        mark=mark,
        sizes=frozenset((4, 8)),
    )


def _side(document: Document, index: int) -> tuple[Block, ...]:
    """What stands beside the narrative: place, three events, indicators."""
    scenario = document[Scenarios].scenarios[index]
    name = display_name(document, scenario.id)
    blocks: list[Block] = []
    if corner_of(scenario):
        alt = _("Where {name} lies on the cross.").format(name=name)
        blocks.append(Picture(partial(locator, scenario, index), 40, alt))
    if events := chosen_events(scenario.timeline):
        alt = _("Timeline: {events}.").format(events="; ".join(f"{event.year} {event.text}" for event in events))
        twin = Table((_("Year"), _("Event")), tuple((str(event.year), event.text) for event in events), (1, 4))
        height = timeline_height(events, SIDE)
        blocks += [Heading(_("On the way")), Picture(partial(timeline, events, index), height, alt, twin=twin)]
    if items := scenario.indicators:
        moves = [(item.text, _(MOVES[item.direction])) for item in items]
        alt = _("Indicators: {items}.").format(items="; ".join(f"{text} {move}" for text, move in moves))
        twin = Table((_("Indicator"), _("Direction")), tuple(moves), (3, 1))
        height = indicators_height(items, SIDE)
        blocks += [Heading(_("Indicators")), Picture(partial(indicators, items, index), height, alt, twin=twin)]
    return tuple(blocks)


def _meaning(scenario: Scenario) -> tuple[tuple[Block, ...], ...]:
    """Who wins and loses, what it asks of us, how we notice: one column each, blank ones dropped."""
    told = (
        (_("Winners"), Text(scenario.winners, "small")),
        (_("Losers"), Text(scenario.losers, "small")),
        (_("What it asks of us"), Text(scenario.implications, "small")),
    )
    columns: list[tuple[Block, ...]] = [(Heading(title), text) for title, text in told if text.text]
    if scenario.signposts:
        columns.append((Heading(_("Signposts")), Bullets(scenario.signposts)))
    return tuple(columns)


def _compare(document: Document) -> tuple[Section, ...]:
    """The worlds side by side; nothing for a single one or while nothing is said to compare."""
    held = document[Scenarios].scenarios
    rows = (*_axis_rows(document), *_driver_rows(document))
    if len(held) < 2 or not rows:
        return ()
    blocks: list[Block] = []
    if len(held) > 4:
        key = [f"{letter(index)} {display_name(document, item.id)}" for index, item in enumerate(held)]
        blocks.append(Text(" · ".join(key), "small"))
        heads = [letter(index) for index in range(len(held))]
    else:
        heads = [display_name(document, item.id) for item in held]
    widths = (1.5, *(1.0 for _each in held))
    blocks.append(Table((_("Driver"), *heads), rows, widths, small=True))
    blocks.append(Text(_key(document), "note"))
    return (Section(_("The worlds compared"), "compare", tuple(blocks), order=10),)


def _axis_rows(document: Document) -> list[tuple[Cell | str, ...]]:
    """The poles of the axes that are no driver."""
    part = document[Scenarios]
    rows: list[tuple[Cell | str, ...]] = []
    for axis, which in ((part.x_axis, "x"), (part.y_axis, "y")):
        texts = [pole(document, item, "x" if which == "x" else "y") for item in part.scenarios]
        if axis.driver is None and any(texts):
            rows.append((Cell(axis.name, bold=True), *(text or "–" for text in texts)))
    return rows


def _driver_rows(document: Document) -> list[tuple[Cell | str, ...]]:
    """The drivers of which some scenario says something."""
    rows: list[tuple[Cell | str, ...]] = []
    for driver in compared_drivers(document):
        states = [state_in(document, item, driver.id) for item in document[Scenarios].scenarios]
        if any(states):
            rows.append((Cell(driver.title, bold=True), *(_cell(state) for state in states)))
    return rows


def _cell(state: DriverState | None) -> Cell:
    if state is None:
        return Cell("–")
    if state.direction is None:
        return Cell(state.text)
    return Cell(state.text or _(MOVES[state.direction]), mark=ARROWS.get(state.direction, ""))


def _key(document: Document) -> str:
    """What the arrows mean, and how far the two worlds differ that are most alike."""
    arrows = _("Arrow up or down: more or less than today. –: not said.")
    known = [(each.share, each) for each in differences(document) if each.share is not None]
    if not known:
        return arrows
    _share, least = min(known, key=lambda pair: pair[0])
    alike = ngettext(
        "Most alike are {first} and {second}: they differ in {differing} of {n} driver.",
        "Most alike are {first} and {second}: they differ in {differing} of {n} drivers.",
        least.compared,
    ).format(
        first=display_name(document, least.first),
        second=display_name(document, least.second),
        differing=least.differing,
        n=least.compared,
    )
    return f"{arrows} {alike}"

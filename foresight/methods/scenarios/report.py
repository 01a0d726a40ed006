"""Scenarios in the brief: the cross at a glance, each world with the same fields in the same space, a comparison."""

from functools import partial
from itertools import zip_longest

from foresight.core.brief import Block, Cell, Columns, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import N_, _, ngettext, quoted
from foresight.methods.scenarios.analysis import chosen_events, compared_drivers, most_alike, state_in
from foresight.methods.scenarios.axes import axes_are_dependent, axis_name, overruled, pole, where
from foresight.methods.scenarios.figure import corner_of, cross, cross_height
from foresight.methods.scenarios.figure_world import indicators, indicators_height, locator, timeline, timeline_height
from foresight.model.quotes import beside
from foresight.model.scenarios import DriverState, Scenario, Scenarios, display_name, letter, sign
from foresight.model.workshop import Workshop

WIDTH, SIDE = 491, 152
"""The widths of a page and of the column beside a narrative in points."""
INDICATORS, SIGNPOSTS = 3, 3
"""How many of them a world shows in the brief."""
SHEET_SIGNPOSTS = 5
"""How many of all worlds a single sheet shows."""
CROSS = 4.0
"""The weight of the cross: the cover is not cut there."""
QUOTES = 2
"""What was said in the room about the worlds, beside their cross."""
QUOTED = 1000
"""A narrative with more characters leaves no room for a quote."""

MOVES = {-2: N_("sharply down"), -1: N_("down"), 0: N_("as today"), 1: N_("up"), 2: N_("sharply up")}
"""Directions in words."""
ARROWS = {-1: "down", 1: "up"}


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """At a glance, compare, and from four pages on the worlds themselves; nothing while there is no scenario."""
    held = document[Scenarios].scenarios
    if not held:
        return ()
    worlds = tuple(_world(document, index) for index in range(len(held))) if pages > 2 else ()
    signposts = _signposts(document) if pages == 2 else ()
    return (_glance(document, pages), *worlds, *_compare(document, pages), *signposts)


def making(document: Document) -> tuple[str, ...]:
    """Why the team took axes that hang together, if it did; for how the brief was made."""
    part, why = document[Scenarios], overruled(document)
    if not why or not axes_are_dependent(document):
        return ()
    said = _("{x} and {y} hang together and were taken as axes all the same, because: {why}")
    names = {"x": quoted(axis_name(document, part.x_axis)), "y": quoted(axis_name(document, part.y_axis))}
    return (said.format(**names, why=why),)


def _glance(document: Document, pages: int) -> Section:
    """The cross; in the long brief with what the room said about the worlds, where there is room for it."""
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
                (Cell(display_name(document, item.id), bold=True), item.tagline, where(document, item))
                for item in document[Scenarios].scenarios
            ),
            widths=(2, 3, 2),
        ),
    )
    title = ngettext("{n} world in {year}", "{n} worlds in {year}", len(names)).format(n=len(names), year=horizon)
    said = beside(document, [item.id for item in document[Scenarios].scenarios], QUOTES) if pages == 8 else ()
    blocks, gist = ((picture, Columns(said)), (picture,)) if said else ((picture,), ())
    return Section(title, "glance", blocks, order=20, weight=CROSS, bookmark=_("Scenarios"), gist=gist)


def _world(document: Document, index: int) -> Section:
    """A world in half a page: story and way there side by side, what it means in a row below."""
    scenario = document[Scenarios].scenarios[index]
    story: list[Block] = [Text(scenario.tagline, "lead"), Text(scenario.narrative)]
    if _room_for_quotes(document):
        story.append(Text(scenario.quote, "quote"))
    blocks: list[Block] = [Columns((tuple(story), _side(document, index)), widths=(WIDTH - SIDE, SIDE))]
    if meaning := _meaning(scenario):
        blocks.append(meaning)
    return Section(
        display_name(document, scenario.id),
        "worlds",
        tuple(blocks),
        order=index,
        accent=sign(index)[0],
        mark=_mark(index),
        emblem=_emblem(document, index),
        sizes=frozenset((4, 8)),
    )


def _mark(index: int) -> str:
    _token, mark, hollow = sign(index)
    return f"hollow {mark}" if hollow else mark


def _room_for_quotes(document: Document) -> bool:
    """Whether every world leaves room for its quote: all show one or none does."""
    return all(len(scenario.narrative) <= QUOTED for scenario in document[Scenarios].scenarios)


def _emblem(document: Document, index: int) -> Picture | None:
    """Where the world lies on the cross."""
    scenario = document[Scenarios].scenarios[index]
    if not corner_of(scenario):
        return None
    alt = _("Where {name} lies on the cross.").format(name=display_name(document, scenario.id))
    return Picture(partial(locator, scenario, index), SIDE, f"{alt} {where(document, scenario)}")


def _side(document: Document, index: int) -> tuple[Block, ...]:
    """What stands beside the narrative: the poles it lies at, three events, three indicators."""
    scenario = document[Scenarios].scenarios[index]
    poles = [text for text in (pole(document, scenario, "y"), pole(document, scenario, "x")) if text]
    blocks: list[Block] = [Text(" · ".join(poles), "small")] if poles else []
    if events := chosen_events(scenario.timeline):
        alt = _("Timeline: {events}.").format(events="; ".join(f"{event.year} {event.text}" for event in events))
        twin = Table((_("Year"), _("Event")), tuple((str(event.year), event.text) for event in events), (1, 4))
        height = partial(timeline_height, events)
        blocks.append(Picture(partial(timeline, events, index), height, alt, twin=twin))
    if items := scenario.indicators[:INDICATORS]:
        moves = [(item.text, _(MOVES[item.direction])) for item in items]
        alt = _("Indicators: {items}.").format(items="; ".join(f"{text} {move}" for text, move in moves))
        twin = Table((_("Indicator"), _("Direction")), tuple(moves), (3, 1))
        height = partial(indicators_height, items)
        blocks.append(Picture(partial(indicators, items, index), height, alt, twin=twin))
    return tuple(blocks)


def _meaning(scenario: Scenario) -> Table | None:
    """Who wins and loses, what it asks of us, how we notice: one column each, blank ones dropped."""
    told = [
        (_("Winners"), scenario.winners, 1.0),
        (_("Losers"), scenario.losers, 1.0),
        (_("What it asks of us"), scenario.implications, 1.15),
        (_("Signposts"), "\n".join(scenario.signposts[:SIGNPOSTS]), 1.5),
    ]
    held = [(title, text, width) for title, text, width in told if text]
    if not held:
        return None
    titles, texts, widths = zip(*held, strict=True)
    return Table(titles, (texts,), widths, small=True)


def _compare(document: Document, pages: int) -> tuple[Section, ...]:
    """The worlds side by side, without words where there are directions if the brief is short or the page is full.

    Nothing for a single world or while nothing is said to compare.
    """
    if len(document[Scenarios].scenarios) < 2 or not _compared(document, brief=True):
        return ()
    whole, gist = _compared(document, brief=pages < 8), _compared(document, brief=True) if pages == 8 else ()
    return (Section(_("The worlds compared"), "compare", whole, order=10, weight=4, gist=gist),)


def _compared(document: Document, *, brief: bool) -> tuple[Block, ...]:
    held = document[Scenarios].scenarios
    rows = (*_axis_rows(document), *_driver_rows(document, brief))
    if not rows:
        return ()
    blocks: list[Block] = [Text(_key(document), "small")]
    if len(held) > 4:
        key = [f"{letter(index)} {display_name(document, item.id)}" for index, item in enumerate(held)]
        blocks.append(Text(" · ".join(key), "small"))
        heads = [letter(index) for index in range(len(held))]
    else:
        heads = [display_name(document, item.id) for item in held]
    widths = (2.0 if brief else 1.1, *(1.0 for _each in held))
    return (*blocks, Table((_("Driver"), *heads), rows, widths, small=True))


def _signposts(document: Document) -> tuple[Section, ...]:
    """On a single sheet, where the worlds have no room of their own: the first signs of each of them."""
    held = document[Scenarios].scenarios
    in_turn = zip_longest(*(item.signposts for item in held))
    told = [(index, text) for row in in_turn for index, text in enumerate(row) if text][:SHEET_SIGNPOSTS]
    if not told:
        return ()
    rows = tuple(
        (text, Cell(display_name(document, held[index].id), mark=_mark(index))) for index, text in sorted(told)
    )
    table = Table((_("If we see this"), _("we may be on the way to")), rows, (3, 1.4), small=True)
    return (Section(_("Signposts"), "act", (table,), order=5, sizes=frozenset((2,))),)


def _axis_rows(document: Document) -> list[tuple[Cell | str, ...]]:
    """The poles of the axes that are no driver."""
    part = document[Scenarios]
    rows: list[tuple[Cell | str, ...]] = []
    for axis, which in ((part.x_axis, "x"), (part.y_axis, "y")):
        texts = [pole(document, item, "x" if which == "x" else "y") for item in part.scenarios]
        if axis.driver is None and any(texts):
            rows.append((Cell(axis.name, bold=True), *(text or "–" for text in texts)))
    return rows


def _driver_rows(document: Document, brief: bool) -> list[tuple[Cell | str, ...]]:
    """The drivers of which some scenario says something."""
    rows: list[tuple[Cell | str, ...]] = []
    for driver in compared_drivers(document):
        states = [state_in(document, item, driver.id) for item in document[Scenarios].scenarios]
        if any(states):
            rows.append((Cell(driver.title, bold=True), *(_cell(state, brief) for state in states)))
    return rows


def _cell(state: DriverState | None, brief: bool) -> Cell:
    if state is None:
        return Cell("–")
    if state.direction is None:
        return Cell(state.text)
    text = "" if brief else state.text
    return Cell(text or _(MOVES[state.direction]), mark=ARROWS.get(state.direction, ""))


def _key(document: Document) -> str:
    """What the arrows mean, and how far the two worlds differ that are most alike."""
    arrows = _("Arrow up or down: more or less than today. –: not said.")
    return f"{arrows} {most_alike(document)}".strip()

"""How drivers connect, in the brief: the plane, the strongest links, two loops in a sentence each, what is left out."""

from collections.abc import Iterator, Sequence
from functools import partial

from foresight.core.brief import Block, Box, Columns, Heading, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import _, listed, ngettext, quoted
from foresight.methods.network.analysis import ROLES, parts, roles_in_words, strongest, weightiest
from foresight.methods.network.figure import plane
from foresight.methods.network.figure_links import network
from foresight.methods.network.loops import Loop, Loops, find_loops, labels, sentence
from foresight.methods.network.matrix import counted
from foresight.methods.network.model import Network, loop_names, turned
from foresight.methods.network.ranking import displaced, explained, ranking
from foresight.model.drivers import DELAYS, SIGNS, STRENGTHS, Driver, Drivers

TOLD = 2
"""Loops told in the brief."""
NAMED = 4
"""Drivers of a kind named in its first lines."""
SHOWN = 15
"""Drivers in a picture at most."""


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """The connections of the drivers, in a brief of 8 pages; nothing while there is no link at work."""
    if pages < 8 or not counted(document):
        return ()
    found = find_loops(document)
    blocks: tuple[Block, ...] = (
        *_roles(document, found),
        _plane(document),
        _network(document),
        *_loops(document, found),
        *_left_out(document, found),
    )
    return (Section(_("How drivers connect"), "connections", blocks, order=10, sizes=frozenset((8,))),)


def _roles(document: Document, found: Loops) -> tuple[Text, ...]:
    """Who drives and who is critical, by name; that effects come back is said only of drivers that are in a loop."""
    held = parts(document)
    circular = {driver for loop in found.loops for driver in loop.drivers}
    driving = [d for d in document[Drivers].drivers if held[d.id].role == "driving"]
    critical = [d for d in document[Drivers].drivers if held[d.id].role == "critical"]
    back = [d for d in critical if d.id in circular]
    sentences = (
        _named(driving, _("Most of the movement comes from {drivers}.")),
        _named(
            back,
            ngettext(
                "{drivers} both moves others and is moved: what is done there comes back.",
                "{drivers} both move others and are moved: what is done there comes back.",
                len(back),
            ),
        ),
        _named(
            [d for d in critical if d not in back],
            ngettext(
                "{drivers} both moves others and is moved.",
                "{drivers} both move others and are moved.",
                len(critical) - len(back),
            ),
        ),
    )
    text = " ".join(filter(None, (*sentences, _climber(document))))
    return (Text(text),) if text else ()


def _climber(document: Document) -> str:
    """Who climbs most when paths count, and why; "" when nobody climbs."""
    found = ranking(document)
    side = found.influence
    climbers = [found.ids[at] for at in displaced(found) if side.climb(at) > 0 and side.indirect[at]]
    return explained(document, climbers[0]) if climbers else ""


def _named(drivers: Sequence[Driver], template: str) -> str:
    """The template with the first few of these drivers, "" when there are none."""
    return template.format(drivers=listed([quoted(driver.title) for driver in drivers[:NAMED]])) if drivers else ""


def _plane(document: Document) -> Picture:
    held = parts(document)
    shown = set(weightiest(held, SHOWN))
    rows = tuple(
        (str(number), driver.title, str(part.influence), str(part.dependence), _(ROLES[part.role]))
        for number, (driver, part) in enumerate(zip(document[Drivers].drivers, held.values(), strict=True), 1)
        if driver.id in shown
    )
    head = (_("No."), _("Driver"), _("Influence"), _("Dependence"), _("Role"))
    return Picture(
        partial(plane, document, most=SHOWN),
        215,
        alt=_("Influence and dependence of {n} drivers. {roles}").format(n=len(rows), roles=roles_in_words(document)),
        caption=" ".join(_plane_explained(document, len(rows), len(held))),
        twin=Table(head, rows, (0.5, 4, 1, 1, 2), frozenset((0, 2, 3))),
    )


def _plane_explained(document: Document, shown: int, count: int) -> Iterator[str]:
    """What is shown of all, what the axes are, and what the arrows are if there are any."""
    if shown < count:
        yield _("The {n} of {count} drivers with most influence and dependence; the means are those of all.").format(
            n=shown, count=count
        )
    yield _("Influence: the strengths of all links from a driver, added. Dependence: of all links to it.")
    if ranking(document).power:
        yield _("Arrows lead to where a driver stands when paths through others count too.")


def _network(document: Document) -> Picture:
    drivers, links = strongest(document, SHOWN)
    titles = {driver.id: driver.title for driver in document[Drivers].drivers}
    rows = tuple(
        (titles[li.source], titles[li.target], _(SIGNS[li.sign]), _(STRENGTHS[li.strength]), _(DELAYS[li.delay]))
        for li in links
    )
    head = (_("From"), _("To"), _("Sign"), _("Strength"), _("Delay"))
    return Picture(
        partial(network, document),
        250,
        alt=ngettext("The strongest link.", "The {n} strongest links.", len(links)).format(n=len(links)),
        caption=_cut(document, len(drivers), len(links)),
        twin=Table(head, rows, (3, 3, 2, 1, 1)),
    )


def _cut(document: Document, drivers: int, links: int) -> str:
    """What the picture of the strongest links shows of all."""
    all_drivers, all_links = len(document[Drivers].drivers), len(counted(document))
    if (drivers, links) == (all_drivers, all_links):
        shown = ngettext("All {drivers} drivers and {links} link.", "All {drivers} drivers and {links} links.", links)
    elif links == all_links:
        shown = ngettext(
            "The only link, and the {drivers} of {all_drivers} drivers it joins.",
            "All {links} links, and the {drivers} of {all_drivers} drivers they join.",
            links,
        )
    else:
        shown = _("The {links} strongest of {all_links} links, and the {drivers} of {all_drivers} drivers they join.")
    return shown.format(links=links, all_links=all_links, drivers=drivers, all_drivers=all_drivers)


def chosen(document: Document, found: Loops) -> list[tuple[str, str, Loop]]:
    """The loops to tell, with label and name: named ones first, of different kinds if there are, strong ones first."""
    names = loop_names(document)
    known = [
        (label, names.get(turned(loop.drivers), ""), loop)
        for label, loop in zip(labels(found.loops), found.loops, strict=True)
    ]
    ordered = sorted(known, key=lambda one: (not one[1], one[2].kind == "undetermined"))
    first = {one[2].kind: one for one in reversed(ordered)}
    picked = [one for one in ordered if first[one[2].kind] is one]
    return [*picked, *(one for one in ordered if first[one[2].kind] is not one)][:TOLD]


def _loops(document: Document, found: Loops) -> tuple[Block, ...]:
    told = chosen(document, found)
    if not told:
        return (Text(_("No loops: nothing comes back to where it began."), "small"),)
    boxes = tuple(
        (Box((Heading(_("Loop {name}").format(name=f"{label} {name}".rstrip())), Text(sentence(document, loop)))),)
        for label, name, loop in told
    )
    return (Columns(boxes),)


def _left_out(document: Document, found: Loops) -> tuple[Text, ...]:
    """What the pictures and the loops leave out, and what is taken in that is only possible."""
    count = len(found.loops)
    said = []
    if found.more:
        said.append(_("There are more than {n} loops of at most {most} links.").format(n=count, most=found.longest))
    elif count:
        many = ngettext(
            "There is {n} loop of at most {most} links.", "There are {n} loops of at most {most} links.", count
        )
        said.append(many.format(n=count, most=found.longest))
    said.append(_possible(document))
    text = " ".join(filter(None, said))
    return (Text(text, "note"),) if text else ()


def _possible(document: Document) -> str:
    """Whether links that are only possible count; "" when there are none."""
    count = sum(link.potential for link in document[Drivers].links)
    strength = document[Network].potential_strength
    if not count:
        return ""
    if strength:
        text = ngettext(
            "{n} link that is only possible counts as {strength}.",
            "{n} links that are only possible count as {strength}.",
            count,
        )
        return text.format(n=count, strength=_(STRENGTHS[strength]).lower())
    return ngettext(
        "{n} link that is only possible is not counted.", "{n} links that are only possible are not counted.", count
    ).format(n=count)

"""The sections of the brief, and those that it has by itself: the cover, how it was made, what comes next."""

from itertools import accumulate
from pathlib import Path

from foresight.core.brief import Block, Box, Bullets, Columns, Heading, Section, Table, Text
from foresight.core.document import Document
from foresight.core.methods import discover, resolve
from foresight.core.text import day_of
from foresight.core.words import _, add_catalogues, date, ngettext
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups, participants
from foresight.model.ratings import Ratings
from foresight.model.scenarios import Scenarios
from foresight.model.trends import Trends
from foresight.model.workshop import Workshop

add_catalogues(Path(__file__).parent)

KEPT = 4.0
"""The weight of what the last page must not lose: what was agreed, and where everything comes from."""


def gather(document: Document, pages: int, appendix: bool = False) -> tuple[Section, ...]:
    """The sections of the brief itself and of every method, with their appendix if wished, in the present language."""
    found = list(sections(document, pages))
    for method in discover():
        if method.sections is not None:
            found += resolve(method.sections)(document, pages)
        if appendix and method.appendix is not None:
            found += resolve(method.appendix)(document)
    return tuple(found)


def title(document: Document) -> str:
    """What the brief is called."""
    return document[Workshop].title or _("Scenario brief")


def day(text: str) -> str:
    """An ISO date in words; anything else as it is."""
    found = day_of(text)
    return date(found) if found else text


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """The brief's own sections."""
    end = (_next(document), _making(document)) if pages == 8 else (_short_end(document),)
    found = (_cover(document), _messages(document), _caution(), *end)
    return tuple(section for section in found if section.blocks)


def front(document: Document, kind: str, name: str) -> tuple[Block, ...]:
    """The beginning of a front page: the ``kind`` of report, its ``name``, the question, and who met when and where."""
    blocks = (Text(kind, "small"), Text(name, "title"), Text(document[Workshop].question, "lead"))
    facts = _facts(document)
    table = (Table(tuple(label for label, _v in facts), (tuple(value for _n, value in facts),)),) if facts else ()
    return (*blocks, *table)


def _cover(document: Document) -> Section:
    kind = _("Scenario brief · {year}").format(year=document[Workshop].horizon)
    blocks = front(document, kind, title(document))
    return Section("", "glance", blocks, order=0, bookmark=_("At a glance"))


def _facts(document: Document) -> list[tuple[str, str]]:
    workshop = document[Workshop]
    groups = len(document[Groups].groups)
    counts = [_people(document)] if _people(document) else []
    if groups:
        counts.append(ngettext("{n} group", "{n} groups", groups).format(n=groups))
    found = [
        (_("Organisation"), workshop.organisation),
        (_("When and where"), "\n".join(text for text in (day(workshop.date), workshop.place) if text)),
        (_("In the room"), "\n".join(counts)),
        (_("Looks ahead to"), str(workshop.horizon)),
    ]
    return [(name, value) for name, value in found if value]


def _people(document: Document) -> str:
    count = document[Workshop].participants
    count = participants(document) if count is None else count
    return ngettext("{n} participant", "{n} participants", count).format(n=count) if count else ""


def _messages(document: Document) -> Section:
    held = [message for message in document[Workshop].messages if message.strip()]
    if len(held) > 3:
        blocks: tuple[Block, ...] = (Bullets(tuple(held), numbered=True),)
    else:
        blocks = (Columns(tuple((Text(str(n), "numeral"), Text(message)) for n, message in enumerate(held, 1))),)
    return Section(_("Key messages"), "glance", blocks if held else (), order=10)


def _caution() -> Section:
    said = _(
        "They show different futures that could come, so that plans can be tested against all of them. "
        "None is more likely than the others, and none is what anybody wants or recommends."
    )
    box = Box((Columns(((Heading(_("Scenarios are not forecasts")),), (Text(said),)), widths=(1, 2.2)),))
    return Section("", "glance", (box,), order=90, bookmark=_("Scenarios are not forecasts"))


def _next(document: Document) -> Section:
    agreed = _agreed(document)
    questions = tuple(question for question in document[Workshop].conversation if question.strip())
    blocks: tuple[Block, ...] = (Box((Text(agreed, "lead"),)),)
    gist: tuple[Block, ...] = (Text(agreed),)
    if questions:
        title = Heading(_("For the next strategic conversation"))
        blocks += (title, Bullets(questions, numbered=True))
        run_on = " ".join(f"{n}. {question}" for n, question in enumerate(questions, 1))
        asked = Text(f"{title.text}: {run_on}", "small")
        gist = (Columns((gist, (asked,)), (1, 3)),)
    if not questions and not agreed:
        blocks, gist = (), ()
    return Section(_("What comes next"), "act", blocks, order=80, weight=KEPT, gist=gist)


def _agreed(document: Document) -> str:
    follow_up = document[Workshop].follow_up
    return _("On {date} we look again at what we agreed on.").format(date=day(follow_up)) if follow_up else ""


def _making(document: Document) -> Section:
    lines, note = tuple(_steps(document)), document[Workshop].note
    if not (lines or note.strip() or any(map(str.strip, document[Workshop].sources))):
        return Section(_("How it was made"), "act", ())
    whole = (Bullets(lines, numbered=True), Text(note), *_sources(document, "\n"))
    told = Columns(((Text(" ".join(lines), "note"),), (Text(note, "note"),)), widths=(2, 3))
    gist = (told, *_sources(document, " · "))
    return Section(_("How it was made"), "act", whole, order=90, weight=KEPT, gist=gist)


def _sources(document: Document, between: str) -> tuple[Block, ...]:
    sources = [source for source in document[Workshop].sources if source.strip()]
    columns = tuple((Text(between.join(part), "note"),) for part in _halves(sources))
    return (Heading(_("Sources")), Columns(columns)) if sources else ()


def _short_end(document: Document) -> Section:
    """Both of these in a few lines, for a short brief."""
    lines, note, agreed = " ".join(_steps(document)), document[Workshop].note, _agreed(document)
    blocks = (Columns(((Text(agreed), Text(lines, "small")), (Text(note, "small"),))),)
    gist = (Columns(((Text(agreed),), (Text(note, "note"),)), (1, 3)),) if note.strip() else ()
    title = _("What comes next, and how this was made") if agreed else _("How it was made")
    return Section(title, "act", blocks if lines or note.strip() or agreed else (), order=90, weight=0.5, gist=gist)


def _halves(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines in two parts of about the same length."""
    lengths = list(accumulate(len(line) + 30 for line in lines))
    first = sum(1 for length in lengths if length <= lengths[-1] / 2 + 15)
    return lines[:first], lines[first:]


def _steps(document: Document) -> list[str]:
    """The method in at most five lines, from what the document holds, and what methods add to them."""
    groups, ratings = len(document[Groups].groups), len(document[Ratings].ratings)
    trends, worlds = len(document[Trends].trends), len(document[Scenarios].scenarios)
    drivers, links = len(document[Drivers].drivers), len(document[Drivers].links)
    lines = []
    if people := _people(document):
        lines.append(
            ngettext("{people} worked in {n} group.", "{people} worked in {n} groups.", groups).format(
                people=people, n=groups
            )
            if groups
            else _("{people} took part.").format(people=people)
        )
    if trends:
        lines.append(ngettext("{n} trend was gathered.", "{n} trends were gathered.", trends).format(n=trends))
    if ratings:
        rated = ngettext(
            "Groups rated impact and uncertainty from 1 to 5 ({n} rating); medians are shown.",
            "Groups rated impact and uncertainty from 1 to 5 ({n} ratings); medians are shown.",
            ratings,
        )
        lines.append(rated.format(n=ratings))
    if drivers:
        lines.append(_drivers_line(drivers, links))
    if worlds:
        built = ngettext(
            "{n} scenario for {year} was told on two axes.",
            "{n} scenarios for {year} were told as equals on two axes.",
            worlds,
        )
        lines.append(built.format(n=worlds, year=document[Workshop].horizon))
    for method in discover():
        if method.making is not None:
            lines += resolve(method.making)(document)
    return lines


def _drivers_line(drivers: int, links: int) -> str:
    named = ngettext("{n} driver", "{n} drivers", drivers).format(n=drivers)
    if not links:
        return _("From the trends came {drivers}.").format(drivers=named)
    judged = ngettext("{n} link", "{n} links", links).format(n=links)
    return _("From the trends came {drivers}; {links} between them were judged from 0 to 3, with a sign.").format(
        drivers=named, links=judged
    )

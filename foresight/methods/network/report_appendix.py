"""All links in the appendix of the brief, with what was said about each."""

from foresight.core.brief import APPENDIX, Cell, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import _, signed
from foresight.model.drivers import DELAYS, Drivers, Link


def sections(document: Document) -> tuple[Section, ...]:
    """Every link, those from one driver together; nothing while there is none."""
    part = document[Drivers]
    titles = {driver.id: driver.title for driver in part.drivers}
    order = {driver.id: at for at, driver in enumerate(part.drivers)}
    links = sorted(part.links, key=lambda link: (order[link.source], order[link.target]))
    if not links:
        return ()
    rows = tuple(
        (
            Cell(titles[link.source], bold=True),
            titles[link.target],
            _strength(link),
            _(DELAYS[link.delay]),
            str(link.confidence or "–"),
            link.rationale or "–",
        )
        for link in links
    )
    head = (_("From"), _("To"), _("Strength"), _("Delay"), _("Confidence"), _("Reason"))
    key = _("Strength: 0 to 3, + in the same direction, − in the opposite one. Confidence: 1 to 5. –: not said.")
    blocks = (
        Text(key, "small"),
        Table(head, rows, (1.6, 1.6, 0.8, 0.8, 0.9, 3.4), small=True),
    )
    return (Section(_("All links between drivers"), APPENDIX, blocks, order=10),)


def _strength(link: Link) -> str:
    """``+3``, ``±2`` where the direction is undecided; said when it is only possible."""
    text = f"±{link.strength}" if link.sign == "?" and link.strength else signed(link.signed_strength)
    return f"{text}, {_('only possible')}" if link.potential else text

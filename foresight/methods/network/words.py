"""Links in words."""

from foresight.core.document import Document, Id
from foresight.core.words import _, quoted
from foresight.model.drivers import DELAYS, SIGNS, STRENGTHS, Driver, Drivers, Link, link_between


def named(document: Document, driver: Id) -> str:
    """``“Trust”``: a driver in the middle of a sentence, in quotation marks because any noun phrase must fit."""
    found = document.find(driver, Driver)
    return quoted(found.title) if found else ""


def pair_in_words(document: Document, source: Id, target: Id) -> str:
    """``Trust → Cooperation``."""
    titles = {driver.id: driver.title for driver in document[Drivers].drivers}
    return f"{titles[source]} → {titles[target]}"


def link_in_words(document: Document, source: Id, target: Id) -> str:
    """``Trust → Cooperation: strong, same direction, delay: medium``."""
    pair = pair_in_words(document, source, target)
    link = link_between(document, source, target)
    return f"{pair}: {qualities(link) if link else _('no link')}"


def qualities(link: Link) -> str:
    """``strong, same direction, delay: medium``."""
    words = [_(STRENGTHS[link.strength]).lower(), _(SIGNS[link.sign]).lower()]
    if link.potential:
        words.append(_("only possible"))
    if link.delay != "short":
        words.append(_("delay: {delay}").format(delay=_(DELAYS[link.delay]).lower()))
    return ", ".join(words)

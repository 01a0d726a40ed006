"""What commitments and asks come to, for the summary across groups."""

from foresight.core.document import Document
from foresight.core.findings import Finding
from foresight.core.memo import for_latest
from foresight.core.words import Language, _, language
from foresight.methods.commitments import sentences
from foresight.methods.commitments.analysis import addressees, begin_by, follow_up_day, most_wanted_first, tally
from foresight.model.commitments import Commitments
from foresight.model.workshop import Workshop

Counts = tuple[tuple[str, str], ...]


def findings(document: Document) -> tuple[Finding, ...]:
    """Sentences with their counts, most important first; nothing before there are commitments or asks."""
    return _found(document[Commitments], document[Workshop], language())


@for_latest
def _found(part: Commitments, workshop: Workshop, _language: Language) -> tuple[Finding, ...]:
    document = Document().put(part, workshop)
    held = tally(document)
    if not held.n and not held.asks:
        return ()
    chapter = _("Commitments and asks")
    n = (_("Commitments"), str(held.n))
    found: list[tuple[str, str, Counts]] = [
        ("total", sentences.total(document), (n, (_("Asks"), str(held.asks)), (_("Groups"), str(held.groups)))),
        (
            "readiness",
            sentences.readiness(document),
            (
                n,
                (_("With a start date"), str(held.dated)),
                (_("With a role"), str(held.owned)),
                (_("With a measure"), str(held.measured)),
            ),
        ),
        (
            "gains",
            sentences.gains(document),
            (n, (_("With a gain"), str(held.gains)), (_("Confirmed"), str(held.confirmed))),
        ),
        ("elsewhere", sentences.elsewhere(document), (n, (_("Gains that land elsewhere"), str(held.elsewhere)))),
        ("follow-up", sentences.by_follow_up(document), _starting(document, n)),
        ("wanted", sentences.wanted(document), _votes(document)),
        ("asked", sentences.asked(document), _asked(document)),
    ]
    return tuple(
        Finding(key, chapter, text, counts, most_wanted_first(document)[0].id if key == "wanted" else None)
        for key, text, counts in found
        if text
    )


def _starting(document: Document, n: tuple[str, str]) -> Counts:
    day = follow_up_day(document)
    return (n, (_("To begin by then"), str(begin_by(document, day)))) if day else ()


def _votes(document: Document) -> Counts:
    asks = most_wanted_first(document)
    return ((_("Votes"), str(asks[0].votes)), (_("Votes in all"), str(tally(document).votes))) if asks else ()


def _asked(document: Document) -> Counts:
    found = addressees(document)
    return ((_("Asks"), str(tally(document).asks)), (found[0][0], str(found[0][1]))) if found else ()

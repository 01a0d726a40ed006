"""What the change journey says, for the summary across groups."""

from foresight.core.document import Document, Id
from foresight.core.findings import Finding
from foresight.core.memo import for_latest
from foresight.core.words import Language, _, language, number
from foresight.methods.journey.analysis import (
    Place,
    crowds,
    hottest,
    least_agreed_first,
    places,
    placing_groups,
    voices,
    widest_first,
)
from foresight.methods.journey.model import Journey
from foresight.methods.journey.sentences import (
    answers_sentence,
    apart_sentence,
    cross_sentence,
    hottest_sentence,
    together_sentence,
)
from foresight.model.cards import Cards

Counts = tuple[tuple[str, str], ...]


def findings(document: Document) -> tuple[Finding, ...]:
    """Cross-cutting topics, the hottest cell, where groups agree and where not, and the individual answers."""
    return _findings(document[Journey], document[Cards], language())


@for_latest
def _findings(part: Journey, cards: Cards, _spoken: Language) -> tuple[Finding, ...]:
    document = Document().put(part, cards)
    ordered = least_agreed_first(places(document))
    found = [
        _finding("cross", cross_sentence(document), _cross_counts(document)),
        _finding("hottest", hottest_sentence(document), _hottest_counts(document)),
        _finding("apart", apart_sentence(document), *_agreement_counts(ordered[:1])),
        _finding("together", together_sentence(document), *_agreement_counts(ordered[-1:])),
        _finding("answers", answers_sentence(document), _answer_counts(document)),
    ]
    return tuple(finding for finding in found if finding.text)


def _finding(key: str, text: str, counts: Counts = (), about: Id | None = None) -> Finding:
    return Finding(key, _("Change journey"), text, counts, about)


def _cross_counts(document: Document) -> Counts:
    """The groups, the phases, and of every cross-cutting topic its median span."""
    held = places(document)
    across = [place for place in widest_first(held) if place.is_cross_cutting]
    return (
        (_("Groups"), str(placing_groups(document))),
        (_("Topics that were placed"), str(len(held))),
        (_("Phases"), str(len(document[Journey].phases))),
        (_("Topics in half of the phases or more"), str(len(across))),
        *((place.card.title or str(place.number), number(place.span)) for place in across),
    )


def _hottest_counts(document: Document) -> Counts:
    crowd = hottest(document)
    if crowd is None:
        return ()
    return (
        (_("Groups"), str(placing_groups(document))),
        (_("Groups in this cell"), str(crowd.groups)),
        (_("Cards in this cell"), str(crowd.cards)),
        (_("Cards in all cells"), str(sum(each.cards for row in crowds(document) for each in row))),
    )


def _agreement_counts(held: tuple[Place, ...]) -> tuple[Counts, Id | None]:
    if not held:
        return (), None
    (place,) = held
    counts = ((_("Groups"), str(place.n)), (_("Agreement"), number(place.agreement or 0, 2)))
    return counts, place.card.id


def _answer_counts(document: Document) -> Counts:
    answers = document[Journey].deep_dives
    return (
        (_("Individual answers"), str(len(answers))),
        (_("Topics"), str(len(voices(document)))),
        (_("May be quoted"), str(sum(answer.consent for answer in answers))),
    )

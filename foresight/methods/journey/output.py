"""The figures of the change journey for other programs."""

from typing import Any

from foresight.core.document import Document
from foresight.core.words import in_each_language
from foresight.methods.journey.analysis import Place, Voices, crowds, places, placing_groups, voices
from foresight.methods.journey.model import LEVELS, Journey, Phase
from foresight.methods.journey.sentences import place_sentence, summary_sentence


def figures(document: Document) -> dict[str, Any]:
    """The method's figures for ``analyse``: the matrix of all, every placed card, and how many answers there are.

    Matrices have a row for each level and a column for each phase.
    """
    part = document[Journey]
    return {
        "phases": [phase.name for phase in part.phases],
        "levels": list(LEVELS),
        "n": placing_groups(document),
        "groups": [[crowd.groups for crowd in row] for row in crowds(document)],
        "placements": [[crowd.cards for crowd in row] for row in crowds(document)],
        "cards": [_card(document, place) for place in places(document)],
        "answers": {
            "n": len(part.deep_dives),
            "may_be_quoted": sum(answer.consent for answer in part.deep_dives),
            "cards": [_answers(part.phases, held) for held in voices(document)],
        },
        "sentence": in_each_language(summary_sentence, document),
    }


def _card(document: Document, place: Place) -> dict[str, Any]:
    return {
        "number": place.number,
        "title": place.card.title,
        "n": place.n,
        "counts": [list(row) for row in place.heat],
        "shares": [[count / place.n for count in row] for row in place.heat],
        "spans": list(place.spans),
        "median_span": place.span,
        "cross_cutting": place.is_cross_cutting,
        "agreement": place.agreement,
        "sentence": in_each_language(place_sentence, document, place),
    }


def _answers(phases: tuple[Phase, ...], held: Voices) -> dict[str, Any]:
    return {
        "number": held.number,
        "title": held.card.title,
        "n": len(held.answers),
        "counts": [len(held.in_phase(phase.id)) for phase in phases],
        "no_phase": len(held.in_phase(None)),
    }

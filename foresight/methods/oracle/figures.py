"""The figures of the oracle for other programs."""

from typing import Any

from foresight.core.document import Document
from foresight.core.words import in_each_language
from foresight.methods.oracle.analysis import (
    answered_share,
    candidates,
    columns,
    coverage,
    proposals,
    spread,
    unanswered,
    uncertainty_yield,
)
from foresight.methods.oracle.sentences import (
    coverage_sentence,
    drivers_sentence,
    summary_sentence,
    themes_sentence,
    unanswered_sentence,
)
from foresight.model.oracle import Oracle, Question
from foresight.model.scenarios import display_name


def figures(document: Document) -> dict[str, Any]:
    """The method's figures for ``analyse``: themes, worlds, drivers, every question, and a sentence for each."""
    part = document[Oracle]
    n, cards = len(part.questions), sum(question.asked for question in part.questions)
    return {
        "n": n,
        "questions": n,
        "cards": cards,
        "votes": sum(question.votes for question in part.questions),
        "themes": [
            {
                "name": column.theme.name if column.theme else "",
                "questions": len(column.questions),
                "cards": column.cards,
                "share": column.cards / cards,
                "votes": column.votes,
            }
            for column in columns(document)
            if cards
        ],
        "uncertainty_yield": uncertainty_yield(document),
        "coverage": _coverage(document),
        "drivers": _drivers(document),
        "unanswered": [question.text for question in unanswered(document)],
        "asked": [_question(document, question) for question in part.questions],
        "alike": [
            {"one": each.one.text, "other": each.other.text, "likeness": each.likeness} for each in proposals(document)
        ],
        "sentence": in_each_language(_sentence, document),
    }


def _sentence(document: Document) -> str:
    if not document[Oracle].questions:
        return ""
    made = (summary_sentence, themes_sentence, drivers_sentence, coverage_sentence, unanswered_sentence)
    return " ".join(text for each in made if (text := each(document)))


def _coverage(document: Document) -> list[dict[str, Any]]:
    return [
        {"scenario": display_name(document, each.scenario.id), "answered": each.answered, "share": each.share}
        for each in coverage(document)
    ]


def _drivers(document: Document) -> list[dict[str, Any]]:
    return [
        {
            "driver": each.driver.title,
            "questions": each.questions,
            "votes": each.votes,
            "spread": each.spread,
            "critical_candidate": each.is_critical,
        }
        for each in candidates(document)
    ]


def _question(document: Document, question: Question) -> dict[str, Any]:
    return {
        "text": question.text,
        "wordings": list(question.wordings),
        "cards": question.asked,
        "groups": len(question.askers),
        "votes": question.votes,
        "answers": len(question.answers),
        "coverage": answered_share(document, question),
        "spread": spread(question),
    }

"""What the questions say in sentences, for the summary across groups."""

from dataclasses import replace

from foresight.core.document import Document
from foresight.core.findings import Finding
from foresight.core.memo import for_latest
from foresight.core.words import Language, _, language
from foresight.methods.oracle.analysis import candidates, coverage, recurring, shared, unanswered
from foresight.methods.oracle.sentences import (
    coverage_sentence,
    drivers_sentence,
    shared_sentence,
    theme_sentence,
    themes_sentence,
    unanswered_sentence,
)
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.oracle import Oracle
from foresight.model.scenarios import Scenarios, display_name
from foresight.model.workshop import Workshop

SHARED = 3
"""Questions of several groups that are told."""


def findings(document: Document) -> tuple[Finding, ...]:
    """The recurring themes, questions of several groups, candidates, what no world answers; then theme by theme."""
    parts = document[Oracle], document[Scenarios], document[Drivers], document[Groups]
    return _findings(*parts, document[Workshop], language())


@for_latest
def _findings(
    oracle: Oracle, scenarios: Scenarios, drivers: Drivers, groups: Groups, workshop: Workshop, _spoken: Language
) -> tuple[Finding, ...]:
    document = Document().put(oracle, scenarios, drivers, groups)
    chapter = chapter_title(workshop.horizon)
    first, *each_theme = _themes(document, chapter)
    found = (first, *_shared(document, chapter), *_worlds(document, chapter), *each_theme)
    return tuple(replace(finding, chapter_key="questions") for finding in found if finding.text)


def chapter_title(horizon: int) -> str:
    """The heading over the questions."""
    return _("Questions to an oracle from {year}").format(year=horizon)


def _themes(document: Document, chapter: str) -> list[Finding]:
    held, n = recurring(document), len(document[Oracle].questions)
    counts = tuple((column.theme.name, str(column.cards)) for column in held if column.theme)
    found = [Finding("themes", chapter, themes_sentence(document), counts)]
    for column in held:
        if column.theme:
            numbers = (
                (_("Questions"), f"{len(column.questions)} / {n}"),
                (_("Cards"), str(column.cards)),
                (_("Votes"), str(column.votes)),
            )
            text = theme_sentence(column, n)
            found.append(Finding(f"theme:{column.theme.id}", chapter, text, numbers, column.theme.id))
    return found


def _shared(document: Document, chapter: str) -> list[Finding]:
    return [
        Finding(
            f"shared:{question.id}",
            chapter,
            shared_sentence(question),
            ((_("Groups"), str(len(question.askers))), (_("Cards"), str(question.asked))),
            question.id,
        )
        for question in shared(document)[:SHARED]
    ]


def _worlds(document: Document, chapter: str) -> list[Finding]:
    left, n = unanswered(document), len(document[Oracle].questions)
    open_counts = ((_("Questions without any answer"), f"{len(left)} / {n}"),)
    asked = tuple((each.driver.title, str(each.questions)) for each in candidates(document) if each.is_critical)
    worlds = coverage(document)
    answered = tuple((display_name(document, each.scenario.id), f"{each.answered} / {n}") for each in worlds)
    return [
        Finding("drivers", chapter, drivers_sentence(document), asked),
        Finding("unanswered", chapter, unanswered_sentence(document), open_counts),
        Finding("coverage", chapter, coverage_sentence(document), answered),
    ]

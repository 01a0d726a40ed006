"""What the questions show: themes, blind spots, drivers we are unsure of. All measures are our own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from foresight.core.document import Document, Id
from foresight.core.memo import for_latest
from foresight.methods.oracle.likeness import alike
from foresight.methods.oracle.model_joining import Pair, pairs_apart
from foresight.model.drivers import Driver, Drivers
from foresight.model.oracle import Oracle, Question, Theme
from foresight.model.scenarios import Scenario, Scenarios

MANY = 2
"""At least so many questions about it, and no fewer than the mean of those asked about, make a driver a candidate."""
PROPOSED = 100
"""Pairs that are proposed for joining at once."""
HIGH = 0.5
"""From this spread on the worlds' answers differ much."""


@dataclass(frozen=True)
class Column:
    """A theme (None: none) and its questions, those with most votes first."""

    theme: Theme | None
    questions: tuple[Question, ...]

    @property
    def votes(self) -> int:
        """The votes of all its questions."""
        return sum(question.votes for question in self.questions)

    @property
    def cards(self) -> int:
        """On how many cards its questions were asked: joined cards count each."""
        return sum(question.asked for question in self.questions)


@dataclass(frozen=True)
class Candidate:
    """A driver that people ask about."""

    driver: Driver
    questions: int
    votes: int
    spread: float | None
    """How much the worlds' answers to these questions differ, 0..1; None where no two worlds answer."""
    is_critical: bool
    """A candidate for a critical uncertainty: many questions, and the worlds are not known to agree on the answers."""


@dataclass(frozen=True)
class Coverage:
    """How many of the questions one world answers."""

    scenario: Scenario
    answered: int
    questions: int

    @property
    def share(self) -> float:
        """0..1; 0 when there are no questions."""
        return self.answered / self.questions if self.questions else 0.0


def by_votes(questions: Sequence[Question]) -> tuple[Question, ...]:
    """Those with most votes first; in the given order where votes are equal."""
    return tuple(sorted(questions, key=lambda question: -question.votes))


def columns(document: Document) -> tuple[Column, ...]:
    """The wall: first a column for questions without a theme if there are such, then one for every theme.

    A question with several themes stands in each of them. Among questions without a theme and with as many votes the
    newest comes first, so that what was just typed is seen.
    """
    part = document[Oracle]
    loose = by_votes([question for question in reversed(part.questions) if not question.themes])
    held: dict[Id, list[Question]] = {theme.id: [] for theme in part.themes}
    for question in part.questions:
        for theme in question.themes:
            held[theme].append(question)
    themed = tuple(Column(theme, by_votes(held[theme.id])) for theme in part.themes)
    return (Column(None, loose), *themed) if loose else themed


def uncertainty_yield(document: Document) -> float | None:
    """The share (0..1) of the questions that touch a driver; None without questions."""
    questions = document[Oracle].questions
    return sum(bool(question.drivers) for question in questions) / len(questions) if questions else None


def coverage(document: Document) -> tuple[Coverage, ...]:
    """How far each world answers, in the order of the scenarios."""
    questions = document[Oracle].questions
    answered = Counter(scenario for question in questions for scenario in question.answers)
    return tuple(Coverage(world, answered[world.id], len(questions)) for world in document[Scenarios].scenarios)


def spread(question: Question) -> float | None:
    """How much the worlds differ on a question: (different answers - 1) / (answers - 1), 0..1.

    Answers are equal when they read the same but for case and white space. None with fewer than two answers.
    """
    answers = [" ".join(text.casefold().split()) for text in question.answers.values()]
    return (len(set(answers)) - 1) / (len(answers) - 1) if len(answers) > 1 else None


def candidates(document: Document) -> tuple[Candidate, ...]:
    """The drivers that people ask about, those with most questions first, then the wider spread, then the votes."""
    asked: dict[Id, list[Question]] = {}
    for question in document[Oracle].questions:
        for subject in question.drivers:
            asked.setdefault(subject, []).append(question)
    many = max(MANY, sum(map(len, asked.values())) / len(asked)) if asked else MANY
    found = [_candidate(each, asked[each.id], many) for each in document[Drivers].drivers if each.id in asked]
    return tuple(sorted(found, key=lambda each: (-each.questions, -(each.spread or 0), -each.votes)))


def _candidate(driver: Driver, questions: list[Question], many: float) -> Candidate:
    known = [each for each in map(spread, questions) if each is not None]
    mean = sum(known) / len(known) if known else None
    critical = len(questions) >= many and (mean is None or mean >= HIGH)
    return Candidate(driver, len(questions), sum(question.votes for question in questions), mean, critical)


def unanswered(document: Document) -> tuple[Question, ...]:
    """The questions that no world answers, those with most votes first."""
    return by_votes([question for question in document[Oracle].questions if not question.answers])


@dataclass(frozen=True)
class Proposal:
    """Two questions that may be the same one; the first has more votes, or came first."""

    one: Question
    other: Question
    likeness: float
    """0..1, see likeness.py."""


def proposals(document: Document) -> tuple[Proposal, ...]:
    """Questions that are proposed for joining, the most alike first; without those that are kept apart."""
    return _proposals(document[Oracle])


@for_latest
def _proposals(part: Oracle) -> tuple[Proposal, ...]:
    apart = pairs_apart(part)
    questions = part.questions
    found = []
    for first, second, share in alike(tuple(question.text for question in questions)):
        one, other = by_votes((questions[first], questions[second]))
        if Pair.of(one.id, other.id) not in apart:
            found.append(Proposal(one, other, share))
    return tuple(found[:PROPOSED])


def shared(document: Document) -> tuple[Question, ...]:
    """The questions that several groups ask, those of most groups first, then of most cards, then with most votes."""
    found = [question for question in document[Oracle].questions if len(question.askers) > 1]
    return tuple(sorted(found, key=lambda each: (-len(each.askers), -each.asked, -each.votes)))


def answered_share(document: Document, question: Question) -> float | None:
    """The share (0..1) of the worlds that answer a question; None without worlds."""
    worlds = len(document[Scenarios].scenarios)
    return len(question.answers) / worlds if worlds else None


def recurring(document: Document) -> tuple[Column, ...]:
    """The themes that have questions, those asked on most cards first, then with most votes."""
    held = [column for column in columns(document) if column.theme is not None and column.questions]
    return tuple(sorted(held, key=lambda column: (-column.cards, -column.votes)))


def most_asked(document: Document, most: int) -> tuple[Question, ...]:
    """At most so many of the questions that some world answers, those with most votes first."""
    return by_votes([question for question in document[Oracle].questions if question.answers])[:most]

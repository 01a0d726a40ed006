"""Questions that are the same one: joined, or kept apart for good."""

from dataclasses import dataclass
from itertools import combinations

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.problems import EditRefused
from foresight.core.renaming import renamed
from foresight.core.text import PROSE_LENGTH
from foresight.core.words import _
from foresight.model.oracle import MOST_VOTES, Apart, Oracle, Question


def join_questions(*questions: Id) -> Edit:
    """Make one question of several, in the place and the words of the first that is there.

    Askers, wordings, themes, drivers and answers of all are kept, votes and cards are added up, and what points at any
    of them points at the one. Refused where two answers of a world are too long to stand together.
    """

    def apply(document: Document) -> Document:
        found = [document.find(each, Question) for each in dict.fromkeys(questions)]
        held = [each for each in found if each is not None]
        if len(held) < 2:
            return document
        one = held[0]
        for other in held[1:]:
            one = joined(one, other)
        gone = {each.id for each in held[1:]}
        part = document[Oracle]
        left = tuple(one if each.id == one.id else each for each in part.questions if each.id not in gone)
        document = renamed(document.put(part.but(questions=left)), dict.fromkeys(gone, one.id))
        return document.put(_tidied(document[Oracle]))

    return Edit(_("Join questions"), apply)


def joined(one: Question, other: Question) -> Question:
    """The first question with what the other adds to it. Whoever asked anonymously stays so. Raises EditRefused."""
    askers = tuple(dict.fromkeys((*one.askers, *other.askers)))
    wordings = dict.fromkeys((*one.wordings, other.text, *other.wordings))
    changes = [each for each in (one.changes_action, other.changes_action) if each is not None]
    return one.but(
        group=askers[0] if askers else None,
        also=askers[1:],
        wordings=tuple(text for text in wordings if text != one.text),
        asked=min(one.asked + other.asked, MOST_VOTES),
        anonymous=one.anonymous or other.anonymous,
        themes=tuple(dict.fromkeys((*one.themes, *other.themes))),
        type=one.type or other.type,
        drivers=tuple(dict.fromkeys((*one.drivers, *other.drivers))),
        votes=min(one.votes + other.votes, MOST_VOTES),
        answers=_all_answers(one, other),
        changes_action=max(changes, default=None),
    )


def _all_answers(one: Question, other: Question) -> dict[Id, str]:
    answers = dict(one.answers)
    for world, text in other.answers.items():
        held = answers.get(world, "")
        answers[world] = text if held in ("", text) else f"{held}\n{text}"
        if len(answers[world]) > PROSE_LENGTH:
            said = _("Two answers of one world are too long together: at most {most} characters. Shorten one first.")
            raise EditRefused(said.format(most=PROSE_LENGTH))
    return answers


def keep_apart(*questions: Id) -> Edit:
    """Remember that none of these questions is another of them."""

    def apply(document: Document) -> Document:
        held = [each for each in dict.fromkeys(questions) if document.find(each, Question) is not None]
        known = pairs_apart(document[Oracle])
        fresh = [pair for one, other in combinations(held, 2) if (pair := Pair.of(one, other)) not in known]
        part = document[Oracle]
        return document.put(part.but(apart=(*part.apart, *(Apart(questions=pair.ids) for pair in fresh))))

    return Edit(_("Keep apart"), apply)


def propose_again() -> Edit:
    """Forget what was kept apart."""
    return Edit(_("Propose again"), lambda document: document.put(document[Oracle].but(apart=())))


@dataclass(frozen=True)
class Pair:
    """Two questions, whichever comes first."""

    ids: tuple[Id, Id]

    @classmethod
    def of(cls, one: Id, other: Id) -> "Pair":
        """The pair of these two."""
        return cls((min(one, other), max(one, other)))


def pairs_apart(part: Oracle) -> frozenset[Pair]:
    """The pairs that are kept apart."""
    return frozenset(Pair.of(one, other) for each in part.apart for one, other in combinations(each.questions, 2))


def _tidied(part: Oracle) -> Oracle:
    """The slice where no pair is kept apart from itself, nor twice."""
    kept: dict[tuple[Id, ...], Apart] = {}
    for each in part.apart:
        ids = tuple(sorted(set(each.questions)))
        if len(ids) > 1:
            kept.setdefault(ids, each.but(questions=ids))
    return part.but(apart=tuple(kept.values()))

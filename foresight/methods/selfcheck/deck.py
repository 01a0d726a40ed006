"""Ready-made advice to rate oneself against, in our own words.

The first ten follow the advice on leading innovation given to Norwegian top leaders in 2018 (Jacob Torfing); the rest
follows the experience that the Norwegian digitalisation council summed up in 2017.
"""

from dataclasses import dataclass

from foresight.core.document import Document, new_id
from foresight.core.history import Edit
from foresight.core.words import N_, Language, _, speaking
from foresight.methods.selfcheck.model import Advice, SelfCheck, add_advice
from foresight.model.workshop import Workshop

THEMES = {
    "leading": N_("Leading innovation"),
    "together": N_("Working together"),
    "gains": N_("Taking out gains"),
    "renewal": N_("Renewal"),
    "ministry": N_("The ministry above us"),
}


@dataclass(frozen=True)
class Sentence:
    """A piece of advice of the deck; its text is marked."""

    key: str
    theme: str
    text: str


SENTENCES = (
    Sentence(
        "language",
        "leading",
        N_("We mean the same when we say innovation, and those who are to lead it have practised."),
    ),
    Sentence("talent", "leading", N_("Inventive people come to us and stay, they differ, and they may change places.")),
    Sentence("needs", "leading", N_("We begin with what citizens need, not with what we are used to doing.")),
    Sentence("trying", "leading", N_("Rather than study a matter for long, we try something small and learn from it.")),
    Sentence("errors", "leading", N_("With us, a mistake is something to learn from and nothing to hide.")),
    Sentence("trust", "leading", N_("Our leaders count on it that people want to do well, and know how.")),
    Sentence(
        "silos",
        "leading",
        N_("We have few levels and open doors between sectors, and places where we develop things with outsiders."),
    ),
    Sentence("risk", "leading", N_("We weigh risk in new ways: also what it costs to leave everything as it is.")),
    Sentence(
        "evaluation",
        "leading",
        N_("We evaluate while we develop, and keep checking whether what everybody assumes is true."),
    ),
    Sentence(
        "spread",
        "leading",
        N_("What works is passed on where people meet, so that doubts are heard and answered."),
    ),
    Sentence("users", "together", N_("We work with others because we serve the same people, and we know their needs.")),
    Sentence(
        "roles",
        "together",
        N_("In joint work everybody knows their own task, and what to expect from the others."),
    ),
    Sentence(
        "steering",
        "together",
        N_("Leaders who answer for the joint work meet in its steering group and decide there."),
    ),
    Sentence(
        "numbers",
        "gains",
        N_("Our goals are plain and can be measured, and those who take out a gain have confirmed its size."),
    ),
    Sentence("early", "gains", N_("We take out gains along the way, and begin with those that are easy or large.")),
    Sentence(
        "elsewhere",
        "gains",
        N_("We know which gains turn up in other organisations, and help to take them out and count them there."),
    ),
    Sentence("asking", "renewal", N_("We ask users before we know what the solution will be.")),
    Sentence("experience", "renewal", N_("We draw on suppliers and others who have done something like it before.")),
    Sentence("rules", "renewal", N_("We think beyond the rules of today, and speak up for simpler ones.")),
    Sentence("room", "ministry", N_("Our ministry wants us to renew ourselves and leaves it to us how.")),
    Sentence(
        "backing",
        "ministry",
        N_("Those who solve more than they are measured by are backed, across sectors too."),
    ),
)


def deck(language: Language, prefix: str = "") -> tuple[Advice, ...]:
    """The advice in one language; the ids begin with ``prefix``, or are new when it is empty."""
    with speaking(language):
        return tuple(
            Advice(id=f"{prefix}{one.key}" if prefix else new_id(), text=_(one.text), theme=_(THEMES[one.theme]))
            for one in SENTENCES
        )


def lacking(document: Document) -> tuple[Advice, ...]:
    """The advice of the deck that is not there yet, in the language of the workshop."""
    texts = {one.text for one in document[SelfCheck].advice}
    return tuple(one for one in deck(document[Workshop].language) if one.text not in texts)


def add_ready_made() -> Edit:
    """Add the advice of the deck that is not there yet."""
    return Edit(_("Add ready-made advice"), lambda document: add_advice(*lacking(document)).apply(document))

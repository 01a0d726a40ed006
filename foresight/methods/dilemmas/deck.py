"""The ready-made deck: topics of innovation in the public sector, in six categories.

Topics and the statements that won are those of the dialogue gathering in November 2018, in our own words; so are the
second statements of the topics on regulation, money, and who drives innovation. The other statements are ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from foresight.core.document import Document, Id, new_id
from foresight.core.history import Edit
from foresight.core.words import N_, Language, _, speaking
from foresight.model.cards import Card, CardCategory, Cards, add_deck
from foresight.model.workshop import Workshop

CATEGORIES = {
    "culture": N_("Culture and mindset"),
    "steering": N_("Management and steering"),
    "frames": N_("Framework conditions"),
    "interaction": N_("Interaction"),
    "effect": N_("Implementation and effect"),
    "method": N_("Method and competence"),
}


@dataclass(frozen=True)
class Topic:
    """A card of the deck; its texts are marked."""

    key: str
    category: str
    title: str
    a: str
    b: str


TOPICS = (
    Topic(
        "change",
        "culture",
        N_("Culture of change"),
        N_("A culture of change grows when the work reaches the whole organisation."),
        N_("A culture of change grows out of projects that go well."),
    ),
    Topic(
        "mindset",
        "culture",
        N_("Mindset and competence"),
        N_("Whether we innovate is mostly a question of how we think."),
        N_("Whether we innovate is mostly a question of what we know."),
    ),
    Topic(
        "driven",
        "culture",
        N_("Driven by employees or leaders"),
        N_("Innovation is worth most when the employees drive it."),
        N_("Innovation is worth most when the leaders drive it."),
    ),
    Topic(
        "delegation",
        "steering",
        N_("Delegation"),
        N_("It takes leaders with the courage to let others decide."),
        N_("It takes clear steering from the top."),
    ),
    Topic(
        "expert",
        "steering",
        N_("Who is the expert"),
        N_("Hard problems need knowledge from many levels and points of view."),
        N_("Hard problems need those who know the subject best."),
    ),
    Topic(
        "silos",
        "interaction",
        N_("Silos"),
        N_("The division into sectors stands in the way of innovation."),
        N_("The division into sectors gives somebody a responsibility that we need."),
    ),
    Topic(
        "others",
        "interaction",
        N_("Other actors"),
        N_("The public sector innovates only together with others."),
        N_("The public sector can do most of it by itself."),
    ),
    Topic(
        "budget",
        "frames",
        N_("The budget system"),
        N_("The way we budget preserves the way we work."),
        N_("The budgets leave room enough for new ways of working."),
    ),
    Topic(
        "law",
        "frames",
        N_("Regulation"),
        N_("The rules leave us room that we do not use, and they can be changed."),
        N_("Innovation comes to a halt where it meets the rules."),
    ),
    Topic(
        "money",
        "frames",
        N_("Frames and capacity"),
        N_("There is room for innovation within the money we have."),
        N_("Innovation takes fresh money."),
    ),
    Topic(
        "line",
        "frames",
        N_("Link to the line"),
        N_("Innovation belongs in the daily work, so that nothing has to be handed over."),
        N_("Innovation needs a track of its own beside the daily work."),
    ),
    Topic(
        "citizens",
        "method",
        N_("Involving citizens"),
        N_("The experts no longer know enough: ask the citizens, it pays in the long run."),
        N_("Use the experts: it is quicker, and they are there to know."),
    ),
    Topic(
        "research",
        "method",
        N_("Research"),
        N_("Research should be with us from the beginning, so that what we learn can be shared."),
        N_("Research should be brought in when we see a need for it."),
    ),
    Topic(
        "system",
        "effect",
        N_("Systemic approach or single measures"),
        N_("Working on the whole system, across fields and levels, gives more effect."),
        N_("Single measures, well carried out, give more effect."),
    ),
    Topic(
        "spread",
        "effect",
        N_("Diffusion"),
        N_("Good solutions spread only where somebody is given the task of spreading them."),
        N_("Good solutions spread by themselves."),
    ),
    Topic(
        "unlearning",
        "effect",
        N_("Unlearning of old practice"),
        N_("The hard part is to stop doing what we used to do."),
        N_("The old practice goes by itself once the new one works."),
    ),
    Topic(
        "rig",
        "effect",
        N_("Ready to implement"),
        N_("Who will run the solution must be in place before it is developed."),
        N_("How to run the solution is best settled when we know that it works."),
    ),
    Topic(
        "gains",
        "effect",
        N_("Lacking benefits realisation"),
        N_("The gains fail to come because nobody is responsible for taking them out."),
        N_("The gains fail to come because they were never realistic."),
    ),
    Topic(
        "process",
        "method",
        N_("Leading processes"),
        N_("An innovation process should be led by somebody who knows processes."),
        N_("An innovation process should be led by somebody who knows the subject."),
    ),
    Topic(
        "trying",
        "method",
        N_("Ability to try things out"),
        N_("We learn most by trying on a small scale, soon and often."),
        N_("We learn most by planning well before anything is tried."),
    ),
    Topic(
        "structure",
        "steering",
        N_("Organisational structure"),
        N_("Innovation takes a unit that is organised for it."),
        N_("Innovation can be done in the organisation that we have."),
    ),
)
"""The fifteen that the groups landed on, then six in reserve."""


def deck(language: Language, prefix: str = "") -> tuple[tuple[CardCategory, ...], tuple[Card, ...]]:
    """The categories and cards in one language; their ids begin with ``prefix``, or are new when it is empty."""

    def made(key: str) -> Id:
        return f"{prefix}{key}" if prefix else new_id()

    with speaking(language):
        kinds = {key: CardCategory(id=made(key), name=_(name)) for key, name in CATEGORIES.items()}
        cards = tuple(
            Card(
                id=made(topic.key), title=_(topic.title), category=kinds[topic.category].id, a=_(topic.a), b=_(topic.b)
            )
            for topic in TOPICS
        )
    return tuple(kinds.values()), cards


def lacking(document: Document) -> bool:
    """Whether some topic of the deck, in the language of the workshop, is not there yet."""
    titles = {card.title for card in document[Cards].cards}
    with speaking(document[Workshop].language):
        return any(_(topic.title) not in titles for topic in TOPICS)


def add_ready_made() -> Edit:
    """Add the topics of the deck that are not there yet, in the language of the workshop."""

    def apply(document: Document) -> Document:
        categories, cards = deck(document[Workshop].language)
        part = document[Cards]
        known = {category.name: category.id for category in part.categories}
        fresh = _unknown(cards, [card.title for card in part.cards])
        own = {category.id: known.get(category.name, category.id) for category in categories}
        used = {card.category for card in fresh}
        wanted = [one for one in categories if one.id in used and one.name not in known]
        placed = [card.but(category=own[card.category]) for card in fresh if card.category]
        return add_deck(wanted, placed).apply(document)

    return Edit(_("Add deck"), apply)


def _unknown(cards: Sequence[Card], titles: Sequence[str]) -> list[Card]:
    return [card for card in cards if card.title not in titles]

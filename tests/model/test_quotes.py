"""Quotes in print: only with consent, only about the thing, and every thing has its turn."""

from foresight.core.brief import Text
from foresight.core.document import Document
from foresight.model.cards import Card, Cards
from foresight.model.groups import Group, Groups, Participant
from foresight.model.quotes import Quote, Quotes, beside, printable


def said(text: str, about: str, *, consent: bool = True) -> Quote:
    return Quote(text=text, about=about, consent=consent, group="g1", participant="p1")


ROOM = Document().put(
    Cards(cards=(Card(id="silos", title="Silos"), Card(id="law", title="Regulation"), Card(id="money", title="Money"))),
    Groups(
        groups=(Group(id="g1", name="Table 1"),),
        participants=(Participant(id="p1", code="01-1", name="Kari", consent=True),),
    ),
    Quotes(
        quotes=(
            said("Walls", "silos"),
            said("More walls", "silos"),
            said("Hush", "law", consent=False),
            said("Paragraphs", "law"),
            said("", "money"),
        )
    ),
)


def test_only_what_may_be_printed_is() -> None:
    assert [quote.text for quote in printable(ROOM)] == ["Walls", "More walls", "Paragraphs"]
    assert [quote.text for quote in printable(ROOM, "law")] == ["Paragraphs"]
    assert printable(ROOM, "money") == ()


def test_every_thing_has_its_first_quote_before_one_has_its_second() -> None:
    found = beside(ROOM, ["silos", "law", "money"], 3)
    assert found == (
        (Text("Walls", "quote"), Text("Silos", "small")),
        (Text("Paragraphs", "quote"), Text("Regulation", "small")),
        (Text("More walls", "quote"), Text("Silos", "small")),
    )
    assert beside(ROOM, ["silos", "law"], 2) == found[:2]
    assert beside(ROOM, ["money"], 2) == beside(ROOM, [], 2) == ()


def test_nobody_is_named_beside_a_quote() -> None:
    printed = str(beside(ROOM, ["silos", "law"], 9))
    assert not any(name in printed for name in ("Kari", "Table 1", "01-1"))

"""The dilemma cards of a very large room: 100 groups, 60 cards, every cell filled in every round."""

from itertools import cycle
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from foresight.core.document import Document
from foresight.core.folders import SCENARIOS
from foresight.core.methods import slice_kinds
from foresight.core.storage import load
from foresight.kit.theme import apply_theme
from foresight.methods.dilemmas.report import sections
from foresight.methods.dilemmas.view_tally import TallyView
from foresight.methods.summary.lines import lines
from foresight.model.cards import Card, CardCategory, Cards, Nomination, Selection, StatementVote, vote
from foresight.model.groups import Group, Groups
from foresight.model.patterns import pattern_of
from foresight.model.tallies import tallies
from tests.bench.measure import FRAME, Row, limit_row, median
from tests.bench.window import opened

GROUPS, CARDS = 100, 60
VOTES = 40


def rows() -> list[Row]:
    """A vote until it is counted and in words, a key until it is painted, and the section of the brief."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, "light")
    document = large_room()
    whole = whole_day(document)
    return [
        _counted(document),
        _told(whole),
        _followed(app, whole),
        _typed(app, document),
        _printed(document),
    ]


def large_room() -> Document:
    """Everybody nominated, chose and voted on everything, once more after the discussion."""
    random = Random(6)
    groups = tuple(Group(id=f"g{n:03}", name=f"Table {n}") for n in range(GROUPS))
    kinds = tuple(CardCategory(id=f"k{n}", name=f"Category {n}") for n in range(6))
    cards = tuple(
        Card(id=f"c{n:02}", title=f"Topic number {n}", category=kinds[n % 6].id, a="So it is.", b="It is not so.")
        for n in range(CARDS)
    )
    cells = [(group.id, card.id) for group in groups for card in cards]
    votes = tuple(
        StatementVote(group=group, card=card, ballot=1 if at < len(cells) else 2, answer=random.choice(("a", "b")))
        for at, (group, card) in enumerate(cells + cells)
    )
    held = Cards(
        categories=kinds,
        cards=cards,
        nominations=tuple(Nomination(group=group, card=card) for group, card in cells),
        selections=tuple(Selection(group=group, card=card) for group, card in cells),
        votes=votes,
    )
    return Document(doc_id="bench").put(Groups(groups=groups), held)


def whole_day(document: Document) -> Document:
    """The large room with everything else that the day of the sample has."""
    day = load(SCENARIOS / "public-sector-2040.en.foresight", slice_kinds())
    groups = day[Groups].but(groups=(*day[Groups].groups, *document[Groups].groups))
    mine, theirs = document[Cards], day[Cards]
    fields = {name: (*getattr(theirs, name), *getattr(mine, name)) for name in Cards.model_fields}
    return day.put(groups, theirs.but(**fields))


def _counted(document: Document) -> Row:
    answers = cycle("ab")
    held = [document]

    def once() -> None:
        held[0] = vote("g050", "c30", "a" if next(answers) == "b" else "b").apply(held[0])
        for tally in tallies(held[0]):
            pattern_of(tally)

    return limit_row("one vote until all counts and sentences stand, 100 groups x 60 cards", median(once, VOTES), FRAME)


def _told(document: Document) -> Row:
    answers = cycle("ab")
    held = [document]

    def once() -> None:
        held[0] = vote("g050", "c30", "a" if next(answers) == "b" else "b").apply(held[0])
        lines(held[0], "en")

    return limit_row("one vote until the summary is written, 100 groups x 60 cards", median(once, VOTES), FRAME)


def _followed(app: QApplication, document: Document) -> Row:
    workspace, session = opened(app, "summary", document)
    answers = cycle("ab")

    def once() -> None:
        session.do(vote("g050", "c30", "a" if next(answers) == "b" else "b"))
        app.processEvents()

    seconds = median(once, VOTES)
    workspace.deleteLater()
    return limit_row("one vote until the summary in the window is painted, 100 groups x 60 cards", seconds, FRAME)


def _typed(app: QApplication, document: Document) -> Row:
    workspace, _session = opened(app, "dilemmas", document)
    workspace.show_view(1)
    tally = workspace.view
    assert isinstance(tally, TallyView)
    tally.turn_to("statement")
    answers = cycle((Qt.Key.Key_A, Qt.Key.Key_B))
    app.processEvents()

    def once() -> None:
        tally.grid.setCurrentIndex(tally.grid.model().index(5, 5))
        QTest.keyClick(tally.grid, next(answers))
        app.processEvents()

    seconds = median(once, VOTES)
    workspace.deleteLater()
    return limit_row("one key in the tally until it is painted, 100 groups x 60 cards", seconds, FRAME)


def _printed(document: Document) -> Row:
    return limit_row(
        "dilemmas of the brief from the counts, 100 groups x 60 cards", median(lambda: sections(document, 8)), FRAME
    )

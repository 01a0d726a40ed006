"""The day of a gathering with the keyboard alone, from an empty file to a printed summary: nothing is clicked, nothing
is called, only the system's dialog for a file name is answered.
"""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QFileDialog

from foresight.core.methods import slice_kinds
from foresight.core.storage import load
from foresight.methods.forces.model import Forces
from foresight.methods.journey.model import Journey
from foresight.methods.orientation.model import Orientation
from foresight.methods.summary.model import Summary
from foresight.methods.summary.view_text import SummaryText
from foresight.methods.wishes.model import Wishes
from foresight.model.cards import Cards
from foresight.model.commitments import Commitments
from foresight.model.groups import Groups
from foresight.model.missteps import Missteps
from foresight.model.oracle import Oracle
from foresight.model.quotes import Quotes
from foresight.model.tallies import Votes, tallies
from tests.leader import Leader

WISHES = ("1: En samtale til", "2: Mindre papir", "3: Rom for å prøve")
QUESTIONS = ("Hvem sluttet med hva?", "Hva ble annerledes?")
SILOS = 5
OWN = "Alle bordene vil ut av siloene."
NOTE = "Dette tok kort tid."


def test_a_gathering_by_keyboard(leader: Leader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"summary": tmp_path / "summary.pdf", "workshop": tmp_path / "day.foresight"}
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _p, title, *_rest: (str(files[title.split()[1]]), ""))

    for part in (
        name_tables,
        wish,
        nominate,
        choose_and_vote,
        quote,
        vote_again,
        place,
        answer,
        ask,
        orient,
        weigh,
        commit,
        tell_of_a_misstep,
        put_in_words,
    ):
        part(leader)
    leader.press("Ctrl+E", "Ctrl+S")

    assert load(files["workshop"], slice_kinds()) == leader.document
    text = text_of(files["summary"])
    typed = (OWN, NOTE, "Vi er enige.", "Ring et bord", "En app ingen ville ha")
    assert [each for each in typed if each not in text] == []
    assert "Everybody agrees on “Silos”" not in text
    leader.press(*["Ctrl+Z"] * 2)
    assert leader.document[Summary] == Summary()


def text_of(path: Path) -> str:
    """All text of a PDF."""
    document = pypdfium2.PdfDocument(path)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    finally:
        document.close()


def name_tables(leader: Leader) -> None:
    """A new workshop with three tables, and a code for one participant."""
    leader.walk_to("New workshop")
    leader.press("Return")
    leader.write("Samling 2018")
    leader.press("Ins")
    leader.write("Bord 1, 8, kommune", "Bord 2, 8, stat", "Bord 3, 7, frivillig")
    leader.press("Ctrl+3", "Ins")
    leader.write("01-1")

    assert [group.name for group in leader.document[Groups].groups] == ["Bord 1", "Bord 2", "Bord 3"]
    assert [person.code for person in leader.document[Groups].participants] == ["01-1"]


def wish(leader: Leader) -> None:
    """A wish of each table."""
    leader.go("wishes")
    leader.press("Ins")
    leader.write(*WISHES)

    assert [each.text for each in leader.document[Wishes].wishes] == [text[3:] for text in WISHES]


def nominate(leader: Leader) -> None:
    """The ready-made deck; every table nominates the first six cards."""
    leader.go("dilemmas")
    leader.walk_to("Add the ready-made deck")
    leader.press("Return", "Ctrl+2")
    leader.walk_to("1 Nominated")
    leader.press("Space")
    for table in (1, 2, 3):
        leader.press("Ctrl+Home", *["Right"] * table, *["X"] * 6)

    assert len(leader.document[Cards].nominations) == 18


def choose_and_vote(leader: Leader) -> None:
    """They choose three, skipping the first three, and vote as they choose: all one way on silos, the sixth card."""
    leader.walk_to("1 Nominated")
    leader.press("Right", "Space")
    for table in (1, 2, 3):
        leader.press("Ctrl+Home", *["Right"] * table, *["Return"] * 3, "A", "B" if table == 1 else "A", "A")

    tally = tallies(leader.document)[SILOS]
    assert (tally.card.title, tally.nominations, tally.selections, tally.first.label) == ("Silos", 3, 3, "unanimous")
    assert tallies(leader.document)[4].first == Votes(a=2, b=1)
    assert tallies(leader.document)[0].is_dropped


def vote_again(leader: Leader) -> None:
    """After the discussion all agree on the most disputed topic, which stands first."""
    leader.walk_to("2 Chosen")
    leader.press("Right", "Right", "Space")
    for table in (1, 2, 3):
        leader.press("Ctrl+Home", *["Right"] * table, "A")

    assert tallies(leader.document)[4].second == Votes(a=3)


def place(leader: Leader) -> None:
    """The first table places its cards: one over three phases of the project, one over all on the system."""
    leader.go("journey")
    leader.walk_to("Use the usual phases")
    leader.press("Return")
    leader.walk_to("Sheet of the group")
    leader.press("Ctrl+Home", "1", "3", "Return", "Y", "1", "5")

    placed = leader.document[Journey].placements
    assert len(placed) == 2


def answer(leader: Leader) -> None:
    """One person answers about a phase, and may be quoted."""
    leader.press("Ins")
    leader.walk_to("Code of the participant")
    leader.write("01-1", "2 Spør dem det gjelder")

    (slip,) = leader.document[Journey].deep_dives
    assert slip.text == "Spør dem det gjelder"


def ask(leader: Leader) -> None:
    """Two questions to the oracle."""
    leader.go("oracle")
    leader.press("Ins")
    leader.write(*QUESTIONS)

    assert [question.text for question in leader.document[Oracle].questions] == list(QUESTIONS)


def orient(leader: Leader) -> None:
    """Three people say where their organisation looks."""
    leader.go("orientation")
    leader.walk_to("Type a slip and press Enter, such as 3 4 20/60/20 10/40/50")
    leader.write("3 4", "3 5", "4 4")

    assert [rater.line_now for rater in leader.document[Orientation].raters] == [3, 3, 4]


def weigh(leader: Leader) -> None:
    """A force at each corner, with its strength."""
    leader.go("forces")
    leader.press("Ins")
    for corner, text in (("Weight of the past", "Siloer / 4"), ("Push of the present", "Flere eldre / 5"),
                         ("Pull of the future", "Felles tjenester / 2")):  # fmt: skip
        leader.walk_to(f"Add force: {corner}")
        leader.write(text)

    assert [force.strength for force in leader.document[Forces].forces] == [4, 5, 2]


def commit(leader: Leader) -> None:
    """A commitment with a role and a day, and an ask."""
    leader.go("commitments")
    leader.press("Ins")
    leader.write("Ring et bord | Leder | Kommunen | 2019-01-15")
    leader.press("Ctrl+Shift+N")
    leader.write("Ett budsjett for tre etater | Finansdepartementet")

    (held,) = leader.document[Commitments].commitments
    assert (held.text, held.who, held.start) == ("Ring et bord", "Leder", "2019-01-15")
    assert len(leader.document[Commitments].asks) == 1


def tell_of_a_misstep(leader: Leader) -> None:
    """What was tried, what failed, what was learnt, whom it was told."""
    leader.go("missteps")
    leader.press("Ins")
    leader.write("En app ingen ville ha", "Ingen ble spurt", "Spør først", "Nabokommunen")

    (held,) = leader.document[Missteps].missteps
    assert (held.text, held.shared) == ("En app ingen ville ha", "Nabokommunen")


def quote(leader: Leader) -> None:
    """Somebody said something about silos that may be printed."""
    leader.press("Ctrl+Home", "Right", *["Down"] * SILOS)
    leader.walk_to("Type a quote and press Enter")
    leader.write("Vi er enige.")
    leader.walk_to("Quote 1 may be printed")
    leader.press("Space")

    (said,) = leader.document[Quotes].quotes
    assert (said.text, said.consent, said.about) == ("Vi er enige.", True, tallies(leader.document)[SILOS].card.id)


def put_in_words(leader: Leader) -> None:
    """The leader words the sentence on silos anew and adds a note to its chapter."""
    leader.go("summary")
    text = leader.at
    assert isinstance(text, SummaryText)
    for _line in text.held.lines:
        if text.line is not None and text.line.text.startswith("Everybody agrees on “Silos”"):
            break
        leader.press("Down")
    leader.press("Return", "Ctrl+A")
    leader.write(OWN)
    leader.press("Ctrl+Shift+N")
    leader.write(NOTE)

    part = leader.document[Summary]
    assert [(wording.text, [one.count for one in wording.basis]) for wording in part.wordings] == [(OWN, ["3", "0"])]
    assert [note.text for note in part.notes] == [NOTE]

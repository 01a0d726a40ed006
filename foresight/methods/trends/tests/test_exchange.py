"""Trends as a table: what comes back, and what is left out."""

from pathlib import Path

from foresight.core.differences import line
from foresight.core.document import Document
from foresight.core.history import History
from foresight.core.methods import discover
from foresight.core.progress import no_tick
from foresight.core.proposals import Proposal, changes
from foresight.core.words import speaking
from foresight.methods.trends import exchange
from foresight.model.trends import Trend, Trends

discover()  # so that the words of the methods are known in Norwegian

AGEING = Document().put(Trends(trends=(Trend(id="t", title="Ageing", ring="now", tags=("care",), owner="Kari"),)))


def table(text: str, document: Document, folder: Path) -> Proposal:
    """What this table proposes."""
    (folder / "f.csv").write_text(text, "utf-8")
    return exchange.read(document, folder / "f.csv", no_tick)


def test_new_trends_are_added_and_known_ones_changed_in_one_step(tmp_path: Path) -> None:
    text = "Tittel;Kategori;Ring;Stikkord\nSmart grids;Miljømessig;Forberede;power, cities\nAGEING;;;elders; care\n"
    proposal = table(text.replace("elders; care", '"elders; care"'), AGEING, tmp_path)
    history = History(AGEING)

    assert history.do(proposal.edit)
    known, new = history.document[Trends].trends
    assert (known.title, known.category, known.ring, known.tags, known.owner) == (
        "Ageing",
        "social",
        None,
        ("elders", "care"),
        "Kari",
    )
    assert (new.title, new.category, new.ring, new.tags) == (
        "Smart grids",
        "environmental",
        "near",
        ("power", "cities"),
    )
    assert [line(each) for each in changes(AGEING, proposal)] == [
        "Added: trend “Smart grids”",
        "Changed: trend “Ageing” (ring and tags)",
    ]
    history.undo()
    assert history.document is AGEING


def test_what_is_not_understood_is_named_and_left_out(tmp_path: Path) -> None:
    long = "x" * 301
    text = "title,category,ring,summary,points\nA,social,soon,,\n,social,,,\nAgeing,,,ok,\nageing ,,,twice,\n"
    proposal = table(f"{text}B,,,{long},\n", AGEING, tmp_path)

    assert [remark.text for remark in proposal.remarks] == [
        "row 2, column C: “soon” is none of these: Act, Prepare and Monitor. The trend is left out.",
        "row 3, column A: The title of a trend is missing here. The row is left out.",
        "row 5, column A: This trend came before. The row is left out.",
        "row 6, column D: The text is too long and is shortened to 300 characters.",
    ]
    assert proposal.notes == ("Columns that mean nothing here are not read: “points”.",)
    assert [trend.title for trend in proposal.edit.apply(AGEING)[Trends].trends] == ["Ageing", "B"]


def test_titles_that_would_run_as_formulas_survive(tmp_path: Path) -> None:
    titles = ["=1+1", "+47", "- less", "@home", "'=x", "Trust", "trust"]
    document = Document().put(Trends(trends=tuple(Trend(title=title) for title in titles)))
    with speaking("nb"):
        (tmp_path / "f.csv").write_bytes(exchange.write(document, ".csv"))
    after = exchange.read(Document(), tmp_path / "f.csv", no_tick).edit.apply(Document())

    assert [trend.title for trend in after[Trends].trends] == [*titles[:-1], "trust (2)"]
    assert exchange.read(document, tmp_path / "f.csv", no_tick).edit.apply(document) is document

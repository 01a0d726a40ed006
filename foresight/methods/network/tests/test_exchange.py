"""The network in files of other programs: what comes back, what is left out and why, one step to undo."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.core.differences import line
from foresight.core.document import Document
from foresight.core.history import History
from foresight.core.methods import discover
from foresight.core.problems import Problem
from foresight.core.progress import no_tick
from foresight.core.proposals import Proposal, changes
from foresight.core.words import speaking
from foresight.methods.network import exchange_graphml, exchange_links, exchange_matrix, exchange_workbook
from foresight.methods.network.drafting import NEW_MOST
from foresight.methods.network.exchange_pictures import write_canvas, write_plane
from foresight.methods.network.tests.networks import SIGNED, network, networks
from foresight.model.drivers import Driver, Drivers, Link

discover()  # so that the words of the methods are known in Norwegian

TRUST = network({"ab": "+3"}, "abc")
"""Driver a acts strongly on Driver b; there is a Driver c."""


def told(document: Document) -> set[tuple[object, ...]]:
    """Every link with the titles of its drivers and all its fields."""
    part = document[Drivers]
    titles = {driver.id: driver.title for driver in part.drivers}
    return {
        (
            titles[li.source],
            titles[li.target],
            li.strength,
            li.sign,
            li.potential,
            li.delay,
            li.confidence,
            li.rationale,
        )
        for li in part.links
    }


def edges(text: str, document: Document, folder: Path) -> Proposal:
    """What a table of links proposes."""
    (folder / "f.csv").write_text(text, "utf-8")
    return exchange_links.read(document, folder / "f.csv", no_tick)


def matrix(text: str, document: Document, folder: Path) -> Proposal:
    """What a matrix proposes."""
    (folder / "f.csv").write_text(text, "utf-8")
    return exchange_matrix.read(document, folder / "f.csv", no_tick)


def remarks(proposal: Proposal) -> list[str]:
    """What is said about cells."""
    return [remark.text for remark in proposal.remarks]


# Links, one to a row


def test_one_step_adds_and_changes_and_one_undo_takes_it_back(tmp_path: Path) -> None:
    text = "from;to;strength;sign;delay;confidence;rationale;only possible\n"
    text += "Driver A;driver  b;1;opposite;long;4;because;yes\nDriver b;Climate;-2;;;;;\n"
    proposal = edges(text, TRUST, tmp_path)
    history = History(TRUST)

    assert history.do(proposal.edit)
    assert told(history.document) == {
        ("Driver a", "Driver b", 1, "-", True, "long", 4, "because"),
        ("Driver b", "Climate", 2, "-", False, "short", None, ""),
    }
    assert [line(each) for each in changes(TRUST, proposal)] == [
        "Added: driver “Climate”",
        "Added: link “Driver b → Climate”",
        "Changed: link “Driver a → Driver b” (strength, sign, only possible, delay, confidence and rationale)",
    ]
    assert remarks(proposal) == [
        "row 3, column B: There is no driver “Climate” yet. It is added. "
        "If it is only spelt differently, correct the file."
    ]
    history.undo()
    assert history.document is TRUST


def test_every_cell_that_is_not_understood_is_named_and_its_row_left_out(tmp_path: Path) -> None:
    text = (
        "Fra;Til;Styrke;Fortegn;Forsinkelse;Hvor sikkert;Bare mulig\n"
        "Driver a;Driver b;mye;+;kort;3;\n"
        "Driver b;Driver b;1;+;kort;3;\n"
        "Driver b;Driver c;4;+;snart;9;kanskje\n"
        ";Driver c;1;+;kort;;\n"
        "Driver c;Driver a;1;−;middels;;\n"
        "Driver c;Driver a;2;+;;;\n"
        "Driver a;Driver c;-2;+;;;\n"
        "Driver a;Driver c;١;;;;\n"
    )
    proposal = edges(text, TRUST, tmp_path)

    assert remarks(proposal) == [
        "row 2, column C: “mye” is not a strength (0, 1, 2 or 3). This link is left out.",
        "row 3, column B: A driver has no link to itself. This one is left out.",
        "row 4, column C: “4” is not a strength (0, 1, 2 or 3). This link is left out.",
        "row 4, column E: “snart” is not a delay (short, medium or long). This link is left out.",
        "row 4, column F: “9” is not a confidence (1 to 5). This link is left out.",
        "row 4, column G: “kanskje” is not yes or no. This link is left out.",
        "row 5, column A: The title of a driver is missing here.",
        "row 7, column B: The link Driver c → Driver a came before. This one is left out.",
        "row 8, column D: A strength below 0 and another sign contradict each other. This link is left out.",
        "row 9, column C: “١” is not a strength (0, 1, 2 or 3). This link is left out.",
    ]
    assert told(proposal.edit.apply(TRUST)) - told(TRUST) == {
        ("Driver c", "Driver a", 1, "-", False, "medium", None, "")
    }


def test_a_driver_of_a_row_that_is_left_out_is_not_added(tmp_path: Path) -> None:
    proposal = edges("from,to,strength\nNew,Driver a,lots\n", TRUST, tmp_path)

    assert proposal.edit.apply(TRUST) is TRUST


def test_columns_that_are_not_there_leave_the_fields_of_a_link_alone(tmp_path: Path) -> None:
    document = network({}, "ab")
    link = Link(source="a", target="b", strength=2, sign="-", delay="long", confidence=5, rationale="why")
    document = document.put(document[Drivers].but(links=(link,)))
    proposal = edges("from,to,strength\nDriver a,Driver b,3\n", document, tmp_path)

    assert proposal.edit.apply(document)[Drivers].links == (link.but(strength=3),)


def test_two_drivers_of_one_title_are_told_apart_by_a_number(tmp_path: Path) -> None:
    twins = (Driver(id="a", title="Trust"), Driver(id="b", title="trust"))
    document = Document().put(Drivers(drivers=twins, links=(Link(source="a", target="b", strength=3),)))
    (tmp_path / "f.csv").write_bytes(exchange_links.write(document, ".csv"))

    assert b"Trust,trust (2),3" in (tmp_path / "f.csv").read_bytes()
    assert exchange_links.read(document, tmp_path / "f.csv", no_tick).edit.apply(document) is document


def test_a_title_that_is_too_long_is_shortened_and_said_so(tmp_path: Path) -> None:
    proposal = edges(f"from,to\n{'x' * 250},Driver a\n", TRUST, tmp_path)

    assert remarks(proposal) == [
        "row 2, column A: The title of the driver is too long and is shortened to 200 characters."
    ]
    assert proposal.edit.apply(TRUST)[Drivers].drivers[-1].title == "x" * 200


def test_a_rationale_that_is_too_long_is_shortened_and_said_so(tmp_path: Path) -> None:
    proposal = edges(f"from,to,rationale\nDriver a,Driver c,{'x' * 20_001}\n", TRUST, tmp_path)

    assert remarks(proposal) == ["row 2, column C: The text is too long and is shortened to 20000 characters."]
    assert [link.rationale for link in proposal.edit.apply(TRUST)[Drivers].links][-1] == "x" * 20_000


def test_a_list_of_something_else_does_not_fill_the_workshop_with_drivers(tmp_path: Path) -> None:
    rows = "".join(f"Person {n},Town {n}\n" for n in range(NEW_MOST))

    with pytest.raises(Problem, match="Is it a list of something else"):
        edges("from,to\n" + rows, TRUST, tmp_path)


def test_what_changed_meanwhile_is_respected(tmp_path: Path) -> None:
    proposal = edges("from,to,strength\nDriver a,Driver b,1\nDriver b,Driver c,2\n", TRUST, tmp_path)
    without_c = network({"ab": "+3"}, "ab")

    assert told(proposal.edit.apply(without_c)) == {("Driver a", "Driver b", 1, "+", False, "short", None, "")}


LINKS = st.fixed_dictionaries(
    {
        "strength": st.integers(0, 3),
        "sign": st.sampled_from("+-?"),
        "potential": st.booleans(),
        "delay": st.sampled_from(["short", "medium", "long"]),
        "confidence": st.none() | st.integers(1, 5),
        "rationale": st.sampled_from(["", "=1+1", "- because", "one\ntwo; “three”", "'quoted", "−5"]),
    }
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["ab", "ba", "ac", "cb"]), LINKS), st.sampled_from(["en", "nb"]))
def test_any_links_survive_the_table_and_the_graph(links: dict[str, dict[str, object]], language: str) -> None:
    made = tuple(Link(source=ends[0], target=ends[1], **fields) for ends, fields in links.items())  # type: ignore[arg-type]
    document = Document().put(
        Drivers(
            drivers=(Driver(id="a", title="=A;B"), Driver(id="b", title="'-x, y"), Driver(id="c", title="")), links=made
        )
    )
    named = {f"{one.title or '–'}" for one in document[Drivers].drivers if any(one.id in ends for ends in links)}
    for way, ending in ((exchange_links, ".csv"), (exchange_graphml, ".graphml")):
        with TemporaryDirectory() as folder, speaking(language):  # type: ignore[arg-type]
            path = Path(folder, f"f{ending}")
            path.write_bytes(way.write(document, ending))
            proposal = way.read(Document(), path, no_tick)
        after = proposal.edit.apply(Document())

        assert proposal.remarks == ()
        assert {(a or "–", b or "–", *rest) for a, b, *rest in told(document)} == told(after)
        assert named <= {one.title for one in after[Drivers].drivers}


# The matrix


def test_a_cell_of_the_matrix_in_all_its_forms(tmp_path: Path) -> None:
    text = ";Driver a;Driver b;Driver c;D;E\nDriver a;–;P;?2;−1;3,0\nDriver b;P-3;x;+2;p?1;\nDriver c;0;-;0;-2;?\n"
    proposal = matrix(text, TRUST, tmp_path)
    found = {entry[:5] for entry in told(proposal.edit.apply(TRUST))}

    assert [remark.where for remark in proposal.remarks] == ["row 1, column E", "row 1, column F"], "D and E are new"
    assert found == {
        ("Driver a", "Driver b", 3, "+", True),
        ("Driver a", "Driver c", 2, "?", False),
        ("Driver a", "D", 1, "-", False),
        ("Driver a", "E", 3, "+", False),
        ("Driver b", "Driver a", 3, "-", True),
        ("Driver b", "Driver c", 2, "+", False),
        ("Driver b", "D", 1, "?", True),
        ("Driver c", "Driver b", 1, "-", False),
        ("Driver c", "D", 2, "-", False),
        ("Driver c", "E", 1, "?", False),
    }


@pytest.mark.parametrize("cell", ["", "0"])
def test_an_empty_cell_of_the_matrix_removes_the_link(cell: str, tmp_path: Path) -> None:
    proposal = matrix(f";Driver b\nDriver a;{cell}\n", TRUST, tmp_path)

    assert [line(each) for each in changes(TRUST, proposal)] == ["Removed: link “Driver a → Driver b”"]


def test_cells_of_the_matrix_that_are_no_links_are_named(tmp_path: Path) -> None:
    proposal = matrix(";Driver a;Driver b;\nDriver a;2;4;1\nDriver b;much;;\n;;1;\n", TRUST, tmp_path)
    understood = "is not a link: write 0 to 3 with + or -, ?2 for undecided, P2 for only possible. It is left out."

    assert remarks(proposal) == [
        "row 2, column D: This cell has no driver in its row or column. It is left out.",
        "row 4, column C: This cell has no driver in its row or column. It is left out.",
        "row 2, column B: A driver has no link to itself. This one is left out.",
        f"row 2, column C: “4” {understood}",
        f"row 3, column B: “much” {understood}",
    ]
    assert proposal.edit.apply(TRUST) is TRUST


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (";A;a \nB;1;2\n", "The heading “a” comes twice. Give every driver a title of its own."),
        ("A;B\n", "There is no matrix here: the first row and the first column must hold the titles of drivers."),
    ],
)
def test_what_is_no_matrix_is_refused(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        matrix(text, TRUST, tmp_path)

    assert refused.value.message == said


@settings(deadline=None)
@given(networks(), st.sampled_from(["en", "nb"]))
def test_any_matrix_survives(links: dict[str, str], language: str) -> None:
    document = network(links, "abcdefg")
    with TemporaryDirectory() as folder, speaking(language):  # type: ignore[arg-type]
        path = Path(folder, "f.csv")
        path.write_bytes(exchange_matrix.write(document, ".csv"))
        same = exchange_matrix.read(document, path, no_tick)
        fresh = exchange_matrix.read(Document(), path, no_tick)

    assert same.edit.apply(document) is document
    assert told(fresh.edit.apply(Document())) == told(document)


# The workbook


def test_a_workbook_filled_in_in_excel_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    with speaking("nb"):
        book = openpyxl.load_workbook(BytesIO(exchange_workbook.write(TRUST, ".xlsx")))
    assert book.sheetnames == ["Veiledning", "Drivkrefter", "Matrise", "Koblinger"]
    book["Drivkrefter"].append(["Klima", "Været vi får", "Miljømessig"])
    for place, value in (("E1", "Klima"), ("A5", "Klima"), ("B5", -2), ("C2", None), ("C4", 1.0)):
        book["Matrise"][place] = value
    book["Koblinger"].append(["Klima", "Driver a", "Lang", 4, "=because"])
    book["Koblinger"]["E3"].data_type = "s"
    book.create_sheet("Notes").append(["whatever"])
    book.save(path)
    proposal = exchange_workbook.read(TRUST, path, no_tick)
    after = proposal.edit.apply(TRUST)

    assert remarks(proposal) == [
        "Koblinger, row 2, column B: The matrix has no link Driver a → Driver b. This row is left out."
    ]
    assert "The sheet “Notes” was not read." in proposal.notes
    assert told(after) == {
        ("Klima", "Driver a", 2, "-", False, "long", 4, "=because"),
        ("Driver c", "Driver b", 1, "+", False, "short", None, ""),
    }
    assert (after[Drivers].drivers[-1].description, after[Drivers].drivers[-1].category) == (
        "Været vi får",
        "environmental",
    )


def test_a_name_that_the_list_of_a_new_workbook_lacks_is_pointed_out(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(exchange_workbook.write(TRUST, ".xlsx")))
    book["Matrix"]["A3"] = "Drivr b"
    book.save(tmp_path / "f.xlsx")
    proposal = exchange_workbook.read(Document(), tmp_path / "f.xlsx", no_tick)

    assert remarks(proposal)[0] == (
        "Matrix, row 3, column A: There is no driver “Drivr b” yet. It is added. "
        "If it is only spelt differently, correct the file."
    )


def test_an_empty_template_that_comes_back_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "f.xlsx").write_bytes(exchange_workbook.write(Document(), ".xlsx"))
    proposal = exchange_workbook.read(TRUST, tmp_path / "f.xlsx", no_tick)

    assert proposal.edit.apply(TRUST) is TRUST
    assert proposal.remarks == ()


def test_a_workbook_without_our_sheets_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["x"])
    book.save(tmp_path / "f.xlsx")

    with pytest.raises(Problem, match="none of the sheets"):
        exchange_workbook.read(TRUST, tmp_path / "f.xlsx", no_tick)


# Graphs and pictures


def test_a_graph_of_another_program_becomes_drivers_and_links(tmp_path: Path) -> None:
    (tmp_path / "f.graphml").write_text(
        '<graphml><key id="w" for="edge" attr.name="weight"/><key id="l" for="node" attr.name="Label"/>'
        '<graph edgedefault="undirected"><node id="x"><data key="l">Driver a</data></node><node id="Wind"/>'
        '<edge source="x" target="Wind"><data key="w">-2.0</data></edge>'
        '<edge source="Wind" target="x"><data key="w">0.7</data></edge>'
        '<edge source="x" target="y"/></graph></graphml>'
    )
    proposal = exchange_graphml.read(TRUST, tmp_path / "f.graphml", no_tick)

    assert remarks(proposal) == [
        "The graph has no directions: each edge is read as a link from its first node to its second.",
        "node 2: There is no driver “Wind” yet. It is added. If it is only spelt differently, correct the file.",
        "edge 2, Strength: “0.7” is not a strength (0, 1, 2 or 3). This link is left out.",
        "edge 3: There is no node “y”. This link is left out.",
    ]
    assert told(proposal.edit.apply(TRUST)) - told(TRUST) == {("Driver a", "Wind", 2, "-", False, "short", None, "")}


@pytest.mark.parametrize("write", [write_canvas, write_plane], ids=["canvas", "plane"])
@pytest.mark.parametrize(("ending", "begins"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")])
def test_pictures_are_files_of_their_kind(write: Callable[[Document, str], bytes], ending: str, begins: bytes) -> None:
    document = network(SIGNED)

    assert write(document, ending).startswith(begins)


def test_a_picture_as_pdf_has_its_name_for_viewers_and_not_across_the_picture() -> None:
    """reportlab's own way of writing a drawing sets the name in large type on the page."""
    document = pypdf.PdfReader(BytesIO(write_canvas(network(SIGNED), ".pdf")))

    assert document.metadata is not None
    assert document.metadata.title == "Network of drivers"
    assert "Network" not in document.pages[0].extract_text()


def test_the_picture_of_the_canvas_shows_every_driver_and_escapes_their_titles() -> None:
    document = Document().put(Drivers(drivers=(Driver(title="<b>&amp;</b>"), Driver(title="Trust"))))
    drawn = write_canvas(document, ".svg").decode()

    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in drawn
    assert ">Trust<" in drawn


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("ab;,\n\"'=+-?P0123–\t"), max_size=60))
def test_any_text_is_a_proposal_or_a_problem(text: str) -> None:
    with TemporaryDirectory() as folder:
        for way in (edges, matrix):
            for heading in ("", "from;to;strength\n"):
                try:
                    proposal = way(heading + text, TRUST, Path(folder))
                except Problem:
                    continue
                assert all(link.source != link.target for link in proposal.edit.apply(TRUST)[Drivers].links)

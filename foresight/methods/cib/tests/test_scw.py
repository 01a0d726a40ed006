"""Project files of ScenarioWizard, read: what they say, and what is refused and where."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.core.problems import Problem
from foresight.methods.cib.analysis import board
from foresight.methods.cib.exchange_scw import write
from foresight.methods.cib.model import CrossImpact
from foresight.methods.cib.scw_reading import parse
from foresight.methods.cib.scw_writing import write as write_project
from foresight.methods.cib.tests.matrices import somewhereland
from foresight.methods.cib.tests.projects import HOSTILE, PROJECT, SOMEWHERELAND, SOUND, UNSOUND, taken

# Reading


def test_somewhereland_is_the_published_matrix(tmp_path: Path) -> None:
    document, proposal = taken(SOMEWHERELAND.read_bytes(), tmp_path)
    held = board(document).matrix

    assert (proposal.remarks, proposal.notes) == ((), ())
    assert (held.sizes, held.scores.tolist()) == (somewhereland().sizes, somewhereland().scores.tolist())
    assert [each.title for each in document[CrossImpact].descriptors][:2] == ["A. Government", "B. Foreign policy"]


def test_names_colours_and_texts_have_their_places(tmp_path: Path) -> None:
    document, proposal = taken(PROJECT.encode(), tmp_path)
    part = document[CrossImpact]

    assert proposal.remarks == ()
    assert [(each.title, each.short) for each in part.descriptors] == [("Government", "Gov"), ("Eco", "")]
    assert [(each.title, each.short, each.colour) for each in part.variants] == [
        ("Open to all", "open", ""), ("Closed", "closed", "ff8000"), ("up", "", ""), ("down", "", "00aaFF"),
    ]  # fmt: skip
    assert part.descriptors[0].essay == "What the state does\n# not a heading"
    (section,) = part.sections
    assert section.text == "Taxes"
    assert (section.source, section.target) == tuple(each.id for each in part.descriptors)


REFUSED = {
    "no_header": "Line 1: A ScenarioWizard project begins with “$ ScenarioWizard 4.0”, and this file does not.",
    "rows_missing": "Line 35: The matrix ends after 5 rows; 6 are needed.",
    "rows_extra": "Line 36: The matrix has more than 6 rows.",
    "float": "Line 30: “1.5” is no judgement: a whole number from −20 to 20 is needed.",
    "decimal_comma": "Line 30: There are 7 numbers in this row of the matrix; 6 are needed.",
    "big": f"Line 30: “{'9' * 40}” is no judgement: a whole number from −20 to 20 is needed.",
    "empty_cell": "Line 30: “” is no judgement: a whole number from −20 to 20 is needed.",
    "no_variants": "Line 3: The descriptor “A” has no variants.",
    "trunc": "Line 5: The file ends here, in the middle: it was cut off.",
    "is_sl": "Line 1: This is a file of solutions (.sl), not a project. Give it a name that ends in .sl.",
    "empty": "The file is empty.",
}


@pytest.mark.parametrize("name", UNSOUND)
def test_malformed_files_are_refused_with_the_line(name: str) -> None:
    with pytest.raises(Problem) as refused:
        parse((HOSTILE / f"{name}.scw").read_bytes())
    assert refused.value.message == REFUSED[name]


def test_all_other_files_are_read() -> None:
    assert SOUND == [
        "blank_lines", "crlf", "dup_descriptor", "hash_in_name", "latin1", "markup", "ok", "one_variant",
        "other_version", "row_sum", "utf16",
    ]  # fmt: skip
    found = {name: parse((HOSTILE / f"{name}.scw").read_bytes()) for name in SOUND}
    assert [part.name.short for part in found["dup_descriptor"].project.parts] == ["A. Government"] * 2
    assert [name.short for name in found["hash_in_name"].project.parts[0].variants] == ["#a", "-b", "&c"]
    assert [part.name.short for part in found["latin1"].project.parts] == ["Økonomi", "B. Economy"]
    assert found["one_variant"].project.sizes == (1, 3)
    for same in ("crlf", "blank_lines", "utf16"):
        assert found[same].project == found["ok"].project
    assert {name for name, source in found.items() if source.remarks} == {"other_version"}
    assert found["other_version"].remarks[0].text == (
        "line 1: The file is of version 9.9. Only 4.0 is known: look through what was read."
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("&Eco\n", "Eco\n", "Line 6: “Eco” is neither a descriptor (&) nor a variant ( -)."),
        (" Closed\n", "", "Line 12: The long names must come in the same order as the short ones."),
        ("&\n \n \n", "&\n \n", "Line 15: There are 5 long names where 6 are needed."),
        ("ff8000", "red", "Line 19: “red” is no colour: six hexadecimal digits are needed."),
        ("00aaFF\n", "", "Line 21: There are 3 colours for 4 variants."),
        ("# 0-0\n", "", "Line 29: Here a line with # is needed: what a text belongs to, or the end."),
        ("# 0-0", "# 1-1", "Line 29: The texts must begin with the line “# 0-0”."),
        ('"Taxes"', "Taxes", "Line 41: Here a text in quotation marks is needed."),
        ('"Taxes"', '"Taxes', "Line 41: The text that begins here has no end."),
        ("#\n#\n", "", "Line 45: The file ends here, in the middle: it was cut off."),
        (" -open\n", " -open\n" * 8, "Line 12: A descriptor has at most 8 variants."),
        ("&Gov\n -open\n -closed\n&Eco\n -up\n -down\n", "", "Line 3: There are no descriptors in the file."),
        ("Whole", "\0", "Line 30: This is no text: there are zero bytes in it."),
    ],
)
def test_every_fault_is_told_where_it_is(old: str, new: str, said: str) -> None:
    assert old in PROJECT
    at = PROJECT.rindex(old) if old == "#\n#\n" else PROJECT.index(old)
    with pytest.raises(Problem) as refused:
        parse((PROJECT[:at] + new + PROJECT[at + len(old) :]).encode())
    assert refused.value.message == said


def test_what_is_not_known_is_remarked_on_and_kept(tmp_path: Path) -> None:
    data = PROJECT.replace("#\n#\nFFFFFF", "#\nmore\n#\nFFFFFF").encode() + b"#\nsomething newer\n"
    document, proposal = taken(data, tmp_path)

    assert [remark.text for remark in proposal.remarks] == [
        "line 17: Nothing is known to stand here. The line is not read.",
        "line 49: What follows after the end of the project is not read.",
    ]
    assert write(document, ".scw") == data


def test_texts_that_stand_in_no_order_are_known_by_their_names() -> None:
    head = PROJECT[: PROJECT.index("# Government\n")]
    source = parse((head + '# Eco\n"E"\n# Gov\n"G"\n# Nobody\n"N"\n# Eco -> Gov\n"EG"\n#\n#\n').encode())

    assert {key: text for key, text in source.project.texts.items() if key} == {(1,): "E", (0,): "G", (1, 0): "EG"}
    assert [remark.text for remark in source.remarks] == [
        "line 36: It cannot be told what this text belongs to. It is not read."
    ]


def test_what_breaks_the_method_is_told_and_counts_as_it_stands(tmp_path: Path) -> None:
    document, proposal = taken((HOSTILE / "row_sum.scw").read_bytes(), tmp_path)

    assert proposal.notes == (
        "12 judgement groups do not sum to 0: the matrix is not standardised.",
        "2 descriptors act on themselves, which the method does not foresee. They count as they stand.",
    )
    assert board(document).matrix.scores[0].tolist() == [1, 1, 1, 3, 2, -2]


def test_long_texts_are_shortened_and_named(tmp_path: Path) -> None:
    data = PROJECT.replace(" Closed", f" {'G' * 300}").replace("Taxes", "T" * 30_000).encode()
    document, proposal = taken(data, tmp_path)

    assert [remark.text for remark in proposal.remarks] == [
        "line 12: The text is too long and is shortened to 200 characters.",
        "line 41: The text is too long and is shortened to 20000 characters.",
    ]
    assert len(document[CrossImpact].variants[1].title) == 200
    assert write(document, ".scw") == data


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(Problem):
        parse(data)


LINES = st.sampled_from(PROJECT.split("\n"))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 47), st.sampled_from("rdic"), LINES, st.characters()), max_size=4))
def test_a_damaged_project_is_read_or_refused_and_comes_back(damage: list[tuple[int, str, str, str]]) -> None:
    lines = PROJECT.split("\n")
    for at, how, line, letter in damage:
        at = min(at, len(lines) - 1)
        match how:
            case "r":
                lines[at] = line
            case "d" if len(lines) > 1:
                del lines[at]
            case "i":
                lines.insert(at, line)
            case "c":
                lines[at] += letter
    data = "\n".join(lines).encode("utf-8", "replace")
    try:
        source = parse(data)
    except Problem as problem:
        assert problem.message.startswith("Line ")  # noqa: PT017 - or else it is read
        return
    assert len(source.project.rows) == len(source.project.colours) == sum(source.project.sizes)
    assert write_project(source.project, source) == data

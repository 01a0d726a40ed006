"""What the source holds to everywhere: places where a user's text could be taken for more than text."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = [path for path in sorted((ROOT / "foresight").rglob("*.py")) if "tests" not in path.parts]

TOOL_TIPS = ("kit/labels.py", "kit/actions.py")
"""The one helper, and what it itself needs; all others go by it."""
BOXES = ("kit/problems.py",)
LIMITS = ("kit/limits.py",)
RICH = {
    *("setHtml", "insertHtml", "appendHtml", "toHtml", "setMarkdown", "fromHtml", "QTextBrowser", "QTextDocument"),
    *("setOpenExternalLinks", "setWhatsThis", "openUrl"),
}
"""What shows, or follows, mark-up."""
PICTURES = {
    *("Paragraph", "XPreformatted", "ImageReader", "drawImage", "drawInlineImage", "drawString_html", "open_for_read"),
    *("QImageReader", "QMovie", "setPixmapFromUrl", "svg2rlg"),
}
"""What could fetch a picture that a text names."""


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a file, by the last part of its name; of a call on QMessageBox itself, that name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Attribute):
            of_box = isinstance(called.value, ast.Name) and called.value.id == "QMessageBox"
            yield "QMessageBox" if of_box else called.attr, node
        else:
            yield getattr(called, "id", ""), node


def is_our_text(node: ast.expr) -> bool:
    """Whether this is text of the program: literal, translated, or such texts together."""
    if isinstance(node, ast.BinOp):
        return is_our_text(node.left) and is_our_text(node.right)
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext")
    return isinstance(node, ast.Constant)


def is_in(path: Path, files: tuple[str, ...]) -> bool:
    return path.as_posix().endswith(files)


@pytest.fixture(scope="module")
def found() -> list[tuple[Path, str, ast.Call]]:
    """Every call in the program."""
    return [(path, name, call) for path in SOURCES for name, call in calls(path)]


def faults(found: list[tuple[Path, str, ast.Call]], names: set[str], allowed: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{call.lineno} {name}"
        for path, name, call in found
        if name in names and not is_in(path, allowed)
    ]


def test_a_tool_tip_of_anything_but_our_own_words_goes_by_the_helper(found: list[tuple[Path, str, ast.Call]]) -> None:
    others = [each for each in found if not (each[2].args and is_our_text(each[2].args[0]))]
    assert not faults(others, {"setToolTip"}, TOOL_TIPS)


def test_labels_are_made_empty_or_by_the_helper(found: list[tuple[Path, str, ast.Call]]) -> None:
    """What is put into them later is looked at in the window (tests/test_methods.py)."""
    assert not faults([each for each in found if each[2].args], {"QLabel"}, TOOL_TIPS)
    texts = [each for each in found if any(isinstance(arg, ast.Constant | ast.JoinedStr) for arg in each[2].args)]
    assert not faults(texts, {"addRow"})


def test_message_boxes_are_made_in_one_place(found: list[tuple[Path, str, ast.Call]]) -> None:
    assert not faults(found, {"QMessageBox", "QErrorMessage"}, BOXES)


def test_nothing_shows_mark_up(found: list[tuple[Path, str, ast.Call]]) -> None:
    assert not faults(found, RICH)
    rich = [each for each in found if each[2].args and not ast.unparse(each[2].args[0]).endswith(".PlainText")]
    assert not faults(rich, {"setTextFormat"})


def test_nothing_opens_a_picture_that_a_text_could_name(found: list[tuple[Path, str, ast.Call]]) -> None:
    """Painted pictures (QImage from pixels, QPainter.drawImage) are no files; of files, there are our own icons."""
    painters = re.compile(r"view|printing")
    painted = [each for each in found if each[1] != "drawImage" or not painters.search(each[0].name)]
    assert not faults(painted, PICTURES)
    names = [each for each in found if "RESOURCES" not in ast.unparse(each[2]) and len(each[2].args) == 1]
    by_name = [each for each in names if not isinstance(each[2].args[0], ast.BinOp)]
    assert not faults(by_name, {"QPixmap", "QImage", "QIcon"})


def test_items_of_lists_are_made_by_qt(found: list[tuple[Path, str, ast.Call]]) -> None:
    """PySide 6.11 may crash when a list is cleared of items that were made in Python: kit.lists.fill."""
    assert not faults(found, {"QListWidgetItem"})


def test_whoever_limits_a_line_tells_the_user(found: list[tuple[Path, str, ast.Call]]) -> None:
    assert not faults(found, {"setMaxLength"}, LIMITS)

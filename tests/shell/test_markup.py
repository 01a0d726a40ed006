"""What users type is shown as they typed it, wherever the window shows it, and never carried out."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.model.trends import Trend, Trends
from foresight.model.workshop import Workshop
from foresight.shell.palette import Palette
from foresight.shell.window import Window
from tests.shell.conftest import Dialogs, OpenWindow, banner, menu_action

MARKUP = Path(__file__).parents[1] / "data" / "hostile" / "markup.txt"
SAMPLES = [clean_line(line) for line in MARKUP.read_text("utf-8").splitlines() if line]
SAMPLES += ["Plan [*]", "[*][*]", "a\tb & c", "&File && more", "100 % %1 {name}", "“quoted” «quoted»"]


def workshop(text: str) -> Document:
    """A workshop that is full of this text."""
    title = clean_line(text)
    trends = Trends(trends=(Trend(id="t1", title=title, summary=title),))
    return Document().put(Workshop(title=title, question=text), trends)


def literal(tool_tip: str) -> str:
    """What a tool tip shows."""
    inside = tool_tip.removeprefix("<qt>").removesuffix("</qt>")
    assert "<" not in inside
    return inside.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def test_the_title_is_shown_as_it_is_written(window: Window, dialogs: Dialogs) -> None:
    for text in SAMPLES:
        title = clean_line(text)
        window.file.new(workshop(text))
        window.show_workshop()
        QApplication.processEvents()

        assert window.windowHandle().title() == f"{title} – Foresight"
        assert window.top_bar.title.text() == title
        assert window.top_bar.title.textFormat() == Qt.TextFormat.PlainText
        assert literal(window.top_bar.title.toolTip()) == title

        window.session.history.mark_unsaved()
        window.refresh()
        assert window.windowHandle().title() == f"{title}* – Foresight"
        boxes: list[QMessageBox] = []
        dialogs.expect(lambda box, into=boxes: into.append(box) if isinstance(box, QMessageBox) else None)  # type: ignore[misc]
        assert not window.may_leave()
        assert dialogs.seen.pop() == f"Save the changes to “{title[:80]}”?"


def test_the_name_of_a_step_is_shown_as_it_is_written(window: Window) -> None:
    undo = window.commands["undo"]
    for text in SAMPLES:
        window.new_workshop()
        step = clean_line(text)
        window.session.do(Edit(step, lambda document: document.put(Workshop(title="x"))))

        assert undo.text() == f"Undo “{step.replace('&', '&&')}”"
        assert undo.iconText() == "Undo"
        assert literal(undo.toolTip()) == f"Undo: {step}"
        window.session.undo()


def test_the_palette_finds_it_as_it_is_written(window: Window, dialogs: Dialogs) -> None:
    for text in SAMPLES:
        window.file.new(workshop(text))
        window.show_workshop()
        rows: list[str] = []

        def read(dialog: QWidget, text: str = text, rows: list[str] = rows) -> None:
            assert isinstance(dialog, Palette)
            dialog.line.setText(text.split()[0])
            rows.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))

        dialogs.expect(read)
        window.search()

        assert any(row.startswith(clean_line(text)) for row in rows), text


@pytest.mark.parametrize("name", ["<b>bold", "R&D", "Plan [*]", "&nosuch;", "<img src=x>", "a & <i>b"])
def test_the_name_of_a_file_is_shown_as_it_is(name: str, open_window: OpenWindow, plan: Path) -> None:
    path = plan.rename(plan.with_name(f"{name}.foresight"))
    window = open_window(path)
    assert window.windowHandle().title() == f"{name}.foresight – Foresight"

    entry = menu_action(window, name.replace("&", "&&"))
    assert literal(entry.toolTip()) == str(path)
    second = open_window(path)
    assert "open elsewhere" in banner(second)


def red(image: QImage) -> int:
    """How many pixels are pure red, which no look of ours has."""
    wanted = QColor("#ff0000").rgb()
    return sum(image.pixel(x, y) == wanted for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))


def test_no_picture_of_a_title_is_ever_drawn(
    qtbot: QtBot, window: Window, dialogs: Dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    assert image.save("r.png")
    assert red(image) > 0
    text = '<img src="r.png" width="64" height="64"/>'
    shown = QLabel(text)
    shown.resize(80, 80)
    assert red(shown.grab().toImage()) > 0  # so it would be drawn where it is taken for mark-up

    window.file.new(workshop(text))
    window.session.do(Edit(text, lambda document: document.put(document[Workshop].but(leader=text))))
    found: dict[str, int] = {}
    for method in window.methods:
        window.show_method(method.id)
        window.session.select("t1")
        QApplication.processEvents()
        found[method.id] = red(window.grab().toImage())
    window.banner.say("test", lambda: text)
    QApplication.processEvents()
    found["banner"] = red(window.grab().toImage())
    for ask in (window.may_leave, window.search, window.shortcuts):
        pixels: list[int] = []
        dialogs.expect(lambda box, into=pixels: into.append(red(box.grab().toImage())))  # type: ignore[misc]
        ask()
        found[ask.__name__] = pixels[0]
    for owner in (window.top_bar.title, *window.top_bar.findChildren(QWidget)):
        if owner.toolTip():
            QToolTip.showText(window.mapToGlobal(QPoint(50, 50)), owner.toolTip(), window)
            tips = [one for one in QApplication.topLevelWidgets() if one.objectName() == "qtooltip_label"]
            found[owner.toolTip()] = max(red(one.grab().toImage()) for one in tips)
    QToolTip.hideText()

    assert {place for place, pixels in found.items() if pixels} == set()
    assert len(found) > len(window.methods) + 4


def test_a_long_title_widens_nothing_and_can_be_read_in_its_tool_tip(qtbot: QtBot, window: Window) -> None:
    title = "Long " * (LINE_LENGTH // 5)
    before = window.minimumSizeHint().width()
    window.file.new(workshop(title))
    window.show_workshop()
    window.resize(1024, 640)
    QApplication.processEvents()

    assert window.width() == 1024
    assert window.minimumSizeHint().width() <= max(before, 1024)
    assert literal(window.top_bar.title.toolTip()) == title.strip()

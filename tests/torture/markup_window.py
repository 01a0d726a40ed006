"""Mark-up in every text of every thing: no window, panel, dialog or tool tip takes it for anything but text."""

import os
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel

from foresight.core.document import Document
from foresight.shell.start import make_window
from tests.torture.samples import PICTURE, documents, red_samples, stored_samples
from tests.torture.table import Row, Trial
from tests.torture.walk import Walk, answered, red


def red_picture(folder: Path) -> Path:
    """A red picture, which is drawn where a text that names it is taken for mark-up."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    path = folder / PICTURE
    assert image.save(str(path))
    return path


def markup_window(folder: Path, count: int) -> Row:
    """Walk with ``count`` workshops: one with all samples by turns, then one for each sample."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    samples = red_samples(red_picture(folder)) + stored_samples()
    before = Path.cwd()
    os.chdir(folder)
    window = make_window(app, None)
    walk = Walk(window, folder)
    try:
        assert _shows_red(samples[0]), "the sample shows nothing even where it is taken for mark-up"
        with answered(walk):
            for name, document in documents(samples, count):
                seen = len(walk.found)
                walk.through(document())
                walk.found[seen:] = [f"{name}: {place}" for place in walk.found[seen:]]
    finally:
        os.chdir(before)
        window.file.new(Document())
        window.close()
        window.deleteLater()
    measured = f"{min(count, len(samples) + 1)} workshops, {walk.looks} pictures, {len(walk.found)} of them wrong"
    wrong = list(dict.fromkeys(walk.found))
    return Row(
        "mark-up in every text of every thing, in the window",
        "0 drawn, 0 links",
        "; ".join([measured, *wrong[:8]]),
        not wrong,
    )


def _shows_red(sample: str) -> bool:
    label = QLabel(sample)
    label.resize(100, 100)
    return red(label) > 0


TRIALS = (Trial("markup-window", markup_window, full=1_000, short=1),)

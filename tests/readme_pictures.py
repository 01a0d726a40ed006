"""Make the pictures of the window that the README shows: ``python -m tests.readme_pictures``."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from foresight.core.folders import SCENARIOS
from foresight.core.look import Theme
from foresight.core.words import Language, speak
from foresight.shell.preferences import Preferences
from foresight.shell.translator import Translator
from foresight.shell.window import Window

FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
SAMPLES: dict[Language, Path] = {
    "en": SCENARIOS / "public-sector-2040.en.foresight",
    "nb": SCENARIOS / "offentlig-sektor-2040.nb.foresight",
}
PICTURES: tuple[tuple[str, Language, Theme, str, int], ...] = (
    ("trends", "en", "light", "t16", 0),
    ("network", "en", "light", "d09", 0),
    ("scenarios", "nb", "light", "", 0),
    ("oracle", "en", "light", "q01", 0),
    ("cib", "en", "light", "", 1),
    ("windtunnel", "en", "light", "", 0),
    ("orientation", "nb", "dark", "", 0),
    ("dilemmas", "en", "light", "", 2),
    ("journey", "nb", "light", "", 1),
    ("summary", "en", "light", "", 0),
    ("brief", "en", "light", "", 0),
)
"""Method, language, theme, what is selected, and which view is shown."""


def main() -> None:
    """Open the window on the sample, method by method."""
    app = QApplication([])
    app.installTranslator(Translator(app))
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["FORESIGHT_HOME"] = home
        window = Window(Preferences())
        window.resize(1366, 768)
        window.show()
        for method, language, theme, selected, view in PICTURES:
            speak(language)
            window.preferences.language = language
            window.show_theme(theme)
            window.open_copy(SAMPLES[language])
            window.show_method(method)
            if window.workspace is not None:
                window.workspace.show_view(view)
            window.session.select(*filter(None, [selected]))
            _wait(1_500 if method == "brief" else 400)
            window.grab().save(str(FOLDER / f"{method}.png"))
        window.file.close()


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()

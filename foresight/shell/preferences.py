"""What the user prefers, kept in the program's own folder."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings

from foresight.core.folders import data_folder
from foresight.core.look import THEMES, Theme
from foresight.core.words import LANGUAGES, Language, _

RECENT_MOST = 10
FIRST_THEME: Theme = "light"


def theme_name(theme: Theme) -> str:
    """The theme in the user's words."""
    return {"light": _("Light"), "dark": _("Dark"), "contrast": _("High contrast")}[theme]


def first_language() -> Language:
    """The language of the first day: that of the system, if we speak it."""
    norwegian = (QLocale.Language.NorwegianBokmal, QLocale.Language.NorwegianNynorsk)
    return "nb" if QLocale.system().language() in norwegian else "en"


class Preferences:
    """Language, theme, recent files, and how the window was left."""

    def __init__(self) -> None:
        self._settings = QSettings(str(data_folder() / "preferences.ini"), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        """The language of the window."""
        kept = str(self._settings.value("language", ""))
        return next((language for language in LANGUAGES if language == kept), first_language())

    @language.setter
    def language(self, language: Language) -> None:
        self._settings.setValue("language", language)

    @property
    def theme(self) -> Theme:
        """The theme of the window."""
        kept = str(self._settings.value("theme", ""))
        return next((theme for theme in THEMES if theme == kept), FIRST_THEME)

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._settings.setValue("theme", theme)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files opened last, newest first."""
        kept = self._settings.value("recent", [])
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return tuple(Path(str(name)) for name in names if name)

    def remember(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        names = [str(path), *(str(other) for other in self.recent if other != path)]
        self._settings.setValue("recent", names[:RECENT_MOST])

    def forget_recent(self) -> None:
        """Empty the list of recent files."""
        self._settings.setValue("recent", [])

    def geometry(self) -> QByteArray:
        """How the window was left; empty at first."""
        kept = self._settings.value("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Remember how the window is left."""
        self._settings.setValue("geometry", geometry)

    @property
    def inspector_shown(self) -> bool:
        """Whether the panel at the right is open."""
        return str(self._settings.value("inspector", "true")) == "true"

    @inspector_shown.setter
    def inspector_shown(self, shown: bool) -> None:
        self._settings.setValue("inspector", "true" if shown else "false")

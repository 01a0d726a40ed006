"""Qt's own texts (dialogs, context menus, key names) in the program's language."""

from PySide6.QtCore import QTranslator

from foresight.core.words import in_context


class Translator(QTranslator):
    """Asks the program's catalogue. None, not "", says that there is no translation: "" would blank the text."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return in_context(context, source)

    def isEmpty(self) -> bool:
        return False

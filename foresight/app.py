"""Where the program begins: the command line, or the window."""

import gc
import os
import sys
from collections.abc import Sequence

COMMANDS = ("brief", "check", "analyse", "methods", "import", "export")
"""Those that need no method; methods add more (``commands``)."""


def main(arguments: Sequence[str]) -> int:
    """Run the program with these arguments; the exit status (0 well, 2 bad use or a bad file)."""
    if arguments[:1] == ["--"]:  # what follows is a file, whatever its name looks like
        arguments = arguments[1:]
    elif arguments and (arguments[0].startswith("-") or is_command(arguments[0])):
        from foresight import cli

        return cli.main(arguments)
    if len(arguments) > 1:
        from foresight import cli

        return cli.bad_use(arguments, all_commands())
    if not (has_screen() or "QT_QPA_PLATFORM" in os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # else Qt aborts the program with a riddle
        sys.stderr.write("foresight: There is no screen here. python main.py --help lists what works without one.\n")
    load_all_but_qt()
    from foresight.shell.start import run_window

    return run_window(arguments[0] if arguments else None)


def is_command(word: str) -> bool:
    """Whether this is a word of the command line; files have a dot in their names, so methods are rarely asked."""
    return word in COMMANDS or (word.isalpha() and word in all_commands())


def all_commands() -> tuple[str, ...]:
    """The words of the command line: the program's own, and those that methods add."""
    from foresight.core.methods import commands

    return (*COMMANDS, *(one.word for _method, one in commands()))


def has_screen() -> bool:
    """Whether there is something to show a window on, as far as can be told before Qt is loaded."""
    return not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def load_all_but_qt() -> None:
    """Load what the window needs besides Qt: PySide reads the source of every module that is loaded after it.

    Python looks for no garbage until the window stands (shell.start): all that is made before stays.
    """
    gc.disable()
    from foresight.core import picture, recovery  # noqa: F401 - recovery loads what has to do with files
    from foresight.core.methods import discover

    discover()

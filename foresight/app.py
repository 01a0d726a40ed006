"""Where the program begins: the command line, or the window."""

import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Run the program with these arguments; the exit status (0 well, 2 bad use or a bad file)."""
    from foresight import cli

    if arguments and (arguments[0] in cli.COMMANDS or arguments[0].startswith("-")):
        return cli.main(arguments)
    if len(arguments) > 1:
        return cli.fail(cli.bad_use(arguments))
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        # Without a screen Qt would abort the program with a riddle.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from foresight.shell.start import run_window

    return run_window(arguments[0] if arguments else None)

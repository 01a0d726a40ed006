"""Foresight: carry a strategic-foresight workshop on one laptop, offline."""

import os

__version__ = "0.1.0"

# We have no plug-ins of pydantic; looking through all installed packages for some takes as long as opening a file.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

"""Foresight: carry a strategic-foresight workshop on one laptop, offline."""

__version__ = "0.1.0"

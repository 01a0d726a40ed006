"""What every test has, in tests/ and beside the methods alike."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

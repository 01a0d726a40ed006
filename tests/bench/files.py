"""Opening and saving a workshop of 5 MB, against json of the same bytes."""

import itertools
import json
import os
import tempfile
from pathlib import Path

from foresight.core.methods import slice_kinds
from foresight.core.storage import open_file, save
from tests.bench.big import five_megabytes
from tests.bench.measure import Row, median, ratio_row


def rows() -> list[Row]:
    """Open and save, everything included: checks, copy of the old version, forcing it to the disk."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FORESIGHT_HOME"] = str(Path(folder) / "home")
        path = Path(folder) / "large.foresight"
        document = five_megabytes()
        save(document, path)
        text = path.read_bytes()
        data = json.loads(text)

        # What a save left alone the next one does not write anew; two workshops in turn share nothing.
        turns = itertools.cycle((five_megabytes(), document))

        return [
            ratio_row(
                f"open a workshop of {len(text) / 1e6:.1f} MB",
                median(lambda: open_file(path, slice_kinds())),
                "json.loads",
                median(lambda: json.loads(text)),
                3.0,
            ),
            ratio_row(
                f"save a workshop of {len(text) / 1e6:.1f} MB",
                median(lambda: save(next(turns), path)),
                "json.dumps",
                median(lambda: json.dumps(data)),
                3.0,
            ),
        ]

"""Opening and saving a workshop of 5 MB, against json of the same bytes."""

import itertools
import json
import os
import tempfile
from pathlib import Path

from foresight.core.methods import slice_kinds
from foresight.core.storage import open_file, save
from tests.bench.big import five_megabytes
from tests.bench.measure import Row, in_turn, ratio_row


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

        opening = in_turn(lambda: open_file(path, slice_kinds()), lambda: json.loads(text))
        saving = in_turn(lambda: save(next(turns), path), lambda: json.dumps(data))
        size = f"a workshop of {len(text) / 1e6:.1f} MB"
        return [
            ratio_row(f"open {size}", opening[0], "json.loads", opening[1], 3.0),
            ratio_row(f"save {size}", saving[0], "json.dumps", saving[1], 3.0),
        ]

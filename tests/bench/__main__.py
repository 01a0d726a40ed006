"""Print the table of timings."""

import os
import platform
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    """Measure everything; the exit status says whether all figures are as wished."""
    from tests.bench import canvas, cib, dilemmas, files, merging, network, paper, start, window
    from tests.bench.measure import printed

    parts = (start, window, canvas, network, cib, dilemmas, files, merging, paper)
    rows = [row for part in parts for row in part.rows()]
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} processors; medians")
    print(printed(rows))
    return 0 if all(row.met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())

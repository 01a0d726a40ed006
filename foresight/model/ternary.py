"""Three shares as a point in a triangle: past at the left, future at the right, present at the top."""

from math import sqrt

HEIGHT = sqrt(3) / 2
"""Of a triangle with sides of 1."""


def point(past: float, present: float, future: float) -> tuple[float, float]:
    """Shares (summing to 100) as (x, y) in a triangle: past (0, 0), future (1, 0), present (1/2, sqrt(3)/2)."""
    return (future + present / 2) / 100, present / 100 * HEIGHT

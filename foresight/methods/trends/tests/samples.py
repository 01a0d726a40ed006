"""Small workshops for the tests of trends."""

from foresight.core.document import Document
from foresight.model.groups import Group, Groups
from foresight.model.ratings import Rating, Ratings
from foresight.model.trends import CATEGORIES, RINGS, Category, Kind, Ring, Trend, Trends

TABLES = ("g1", "g2", "g3", "g4")


def trend(
    name: str,
    category: Category = "social",
    ring: Ring | None = None,
    kind: Kind = "trend",
    tags: tuple[str, ...] = (),
    summary: str = "",
) -> Trend:
    """A trend whose id is its title in lower case."""
    return Trend(
        id=name.lower(), title=name, category=category, ring=ring, kind=kind, tags=tags, summary=summary
    )  # fmt: skip


def rated(subject: str, *scores: tuple[float | None, float | None]) -> tuple[Rating, ...]:
    """Ratings of (impact, uncertainty) by the first tables, in order."""
    return tuple(
        Rating(subject=subject, group=group, impact=impact, uncertainty=uncertainty)
        for group, (impact, uncertainty) in zip(TABLES, scores, strict=False)
    )


def workshop() -> Document:
    """Five trends; four tables, of which three rated: one in each zone but the last, and one that nobody rated."""
    trends = (
        trend("Trust", "political", "far", "megatrend", ("trust",)),
        trend("Ageing", "social", "now", tags=("demography",), summary="More people over eighty."),
        trend("Fashion", "social", "near", "weak signal"),
        trend("Silos", "political", "now"),
        trend("Quantum", "technological"),
    )
    ratings = (
        *rated("trust", (5, 5), (4, 4), (5, 3)),
        *rated("ageing", (5, 1), (4, 2), (4, 1)),
        *rated("fashion", (1, 4), (2, 5)),
        *rated("silos", (1, 1), (None, 2)),
    )
    groups = tuple(Group(id=group, name=f"Table {n}") for n, group in enumerate(TABLES, 1))
    return Document().put(Trends(trends=trends), Groups(groups=groups), Ratings(ratings=ratings))


def many(count: int, groups: int = 1) -> Document:
    """So many trends over all categories, rings and scores, rated by so many groups."""
    trends = tuple(
        trend(f"Trend {n}".replace(" ", "-"), list(CATEGORIES)[n % 6], list(RINGS)[n // 6 % 3]) for n in range(count)
    )
    held = tuple(Group(id=f"g{n}", name=f"Table {n}") for n in range(groups))
    ratings = tuple(
        Rating(subject=each.id, group=group.id, impact=float(1 + n % 5), uncertainty=float(1 + n // 5 % 5))
        for n, each in enumerate(trends)
        for group in held
    )
    return Document().put(Trends(trends=trends), Groups(groups=held), Ratings(ratings=ratings))

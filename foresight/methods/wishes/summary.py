"""The figures of the wishes for other programs."""

from collections import Counter
from typing import Any

from foresight.core.document import Document
from foresight.core.findings import texts
from foresight.methods.wishes.analysis import answered, ranked, sector_of, unanswered
from foresight.methods.wishes.findings import findings
from foresight.methods.wishes.model import Wishes
from foresight.model.groups import Groups


def figures(document: Document) -> dict[str, Any]:
    """The method's figures for ``analyse``: counts, shares 0..1 (None where there is nothing to share), sentences."""
    part = document[Wishes]
    n, taken = len(part.wishes), answered(part.wishes)
    names = {group.id: group.name for group in document[Groups].groups}
    return {
        "n": n,
        "themes": [
            {"name": pile.name, "n": pile.n, "share": pile.n / n, "answered": pile.answered} for pile in ranked(part)
        ],
        "groups": _counted([names.get(wish.group or "", "") for wish in part.wishes]),
        "sectors": _counted([sector_of(document, wish) for wish in part.wishes]),
        "answered": {"n": n, "count": taken, "share": taken / n if n else None},
        "unanswered": [wish.text for wish in unanswered(part)],
        "sentences": texts(findings, document),
    }


def _counted(names: list[str]) -> list[dict[str, Any]]:
    """The names with how many wishes each has, most first; "" where nothing is said."""
    counts = sorted(Counter(names).items(), key=lambda held: (-held[1], held[0]))
    return [{"name": name, "n": n, "share": n / len(names)} for name, n in counts]

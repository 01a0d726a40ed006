"""The method's figures, as values for JSON."""

from typing import Any

from foresight.core.document import Document
from foresight.methods.signposts.analysis import calendar, drift, latest, power
from foresight.methods.signposts.model import Signpost, Signposts
from foresight.methods.signposts.sentences import movement, remarks, verdict
from foresight.model.scenarios import Scenarios, display_name, letter


def figures(document: Document) -> dict[str, Any]:
    """All of the above as values for JSON; powers 0..2, scores 0..1, days as ISO texts."""
    days = {each.signpost.id: each for each in calendar(document)}

    def one(signpost: Signpost) -> dict[str, Any]:
        seen, review = latest(signpost), days[signpost.id]
        return {
            "text": signpost.text,
            "power": round(power(signpost), 4),
            "expectations": {
                letter(at): signpost.expected(scenario.id) for at, scenario in enumerate(document[Scenarios].scenarios)
            },
            "seen": seen.value if seen else None,
            "last": review.last.isoformat() if review.last else None,
            "due": review.due.isoformat() if review.due else None,
        }

    return {
        "signposts": [one(signpost) for signpost in document[Signposts].signposts],
        "drift": [
            {
                "scenario": display_name(document, each.scenario),
                "score": None if each.score is None else round(each.score, 4),
                "n": each.n,
            }
            for each in drift(document)
        ],
        "answer": verdict(document),
        "movement": movement(document),
        "remarks": list(remarks(document)),
    }

"""A workshop with two worlds and three signposts whose numbers are worked out by hand in the tests."""

from foresight.core.document import Document
from foresight.methods.signposts.model import Expectation, Observation, Signpost, Signposts
from foresight.model.scenarios import Scenario, Scenarios
from foresight.model.workshop import Workshop


def signpost(name: str, *expected: int, seen: tuple[tuple[str, int], ...] = (), rhythm: int | None = None) -> Signpost:
    """A signpost that worlds w0, w1 ... expect to go there, and what was seen of it: (date, value)."""
    return Signpost.model_validate(
        {
            "id": name,
            "text": f"Share of {name}",
            "rhythm": rhythm,
            "expectations": tuple(Expectation(scenario=f"w{n}", value=v) for n, v in enumerate(expected)),  # type: ignore[arg-type]
            "observations": tuple(Observation(date=day, value=value) for day, value in seen),  # type: ignore[arg-type]
        }
    )


def workshop(*signposts: Signpost, worlds: int = 2) -> Document:
    """These signposts in a workshop of 16 November 2018 with so many worlds."""
    names = ("Fast lane", "Long table", "Waiting room", "Quilt")
    return Document().put(
        Workshop(date="2018-11-16"),
        Scenarios(scenarios=tuple(Scenario(id=f"w{n}", name=names[n]) for n in range(worlds))),
        Signposts(signposts=signposts),
    )


def three() -> Document:
    """Powers 2, 0.5 and 0; the first two and the last were seen."""
    return workshop(
        signpost("a", 2, -2, seen=(("2026-01-10", -2), ("2026-05-20", 2)), rhythm=6),
        signpost("b", 1, 0, seen=(("2026-03-01", -1),), rhythm=12),
        signpost("c", 1, 1, seen=(("2026-03-01", 1),)),
    )

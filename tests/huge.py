"""A workshop larger than any day will make, with texts that nobody should type but somebody will."""

import json
from random import Random
from typing import Any

from foresight.core.document import Document, Slice
from foresight.core.edits import changed
from foresight.core.methods import slice_kinds
from foresight.core.text import LINE_LENGTH
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups, Participant
from foresight.model.scenarios import CORNERS, Axis, DriverState, Scenario, Scenarios
from foresight.model.trends import Trends
from foresight.model.workshop import Workshop
from tests.bench.big import workshop_with_links

HOSTILE = "<b>1 & 2</b> &amp; {n} %s «Ω» 日本 " + "W" * 150
"""Mark-up, placeholders, other scripts, and a word that never ends; shorter than a line may be."""
QUESTIONS, RATERS = 200, 1_000
CARDS, PHASES = 40, 12


def huge() -> Document:
    """300 trends, 60 drivers, 1,500 links, 4 worlds; 200 questions, 1,000 raters, 14,348,907 combinations, 60 options,
    40 signposts, 60 steps of a way back, 208 commitments, 240 placements of 40 cards.

    The last six are there only when their method is installed.
    """
    assert len(HOSTILE) <= LINE_LENGTH
    document = workshop_with_links()
    document = document.put(
        changed(document[Trends], "t00000", title=HOSTILE, summary=HOSTILE, tags=(HOSTILE,)),
        changed(document[Drivers], "d0000", title=HOSTILE),
        changed(document[Groups], "g00", name=HOSTILE, sector=HOSTILE),
        Workshop(title=HOSTILE, question=HOSTILE, organisation=HOSTILE, messages=(HOSTILE,) * 4, date="2026-11-21"),
        _worlds(),
    )
    document = document.put(document[Groups].but(participants=_people()))
    kinds = {kind.key: kind for kind in slice_kinds()}
    own = {"oracle": _oracle(), "orientation": _orientation(), "cross_impact": _cross_impact()}
    own["wind_tunnel"] = _wind_tunnel()
    own["signposts"], own["way_back"] = _signposts(), _way_back()
    own["wishes"] = _wishes()
    own["forces"], own["factors"] = _forces(), _factors()
    own["commitments"] = _commitments()
    own["cards"], own["journey"] = _cards(), _journey()
    return document.put(*(_read(kinds[key], data) for key, data in own.items() if key in kinds))


def _read(kind: type[Slice], data: dict[str, Any]) -> Slice:
    return kind.model_validate_json(json.dumps(data))


def _worlds() -> Scenarios:
    states = tuple(DriverState(driver=f"d{n:04}", direction=1, text=HOSTILE if n == 0 else "") for n in range(40))
    worlds = tuple(
        Scenario(id=f"w{n}", x=x, y=y, name=HOSTILE, tagline=HOSTILE, narrative="word " * 3_000, states=states)
        for n, (x, y) in enumerate(CORNERS)
    )
    axes = (Axis(driver="d0000", name=HOSTILE, low=HOSTILE, high=HOSTILE), Axis(driver="d0001", name="x", low="y"))
    return Scenarios(x_axis=axes[0], y_axis=axes[1], scenarios=worlds)


def _people() -> tuple[Participant, ...]:
    """As many as raters; one of them agreed to be named."""
    kinds = [HOSTILE, "Municipality", "State agency"]
    named: dict[str, Any] = {"consent": True, "name": HOSTILE}
    return tuple(
        Participant(id=f"p{n:03}", code=f"{n:03}", group="g00", sector=kinds[n % 3], **(named if n == 0 else {}))
        for n in range(RATERS)
    )


def _wishes() -> dict[str, Any]:
    """A wish of each fifth participant, under twelve themes and none."""
    wishes = [
        {
            "id": f"wish{n}",
            "text": HOSTILE if n == 0 else f"Wish number {n}",
            "theme": None if n % 13 == 12 else f"wt{n % 13}",
            "participant": f"p{n:03}",
            "answers": [f"w{n % 4}"] if n % 3 == 0 else [],
        }
        for n in range(QUESTIONS)
    ]
    themes = [{"id": f"wt{n}", "name": HOSTILE if n == 0 else f"Theme {n}"} for n in range(12)]
    return {"themes": themes, "wishes": wishes}


def _cards() -> dict[str, Any]:
    cards = [{"id": f"card{n}", "title": HOSTILE if n == 0 else f"Topic {n}", "a": HOSTILE} for n in range(CARDS)]
    votes = [{"group": f"g{n % 6:02}", "card": f"card{n}", "answer": "ab"[n % 2]} for n in range(CARDS)]
    return {"cards": cards, "votes": votes}


def _journey() -> dict[str, Any]:
    """Six groups place every card on a level, in one phase or many; 60 answers about the first two cards."""
    phases = [{"id": f"ph{n}", "name": HOSTILE if n == 0 else f"Phase {n}"} for n in range(PHASES)]
    placements = [
        {
            "group": f"g{group:02}",
            "card": f"card{card}",
            "level": ("project", "systemic", "cultural")[(card + group // 4) % 3],
            "phases": [f"ph{n}" for n in range(card % PHASES, PHASES)],
            "note": HOSTILE if card == 0 else "",
        }
        for card in range(CARDS)
        for group in range(6)
    ]
    answers = [
        {"id": f"deep{n}", "text": HOSTILE, "card": f"card{n % 2}", "phase": f"ph{n % PHASES}", "consent": n % 2 == 0}
        for n in range(60)
    ]
    return {"phases": phases, "placements": placements, "deep_dives": answers}


def _oracle() -> dict[str, Any]:
    questions = [
        {
            "id": f"q{n:03}",
            "text": HOSTILE if n == 0 else f"Question number {n}?",
            "themes": [f"th{n % 12}"],
            "drivers": [f"d{n % 60:04}"],
            "votes": n,
            "answers": {"w0": HOSTILE, "w1": "no"} if n % 3 == 0 else {},
        }
        for n in range(QUESTIONS)
    ]
    return {
        "themes": [{"id": f"th{n}", "name": HOSTILE if n == 0 else f"Theme {n}"} for n in range(12)],
        "questions": questions,
    }


def _orientation() -> dict[str, Any]:
    random = Random(3)
    raters = []
    for n in range(RATERS):
        past = random.randint(0, 50)
        now = {"past": past, "present": 50, "future": 50 - past}
        raters.append(
            {
                "id": f"r{n:04}",
                "code": f"P{n}",
                "group": f"g{n % 6:02}",
                "organisation": f"kind {n % 15}",
                "line_now": random.randint(1, 5),
                "line_should": random.randint(1, 5),
                "shares_now": now,
                "shares_should": now,
            }
        )
    return {"raters": raters}


def _cross_impact() -> dict[str, Any]:
    """15 descriptors with 3 variants, 60 % of the matrix filled, two combinations kept."""
    random = Random(4)
    descriptors = [
        {
            "id": f"c{n:02}",
            "title": HOSTILE if n == 0 else f"Descriptor {n} with a rather long name",
            "driver": f"d{n:04}",
        }
        for n in range(15)
    ]
    variants = [
        {"id": f"v{n:02}{k}", "descriptor": f"c{n:02}", "title": HOSTILE if k == 0 and n < 2 else f"variant {n} {k}"}
        for n in range(15)
        for k in range(3)
    ]
    impacts = [
        {"source": one["id"], "target": other["id"], "value": random.choice((-3, -2, -1, 1, 2, 3)), "reason": HOSTILE}
        for one in variants
        for other in variants
        if one["descriptor"] != other["descriptor"] and random.random() < 0.6
    ]
    kept = [
        {"id": f"k{k}", "name": HOSTILE, "why": HOSTILE, "variants": [f"v{n:02}{k}" for n in range(15)]}
        for k in range(2)
    ]
    return {
        "descriptors": descriptors,
        "variants": variants,
        "impacts": impacts,
        "exclusions": [{"one": "v000", "other": "v010", "reason": HOSTILE}],
        "combinations": kept,
    }


def _wind_tunnel() -> dict[str, Any]:
    options = [{"id": f"op{n:02}", "text": HOSTILE if n % 20 == 0 else f"Option number {n}"} for n in range(60)]
    scores = [
        {"option": f"op{n:02}", "scenario": f"w{world}", "value": (n + world) % 5 - 2, "adaptation": HOSTILE}
        for n in range(55)
        for world in range(4)
    ]
    return {"options": options, "scores": scores}


def _signposts() -> dict[str, Any]:
    """40 signposts with five observations each; one in ten tells nothing apart."""
    return {
        "signposts": [
            {
                "id": f"sp{n:03}",
                "text": HOSTILE if n % 20 == 0 else f"Signpost number {n}",
                "owner": HOSTILE if n % 20 == 0 else "",
                "rhythm": (1, 3, 6, 12, 24)[n % 5],
                "expectations": [
                    {"scenario": f"w{world}", "value": 1 if n % 10 == 0 else (n + world) % 5 - 2} for world in range(4)
                ],
                "observations": [
                    {"date": f"20{20 + year}-0{1 + n % 9}-15", "value": (n + year) % 5 - 2, "note": HOSTILE}
                    for year in range(5)
                ],
            }
            for n in range(40)
        ]
    }


def _way_back() -> dict[str, Any]:
    """60 steps, each of which needs the next one made; some of those come later."""
    return {
        "goal": HOSTILE,
        "milestones": [
            {
                "id": f"mi{n:02}",
                "year": 2026 + n * 7 % 20,
                "text": HOSTILE if n % 20 == 0 else f"Step number {n}",
                "actor": HOSTILE if n % 20 == 0 else "Somebody",
                "needs": [f"mi{n + 1:02}"] if n < 59 else [],
                "scenario": f"w{n % 4}",
            }
            for n in range(60)
        ],
    }


def _forces() -> dict[str, Any]:
    """120 forces, all with a strength of their own in every world."""
    return {
        "forces": [
            {
                "id": f"fo{n:03}",
                "text": HOSTILE if n % 40 == 0 else f"Force number {n}",
                "corner": ("weight", "push", "pull")[n % 3],
                "strength": 1 + n % 5,
                "group": f"g{n % 6:02}",
            }
            for n in range(120)
        ],
        "levels": [
            {"force": f"fo{n:03}", "scenario": f"w{world}", "strength": (n + world) % 6}
            for n in range(120)
            for world in range(4)
        ],
    }


def _factors() -> dict[str, Any]:
    """60 factors that six groups judge."""
    effects = ("promotes", "inhibits", "both", "neither")
    return {
        "factors": [
            {"id": f"fa{n:02}", "title": HOSTILE if n % 20 == 0 else f"Factor number {n}", "evidence": HOSTILE}
            for n in range(60)
        ],
        "judgements": [
            {"factor": f"fa{n:02}", "group": f"g{group:02}", "effect": effects[(n + group) % 4]}
            for n in range(60)
            for group in range(6)
        ],
    }


def _commitments() -> dict[str, Any]:
    """104 people with two commitments each, half of them with everything filled in, and an ask from each."""
    texts = ("who", "where", "step", "measure", "gain", "taker", "elsewhere", "misstep")
    days = {"start": "0001-01-01", "first_gain": "9999-12-31", "confirmed": True, "about": ["w0", "t00000"]}
    commitments = [
        {
            "id": f"commitment{n}",
            "text": HOSTILE,
            "group": "g00",
            **(dict.fromkeys(texts, HOSTILE) | days if n % 2 else {}),
        }
        for n in range(208)
    ]
    asks = [{"id": f"ask{n}", "text": HOSTILE, "addressee": HOSTILE, "theme": HOSTILE, "votes": n} for n in range(104)]
    return {"commitments": commitments, "asks": asks}

"""A small wind tunnel: worlds A to D and options with given scores."""

import re
from collections.abc import Mapping

from foresight.core.document import Document
from foresight.methods.windtunnel.model import Option, Score, WindTunnel
from foresight.model.scenarios import Scenario, Scenarios

EXAMPLES: Mapping[str, tuple[int | None, ...]] = {
    "Train": (2, 1, 1, 2),
    "Share": (2, 1, 1, -1),
    "Build": (2, -1, -1, -2),
    "Sell": (0, -1, 0, -2),
    "Wait": (1, 1, -1, -1),
}


def tunnel(options: Mapping[str, tuple[int | None, ...]] = EXAMPLES, worlds: int = 4) -> Document:
    """Options in worlds w0, w1 ... named World A ...; the id of an option is its text in small letters."""
    ids = {text: re.sub("[^a-z0-9]", "-", text.lower())[:64] for text in options}
    names = "ABCDEFGHIJKL"[:worlds]
    scores = [
        Score.model_validate({"option": ids[text], "scenario": f"w{at}", "value": value})
        for text, values in options.items()
        for at, value in enumerate(values)
        if value is not None
    ]
    return Document().put(
        Scenarios(scenarios=tuple(Scenario(id=f"w{at}", name=f"World {name}") for at, name in enumerate(names))),
        WindTunnel(options=tuple(Option(id=ids[text], text=text) for text in options), scores=tuple(scores)),
    )

"""The figures of the self-check for other programs."""

from typing import Any

from foresight.core.document import Document
from foresight.core.words import in_each_language
from foresight.methods.selfcheck.analysis import Checked, checked, ordered, rating_groups
from foresight.methods.selfcheck.sentences import overall, said_of


def figures(document: Document) -> dict[str, Any]:
    """The method's figures for ``analyse``: each piece of advice with its counts and its sentence in both languages."""
    held = checked(document)
    rated = [one for one in held if one.enough]
    return {
        "groups": rating_groups(document),
        "advice": [_advice(one) for one in held],
        "most_disputed": [one.number for one in ordered(rated, "disputed")],
        "weakest": [one.number for one in ordered(rated, "weakest")],
        "sentence": in_each_language(overall, document),
    }


def _advice(one: Checked) -> dict[str, Any]:
    said = one.said
    measures = {
        "median": said.median,
        "quartiles": [said.lower, said.upper],
        "mean": said.mean,
        "deviation": said.deviation,
        "agreement": said.agreement,
        "consensus": said.consensus,
    } if said else None  # fmt: skip
    return {
        "number": one.number,
        "text": one.advice.text,
        "theme": one.advice.theme,
        "n": one.n,
        "counts": list(one.counts),
        "shares": [count / one.n for count in one.counts] if one.n else None,
        "measures": measures,
        "sentence": in_each_language(said_of, one),
    }

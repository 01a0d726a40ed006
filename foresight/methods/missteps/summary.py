"""The figures of missteps and experiments for other programs."""

from typing import Any

from foresight.core.document import Document
from foresight.core.words import in_each_language
from foresight.methods.missteps.analysis import Ground, agenda, grounds, kept_to_ourselves, results, told
from foresight.methods.missteps.assumptions import Assumption
from foresight.methods.missteps.sentences import ground_words, grounds_words, tests_words, told_words
from foresight.model.missteps import Experiment, Missteps
from foresight.model.scenarios import display_name


def figures(document: Document) -> dict[str, Any]:
    """The method's figures for ``analyse``: counts of both, and how every assumption of each scenario stands."""
    counts, n = told(document), len(document[Missteps].experiments)
    return {
        "missteps": {
            "n": counts.n,
            "groups": counts.groups,
            "counts": {"failed": counts.failed, "learnt": counts.learnt, "shared": counts.shared},
            "shares": _shares({"learnt": counts.learnt, "shared": counts.shared}, counts.n),
            "learnt_not_shared": [one.text for one in kept_to_ourselves(document)],
            "sentence": in_each_language(told_words, document),
        },
        "experiments": {
            "n": n,
            "counts": dict(results(document)),
            "shares": _shares(dict(results(document)), n),
            "waiting": [{"assumption": one.text, "by": one.by or None, "who": one.owner} for one in agenda(document)],
            "all": [_experiment(document, one) for one in document[Missteps].experiments],
            "sentence": in_each_language(tests_words, document),
        },
        "scenarios": [_ground(document, ground) for ground in grounds(document)],
        "sentence": in_each_language(grounds_words, document),
    }


def _shares(counts: dict[Any, int], n: int) -> dict[Any, float] | None:
    return {name: count / n for name, count in counts.items()} if n else None


def _experiment(document: Document, one: Experiment) -> dict[str, Any]:
    return {
        "assumption": one.text,
        "scenario": display_name(document, one.scenario) if one.scenario else None,
        "test": one.test,
        "stop": one.stop,
        "by": one.by or None,
        "who": one.owner,
        "result": one.result,
        "seen": one.seen,
    }


def _ground(document: Document, ground: Ground) -> dict[str, Any]:
    return {
        "scenario": display_name(document, ground.scenario),
        "n": ground.n,
        "tested": ground.tested,
        "counts": dict(ground.counts),
        "shares": _shares(dict(ground.counts), ground.n),
        "assumptions": [_assumption(one) for one in ground.assumptions],
        "sentence": in_each_language(ground_words, document, ground),
    }


def _assumption(one: Assumption) -> dict[str, Any]:
    return {"text": one.text, "standing": one.standing, "experiments": len(one.experiments)}

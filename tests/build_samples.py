"""Build the sample workshops in scenarios/ from the texts in tests/samples/: ``python -m tests.build_samples``.

Every text stands there in English (en) and Norwegian bokmål (nb) side by side, so both files have the same ids and the
same structure. The numbers that would be tedious to write by hand, ratings of 12 groups and 104 people, come from here.
"""

import json
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from foresight.core.document import Document, Slice
from foresight.core.encoding import encode
from foresight.core.storage import save
from foresight.core.words import Language
from foresight.methods.backcasting.model import WayBack
from foresight.methods.cib.model import CrossImpact
from foresight.methods.forces.model import Forces
from foresight.methods.forces.model_factors import Factors
from foresight.methods.journey.model import Journey
from foresight.methods.network.model import Network
from foresight.methods.orientation.model import Orientation
from foresight.methods.selfcheck.model import SelfCheck
from foresight.methods.signposts.model import Signposts
from foresight.methods.summary.model import Summary
from foresight.methods.windtunnel.model import WindTunnel
from foresight.methods.wishes.model import Wishes
from foresight.model.cards import Cards
from foresight.model.commitments import Commitments
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.judgements import Judgements
from foresight.model.missteps import Missteps
from foresight.model.oracle import Oracle
from foresight.model.quotes import Quotes
from foresight.model.ratings import Ratings
from foresight.model.scenarios import Scenarios
from foresight.model.trends import Trends
from foresight.model.workshop import Workshop
from tests.sample_cards import cards
from tests.sample_journey import journey
from tests.sample_selfcheck import selfcheck

S = TypeVar("S", bound=Slice)

TEXTS = Path(__file__).parent / "samples"
FOLDER = Path(__file__).parent.parent / "scenarios"
FILES: dict[Language, Path] = {
    "en": FOLDER / "public-sector-2040.en.foresight",
    "nb": FOLDER / "offentlig-sektor-2040.nb.foresight",
}
TEMPLATES: dict[Language, Path] = {
    "en": FOLDER / "templates" / "trends-and-drivers-2040.en.foresight",
    "nb": FOLDER / "templates" / "trender-og-drivkrefter-2040.nb.foresight",
}
SCENARIOS = ("s-apart", "s-table", "s-waiting", "s-quilt")
"""In the order in which one reads the cross."""
EFFECT_SIGNS = {"+": "promotes", "-": "inhibits", "b": "both", "0": "neither"}
TABLE: dict[Language, str] = {"en": "Table {n}", "nb": "Bord {n}"}


def texts(name: str, language: Language) -> dict[str, Any]:
    """The texts of one file, in one language."""
    read: dict[str, Any] = _localised(tomllib.loads((TEXTS / f"{name}.toml").read_text("utf-8")), language)
    return read


def _localised(value: Any, language: Language) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"en", "nb"}:
            return value[language].strip()
        return {key: _localised(item, language) for key, item in value.items()}
    if isinstance(value, list):
        return [_localised(item, language) for item in value]
    return value


def _slice(kind: type[S], data: dict[str, Any]) -> S:
    """The slice; a key that the model does not know is a slip in the texts, so it is refused."""
    return kind.model_validate_json(json.dumps(data), extra="forbid")


def sample(language: Language) -> Document:
    """The whole sample workshop in one language."""
    frame = texts("workshop", language)
    sources: dict[str, str] = frame.pop("sources")
    addresses: dict[str, str] = frame.pop("addresses")
    cited = {key: ", ".join(filter(None, (text, addresses.get(key)))) for key, text in sources.items()}
    parts = (
        _slice(Workshop, {**frame, "language": language, "sources": list(sources.values())}),
        _slice(Groups, {"groups": list(_groups(language)), "participants": list(_participants(language))}),
        _slice(Trends, {"trends": list(_trends(language, cited))}),
        _slice(Ratings, _ratings(texts("ratings", language), texts("groups", language))),
        _slice(Drivers, {**texts("drivers", language), "links": list(_links(language))}),
        _slice(Judgements, {"judgements": list(_judgements(language))}),
        _slice(Network, texts("network", language)),
        _slice(Scenarios, {**texts("axes", language), "scenarios": [texts(name, language) for name in SCENARIOS]}),
        _slice(Cards, held := cards(language, texts("cards", language), _tables(language))),
        _slice(Journey, journey(language, texts("journey", language), held["selections"])),
        _slice(CrossImpact, _cross_impact(texts("cross_impact", language))),
        _slice(Oracle, texts("oracle", language)),
        _slice(Quotes, texts("quotes", language)),
        _slice(Orientation, {"raters": list(_raters(language))}),
        _slice(WindTunnel, _wind_tunnel(language)),
        _slice(Signposts, texts("signposts", language)),
        _slice(WayBack, texts("way_back", language)),
        _slice(Commitments, texts("commitments", language)),
        _slice(Wishes, texts("wishes", language)),
        _slice(Missteps, texts("missteps", language)),
        _slice(SelfCheck, selfcheck(language, texts("selfcheck", language), _tables(language))),
        _slice(Forces, _forces(language)),
        _slice(Factors, _factors(language, cited)),
        _slice(Summary, texts("summary", language)),
    )
    return Document({type(part): part for part in parts}, doc_id=f"public-sector-2040-{language}")


def template(language: Language) -> Document:
    """A beginning for others: trends, drivers and themes of the sample, without groups and anybody's answers."""
    whole = sample(language)
    return Document(doc_id=f"trends-and-drivers-2040-{language}").put(
        Workshop(language=language, horizon=whole[Workshop].horizon, sources=whole[Workshop].sources),
        whole[Trends],
        Drivers(drivers=whole[Drivers].drivers),
        Network(placements=whole[Network].placements),
        Oracle(themes=whole[Oracle].themes),
    )


def _groups(language: Language) -> Iterator[dict[str, Any]]:
    for n, group in enumerate(texts("groups", language)["groups"], start=1):
        size = sum(group["seats"].values())
        yield {"id": group["id"], "name": TABLE[language].format(n=n), "size": size, "sector": group["sector"]}


def _tables(language: Language) -> list[str]:
    return [group["id"] for group in texts("groups", language)["groups"]]


def _participants(language: Language) -> Iterator[dict[str, Any]]:
    """Everybody by the code that they have as raters too; nobody by name."""
    for n, (table, seat, group, kind) in enumerate(_seats(language), start=1):
        yield {"id": f"p{n:03}", "code": _code(table, seat), "group": group, "sector": kind}


def _code(table: int, seat: int) -> str:
    return f"{table:02}-{seat}"


def _trends(language: Language, sources: dict[str, str]) -> Iterator[dict[str, Any]]:
    for trend in texts("trends", language)["trends"]:
        evidence = [{**item, "source": sources[item["source"]]} for item in trend["evidence"]]
        yield {**trend, "evidence": evidence}


def _links(language: Language) -> Iterator[dict[str, Any]]:
    for link in texts("links", language)["links"]:
        yield {"id": f"{link['source']}-{link['target']}", **link}


def _judgements(language: Language) -> Iterator[dict[str, Any]]:
    """Judgements of tables around the strength and sign of the link, so that it is what they say together."""
    links = {f"{link['source']}-{link['target']}": link for link in texts("links", language)["links"]}
    groups = _tables(language)
    for name, (n, apart) in texts("judgements", language)["links"].items():
        link, random = links[name], Random(f"judgements of {name}")
        pairs = n // 3 if apart else 0
        offsets = _shuffled([*[1, -1] * pairs, *[0] * (n - 2 * pairs)], random)
        for at, (group, offset) in enumerate(zip(sorted(_shuffled(groups, random)[:n]), offsets, strict=True)):
            turned = apart == 2 and at == n // 2
            sign = {"+": "-", "-": "+"}[link["sign"]] if turned else link["sign"]
            strength = min(3, max(0, link["strength"] + offset))
            yield {
                "source": link["source"],
                "target": link["target"],
                "group": group,
                "strength": strength,
                "sign": sign,
            }


def _cross_impact(written: dict[str, Any]) -> dict[str, Any]:
    """The variants out of their descriptors, and the rows as judgements: each has the reason of its row."""
    held = {item["id"]: item.pop("variants") for item in written["descriptors"]}
    impacts = [
        {"source": row["source"], "target": variant["id"], "value": value, **judged}
        for row in written.pop("rows")
        for judged in [{"confidence": row["confidence"], "reason": row["reason"]}]
        for variant, value in zip(held[row["target"]], row["values"], strict=True)
        if value
    ]
    variants = [{**variant, "descriptor": descriptor} for descriptor, own in held.items() for variant in own]
    return {**written, "variants": variants, "impacts": impacts}


def _ratings(written: dict[str, Any], room: dict[str, Any]) -> dict[str, Any]:
    """Ratings scattered evenly to both sides of the sample rating, so that it is their median."""
    groups = [group["id"] for group in room["groups"]]
    comments = {(item["trend"], item["group"]): item["text"] for item in written.pop("comments")}
    ratings = [
        {**rating, "comment": comments.get((trend, rating["group"]), "")}
        for trend, (impact, uncertainty, n) in written.pop("trends").items()
        for rating in _rated(trend, impact, uncertainty, _voices(trend, n, groups, set(comments)))
    ]
    return {**written, "ratings": ratings}


def _voices(trend: str, n: int, groups: list[str], comments: set[tuple[str, str]]) -> list[str]:
    """The ``n`` groups that rated this trend, those with a comment among them."""
    order = _shuffled(groups, Random(f"groups of {trend}"))
    return sorted(sorted(order, key=lambda group: (trend, group) not in comments)[:n])


def _rated(trend: str, impact: int, uncertainty: int, groups: list[str]) -> Iterator[dict[str, Any]]:
    random, n = Random(f"ratings of {trend}"), len(groups)
    impacts = _scattered(impact, n, pairs=n // 5, random=random)
    uncertainties = _scattered(uncertainty, n, pairs=n // 4, random=random)
    for group, high, unsure in zip(groups, impacts, uncertainties, strict=True):
        yield {"subject": trend, "group": group, "impact": high, "uncertainty": unsure}


def _scattered(value: int, n: int, pairs: int, random: Random) -> list[int]:
    """``n`` scores 1..5 with the median ``value``: ``pairs`` one above and as many one below, the rest on it."""
    offsets = [*[1, -1] * pairs, *[0] * (n - 2 * pairs)]
    return [min(5, max(1, value + offset)) for offset in _shuffled(offsets, random)]


def _shuffled(items: list[Any], random: Random) -> list[Any]:
    """A shuffle that is the same in every version of Python, which only ``Random.random`` promises."""
    return sorted(items, key=lambda _item: random.random())


def _raters(language: Language) -> Iterator[dict[str, Any]]:
    """One rater for each seat; how many chose what is given, who did is drawn."""
    written = texts("orientation", language)
    random = Random("orientation")
    now = _shuffled(_points(written["line_now"]), random)
    should = _shuffled(_points(written["line_should"]), random)
    after = _moved(now, written["after"])
    for n, (table, seat, group, kind) in enumerate(_seats(language)):
        rater = f"r{n + 1:03}"
        yield {
            "id": rater,
            "code": _code(table, seat),
            "group": group,
            "organisation": kind,
            "line_now": now[n],
            "line_should": should[n],
            "shares_now": _shares(written["shares"][now[n] - 1], random),
            "shares_should": _shares(written["shares"][should[n] - 1], random),
            "line_after": after[n],
            "note": written["notes"].get(rater, ""),
        }


def _moved(now: list[int], counts: dict[str, int]) -> list[int | None]:
    """Where the same people stand after the day, one point ahead (from 1 to 3), back (from 4, 5), or None."""
    order = _shuffled(list(range(len(now))), Random("orientation after the day"))
    left, staying = order[: counts["left"]], order[counts["left"] :]
    ahead = [n for n in staying if now[n] <= 3][: counts["ahead"]]
    back = [n for n in staying if now[n] > 3][: counts["back"]]
    return [None if n in left else now[n] + (n in ahead) - (n in back) for n in range(len(now))]


def _points(counts: list[int]) -> list[int]:
    return list(chain.from_iterable([point] * count for point, count in enumerate(counts, start=1)))


def _seats(language: Language) -> Iterator[tuple[int, int, str, str]]:
    """(table, seat, group id, kind of organisation) of everybody in the room."""
    written = texts("groups", language)
    for table, group in enumerate(written["groups"], start=1):
        kinds = chain.from_iterable([written["kinds"][kind]] * count for kind, count in group["seats"].items())
        yield from ((table, seat, group["id"], kind) for seat, kind in enumerate(kinds, start=1))


def _shares(typical: list[int], random: Random) -> dict[str, int]:
    """Shares near the typical ones, in steps of five as people give them."""
    past = max(0, 5 * round((typical[0] + 16 * random.random() - 8) / 5))
    future = max(0, 5 * round((typical[2] + 24 * random.random() - 12) / 5))
    return {"past": past, "present": 100 - past - future, "future": future}


def _forces(language: Language) -> dict[str, Any]:
    forces = texts("forces", language)["forces"]
    levels = [
        {"force": force["id"], "scenario": scenario, "strength": strength}
        for force in forces
        for scenario, strength in zip(SCENARIOS, force.pop("worlds"), strict=True)
        if strength >= 0
    ]
    return {"forces": forces, "levels": levels}


def _factors(language: Language, sources: dict[str, str]) -> dict[str, Any]:
    """The factors, and what each table says by its sign."""
    factors = texts("factors", language)["factors"]
    judgements = [
        {"factor": factor["id"], "group": group, "effect": EFFECT_SIGNS[sign]}
        for factor in factors
        for group, sign in zip(_tables(language), factor.pop("said"), strict=True)
    ]
    return {
        "factors": [{**factor, "source": sources.get(factor["source"], "")} for factor in factors],
        "judgements": judgements,
    }


def _wind_tunnel(language: Language) -> dict[str, Any]:
    written = texts("windtunnel", language)
    said = written["said"]
    scores = [
        {"option": option, "scenario": scenario, "value": value, **said.get(option, {}).get(scenario, {})}
        for option, values in written["values"].items()
        for scenario, value in zip(SCENARIOS, values, strict=True)
    ]
    return {"options": written["options"], "scores": scores}


def documents() -> dict[Path, Document]:
    """What lies in scenarios/: samples and templates."""
    samples = {path: sample(language) for language, path in FILES.items()}
    return samples | {path: template(language) for language, path in TEMPLATES.items()}


def build() -> dict[Path, bytes]:
    """The bytes of each file."""
    return {path: encode(document) for path, document in documents().items()}


if __name__ == "__main__":
    for path, document in documents().items():
        path.parent.mkdir(exist_ok=True)
        save(document, path)

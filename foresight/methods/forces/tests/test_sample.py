"""The forces and factors of the sample workshop."""

from foresight.core.document import Document
from foresight.methods.forces.analysis import balance, by_group, factor_tallies, most_divided_first, worlds
from foresight.methods.forces.findings import findings
from foresight.methods.forces.model import Forces
from foresight.methods.forces.model_factors import Factors
from foresight.methods.forces.numbers import figures
from foresight.methods.forces.proposing import proposals
from foresight.model.workshop import Workshop


def test_the_worlds_differ_in_what_leads(sample: Document) -> None:
    held = balance(sample)
    assert (held.n, dict(held.sums), held.leading) == (18, {"weight": 23, "push": 26, "pull": 15}, None)
    assert [(world.scenario, world.balance.leading) for world in worlds(sample)] == [
        ("s-apart", "push"),
        ("s-table", "pull"),
        ("s-waiting", "weight"),
        ("s-quilt", None),
    ]


def test_every_force_comes_from_a_group_and_a_trend_or_driver(sample: Document) -> None:
    assert all(force.group and force.about for force in sample[Forces].forces)
    assert sum(held.n for _group, held in by_group(sample)) == 18
    taken = {force.about for force in sample[Forces].forces}
    assert not taken & {one.source.id for one in proposals(sample)}


def test_limited_money_promotes_for_some_and_inhibits_for_others(sample: Document) -> None:
    """As the innovation barometer found."""
    tallies = factor_tallies(sample)
    assert [tally.factor.title for tally in most_divided_first(tallies)][:3] == [
        "Regulation",
        "A crisis that cannot wait",
        "Limited money",
    ]
    assert all(tally.votes.said == 12 for tally in tallies)
    published = [factor for factor in sample[Factors].factors if factor.evidence]
    assert len(published) == 8
    known = sample[Workshop].sources
    assert all(factor.source.startswith(known) for factor in published)
    assert [factor.title for factor in sample[Factors].factors if not factor.evidence] == [
        "A crisis that cannot wait",
        "New technology",
    ]


def test_findings_and_figures_agree(sample: Document) -> None:
    found = figures(sample)
    assert findings(sample)[0].text == found["sentence"]["en"]
    assert found["most_divided"][0] == "Regulation"
    assert [group["n"] for group in found["groups"]] == [held.n for _group, held in by_group(sample)]

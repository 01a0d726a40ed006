"""The inspector: a driver with its part in the network, a link, or a cluster."""

from collections.abc import Sequence

from foresight.core.document import Document, Id, Value
from foresight.core.words import _
from foresight.kit.fields import CheckField, ChoiceField, DegreeField, Form, LineField, ProseField, RefsField
from foresight.kit.inspector import Inspector
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.methods.network.analysis import ROLE_MEANINGS, ROLES, parts
from foresight.methods.network.clusters import change_cluster
from foresight.methods.network.model import Cluster
from foresight.methods.network.view_disagreements import verdict_in_short, voices
from foresight.methods.network.words import pair_in_words
from foresight.model.drivers import DELAYS, SIGNS, STRENGTHS, Driver, Link, change_driver, change_link
from foresight.model.judgements import verdicts
from foresight.model.trends import CATEGORIES, Trends


class DriverForm(Form):
    """The fields of a driver, and what it does in the network."""

    def __init__(self, session: Session) -> None:
        self.part = plain_label("", "muted")
        super().__init__(
            session,
            [
                LineField("title", _("Title"), _("so that one can say more or less of it")),
                self.part,
                ProseField("description", _("What it is, and what more of it means")),
                ChoiceField("category", _("Category"), {key: _(text) for key, text in CATEGORIES.items()}),
                RefsField("trends", _("Made from trends"), _trends),
            ],
            change_driver,
        )

    def show_entities(self, document: Document, values: Sequence[Value]) -> None:
        super().show_entities(document, values)
        held = parts(document)
        known = [held[value.id] for value in values if isinstance(value, Driver)]
        self.part.setVisible(len(known) == 1)
        if len(known) == 1:
            sums = _("Influence {influence}, dependence {dependence}").format(
                influence=known[0].influence, dependence=known[0].dependence
            )
            role = known[0].role
            self.part.setText(f"{sums}\n{_(ROLES[role])}. {_(ROLE_MEANINGS[role])}")


class LinkForm(Form):
    """The fields of a link, and what it joins."""

    def __init__(self, session: Session) -> None:
        self.ends = plain_label("", "semibold")
        self.groups = plain_label("", "muted")
        strengths = {at: _(text) for at, text in enumerate(STRENGTHS) if at}
        super().__init__(
            session,
            [
                self.ends,
                self.groups,
                (
                    ChoiceField("strength", _("Strength"), strengths),
                    ChoiceField("delay", _("Delay"), {key: _(text) for key, text in DELAYS.items()}),
                ),
                ChoiceField("sign", _("Sign"), {key: f"{_(text)} ({key})" for key, text in SIGNS.items()}),
                DegreeField("confidence", _("How sure we are"), ends=(_("guess"), _("known"))),
                CheckField("potential", _("Only possible: not at work today")),
                ProseField("rationale", _("Why"), lines=4),
            ],
            change_link,
        )

    def show_entities(self, document: Document, values: Sequence[Value]) -> None:
        super().show_entities(document, values)
        pairs = [pair_in_words(document, link.source, link.target) for link in values if isinstance(link, Link)]
        self.ends.setText("\n".join(pairs[:6]) + ("\n…" if len(pairs) > 6 else ""))
        said = [verdicts(document).get((link.source, link.target)) for link in values if isinstance(link, Link)]
        held = said[0] if len(said) == 1 else None
        self.groups.setVisible(held is not None)
        if held is not None:
            median = _("median {median}").format(median=verdict_in_short(held))
            self.groups.setText(f"{voices(document, held)} · {median}")


class ClusterForm(Form):
    """The name of a cluster, and who is in it."""

    def __init__(self, session: Session) -> None:
        self.members = plain_label("", "muted")
        super().__init__(session, [LineField("name", _("Name of the cluster")), self.members], change_cluster)

    def show_entities(self, document: Document, values: Sequence[Value]) -> None:
        super().show_entities(document, values)
        held = [driver for value in values if isinstance(value, Cluster) for driver in value.drivers]
        titles = [found.title for driver in held if (found := document.find(driver, Driver)) is not None]
        self.members.setText("\n".join(titles))


def _trends(document: Document) -> list[tuple[Id, str]]:
    return [(trend.id, trend.title) for trend in document[Trends].trends]


def network_inspector(session: Session) -> Inspector:
    """The inspector of the network."""
    forms: dict[type, Form] = {
        Driver: DriverForm(session),
        Link: LinkForm(session),
        Cluster: ClusterForm(session),
    }
    return Inspector(forms, _("Select a driver or a link to see and change it here."))

"""The panel at the right: a descriptor, a variant, a judgement or a kept combination, with all its fields."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.fields import DegreeField, Form, LineField, NumberField, ProseField, RefField
from foresight.kit.inspector import Inspector
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.methods.cib.model import (
    STRONGEST,
    Combination,
    Descriptor,
    Impact,
    Variant,
    change_combination,
    change_descriptor,
    change_variant,
    impacts,
    set_impact,
)
from foresight.model.drivers import Drivers


class Panel(QWidget):
    """Two selected variants of different descriptors stand for the judgement of the first on the second."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(_("Inspector"))
        self.things = Inspector(
            {
                Descriptor: lambda: _descriptor_form(session),
                Variant: lambda: _variant_form(session),
                Combination: lambda: _combination_form(session),
            },
            _("Select a descriptor, a variant or a cell of the matrix to see and change it here."),
        )
        self.judgement = JudgementPanel(session)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.things)
        self.stack.addWidget(self.judgement)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def render_selection(self, document: Document, ids: Sequence[Id]) -> None:
        """Show what is selected."""
        pair = judged_pair(document, ids)
        if pair is None:
            self.things.render_selection(document, ids)
        else:
            self.judgement.render_pair(document, *pair)
        self.stack.setCurrentWidget(self.things if pair is None else self.judgement)


def judged_pair(document: Document, ids: Sequence[Id]) -> tuple[Variant, Variant] | None:
    """The two variants whose judgement is selected, source first; None when something else is."""
    found = [variant for variant in (document.find(each, Variant) for each in ids) if variant]
    if len(ids) != 2 or len(found) != 2 or found[0].descriptor == found[1].descriptor:
        return None
    return found[0], found[1]


class JudgementPanel(QWidget):
    """How one variant acts on another: the number, how sure one is, and why."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._pair: tuple[Id, Id] = ("", "")
        self.source, self.target = plain_label("", "semibold"), plain_label("", "semibold")
        self.form = Form(
            session,
            [
                NumberField("value", _("Judgement, −3 hinders … 3 promotes"), -STRONGEST, STRONGEST),
                DegreeField("confidence", _("How sure"), ends=(_("a guess"), _("certain"))),
                ProseField("reason", _("Because"), _("What makes one act on the other?"), lines=6),
            ],
            self._write,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain_label(_("If this comes"), "small"))
        column.addWidget(self.source)
        column.addWidget(plain_label(_("what does it do to this?"), "small"))
        column.addWidget(self.target)
        column.addSpacing(6)
        column.addWidget(self.form, 1)

    def _write(self, **changes: Any) -> Edit:
        return set_impact(*self._pair, **changes)

    def render_pair(self, document: Document, source: Variant, target: Variant) -> None:
        """Show how ``source`` acts on ``target``."""
        self._pair = source.id, target.id
        for label, variant in ((self.source, source), (self.target, target)):
            descriptor = document.find(variant.descriptor, Descriptor)
            label.setText(f"{descriptor.title}: {variant.title}" if descriptor else variant.title)
        held = impacts(document).get(self._pair) or Impact(source=source.id, target=target.id)
        self.form.show_entities(document, [held])


def _descriptor_form(session: Session) -> Form:
    return Form(
        session,
        [
            LineField("title", _("Descriptor")),
            RefField("driver", _("Driver"), _drivers, _("No driver")),
            ProseField("essay", _("Essay"), _("What is it, and why may it turn out so?"), lines=8),
        ],
        change_descriptor,
    )


def _variant_form(session: Session) -> Form:
    fields = [
        LineField("title", _("Variant")),
        ProseField("essay", _("Essay"), _("What is it like then? How would we notice?"), lines=8),
    ]
    return Form(session, fields, change_variant)


def _combination_form(session: Session) -> Form:
    fields = [
        LineField("name", _("Name")),
        ProseField("why", _("We keep it because …"), _("What makes it worth telling?"), lines=6),
    ]
    return Form(session, fields, change_combination)


def _drivers(document: Document) -> list[tuple[Id, str]]:
    return [(driver.id, driver.title) for driver in document[Drivers].drivers]

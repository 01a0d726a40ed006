"""Descriptors and, beside them, the variants of the one that is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.entry import QuickEntry
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.kit.workspace import deletion
from foresight.methods.cib.model import (
    MOST_VARIANTS,
    CrossImpact,
    Descriptor,
    Variant,
    add_variant,
    change_descriptor,
    change_variant,
    variants_of,
)
from foresight.model.drivers import Driver


@dataclass(frozen=True)
class Row:
    """A descriptor as a row of the list."""

    id: Id
    at: int
    title: str
    variants: tuple[str, ...]
    driver: str


def descriptor_rows(document: Document) -> list[Row]:
    """All descriptors as rows."""
    held = variants_of(document)
    rows = []
    for at, item in enumerate(document[CrossImpact].descriptors, 1):
        driver = document.find(item.driver, Driver) if item.driver else None
        titles = tuple(variant.title for variant in held[item.id])
        rows.append(Row(item.id, at, item.title, titles, driver.title if driver else ""))
    return rows


def shown_descriptor(document: Document, selection: Sequence[Id], before: Id) -> Id:
    """The descriptor that is selected, or of which a variant is; else the one before, else the first; "" for none."""
    part = document[CrossImpact]
    for each in selection:
        variant = document.find(each, Variant)
        found = variant.descriptor if variant else each
        if document.find(found, Descriptor):
            return found
    if document.find(before, Descriptor):
        return before
    return part.descriptors[0].id if part.descriptors else ""


class DescriptorsView(QWidget):
    """Two lists side by side: descriptors, and the variants of one of them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.descriptor: Id = ""
        """Whose variants are shown."""
        self.descriptors = ListView(
            session, _("Descriptors"), self._descriptor_columns(), descriptor_rows, self._deletion, filterable=False
        )
        self.heading = plain_label("", "semibold")
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # for words that never end
        self.variants = ListView(
            session, _("Variants"), self._variant_columns(), self._variant_rows, self._deletion, filterable=False
        )
        self.entry = QuickEntry(session, _("Add a variant: type and press Enter"), self._add_variant)
        self.full = plain_label(_("A descriptor has at most {n} variants.").format(n=MOST_VARIANTS), "small")
        right = QVBoxLayout()
        right.setSpacing(8)
        for widget in (self.heading, self.variants, self.entry, self.full):
            right.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.descriptors, 3)
        row.addLayout(right, 2)
        self.setFocusProxy(self.descriptors)
        session.selection_changed.connect(self._on_selection)

    def _descriptor_columns(self) -> list[Column]:
        return [
            Column("", lambda row: str(row.at), key=lambda row: row.at, numeric=True, width=40),
            Column(
                _("Descriptor"), lambda row: row.title, edit=lambda row, text: _titled(change_descriptor, row, text)
            ),
            Column(_("Variants"), _variants_told, key=lambda row: len(row.variants)),
            Column(_("Driver"), lambda row: row.driver, width=130),
        ]

    def _variant_columns(self) -> list[Column]:
        return [Column(_("Variant"), lambda row: row.title, edit=lambda row, text: _titled(change_variant, row, text))]

    def _variant_rows(self, document: Document) -> Sequence[Variant]:
        return variants_of(document).get(self.descriptor, ())

    def _add_variant(self, text: str) -> Edit:
        return add_variant(self.descriptor, text)

    def _deletion(self, ids: Sequence[Id]) -> Edit:
        return deletion(self.session.document, _("Delete"), tuple(ids))

    def render_document(self, document: Document) -> None:
        """Show the descriptors of this document."""
        self.descriptors.render_document(document)
        self.descriptor = shown_descriptor(document, self.session.selection, self.descriptor)
        held = document.find(self.descriptor, Descriptor)
        self.heading.setText(_("Variants of {descriptor}").format(descriptor=held.title) if held else _("Variants"))
        self.variants.render_document(document)
        full = len(self._variant_rows(document)) >= MOST_VARIANTS
        self.entry.setVisible(held is not None and not full)
        self.full.setVisible(full)

    def _on_selection(self) -> None:
        document = self.session.document
        if shown_descriptor(document, self.session.selection, self.descriptor) != self.descriptor and self.isVisible():
            self.render_document(document)


def _variants_told(row: Row) -> str:
    told = " / ".join(row.variants)
    return told if len(row.variants) > 1 else _("{variants} (needs two)").format(variants=told).strip()


def _titled(change: Callable[..., Edit], row: Row | Variant, text: str) -> Edit | None:
    return change(row.id, title=text) if text else None

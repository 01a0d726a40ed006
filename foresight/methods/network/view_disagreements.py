"""Where the groups see the links differently, the widest spread first: what is worth talking about."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _, ngettext, number
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.methods.network.grading import graded, in_short, judged_in_short
from foresight.methods.network.words import link_in_words
from foresight.model.drivers import Drivers, Link, link_between
from foresight.model.groups import Groups
from foresight.model.judgements import Pair, Verdict, differs, disagreements, take_verdicts, verdicts

NARROW = 90


@dataclass(frozen=True)
class SplitRow:
    """A pair that groups judged differently. ``id`` is that of the link, or of the pair while there is none."""

    id: Id
    pair: Pair
    source: str
    target: str
    verdict: Verdict
    link: Link | None


def split_rows(document: Document) -> list[SplitRow]:
    """The pairs on which groups disagree, the widest spread first."""
    titles = {driver.id: driver.title for driver in document[Drivers].drivers}
    rows = []
    for pair, held in disagreements(document):
        link = link_between(document, *pair)
        rows.append(SplitRow(link.id if link else "-".join(pair), pair, titles[pair[0]], titles[pair[1]], held, link))
    return rows


def voices(document: Document, held: Verdict) -> str:
    """``Table 1 +3 · Table 4 −1``, in the order of the tables."""
    said = {judgement.group: judged_in_short(judgement) for judgement in held.judgements}
    return " · ".join(f"{group.name} {said[group.id]}" for group in document[Groups].groups if group.id in said)


def verdict_in_short(held: Verdict) -> str:
    """The median as in the matrix: +2; 0 for no influence."""
    sign = "−" if held.sign == "-" else held.sign
    return f"{sign}{held.strength}" if held.strength else "0"


class DisagreementsView(QWidget):
    """The list, what the groups say about the chosen pair, and the way back to their medians."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.said = plain_label("", "muted")
        self.take = QPushButton(_("Take the medians of the groups"))
        self.take.clicked.connect(self._on_take)
        self.list = ListView(session, _("Where groups disagree"), self._columns(), split_rows)
        self.voices = plain_label()
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.said, 1)
        top.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.voices)
        session.selection_changed.connect(self._say)
        self.setFocusProxy(self.list)

    def render_document(self, document: Document) -> None:
        """Show where the groups of this document disagree."""
        self.list.render_document(document)
        judged = verdicts(document)
        split = len(disagreements(document))
        others = sum(differs(document, *pair) for pair in judged)
        if not document[Groups].groups:
            self.said.setText(
                _("There are no groups yet. Add them under Room; each can then enter its own strengths in the matrix.")
            )
        elif not judged:
            self.said.setText(
                _(
                    "No group has judged a link yet. In the matrix, choose a group at the top and type its strengths; "
                    "the network then shows the median."
                )
            )
        else:
            text = ngettext(
                "Groups disagree on {split} of {n} judged pair.",
                "Groups disagree on {split} of {n} judged pairs.",
                len(judged),
            )
            self.said.setText(text.format(split=split, n=len(judged)) + _otherwise(others))
        self.take.setEnabled(bool(others) and not self.session.read_only)
        self._say()

    def _say(self) -> None:
        document = self.session.document
        chosen = self.session.selection[:1]
        row = next((row for row in split_rows(document) if chosen == (row.id,)), None)
        words = link_in_words(document, *row.pair) if row else ""
        self.voices.setText(f"{words}\n{voices(document, row.verdict)}" if row else "")

    def _on_take(self) -> None:
        self.session.seal()
        self.session.do(take_verdicts())

    def _columns(self) -> list[Column]:
        return [
            Column(_("From"), lambda row: row.source),
            Column(_("To"), lambda row: row.target),
            Column(
                _("Groups"),
                lambda row: "  ".join(judged_in_short(judgement) for judgement in row.verdict.judgements),
                width=180,
            ),
            Column(
                _("Spread"),
                lambda row: number(row.verdict.spread, 1),
                key=lambda row: (row.verdict.spread, row.verdict.width),
                numeric=True,
                width=NARROW,
            ),
            Column(_("Median"), lambda row: verdict_in_short(row.verdict), width=NARROW),
            Column(
                _("Network"),
                lambda row: in_short(row.link) or "–",
                edit=self._grade,
                width=NARROW,
            ),
        ]

    def _grade(self, row: SplitRow, text: str) -> Edit | None:
        """What is typed in a cell of the network: 0 to 3 or a sign."""
        source, target = row.pair
        return graded(self.session.document, source, target, text) if len(text) == 1 else None


def _otherwise(others: int) -> str:
    """How many links say something else than the groups."""
    if not others:
        return ""
    text = ngettext(
        "{n} link says something else than the median.", "{n} links say something else than the median.", others
    )
    return " " + text.format(n=others)

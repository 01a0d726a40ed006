"""Why a combination holds or not: its impact balance, the reasons in words, what would mend it, where it leads."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QScrollArea, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.words import _, quoted
from foresight.kit.fields import ChoiceField
from foresight.kit.labels import button, plain_label, tip
from foresight.kit.legend import Legend
from foresight.kit.lists import fill
from foresight.kit.session import Session
from foresight.methods.cib.analysis import board, scores
from foresight.methods.cib.model import CrossImpact
from foresight.methods.cib.names import Names, names
from foresight.methods.cib.robust import survival_words
from foresight.methods.cib.sentences import ending, figures, headline, reasons, steps, weight_words
from foresight.methods.cib.view_balance import Balance, balance_rows
from foresight.methods.cib.view_chosen import Chosen
from foresight.methods.cib.view_keeping import Keeping
from foresight.methods.cib.view_mending import Mending
from foresight.methods.cib.view_sizes import fit_height
from foresight.methods.cib.view_solving import Solving
from foresight.methods.cib.view_surviving import Surviving
from foresight.methods.cib.why import Case, case, nearest, succession

OFFERED = 200
"""Combinations that hold, in the list from which one chooses; of more the first ones."""
TOLD = 1
"""Rivals that are told with all judgements behind them, unless one asks for all."""
VARIANTS = Qt.ItemDataRole.UserRole


class WhyView(QWidget):
    """At the left the combination with its scores, at the right what they mean."""

    def __init__(self, session: Session, chosen: Chosen, solving: Solving, surviving: Surviving) -> None:
        super().__init__()
        self.session, self.chosen, self.solving, self.surviving = session, chosen, solving, surviving
        self.offer = ChoiceField("combination", _("Look at"), {})
        self.balance = Balance()
        self.headline = plain_label("", "lead")
        self.figures = plain_label("", "muted")
        self.reasons = plain_label("")
        self.more = button(_("All judgements behind it"), self._show, role="quiet")
        self.more.setCheckable(True)
        self.mending = Mending(session, chosen)
        self.nearest = button("", self._go_nearest)
        self.keeping = Keeping(session, chosen)
        self.steps = QListWidget()
        self.steps.setAccessibleName(_("Steps of the succession"))
        self.steps.setWordWrap(True)
        self.ending = plain_label("")
        self._nearest: tuple[Id, ...] = ()
        self._lay_out()
        self.setFocusProxy(self.balance)
        self.offer.edited.connect(chosen.choose)
        self.balance.picked.connect(chosen.swap)
        self.steps.itemActivated.connect(lambda item: chosen.choose(item.data(VARIANTS)))
        chosen.changed.connect(self._show)
        solving.answered.connect(self._on_answer)
        solving.weighed.connect(self._show)
        surviving.changed.connect(self._show)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.offer)
        left.addWidget(self.balance, 1)
        left.addWidget(Legend([("selection", _("chosen"), "circle"), ("surface", _("best score"), "up")]))
        left.addWidget(
            plain_label(_("Click a variant, or press Enter on it, to look at the combination with it."), "small")
        )
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.headline)
        column.addWidget(self.figures)
        column.addWidget(self.reasons)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.mending)
        column.addWidget(self.nearest, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(self.keeping)
        column.addSpacing(8)
        column.addWidget(plain_label(_("Where it leads when every descriptor follows the others"), "semibold"))
        column.addWidget(self.steps)
        column.addWidget(self.ending)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(scroll, 1)

    def render_document(self, document: Document) -> None:
        """Show the chosen combination under the judgements of this document."""
        self.solving.ask(document)
        self._show()

    def _on_answer(self) -> None:
        """Where nobody chose a combination yet, begin with one that is kept, or with the first that holds."""
        document, answer = self.session.document, self.solving.answer
        if self.chosen.is_open and answer is not None:
            kept = [each.variants for each in document[CrossImpact].combinations]
            first = next((each for each in (*kept, *answer.combinations) if case(document, each)), ())
            self.chosen.choose(first)
        self._show()

    def _show(self) -> None:
        document = self.session.document
        variants = self.chosen.inside(document)
        self._offer(document, variants)
        self.balance.show_rows(balance_rows(document, variants, scores(document, variants)))
        held = case(document, variants)
        if held is None:
            self.headline.setText(_("There is no descriptor with a variant yet."))
            return
        called = names(document)
        self.headline.setText(headline(held))
        self.figures.setText("\n".join([figures(held), *self._shares(held)]))
        self.reasons.setText("\n\n".join(reasons(held, None if self.more.isChecked() else TOLD)))
        self.more.setVisible(sum(fight.lead > 0 for fight in held.fights) > TOLD)
        self.mending.show_case(held)
        self._show_nearest(held, called)
        self.keeping.show_document(document)
        self._show_steps(held, called)

    def _offer(self, document: Document, variants: tuple[Id, ...]) -> None:
        """The combinations that are kept, those that hold, and the one that is looked at."""
        called, options = names(document), {}
        for kept in document[CrossImpact].combinations:
            if case(document, kept.variants) is not None:
                told = called.told(kept.variants)
                options[kept.variants] = _("{name} (kept)").format(name=quoted(kept.name) if kept.name else told)
        answer = self.solving.answer
        fits = answer is not None and answer.board.variants == board(document).variants
        for at, each in enumerate(answer.combinations[:OFFERED] if answer and fits else (), 1):
            if each not in options:
                options[each] = f"{at}  {called.told(each)}"
        if variants not in options:
            options[variants] = called.told(variants)
        with QSignalBlocker(self.offer.box):
            self.offer.offer(options)
            self.offer.show_value(variants)

    def _shares(self, held: Case) -> list[str]:
        """Its weight, and how often it held when judgements varied, as far as these are known."""
        said, answer, found = [], self.solving.answer, self.solving.weights
        if answer is not None and found is not None and held.variants in answer.combinations:
            at = answer.combinations.index(held.variants)
            said += [weight_words(found.each[at], found)] if at < len(found.each) else []
        survived = self.surviving.of(held.variants)
        return said + ([survival_words(survived)] if survived else [])

    def _show_nearest(self, held: Case, called: Names) -> None:
        answer = self.solving.answer
        self._nearest = nearest(held, answer) if answer is not None and not held.holds else ()
        count = sum(one != other for one, other in zip(self._nearest, held.variants, strict=False))
        if self._nearest:
            said = _("Look at the nearest that holds ({n} different)").format(n=count)
            self.nearest.setText(said)
            tip(self.nearest, called.told(self._nearest))
        self.nearest.setVisible(bool(self._nearest))

    def _go_nearest(self) -> None:
        self.chosen.choose(self._nearest)

    def _show_steps(self, held: Case, called: Names) -> None:
        way = succession(held)
        combinations = [held.board.named(step) for step in way.steps]
        said = steps(called, combinations)
        with QSignalBlocker(self.steps):
            told = enumerate(zip(said, combinations[1:], strict=True), 1)
            fill(self.steps, [(f"{number}  {words}", {VARIANTS: variants}) for number, (words, variants) in told])
        self.steps.setVisible(bool(said))
        fit_height(self.steps)
        self.ending.setText(ending(way))

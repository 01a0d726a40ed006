"""All cross-impact judgements in the appendix of the brief, with their reasons."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from foresight.core.brief import APPENDIX, Block, Cell, Heading, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import _, signed
from foresight.methods.cib.model import CrossImpact, Impact
from foresight.methods.cib.names import Names, names

Row = tuple[Cell | str, ...]


def sections(document: Document) -> tuple[Section, ...]:
    """Every judgement, those with one reason together, and the pairs that cannot go together; nothing without any."""
    part, name = document[CrossImpact], names(document)
    if not part.impacts and not part.exclusions:
        return ()
    blocks: list[Block] = []
    if part.impacts:
        key = _("Above 0: it promotes; below 0: it hinders. Confidence: 1 to 5. –: not said.")
        head = (_("If this comes"), _("it acts on"), _("Judgement"), _("Confidence"), _("Reason"))
        table = Table(head, tuple(_rows(part, name)), (1.7, 1.3, 2.0, 0.8, 3.0), small=True)
        blocks += [Text(key, "small"), table]
    if part.exclusions:
        pairs = tuple(
            (Cell(name.full(held.one), bold=True), name.full(held.other), held.reason or "–")
            for held in part.exclusions
        )
        table = Table((_("This"), _("and this"), _("Reason")), pairs, (2, 2, 3), small=True)
        blocks += [Heading(_("What cannot go together")), table]
    return (Section(_("All cross-impact judgements"), APPENDIX, tuple(blocks), order=20),)


def _rows(part: CrossImpact, name: Names) -> Iterator[Row]:
    """By the variant that acts and the descriptor it acts on, in their order."""
    order = {entity.id: at for at, entity in enumerate((*part.descriptors, *part.variants))}

    def place(held: Impact) -> tuple[int, int, int, int]:
        source, target = name.owner[held.source], name.owner[held.target]
        return order[source], order[held.source], order[target], order[held.target]

    for (source, target), group in groupby(
        sorted(part.impacts, key=place), key=lambda held: (held.source, name.owner[held.target])
    ):
        for alike in _alike(tuple(group)):
            told = "\n".join(f"{signed(held.value)} {name[held.target]}" for held in alike)
            first = alike[0]
            yield (
                Cell(name.full(source), bold=True),
                name[target],
                told,
                str(first.confidence or "–"),
                first.reason or "–",
            )


def _alike(group: Sequence[Impact]) -> Iterator[Sequence[Impact]]:
    """Judgements with the same reason and confidence, the first reason first."""
    said = list(dict.fromkeys((held.reason, held.confidence) for held in group))
    for each in said:
        yield [held for held in group if (held.reason, held.confidence) == each]

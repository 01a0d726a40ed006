"""Cross-impact in the brief: what holds together, as a tableau, and how it was found."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import count

from foresight.core.brief import Block, Bullets, Cell, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import _, ngettext, number
from foresight.methods.cib.analysis import Answer, board, solve
from foresight.methods.cib.figure import tableau, tableau_height
from foresight.methods.cib.listing import Line, count_told
from foresight.methods.cib.model import CrossImpact
from foresight.methods.cib.names import names
from foresight.methods.cib.tableau import FAR, in_words, shown_lines, titled

PATIENCE = 300
"""Rounds of the search, for a matrix that takes very long: the brief then says that there may be more."""


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """What holds together, in a brief of 8 pages; nothing while nothing is judged."""
    part = document[CrossImpact]
    if pages < 8 or not part.impacts or not board(document).descriptors:
        return ()
    answer = solve(document, enough=_patience())
    shown, _count = shown_lines(document, answer, "kept")
    if not shown:
        shown, _count = shown_lines(document, answer, "far")
    blocks: list[Block] = [Text(_found(document, answer))]
    if shown:
        blocks += [_picture(document, shown[:FAR]), *_reasons(document, shown[:FAR])]
    gist = (blocks[0],)
    title = _("What holds together")
    return (Section(title, "compare", tuple(blocks), order=40, sizes=frozenset((8,)), gist=gist),)


def _patience() -> Callable[[], bool]:
    rounds = count()
    return lambda: next(rounds) >= PATIENCE


def _found(document: Document, answer: Answer) -> str:
    """How the combinations were found, and how many there are."""
    part, name = document[CrossImpact], names(document)
    judged = sum(1 for held in part.impacts if held.value)
    asked = ngettext(
        "{n} judgement of how one outcome acts on another was weighed up for all combinations.",
        "{n} judgements of how one outcome acts on another were weighed up for all combinations.",
        judged,
    )
    said = [asked.format(n=judged), count_told(answer)]
    if part.tolerance:
        weakly = ngettext(
            "Contradictions of {n} point were let pass.",
            "Contradictions of up to {n} points were let pass.",
            part.tolerance,
        )
        said.append(weakly.format(n=part.tolerance))
    if part.forced:
        said.append(_("Only worlds with {variants}.").format(variants=", ".join(map(name.full, part.forced))))
    if part.exclusions:
        apart = ngettext("{n} pair cannot go together.", "{n} pairs cannot go together.", len(part.exclusions))
        said.append(apart.format(n=len(part.exclusions)))
    return " ".join(said)


def _picture(document: Document, shown: Sequence[Line]) -> Picture:
    name, held = names(document), board(document)
    rows: list[tuple[Cell | str, ...]] = [
        (Cell(name[descriptor], bold=True), *(name[line.variants[at]] for line in shown))
        for at, descriptor in enumerate(held.descriptors)
    ]
    rows.append((_("Consistency"), *(number(line.consistency) for line in shown)))
    return Picture(
        partial(tableau, document, shown),
        partial(tableau_height, document, shown),
        alt=_("Combinations side by side. {combinations}").format(combinations=in_words(document, shown)),
        caption=_("Each column is a combination. Consistency: how far its weakest part is from being overruled."),
        twin=Table((_("Descriptor"), *titled(document, shown)), tuple(rows), small=True),
    )


def _reasons(document: Document, shown: Sequence[Line]) -> tuple[Block, ...]:
    """Why the team keeps what it keeps."""
    called = zip(titled(document, shown), shown, strict=True)
    told = [
        _("{name}: we keep it because {why}").format(name=title, why=line.kept.why)
        for title, line in called
        if line.kept is not None and line.kept.why
    ]
    return (Bullets(tuple(told)),) if told else ()

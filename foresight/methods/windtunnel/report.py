"""The wind tunnel in the brief: the heat table with the robust options first, and how the others could be mended."""

from collections.abc import Sequence
from functools import partial

from foresight.core.brief import Block, Bullets, Cell, Heading, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import _, number, signed
from foresight.methods.windtunnel.analysis import KINDS, Result, ranked, results, worlds
from foresight.methods.windtunnel.figure import heat, heat_height
from foresight.methods.windtunnel.model import scores
from foresight.methods.windtunnel.sentences import result_sentence, scale_sentence, summary_sentence
from foresight.model.scenarios import display_name, sign

MOST = 12
"""Options in the picture."""
LEAST = 2
"""Options that it must have room for; it counts the others."""
WIDTH = 491
"""Of a page in points."""
WEIGHT = 2.7
"""The picture, and not the sections beside it, is what the page is looked at for."""
GIST = 3
"""Up to here blocks are for a page with too much on it, but for the sentence: the picture says the same."""
LISTED = 5
"""Options without regrets that a short brief lists."""
MENDED = 4
"""Adaptations that are printed."""


def sections(document: Document, pages: int) -> tuple[Section, ...]:
    """One section on the page that compares; none while no option is tested in any world."""
    held = ranked(results(document))
    if not any(result.said for result in held):
        return ()
    blocks = _whole(document, held) if pages == 8 else _short(document, held)
    gist = blocks[1:GIST] if pages == 8 else ()
    title = _("What holds in every world")
    return (Section(title, "compare", blocks, order=30, weight=WEIGHT, bookmark=_("Wind tunnel"), gist=gist),)


def _short(document: Document, held: Sequence[Result]) -> tuple[Block, ...]:
    """What works everywhere, as a list; else how near the best comes."""
    sure = [result.option.text for result in held if result.kind == "no-regrets"]
    return (Text(summary_sentence(document, named=False)), Bullets(tuple(sure[:LISTED])))


def _whole(document: Document, held: Sequence[Result]) -> tuple[Block, ...]:
    blocks: list[Block] = [
        Text(summary_sentence(document, named=False)),
        Picture(
            partial(heat, document, most=MOST),
            partial(heat_height, document, most=MOST),
            alt=_alt(document, held),
            twin=table(document),
            shrinks_to=heat_height(document, WIDTH, LEAST) / heat_height(document, WIDTH, MOST),
        ),
        Text(scale_sentence(), "small"),
    ]
    rows = _mended(document, held)
    if rows:
        head = (_("Option"), _("World"), _("What we would change"))
        blocks += [Heading(_("Where an option fails, it can be changed")), Table(head, rows, (2, 1.4, 4), small=True)]
    return tuple(blocks)


def table(document: Document) -> Table:
    """The heat table as a table."""
    head = (
        _("Option"),
        *(display_name(document, world.id) for world in worlds(document)),
        _("Class"),
        _("Least"),
        _("Average"),
        _("Regret"),
    )
    rows = tuple(_row(result) for result in ranked(results(document)))
    return Table(head, rows, numeric=frozenset(range(len(head) - 3, len(head))), small=True)


def _row(result: Result) -> tuple[Cell | str, ...]:
    cells = [_cell(score) for score in result.scores]
    if result.kind is None or result.minimum is None or result.mean is None or result.max_regret is None:
        return (Cell(result.option.text, bold=True), *cells, _("not tested"), "", "", "")
    figures = (signed(result.minimum), signed(result.mean, 1), number(result.max_regret))
    return (Cell(result.option.text, bold=True), *cells, _(KINDS[result.kind]), *figures)


def _cell(score: int | None) -> Cell:
    if score is None:
        return Cell("–")
    return Cell(signed(score), tint="warm" if score > 0 else "cool" if score < 0 else "")


def _alt(document: Document, held: Sequence[Result]) -> str:
    told = [f"{result.option.text}: {result_sentence(document, result)}" for result in held[:MOST]]
    return " ".join((_("How each option fares in each world."), *told))


def _mended(document: Document, held: Sequence[Result]) -> tuple[tuple[Cell | str, ...], ...]:
    """What would be changed, for the worlds that suit an option least."""
    said = scores(document)
    found = [
        (score.value or 0, result.option.text, at, score.adaptation)
        for result in held
        for at, world in enumerate(worlds(document))
        if (score := said.get((result.option.id, world.id))) and score.adaptation
    ]
    rows = sorted(found, key=lambda row: row[0])[:MENDED]
    return tuple(
        (Cell(text, bold=True), Cell(display_name(document, worlds(document)[at].id), mark=_mark(at)), changed)
        for _value, text, at, changed in rows
    )


def _mark(index: int) -> str:
    _token, kind, hollow = sign(index)
    return f"hollow {kind}" if hollow else kind

"""The summary on paper: a front page, then the pages of the methods with the leader's words in the place of ours."""

from collections.abc import Sequence
from dataclasses import replace

from foresight.core.brief import Block, Box, Bullets, Heading, Section, Text
from foresight.core.document import Document
from foresight.core.methods import discover, resolve
from foresight.core.words import Language, _, ngettext, speaking
from foresight.methods.summary.analysis import Part, parts, quotes_of
from foresight.methods.summary.rewording import Rewording
from foresight.model.workshop import Workshop


def make_summary(document: Document, language: Language, file_name: str = "") -> bytes:
    """The summary report as PDF bytes: the same bytes for the same arguments."""
    from foresight.reporting.report import make_report

    with speaking(language):
        return make_report(sections(document), document, title(document), language, file_name)


def make_page(document: Document, language: Language) -> str:
    """The summary report as a page for a browser."""
    from foresight.reporting.page import render_page

    with speaking(language):
        return render_page(sections(document), title(document), language)


def title(document: Document) -> str:
    """What the report is called."""
    named = document[Workshop].title
    return _("{workshop}: summary across groups").format(workshop=named) if named else _("Summary across groups")


def sections(document: Document) -> tuple[Section, ...]:
    """The front page, and the pages of every method that found something, in the present language."""
    told = parts(document)
    found = [_front(document, told)]
    for method in discover():
        mine = [part for part in told if part.chapter.method == method.id]
        pages: tuple[Section, ...] = resolve(method.report)(document) if method.report else ()
        found += _worded(pages, mine) if pages else [_page(document, part) for part in mine if _says(part)]
    return tuple(found)


def _front(document: Document, told: Sequence[Part]) -> Section:
    from foresight.reporting.own import front

    blocks: tuple[Block, ...] = (
        *front(document, _("Summary across groups"), document[Workshop].title),
        *_messages(document),
        Heading(_("How to read this")),
        Text(_making(told)),
        Text(document[Workshop].note, "small"),
    )
    return Section("", "report", blocks, bookmark=_("Front page"))


def _messages(document: Document) -> tuple[Block, ...]:
    held = tuple(message for message in document[Workshop].messages if message.strip())
    return (Heading(_("Key messages")), Bullets(held, numbered=True)) if held else ()


def _making(told: Sequence[Part]) -> str:
    """Where the sentences come from, and how many of them the leader worded or left out."""
    every = [sentence for part in told for sentence in part.sentences]
    if not every:
        return _("Nothing was counted in this workshop yet.")
    shown = [sentence for sentence in every if not sentence.is_out]
    own, out = sum(each.wording is not None for each in shown), len(every) - len(shown)
    said = [_("The program made every sentence from the counts; the counts stand beside or below it.")]
    if own:
        worded = ngettext("{n} sentence was worded by the leader.", "{n} sentences were worded by the leader.", own)
        said.append(worded.format(n=own))
    if out:
        said.append(ngettext("{n} sentence is left out.", "{n} sentences are left out.", out).format(n=out))
    return " ".join(said)


def _worded(pages: Sequence[Section], mine: Sequence[Part]) -> list[Section]:
    """The pages of a method in the leader's words, with notes on top, and after our sentences those it does not print.

    A chapter stands on the page of its title, else on the first.
    """
    words = Rewording([sentence for part in mine for sentence in part.sentences])
    made = [words.blocks(page.blocks) for page in pages]
    notes: list[list[Block]] = [[] for _page in pages]
    lacking: list[list[str]] = [[] for _page in pages]
    for part in mine:
        own = [at for at, page in enumerate(pages) if part.chapter.title in (page.title, page.bookmark)]
        at = own[0] if own else 0
        notes[at] += _note(part, titled=not own)
        lacking[at] += [each.text for each in part.shown if each.finding.text not in words.printed]
    return [
        replace(page, blocks=(*notes[at], *blocks[:after], Bullets(tuple(lacking[at])), *blocks[after:]))
        for at, (page, (blocks, after)) in enumerate(zip(pages, made, strict=True))
    ]


def _page(document: Document, part: Part) -> Section:
    """A chapter of a method that has no pages of its own."""
    quotes = tuple(Text(quote.text, "quote") for _sentence, quote in quotes_of(document, part))
    blocks = (*_note(part), Bullets(tuple(each.text for each in part.shown)), *quotes)
    return Section(part.chapter.title, "report", blocks)


def _says(part: Part) -> bool:
    """Whether anything of a chapter is printed."""
    return bool(part.shown or part.note)


def _note(part: Part, *, titled: bool = False) -> tuple[Block, ...]:
    """What the leader adds to a chapter, under its title where nothing else says it."""
    heading = (Heading(part.chapter.title),) if titled else ()
    return (Box((*heading, Text(part.note))),) if part.note else ()

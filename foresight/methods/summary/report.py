"""The summary on paper: a front page, then the pages of the methods with the leader's words in the place of ours."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from foresight.core.brief import Block, Box, Bullets, Columns, Heading, Section, Text
from foresight.core.document import Document
from foresight.core.methods import discover, resolve
from foresight.core.words import Language, _, ngettext, speaking
from foresight.methods.summary.analysis import Part, Sentence, parts, quotes_of
from foresight.model.workshop import Workshop

Reword = Callable[[str], str]
IN_SHORT = 12
"""Sentences on the front page."""


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
        *_in_short(told),
        Heading(_("How to read this")),
        Text(_making(told)),
        Text(document[Workshop].note, "small"),
    )
    return Section("", "report", blocks, bookmark=_("Front page"))


def _messages(document: Document) -> tuple[Block, ...]:
    held = tuple(message for message in document[Workshop].messages if message.strip())
    return (Heading(_("Key messages")), Bullets(held, numbered=True)) if held else ()


def _in_short(told: Sequence[Part]) -> tuple[Block, ...]:
    """What each of the first chapters begins with."""
    said = tuple(part.shown[0].text for part in told if part.shown)
    return (Heading(_("In short")), Bullets(said[:IN_SHORT])) if said else ()


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
    """The pages of a method in the leader's words; sentences that it does not print itself stand first."""
    every = {sentence.finding.text: sentence for part in mine for sentence in part.sentences}
    printed: set[str] = set()
    reword = _rewording(every, printed)
    made = [replace(page, blocks=tuple(_reworded(block, reword) for block in page.blocks)) for page in pages]
    for part in mine:
        at = next((at for at, page in enumerate(pages) if part.chapter.title in (page.title, page.bookmark)), 0)
        lacking = tuple(each.text for each in part.shown if each.finding.text not in printed)
        added = (*_note(part), *((Bullets(lacking),) if lacking else ()))
        made[at] = replace(made[at], blocks=(*added, *made[at].blocks))
    return made


def _rewording(every: dict[str, Sentence], printed: set[str]) -> Reword:
    """Puts what is to be printed in the place of each of our sentences, longer ones first, and keeps which it met."""
    if not every:
        return lambda text: text
    ours = re.compile("|".join(re.escape(text) for text in sorted(every, key=len, reverse=True)))

    def instead(match: re.Match[str]) -> str:
        printed.add(match[0])
        sentence = every[match[0]]
        return "" if sentence.is_out else sentence.text

    return lambda text: ours.sub(instead, text)


def _reworded(block: Block, reword: Reword) -> Block:
    match block:
        case Text():
            return replace(block, text=reword(block.text))
        case Bullets():
            return replace(block, items=tuple(reword(item) for item in block.items))
        case Columns():
            return replace(
                block, columns=tuple(tuple(_reworded(each, reword) for each in blocks) for blocks in block.columns)
            )
        case Box():
            return replace(block, blocks=tuple(_reworded(each, reword) for each in block.blocks))
        case _:
            return block


def _page(document: Document, part: Part) -> Section:
    """A chapter of a method that has no pages of its own."""
    quotes = tuple(Text(quote.text, "quote") for _sentence, quote in quotes_of(document, part))
    blocks = (*_note(part), Bullets(tuple(each.text for each in part.shown)), *quotes)
    return Section(part.chapter.title, "report", blocks)


def _says(part: Part) -> bool:
    """Whether anything of a chapter is printed."""
    return bool(part.shown or part.note)


def _note(part: Part) -> tuple[Block, ...]:
    return (Box((Text(part.note),)),) if part.note else ()

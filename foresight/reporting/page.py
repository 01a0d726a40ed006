"""The brief as one page for a browser, for those who read with their ears or want to copy: tables stand for figures.

The page needs nothing but itself: no scripts, no pictures, no fonts from elsewhere.
"""

from collections.abc import Iterable
from html import escape

from foresight.core.brief import (
    APPENDIX,
    PAGES,
    Block,
    Box,
    Bullets,
    Cell,
    Columns,
    Heading,
    Picture,
    Section,
    Size,
    Table,
    Text,
)
from foresight.core.document import Document
from foresight.core.look import FONT, PRINT, contrast
from foresight.core.words import Language, _, quoted, speaking
from foresight.reporting import own

TONGUES: dict[Language, str] = {"en": "en-GB", "nb": "nb-NO"}
"""The languages as BCP 47 has them."""

_STYLE = f"""
body {{ font: 1rem/1.5 "{FONT}", system-ui, sans-serif; color: {PRINT.ink}; background: {PRINT.surface};
  max-width: 60rem; margin: 0 auto; padding: 1.5rem; }}
section {{ border-top: 3px solid var(--accent); margin-top: 2.5rem; }}
p {{ max-width: 42rem; overflow-wrap: anywhere; }}
.lead {{ font-size: 1.25rem; }} .small, .note, figcaption {{ color: {PRINT.muted}; }}
.box {{ border-left: 4px solid var(--accent); background: {PRINT.raised}; padding: .1rem 1rem; margin: 1rem 0; }}
.columns {{ display: flex; flex-wrap: wrap; gap: 0 2rem; }} .columns > div {{ flex: 1 1 14rem; min-width: 0; }}
table {{ border-collapse: collapse; margin: 1rem 0; }}
th, td {{ text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid {PRINT.line}; }}
td.number, th.number {{ text-align: right; }}
figure {{ margin: 1rem 0; }}
"""


def make_page(document: Document, pages: Size, language: Language, *, appendix: bool = False) -> str:
    """The sections of a brief of this size as an HTML page."""
    with speaking(language):
        held = [section for section in own.gather(document, pages, appendix) if pages in section.sizes]
        order = (*PAGES, APPENDIX)
        held.sort(key=lambda section: (order.index(section.page), section.order))
        return render_page(held, own.title(document), language)


def render_page(sections: Iterable[Section], title: str, language: Language) -> str:
    """These sections, in their order, as an HTML page in the present language."""
    body = "\n".join(_section(section) for section in sections)
    return (
        f'<!DOCTYPE html>\n<html lang="{TONGUES[language]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _section(section: Section) -> str:
    accent = PRINT[section.accent]
    name = escape(section.bookmark or section.title)
    heading = f"<h2>{escape(section.title)}</h2>" if section.title else ""
    emblem = f'<p class="small">{escape(section.emblem.alt)}</p>' if section.emblem else ""
    inside = "".join(_block(block) for block in section.blocks)
    return f'<section aria-label="{name}" style="--accent: {accent}">{heading}{emblem}{inside}</section>'


def _block(block: Block) -> str:
    match block:
        case Heading(text):
            return f"<h3>{escape(text)}</h3>" if text.strip() else ""
        case Text(text, style):
            return _text(text, style)
        case Bullets(items, numbered):
            kind = "ol" if numbered else "ul"
            held = "".join(f"<li>{escape(item)}</li>" for item in items if item.strip())
            return f"<{kind}>{held}</{kind}>" if held else ""
        case Table():
            return _table(block)
        case Picture():
            caption = f"<figcaption>{escape(block.caption)}</figcaption>" if block.caption else ""
            twin = _table(block.twin) if block.twin else ""
            return f"<figure><p>{escape(block.alt)}</p>{twin}{caption}</figure>"
        case Columns(columns):
            held = "".join(f"<div>{''.join(_block(inner) for inner in column)}</div>" for column in columns)
            return f'<div class="columns">{held}</div>'
        case Box(blocks, accent):
            held = "".join(_block(inner) for inner in blocks)
            return f'<div class="box" style="--accent: {PRINT[accent]}">{held}</div>'


def _text(text: str, style: str) -> str:
    parts = [escape(part) for part in text.split("\n") if part.strip()]
    if style == "title":
        return "".join(f"<h1>{part}</h1>" for part in parts)
    if style == "quote":
        said = quoted(text.strip().strip('«»“”"'))
        return f"<blockquote>{escape(said)}</blockquote>" if parts else ""
    return "".join(f'<p class="{style}">{part}</p>' for part in parts)


def _table(table: Table) -> str:
    if not table.rows:
        return ""
    numbers = [' class="number"' if column in table.numeric else "" for column in range(len(table.head))]
    head = "".join(
        f'<th scope="col"{number}>{escape(text)}</th>' for text, number in zip(table.head, numbers, strict=True)
    )
    rows = "".join(f"<tr>{_cells(row, table.numeric)}</tr>" for row in table.rows)
    return f"<table>{f'<thead><tr>{head}</tr></thead>' if any(table.head) else ''}<tbody>{rows}</tbody></table>"


def _cells(row: Iterable[Cell | str], numeric: frozenset[int]) -> str:
    found, column = [], 0
    for cell in (cell if isinstance(cell, Cell) else Cell(cell) for cell in row):
        attributes = ' class="number"' if column in numeric and cell.span == 1 else ""
        if cell.span > 1:
            attributes += f' colspan="{cell.span}"'
        if cell.tint:
            ink = PRINT.on_accent if contrast(PRINT.ink, PRINT[cell.tint]) < 4.5 else PRINT.ink
            attributes += f' style="background: {PRINT[cell.tint]}; color: {ink}"'
        text = "<br>".join(escape(part) for part in cell.text.split("\n") if part.strip())
        said = f"{_sign(cell.mark)}{text}"
        tag, scope = ("th", ' scope="row"') if cell.bold and not column else ("td", "")
        found.append(f"<{tag}{scope}{attributes}>{said}</{tag}>")
        column += cell.span
    return "".join(found)


def _sign(mark: str) -> str:
    """A direction as a sign that is read out; the marks of scenarios say nothing beside the names."""
    signs = {"up": ("↑", _("up")), "down": ("↓", _("down"))}
    if mark not in signs:
        return ""
    sign, word = signs[mark]
    return f'<span role="img" aria-label="{escape(word)}">{sign}</span> '

"""Mark-up and endless texts in brief and summary: shown as text, found again in the PDF, nothing beside the page."""

import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from foresight.core.brief import Block, Box, Bullets, Heading, Section, Table, Text
from foresight.core.document import Document
from foresight.core.text import PROSE_LENGTH
from foresight.core.words import speaking
from foresight.methods.summary import report
from foresight.methods.summary.model import Summary
from foresight.model.workshop import Workshop
from foresight.reporting.brief import make_brief, render
from foresight.reporting.page import make_page, render_page
from tests.torture.markup_window import red_picture
from tests.torture.samples import documents, everywhere, red_samples, stored_samples, worded
from tests.torture.table import Row, Trial
from tests.torture.values import filled

ACTIVE = (b"/URI", b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/SubmitForm", b"/GoToR")
"""What stands in a PDF that reaches out or starts something."""
SECONDS = 10.0
WORD, WORDS, ROWS = 100_000, 200_000, 500
LINES = 4
"""How often a sample stands in the section of one_of_each_block."""


class Page(HTMLParser):
    """The elements, the attributes and the text of a page for a browser."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.names: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.names |= {name for name, _value in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def bare(text: str) -> str:
    """What of a text is the same however it is broken into lines, and whatever letters the fonts lack."""
    return "".join(letter for letter in text if "!" <= letter <= "~" and letter != "-")


def read(pdf: bytes) -> tuple[str, int, int]:
    """The text of a PDF, how many pictures and links out of it it has, and how many letters lie off its pages."""
    text, reaching, off = "", sum(pdf.count(word) for word in ACTIVE), 0
    held = pypdfium2.PdfDocument(BytesIO(pdf))
    for page in held:
        words = page.get_textpage()
        text += words.get_text_range()
        reaching += len(list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])))
        reaching += sum(not _stays(held, page, at) for at in range(raw.FPDFPage_GetAnnotCount(page)))
        width, height = page.get_size()
        for at in range(words.count_chars()):
            left, bottom, right, top = words.get_charbox(at)
            off += not (-0.5 <= left <= right <= width + 0.5 and -0.5 <= bottom <= top <= height + 0.5)
    return text, reaching, off


def _stays(held: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, at: int) -> bool:
    """Whether the annotation of this number is a link to a page of the same PDF, as a list of contents has them."""
    annotation = raw.FPDFPage_GetAnnot(page, at)
    link = raw.FPDFAnnot_GetLink(annotation)
    stays = bool(link) and bool(raw.FPDFLink_GetDest(held, link))
    raw.FPDFPage_CloseAnnot(annotation)
    return stays


def one_of_each_block(sample: str) -> tuple[Section, ...]:
    """A section in which every kind of text block says the sample, LINES times in all."""
    blocks = (Text(sample), Bullets((sample,)), Box((Text(sample, "quote"),)), Table(("a",), ((sample,),)))
    return (Section("Sample", "glance", (*blocks, Heading("End"))),)


class Listener:
    """Hears what is opened while it is listening: an audit hook cannot be taken away again."""

    def __init__(self) -> None:
        self.listening = False
        self.heard: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.listening:
            return
        if event.startswith(("socket.", "urllib.", "subprocess.", "os.system")):
            self.heard.append(event)
        if event == "open" and str(arguments[0]).endswith(("red.png", "passwd", "secret.png")):
            self.heard.append(f"open {arguments[0]}")


listener = cache(Listener)
"""The one that there is."""


def markup_paper(folder: Path, count: int) -> Row:
    """``count`` workshops (one with all samples by turns, then one for each) and every sample in every block."""
    samples = red_samples(red_picture(folder)) + stored_samples()
    with speaking("en"):
        plain = everywhere("abc")
        pages = make_page(plain, 8, "en") + report.make_page(plain, "en")
        usual = Page(pages + render_page(one_of_each_block("abc"), "", "en"))
    wrong: list[str] = []
    ears = listener()
    ears.heard.clear()
    ears.listening = True
    for name, made in documents(samples, count):
        document = made()
        wrong += [f"{name}: {what}" for what in _wrong_in_brief(document, usual)]
        wrong += [f"{name}, summary: {what}" for what in _wrong_in_summary(document, usual)]
    with speaking("en"):
        for sample in samples:
            wrong += [f"{sample[:40]}: {what}" for what in _wrong_in_blocks(sample, usual)]
    ears.listening = False
    wrong += ears.heard
    pairs = min(count, len(samples) + 1)
    measured = f"{pairs} briefs and summaries, {len(samples)} samples in every block, {len(wrong)} wrong"
    return Row(
        "mark-up in every text, in brief and summary as PDF and HTML",
        "0 pictures, links, fetches; all text found again",
        "; ".join([measured, *wrong[:8]]),
        not wrong,
    )


def _wrong_in_brief(document: Document, usual: Page) -> list[str]:
    return _wrong_in(make_brief(document, 8, "en"), make_page(document, 8, "en"), document, usual)


def _wrong_in_summary(document: Document, usual: Page) -> list[str]:
    """The notes of all chapters are looked for too."""
    pdf, page = report.make_summary(document, "en"), report.make_page(document, "en")
    lost = [note.text[:40] for note in document[Summary].notes if bare(note.text) not in bare(Page(page).text)]
    return _wrong_in(pdf, page, document, usual) + [f"the note {note} is not found" for note in lost]


def _wrong_in(pdf: bytes, made: str, document: Document, usual: Page) -> list[str]:
    title = document[Workshop].title
    text, reaching, off = read(pdf)
    page = Page(made)
    return [
        *(["a picture or a link in the PDF"] if reaching else []),
        *([f"{off} letters off the page"] if off else []),
        *(["the title is not found"] if bare(title) not in bare(text) else []),
        *_strange(page, usual),
    ]


def _wrong_in_blocks(sample: str, usual: Page) -> list[str]:
    sections = one_of_each_block(sample)
    text, reaching, off = read(render(sections, Document(), 2, "en"))
    page = Page(render_page(sections, "", "en"))
    found = min(bare(text).count(bare(sample)), bare(page.text).count(bare(sample)))
    return [
        *(["a picture or a link in the PDF"] if reaching or off else []),
        *([f"found {found} times, not {LINES}"] if bare(sample) and found < LINES else []),
        *_strange(page, usual),
    ]


def _strange(page: Page, usual: Page) -> list[str]:
    """Elements and attributes that a page without mark-up in its texts does not have."""
    return [f"<{tag}>" for tag in page.tags.keys() - usual.tags] + [f"{name}=" for name in page.names - usual.names]


def printed(*blocks: Block) -> bytes:
    """A brief of these blocks alone."""
    with speaking("en"):
        return render((Section("Long", "glance", blocks),), Document(), 8, "en")


def long_texts(folder: Path, count: int) -> Row:
    """The first ``count`` of these: a table, brief and summary of a workshop of which every text is endless, ..."""
    word, words = "x" * WORD, " ".join(["word"] * WORDS)
    table = Table((word[:300], "b", "c"), tuple((f"row {n}", "x" * 300, words[:900]) for n in range(ROWS)))
    made: list[Callable[[], bytes]] = [
        lambda: printed(table),
        lambda: make_brief(filled(lambda limit: "x" * limit, each=10), 8, "en"),
        lambda: _long_summary(),
        lambda: printed(Text(word)),
        lambda: printed(Text(words)),
        lambda: printed(Text(word), Text(words), table),
    ]
    longest, off = 0.0, 0
    for make in made[:count]:
        start = time.process_time()
        pdf = make()
        longest = max(longest, time.process_time() - start)
        off += read(pdf)[2]
    return Row(
        f"word of {WORD:,} letters, note of {WORDS:,} words, table of {ROWS} rows in the brief",
        f"< {SECONDS:g} s each, 0 letters off the page",
        f"{longest:.1f} s, {off} off the page",
        (longest < SECONDS or count < len(made)) and off == 0,
    )


def _long_summary() -> bytes:
    held = filled(lambda limit: "x" * limit)
    return report.make_summary(worded(held, lambda: "x" * PROSE_LENGTH), "en")


TRIALS = (
    Trial("markup-paper", markup_paper, full=1_000, short=1),
    Trial("long", long_texts, full=6, short=3),
)

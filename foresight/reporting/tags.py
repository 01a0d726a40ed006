"""The structure of a tagged PDF: what is a heading, a paragraph, a table cell; what is only decoration.

ISO 32000-1, 14.6 to 14.8. Reading aids and re-flowing readers use it. reportlab writes the objects and knows nothing of
what they mean. The result is tagged; it is not checked against PDF/UA.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas


@dataclass
class _Element:
    kind: str
    alt: str = ""
    children: list["_Element | tuple[int, int]"] = field(default_factory=list)
    """Elements, or (page, number of a piece of marked content on it)."""
    reference: Any = None


class Tags:
    """Collects the structure while pages are painted on a canvas; ``write`` puts it into the document."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas: Any = canvas
        self._root = _Element("Document")
        self._open = [self._root]
        self._inside = False  # marked content does not nest
        self._marked: list[list[_Element]] = [[]]  # for each page, the element of each piece of marked content

    @contextmanager
    def element(self, kind: str) -> Iterator[None]:
        """A part of the structure that holds other parts, such as Sect, Table or TR."""
        element = _Element(kind)
        self._open[-1].children.append(element)
        self._open.append(element)
        try:
            yield
        finally:
            self._open.pop()

    @contextmanager
    def content(self, kind: str, alt: str = "") -> Iterator[None]:
        """What is painted inside is one piece of content, such as P, H2 or Figure (with ``alt`` text)."""
        element = _Element(kind, alt)
        self._open[-1].children.append(element)
        page = self._marked[-1]
        element.children.append((len(self._marked) - 1, len(page)))
        with self._mark(f"/{kind} <</MCID {len(page)}>> BDC"):
            page.append(element)
            yield

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What is painted inside says nothing by itself; inside a piece of content it belongs to that."""
        if self._inside:
            yield
            return
        with self._mark("/Artifact BMC"):
            yield

    @contextmanager
    def _mark(self, operator: str) -> Iterator[None]:
        if self._inside:
            raise ValueError("marked content does not nest")
        self._inside = True
        self._canvas._code.append(operator)
        try:
            yield
        finally:
            self._canvas._code.append("EMC")
            self._inside = False

    def end_page(self) -> None:
        """Go on to the next page."""
        self._marked.append([])

    def write(self) -> None:
        """Add the structure to the document, after the last page and before saving."""
        document = self._canvas._doc
        pages = document.Pages.pages
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        root_reference = document.Reference(root)
        root.dict["K"] = self._written(self._root, root_reference)
        parents: list[Any] = []
        for number, (page, marked) in enumerate(zip(pages, self._marked, strict=False)):
            page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")
            parents += [number, PDFArray([element.reference for element in marked])]
        root.dict["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(parents)}))
        document.Catalog.StructTreeRoot = root_reference
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _written(self, element: _Element, parent: Any) -> Any:
        document = self._canvas._doc
        held = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.kind), "P": parent})
        element.reference = document.Reference(held)
        if element.alt:
            held.dict["Alt"] = PDFString(element.alt)
        kids: list[Any] = []
        for child in element.children:
            if isinstance(child, _Element):
                kids.append(self._written(child, element.reference))
            else:
                page, number = child
                held.dict["Pg"] = document.Reference(document.Pages.pages[page])
                kids.append(number)
        held.dict["K"] = PDFArray(kids)
        return element.reference

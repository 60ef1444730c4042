"""A template's bytes to a document that is safe to work with: no macros, nothing fetched, nobody's notes."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from aktivplan.rendering.handbook import page
from aktivplan.workbooks.package import Package
from aktivplan.workbooks.sheets import ReadingError

_DOCUMENT = "word/document.xml"
_MACROS = "vbaproject.bin"
_COMMENTS = ("/comments", "/commentsExtended", "/commentsIds", "/commentsExtensible", "/people")
_PRIVATE = ("/attachedTemplate", "/extended-properties", "/thumbnail", "/metadata/thumbnail")
_OUTDATED = ("/stylesWithEffects",)
"""A second set of styles, for Word 2010 alone; it would lack ours."""
_ASKING = (
    "w:updateFields",
    "w:documentProtection",
    "w:writeProtection",
    "w:trackRevisions",
    "w:attachedTemplate",
    "w:mailMerge",
)
"""Settings that make Word ask something, forbid something, or look outside the document."""
_NOTES = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")


class TemplateError(Exception):
    """The file cannot serve as a template; ``code`` is that of the finding."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def open_template(content: bytes) -> Document:
    """The template's document, without what would make Word ask, and without comments.

    Raises:
        TemplateError: template-unreadable or template-macros.
    """
    try:
        package = Package(content)
    except ReadingError as error:
        raise TemplateError("template-unreadable") from error
    if any(name.lower().endswith(_MACROS) for name in package.parts):
        raise TemplateError("template-macros")
    if not package.find(_DOCUMENT):
        raise TemplateError("template-unreadable")
    try:
        document = docx.Document(io.BytesIO(content))
        _clean(document)
        _give_page(document)
    except (ValueError, KeyError, AttributeError, TypeError, SyntaxError) as error:
        # What python-docx and lxml raise for parts that are not what they should be.
        raise TemplateError("template-unreadable") from error
    return document


def text_parts(document: Document) -> Iterator[etree._Element]:
    """The roots of all that holds text: the document itself, headers, footers."""
    yield document.element
    yield from (
        part.element
        for part in xml_parts(document)
        if part.partname.startswith(("/word/header", "/word/footer"))
    )


def xml_parts(document: Document) -> Iterator[XmlPart]:
    """Every part that has been parsed."""
    return (part for part in _parts(document) if isinstance(part, XmlPart))


def _parts(document: Document) -> Iterator[Part]:
    return iter(document.part.package.iter_parts())


def _clean(document: Document) -> None:
    for relationships in [document.part.package.rels, *(part.rels for part in _parts(document))]:
        unwanted = [
            name
            for name, one in relationships.items()
            if one.reltype.endswith((*_COMMENTS, *_PRIVATE, *_OUTDATED))
        ]
        for name in unwanted:
            del relationships[name]
    settings = document.settings.element
    for tag in _ASKING:
        for element in settings.findall(qn(tag)):
            settings.remove(element)
    for root in text_parts(document):
        for tag in _NOTES:
            for element in [*root.iter(qn(tag))]:
                _remove(element)


def _give_page(document: Document) -> None:
    """A page in portrait for a document that says nothing of its pages, as some programs leave it out."""
    if document.sections:
        return
    margins = {
        "top": page.TOP_MARGIN,
        "bottom": page.BOTTOM_MARGIN,
        "left": page.SIDE_MARGIN,
        "right": page.SIDE_MARGIN,
    }
    size = f'<w:pgSz w:w="{page.PAGE_WIDTH}" w:h="{page.PAGE_HEIGHT}"/>'
    around = " ".join(f'w:{side}="{width}"' for side, width in margins.items())
    rest = 'w:header="708" w:footer="708" w:gutter="0"'
    section = f"<w:sectPr {nsdecls('w')}>{size}<w:pgMar {around} {rest}/></w:sectPr>"
    document.element.body.append(parse_xml(section))


def _remove(element: etree._Element) -> None:
    """Take an element out, and the run that is left empty by it."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if parent.tag == qn("w:r") and not [child for child in parent if child.tag != qn("w:rPr")]:
        _remove(parent)

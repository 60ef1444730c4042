"""The empty document that the handbook is written into: styles, lists, settings, header, footer, properties.

python-docx gives the package; everything of its own template that would show (its look, its English, its name) is
replaced here.
"""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips

from aktivplan.definition.models import Settings
from aktivplan.i18n import Translator
from aktivplan.ooxml import FIXED_TIME
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.handbook import names, page
from aktivplan.rendering.handbook.blocks import Picture, field, paragraph, run, tab
from aktivplan.rendering.handbook.numbering import numbering_part
from aktivplan.rendering.handbook.styles import fonts_part, styles_part

_UNUSED = (
    "/thumbnail",
    "/extended-properties",
    "/stylesWithEffects",
    "/customXml",
    "/webSettings",
    "/fontTable",
)
"""Ends of the relationship types of parts in python-docx's template that the handbook has no use for."""
_PAGE, _PAGES = "\N{START OF TEXT}", "\N{END OF TEXT}"
"""Stand for the two fields while their sentence is translated."""


def base_document(settings: Settings, t: Translator) -> Document:
    """A document without content, ready for the handbook of a plan with those settings."""
    document = docx.Document()
    _drop_unused(document.part.rels)
    _drop_unused(document.part.package.rels)
    _fill(document.styles.element, styles_part(t.tag))
    _fill(document.settings.element, _settings_part(t))
    _add_fonts(document)
    _set_page(document)
    _set_header_and_footer(document, settings, t)
    _set_properties(document, settings, t)
    return document


def add_picture(document: Document, figure: Figure) -> Picture:
    """Take a picture into the package."""
    relationship, _image = document.part.get_or_add_image(io.BytesIO(figure.png))
    return Picture(figure, str(relationship))


def set_lists(document: Document, numbered_lists: int) -> None:
    """Make the document's lists: the one of bullets, and so many numbered ones."""
    _fill(document.part.numbering_part.element, numbering_part(numbered_lists))


def _drop_unused(relationships: Relationships) -> None:
    unused = [name for name, one in relationships.items() if one.reltype.endswith(_UNUSED)]
    for name in unused:
        del relationships[name]


def _fill(element: BaseOxmlElement, content: str) -> None:
    """Put the content in the place of everything the element holds."""
    element[:] = list(parse_xml(f"<w:filling {nsdecls('w')}>{content}</w:filling>"))


def _settings_part(t: Translator) -> str:
    """No prompt, no protection; Word's present layout rules; words hyphenated where their style allows it."""
    uri = "http://schemas.microsoft.com/office/word"
    decimal, separator = (".", ",") if t.language == "en" else (",", ";")
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:autoHyphenation/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/>'
        f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{uri}" w:val="1"/>'
        f'<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{uri}" w:val="1"/>'
        f'</w:compat><w:themeFontLang w:val="{t.tag}"/>'
        f'<w:decimalSymbol w:val="{decimal}"/><w:listSeparator w:val="{separator}"/>'
    )


def _add_fonts(document: Document) -> None:
    """Say what the font is like, so that a program without it takes the one of the same widths."""
    package = document.part.package
    fonts = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, fonts_part().encode(), package)
    document.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Twips(page.PAGE_WIDTH), Twips(page.PAGE_HEIGHT)
    section.left_margin = section.right_margin = Twips(page.SIDE_MARGIN)
    section.top_margin, section.bottom_margin = Twips(page.TOP_MARGIN), Twips(page.BOTTOM_MARGIN)
    section.header_distance = Twips(page.HEADER_DISTANCE)
    section.footer_distance = Twips(page.FOOTER_DISTANCE)
    section.different_first_page_header_footer = True


def _set_header_and_footer(document: Document, settings: Settings, t: Translator) -> None:
    section = document.sections[0]
    for part, content in (
        (section.header, paragraph(run(settings.title), names.HEADER)),
        (section.footer, paragraph(run(settings.organisation) + tab() + _page_number(t), names.FOOTER)),
    ):
        part.is_linked_to_previous = False
        _fill(part._element, content)  # noqa: SLF001 - python-docx shows it under no public name


def _page_number(t: Translator) -> str:
    """The page and how many there are, as in "Page 3 (20)"; the numbers are fields."""
    sentence = t("Page {page} ({pages})", page=_PAGE, pages=_PAGES)
    before, rest = sentence.split(_PAGE)
    between, after = rest.split(_PAGES)
    return run(before) + field("PAGE", "2") + run(between) + field("NUMPAGES", "2") + run(after)


def _set_properties(document: Document, settings: Settings, t: Translator) -> None:
    properties = document.core_properties
    properties.title = settings.title
    properties.subject = t("Handbook")
    properties.author = properties.last_modified_by = settings.organisation
    properties.language = t.tag
    properties.comments = properties.keywords = properties.category = ""
    properties.created = properties.modified = FIXED_TIME
    properties.revision = 1

"""The handbook's own lists beside those of the template."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from lxml import etree

from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.numbering import DEFINITIONS, numbering_part

_LAST = qn("w:numIdMacAtCleanup")


def add_lists(document: Document, numbered_lists: int) -> None:
    """Make the list of bullets, and so many numbered ones; those that the template has stay as they are."""
    root = _root(document)
    for former in [one for one in root if _is_ours(one)]:
        root.remove(former)
    added = [*parse_xml(f"<w:filling {nsdecls('w')}>{numbering_part(numbered_lists)}</w:filling>")]
    definitions = [one for one in added if one.tag == qn("w:abstractNum")]
    instances = [one for one in added if one.tag == qn("w:num")]
    first = next((index for index, one in enumerate(root) if one.tag in (qn("w:num"), _LAST)), len(root))
    root[first:first] = definitions
    last = next((index for index, one in enumerate(root) if one.tag == _LAST), len(root))
    root[last:last] = instances


def _is_ours(element: etree._Element) -> bool:
    """Whether a handbook that serves as a template has it from us. Other programs number their lists as high as we do."""
    if element.tag == qn("w:abstractNum"):
        return _number(element, "w:abstractNumId") in DEFINITIONS
    definition = element.find(qn("w:abstractNumId"))
    is_high = _number(element, "w:numId") >= names.BULLETS
    return is_high and definition is not None and _number(definition, "w:val") in DEFINITIONS


def _number(element: etree._Element, attribute: str) -> int:
    number = element.get(qn(attribute)) or ""
    return int(number) if number.isdecimal() else 0


def _root(document: Document) -> etree._Element:
    part = document.part
    found = [one.target_part for one in part.rels.values() if one.reltype == RELATIONSHIP_TYPE.NUMBERING]
    if found and isinstance(found[0], XmlPart):
        root: etree._Element = found[0].element
        return root
    element = parse_xml(f"<w:numbering {nsdecls('w')}/>")
    made = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, element, part.package)
    part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return element

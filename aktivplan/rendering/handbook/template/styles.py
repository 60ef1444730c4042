"""Our styles and the template's own: those of the same name are one, and the template's looks count.

Word and LibreOffice give styles other ids in other languages (``Rubrik1``), but built-in ones keep their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from aktivplan.rendering.handbook.styles import styles_part
from aktivplan.rendering.handbook.template.opening import xml_parts

_REFERENCES = tuple(
    qn(tag)
    for tag in (
        "w:pStyle",
        "w:rStyle",
        "w:tblStyle",
        "w:basedOn",
        "w:next",
        "w:link",
        "w:numStyleLink",
        "w:styleLink",
    )
)
_VALUE, _ID, _TYPE, _DEFAULT = qn("w:val"), qn("w:styleId"), qn("w:type"), qn("w:default")


def adopt_styles(document: Document, language_tag: str) -> tuple[str, ...]:
    """Give the template's styles our ids, by their names, and add those that it lacks.

    What comes back are the names of the paragraph styles that it lacked: programs drop others that nothing uses.
    """
    styles = document.styles.element
    ours = _parsed(styles_part(language_tag))
    theirs = {_key(style): style for style in styles.findall(qn("w:style"))}
    renamed = _renamed(ours, theirs, {str(style.get(_ID)) for style in theirs.values()})
    if renamed:
        _rename(document, renamed)
    lacking = [style for style in ours if _key(style) not in theirs]
    for style in lacking:
        # The template has a default of each type already.
        if style.get(_DEFAULT) and any(
            one.get(_DEFAULT) and one.get(_TYPE) == style.get(_TYPE) for one in theirs.values()
        ):
            del style.attrib[_DEFAULT]
        styles.append(style)
    return tuple(_name(style) for style in lacking if style.get(_TYPE) == "paragraph")


def _parsed(part: str) -> list[etree._Element]:
    root = parse_xml(f"<w:filling {nsdecls('w')}>{part}</w:filling>")
    return [style for style in root if style.tag == qn("w:style")]


def _key(style: etree._Element) -> tuple[str, str]:
    return str(style.get(_TYPE, "paragraph")), _name(style).casefold()


def _name(style: etree._Element) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(_VALUE, ""))


def _renamed(
    ours: Iterable[etree._Element], theirs: Mapping[tuple[str, str], etree._Element], taken: set[str]
) -> dict[str, str]:
    """New ids by old ones: ours for styles of our names, and another one for a style that has taken one of ours."""
    wanted = {str(style.get(_ID)): _key(style) for style in ours}
    renamed = {
        str(theirs[key].get(_ID)): one
        for one, key in wanted.items()
        if key in theirs and theirs[key].get(_ID) != one
    }
    for key, style in theirs.items():
        own = str(style.get(_ID))
        if own in wanted and wanted[own] != key and own not in renamed:
            free = own
            while free in taken or free in wanted:
                free += "X"
            taken.add(free)
            renamed[own] = free
    return renamed


def _rename(document: Document, renamed: Mapping[str, str]) -> None:
    for style in document.styles.element.findall(qn("w:style")):
        style.set(_ID, renamed.get(str(style.get(_ID)), str(style.get(_ID))))
    for part in xml_parts(document):
        for reference in part.element.iter(*_REFERENCES):
            value = str(reference.get(_VALUE))
            if value in renamed:
                reference.set(_VALUE, renamed[value])

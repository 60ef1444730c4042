"""XML in its plainest form, so that it can be read as text. Knows no element but the root.

Plain is what nearly every program writes: the prefix ``w`` for the words of WordprocessingML, attributes in double quotes after
single spaces, no comments, no CDATA. Whatever else is well-formed is made plain by a parser, which takes several times as long.
"""

from __future__ import annotations

import re

from lxml import etree

from aktivplan.workbooks.limits import MEBIBYTE
from aktivplan.workbooks.package import check_xml
from aktivplan.workbooks.sheets import ReadingError

_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _NAMESPACES["w"].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": _NAMESPACES["wp"].encode(),
}
"""Namespaces of the strict kind of file, and what they are called here."""
_OPENING = re.compile(rb'(?:\xef\xbb\xbf)?(?:<\?xml [^<>]*\?>\s*)?<w:[A-Za-z]+(?: [\w:.\-]+="[^"<]*")*>')
_STRAY_AMPERSAND = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)")
_LARGEST = 64 * MEBIBYTE
"""Bytes of XML that is held in memory as a tree."""


class NotPlainError(Exception):
    """The XML is not as plain as it looked, or not well-formed at all."""


def looks_plain(xml: bytes) -> bool:
    """Whether the XML begins as plain XML does; whoever reads it on finds out about the rest."""
    return opens_plainly(xml) and not has_stray_ampersand(xml)


def opens_plainly(xml: bytes) -> bool:
    """Whether the root's tag is that of plain XML."""
    opening = _OPENING.match(xml)
    return opening is not None and f'xmlns:w="{_NAMESPACES["w"]}"'.encode() in opening.group()


def has_stray_ampersand(xml: bytes) -> bool:
    """Whether an ampersand stands anywhere that begins no name or number of a character."""
    return b"&" in xml and _STRAY_AMPERSAND.search(xml) is not None


def with_usual_names(xml: bytes) -> bytes:
    """The XML with the namespaces of the strict kind of file called as in the usual one."""
    for strict, usual in _STRICT.items():
        xml = xml.replace(strict, usual)
    return xml


def made_plain(xml: bytes) -> bytes:
    """The same XML, plain.

    Raises:
        ReadingError: file-damaged, if it is not well-formed; file-unsafe.
    """
    check_xml(xml)
    if len(xml) > _LARGEST:
        raise ReadingError("file-unsafe")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(with_usual_names(xml), parser)
    except etree.XMLSyntaxError as error:
        raise ReadingError("file-damaged") from error
    plain = etree.Element(root.tag, dict(root.attrib), nsmap=_NAMESPACES)
    plain.text = root.text
    plain.extend(list(root))
    etree.cleanup_namespaces(plain, top_nsmap=_NAMESPACES)
    return etree.tostring(plain, encoding="UTF-8")

"""Which part of an Office package belongs to which, and what it points to outside. Follows nothing."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, Protocol

from lxml import etree

from aktivplan.workbooks.limits import MEBIBYTE
from aktivplan.workbooks.package import check_xml
from aktivplan.workbooks.sheets import ReadingError

REMEMBERED_UP_TO = 64 * 1024
"""Bytes; what larger parts say is not kept for the next workbook."""
_LARGEST = 16 * MEBIBYTE
"""Bytes of XML that is held in memory as a tree."""
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
)


class Relationship(NamedTuple):
    """From one part to another, or to a place outside the package."""

    id: str
    type: str
    """The last word of its address: "worksheet", "hyperlink"."""
    target: str
    """The other part's name; where it is outside, as it is written."""
    outside: bool


def parsed(xml: bytes) -> etree._Element:
    """The XML's root.

    Raises:
        ReadingError: file-damaged or file-unsafe.
    """
    check_xml(xml)
    if len(xml) > _LARGEST:
        raise ReadingError("file-damaged")
    try:
        return etree.fromstring(xml, _PARSER)
    except etree.XMLSyntaxError as error:
        raise ReadingError("file-damaged") from error


class Parts(Protocol):
    """A package, or whatever has parts to be read by their names."""

    def read(self, name: str) -> bytes:
        """What the part of that name holds; b"" if there is none."""


def relationships(package: Parts, part: str) -> tuple[Relationship, ...]:
    """Those of a part; of the package itself, if the name is ""."""
    folder, slash, name = part.rpartition("/")
    xml = package.read(f"{folder}{slash}_rels/{name}.rels")
    return _told_once(folder, xml) if len(xml) <= REMEMBERED_UP_TO else tuple(_told(folder, xml))


@lru_cache(maxsize=16)
def _told_once(folder: str, xml: bytes) -> tuple[Relationship, ...]:
    """Workbooks that the same program has saved often say the same here."""
    return tuple(_told(folder, xml))


def _told(folder: str, xml: bytes) -> Iterator[Relationship]:
    for element in parsed(xml) if xml else ():
        target = element.get("Target", "")
        outside = element.get("TargetMode") == "External"
        yield Relationship(
            element.get("Id", ""),
            element.get("Type", "").rpartition("/")[2],
            target if outside else _resolved(folder, target),
            outside,
        )


def _resolved(folder: str, target: str) -> str:
    if "." not in target.partition("/")[0] and "\\" not in target and not target.startswith("/"):
        return f"{folder}/{target}" if folder else target
    return posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")

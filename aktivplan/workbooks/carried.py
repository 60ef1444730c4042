"""What a package carries besides cells: told, and never run, followed or copied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aktivplan.i18n import Translator
from aktivplan.workbooks.package import Package
from aktivplan.workbooks.relationships import parsed
from aktivplan.workbooks.sheets import Carried, ReadingError

_MACROS = ("vbaproject.bin", "vbadata.xml")
_MACRO_FOLDERS = ("xl/macrosheets/", "basic/", "scripts/")
_OBJECT_FOLDERS = ("xl/embeddings/", "xl/activex/")
_LINK_FOLDER = "xl/externallinks/"
_CONNECTIONS = ("xl/connections.xml", "xl/connections.bin")
_DDE = b"ddeLink"
_SHEET_FOLDER = "xl/worksheets/"
_DDE_FORMULA = re.compile(rb"<(?:\w+:)?f(?: [^<>]*)?>[^<>|\"]*\|[^<>]*!")
"""A program, what to open with it and where to look, as in cmd|'/c calc'!A1."""
_TO_READ_ON = "/hyperlink"
"""What a reader clicks on of their own accord."""


def carried_word(kind: Carried, t: Translator) -> str:
    """What it is called."""
    words = {
        Carried.MACROS: t("macros"),
        Carried.EXTERNAL_LINKS: t("links to other files"),
        Carried.DDE: t("links to other programs (DDE)"),
        Carried.EMBEDDED_OBJECTS: t("embedded objects"),
    }
    return words[kind]


def carried(package: Package) -> frozenset[Carried]:
    """All that the package carries."""
    return frozenset(_found(package))


def _found(package: Package) -> Iterator[Carried]:
    for name in package.parts:
        folded = name.lower()
        if folded.endswith(_MACROS) or folded.startswith(_MACRO_FOLDERS):
            yield Carried.MACROS
        elif folded.startswith(_OBJECT_FOLDERS):
            yield Carried.EMBEDDED_OBJECTS
        elif folded.startswith(_LINK_FOLDER):
            yield Carried.DDE if _is_dde(package, name) else Carried.EXTERNAL_LINKS
        elif folded.startswith(_SHEET_FOLDER) and folded.endswith(".xml"):
            if _has_dde_formula(package, name):
                yield Carried.DDE
        elif folded in _CONNECTIONS or (folded.endswith(".rels") and _points_outside(package, name)):
            yield Carried.EXTERNAL_LINKS


def _is_dde(package: Package, name: str) -> bool:
    try:
        return _DDE in package.read(name)
    except ReadingError:
        return False


def _has_dde_formula(package: Package, name: str) -> bool:
    try:
        xml = package.read(name)
    except ReadingError:
        return False
    return b"|" in xml and bool(_DDE_FORMULA.search(xml))


def _points_outside(package: Package, name: str) -> bool:
    try:
        xml = package.read(name)
        return b"External" in xml and any(
            one.get("TargetMode") == "External" and not one.get("Type", "").endswith(_TO_READ_ON)
            for one in parsed(xml)
        )
    except ReadingError:
        # A damaged part that no cell depends on, of a drawing for instance.
        return False

"""A Word document looked through for what hinders people."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from contextlib import suppress

from lxml import etree

from aktivplan.findings import Finding
from aktivplan.linting.plain_xml import NotPlainError, looks_plain, made_plain, with_usual_names
from aktivplan.linting.properties import judge_language, judge_properties, judge_settings
from aktivplan.linting.styles import Styles
from aktivplan.linting.telling import Telling
from aktivplan.linting.walker import Walker
from aktivplan.workbooks.package import Package
from aktivplan.workbooks.relationships import Relationship, parsed, relationships
from aktivplan.workbooks.sheets import ReadingError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARGINS = ("header", "footer", "footnotes", "endnotes")
_PAGE_NUMBER = re.compile(rb'(?:w:instr="|<w:instrText(?: [^<>]*)?>)\s*PAGE\b')
_DOCUMENT, _OPENING = b"document", 4_096
"""The last word of the root's name, and where it stands at the latest."""


def lint_document(content: bytes, language: str = "", *, file: str = "") -> tuple[Finding, ...]:
    """What hinders people in a .docx file, in the order of its text; nothing for a document without a fault.

    ``language`` is the one that it should be in ("sv", "sv-SE"), if that is known; ``file`` is what the findings call it.
    A place's sheet is the nearest heading, its row and column are those of a table. What is no Word document,
    or an unsafe one, gives one finding that says so.
    """
    telling = Telling(file)
    try:
        _look_through(content, language, file, telling)
    except ReadingError as error:
        telling.tell("word-encrypted" if error.code == "file-encrypted" else "word-unreadable")
    return telling.findings()


def _look_through(content: bytes, language: str, file: str, telling: Telling) -> None:
    if content.startswith(_OLE):
        raise ReadingError("file-encrypted" if _ENCRYPTED in content else "file-damaged")
    package = Package(content)
    core = _target(relationships(package, ""), "core-properties")
    main = _target(relationships(package, ""), "officeDocument")
    xml = package.read(main)
    if _DOCUMENT not in xml[:_OPENING]:
        raise ReadingError("file-damaged")
    related = relationships(package, main)
    styles = Styles(_root(package, _target(related, "styles")))
    judge_properties(_root(package, core), file, styles.language, telling)
    judge_language(styles.language, language, telling)
    judge_settings(_root(package, _target(related, "settings")), telling)
    margins = [one.target for one in related if one.type in _MARGINS and not one.outside]
    body = _walked(xml, telling, styles, related, in_body=True)
    for part in margins:
        _walked(package.read(part), telling, styles, relationships(package, part), in_body=False)
    has_page_numbers = any(_PAGE_NUMBER.search(package.read(part)) for part in margins)
    body.tell_of_the_whole(telling, has_page_numbers=has_page_numbers)


def _walked(
    xml: bytes, telling: Telling, styles: Styles, related: Sequence[Relationship], *, in_body: bool
) -> Walker:
    """Walk through a part; what is found there counts only if all of it can be walked through."""
    names = frozenset(one.id for one in related)
    if looks_plain(xml):
        with suppress(NotPlainError):
            return _walked_once(xml, telling, styles, names, in_body=in_body)
    try:
        return _walked_once(made_plain(xml), telling, styles, names, in_body=in_body)
    except NotPlainError as error:
        raise ReadingError("file-damaged") from error


def _walked_once(
    xml: bytes, telling: Telling, styles: Styles, names: Collection[str], *, in_body: bool
) -> Walker:
    found = telling.for_a_part()
    walker = Walker(found, styles, names, in_body=in_body)
    walker.walk(xml)
    telling.take(found)
    return walker


def _target(related: Sequence[Relationship], kind: str) -> str:
    """The name of the part of that kind; "" if there is none."""
    return next((one.target for one in related if one.type == kind and not one.outside), "")


def _root(package: Package, part: str) -> etree._Element | None:
    xml = package.read(part) if part else b""
    return parsed(with_usual_names(xml)) if xml else None

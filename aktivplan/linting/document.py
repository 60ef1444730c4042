"""A Word document looked through for what hinders people."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress

from lxml import etree

from aktivplan.findings import Finding
from aktivplan.linting.plain_xml import NotPlainError, looks_plain, made_plain, with_usual_names
from aktivplan.linting.properties import judge_language, judge_properties, judge_settings
from aktivplan.linting.styles import Styles
from aktivplan.linting.telling import Telling
from aktivplan.linting.thinning import Thinned, thinned
from aktivplan.linting.walker import Walker
from aktivplan.workbooks.package import Package
from aktivplan.workbooks.relationships import Parts, Relationship, parsed, relationships
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
    try:
        return _look_through(_opened(content), language, file).findings()
    except ReadingError as error:
        telling = Telling(file)
        telling.tell("word-encrypted" if error.code == "file-encrypted" else "word-unreadable")
        return telling.findings()


def _opened(content: bytes) -> Package:
    if content.startswith(_OLE):
        raise ReadingError("file-encrypted" if _ENCRYPTED in content else "file-damaged")
    return Package(content)


def lint_parts(
    parts: Mapping[str, Sequence[bytes]], language: str = "", *, file: str = ""
) -> tuple[Finding, ...]:
    """The same for a document of our own before it is packed: its parts by name, each in pieces.

    No row of a table is spread over several pieces.
    """
    return _look_through(_Parts(parts), language, file).findings()


class _Parts:
    """Parts that need not be unpacked."""

    def __init__(self, parts: Mapping[str, Sequence[bytes]]) -> None:
        self._parts = parts

    def read(self, name: str) -> bytes:
        """What the part of that name holds; b"" if there is none."""
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Sequence[bytes]:
        """The same in pieces; a long document is not put together only to be looked through."""
        return self._parts.get(name, ())


def _look_through(package: Package | _Parts, language: str, file: str) -> Telling:
    main = _target(relationships(package, ""), "officeDocument")
    pieces = package.pieces(main) if isinstance(package, _Parts) else (package.read(main),)
    if not pieces or _DOCUMENT not in pieces[0][:_OPENING]:
        raise ReadingError("file-damaged")
    text = thinned(pieces)
    telling = _judged(package, main, text, language, file)
    if text.rows and telling.findings():
        return _judged(package, main, Thinned(b"".join(pieces)), language, file)
    return telling


def _judged(package: Parts, main: str, text: Thinned, language: str, file: str) -> Telling:
    telling = Telling(file)
    core = _target(relationships(package, ""), "core-properties")
    related = relationships(package, main)
    styles = Styles(_root(package, _target(related, "styles")))
    judge_properties(_root(package, core), file, styles.language, telling)
    judge_language(styles.language, language, telling)
    judge_settings(_root(package, _target(related, "settings")), telling)
    margins = [one.target for one in related if one.type in _MARGINS and not one.outside]
    body = _walked(text, telling, styles, related, in_body=True)
    for part in margins:
        margin = Thinned(package.read(part))
        _walked(margin, telling, styles, relationships(package, part), in_body=False)
    has_page_numbers = any(_PAGE_NUMBER.search(package.read(part)) for part in margins)
    body.tell_of_the_whole(telling, has_page_numbers=has_page_numbers)
    return telling


def _walked(
    text: Thinned, telling: Telling, styles: Styles, related: Sequence[Relationship], *, in_body: bool
) -> Walker:
    """Walk through a part; what is found there counts only if all of it can be walked through."""
    names = frozenset(one.id for one in related)
    if looks_plain(text.left):
        with suppress(NotPlainError):
            return _walked_once(text, telling, styles, names, in_body=in_body)
    try:
        plain = text._replace(left=made_plain(text.left))
        return _walked_once(plain, telling, styles, names, in_body=in_body)
    except NotPlainError as error:
        raise ReadingError("file-damaged") from error


def _walked_once(
    text: Thinned, telling: Telling, styles: Styles, names: Collection[str], *, in_body: bool
) -> Walker:
    found = telling.for_a_part()
    walker = Walker(found, styles, names, in_body=in_body)
    walker.walk(text)
    telling.take(found)
    return walker


def _target(related: Sequence[Relationship], kind: str) -> str:
    """The name of the part of that kind; "" if there is none."""
    return next((one.target for one in related if one.type == kind and not one.outside), "")


def _root(package: Parts, part: str) -> etree._Element | None:
    xml = package.read(part) if part else b""
    return parsed(with_usual_names(xml)) if xml else None

"""Handbooks for tests, opened again: parts, paragraphs, tables, headings."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from aktivplan.consolidation.consolidate import consolidate
from aktivplan.consolidation.participants import for_participants
from aktivplan.definition.models import Plan, Table
from aktivplan.edition import Edition
from aktivplan.records import Record
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.figures.figures import plan_figures
from aktivplan.rendering.handbook.handbook import render_handbook
from tests.support import activity, every_type_table, make_plan, make_submission

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Handbook:
    """A rendered handbook."""

    def __init__(
        self, edition: Edition, figure: Figure | None = None, template: bytes | None = None, unit: str = ""
    ) -> None:
        drawn = (lambda: {"timeline": figure}) if figure else None
        self._open(render_handbook(edition, template, plan_figures(edition), drawn, unit=unit).packed())

    @classmethod
    def of(cls, content: bytes) -> Handbook:
        """The handbook that some bytes are."""
        made = cls.__new__(cls)
        made._open(content)
        return made

    def _open(self, content: bytes) -> None:
        self.bytes = content
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}

    @cached_property
    def root(self) -> etree._Element:
        return self.part("word/document.xml")

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    @property
    def text(self) -> str:
        return "\n".join(text_of(paragraph) for paragraph in self.all("p"))

    def all(self, tag: str) -> Iterator[etree._Element]:
        return self.root.iter(f"{W}{tag}")

    def styled(self, style: str) -> list[etree._Element]:
        return [paragraph for paragraph in self.all("p") if style_of(paragraph) == style]

    @property
    def headings(self) -> list[tuple[int, str]]:
        return [
            (int(style_of(paragraph).removeprefix("Heading")), text_of(paragraph))
            for paragraph in self.all("p")
            if style_of(paragraph).startswith("Heading")
        ]

    def below(self, heading: str) -> str:
        """The text from a heading to the next one, at any level."""
        found, lines = False, []
        for paragraph in self.all("p"):
            if style_of(paragraph).startswith("Heading"):
                if found:
                    break
                found = text_of(paragraph) == heading
            elif found:
                lines.append(text_of(paragraph))
        return "\n".join(lines)

    @property
    def bookmarks(self) -> list[str]:
        return [one.get(f"{W}name", "") for one in self.all("bookmarkStart")]


def text_of(element: etree._Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(f"{W}t"))


def style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def make_edition(plan: Plan, *records: Record) -> Edition:
    """The participants' edition of one answer from every unit that has a record."""
    units = dict.fromkeys(record.unit for record in records)
    answers = (make_submission(plan, unit, *(r for r in records if r.unit == unit)) for unit in units)
    return for_participants(consolidate(plan, answers))


def small_edition() -> Edition:
    """Three activities of two units; KOF has not answered and goal 1.2 has nothing under it."""
    plan = make_plan()
    return make_edition(
        plan,
        activity(plan, "BUF", 1, goal="1.1"),
        activity(plan, "BUF", 2, goal="2.1"),
        activity(plan, "SOC", 1, goal="1.1"),
    )


def wide_table() -> Table:
    """One field of each type: too many to stand side by side."""
    table = every_type_table()
    return Table(key=table.key, title=table.title, code=table.code, fields=table.public_fields)


def one_pixel() -> bytes:
    """The smallest picture."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )

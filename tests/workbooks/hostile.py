"""Files that mean harm, or that no program writes: each with the code of the finding that it ends with, "" if it is read."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from types import MappingProxyType

from aktivplan.workbooks.compound import compound_file
from tests.workbooks.packages import (
    biff,
    book_parts,
    number_cell,
    one_sheet,
    open_document,
    record,
    relationships,
    shared_strings,
    worksheet,
    zipped,
)

_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
_FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
_LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
_HIDDEN = '<cols><col min="1" max="16384" hidden="1"/></cols>'
_BLANKS = b" " * (1 << 20)


def _with(name: str, content: bytes | str) -> bytes:
    return zipped(book_parts(worksheet(_CELL)) | {name: content})


def _many_sheets(count: int) -> bytes:
    return zipped(book_parts(*[worksheet(_CELL)] * count))


def _lying_about_sizes() -> bytes:
    bomb = _with("xl/a.xml", b"<a>" + _BLANKS * 40 + b"</a>")
    return bomb.replace((len(_BLANKS) * 40 + 7).to_bytes(4, "little"), (10).to_bytes(4, "little"))


def _many_large_parts() -> bytes:
    """Each allowed, and packed no tighter than is usual."""
    noise = b"".join(struct.pack("<I", n * 2654435761 & 0xFFFFFFFF) for n in range(5_000))
    return zipped({**book_parts(worksheet(_CELL)), **{f"xl/{n}.bin": noise * 1_500 for n in range(9)}})


def _encrypted() -> bytes:
    return compound_file("EncryptedPackage", b"secret")


def _rows(count: int, columns: int = 1) -> str:
    """Rows of different numbers, which cannot be packed as tightly as a bomb."""
    cells = (f"<c><v>{n * 7919 % 1000003}</v></c>" for n in range(count * columns))
    return "".join(f"<row>{''.join(next(cells) for _ in range(columns))}</row>" for _ in range(count))


def _far_apart() -> str:
    return '<row r="1"><c r="AAA1"><v>1</v></c></row><row r="3000"><c r="A3000"><v>1</v></c></row>'


def _overlapping(count: int) -> str:
    area = '<mergeCell ref="A1:XFD1048576"/>'
    return f"<mergeCells>{area * count}</mergeCells>"


def _long_text_in_many_cells() -> bytes:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 5001))
    return zipped(book_parts(worksheet(cells), strings=shared_strings("x" * 1_000_000)))


def _xls(*records: bytes) -> bytes:
    return compound_file("Workbook", biff(b"".join(records)))


def _xls_with_password() -> bytes:
    return compound_file("Workbook", biff(b"", record(0x002F, b"\x01\x00\x01\x00")))


def _repeated(rows: int, columns: int) -> bytes:
    cell = f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="float" office:value="1"/>'
    return open_document(f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>')


def _deep() -> str:
    return worksheet(_CELL + "<x>" * 100_000 + "</x>" * 100_000)


HOSTILE: Mapping[str, tuple[Callable[[], bytes], str]] = MappingProxyType(
    {
        "nothing": (lambda: b"", "file-not-workbook"),
        "the beginning of a package": (lambda: one_sheet(_CELL)[:300], "file-damaged"),
        "half a package": (lambda: one_sheet(_CELL)[: len(one_sheet(_CELL)) // 2], "file-damaged"),
        "a web page": (lambda: b"<html><table><tr><td>a;b</td></tr></table>", "file-not-workbook"),
        "a workbook of 2003 in XML": (lambda: b'<?xml version="1.0"?><Workbook/>', "file-not-workbook"),
        "a package in a package": (lambda: zipped({"a.zip": one_sheet(_CELL)}), "file-not-workbook"),
        "a bomb": (lambda: _with("xl/a.xml", b"<a>" + _BLANKS * 40 + b"</a>"), "file-swollen"),
        "a bomb in a picture": (lambda: _with("xl/media/image1.png", _BLANKS * 40), "file-swollen"),
        "a bomb with small sizes in its headers": (_lying_about_sizes, "file-swollen"),
        "many large parts": (_many_large_parts, "file-swollen"),
        "many parts": (lambda: zipped({f"{n}.xml": "" for n in range(3000)}), "file-too-many-parts"),
        "ten thousand sheets": (lambda: _many_sheets(10_000), "file-too-many-parts"),
        "a thousand sheets": (lambda: _many_sheets(1_000), ""),
        "a way out": (lambda: _with("../../etc/cron.d/a", "a"), "file-unsafe"),
        "a way out with backslashes": (lambda: _with("xl\\..\\..\\a.xml", "<a/>"), "file-unsafe"),
        "an absolute name": (lambda: _with("/etc/passwd", "a"), "file-unsafe"),
        "a drive": (lambda: _with("C:/a.xml", "<a/>"), "file-unsafe"),
        "the same name twice": (lambda: _with("XL/Workbook.xml", "<a/>"), "file-unsafe"),
        "entities within entities": (lambda: _with("xl/workbook.xml", _LAUGHS + "<a>&b;</a>"), "file-unsafe"),
        "an entity from outside": (
            lambda: _with("xl/worksheets/sheet1.xml", _OUTSIDE + worksheet(_CELL)),
            "file-unsafe",
        ),
        "a type in properties": (lambda: _with("docProps/core.xml", _LAUGHS + "<a/>"), "file-unsafe"),
        "UTF-16": (
            lambda: _with("xl/worksheets/sheet1.xml", worksheet(_CELL).encode("utf-16")),
            "file-unsafe",
        ),
        "another encoding": (
            lambda: _with("xl/workbook.xml", '<?xml version="1.0" encoding="UTF-7"?><workbook/>'),
            "file-unsafe",
        ),
        "the utmost cell": (lambda: one_sheet(_FAR), "file-too-many-cells"),
        "the utmost cell, written with prefixes": (
            lambda: _with(
                "xl/worksheets/sheet1.xml",
                f'<x:worksheet xmlns:x="u">{worksheet(_FAR)}</x:worksheet>'.replace("<c ", "<x:c ").replace(
                    "</c>", "</x:c>"
                ),
            ),
            "file-too-many-cells",
        ),
        "the utmost cell, in single quotes": (
            lambda: one_sheet(_FAR.replace('"', "'")),
            "file-too-many-cells",
        ),
        "a cell beyond the utmost": (
            lambda: one_sheet('<row><c r="XFE1"><v>1</v></c></row>'),
            "file-damaged",
        ),
        "a row beyond the utmost": (
            lambda: one_sheet('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'),
            "file-damaged",
        ),
        "a negative row": (lambda: one_sheet('<row r="-1"><c r="A-1"><v>1</v></c></row>'), "file-damaged"),
        "many rows": (lambda: one_sheet(_rows(200_001)), "file-too-many-cells"),
        "many cells": (lambda: one_sheet(_far_apart()), "file-too-many-cells"),
        "very many cells": (lambda: one_sheet(_rows(10_000, 20)), ""),
        "many rows on many sheets": (
            lambda: zipped(book_parts(*[worksheet(_rows(30_000))] * 7)),
            "file-too-many-cells",
        ),
        "a lying dimension": (
            lambda: one_sheet(_CELL, before='<dimension ref="A1:XFD1048576"/>'),
            "",
        ),
        "a dimension backwards": (lambda: one_sheet(_CELL, before='<dimension ref="Z9:A1"/>'), ""),
        "a promise of four billion strings": (
            lambda: zipped(
                book_parts(
                    worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
                    strings=shared_strings("a", attributes='count="4000000000" uniqueCount="4000000000"'),
                )
            ),
            "",
        ),
        "a string that is not there": (
            lambda: one_sheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
            "file-damaged",
        ),
        "a long text in many cells": (_long_text_in_many_cells, "file-swollen"),
        "a cell of 40,000 characters": (
            lambda: one_sheet(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"å" * 40_000}</t></is></c></row>'),
            "",
        ),
        "all merged": (lambda: one_sheet(_CELL, after=_overlapping(1)), ""),
        "all merged, a hundred thousand times": (
            lambda: one_sheet(_CELL, after=_overlapping(100_000)),
            "",
        ),
        "all merged, too often": (
            lambda: one_sheet(_rows(1_000, 10), after=_overlapping(100_000)),
            "file-damaged",
        ),
        "a merged area beyond the utmost": (
            lambda: one_sheet(_CELL, after='<mergeCells><mergeCell ref="A1:XFE9"/></mergeCells>'),
            "file-damaged",
        ),
        "all columns hidden, often": (
            lambda: one_sheet(_CELL, before=_HIDDEN * 9999),
            "",
        ),
        "deeply nested": (lambda: zipped(book_parts(_deep())), ""),
        "deeply nested, and not as usual": (
            lambda: zipped(book_parts(_deep().replace('"', "'"))),
            "file-damaged",
        ),
        "no relationships": (
            lambda: zipped(
                {n: c for n, c in book_parts(worksheet(_CELL)).items() if n != "xl/_rels/workbook.xml.rels"}
            ),
            "file-damaged",
        ),
        "no sheet": (
            lambda: zipped({n: c for n, c in book_parts(worksheet(_CELL)).items() if "sheet1" not in n}),
            "file-damaged",
        ),
        "a sheet outside": (
            lambda: _with(
                "xl/_rels/workbook.xml.rels", relationships([("rId1", "worksheet", "../../../etc/passwd")])
            ),
            "file-damaged",
        ),
        "a workbook that is its own sheet": (
            lambda: _with(
                "xl/_rels/workbook.xml.rels", relationships([("rId1", "worksheet", "workbook.xml")])
            ),
            "",
        ),
        "numbers that are none": (
            lambda: one_sheet(
                "".join(
                    f'<row r="{n}"><c r="A{n}"><v>{text}</v></c></row>'
                    for n, text in enumerate(("NaN", "INF", "-1e999", "1e308", "x"), start=1)
                )
            ),
            "",
        ),
        "rows out of order, twice, overlapping": (
            lambda: one_sheet(
                '<row r="9"><c r="C9"><v>1</v></c></row><row r="2"><c r="B2"><v>1</v></c><c r="B2"><v>2</v></c></row>'
            ),
            "",
        ),
        "half a character": (
            lambda: zipped(
                book_parts(
                    worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
                    strings=shared_strings("_xD800_ _x0000_ _x0007_"),
                )
            ),
            "",
        ),
        "a control character": (
            lambda: one_sheet('<row r="1"><c r="A1" t="str"><v>\x07</v></c></row>'),
            "",
        ),
        "an encrypted package": (_encrypted, "file-encrypted"),
        "an .xls with a password": (_xls_with_password, "file-encrypted"),
        "an .xls that promises four billion rows": (
            lambda: _xls(
                record(0x0200, struct.pack("<IIHHH", 0, 0xFFFFFFFF, 0, 0xFF, 0)), number_cell(0, 0, 1)
            ),
            "",
        ),
        "an .xls with its utmost cell": (
            lambda: _xls(number_cell(0, 0, 1), number_cell(65_535, 255, 1)),
            "file-too-many-cells",
        ),
        "an .xls with a record that is cut": (lambda: _xls(b"\x03\x02\xff\xff"), "file-damaged"),
        "an .xls that is half there": (lambda: _xls(number_cell(0, 0, 1))[:5000], "file-damaged"),
        "two billion columns in an .ods": (lambda: _repeated(1, 2**31), ""),
        "two billion rows in an .ods": (lambda: _repeated(2**31, 1), "file-too-many-cells"),
        "all cells of an .ods": (lambda: _repeated(2**31, 2**31), "file-too-many-cells"),
        "an .ods with a password": (
            lambda: open_document("", manifest="<manifest:encryption-data xmlns:manifest='m'/>"),
            "file-encrypted",
        ),
        "an .ods with text repeated": (
            lambda: open_document(
                '<table:table-row table:number-rows-repeated="199999"><table:table-cell office:value-type="string">'
                f"<text:p>{'x' * 10_000}</text:p></table:table-cell></table:table-row>"
            ),
            "file-swollen",
        ),
    }
)
"""By what it is: how it is made, and the code."""

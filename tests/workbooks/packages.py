"""Workbooks put together part by part, as no program would write them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"

Parts = Mapping[str, bytes | str]


def zipped(parts: Parts) -> bytes:
    """A zip of the parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def worksheet(rows: str, *, before: str = "", after: str = "", main: str = MAIN) -> str:
    """The XML of a sheet with those rows."""
    return f'<worksheet xmlns="{main}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def book_parts(
    *sheets: str | bytes,
    strings: str | bytes = "",
    formats: tuple[str, ...] = (),
    names: tuple[str, ...] = (),
    main: str = MAIN,
    relations: str = RELATIONS,
) -> dict[str, bytes | str]:
    """The parts of an .xlsx with those sheets; style n + 1 shows numbers in the n-th of the formats."""
    numbers = range(1, len(sheets) + 1)
    titles = names or tuple(f"Blad{n}" for n in numbers)
    listed = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{n}" r:id="rId{n}"/>'
        for n, title in zip(numbers, titles, strict=True)
    )
    targets = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    targets += [("rIdS", "styles", "styles.xml")] + (
        [("rIdT", "sharedStrings", "sharedStrings.xml")] * bool(strings)
    )
    own = "".join(
        f'<numFmt numFmtId="{200 + n}" formatCode={quoteattr(code)}/>' for n, code in enumerate(formats)
    )
    styles = "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(len(formats)))
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relationships([("rId1", "officeDocument", "xl/workbook.xml")], relations),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(targets, relations),
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><numFmts>{own}</numFmts>'
        f'<cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>',
    }
    parts |= {f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in zip(numbers, sheets, strict=True)}
    return parts | ({"xl/sharedStrings.xml": strings} if strings else {})


def relationships(targets: list[tuple[str, str, str]], relations: str = RELATIONS) -> str:
    """The XML of relationships: id, type, target."""
    listed = "".join(
        f'<Relationship Id="{one}" Type="{relations}/{kind}" Target="{target}"/>'
        for one, kind, target in targets
    )
    return f"<Relationships>{listed}</Relationships>"


def one_sheet(rows: str, **more: str) -> bytes:
    """An .xlsx with one sheet of those rows."""
    return zipped(book_parts(worksheet(rows, **more)))


def shared_strings(*texts: str, attributes: str = "") -> str:
    """The XML of shared strings."""
    return f'<sst xmlns="{MAIN}" {attributes}>{"".join(f"<si><t>{text}</t></si>" for text in texts)}</sst>'


def open_document(rows: str, *, before: str = "", manifest: str = "<a/>", links: str = "") -> bytes:
    """An .ods with one sheet of those rows."""
    spaces = (
        " ".join(
            f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
            for name in ("office", "table", "text", "style")
        )
        + ' xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"'
        + (' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"')
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{before}</office:automatic-styles><office:body>"
        f'<office:spreadsheet>{links}<table:table table:name="Blad">{rows}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": content,
        }
    )


def record(kind: int, data: bytes = b"") -> bytes:
    """A record of an .xls."""
    return struct.pack("<HH", kind, len(data)) + data


def biff(sheet: bytes, workbook: bytes = b"") -> bytes:
    """The stream of an .xls with one sheet of those records."""
    beginning, end = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)), record(0x000A)
    name = b"\x04\x00Blad"
    start = len(beginning) + len(workbook) + 4 + 6 + len(name) + len(end)
    listed = record(0x0085, struct.pack("<IH", start, 0) + name)
    return beginning + workbook + listed + end + beginning + sheet + end


def number_cell(row: int, column: int, value: float) -> bytes:
    """A record of an .xls: a cell with a number; row and column from 0."""
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def without_checksum(packed: bytes) -> bytes:
    """A zip whose first part does not hold what it says."""
    wrong = bytearray(packed)
    at = packed.index(b"PK\x01\x02") + 16
    wrong[at : at + 4] = struct.pack("<I", zlib.crc32(b"another"))
    return bytes(wrong)

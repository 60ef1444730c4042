"""The floor: read every cell, write every cell, one flat Word table. No checking, no layout, no structure."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter
from python_calamine import CalamineWorkbook

folder, output = Path(sys.argv[1]), Path(sys.argv[2])
rows: list[list[str]] = []
for path in sorted((folder / "returned").glob("*.xlsx")):
    workbook = CalamineWorkbook.from_path(str(path))
    for name in workbook.sheet_names:
        cells = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        if name == "Aktiviteter":
            rows.extend([path.name, *map(str, row)] for row in cells[5:] if row[2])

book = xlsxwriter.Workbook(output / "floor.xlsx", {"constant_memory": True, "strings_to_urls": False})
sheet = book.add_worksheet()
for number, row in enumerate(rows):
    for column, text in enumerate(row):
        sheet.write_string(number, column, text)
book.close()

CELL = "<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>"
body = "".join(f"<w:tr>{''.join(CELL % escape(text) for text in row)}</w:tr>" for row in rows)
main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
with zipfile.ZipFile(output / "floor.docx", "w", zipfile.ZIP_DEFLATED) as docx:
    docx.writestr(
        "[Content_Types].xml",
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    )
    docx.writestr(
        "_rels/.rels",
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
    )
    docx.writestr(
        "word/document.xml",
        f'<w:document xmlns:w="{main}"><w:body><w:tbl><w:tblPr/><w:tblGrid/>{body}</w:tbl><w:p/></w:body></w:document>',
    )

"""What somebody would write in an afternoon: pandas reads and writes, python-docx makes a table."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
from docx import Document

HEADING_ROW = 4  # counted from 0

folder, output = Path(sys.argv[1]), Path(sys.argv[2])
frames = []
for path in sorted((folder / "returned").glob("*.xlsx")):
    frame = pd.read_excel(path, sheet_name="Aktiviteter", header=HEADING_ROW, engine="openpyxl")
    frame.insert(0, "Fil", path.name)
    frames.append(frame[frame["Aktivitet"].notna()])
everything = pd.concat(frames)
everything.to_excel(output / "naive.xlsx", index=False)

document = Document()
table = document.add_table(rows=1, cols=len(everything.columns))
for cell, heading in zip(table.rows[0].cells, everything.columns, strict=True):
    cell.text = str(heading)
for row in everything.itertuples(index=False):
    for cell, text in zip(table.add_row().cells, row, strict=True):
        cell.text = "" if pd.isna(text) else str(text)
document.save(str(output / "naive.docx"))

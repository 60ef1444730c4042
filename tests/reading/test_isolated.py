"""Reading as it is really done: in a worker, under its limits."""

from __future__ import annotations

import io
import struct
import sys
import zipfile

import pytest

from aktivplan.definition.models import Plan
from aktivplan.intake.workers import Ending, run_isolated
from aktivplan.reading.submission import read_submission
from aktivplan.records import Submission
from tests.reading.filling import MODIFIED, blank_form, codes, fill_in, saved
from tests.support import make_plan

PLAN = make_plan()


def read_content(plan: Plan, content: bytes) -> Submission:
    return read_submission(plan, "svar.xlsx", content, MODIFIED)


def form() -> bytes:
    book = blank_form(PLAN)
    fill_in(book, PLAN)
    return saved(book)


def far_away(content: bytes) -> bytes:
    """The workbook, with one more cell in every sheet's utmost corner."""
    corner = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"</sheetData>", corner))
    return buffer.getvalue()


def cut_compound_file() -> bytes:
    """A compound file that ends within its directory, which makes calamine panic."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 62, 3, 0xFFFE, 9, 6)
    struct.pack_into("<II", header, 44, 1, 1)
    struct.pack_into("<II", header, 56, 4096, 0xFFFFFFFE)
    struct.pack_into("<I", header, 68, 0xFFFFFFFE)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    allocation = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    return bytes(header) + allocation + "Root Entry".encode("utf-16-le").ljust(110, b"\0")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_hostile_workbooks_leave_the_others_unharmed() -> None:
    good = form()
    contents = [good, far_away(good), good, cut_compound_file(), good]
    done = list(run_isolated(read_content, PLAN, contents, seconds=10, workers=1))
    read = [(one.ending, len(one.result.records) if one.result else None) for one in done]
    assert read[0::2] == [(Ending.RETURNED, 2)] * 3
    refused = [one.result for one in done[1::2]]
    assert [codes(one) if one else [] for one in refused] == [["file-too-many-cells"], ["file-damaged"]]

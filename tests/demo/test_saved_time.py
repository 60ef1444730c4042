"""A workbook can be made to say when it was saved."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime, timedelta, timezone

import pytest
from openpyxl import Workbook, load_workbook

from aktivplan.demo.saved_time import with_saved_time
from aktivplan.ooxml import write_package

MOMENT = datetime(2026, 11, 3, 9, 15, 20, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def workbook() -> bytes:
    book = Workbook()
    book.active["A1"] = "Tovholder"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_the_workbook_says_the_moment_in_utc_and_keeps_its_cells(workbook: bytes) -> None:
    book = load_workbook(io.BytesIO(with_saved_time(workbook, MOMENT)))
    assert book.properties.modified.replace(tzinfo=UTC) == MOMENT
    assert book.active["A1"].value == "Tovholder"


def test_the_same_workbook_and_moment_give_the_same_bytes(workbook: bytes) -> None:
    assert with_saved_time(workbook, MOMENT) == with_saved_time(workbook, MOMENT)


def test_a_workbook_without_a_time_is_told(workbook: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    properties = parts["docProps/core.xml"].replace(b"dcterms:modified", b"dcterms:issued")
    parts["docProps/core.xml"] = properties
    with pytest.raises(ValueError, match="does not say"):
        with_saved_time(write_package(parts.items()), MOMENT)

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest

from aktivplan.workbooks.saved_at import is_as_made, saved_at

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:modified>{}</dcterms:modified></cp:coreProperties>'
)
META = (
    '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:date>{}</dc:date></office:meta></office:document-meta>'
)


def package(name: str, text: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as parts:
        parts.writestr(name, text)
    return buffer.getvalue()


def test_excel_says_it_in_universal_time() -> None:
    assert saved_at(package("docProps/core.xml", CORE.format("2026-11-02T08:30:00Z"))) == datetime(
        2026, 11, 2, 8, 30, tzinfo=UTC
    )


def test_another_zone_is_turned_into_universal_time() -> None:
    assert saved_at(package("docProps/core.xml", CORE.format("2026-11-02T09:30:00+01:00"))) == datetime(
        2026, 11, 2, 8, 30, tzinfo=UTC
    )


def test_open_document_says_it_with_nanoseconds_and_no_zone() -> None:
    moment = saved_at(package("meta.xml", META.format("2026-11-02T08:30:00.123456789")))
    assert moment == datetime(2026, 11, 2, 8, 30, 0, 123456, tzinfo=UTC)


def test_a_form_as_it_was_written_has_not_been_saved() -> None:
    assert saved_at(package("docProps/core.xml", CORE.format("2000-01-01T00:00:00Z"))) is None


@pytest.mark.parametrize(
    "text", ["", "<a", CORE.format("igår"), CORE.format(""), CORE.format("0001-01-01T00:00+14:00")]
)
def test_what_cannot_be_read_is_not_told(text: str) -> None:
    assert saved_at(package("docProps/core.xml", text)) is None


def test_an_entity_is_not_followed() -> None:
    text = '<!DOCTYPE a [<!ENTITY e "2026-11-02T08:30:00Z">]>' + CORE.format("&e;")
    assert saved_at(package("docProps/core.xml", text)) is None


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"text"])
def test_what_is_no_package_does_not_say(content: bytes) -> None:
    assert saved_at(content) is None


def test_a_package_without_properties_does_not_say() -> None:
    assert saved_at(package("xl/workbook.xml", "<a/>")) is None


def test_only_a_workbook_of_our_own_that_nobody_has_saved_is_as_it_was_made() -> None:
    ours = package("docProps/core.xml", CORE.format("2000-01-01T00:00:00Z"))
    saved = package("docProps/core.xml", CORE.format("2026-11-02T08:30:00Z"))
    silent = package("xl/workbook.xml", "<workbook/>")
    assert [is_as_made(one) for one in (ours, saved, silent, b"no workbook")] == [True, False, False, False]

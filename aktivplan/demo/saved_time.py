"""The time a workbook says it was saved. Knows its package, not its sheets."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from lxml import etree

from aktivplan.ooxml import write_package

_PROPERTIES = "docProps/core.xml"
_MODIFIED = "{http://purl.org/dc/terms/}modified"


def with_saved_time(workbook: bytes, moment: datetime) -> bytes:
    """The same workbook, saying that it was saved at that moment (kept to the second, in UTC).

    Raises ValueError if the workbook does not say when it was saved.
    """
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    properties = etree.fromstring(parts[_PROPERTIES])
    modified = properties.find(_MODIFIED)
    if modified is None:
        raise ValueError("the workbook does not say when it was saved")
    modified.text = f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    parts[_PROPERTIES] = etree.tostring(properties, encoding="UTF-8", xml_declaration=True, standalone=True)
    return write_package(parts.items())

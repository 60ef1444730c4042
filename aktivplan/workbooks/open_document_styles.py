"""What the styles of an .ods say that matters here: sheets that are not shown, dates shown as month and year alone."""

from __future__ import annotations

from typing import ClassVar

from lxml import etree

_STYLE_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NUMBER_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_TABLE_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE, _DATE = f"{_STYLE_SPACE}style", f"{_NUMBER_SPACE}date-style"
_NAME, _DATA_STYLE = f"{_STYLE_SPACE}name", f"{_STYLE_SPACE}data-style-name"
_OF_TABLES, _DISPLAY = f"{_STYLE_SPACE}table-properties", f"{_TABLE_SPACE}display"
_MONTH_AND_YEAR = {f"{_NUMBER_SPACE}month", f"{_NUMBER_SPACE}year"}
_FINER = {f"{_NUMBER_SPACE}{name}" for name in ("day", "day-of-week", "hours", "minutes", "seconds")}


class Styles:
    """What has been learnt of the styles so far; they stand before the sheets."""

    TAGS: ClassVar[tuple[str, str]] = (_STYLE, _DATE)
    """The elements to learn from."""

    def __init__(self) -> None:
        """Nothing has been learnt."""
        self._hidden_sheets: set[str] = set()
        self._months: set[str] = set()
        self._of_dates: set[str] = set()

    def learn(self, style: etree._Element) -> None:
        """Take one of the elements in."""
        name = style.get(_NAME, "")
        if style.tag == _DATE:
            parts = {child.tag for child in style}
            if parts >= _MONTH_AND_YEAR and not parts & _FINER:
                self._of_dates.add(name)
            return
        if style.get(_DATA_STYLE) in self._of_dates:
            self._months.add(name)
        table = style.find(_OF_TABLES)
        if table is not None and table.get(_DISPLAY) == "false":
            self._hidden_sheets.add(name)

    def shows_sheet(self, style: str) -> bool:
        """Whether a sheet of that style is shown."""
        return style not in self._hidden_sheets

    def shows_month(self, style: str) -> bool:
        """Whether a date of that style is shown as month and year alone."""
        return style in self._months

"""The one place where calamine is called. Knows nothing of formats."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import TypeVar, cast

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from aktivplan.workbooks.sheets import Cell, ReadingError

Result = TypeVar("Result")


class Unreadable(Exception):  # noqa: N818 - it says what is the matter
    """Calamine cannot make sense of the content."""


def open_book(content: bytes) -> CalamineWorkbook:
    """The workbook that the bytes of an .xlsx, .xlsb, .xls or .ods hold.

    Raises:
        Unreadable: it is none, or calamine stumbles.
        ReadingError: file-encrypted.
    """
    return _guarded(lambda: CalamineWorkbook.from_filelike(io.BytesIO(content)))


def rows_of_sheet(book: CalamineWorkbook, index: int) -> tuple[CalamineSheet, list[list[Cell]]]:
    """A sheet, and its cells from A1 to the last with a value. Raises like `open_book`."""
    sheet = _guarded(lambda: book.get_sheet_by_index(index))
    return sheet, _guarded(lambda: cast("list[list[Cell]]", sheet.to_python(skip_empty_area=False)))


def rows_of_all(content: bytes) -> Iterator[list[list[Cell]]]:
    """The cells of every sheet, in order. Raises like `open_book`."""
    book = open_book(content)
    for index in range(len(book.sheet_names)):
        yield rows_of_sheet(book, index)[1]


def _guarded(call: Callable[[], Result]) -> Result:
    try:
        return call()
    except PasswordError as error:
        raise ReadingError("file-encrypted") from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise Unreadable from error
    except BaseException as error:
        # Where calamine's code stumbles, it raises what is no Exception and cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise Unreadable from error

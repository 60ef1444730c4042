"""How many rows, cells and how much text are left of what a workbook may hold. Knows no format."""

from __future__ import annotations

from aktivplan.workbooks.limits import MEBIBYTE, MOST_CELLS, MOST_ROWS, MOST_TEXT
from aktivplan.workbooks.sheets import ReadingError


class Budget:
    """What is left for a workbook's remaining sheets."""

    def __init__(self) -> None:
        """All is left."""
        self._rows, self._cells, self._text = MOST_ROWS, MOST_CELLS, MOST_TEXT

    def take(self, rows: int, columns: int) -> None:
        """Count a sheet in that reaches so far.

        Raises:
            ReadingError: file-too-many-cells.
        """
        self._rows -= rows
        self._cells -= rows * columns
        if self._rows < 0 or self._cells < 0:
            raise ReadingError("file-too-many-cells", rows=MOST_ROWS, cells=MOST_CELLS)

    def has_room_for(self, sheets: int, rows: int, columns: int) -> bool:
        """Whether as many sheets can be counted in that reach so far."""
        return self._rows >= sheets * rows and self._cells >= sheets * rows * columns

    def take_text(self, size: int) -> None:
        """Count so many bytes of text in.

        Raises:
            ReadingError: file-swollen.
        """
        self._text -= size
        if self._text < 0:
            raise ReadingError("file-swollen", limit=MOST_TEXT // MEBIBYTE)

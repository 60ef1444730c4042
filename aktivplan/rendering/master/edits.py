"""What was changed in the former master workbook, as findings: beside what this edition prints in the same place.

What a cell said before is known where the row is printed the same now. Where it is not, its answer has
changed too, and the row is told as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aktivplan.edition import Edition
from aktivplan.findings import Finding, Place, finding, quoted
from aktivplan.i18n import translator
from aktivplan.records import EditedRow, MasterEdits
from aktivplan.rendering.master.marks import printed_columns, printed_rows, row_marks
from aktivplan.rendering.master.sheet import Sheet
from aktivplan.rendering.master.sheets import all_sheets

_MOST = 50
"""As many edits are told one by one."""


def edit_findings(edition: Edition, edits: MasterEdits, kept: str) -> tuple[Finding, ...]:
    """A finding for each edit, the first `_MOST` of them. ``kept`` is what the edited workbook is called from now on.

    The edition has what leaders alone see (`Edition.for_leaders`), as the master workbook shows it.
    """
    if not edits.any:
        return ()
    sheets = {sheet.key: sheet for sheet in all_sheets(edition, translator(edition.plan.settings.language))}
    lost = dict(edits.lost)
    pages = {key: _Page(sheets[key], lost[key]) for key in lost if key in sheets and sheets[key].rows}
    found = [one for row in edits.rows for one in _of_row(row, pages, kept)]
    found += [
        finding("master-text-added", one.place, text=quoted(one.text), file=kept) for one in edits.added
    ]
    found += [one for page in pages.values() for one in page.removed(edits.file, kept)]
    more = len(found) - _MOST + edits.more
    if more <= 0:
        return tuple(found)
    return (*found[:_MOST], finding("master-more-edits", Place(edits.file), count=more, file=kept))


@dataclass(slots=True)
class _Printed:
    """A row of this edition that was printed the same in the former workbook, and is not there any more."""

    texts: tuple[str, ...]
    taken: bool = False
    """Whether an edited row is known to be it."""


class _Page:
    """One sheet of this edition, beside the edited rows of the former one."""

    def __init__(self, sheet: Sheet, lost: frozenset[str]) -> None:
        self._sheet = sheet
        self._headings = [column.heading for column in printed_columns(sheet)]
        rows = zip(printed_rows(sheet), row_marks(sheet), strict=True)
        self._lost = [_Printed(texts) for texts, mark in rows if mark in lost]
        self._first = {texts[0] for texts in printed_rows(sheet)}

    def printed_as(self, row: EditedRow) -> _Printed | None:
        """The row that it was before the edit: the one most like it, if most of its cells are the same."""
        free = [one for one in self._lost if not one.taken and len(one.texts) == len(row.plain)]
        best = max(free, key=lambda one: _equal(one.texts, row.plain), default=None)
        if best is None or 2 * _equal(best.texts, row.plain) < len(row.plain):
            return None
        best.taken = True
        return best

    def cells(self, row: EditedRow, printed: _Printed, kept: str) -> Iterator[Finding]:
        """A finding for each cell of the row that says something else."""
        for heading, column, before, now, shown in zip(
            self._headings, row.columns, printed.texts, row.plain, row.texts, strict=True
        ):
            if before != now:
                yield finding(
                    "master-cell-changed",
                    row.place.at(column=column),
                    heading=heading,
                    before=quoted(before),
                    after=quoted(shown),
                    file=kept,
                )

    def holds(self, row: EditedRow) -> bool:
        """Whether a row begins in the same way, so that it is not a new one."""
        return row.plain[0] in self._first

    def removed(self, file: str, kept: str) -> Iterator[Finding]:
        """A finding for each row that nobody finds any more."""
        for one in self._lost:
            if not one.taken:
                place = Place(file, self._sheet.name)
                yield finding("master-row-removed", place, row=quoted(_told(one.texts)), file=kept)


def _of_row(row: EditedRow, pages: Mapping[str, _Page], kept: str) -> Iterator[Finding]:
    page = pages.get(row.table)
    printed = page.printed_as(row) if page else None
    if page and printed:
        yield from page.cells(row, printed, kept)
    else:
        code = "master-row-changed" if page and page.holds(row) else "master-row-added"
        yield finding(code, row.place, row=quoted(_told(row.texts)), file=kept)


def _equal(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(before == after for before, after in zip(one, other, strict=True))


def _told(texts: Iterable[str]) -> str:
    return " · ".join(filter(None, texts))

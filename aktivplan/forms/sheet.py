"""A sheet to write on, where nothing that is text becomes a formula, a link or markup. Knows no plan.

Rows and columns count from 1, as Excel shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_range, xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from aktivplan.findings import Place
from aktivplan.forms.entry import Message, Rule, legal, shortened

LONGEST_TEXT = 32_767
"""As much as Excel takes in one cell."""
_LONGEST_FOOTER_PART = 80
_A4 = 9
_TABLE_STYLE = "Table Style Light 1"
"""Grey bands and thin lines, whatever the theme; the headings bring their own look."""
_COMMENT_WIDTH, _COMMENT_LINE_HEIGHT, _COMMENT_LINE_LENGTH = 300, 18, 45

Content = str | float | date


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells: first row and column, last row and column, all included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        """The same, counted from 0."""
        return self.first_row - 1, self.first_column - 1, self.last_row - 1, self.last_column - 1

    @property
    def fixed(self) -> str:
        """As formulas name it wherever they stand: "$B$6:$C$1000"."""
        return str(xl_range_abs(*self.bounds))


def column_fixed(row: int, column: int) -> str:
    """The cell as a formula names it that follows its row: "$B6"."""
    return str(xl_rowcol_to_cell(row - 1, column - 1, col_abs=True))


def following(row: int, column: int) -> str:
    """The cell as a formula names it that follows both its row and its column: "B6"."""
    return str(xl_rowcol_to_cell(row - 1, column - 1))


@dataclass(frozen=True, slots=True)
class Heading:
    """A table's column: what its first row says, and how that looks."""

    text: str
    look: Format


class Sheet:
    """One sheet of a workbook."""

    def __init__(self, workbook: Workbook, name: str) -> None:
        self.name = name
        self._sheet = workbook.add_worksheet(name, _Worksheet)
        self.printed: list[tuple[int, str]] = []
        """Row and text of every cell with text."""

    def text(self, row: int, column: int, text: str, look: Format = None) -> None:
        """Write a text, or an empty cell with the same look."""
        shown = legal(text)[:LONGEST_TEXT]
        self.printed.append((row, shown))
        if shown.startswith("<r>") and shown.endswith("</r>"):
            # XlsxWriter would take it for finished markup; in two pieces it is text.
            self._sheet.write_rich_string(row - 1, column - 1, shown[:2], look, shown[2:], look)
        elif shown:
            self._sheet.write_string(row - 1, column - 1, shown, look)
        else:
            self._sheet.write_blank(row - 1, column - 1, None, look)

    def value(self, row: int, column: int, content: Content, look: Format) -> None:
        """Write a date as a date, a number as a number, and everything else as text."""
        if isinstance(content, str):
            self.text(row, column, content, look)
        elif isinstance(content, date):
            self._sheet.write_datetime(row - 1, column - 1, content, look)
        else:
            self._sheet.write_number(row - 1, column - 1, content, look)

    def formula(
        self,
        row: int,
        column: int,
        formula: str,
        look: Format,
        *,
        result: str,
        others: Iterable[str] = (),
    ) -> None:
        """Write a formula (no equals sign), and the text it gives now for programs that do not compute.

        ``others`` is what it may give otherwise, where that differs in more than figures.
        """
        self.printed += [(row, legal(text)) for text in (result, *others)]
        self._sheet.write_formula(row - 1, column - 1, f"={formula}", look, legal(result))

    def link(self, row: int, column: int, target: Place, text: str, look: Format, tip: str) -> None:
        """Write a text that leads to a cell of this workbook; ``tip`` says where to, and is read aloud."""
        where = f"internal:{quote_sheetname(target.sheet)}!{target.cell}"
        self._sheet.write_url(row - 1, column - 1, where, look, legal(text)[:LONGEST_TEXT], legal(tip))

    def comment(self, row: int, column: int, text: str) -> None:
        """Hang a comment on a cell, as large as its text needs."""
        lines = sum(1 + len(line) // _COMMENT_LINE_LENGTH for line in text.splitlines())
        size = {"width": _COMMENT_WIDTH, "height": (lines + 1) * _COMMENT_LINE_HEIGHT}
        self._sheet.write_comment(row - 1, column - 1, legal(text)[:LONGEST_TEXT], size)

    def band(self, row: int, columns: int, look: Format, *, height: float) -> None:
        """Give the first cells of a row one look, and the row a height in points."""
        self.height(row, height)
        for column in range(columns):
            self._sheet.write_blank(row - 1, column, None, look)

    def height(self, row: int, points: float) -> None:
        """Set the height of a row, which then no longer grows with its text."""
        self._sheet.set_row(row - 1, points)

    def fit(self, row: int, points: float) -> None:
        """Give a row the height its text needs now; it grows when more is typed."""
        self._sheet.set_row(row - 1, points)
        self._sheet.growing_rows.add(row)

    def width(self, column: int, characters: float, look: Format = None) -> None:
        """Set a column's width, and the look of those of its cells that nothing is written to."""
        self._sheet.set_column(column - 1, column - 1, characters, look)

    def hide_row(self, row: int) -> None:
        """Hide a row."""
        self._sheet.set_row(row - 1, None, None, {"hidden": True})

    def hide_column(self, column: int) -> None:
        """Hide a column."""
        self._sheet.set_column(column - 1, column - 1, None, None, {"hidden": True})

    def table(
        self, name: str, first_row: int, last_row: int, headings: Sequence[Heading], *, to_read: bool = False
    ) -> None:
        """Make the first columns an Excel table, its headings in the first row.

        It has bands and filters, unless it is only ``to_read``: then it looks as its cells do.
        """
        columns = [{"header": legal(one.text), "header_format": one.look} for one in headings]
        style = None if to_read else _TABLE_STYLE
        options = {"name": name, "style": style, "columns": columns, "autofilter": not to_read}
        self._sheet.add_table(first_row - 1, 0, last_row - 1, len(columns) - 1, options)

    def validate(self, area: Area, rule: Rule, prompt: Message | None = None) -> None:
        """Lay a rule over cells, with a message for whoever selects one."""
        self._sheet.data_validation(*area.bounds, rule.options(prompt))

    def mark(self, areas: Sequence[Area], formula: str, look: Format) -> None:
        """Lay a look over those cells for which a formula holds, written as it is for the first of them."""
        cells = " ".join(xl_range(*area.bounds) for area in areas)
        options = {"type": "formula", "criteria": f"={formula}", "format": look, "multi_range": cells}
        self._sheet.conditional_format(*areas[0].bounds, options)

    def accept_numbers_as_text(self, area: Area) -> None:
        """Have Excel not complain of text in these cells that looks like a number."""
        self._sheet.ignore_errors({"number_stored_as_text": xl_range(*area.bounds)})

    def select(self, row: int, column: int) -> None:
        """Have the cell selected when the sheet is opened."""
        self._sheet.set_selection(row - 1, column - 1, row - 1, column - 1)

    def freeze(self, row: int, column: int) -> None:
        """Keep in view what is above the row and left of the column."""
        self._sheet.freeze_panes(row - 1, column - 1)

    def print_on_a4(self, footer: tuple[str, str, str], *, landscape: bool, repeated_row: int = 0) -> None:
        """Fit the sheet to a page's width. The footer's last part may hold "&P" and "&N": page, pages."""
        if landscape:
            self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.75)
        left, middle, pages = footer
        self._sheet.set_footer(f"&L&9 {_footer_text(left)}&C&9 {_footer_text(middle)}&R&9 {pages}")
        if repeated_row:
            self._sheet.repeat_rows(repeated_row - 1)

    def tab(self, colour: str, *, grid: bool = True) -> None:
        """Give the sheet's tab a colour; ``grid``: show Excel's grid on the screen."""
        self._sheet.set_tab_color(colour)
        if not grid:
            self._sheet.hide_gridlines(2)

    def hide(self) -> None:
        """Hide the sheet."""
        self._sheet.hide()


def _footer_text(text: str) -> str:
    return shortened(legal(text), _LONGEST_FOOTER_PART).replace("&", "&&").replace("\n", " ")


class _Worksheet(Worksheet):  # type: ignore[misc]
    """XlsxWriter's worksheet, with two of its inner habits changed; without the changes it works too."""

    def __init__(self) -> None:
        super().__init__()
        self.growing_rows: set[int] = set()

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002
        """Take the formula as it is, without looking for functions newer than Excel 2007.

        Ours use none, and the looking takes a third of the time that a form takes.
        """
        return formula.removeprefix("=")

    def _xml_start_tag_unencoded(self, tag: str, attributes: Sequence[tuple[str, object]] = ()) -> None:
        """Write a growing row's height as one that Excel has fitted, not as one that somebody has set."""
        if tag == "row" and attributes[0][1] in self.growing_rows:
            attributes = [one for one in attributes if one[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)

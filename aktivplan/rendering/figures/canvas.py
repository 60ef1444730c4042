"""A sheet of rows and columns to draw on: labels on the left, time or numbers across. Knows matplotlib, no plan."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import matplotlib as mpl
from matplotlib.figure import Figure as Picture
from matplotlib.patches import Polygon, Rectangle

from aktivplan import palette
from aktivplan.rendering.figures.marks import FILLS, Fill, Key, Mark
from aktivplan.rendering.figures.typesetting import BOLD, CAPITAL_CM, CM_PER_INCH, DPI, TEXT, fitted, width

WIDTH_CM = 16.6
LEGEND_CM = 0.55
"""Each line of the legend."""
_SIGN_CM, _GAP_CM = 0.85, 0.5
"""A sign with the space after it, and the space between two entries."""
_MARGIN_CM = 0.2
"""On the right, so that half a sign on the last line is not cut off."""
_BAR_HALF = 0.29
_HATCHES = {Fill.STRIPED: "||||", Fill.SLANTED: "////"}


@dataclass(frozen=True, slots=True)
class Layout:
    """How the sheet is divided."""

    columns: int
    rows: int
    row_cm: float
    label_cm: float = 6.7
    head_cm: float = 1.1
    """Above the first row."""
    ruled: int | None = None
    """How many columns, from the left, have a line at their end; None: all."""

    @property
    def across_cm(self) -> float:
        """What all columns take up together."""
        return WIDTH_CM - self.label_cm - _MARGIN_CM


class Canvas:
    """Rows count from 0 at the top; across, 0 is the first column's left edge and 1 the second's."""

    def __init__(self, layout: Layout, legend: Sequence[Key] = ()) -> None:
        entries = list(legend_lines(legend, WIDTH_CM))
        below = 0.15 + len(entries) * LEGEND_CM
        self.layout = layout
        self.height_cm = layout.head_cm + layout.rows * layout.row_cm + below
        self._label_columns = self.cm(layout.label_cm)
        """The labels' width, counted in columns."""
        self._picture = Picture(
            figsize=(WIDTH_CM / CM_PER_INCH, self.height_cm / CM_PER_INCH), dpi=DPI, facecolor="white"
        )
        self._axes = self._picture.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(-self._label_columns, layout.columns + self.cm(_MARGIN_CM))
        self._axes.set_ylim(layout.rows + below / layout.row_cm, -layout.head_cm / layout.row_cm)
        self._draw_grid()
        self._draw_legend(entries)

    def heads(self, heads: Iterable[tuple[str, str]]) -> None:
        """The columns' names, and what stands over some of them."""
        head = self.layout.head_cm / self.layout.row_cm
        for column, (name, over) in enumerate(heads):
            self.words(-0.35 * head - 0.5, column + 0.5, name, centred=True)
            self.words(-0.76 * head - 0.5, column + 0.5, over, colour=palette.GREY, centred=True)

    def upright_heads(self, heads: Iterable[tuple[float, str]]) -> None:
        """Names over places across, read from the foot up; cut where they do not fit."""
        room = self.layout.head_cm - 0.2
        for across, name in heads:
            self._axes.text(
                across, -0.1 / self.layout.row_cm, fitted(name, room), color=palette.INK, fontproperties=TEXT,
                rotation=90, ha="center", va="bottom", parse_math=False,
            )  # fmt: skip

    def ticks(self, ticks: Iterable[tuple[float, str]]) -> None:
        """Numbers over the lines between the columns."""
        for across, words in ticks:
            self.words(-0.3 / self.layout.row_cm - 0.5, across, words, colour=palette.GREY, centred=True)

    def group_label(self, row: int, words: str) -> None:
        """A heading across the sheet, over the rows of a group."""
        wide = self._label_columns + self.layout.columns
        self._axes.add_patch(Rectangle((-self._label_columns, row), wide, 1, color=palette.FAINT, zorder=0))
        self.words(row, -self._label_columns + self.cm(0.1), fitted(words, WIDTH_CM - 0.4, BOLD), bold=True)

    def label(self, row: int, words: str) -> None:
        """What the row is about; cut where it does not fit."""
        cut = fitted(words, self.layout.label_cm - 0.3)
        self.words(row, -self._label_columns + self.cm(0.1), cut)

    def bar(self, row: float, left: float, right: float, colour: str, fill: Fill = Fill.SOLID) -> None:
        """A stretch; never so short that it cannot be seen."""
        wide = max(right - left, self.cm(0.12))
        if fill is not Fill.ROUGH:
            self._piece(row, left, wide, colour, fill)
            return
        end = min(self.cm(0.35), wide / 3)
        self._piece(row, left, end, colour, Fill.SLANTED)
        self._piece(row, left + end, wide - 2 * end, colour, Fill.SOLID)
        self._piece(row, left + wide - end, end, colour, Fill.SLANTED)

    def cell(self, row: int, column: int, colour: str, words: str, *, span: int = 1) -> None:
        """A whole field of the sheet with words in it, over so many columns; a wide one in bold."""
        self._axes.add_patch(
            Rectangle(
                (column, row), span, 1, facecolor=colour, edgecolor=palette.LINE, linewidth=0.6, zorder=2
            )
        )
        self.words(row, column + span / 2, words, centred=True, bold=span > 1)

    def arrow(self, row: float, left: float, colour: str, right: float | None = None) -> None:
        """A stretch that goes on: an arrow, to the sheet's edge where it has no end."""
        right = float(self.layout.columns) if right is None else right
        middle, tip = row + 0.5, self.cm(0.28)
        shaft = min(max(right - tip, left - tip), right - self.cm(0.05))
        top, bottom = middle - _BAR_HALF, middle + _BAR_HALF
        corners = [(left, top), (shaft, top), (right, middle), (shaft, bottom), (left, bottom)]
        self._axes.add_patch(
            Polygon(corners, closed=True, facecolor=colour, edgecolor="white", linewidth=0.8, zorder=3)
        )

    def diamond(self, row: float, middle: float, colour: str, *, hollow: bool = False) -> None:
        """A single day or value."""
        self._axes.scatter(
            [middle], [row + 0.5], marker="D", s=34, facecolor="white" if hollow else colour,
            edgecolors=colour if hollow else "white", linewidths=1.4 if hollow else 0.8, zorder=4, clip_on=False,
        )  # fmt: skip

    def stem(self, row: float, left: float, right: float, colour: str) -> None:
        """A thin line that leads to a sign."""
        self._axes.plot([left, right], [row + 0.5] * 2, color=colour, linewidth=1.4, zorder=2)

    def outside(self, row: float, *, before: bool) -> None:
        """A sign at the edge for what lies before or after the sheet."""
        self._outside_sign(
            self.cm(0.15) if before else self.layout.columns - self.cm(0.15), row, before=before
        )

    def words(
        self, row: float, across: float, words: str, *, colour: str = palette.INK, centred: bool = False,
        bold: bool = False,
    ) -> None:  # fmt: skip
        """Words in the middle of a row, from there on or around there."""
        if words:
            self._axes.text(
                across, row + 0.5 + CAPITAL_CM / 2 / self.layout.row_cm, words, color=colour,
                fontproperties=BOLD if bold else TEXT, va="baseline", ha="center" if centred else "left",
                zorder=5, parse_math=False,
            )  # fmt: skip

    def tag(self, row: float, across: float, words: str) -> None:
        """Words around there on a white ground of their own, for the inside of bars with lines in them."""
        box = {"boxstyle": "square,pad=0.05", "facecolor": "white", "edgecolor": "none"}
        self._axes.text(
            across, row + 0.5, words, color=palette.INK, fontproperties=TEXT, ha="center", va="center", zorder=5,
            bbox=box, parse_math=False,
        )  # fmt: skip

    def cm(self, centimetres: float) -> float:
        """So many centimetres, counted in columns."""
        return centimetres * self.layout.columns / self.layout.across_cm

    def png(self) -> bytes:
        """The sheet as a PNG that says nothing about program or time."""
        return png_of(self._picture)

    def _piece(self, row: float, left: float, wide: float, colour: str, fill: Fill) -> None:
        light = fill is Fill.HOLLOW
        self._axes.add_patch(
            Rectangle(
                (left, row + 0.5 - _BAR_HALF),
                wide,
                2 * _BAR_HALF,
                facecolor="white" if light else colour,
                edgecolor=colour if light else "white",
                linewidth=1.1 if light else 0.8,
                hatch=_HATCHES.get(fill),
                zorder=3,
            )
        )

    def _draw_grid(self) -> None:
        layout = self.layout
        for column in range((layout.columns if layout.ruled is None else layout.ruled) + 1):
            self._axes.plot([column, column], [0, layout.rows], color=palette.LINE, linewidth=0.6, zorder=1)
        for row in (0, layout.rows):
            ends = [-self._label_columns, layout.columns]
            self._axes.plot(ends, [row, row], color=palette.STRONG_LINE, linewidth=0.8, zorder=1)

    def _draw_legend(self, lines: Sequence[Sequence[Key]]) -> None:
        """What the signs mean, below the rows."""
        for index, line in enumerate(lines):
            row = self.layout.rows - 0.5 + (0.15 + (index + 0.5) * LEGEND_CM) / self.layout.row_cm
            across = -self._label_columns + self.cm(0.1)
            for key in line:
                self._sign(key, across, row)
                self.words(row, across + self.cm(_SIGN_CM), key.meaning)
                across += self.cm(_SIGN_CM + width(key.meaning) + _GAP_CM)

    def _sign(self, key: Key, across: float, row: float) -> None:
        wide = self.cm(0.7)
        match key.mark:
            case Mark.OPEN:
                self.arrow(row, across, key.colour, across + wide)
            case Mark.DEADLINE | Mark.TARGET | Mark.LATER:
                self.diamond(row, across + wide / 2, key.colour, hollow=key.mark is Mark.LATER)
            case Mark.OUTSIDE:
                self._outside_sign(across + wide / 2, row, before=False)
            case _:
                self.bar(row, across, across + wide, key.colour, FILLS[key.mark])

    def _outside_sign(self, across: float, row: float, *, before: bool) -> None:
        self._axes.scatter(
            [across], [row + 0.5], marker="<" if before else ">", s=30, color=palette.GREY, zorder=4
        )


def png_of(picture: Picture) -> bytes:
    """A picture as a PNG that says nothing about program or time."""
    buffer = io.BytesIO()
    with mpl.rc_context({"hatch.linewidth": 0.8}):
        picture.savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()


def legend_lines(legend: Sequence[Key], room: float) -> Iterator[list[Key]]:
    """The entries in as many lines of so many centimetres as they need."""
    line: list[Key] = []
    taken = 0.0
    for key in legend:
        needed = _SIGN_CM + width(key.meaning) + _GAP_CM
        if line and taken + needed > room:
            yield line
            line, taken = [], 0.0
        line.append(key)
        taken += needed
    if line:
        yield line

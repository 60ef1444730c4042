"""A sheet of rows and columns to draw a timeline on: labels on the left, time across. Knows matplotlib, no plan."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Picture
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Polygon, Rectangle

from aktivplan import palette

_CM_PER_INCH = 2.54
_DPI = 220
_WIDTH_CM = 16.6
_LABEL_CM = 6.7
_HEAD_CM = 1.1
_LEGEND_CM = 0.55
"""Each line of the legend."""
_SIGN_CM, _GAP_CM = 0.85, 0.5
"""A sign with the space after it, and the space between two entries."""
_TEXT = FontProperties(family="DejaVu Sans", size=9)
"""DejaVu Sans comes with matplotlib, so that the picture is the same on every machine."""
_BOLD = FontProperties(family="DejaVu Sans", size=9, weight="bold")
_BAR_HALF = 0.29
_DARKEST = 0.45
"""How far towards the accent a cell may go, so that ink on it keeps a contrast of 4.5:1."""


class Mark(StrEnum):
    """The signs that a legend explains, in its order."""

    BAR = "bar"
    RECURRING = "recurring"
    OPEN = "open"
    DEADLINE = "deadline"
    OUTSIDE = "outside"


class Canvas:
    """Rows count from 0 at the top; across, 0 is the first column's left edge and 1 the second's."""

    def __init__(
        self, columns: int, rows: int, *, row_cm: float, legend: Sequence[tuple[Mark, str]] = ()
    ) -> None:
        entries = list(_legend_lines(legend))
        below = 0.15 + len(entries) * _LEGEND_CM
        self.width_cm = _WIDTH_CM
        self.height_cm = _HEAD_CM + rows * row_cm + below
        self._columns = columns
        self._rows = rows
        self._label_columns = _LABEL_CM / (_WIDTH_CM - _LABEL_CM) * columns
        """The labels' width, counted in columns."""
        self._picture = Picture(
            figsize=(self.width_cm / _CM_PER_INCH, self.height_cm / _CM_PER_INCH), dpi=_DPI, facecolor="white"
        )
        self._axes = self._picture.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(-self._label_columns, columns)
        self._axes.set_ylim(rows + below / row_cm, -_HEAD_CM / row_cm)
        self._head = _HEAD_CM / row_cm
        self._draw_grid()
        self._draw_legend(entries, row_cm)

    def heads(self, heads: Iterable[tuple[str, str]]) -> None:
        """The columns' names, and the year over those where one begins."""
        for column, (name, year) in enumerate(heads):
            self._text(column + 0.5, -0.35 * self._head, name, colour=palette.INK, centred=True)
            self._text(column + 0.5, -0.76 * self._head, year, colour=palette.GREY, centred=True)

    def group_label(self, row: int, words: str) -> None:
        """A heading across the sheet, over the rows of a group."""
        self._axes.add_patch(
            Rectangle(
                (-self._label_columns, row),
                self._label_columns + self._columns,
                1,
                color=palette.FAINT,
                zorder=0,
            )
        )
        fitted = _fitted(words, _BOLD, _WIDTH_CM - 0.4)
        self._text(-self._label_columns + self._cm(0.1), row + 0.5, fitted, colour=palette.INK, bold=True)

    def label(self, row: int, words: str) -> None:
        """What the row is about; cut where it does not fit."""
        fitted = _fitted(words, _TEXT, _LABEL_CM - 0.3)
        self._text(-self._label_columns + self._cm(0.1), row + 0.5, fitted, colour=palette.INK)

    def bar(self, row: float, left: float, right: float, colour: str, *, hatched: bool = False) -> None:
        """A stretch of time; never so short that it cannot be seen."""
        width = max(right - left, self._cm(0.12))
        self._axes.add_patch(
            Rectangle(
                (left, row + 0.5 - _BAR_HALF),
                width,
                2 * _BAR_HALF,
                facecolor=colour,
                edgecolor="white",
                linewidth=0.8,
                hatch="////" if hatched else None,
                zorder=3,
            )
        )

    def arrow(self, row: float, left: float, colour: str, right: float | None = None) -> None:
        """A stretch without an end: it runs off the sheet as an arrow."""
        right = float(self._columns) if right is None else right
        middle, tip = row + 0.5, self._cm(0.28)
        shaft = min(max(right - tip, left - tip), right - self._cm(0.05))
        top, bottom = middle - _BAR_HALF, middle + _BAR_HALF
        corners = [(left, top), (shaft, top), (right, middle), (shaft, bottom), (left, bottom)]
        self._axes.add_patch(
            Polygon(corners, closed=True, facecolor=colour, edgecolor="white", linewidth=0.8, zorder=3)
        )

    def diamond(self, row: float, middle: float, colour: str) -> None:
        """A single day."""
        self._axes.scatter(
            [middle], [row + 0.5], marker="D", s=34, color=colour, edgecolors="white", linewidths=0.8, zorder=4,
            clip_on=False,
        )  # fmt: skip

    def outside(self, row: float, *, before: bool) -> None:
        """A sign at the edge for what lies before or after the sheet."""
        self._outside_sign(self._cm(0.15) if before else self._columns - self._cm(0.15), row, before=before)

    def png(self) -> bytes:
        """The sheet as a PNG that says nothing about program or time."""
        buffer = io.BytesIO()
        with mpl.rc_context({"hatch.linewidth": 0.8}):
            self._picture.savefig(buffer, format="png", metadata={"Software": None})
        return buffer.getvalue()

    def _draw_grid(self) -> None:
        for column in range(self._columns + 1):
            self._axes.plot([column, column], [0, self._rows], color=palette.LINE, linewidth=0.6, zorder=1)
        for row in (0, self._rows):
            self._axes.plot(
                [-self._label_columns, self._columns],
                [row, row],
                color=palette.STRONG_LINE,
                linewidth=0.8,
                zorder=1,
            )

    def _draw_legend(self, lines: Sequence[Sequence[tuple[Mark, str]]], row_cm: float) -> None:
        """What the signs mean, below the rows."""
        for index, line in enumerate(lines):
            row = self._rows - 0.5 + (0.15 + (index + 0.5) * _LEGEND_CM) / row_cm
            across = -self._label_columns + self._cm(0.1)
            for mark, words in line:
                self._sign(mark, across, row)
                self._text(across + self._cm(_SIGN_CM), row + 0.5, words, colour=palette.INK)
                across += self._cm(_SIGN_CM + _width(words, _TEXT) + _GAP_CM)

    def _sign(self, mark: Mark, across: float, row: float) -> None:
        wide = self._cm(0.7)
        match mark:
            case Mark.BAR | Mark.RECURRING:
                self.bar(row, across, across + wide, palette.GREY, hatched=mark is Mark.RECURRING)
            case Mark.OPEN:
                self.arrow(row, across, palette.GREY, across + wide)
            case Mark.DEADLINE:
                self.diamond(row, across + wide / 2, palette.GREY)
            case Mark.OUTSIDE:
                self._outside_sign(across + wide / 2, row, before=False)

    def _outside_sign(self, across: float, row: float, *, before: bool) -> None:
        self._axes.scatter(
            [across], [row + 0.5], marker="<" if before else ">", s=30, color=palette.GREY, zorder=4
        )

    def _text(
        self, x: float, y: float, words: str, *, colour: str, centred: bool = False, bold: bool = False
    ) -> None:
        self._axes.text(
            x, y, words, color=colour, fontproperties=_BOLD if bold else _TEXT, va="center", zorder=5,
            ha="center" if centred else "left", parse_math=False,
        )  # fmt: skip

    def _cm(self, centimetres: float) -> float:
        """So many centimetres, counted in columns."""
        return centimetres * self._columns / (_WIDTH_CM - _LABEL_CM)


def _legend_lines(legend: Sequence[tuple[Mark, str]]) -> Iterator[list[tuple[Mark, str]]]:
    """The entries in as many lines as they need."""
    line: list[tuple[Mark, str]] = []
    taken = 0.0
    for mark, words in legend:
        needed = _SIGN_CM + _width(words, _TEXT) + _GAP_CM
        if line and taken + needed > _WIDTH_CM:
            yield line
            line, taken = [], 0.0
        line.append((mark, words))
        taken += needed
    if line:
        yield line


def fitted(words: str, width: float) -> str:
    """The words in plain text, cut so that they are no wider than so many centimetres."""
    return _fitted(words, _TEXT, width)


def _fitted(words: str, font: FontProperties, width: float) -> str:
    if _width(words, font) <= width:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _width(words[:middle] + " …", font) <= width else (low, middle - 1)
    return words[:low].rstrip(" ,.;:–-") + " …"


def _width(words: str, font: FontProperties) -> float:
    """How wide the words are set, in centimetres."""
    pixels, _height, _descent = _renderer().get_text_width_height_descent(words, font, ismath=False)
    return float(pixels) / _DPI * _CM_PER_INCH


@cache
def _renderer() -> Any:
    """What measures text; matplotlib gives it no type."""
    return FigureCanvasAgg(Picture(dpi=_DPI)).get_renderer()  # type: ignore[no-untyped-call]

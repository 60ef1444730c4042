"""A round sheet to draw a year on: twelve o'clock is its beginning, and it runs clockwise. Knows matplotlib, no plan."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from matplotlib.figure import Figure as Picture
from matplotlib.patches import Rectangle, Wedge

from aktivplan import palette
from aktivplan.rendering.figures.canvas import LEGEND_CM, WIDTH_CM, png_of
from aktivplan.rendering.figures.marks import Key, Mark
from aktivplan.rendering.figures.typesetting import (
    BOLD,
    CAPITAL_CM,
    CM_PER_INCH,
    DPI,
    LINE_CM,
    TEXT,
    broken,
    fitted,
    width,
)

EDGE_CM = 8.2
"""The dial's radius."""
_SIGN_CM, _GAP_CM = 0.85, 0.5


class Dial:
    """Places are a radius in centimetres and a turn in twelfths, 0 at twelve o'clock."""

    def __init__(self, legend_lines: int) -> None:
        self.height_cm = 2 * EDGE_CM + 0.3 + legend_lines * LEGEND_CM
        self._picture = Picture(
            figsize=(WIDTH_CM / CM_PER_INCH, self.height_cm / CM_PER_INCH), dpi=DPI, facecolor="white"
        )
        self._axes = self._picture.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(-WIDTH_CM / 2, WIDTH_CM / 2)
        self._axes.set_ylim(EDGE_CM + 0.1 - self.height_cm, EDGE_CM + 0.1)
        self._legend = 0

    def arc(
        self, radii: tuple[float, float], turns: tuple[float, float], colour: str, *, edge: str = "white"
    ) -> None:
        """A piece of a ring between two radii (inner, outer) and two turns."""
        inner, outer = radii
        start, end = turns
        self._axes.add_patch(
            Wedge(
                (0, 0), outer, 90 - end * 30, 90 - start * 30, width=outer - inner, facecolor=colour, edgecolor=edge,
                linewidth=0.8, zorder=3,
            )
        )  # fmt: skip

    def dashes(self, radii: tuple[float, float], turns: tuple[float, float], colour: str) -> None:
        """The same in short pieces."""
        inner, outer = radii
        start, end = turns
        steps = max(int((end - start) * 20), 2)
        places = [
            _place((inner + outer) / 2, start + (end - start) * step / steps) for step in range(steps + 1)
        ]
        thick = (outer - inner) / CM_PER_INCH * 72
        self._axes.plot(
            [x for x, _y in places], [y for _x, y in places], color=colour, linewidth=thick, zorder=3,
            linestyle=(0, (0.5, 0.35)), dash_capstyle="butt",
        )  # fmt: skip

    def ring(self, radii: tuple[float, float], colour: str) -> None:
        """A whole ring, under everything else."""
        inner, outer = radii
        self._axes.add_patch(
            Wedge((0, 0), outer, 0, 360, width=outer - inner, facecolor=colour, edgecolor="none", zorder=1)
        )

    def spoke(self, radii: tuple[float, float], turn: float, *, strong: bool, above: bool = False) -> None:
        """A line from one radius to another, under what stands in the rings or above it."""
        (x0, y0), (x1, y1) = (_place(radius, turn) for radius in radii)
        colour, line = (palette.GREY, 1.6) if strong else (palette.STRONG_LINE, 0.5)
        order = 4 if above else 2
        self._axes.plot([x0, x1], [y0, y1], color=colour, linewidth=line, zorder=order, solid_capstyle="butt")

    def mark(self, radius: float, turn: float, words: str, colour: str) -> None:
        """A round mark with a number in it, along the ring."""
        self._pill(*_place(radius, turn), words, colour, _rotation(turn))

    def words(
        self, radius: float, turn: float, words: str, *, colour: str = palette.INK, bold: bool = False
    ) -> None:
        """Words around a place, upright."""
        x, y = _place(radius, turn)
        self._text(x, y, words, colour, bold=bold)

    def along(self, radius: float, turn: float, words: str, *, bold: bool = False) -> None:
        """Words along the ring, never upside down."""
        x, y = _place(radius, turn)
        self._axes.text(
            x, y, words, color=palette.INK, fontproperties=BOLD if bold else TEXT, ha="center", va="center",
            rotation=_rotation(turn), rotation_mode="anchor", zorder=5, parse_math=False,
        )  # fmt: skip

    def centre(self, head: str, words: str, radius: float) -> None:
        """A line in bold and words below it, within so many centimetres from the centre."""
        room = 1.85 * radius
        lines = broken(words, room, max(int(1.4 * radius / LINE_CM) - 1, 1))
        top = len(lines) / 2 * LINE_CM
        self._text(0, top, fitted(head, room, BOLD), palette.INK, bold=True)
        for index, line in enumerate(lines, start=1):
            self._text(0, top - index * LINE_CM, line, palette.INK)

    def legend(self, colour: str, letter: str, words: str) -> None:
        """A line below the dial: a ring's colour and letter, and what it is."""
        x, y = self._next_line()
        self._axes.add_patch(
            Rectangle((x, y - 0.19), 0.5, 0.38, facecolor=colour, edgecolor="white", zorder=3)
        )
        self._text(x + 0.25, y, letter, "white", bold=True)
        self._beside(x + _SIGN_CM - 0.1, y, fitted(words, WIDTH_CM - _SIGN_CM - 0.6))

    def signs(self, keys: Sequence[Key]) -> None:
        """A line below the dial of signs and what each means."""
        x, y = self._next_line()
        for key in keys:
            self._sign(x, y, key)
            self._beside(x + _SIGN_CM - 0.1, y, key.meaning)
            x += _SIGN_CM + width(key.meaning) + _GAP_CM

    def png(self) -> bytes:
        """The dial as a PNG that says nothing about program or time."""
        return png_of(self._picture)

    def _next_line(self) -> tuple[float, float]:
        self._legend += 1
        return -WIDTH_CM / 2 + 0.2, -EDGE_CM - 0.1 - (self._legend - 0.5) * LEGEND_CM

    def _sign(self, x: float, y: float, key: Key) -> None:
        if key.mark is Mark.DEADLINE:
            self._pill(x + 0.3, y, "A1", key.colour)
            return
        light = key.mark is Mark.OPEN
        self._axes.add_patch(
            Rectangle(
                (x, y - 0.09), 0.5, 0.18, facecolor=pale(key.colour) if light else key.colour,
                edgecolor=key.colour if light else "white", linewidth=0.8, zorder=3,
                hatch="||||" if key.mark is Mark.RECURRING else None,
            )
        )  # fmt: skip

    def _pill(self, x: float, y: float, words: str, colour: str, rotation: float = 0) -> None:
        box = {
            "boxstyle": "round,pad=0.2,rounding_size=0.6",
            "facecolor": colour,
            "edgecolor": "white",
            "lw": 0.8,
        }
        self._axes.text(
            x, y, words, color="white", fontproperties=BOLD, ha="center", va="center", zorder=5, bbox=box,
            rotation=rotation, rotation_mode="anchor", parse_math=False,
        )  # fmt: skip

    def _beside(self, x: float, y: float, words: str) -> None:
        self._axes.text(
            x, y - CAPITAL_CM / 2, words, color=palette.INK, fontproperties=TEXT, ha="left", parse_math=False
        )

    def _text(self, x: float, y: float, words: str, colour: str, *, bold: bool = False) -> None:
        self._axes.text(
            x, y - CAPITAL_CM / 2, words, color=colour, fontproperties=BOLD if bold else TEXT, ha="center", zorder=5,
            parse_math=False,
        )  # fmt: skip


def pale(colour: str) -> str:
    """A colour for what goes on in the background; it stands with an outline in the colour itself."""
    return palette.mixed(palette.WHITE, colour, 0.28)


def _place(radius: float, turn: float) -> tuple[float, float]:
    angle = pi / 2 - turn * pi / 6
    return radius * cos(angle), radius * sin(angle)


def _rotation(turn: float) -> float:
    """How words stand that run along the ring, never upside down."""
    return -turn * 30 + (180 if 3 < turn % 12 < 9 else 0)

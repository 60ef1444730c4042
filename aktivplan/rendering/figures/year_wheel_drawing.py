"""The year wheel as a picture: months outside, a ring for each goal, arcs and numbered marks. Knows no edition.

Text is 9 points at the size the picture is shown at. Colour tells nothing alone: rings are named below, every arc
has its number, and the table beside says the same.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, Rectangle, Wedge

from aktivplan import palette
from aktivplan.i18n import Translator, translator
from aktivplan.rendering.figures.canvas import fitted
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.figures.year_wheel import Item, YearWheel

_CM_PER_INCH = 2.54
_DPI = 220
_WIDTH_CM, _WHEEL_CM, _LINE_CM = 16.0, 15.6, 0.55
_OUTER, _MONTHS, _INNER = 7.7, 0.75, 1.4
"""Radii and the width of the ring of months, in centimetres."""
_GAP = 0.12
_MARK_CM = 0.23
_SHORT = 12
"""Degrees; a shorter arc is a mark with its number."""
_DARKEST = 0.4
_TEXT = FontProperties(family="DejaVu Sans", size=9)
_YEAR = FontProperties(family="DejaVu Sans", size=15, weight="bold")


def draw_year_wheel(wheel: YearWheel) -> Figure:
    """The picture of a wheel, and what it shows in words."""
    t = translator(wheel.language)
    height = _WHEEL_CM + 0.3 + _LINE_CM * len(wheel.rings)
    picture = Picture(figsize=(_WIDTH_CM / _CM_PER_INCH, height / _CM_PER_INCH), dpi=_DPI, facecolor="white")
    axes = picture.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(-_WIDTH_CM / 2, _WIDTH_CM / 2)
    axes.set_ylim(_WHEEL_CM / 2 - height, _WHEEL_CM / 2)
    _draw_months(axes, wheel, t)
    if wheel.items:
        _draw_items(axes, wheel)
    else:
        _draw_counts(axes, wheel)
    _draw_middle(axes, wheel, t)
    _draw_legend(axes, wheel)
    buffer = io.BytesIO()
    picture.savefig(buffer, format="png", metadata={"Software": None})
    return Figure(buffer.getvalue(), _WIDTH_CM, height, alternative_text(wheel, t))


def alternative_text(wheel: YearWheel, t: Translator) -> str:
    """What the picture shows, in at most some 250 characters."""
    totals = [sum(ring.counts[month] for ring in wheel.rings) for month in range(12)]
    busiest = totals.index(max(totals))
    return t(
        "Year wheel for {year} with {rings} rings and {records} rows. Most are under way or due in {month}: {count}. "
        "The table after the figure says the same.",
        year=wheel.year,
        rings=len(wheel.rings),
        records=wheel.records,
        month=t.date(wheel.months[busiest], "LLLL y"),
        count=totals[busiest],
    )


def _draw_months(axes: Axes, wheel: YearWheel, t: Translator) -> None:
    edges = [*((month - wheel.months[0]).days for month in wheel.months), wheel.days]
    for index, month in enumerate(wheel.months):
        left, right = _degrees(wheel, edges[index]), _degrees(wheel, edges[index + 1])
        fill = palette.ACCENT_TINT if index % 2 else palette.FAINT
        axes.add_patch(_arc(_OUTER, _MONTHS, left, right, fill, palette.STRONG_LINE))
        _write(
            axes,
            _OUTER - _MONTHS / 2,
            (left + right) / 2,
            t.month(month.month, "LLL").rstrip("."),
            turned=True,
        )
        quarter = index % 3 == 0
        axes.plot(
            *zip(_point(_INNER, left), _point(_OUTER - _MONTHS, left), strict=True),
            color=palette.STRONG_LINE if quarter else palette.LINE,
            linewidth=1.1 if quarter else 0.6,
            zorder=1,
        )


def _bands(wheel: YearWheel) -> Iterator[tuple[int, float, float]]:
    """Of each ring its number, its outer radius and the width of one of its lanes."""
    room = _OUTER - _MONTHS - _INNER - _GAP * (len(wheel.rings) + 1)
    lane = room / sum(ring.lanes for ring in wheel.rings)
    outer = _OUTER - _MONTHS - _GAP
    for number, ring in enumerate(wheel.rings):
        yield number, outer, lane
        outer -= lane * ring.lanes + _GAP


def _draw_items(axes: Axes, wheel: YearWheel) -> None:
    bands = {number: (outer, lane) for number, outer, lane in _bands(wheel)}
    for item in (one for one in wheel.items if not one.is_all_year):
        outer, lane = bands[item.ring]
        _draw_item(axes, wheel, item, outer - item.lane * lane, lane)


def _draw_item(axes: Axes, wheel: YearWheel, item: Item, outer: float, lane: float) -> None:
    colour = palette.CATEGORIES[item.ring]
    thickness = min(lane * 0.9, 0.62)
    middle = outer - lane / 2
    for stretch in item.stretches:
        left, right = _degrees(wheel, stretch.first), _degrees(wheel, stretch.last + 1)
        centre = (left + right) / 2
        if right - left >= _SHORT:
            axes.add_patch(
                _arc(middle + thickness / 2, thickness, left, right, colour, palette.WHITE, above=True)
            )
        else:
            axes.add_patch(
                Circle(
                    _point(middle, centre),
                    _MARK_CM,
                    facecolor=colour,
                    edgecolor=palette.WHITE,
                    linewidth=0.8,
                    zorder=4,
                )
            )
        _write(axes, middle, centre, str(item.number), colour=palette.WHITE)


def _draw_counts(axes: Axes, wheel: YearWheel) -> None:
    """Every month of every ring with its number, the darker the greater it is."""
    greatest = max(max(ring.counts) for ring in wheel.rings) or 1
    edges = [*((month - wheel.months[0]).days for month in wheel.months), wheel.days]
    for number, outer, lane in _bands(wheel):
        for month, count in enumerate(wheel.rings[number].counts):
            left, right = _degrees(wheel, edges[month]), _degrees(wheel, edges[month + 1])
            fill = palette.mixed(palette.WHITE, palette.CATEGORIES[number], count / greatest * _DARKEST)
            axes.add_patch(_arc(outer, lane, left, right, fill, palette.CATEGORIES[number]))
            _write(axes, outer - lane / 2, (left + right) / 2, str(count) if count else "–")


def _draw_middle(axes: Axes, wheel: YearWheel, t: Translator) -> None:
    axes.add_patch(
        Circle((0, 0), _INNER - _GAP, facecolor=palette.WHITE, edgecolor=palette.STRONG_LINE, linewidth=0.8)
    )
    axes.text(0, 0.2, wheel.year, fontproperties=_YEAR, color=palette.ACCENT, ha="center", va="center")
    words = t.plural("{count} row", "{count} rows", wheel.records)
    axes.text(0, -0.5, words, fontproperties=_TEXT, color=palette.INK, ha="center", va="center")


def _draw_legend(axes: Axes, wheel: YearWheel) -> None:
    """The rings by name, the outermost first."""
    for number, ring in enumerate(wheel.rings):
        y = -_WHEEL_CM / 2 - 0.1 - _LINE_CM * (number + 0.5)
        left = -_WIDTH_CM / 2 + 0.3
        axes.add_patch(Rectangle((left, y - 0.16), 0.6, 0.32, color=palette.CATEGORIES[number]))
        words = fitted(ring.label, _WIDTH_CM - 1.6)
        axes.text(
            left + 0.85, y, words, fontproperties=_TEXT, color=palette.INK, va="center", parse_math=False
        )


def _degrees(wheel: YearWheel, day: int) -> float:
    """Clockwise from the top."""
    return day / wheel.days * 360


def _arc(
    outer: float, width: float, left: float, right: float, fill: str, edge: str, *, above: bool = False
) -> Wedge:
    # matplotlib counts anticlockwise from the right.
    return Wedge(
        (0, 0),
        outer,
        90 - right,
        90 - left,
        width=width,
        facecolor=fill,
        edgecolor=edge,
        linewidth=0.8,
        zorder=3 if above else 2,
    )


def _point(radius: float, degrees: float) -> tuple[float, float]:
    angle = math.radians(90 - degrees)
    return radius * math.cos(angle), radius * math.sin(angle)


def _write(
    axes: Axes,
    radius: float,
    degrees: float,
    words: str,
    *,
    colour: str = palette.INK,
    turned: bool = False,
) -> None:
    x, y = _point(radius, degrees)
    rotation = 0.0
    if turned:
        rotation = -degrees if math.cos(math.radians(degrees)) >= 0 else 180 - degrees
    axes.text(
        x, y, words, fontproperties=_TEXT, color=colour, ha="center", va="center", rotation=rotation, zorder=5, parse_math=False
    )  # fmt: skip

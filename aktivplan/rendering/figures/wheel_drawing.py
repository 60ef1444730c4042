"""The year wheel as a picture. Knows no edition.

Colour tells nothing alone: every item has a letter for its ring and a number, what comes back often is striped, and
what runs on to the end of the year is pale with an outline.
"""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan import palette
from aktivplan.i18n import Translator, translator
from aktivplan.rendering.figures.canvas import WIDTH_CM, legend_lines
from aktivplan.rendering.figures.dial import EDGE_CM, Dial, pale
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.figures.marks import Key, Mark
from aktivplan.rendering.figures.titles import brief
from aktivplan.rendering.figures.wheel import Ring, WheelItem, YearWheel
from aktivplan.rendering.figures.wheel_lanes import (
    INNER_CM,
    OUTER_CM,
    RING_GAP_CM,
    lane_height,
    lane_radii,
    runs_on,
)
from aktivplan.rendering.figures.wheel_rings import PROCESS

_THICKEST_CM = 0.2
_TALLEST_CM = 2.2
"""A ring of counts."""
_DARKEST = 0.4
"""How far towards the ring's colour a cell may go, so that ink on it keeps a contrast of 4.5:1."""
_LONGEST_TITLE = 70


def draw_year_wheel(wheel: YearWheel) -> Figure:
    """The picture of a year wheel, and what it shows in words."""
    t = translator(wheel.language)
    signs = [] if wheel.counted else list(legend_lines(list(_keys(wheel, t)), WIDTH_CM))
    dial = Dial(len(wheel.rings) + len(signs))
    inner = _draw_counts(dial, wheel) if wheel.counted else _draw_items(dial, wheel)
    _draw_frame(dial, wheel, inner, t)
    for ring, colour in _coloured(wheel):
        dial.legend(colour, ring.letter, ring.label)
    for line in signs:
        dial.signs(line)
    return Figure(dial.png(), WIDTH_CM, dial.height_cm, alternative_text(wheel, t))


def alternative_text(wheel: YearWheel, t: Translator) -> str:
    """What the picture shows, in at most some 250 characters."""
    busiest = max(range(4), key=wheel.quarters.__getitem__)
    return t(
        "Year wheel {year} for {title}: {records} rows in {rings} rings. Most in quarter {quarter}: {count}. "
        "The table after the figure says the same.",
        year=wheel.year,
        title=brief(wheel.title, _LONGEST_TITLE),
        records=wheel.records,
        rings=len(wheel.rings),
        quarter=busiest + 1,
        count=wheel.quarters[busiest],
    )


def _draw_items(dial: Dial, wheel: YearWheel) -> float:
    """The rings with their items; gives the radius within which nothing stands."""
    lanes = [ring.lanes for ring in wheel.rings]
    height = lane_height(lanes)
    for (ring, colour), radii in zip(_coloured(wheel), lane_radii(lanes), strict=True):
        dial.ring((radii[-1] - height / 2, radii[0] + height / 2), _ground(colour))
        for item in ring.items:
            _draw_item(dial, item, radii[item.lane], min(height * 0.55, _THICKEST_CM) / 2, colour)
    return radii[-1] - height / 2


def _draw_item(dial: Dial, item: WheelItem, radius: float, half: float, colour: str) -> None:
    radii = radius - half, radius + half
    for stretch in item.stretches:
        if stretch[0] == stretch[1]:
            continue
        if item.recurring:
            dial.dashes(radii, stretch, colour)
        elif runs_on(item.stretches):
            dial.arc(radii, stretch, pale(colour), edge=colour)
        else:
            dial.arc(radii, stretch, colour)
    for turn in item.marks:
        dial.mark(radius, turn, item.number, colour)


def _draw_counts(dial: Dial, wheel: YearWheel) -> float:
    """The rings with a count in every month; gives the radius within which nothing stands."""
    height = min((OUTER_CM - INNER_CM) / len(wheel.rings), _TALLEST_CM)
    most = max(count for ring in wheel.rings for count in ring.counts)
    outer = OUTER_CM
    for ring, colour in _coloured(wheel):
        radii = outer - height + RING_GAP_CM, outer
        middle = sum(radii) / 2
        for month, count in enumerate(ring.counts):
            shade = palette.mixed(palette.WHITE, colour, _DARKEST * count / most)
            dial.arc(radii, (month, month + 1), shade, edge=palette.WHITE if count else palette.LINE)
            dial.words(middle, month + 0.55, str(count), colour=palette.INK if count else palette.GREY)
        dial.words(middle, 0.55 / middle, ring.letter, colour=colour, bold=True)
        outer -= height
    return outer + RING_GAP_CM


def _draw_frame(dial: Dial, wheel: YearWheel, inner: float, t: Translator) -> None:
    """Months around, with quarters where they begin, and title and year in the centre."""
    middle = (OUTER_CM + EDGE_CM) / 2
    for month, name in enumerate(wheel.months):
        dial.arc((OUTER_CM + 0.06, EDGE_CM), (month, month + 1), palette.ACCENT_TINT)
        dial.along(middle, month + 0.5, name)
        quarter, within = divmod(month, 3)
        if not within:
            dial.along(middle, month + 0.1, t("Q{quarter}", quarter=quarter + 1), bold=True)
            dial.spoke((inner, EDGE_CM), month, strong=True, above=wheel.counted)
        elif not wheel.counted:
            dial.spoke((inner, OUTER_CM), month, strong=False)
    dial.centre(wheel.year, wheel.title, inner)


def _coloured(wheel: YearWheel) -> Iterator[tuple[Ring, str]]:
    for index, ring in enumerate(wheel.rings):
        yield ring, palette.GREY if ring.letter == PROCESS else palette.CATEGORIES[index]


def _ground(colour: str) -> str:
    return palette.mixed(palette.WHITE, colour, 0.07)


def _keys(wheel: YearWheel, t: Translator) -> Iterator[Key]:
    items = [item for ring in wheel.rings for item in ring.items]
    if any(not item.recurring and not runs_on(item.stretches) for item in items):
        yield Key(Mark.BAR, t("Under way"))
    if any(not item.recurring and runs_on(item.stretches) for item in items):
        yield Key(Mark.OPEN, t("On to the end of the year"))
    if any(item.recurring for item in items):
        yield Key(Mark.RECURRING, t("Recurring"))
    yield Key(Mark.DEADLINE, t("One day or a short time"))

"""All figures of an edition: what they show, and their drawings."""

from __future__ import annotations

from dataclasses import dataclass

from aktivplan.edition import Edition
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.figures.timeline import Timeline, plan_timeline
from aktivplan.rendering.figures.year_wheel import YearWheel, plan_year_wheel


@dataclass(frozen=True, slots=True)
class Figures:
    """What each figure shows; None where there is nothing to show."""

    timeline: Timeline | None = None
    year_wheel: YearWheel | None = None

    @property
    def are_drawn(self) -> bool:
        """Whether there is anything to draw."""
        return self.year_wheel is not None or (self.timeline is not None and self.timeline.is_drawn)


def plan_figures(edition: Edition) -> Figures:
    """What the figures of an edition show. Draws nothing."""
    return Figures(plan_timeline(edition), plan_year_wheel(edition))


def draw_figures(figures: Figures) -> dict[str, Figure]:
    """The drawings, by key; of what can be drawn so that it can be read."""
    from aktivplan.rendering.figures.timeline_drawing import draw_timeline
    from aktivplan.rendering.figures.year_wheel_drawing import draw_year_wheel

    drawn = {}
    if figures.timeline is not None and figures.timeline.is_drawn:
        drawn["timeline"] = draw_timeline(figures.timeline)
    if figures.year_wheel is not None:
        drawn["year wheel"] = draw_year_wheel(figures.year_wheel)
    return drawn

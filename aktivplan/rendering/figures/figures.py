"""All figures of an edition: what stands in them, and then their pictures.

The first step takes the edition; the second takes plain data only and may be done in another process.
"""

from __future__ import annotations

from dataclasses import dataclass

from aktivplan.edition import Edition
from aktivplan.rendering.figures.coverage import Coverage, plan_coverage
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.figures.readiness import Readiness, plan_readiness
from aktivplan.rendering.figures.status import StatusFigure, plan_status
from aktivplan.rendering.figures.targets import TargetsFigure, plan_targets
from aktivplan.rendering.figures.timeline import Timeline, plan_timeline
from aktivplan.rendering.figures.wheel import YearWheel, plan_year_wheel


@dataclass(frozen=True, slots=True)
class Figures:
    """What stands in each figure; None where there is nothing to show."""

    timeline: Timeline | None = None
    year_wheel: YearWheel | None = None
    coverage: Coverage | None = None
    targets: TargetsFigure | None = None
    readiness: Readiness | None = None
    status: StatusFigure | None = None

    @property
    def are_drawn(self) -> bool:
        """Whether there is anything to draw."""
        others = (self.year_wheel, self.targets, self.readiness, self.status)
        return any(one is not None for one in others) or any(
            one is not None and one.is_drawn for one in (self.timeline, self.coverage)
        )


def plan_figures(edition: Edition) -> Figures:
    """What stands in the figures of an edition. Give it the participants' edition."""
    return Figures(
        timeline=plan_timeline(edition),
        year_wheel=plan_year_wheel(edition),
        coverage=plan_coverage(edition),
        targets=plan_targets(edition),
        readiness=plan_readiness(edition),
        status=plan_status(edition),
    )


def draw_figures(figures: Figures) -> dict[str, Figure]:
    """The pictures, by name: "timeline", "year-wheel", "coverage", "targets", "readiness", "status"."""
    from aktivplan.rendering.figures.coverage_drawing import draw_coverage
    from aktivplan.rendering.figures.readiness_drawing import draw_readiness
    from aktivplan.rendering.figures.status_drawing import draw_status
    from aktivplan.rendering.figures.targets_drawing import draw_targets
    from aktivplan.rendering.figures.timeline_drawing import draw_timeline
    from aktivplan.rendering.figures.wheel_drawing import draw_year_wheel

    drawn: dict[str, Figure] = {}
    if figures.timeline is not None and figures.timeline.is_drawn:
        drawn["timeline"] = draw_timeline(figures.timeline)
    if figures.year_wheel is not None:
        drawn["year-wheel"] = draw_year_wheel(figures.year_wheel)
    if figures.coverage is not None and figures.coverage.is_drawn:
        drawn["coverage"] = draw_coverage(figures.coverage)
    if figures.targets is not None:
        drawn["targets"] = draw_targets(figures.targets)
    if figures.readiness is not None:
        drawn["readiness"] = draw_readiness(figures.readiness)
    if figures.status is not None:
        drawn["status"] = draw_status(figures.status)
    return drawn

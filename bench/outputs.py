"""What each output of a build costs: its seconds of a processor, and its share of them all; run with ``make bench``.

The outputs are made one after another in this process, from the answers of the build's benchmark. The figures are
those of the largest plan that gets any, since longer ones get none.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from aktivplan.edition import Edition
    from aktivplan.records import Submission

sys.path.insert(0, str(Path(__file__).parent))
Made = TypeVar("Made")


def main() -> None:
    """Make each output, print what it took."""
    from aktivplan.consolidation.leaders import for_leaders
    from aktivplan.consolidation.participants import for_participants
    from aktivplan.correcting import corrected_copies
    from aktivplan.linting.document import lint_document
    from aktivplan.processes import collect_seldom
    from aktivplan.rendering.calendar import render_calendar
    from aktivplan.rendering.figures.figures import draw_figures, plan_figures
    from aktivplan.rendering.findings_json import render_findings_json
    from aktivplan.rendering.handbook.handbook import render_handbook
    from aktivplan.rendering.html.page import render_html
    from aktivplan.rendering.master.workbook import render_master

    collect_seldom()
    read, edition, few = _editions()
    language = edition.plan.settings.language
    took: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Made]) -> Made:
        began = time.process_time()
        made = work()
        took[name] = took.get(name, 0.0) + time.process_time() - began
        return made

    timed("master.xlsx", lambda: render_master(for_leaders(edition)))
    shared = timed("handbook.docx", lambda: for_participants(edition))
    handbook = timed("handbook.docx", lambda: render_handbook(shared, None, plan_figures(shared)).packed())
    timed("lint of the handbook", lambda: lint_document(handbook, language))
    timed("findings.json", lambda: render_findings_json(edition))
    timed("corrections", lambda: corrected_copies(edition, read))
    _print(f"{len(edition.records)} rows", took)

    took.clear()
    plain = plan_figures(few)
    timed("figures, at first", lambda: draw_figures(plain))
    figures = timed("figures, again", lambda: draw_figures(plain))
    handbook = timed("handbook.docx", lambda: render_handbook(few, None, plain, lambda: figures).packed())
    timed("lint of the handbook", lambda: lint_document(handbook, language))
    timed("handbook.html", lambda: render_html(handbook, few))
    timed("year-wheel.ics", lambda: render_calendar(few))
    _print(f"{len(few.records)} rows", took)


def _editions() -> tuple[tuple[Submission, ...], Edition, Edition]:
    """All answers, the edition of them, and what participants see of the most of them that get figures."""
    from folder import make_folder

    from aktivplan import answers, pipeline
    from aktivplan.consolidation.consolidate import consolidate
    from aktivplan.consolidation.participants import for_participants
    from aktivplan.folder import PlanFolder
    from aktivplan.publishing import MOST_DRAWN

    root = Path(__file__).parent.parent / "output" / "bench"
    make_folder(root)
    folder = PlanFolder(root)
    plan = pipeline.load_plan(folder).plan
    if plan is None:
        sys.exit("the plan of the benchmark cannot be read")
    read = tuple(answers.submissions(folder, plan))
    rows = 0
    count = next(n for n, one in enumerate(read) if (rows := rows + len(one.records)) >= MOST_DRAWN)
    return read, pipeline.consolidated(folder, plan), for_participants(consolidate(plan, read[:count]))


def _print(title: str, took: dict[str, float]) -> None:
    whole = sum(took.values())
    print(title)
    for name, seconds in took.items():
        print(f"  {name:<24}{seconds:6.2f} s   {seconds / whole:4.0%}")


if __name__ == "__main__":
    main()

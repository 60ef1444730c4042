"""How fast reading and checking are beside a bare loop that only has every cell read; run with ``make bench``.

The loop (calamine alone, one process, no limits) and the reading (isolated processes, limits, checks, as in a build)
take turns over the same 500 forms. The processes are started before, as a build starts them while it reads the plan.
The medians of all rounds are compared; the quickest ones are printed beside them.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from python_calamine import CalamineWorkbook

sys.path.insert(0, str(Path(__file__).parent))
ROUNDS = 15
MUST = 3.0


def main() -> None:
    """Take turns, print, and fail where the ratio is too high."""
    # What is imported above, every process that is started imports again.
    from statistics import median

    from folder import make_folder

    from aktivplan import answers, pipeline
    from aktivplan.folder import PlanFolder
    from aktivplan.processes import collect_seldom

    root = Path(__file__).parent.parent / "output" / "bench"
    make_folder(root)
    folder = PlanFolder(root)
    collect_seldom()
    answers.start_ahead()
    plan = pipeline.load_plan(folder).plan
    if plan is None:
        sys.exit("the plan of the benchmark cannot be read")
    bare, reading = [], []
    for _turn in range(ROUNDS):
        bare.append(_timed(lambda: bare_loop(folder.returned)))
        reading.append(_timed(lambda: list(answers.submissions(folder, plan))))
    ratio, quickest = median(reading) / median(bare), min(reading) / min(bare)
    for name, rounds in (("bare calamine loop", bare), ("reading and checking", reading)):
        print(f"{name:<22}{median(rounds):6.2f} s   quickest {min(rounds):.2f} s")
    print(f"ratio {ratio:.2f} (must be {MUST} or less)   of the quickest {quickest:.2f}")
    sys.exit(ratio > MUST)


def bare_loop(folder: Path) -> int:
    """Every cell of every workbook read, and nothing made of it."""
    cells = 0
    for path in sorted(folder.glob("*.xlsx")):
        workbook = CalamineWorkbook.from_path(str(path))
        for name in workbook.sheet_names:
            rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            cells += sum(map(len, rows))
    return cells


def _timed(work: object) -> float:
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - began


if __name__ == "__main__":
    main()

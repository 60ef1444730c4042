"""How fast a build is beside its floor and beside a naive script; run with ``make bench``.

Makes 500 forms of 25 rows, then times in turns: (a) aktivplan build, (b) pandas and python-docx, (c) the floor:
every cell read, every cell written, one flat Word table. Every run is a process of its own; memory is the peak of
the process and its children together. All are compiled ahead, as installed programs are.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
ROUNDS = 3
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
MUST_FLOOR, MUST_NAIVE, MUST_TEMPLATES = 2.0, 7.0, 15.0


@dataclass
class Contender:
    """One way of doing the job, and what it took."""

    name: str
    command: list[str]
    seconds: list[float] = field(default_factory=list)
    megabytes: float = 0.0
    without: Path | None = None
    """A file that must not be there when it begins."""

    def run(self) -> None:
        """Once more, timed."""
        if self.without is not None:
            self.without.unlink(missing_ok=True)
        began = time.perf_counter()
        code = subprocess.run(
            self.command, stdout=subprocess.DEVNULL, check=False, env=ENVIRONMENT
        ).returncode
        self.seconds.append(time.perf_counter() - began)
        if code not in (0, 1):
            sys.exit(f"{self.name} ended with exit code {code}")

    def weigh(self) -> None:
        """Once more, for its memory; not timed, since looking at it takes time too."""
        process = psutil.Popen(self.command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
        peak = 0
        while process.poll() is None:
            peak = max(peak, _memory(process))
            time.sleep(0.02)
        self.megabytes = peak / 2**20

    @property
    def median(self) -> float:
        """Seconds."""
        return statistics.median(self.seconds)

    def __str__(self) -> str:
        return f"{self.name:<28}{self.median:8.2f} s   {self.megabytes:7.0f} MiB"


def main() -> None:
    """Make the folder, take turns, print."""
    from folder import make_folder

    root = HERE.parent / "output" / "bench"
    print("Making 500 forms of 25 rows …", flush=True)
    make_folder(root)
    aktivplan = [sys.executable, "-m", "aktivplan", "-C", str(root)]
    forms = Contender("500 blank templates", [*aktivplan, "templates"])
    forms.run()
    forms.weigh()
    shutil.rmtree(root / "input_templates")
    # A later build also reads the former master workbook, for what leaders have typed there.
    build = Contender("a  aktivplan build", [*aktivplan, "build"], without=root / "output" / "master.xlsx")
    again = Contender("   the same again", [*aktivplan, "build"])
    naive = Contender("b  pandas + python-docx", _script("naive.py", root))
    floor = Contender("c  the floor", _script("floor.py", root))
    for turn in range(1, ROUNDS + 1):
        print(f"Round {turn} of {ROUNDS} …", flush=True)
        for contender in (build, again, naive, floor):
            contender.run()
    for contender in (build, again, naive, floor):
        contender.weigh()
    for contender in (build, again, naive, floor, forms):
        print(contender)
    to_floor, to_naive = build.median / floor.median, naive.median / build.median
    print(
        f"a/c {to_floor:.2f} (must be {MUST_FLOOR} or less)   b/a {to_naive:.1f} (must be {MUST_NAIVE} or more)"
    )
    sys.exit(to_floor > MUST_FLOOR or to_naive < MUST_NAIVE or forms.median > MUST_TEMPLATES)


def _script(name: str, root: Path) -> list[str]:
    (root / "output").mkdir(exist_ok=True)
    return [sys.executable, str(HERE / name), str(root), str(root / "output")]


def _memory(process: psutil.Popen) -> int:
    try:
        family = [process, *process.children(recursive=True)]
        return sum(member.memory_info().rss for member in family)
    except psutil.Error:
        return 0


if __name__ == "__main__":
    main()

"""The program's door: choose the language, then let click read the arguments."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line. Exit codes: 0 nothing to mend, 1 errors found, 2 usage or definition error."""
    from aktivplan.cli.language import teach_click

    teach_click()
    # A batch job makes many objects and few cycles: looking for cycles as often as usual costs a fifth of the time.
    gc.set_threshold(200_000, 20, 20)
    from aktivplan.cli.app import app

    try:
        app(prog_name="aktivplan", standalone_mode=True)
    except BrokenPipeError:
        # Whoever read our output has had enough (aktivplan check | head).
        sys.stderr.close()
        sys.exit(1)


if __name__ == "__main__":
    main()

"""The program's door: choose the language, let click read the arguments, and end with the right code."""

from __future__ import annotations

import gc
import sys

INTERRUPTED = 130
"""What a program that Ctrl-C has ended gives, by the shell's custom."""


def main() -> None:
    """Run the command line.

    Exit codes: 0 nothing to mend, 1 errors found, 2 usage or definition error; 130 after Ctrl-C.
    """
    try:
        code = _run()
        # What is left goes with the process; looking through it for garbage first would only take time.
        gc.freeze()
        sys.exit(code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has had enough (aktivplan check | head).
        sys.stderr.close()
        sys.exit(1)


def _run() -> int:
    from aktivplan.cli.language import interface, teach_click
    from aktivplan.processes import collect_seldom, heed_interrupts

    heed_interrupts()
    teach_click()
    collect_seldom()
    import click

    from aktivplan.cli.app import app

    try:
        return app.main(prog_name="aktivplan", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo(interface()("Aborted!"), err=True)
        return INTERRUPTED


if __name__ == "__main__":
    main()

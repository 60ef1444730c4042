"""What the commands print with: messages, next steps, a progress bar, and errors without a traceback."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from aktivplan.cli.language import interface
from aktivplan.codes import Severity

if TYPE_CHECKING:
    from rich.console import Console

    from aktivplan.definition.models import Plan
    from aktivplan.pipeline import PlanFolder, Progress
    from aktivplan.rendering.pdf import Failure


SEVERITY_STYLES = MappingProxyType(
    {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
)
"""How the word for a severity is printed."""


class Refused(click.ClickException):
    """The machine refuses: told in one line, with exit code 2."""

    exit_code = 2


@cache
def console(*, errors: bool = False) -> Console:
    """Standard output (or standard error); 100 columns wide where it is no terminal."""
    from rich.console import Console

    shown = Console(stderr=errors, highlight=False, soft_wrap=False, emoji=False)
    return shown if shown.is_terminal else Console(stderr=errors, highlight=False, emoji=False, width=100)


def say(text: str) -> None:
    """One line of result."""
    click.echo(text)


def step(text: str) -> None:
    """One line on what to do next."""
    click.echo(f"  → {text}")


def command_line(folder: PlanFolder, command: str) -> str:
    """How to call a command for that plan folder, ready to be copied."""
    place = "" if folder.root == Path() else f"-C {shlex.quote(str(folder.root))} "
    return f"aktivplan {place}{command}"


@contextmanager
def bar(label: str) -> Iterator[Progress]:
    """A progress bar on standard error, if that is a terminal; gives the function to call as work goes on."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console(errors=True), transient=True) as progress:
        task = progress.add_task(label, total=None)

        def advance(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield advance


@contextmanager
def failing_clearly() -> Iterator[None]:
    """Turn what the machine refuses (no room, no right to write) into a message and exit code 2."""
    from aktivplan.rendering.pdf import PdfError

    try:
        yield
    except PdfError as error:
        raise Refused(_without_pdf(error.why)) from error
    except OSError as error:
        t = interface()
        reason = error.strerror or str(error)
        raise Refused(
            t(
                "{file} could not be read or written: {reason}. Nothing was left half-written.",
                file=error.filename or "",
                reason=reason,
            )
        ) from error


def _without_pdf(why: Failure) -> str:
    t = interface()
    words = {
        "not installed": t(
            "PDFs are made by LibreOffice, which is not installed here. Install it (libreoffice.org), or build without --pdf. Nothing has been written."
        ),
        "timed out": t(
            "LibreOffice took too long to make a PDF. Close other programs and try again, or build without --pdf. Nothing has been written."
        ),
        "failed": t(
            "LibreOffice could not make a PDF. Open the handbook in it to see why, or build without --pdf. Nothing has been written."
        ),
    }
    return words[why]


def plan_or_exit(folder: PlanFolder, *, as_json: bool = False) -> Plan:
    """The plan; if it has mistakes, they are all printed and the program ends with exit code 2."""
    from aktivplan import pipeline
    from aktivplan.cli.report import print_findings, print_findings_json
    from aktivplan.i18n import translator

    with failing_clearly():
        read = pipeline.load_plan(folder)
    t = translator(read.plan.settings.language) if read.plan else interface()
    if as_json and read.plan is None:
        print_findings_json(read.findings, t)
    elif read.findings and not as_json:
        print_findings(read.findings, t, title=t("The plan's definition: {file}", file=folder.plan_file))
    if read.plan is None:
        raise click.exceptions.Exit(2)
    return read.plan

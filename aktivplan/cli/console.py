"""What the commands print with: messages, next steps, a progress bar, and errors without a traceback."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Sequence
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
    from aktivplan.folder import PlanFolder
    from aktivplan.progress import Progress
    from aktivplan.register.register import RegisterError
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
    from aktivplan.register.register import RegisterError
    from aktivplan.rendering.pdf import PdfError

    try:
        yield
    except PdfError as error:
        raise Refused(_without_pdf(error.why)) from error
    except RegisterError as error:
        raise Refused(_without_register(error)) from error
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


def known_codes(plan: Plan, written: Sequence[str], option: str) -> tuple[str, ...]:
    """The units' codes as the plan has them. Raises BadParameter for one that it has not."""
    t = interface()
    known = {unit.code.casefold(): unit.code for unit in plan.units}
    for code in written:
        if code.casefold() not in known:
            raise click.BadParameter(
                t(
                    "{value} is no unit of the plan. Write one of: {allowed}.",
                    value=code,
                    allowed=", ".join(known.values()),
                ),
                param_hint=option,
            )
    return tuple(dict.fromkeys(known[code.casefold()] for code in written))


@contextmanager
def holding(folder: PlanFolder, command: str) -> Iterator[None]:
    """Work in a folder alone; a message and exit code 2 if somebody else does."""
    from aktivplan.register.lock import FolderHeldError, held

    t = interface()
    try:
        with held(folder.lock_file, command):
            yield
    except FolderHeldError as error:
        holder = error.holder
        who = (
            t(
                "process {process} on {host} ({command})",
                process=holder.process,
                host=holder.host,
                command=holder.command,
            )
            if holder
            else t("somebody")
        )
        raise Refused(
            t(
                "Another Aktivplan works in this folder: {who}. Wait until it is done. If you are sure that it is not running any more, remove {file}.",
                who=who,
                file=error.file,
            )
        ) from error


def _without_register(error: RegisterError) -> str:
    t = interface()
    words = {
        "newer": t(
            "{file} was made by a newer Aktivplan. Update Aktivplan on this machine.", file=error.file
        ),
        "busy": t("{file} is in use by another program. Close that, and try again.", file=error.file),
        "readonly": t(
            "{file} cannot be written to. Ask who looks after the folder for the right to do so.",
            file=error.file,
        ),
        "full": t(
            "There is no room left on the disk for {file}. Make room, and run the same command again.",
            file=error.file,
        ),
    }
    damaged = t(
        "{file} is damaged. Move it elsewhere, and put back a copy from a backup; without one Aktivplan begins a new one, and no longer knows what was sent.",
        file=error.file,
    )
    return words.get(error.code, damaged)


@contextmanager
def telling_of_servers() -> Iterator[None]:
    """Turn what a mail server refuses into a message and exit code 2."""
    from aktivplan.delivery.smtp import ServerError

    t = interface()
    try:
        yield
    except ServerError as error:
        told = {"server": error.server, "detail": error.detail}
        words = {
            "unreachable": t(
                "{server} cannot be reached: {detail}. Check the mail server in plan.xlsx and the network, and run the same command again.",
                **told,
            ),
            "certificate": t(
                "{server} cannot prove that it is that server: {detail}. So nothing was told to it. Check its name in plan.xlsx, and ask your IT.",
                **told,
            ),
            "no-starttls": t(
                "{server} offers no encryption (STARTTLS), so nothing was told to it. Ask your IT for another server or port.",
                server=error.server,
            ),
            "no-password": t(
                "There is no password for {detail} on {server}. Put it into the keyring or the environment; docs/mail.md tells how.",
                **told,
            ),
            "no-folder": t(
                "{server} has no folder called {detail}. Check the mailbox's folders in plan.xlsx.", **told
            ),
            "login": t(
                "{server} refuses the login: {detail}. Check the user in plan.xlsx and the password (docs/mail.md tells where it stands).",
                **told,
            ),
        }
        raise Refused(words[error.code]) from error


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

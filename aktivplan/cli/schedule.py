"""``aktivplan schedule``: how a machine collects, builds and reminds by itself, once a day."""

from __future__ import annotations

import sys
from datetime import datetime, time
from pathlib import Path

import click

from aktivplan.cli.language import interface

t = interface()


@click.command(
    options_metavar=t("[OPTIONS]"),
    help=t(
        "Print what makes this machine collect, build and remind once a day: a line for cron, and a command for Windows' Task Scheduler."
    ),
)
@click.option("--at", default="07:00", show_default=True, metavar=t("TIME"), help=t("When, as 07:30."))
@click.pass_context
def schedule(context: click.Context, at: str) -> None:
    """Print both; nothing is set up."""
    from aktivplan.cli.console import plan_or_exit, say
    from aktivplan.delivery.scheduling import crontab_line, task_scheduler_command
    from aktivplan.folder import PlanFolder

    folder = PlanFolder(context.obj.resolve())
    plan = plan_or_exit(folder)
    program = [str(Path(sys.executable)), "-m", "aktivplan", "-C", str(folder.root)]
    steps = [["build"], ["send", "reminder"]]
    if plan.settings.mailbox:
        steps.insert(0, ["collect"])
    commands = [[*program, *one] for one in steps]
    try:
        line = crontab_line(commands, _time(at))
        command = task_scheduler_command(commands, _time(at), f"Aktivplan {plan.settings.title}")
    except ValueError as error:
        raise click.UsageError(t("The folder's name holds a character that no schedule can hold.")) from error
    say(t("On Linux or macOS, run crontab -e and add this line:"))
    say("")
    say(line)
    say("")
    say(t("On Windows, run this in PowerShell:"))
    say("")
    say(command)


def _time(written: str) -> time:
    try:
        return datetime.strptime(written, "%H:%M").time()  # noqa: DTZ007 - the machine's own time
    except ValueError as error:
        raise click.BadParameter(t("Write the time as 07:30."), param_hint="--at") from error

"""The group of commands and its global options."""

from __future__ import annotations

from pathlib import Path

import click

from aktivplan import __version__
from aktivplan.cli.build import build
from aktivplan.cli.check import check
from aktivplan.cli.collect import collect
from aktivplan.cli.demo import demo
from aktivplan.cli.explain import explain
from aktivplan.cli.forget import forget
from aktivplan.cli.init import init
from aktivplan.cli.language import interface
from aktivplan.cli.lint import lint
from aktivplan.cli.period import period
from aktivplan.cli.schedule import schedule
from aktivplan.cli.send import send
from aktivplan.cli.status import status
from aktivplan.cli.templates import templates

t = interface()


@click.group(
    options_metavar=t("[OPTIONS]"),
    subcommand_metavar=t("COMMAND [ARGUMENTS]..."),
    help=t("Ask many units for their part of a plan, and make one plan of the answers."),
    epilog=t(
        "A plan's usual way: init, edit plan.xlsx, templates, put the answers in returned, check, build."
    ),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(
    __version__, message=t("%(prog)s, version %(version)s"), help=t("Show the version and exit.")
)
@click.option(
    "-C",
    "--plan",
    "folder",
    metavar=t("FOLDER"),
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help=t("The plan folder to work in, if not this one."),
)
@click.pass_context
def app(context: click.Context, folder: Path) -> None:
    """Keep the plan folder for the command."""
    context.obj = folder


for command in (
    init,
    templates,
    check,
    build,
    status,
    send,
    collect,
    schedule,
    forget,
    explain,
    period,
    lint,
    demo,
):
    app.add_command(command)

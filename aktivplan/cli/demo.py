"""``aktivplan demo``: a whole plan folder made up, and built."""

from __future__ import annotations

from pathlib import Path

import click

from aktivplan.cli.language import interface
from aktivplan.definition import PRESETS

t = interface()


@click.command(
    options_metavar=t("[OPTIONS]"),
    help=t("Make a made-up plan, build it, and say what to open."),
)
@click.argument("preset", metavar=t("PRESET"), type=click.Choice(PRESETS), default="barnratt")
@click.argument(
    "folder",
    metavar=t("FOLDER"),
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("aktivplan-demo"),
)
def demo(preset: str, folder: Path) -> None:
    """Make and build the demo; its mistakes are on purpose, so the exit code is 0."""
    from aktivplan.cli.build import build_and_tell
    from aktivplan.cli.console import failing_clearly, holding, plan_or_exit, say
    from aktivplan.demo import folder as demo_folder
    from aktivplan.folder import PlanFolder
    from aktivplan.i18n import translator
    from aktivplan.publishing import Wanted

    plan_folder = PlanFolder(folder)
    if not demo_folder.may_be_used(folder):
        raise click.UsageError(
            t("{folder} holds other files. Choose a new folder for the demo.", folder=folder)
        )
    with failing_clearly():
        folder.mkdir(parents=True, exist_ok=True)
    with failing_clearly(), holding(plan_folder, "aktivplan demo"):
        demo_folder.make(preset, plan_folder)
    plan = plan_or_exit(plan_folder)
    words = translator(plan.settings.language)
    say(words("A made-up plan, with mistakes put in on purpose, is in {folder}.", folder=folder))
    say("")
    build_and_tell(plan_folder, plan, Wanted(page_numbers=True))

"""``aktivplan check``: what is wrong with the answers, without building anything."""

from __future__ import annotations

import click

from aktivplan.cli.language import interface

t = interface()


@click.command(options_metavar=t("[OPTIONS]"), help=t("Read the answers in returned, and say what is wrong."))
@click.option("--json", "as_json", is_flag=True, help=t("Print the result as JSON."))
@click.pass_context
def check(context: click.Context, as_json: bool) -> None:  # noqa: FBT001 - click passes flags by name
    """Read and check; exit code 1 if there are errors."""
    from aktivplan.answers import start_ahead

    start_ahead()
    from aktivplan import pipeline
    from aktivplan.cli.console import bar, command_line, failing_clearly, plan_or_exit, step
    from aktivplan.cli.report import exit_code, print_report
    from aktivplan.folder import PlanFolder
    from aktivplan.i18n import translator

    plan_folder = PlanFolder(context.obj)
    plan = plan_or_exit(plan_folder, as_json=as_json)
    words = translator(plan.settings.language)
    with failing_clearly(), bar(words("Reading answers")) as progress:
        edition = pipeline.consolidated(plan_folder, plan, progress=progress)
    print_report(edition, as_json=as_json)
    if not as_json:
        step(
            words(
                "Nothing has been written. Make the documents with: {command}",
                command=command_line(plan_folder, "build"),
            )
        )
    context.exit(exit_code(edition))

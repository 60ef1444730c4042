"""``aktivplan forget``: erase what is stored about a unit or an address."""

from __future__ import annotations

import click

from aktivplan.cli.language import interface

t = interface()


@click.command(
    options_metavar=t("[OPTIONS]"),
    help=t(
        "Erase what the register, the archive and the messages hold of a unit or an address, and tell which files a person must look through."
    ),
)
@click.argument("whom", metavar=t("UNIT|ADDRESS"))
@click.pass_context
def forget(context: click.Context, whom: str) -> None:
    """Erase, and tell what is left."""
    from aktivplan.cli.console import failing_clearly, holding, known_codes, plan_or_exit, say, step
    from aktivplan.folder import PlanFolder
    from aktivplan.forgetting import forget as erase
    from aktivplan.i18n import translator

    folder = PlanFolder(context.obj)
    plan = plan_or_exit(folder)
    words = translator(plan.settings.language)
    address = whom if "@" in whom else ""
    unit = "" if address else known_codes(plan, [whom], t("UNIT|ADDRESS"))[0]
    with failing_clearly(), holding(folder, "aktivplan forget"):
        done = erase(folder, plan, unit=unit, address=address)
    say(
        words.plural(
            "{count} row of the register was erased.", "{count} rows of the register were erased.", done.rows
        )
    )
    say(words.plural("{count} stored file was erased.", "{count} stored files were erased.", done.files))
    if done.left:
        say(words("These files are left as they are. Look through them, and remove what must go:"))
        for path in done.left:
            step(str(path))

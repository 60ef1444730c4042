"""``aktivplan explain``: what a finding's code means, with an example, and how it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aktivplan.cli.language import interface, interface_language
from aktivplan.i18n import LANGUAGES

if TYPE_CHECKING:
    from aktivplan.codes import Code
    from aktivplan.i18n import Translator

t = interface()


@click.command(
    options_metavar=t("[OPTIONS]"),
    help=t("Say what the code of a finding means and how to mend it; without a code: list all codes."),
)
@click.argument("code", required=False, metavar=t("[CODE]"))
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=interface_language(),
    show_default=True,
    help=t("The language to explain in."),
)
def explain(code: str | None, language: str) -> None:
    """Explain one code, or list them all; exit code 2 for a code that does not exist."""
    from aktivplan.codes import CATALOGUE
    from aktivplan.i18n import translator

    words = translator(language)
    if code is None:
        _list_all(words)
        return
    wanted = code.strip().lower()
    if wanted not in CATALOGUE:
        raise click.BadParameter(_unknown(code), param_hint=t("CODE"))
    _explain(CATALOGUE[wanted], words)


def _explain(code: Code, words: Translator) -> None:
    from rich.text import Text

    from aktivplan.cli.console import SEVERITY_STYLES, console
    from aktivplan.codes import severity_word
    from aktivplan.codes.explanations import explanations

    found = explanations(words.language)[code.name]
    title = Text.assemble(
        (code.name, "bold"), "  ", (severity_word(code.severity, words), SEVERITY_STYLES[code.severity])
    )
    console().print(title)
    parts = (
        (words("What it means"), found.meaning),
        (words("Example"), found.example),
        (words("How to mend it"), found.mending),
    )
    for heading, text in parts:
        console().print()
        console().print(Text(heading, style="bold"))
        console().print(Text(text))


def _list_all(words: Translator) -> None:
    from rich.table import Table
    from rich.text import Text

    from aktivplan.cli.console import SEVERITY_STYLES, console, say, step
    from aktivplan.codes import GROUPS, severity_word
    from aktivplan.codes.explanations import explanations

    known = explanations(words.language)
    widest = max(len(code.name) for group in GROUPS for code in group.codes)
    for group in GROUPS:
        table = Table(
            title=words(group.title),
            title_justify="left",
            title_style="bold",
            pad_edge=False,
            box=None,
            show_header=False,
        )
        table.add_column(no_wrap=True, width=widest)
        table.add_column(no_wrap=True)
        table.add_column()
        for code in group.codes:
            word = Text(severity_word(code.severity, words), style=SEVERITY_STYLES[code.severity])
            table.add_row(Text(code.name), word, Text(_first_sentence(known[code.name].meaning)))
        console().print(table)
        say("")
    step(words("More about one of them: {command}", command="aktivplan explain required-empty"))


def _first_sentence(text: str) -> str:
    """Up to the first full stop that a space follows."""
    first, stop, _rest = text.partition(". ")
    return first + stop.strip()


def _unknown(code: str) -> str:
    from aktivplan.codes import CATALOGUE
    from aktivplan.nearest import nearest

    meant = nearest(code, list(CATALOGUE))
    if meant:
        return t("There is no code {value}. Did you mean {suggestion}?", value=code, suggestion=meant)
    return t("There is no code {value}. List all codes with: aktivplan explain", value=code)

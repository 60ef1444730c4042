"""Which language the command line speaks before it knows the plan, also in click's own words."""

from __future__ import annotations

import gettext
import locale
import os
from pathlib import Path

from aktivplan import i18n
from aktivplan.i18n import LANGUAGES, N_, NN_, Translator, translator

VARIABLE = "AKTIVPLAN_LANGUAGE"
"""Environment variable that chooses the language: sv, da, nb or en."""

CLICK_WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Positional arguments"),
    N_("Aborted!"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("%(prog)s, version %(version)s"),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Missing {param_type}"),
    N_("Missing command."),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("default: {default}"),
    N_("Choose from:\n\t{choices}"),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is not a directory."),
    N_("file"),
    N_("directory"),
    N_("path"),
    NN_("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    NN_("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    NN_("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    NN_("{value!r} does not match the format {format}.", "{value!r} does not match the formats {formats}."),
)
"""What click itself may print; it looks these up with gettext."""


def interface_language() -> str:
    """sv, da, nb or en: the variable's choice, else the machine's language, else English."""
    system = locale.getlocale(locale.LC_CTYPE)[0] if os.name == "nt" else None
    for wish in (os.environ.get(VARIABLE), *map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG")), system):
        if wish:
            language = {"no": "nb", "nn": "nb"}.get(wish[:2].lower(), wish[:2].lower())
            return language if language in LANGUAGES else "en"
    return "en"


def interface() -> Translator:
    """The translator for messages that no plan has chosen a language for."""
    return translator(interface_language())


def teach_click() -> None:
    """Let click's own words come from our catalogues."""
    os.environ["LANGUAGE"] = interface_language()
    gettext.bindtextdomain("aktivplan", str(Path(i18n.__file__).parent / "locale"))
    gettext.textdomain("aktivplan")

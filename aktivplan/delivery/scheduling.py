"""How a machine is told to run commands once a day: a line for cron, and a command for Windows' Task Scheduler.

Aktivplan has no service of its own that runs on. Everything here is text for a person to copy.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from datetime import time

Commands = Sequence[Sequence[str]]
"""Programs with their arguments; each program by its whole path."""
_UNFIT = re.compile(r"[\x00-\x1f\x7f]")
_POWERSHELL_QUOTES = re.compile("['\u2018\u2019\u201a\u201b]")


def crontab_line(commands: Commands, at: time) -> str:
    """A line for ``crontab -e`` that runs the commands every day at that time.

    A command is not run if one before it could not do its work (exit code 2 or higher; 1 tells of things to mend):
    nobody is to be reminded of an answer that could not be fetched.

    Raises:
        ValueError: a path holds a line break or another character that no line of cron can hold.
    """
    _check(commands)
    told = _for_shell(list(commands))
    # An unescaped percent sign ends the command for cron, in quotes too.
    return f"{at.minute} {at.hour} * * * {told}".replace("%", r"\%")


def task_scheduler_command(commands: Commands, at: time, name: str) -> str:
    r"""A command for PowerShell that makes a task of that name, run every day at that time while its owner is logged in.

    Which commands are run is as in ``crontab_line``. PowerShell's own cmdlets are used, since ``schtasks`` takes no more than 261 characters, and wants quotes within quotes.

    Raises:
        ValueError: a path holds a line break or another control character.
    """
    _check(commands)
    action = _action(commands[0]) if len(commands) == 1 else _action(_in_powershell(list(commands)))
    trigger = f"New-ScheduledTaskTrigger -Daily -At {at:%H:%M}"
    settings = "New-ScheduledTaskSettingsSet -StartWhenAvailable"
    shown = _quoted(" ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f\x7f]', " ", name).split()))
    return f"Register-ScheduledTask -TaskName {shown} -Action {action} -Trigger ({trigger}) -Settings ({settings})"


def _for_shell(commands: list[Sequence[str]]) -> str:
    first = shlex.join(commands[0])
    return f"{first}; [ $? -le 1 ] && {{ {_for_shell(commands[1:])}; }}" if commands[1:] else first


def _in_powershell(commands: list[Sequence[str]]) -> list[str]:
    """A command that runs the commands one after the other."""

    def script(rest: list[Sequence[str]]) -> str:
        first = "& " + " ".join(map(_quoted, rest[0]))
        return f"{first}; if ($LASTEXITCODE -le 1) {{ {script(rest[1:])} }}" if rest[1:] else first

    return ["powershell.exe", "-NoProfile", "-NonInteractive", "-Command", script(commands)]


def _action(command: Sequence[str]) -> str:
    program, *arguments = command
    action = f"New-ScheduledTaskAction -Execute {_quoted(program)}"
    return f"({action} -Argument {_quoted(_windows_line(arguments))})" if arguments else f"({action})"


def _windows_line(arguments: Sequence[str]) -> str:
    """The arguments on one line, as programs on Windows take them apart again."""
    from subprocess import list2cmdline

    return list2cmdline(arguments)


def _quoted(text: str) -> str:
    """The text as PowerShell has it in single quotes, of which it knows five kinds."""
    doubled = _POWERSHELL_QUOTES.sub(lambda found: found[0] * 2, text)
    return f"'{doubled}'"


def _check(commands: Commands) -> None:
    for part in (part for command in commands for part in command):
        if _UNFIT.search(part):
            raise ValueError(part)

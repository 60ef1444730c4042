"""Lines for cron and for Windows' Task Scheduler."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivplan.delivery.scheduling import crontab_line, task_scheduler_command

AT = time(7, 5)
NAMES = ["enkel", "Åtgärder 100 %", 'it\'s "så"', "$HOME `id`", "a\\b;c & d"]


def run_as_cron(line: str) -> str:
    """What the line's command says, run by a shell as cron would run it."""
    minute, hour, *days, command = line.split(" ", 5)
    assert (minute, hour, days) == ("5", "7", ["*", "*", "*"])
    assert not re.search(r"(?<!\\)%", command)
    shell = ["/bin/sh", "-c", command.replace(r"\%", "%")]
    return subprocess.run(shell, check=False, capture_output=True, text=True, timeout=30).stdout


def program(tmp_path: Path, name: str, code: int) -> str:
    """A program that says its arguments and ends with that exit code."""
    path = tmp_path / name
    path.write_text(
        f"#!{sys.executable}\nimport sys\nprint(sys.argv[1:])\nsys.exit({code})\n", encoding="utf-8"
    )
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize("name", NAMES)
def test_a_line_for_cron_runs_the_command_with_its_arguments_as_they_are(tmp_path: Path, name: str) -> None:
    say = program(tmp_path, "säg till", 0)
    assert run_as_cron(crontab_line([[say, "-C", f"/plan/{name}", "send", "reminder"]], AT)) == (
        f"{['-C', f'/plan/{name}', 'send', 'reminder']}\n"
    )


@pytest.mark.parametrize(
    ("code", "said"), [(0, "['a']\n['b']\n['c']\n"), (1, "['a']\n['b']\n['c']\n"), (2, "['a']\n")]
)
def test_commands_go_on_as_long_as_each_could_do_its_work(tmp_path: Path, code: int, said: str) -> None:
    first, others = program(tmp_path, "first", code), program(tmp_path, "others", 1)
    assert run_as_cron(crontab_line([[first, "a"], [others, "b"], [others, "c"]], AT)) == said


def test_a_task_of_one_command_is_run_as_it_is() -> None:
    command = [
        "C:\\Program Files\\Aktivplan\\aktivplan.exe",
        "-C",
        "C:\\Planer\\Åsas plan's 100 %",
        "send",
        "reminder",
    ]
    assert task_scheduler_command([command], AT, "Aktivplan: Barn/unga") == (
        "Register-ScheduledTask -TaskName 'Aktivplan Barn unga' "
        "-Action (New-ScheduledTaskAction -Execute 'C:\\Program Files\\Aktivplan\\aktivplan.exe' "
        "-Argument '-C \"C:\\Planer\\Åsas plan''s 100 %\" send reminder') "
        "-Trigger (New-ScheduledTaskTrigger -Daily -At 07:05) "
        "-Settings (New-ScheduledTaskSettingsSet -StartWhenAvailable)"
    )


def test_a_task_of_several_commands_stops_where_one_could_not_do_its_work() -> None:
    told = task_scheduler_command([["C:\\a b.exe", "x"], ["C:\\a b.exe", "y"]], AT, "Aktivplan")
    assert (
        "-Argument '-NoProfile -NonInteractive -Command "
        "\"& ''C:\\a b.exe'' ''x''; if ($LASTEXITCODE -le 1) { & ''C:\\a b.exe'' ''y'' }\"'"
    ) in told


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_no_name_ends_powershells_quotes(name: str) -> None:
    told = task_scheduler_command([["C:\\a.exe", name]], AT, name)
    outside = re.sub("(['‘’‚‛])(?:[^'‘’‚‛]|(['‘’‚‛])\\2)*(['‘’‚‛])", "§", told)
    assert outside.startswith(
        "Register-ScheduledTask -TaskName § -Action (New-ScheduledTaskAction -Execute § -Argument §)"
    )


@pytest.mark.parametrize(
    "write", [crontab_line, lambda commands, at: task_scheduler_command(commands, at, "x")]
)
def test_a_path_that_no_line_can_hold_is_refused(write: object) -> None:
    with pytest.raises(ValueError, match="plan"):
        write([["aktivplan", "/plan\n* * * * * rm"]], AT)  # type: ignore[operator] # one of the two above

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivplan.intake.containers.names import distinct, shown_name, shown_path


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("BUF.xlsx", "BUF.xlsx"),
        ("fo\u0308rskola.xlsx", "förskola.xlsx"),
        ("C:\\Users\\Eva\\plan.xlsx", "plan.xlsx"),
        ("../../plan.xlsx", "plan.xlsx"),
        ("plan\u202excod.xlsx", "planxcod.xlsx"),
        ("plan\r\n  2026.xlsx", "plan 2026.xlsx"),
        ("plan\x00.xlsx", "plan.xlsx"),
        ("pl\udce5n.xlsx", "pl\ufffdn.xlsx"),
        ("..", ""),
        ("", ""),
    ],
)
def test_a_name_is_shown_as_one_step_of_letters_that_can_be_seen(raw: str, shown: str) -> None:
    assert shown_name(raw) == shown


def test_a_long_name_keeps_its_beginning_and_its_suffix() -> None:
    shown = shown_name("å" * 400 + ".xlsx")
    assert len(shown) == 150
    assert shown.endswith("å.xlsx")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Skolor/Vik/BUF.xlsx", "Skolor/Vik/BUF.xlsx"),
        ("./Skolor//BUF.xlsx", "Skolor/BUF.xlsx"),
        ("Skolor/../../BUF.xlsx", "BUF.xlsx"),
        ("/etc/BUF.xlsx", "BUF.xlsx"),
        ("Skolor\\BUF.xlsx", "BUF.xlsx"),
        ("c:BUF.xlsx", "c:BUF.xlsx"),
    ],
)
def test_of_a_path_that_leads_elsewhere_only_the_last_step_is_shown(raw: str, shown: str) -> None:
    assert shown_path(raw) == shown


def test_names_that_are_the_same_are_told_apart_but_not_as_copies() -> None:
    assert distinct(["plan.xlsx", "Plan.xlsx", "a/plan.xlsx", "plan.xlsx"]) == [
        "plan.xlsx",
        "Plan [2].xlsx",
        "a/plan.xlsx",
        "plan [3].xlsx",
    ]


@given(st.lists(st.text(st.characters(), max_size=30)))
def test_whatever_the_names_are_no_two_end_up_the_same_and_none_leads_elsewhere(raw: list[str]) -> None:
    shown = distinct(shown_path(name) or "1" for name in raw)
    assert len({name.casefold() for name in shown}) == len(raw)
    assert all(name.encode() for name in shown)
    assert not any(step in ("", ".", "..") for name in shown for step in name.split("/"))

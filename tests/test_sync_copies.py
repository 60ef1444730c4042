from __future__ import annotations

import pytest

from aktivplan.sync_copies import are_copies, has_marks, name_without_marks


@pytest.mark.parametrize(
    "name",
    [
        "BUF plan.xlsx",
        "Svar/2026/BUF plan.xlsx",
        "BUF plan (1).xlsx",
        "BUF plan (1) (2).xlsx",
        "BUF plan-DESKTOP-AB12CD.xlsx",
        "BUF plan-LAPTOP-7H2K-2.xlsx",
        "BUF plan – kopia.xlsx",
        "BUF plan - Kopi (3).xlsx",
        "BUF plan kopia 2.xlsx",
        "Kopia av BUF plan.xlsx",
        "Copy of Kopi af BUF plan.xlsx",
        "BUF plan (Anna Larssons konflikterande kopia 2026-11-03).xlsx",
        "BUF plan (Annas konfliktkopi 2026-11-03).xlsx",
        "BUF plan (Kari sin motstridende kopi 2026-11-03).xlsx",
        "BUF plan (conflicted copy 2026-11-03 101010).xlsx",
        "BUF plan [Conflict].xlsx",
        "BUF plan.sync-conflict-20261103-101010-ABCDEFG.xlsx",
    ],
)
def test_what_copying_adds_to_a_name_is_taken_off(name: str) -> None:
    assert name_without_marks(name) == "BUF plan"


def test_an_addition_is_known_from_a_name_without_one() -> None:
    assert has_marks("Svar/BUF plan (1).xlsx")
    assert not has_marks("Svar (1)/BUF plan.xlsx")


@pytest.mark.parametrize(
    "name", ["Plan (2027)", "SKO-1", "BUF plan-ny", "Kopia", "(1)", "Kopieringsplan", "Plan för PC-salen"]
)
def test_what_belongs_to_the_name_stays(name: str) -> None:
    assert name_without_marks(f"{name}.xlsx") == name
    assert not has_marks(f"{name}.xlsx")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("BUF plan.xlsx", "BUF plan (1).xlsx"),
        ("gammalt/BUF plan (1).xlsx", "nytt/BUF plan (2).xlsx"),
        ("BUF plan.xlsx", "BUF plan-KOMMUN-4711.xlsx"),
        ("BUF plan – kopia.xlsx", "buf plan.xlsx"),
    ],
)
def test_copies_are_told_by_their_names(one: str, other: str) -> None:
    assert are_copies(one, other)
    assert are_copies(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.eml/BUF plan.xlsx", "b.eml/BUF plan.xlsx"),
        ("BUF plan.xlsx", "BUF plan rättad.xlsx"),
        ("BUF plan.xlsx", "BUF plan-ny.xlsx"),
        ("BUF plan.xlsx", "BUF plan_v2.xlsx"),
        ("BUF plan.xlsx", "SOC plan (1).xlsx"),
    ],
)
def test_other_names_are_no_copies(one: str, other: str) -> None:
    assert not are_copies(one, other)

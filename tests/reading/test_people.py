"""Several people in one cell."""

from __future__ import annotations

import pytest

from aktivplan.reading.people import people_in

UNITS = frozenset({"buf", "soc", "kof", "kultur och fritid", "barn- och utbildningsförvaltningen"})


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Eva Lind och Ali Demir", ("Eva Lind", "Ali Demir")),
        ("Eva Lind, Ali Demir och Bo Falk", ("Eva Lind", "Ali Demir", "Bo Falk")),
        ("Rektor Eva Lind samt kurator Bo Ek", ("Rektor Eva Lind", "kurator Bo Ek")),
        ("Claus Herbert og Mette Holm-Larsen", ("Claus Herbert", "Mette Holm-Larsen")),
        ("Eva Lind/Ali Demir", ("Eva Lind", "Ali Demir")),
        ("Rektor; kurator", ("Rektor", "kurator")),
        ("• Eva Lind\n• Ali Demir", ("Eva Lind", "Ali Demir")),
        ("BUF, SOC och KOF", ("BUF", "SOC", "KOF")),
        ("Åsa Öberg och Östen Ål", ("Åsa Öberg", "Östen Ål")),
    ],
)
def test_people_who_are_surely_several_are_taken_apart(text: str, people: tuple[str, ...]) -> None:
    assert people_in(text, UNITS) == people


@pytest.mark.parametrize(
    "text",
    [
        "Eva Lind",
        "Rektor, Vikskolan",
        "Kultur och fritid",
        "Barn- och utbildningsförvaltningen",
        "Rektor och förskolechef",
        "Enhetschef Lena Hallström, Socialförvaltningen",
        "Barn- och ungdomschef",
        "-",
    ],
)
def test_what_may_be_one_stays_one(text: str) -> None:
    assert people_in(text, UNITS) == (text,)

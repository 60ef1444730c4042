"""Texts that say no more than that what is meant stands elsewhere."""

from __future__ import annotations

import pytest

from aktivplan.checking import check_submission
from aktivplan.checking.pointers import points_elsewhere
from aktivplan.findings import Place
from aktivplan.records import Record, Value
from tests.support import activity, make_plan, make_submission

PLAN = make_plan()


@pytest.mark.parametrize(
    "text",
    [
        *("se rad 1", "Se bilaga", "se bilaga 2.", "Se bifogad fil", "(se bilagan)", "Se FSK-001", "se nr 3"),
        *("samma som aktivitet 1.2", "jfr punkt 2", "enligt bifogad plan", "se rad 3 ovan"),
        *("se række 2", "Se bilaget", "se vedhæftet plan", "se vedlegg 1", "samme som nr. 4", "see attached"),
    ],
)
def test_what_only_points_elsewhere_is_known(text: str) -> None:
    assert points_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Se över rutinerna", "enligt plan", "som rektor", "Enligt budget", "Samma som förra året"),
        *("Se bilaga 2, och gå igenom den med alla", "se till att alla vet", "Rad 3", ""),
    ],
)
def test_what_says_something_itself_is_not(text: str) -> None:
    assert not points_elsewhere(text)


def test_a_pointer_is_told() -> None:
    record = activity(PLAN, "BUF", 1, text="Se bilaga 2", ansvarig=Value("se rad 3", "se rad 3"))
    found = check_submission(PLAN, make_submission(PLAN, "BUF", record))
    assert [(one.code, one.place.cell) for one in found] == [
        ("cell-points-elsewhere", "C6"),
        ("cell-points-elsewhere", "D6"),
    ]


def test_a_row_that_is_the_forms_own_example_is_told() -> None:
    from aktivplan.definition.preset import load_preset

    plan = load_preset("verksamhetsplan")
    table = plan.tables[0]
    example = {field.key: Value(field.example, field.example) for field in table.public_fields}
    own = example | {"ansvarig": Value("Eva Lind", "Eva Lind")}
    records = [
        Record("EX1-001", "EX1", table.key, values, Place("a.xlsx", "A", number))
        for number, values in enumerate((example, own), start=6)
    ]
    found = check_submission(plan, make_submission(plan, "EX1", *records))
    assert [(one.code, one.place.row) for one in found if one.code == "row-is-example"] == [
        ("row-is-example", 6)
    ]

"""Every row of the tables of time expressions."""

from __future__ import annotations

import pytest

from tests.reading.period.expressions import Expression, expressions, told


@pytest.mark.parametrize("expression", expressions("A"), ids=str)
def test_what_is_settled_is_understood_exactly(expression: Expression) -> None:
    assert told(expression.period) == expression.expected


@pytest.mark.parametrize("expression", expressions("B"), ids=str)
def test_what_is_convention_is_understood_by_the_convention(expression: Expression) -> None:
    assert told(expression.period) == expression.expected


@pytest.mark.parametrize("expression", expressions("C"), ids=str)
def test_what_is_ambiguous_is_read_as_decided_and_a_person_is_told_why(expression: Expression) -> None:
    period = expression.period
    assert told(period) == expression.expected
    assert period.confidence == "C" or period.kind == "unparsed"
    assert period.note


def test_no_one_is_asked_to_look_at_what_is_settled() -> None:
    assert [str(one) for one in expressions("A") if one.period.confidence == "C"] == []

"""Cells that do not say plainly what they mean: what was made of them is told."""

from __future__ import annotations

from datetime import date

import pytest

from aktivplan.checking import check_submission
from aktivplan.records import Note, Value
from tests.support import every_type_table, make_plan, make_record, make_submission

PLAN = make_plan(tables=(every_type_table(),))


def found(key: str, value: Value) -> list[tuple[str, dict[str, object]]]:
    record = make_record(PLAN, "BUF", 1, {})
    column = [field.key for field in PLAN.tables[0].public_fields].index(key) + 2
    placed = Value(value.text, value.parsed, column, value.note)
    record = type(record)(record.id, "BUF", record.table, {key: placed}, record.place)
    told = check_submission(PLAN, make_submission(PLAN, "BUF", record))
    return [(one.code, dict(one.arguments)) for one in told]


@pytest.mark.parametrize(
    ("key", "value", "code", "read"),
    [
        ("f_text", Value("#REF!", None, 0, Note.ERROR), "cell-error", None),
        ("f_number", Value("=A1+1", None, 0, Note.UNCALCULATED), "cell-uncalculated", None),
        ("f_date", Value("46477", date(2027, 3, 31), 0, Note.SERIAL), "date-from-serial", date(2027, 3, 31)),
        ("f_money", Value("ca 50 tkr", 50000.0, 0, Note.ROUGHLY), "number-roughly", "50 000"),
        ("f_percent", Value("0,8", 0.8, 0, Note.SHARE), "percent-read", "80 %"),
        ("f_percent", Value("1", 1, 0, Note.SHARE), "percent-read", "100 %"),
        ("f_text", Value("abc", "abc", 0, Note.CLEANED), "text-cleaned", None),
    ],
)
def test_a_note_is_told_once_with_what_was_read(key: str, value: Value, code: str, read: object) -> None:
    ((told, arguments),) = found(key, value)
    shown = arguments.get("read", arguments.get("day"))
    assert (told, shown.replace("\xa0", " ") if isinstance(shown, str) else shown) == (code, read)


def test_a_text_that_no_cell_can_hold_is_told() -> None:
    ((code, arguments),) = found("f_longtext", Value("x" * 32_768, "x" * 32_768))
    assert (code, arguments["count"]) == ("text-too-long", 32_768)


def test_a_plain_value_has_nothing_told() -> None:
    assert found("f_percent", Value("80 %", 0.8)) == []

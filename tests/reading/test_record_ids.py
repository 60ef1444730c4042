from __future__ import annotations

import pytest

from aktivplan.findings import Finding, Place
from aktivplan.reading import record_ids
from aktivplan.reading.record_ids import PrintedId
from tests.support import activities_table


def give_ids(
    unit: str, rows: list[PrintedId], code: str = "A"
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """The ids as texts, and the findings."""
    ids, findings = record_ids.give_ids(unit, activities_table(code=code), rows)
    return tuple(one.text for one in ids), findings


def printed(*texts: str) -> list[PrintedId]:
    """Rows from row 6 on; "(…)" stands for a row that has its id and nothing else."""
    return [
        PrintedId(text.strip("()"), Place("f.xlsx", "Aktiviteter", row), 1, not text.startswith("("))
        for row, text in enumerate(texts, start=6)
    ]


def test_printed_ids_hold() -> None:
    assert give_ids("BUF", printed("BUF-A001", "buf-a003 ")) == (("BUF-A001", "BUF-A003"), ())


def test_rows_without_one_get_numbers_after_the_highest_printed() -> None:
    ids, findings = give_ids("BUF", printed("BUF-A001", "", "(BUF-A030)", ""))
    assert (ids, findings) == (("BUF-A001", "BUF-A031", "BUF-A032"), ())


def test_a_second_row_with_the_same_id_gets_a_new_one_and_is_told() -> None:
    ids, (finding,) = give_ids("BUF", printed("BUF-A001", "BUF-A001"))
    assert ids == ("BUF-A001", "BUF-A002")
    assert (finding.code, finding.record, finding.place.cell) == ("record-id-duplicate", "BUF-A002", "A7")
    assert dict(finding.arguments) == {"value": "BUF-A001", "first": 6, "given": "BUF-A002"}


def test_a_copied_id_on_an_empty_row_is_nothing_to_tell() -> None:
    assert give_ids("BUF", printed("(BUF-A001)", "BUF-A001")) == (("BUF-A001",), ())


def test_an_id_of_another_unit_or_table_is_told() -> None:
    ids, findings = give_ids("BUF", printed("SOC-A001", "BUF-001"))
    assert ids == ("BUF-A001", "BUF-A002")
    assert [finding.code for finding in findings] == ["record-id-foreign"] * 2
    assert dict(findings[0].arguments) == {"value": "SOC-A001", "given": "BUF-A001"}


def test_an_unknown_unit_has_numbers_all_the_same_and_nothing_more_is_told_of_them() -> None:
    assert give_ids("", printed("BUF-A001", "")) == (("?-A001", "?-A002"), ())


@pytest.mark.parametrize("text", ["buf a3", "BUF–A003", "BUF - A 03", "BUFA3", "3", "003"])
def test_an_id_written_otherwise_is_understood_and_told(text: str) -> None:
    ids, (finding,) = give_ids("BUF", printed("BUF-A001", text))
    assert ids == ("BUF-A001", "BUF-A003")
    assert (finding.code, finding.place.cell) == ("record-ids-read", "A7")
    assert dict(finding.arguments) == {"value": text, "given": "BUF-A003", "count": 1}


def test_a_column_of_bare_numbers_is_told_once() -> None:
    ids, (finding,) = give_ids("BUF", printed("1", "2", "4"), code="")
    assert ids == ("BUF-001", "BUF-002", "BUF-004")
    assert dict(finding.arguments)["count"] == 3


def test_a_number_that_another_row_has_printed_is_given_anew() -> None:
    ids, (finding,) = give_ids("BUF", printed("1", "BUF-A001"))
    assert ids == ("BUF-A002", "BUF-A001")
    assert (finding.code, dict(finding.arguments)["first"]) == ("record-id-duplicate", 7)


@pytest.mark.parametrize("text", ["1.1", "0", "2027", "BUF-B003", "SOC 3", "BUF", "A3"])
def test_what_is_no_number_of_the_unit_is_not_made_into_one(text: str) -> None:
    ids, (finding,) = give_ids("BUF", printed(text))
    assert (ids, finding.code) == (("BUF-A001",), "record-id-foreign")


def test_it_is_known_whether_an_id_was_printed_or_given() -> None:
    ids, _ = record_ids.give_ids("BUF", activities_table(code="A"), printed("BUF-A001", "", "2"))
    assert [one.printed for one in ids] == [True, False, True]

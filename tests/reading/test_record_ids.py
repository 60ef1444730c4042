from __future__ import annotations

from aktivplan.findings import Place
from aktivplan.reading.record_ids import PrintedId, give_ids
from tests.support import activities_table

TABLE = activities_table(code="A")


def printed(*texts: str) -> list[PrintedId]:
    """Rows from row 6 on; "(…)" stands for a row that has its id and nothing else."""
    return [
        PrintedId(text.strip("()"), Place("f.xlsx", "Aktiviteter", row, 1), not text.startswith("("))
        for row, text in enumerate(texts, start=6)
    ]


def test_printed_ids_hold() -> None:
    assert give_ids("BUF", TABLE, printed("BUF-A001", "buf-a003 ")) == (("BUF-A001", "BUF-A003"), ())


def test_rows_without_one_get_numbers_after_the_highest_printed() -> None:
    ids, findings = give_ids("BUF", TABLE, printed("BUF-A001", "", "(BUF-A030)", ""))
    assert (ids, findings) == (("BUF-A001", "BUF-A031", "BUF-A032"), ())


def test_a_second_row_with_the_same_id_gets_a_new_one_and_is_told() -> None:
    ids, (finding,) = give_ids("BUF", TABLE, printed("BUF-A001", "BUF-A001"))
    assert ids == ("BUF-A001", "BUF-A002")
    assert (finding.code, finding.record, finding.place.cell) == ("record-id-duplicate", "BUF-A002", "A7")
    assert dict(finding.arguments) == {"value": "BUF-A001", "first": 6, "given": "BUF-A002"}


def test_a_copied_id_on_an_empty_row_is_nothing_to_tell() -> None:
    assert give_ids("BUF", TABLE, printed("(BUF-A001)", "BUF-A001")) == (("BUF-A001",), ())


def test_an_id_of_another_unit_or_table_is_told() -> None:
    ids, findings = give_ids("BUF", TABLE, printed("SOC-A001", "BUF-001"))
    assert ids == ("BUF-A001", "BUF-A002")
    assert [finding.code for finding in findings] == ["record-id-foreign"] * 2
    assert dict(findings[0].arguments) == {"value": "SOC-A001", "given": "BUF-A001"}


def test_an_unknown_unit_has_numbers_all_the_same_and_nothing_more_is_told_of_them() -> None:
    assert give_ids("", TABLE, printed("BUF-A001", "")) == (("?-A001", "?-A002"), ())

"""Long tables: rows alike are looked through quickly, and whatever is wrong in any of them is told with its place."""

from __future__ import annotations

import pytest

from aktivplan.linting.thinning import thinned
from tests.linting.documents import HEAD, OPENING, cell, codes, lint, p, row, table

HEADS = row("Nr", "Aktivitet", properties=HEAD)


def rows(count: int = 25, **others: str) -> list[str]:
    """So many rows alike; ``others`` stand in the place of some ("row_40")."""
    alike = [row(f"SKO-{number:03}", f"Möte nummer {number}") for number in range(count)]
    for name, other in others.items():
        alike[int(name.removeprefix("row_"))] = other
    return alike


def link(anchor: str, text: str) -> str:
    return f'<w:p><w:hyperlink w:anchor="{anchor}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink></w:p>'


def test_of_rows_that_differ_in_their_words_alone_few_are_left() -> None:
    text = OPENING + table(HEADS, *rows())
    found = thinned([text.encode()])
    assert (found.left.count(b"<w:tr>"), found.rows, found.paragraphs) == (2, 24, 48)


def test_rows_are_found_alike_over_the_ends_of_pieces() -> None:
    opening, *pieces = (f"{OPENING}{table(HEADS, *rows())}").replace("</w:tr>", "</w:tr>|").split("|")
    whole = thinned([f"{opening}{''.join(pieces)}".encode()])
    together = [opening, *(f"{one}{other}" for one, other in zip(pieces[::2], pieces[1::2], strict=True))]
    for some in ([opening, *pieces], together):
        assert thinned([one.encode() for one in some]) == whole


def test_a_long_table_without_a_fault_has_nothing_to_mend() -> None:
    assert codes(table(HEADS, *rows())) == []


@pytest.mark.parametrize(
    ("other", "code"),
    [
        (row("SKO-020", ""), "cell-blank"),
        (row("SKO-020", cell(p("• ett") + p("• två"))), "list-typed"),
        (row("SKO-020", cell(p("Text", run='<w:color w:val="999999"/>'))), "contrast-low"),
        (row("SKO-020", cell("Två", '<w:vMerge w:val="restart"/>')), "table-merged"),
        (row("SKO-020", "Två     ord"), "blanks-repeated"),
        (row("SKO-020", link("finns_inte", "Enheten Skolan")), "link-broken"),
        (row("SKO-020", link("_top", "här")), "link-vague"),
        (row("SKO-020", "Delad", properties=""), "rows-split"),
    ],
)
def test_a_fault_deep_in_a_long_table_is_told(other: str, code: str) -> None:
    assert codes(table(HEADS, *rows(row_20=other))) == [code]


def test_the_place_of_a_fault_counts_the_rows_alike_before_it() -> None:
    (found,) = (
        one for one in lint(table(HEADS, *rows(row_20=row("SKO-020", "")))) if one.code == "cell-blank"
    )
    assert (found.place.row, found.place.column) == (22, 2)


def test_the_same_fault_in_many_rows_alike_is_counted_in_each() -> None:
    grey = [row(f"SKO-{n:03}", cell(p("Text", run='<w:color w:val="999999"/>'))) for n in range(25)]
    assert codes(table(HEADS, *grey)).count("contrast-low") == 25


def test_a_list_typed_in_every_row_is_told() -> None:
    typed = [row(f"SKO-{n:03}", cell(p(f"1. ett {n}") + p(f"2. två {n}"))) for n in range(5)]
    assert codes(table(HEADS, *typed)).count("list-typed") == 5


def test_a_link_to_a_bookmark_in_a_row_that_was_passed_over_is_whole() -> None:
    def anchored(number: int) -> str:
        mark = f'<w:bookmarkStart w:id="{number}" w:name="rad_{number}"/><w:bookmarkEnd w:id="{number}"/>'
        return row(cell(f"<w:p>{mark}<w:r><w:t>SKO-{number:03}</w:t></w:r></w:p>"), "Möte")

    marked = [anchored(number) for number in range(25)]
    assert codes(link("rad_20", "SKO-020") + table(HEADS, *marked)) == []
    assert codes(link("rad_31", "SKO-031") + table(HEADS, *marked)) == ["link-broken"]


def test_a_long_text_is_long_though_its_rows_are_passed_over() -> None:
    assert "heading-missing" in codes(table(HEADS, *rows(200)))


@pytest.mark.parametrize(
    ("anchor", "text", "code"), [("nowhere", "SKO-020", "link-broken"), ("_top", "här", "link-vague")]
)
def test_links_of_rows_that_were_passed_over_are_looked_at(anchor: str, text: str, code: str) -> None:
    linked = [row(cell(link("_top", f"SKO-{number:03}")), "Möte") for number in range(25)]
    linked[20] = row(cell(link(anchor, text)), "Möte")
    assert codes(table(HEADS, *linked)) == [code]

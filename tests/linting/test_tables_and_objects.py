"""Tables, pictures, text boxes and content controls of a document."""

from __future__ import annotations

import pytest

from tests.linting.documents import HEAD, LOOK, TITLE, cell, codes, lint, p, picture, row, table

HEADS = row("Mål", "Tid", properties=HEAD)
ROW = row("1.1", "maj")


def test_a_table_without_a_heading_row_is_told_by_its_number() -> None:
    found = lint(table() + table(ROW))
    assert [(one.code, dict(one.arguments)) for one in found] == [("table-without-heading", {"table": 2})]


def test_a_heading_row_is_also_marked_in_the_tables_look() -> None:
    assert codes(table(HEADS, ROW, properties=TITLE)) == ["table-first-row"]
    assert codes(table(HEADS, ROW, properties='<w:tblLook w:val="0020"/>' + TITLE)) == []


@pytest.mark.parametrize(
    "rows",
    [
        (HEADS, row(cell("Allt", '<w:gridSpan w:val="2"/>'))),
        (HEADS, row(cell("1.1", '<w:vMerge w:val="restart"/>'), "maj")),
        (HEADS, row("1.1")),
        (HEADS, row("1.1", properties='<w:cantSplit/><w:gridBefore w:val="1"/>')),
    ],
)
def test_merged_and_split_cells_are_told(rows: tuple[str, ...]) -> None:
    assert codes(table(*rows)) == ["table-merged"]


def test_a_table_within_a_table_is_told() -> None:
    inner = table(HEADS, ROW).removesuffix(p("Efter")) + p()
    assert codes(table(HEADS, row(cell(inner), "maj"))) == ["table-nested"]


@pytest.mark.parametrize(
    "properties",
    ['<w:tblW w:w="11000" w:type="dxa"/>', '<w:tblW w:w="5500" w:type="pct"/>', '<w:tblW w:w="120%"/>'],
)
def test_a_table_that_reaches_over_the_margin_is_told(properties: str) -> None:
    assert codes(table(properties=properties + LOOK + TITLE)) == ["table-wide"]


def test_the_columns_tell_the_width_where_the_table_does_not() -> None:
    assert codes(table(grid=(6000, 6000))) == ["table-wide"]
    assert codes(table(grid=(4900, 4900))) == []


def test_more_than_six_columns_are_noted() -> None:
    assert codes(table(row(*"ABCDEFG", properties=HEAD))) == ["table-many-columns"]


def test_a_table_without_a_description_and_rows_that_may_be_split_are_noted() -> None:
    assert codes(table(HEADS, row("1.1", "maj", properties=""), properties=LOOK)) == [
        "table-untitled",
        "rows-split",
    ]


def test_a_description_of_blanks_is_none_among_many_tables_each_with_its_own() -> None:
    def titled(title: str) -> str:
        return table(HEADS, row("1.1", "maj"), properties=f'{LOOK}<w:tblCaption w:val="{title}"/>')

    described = [titled(f"Tabell {number}") for number in range(40)]
    assert "table-untitled" not in codes("".join(described))
    described[30] = titled("  ")
    (found,) = (one for one in lint("".join(described)) if one.code == "table-untitled")
    assert dict(found.arguments) == {"table": 31}


def test_a_list_typed_after_the_descriptions_of_many_tables_is_told() -> None:
    def listed(number: int) -> str:
        caption = f'{LOOK}<w:tblCaption w:val="{"Tabell" * number}"/>'
        heads = row(cell(p("• ett") + p("• två")), "Tid", properties=HEAD)
        return table(heads, ROW, properties=caption)

    assert codes("".join(map(listed, range(1, 41)))).count("list-typed") == 40


def test_a_blank_cell_is_told_with_its_place() -> None:
    found = lint(table(HEADS, row("1.1", "")))
    assert [(one.code, dict(one.arguments), one.place[2:]) for one in found] == [
        ("cell-blank", {"table": 1, "line": 2, "position": 2}, (2, 2))
    ]


def test_a_cell_with_a_picture_is_not_blank() -> None:
    assert codes(table(HEADS, row("1.1", cell(picture('descr="Karta över skolorna"'))))) == []


def test_a_cell_that_only_has_a_colour_is_told_as_such() -> None:
    red = cell("", '<w:shd w:val="clear" w:fill="FF0000"/>')
    assert codes(table(HEADS, row("1.1", red))) == ["colour-alone"]


@pytest.mark.parametrize("attributes", ["", 'descr=""', 'descr="image3.png"', 'descr="Bild 1"'])
def test_a_picture_says_what_it_shows(attributes: str) -> None:
    assert codes(picture(attributes)) == ["picture-without-text"]


def test_a_picture_may_be_decorative() -> None:
    inside = '<a:extLst xmlns:a="a"><a:ext><adec:decorative val="1"/></a:ext></a:extLst>'
    assert codes(picture("", inside=inside)) == []


def test_alternative_text_is_no_longer_than_can_be_heard() -> None:
    assert codes(picture(f'descr="{"Ord " * 63}"')) == ["picture-text-long"]


def test_a_picture_beside_the_text_is_told() -> None:
    assert codes(picture('descr="Karta över skolorna"', kind="anchor")) == ["object-floating"]


def test_a_text_box_is_told_once_and_its_older_twin_not_at_all() -> None:
    box = "<w:txbxContent>" + p("Ring Eva") + "</w:txbxContent>"
    body = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:docPr id="1" name="Textruta 1" descr="Kontaktuppgifter"/>{box}</wp:anchor></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape>{box}</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert codes(body) == ["object-floating"]


def test_an_old_picture_needs_alternative_text_too() -> None:
    old = '<w:p><w:r><w:pict><v:shape id="Bild"{}><v:imagedata/></v:shape></w:pict></w:r></w:p>'
    assert codes(old.format("")) == ["picture-without-text"]
    assert codes(old.format(' alt="Karta över skolorna"')) == []


def test_a_watermark_in_the_footer_is_told() -> None:
    footer = (
        '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"><w:p><w:r><w:pict><v:shape>'
        '<v:textpath string="UTKAST"/></v:shape></w:pict></w:r></w:p></w:ftr>'
    )
    assert codes(footer=footer) == ["watermark"]


def test_a_content_control_has_a_title() -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>" + p("Datum") + "</w:sdtContent></w:sdt>"
    assert codes(control.format("")) == ["control-untitled"]
    assert codes(control.format('<w:alias w:val="Datum för godkännande"/>')) == []
    assert codes(control.format("<w:docPartObj/>")) == []

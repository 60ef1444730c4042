"""What Nordic law and Word's own checker ask of a document, one rule a test."""

from __future__ import annotations

from itertools import pairwise

import pytest

from aktivplan.definition.models import Plan
from aktivplan.rendering.figures.figure import Figure
from tests.rendering.handbook.documents import (
    Handbook,
    W,
    make_edition,
    one_pixel,
    small_edition,
    style_of,
    text_of,
    wide_table,
)
from tests.support import activity, make_plan, make_record, make_settings, value

PNG = one_pixel()
FIGURE = Figure(PNG, 16.0, 8.0, "Tidslinje för 2027: tre rader")


def full_plan() -> Plan:
    """A table that is shown as a table, and one with too many fields for it."""
    plan = make_plan()
    return make_plan(tables=(plan.tables[0], wide_table()))


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    plan = full_plan()
    return Handbook(
        make_edition(
            plan,
            activity(
                plan,
                "BUF",
                1,
                aktivitet=value("Kartlägg:\n• förskolor\n• skolor\n\nSedan:\n1. tolka\n2. besluta"),
            ),
            activity(plan, "SOC", 1, goal="2.1", resurser=value("")),
            make_record(plan, "BUF", 1, {"f_text": value("Ett ord")}, table="allt"),
        ),
        FIGURE,
    )


@pytest.mark.parametrize(
    ("language", "tag"), [("sv", "sv-SE"), ("da", "da-DK"), ("nb", "nb-NO"), ("en", "en-GB")]
)
def test_the_document_says_its_language(language: str, tag: str) -> None:
    plan = make_plan(settings=make_settings(language=language))
    handbook = Handbook(make_edition(plan, activity(plan, "BUF", 1)))
    lang = handbook.part("word/styles.xml").find(f".//{W}docDefaults//{W}lang")
    assert lang is not None
    assert lang.get(f"{W}val") == tag
    assert f"<dc:language>{tag}</dc:language>".encode() in handbook.parts["docProps/core.xml"]
    assert not any(b"en-US" in part for part in handbook.parts.values())


def test_the_document_says_its_title_and_who_made_it(handbook: Handbook) -> None:
    core = handbook.parts["docProps/core.xml"].decode()
    assert "<dc:title>Handlingsplan för barnets rättigheter</dc:title>" in core
    assert "<dc:creator>Lindesjö kommun</dc:creator>" in core


def test_nothing_names_the_library(handbook: Handbook) -> None:
    assert not any(b"python-docx" in part.lower() for part in handbook.parts.values())


def test_heading_styles_are_words_own(handbook: Handbook) -> None:
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")  # type: ignore[union-attr]
        for style in handbook.part("word/styles.xml").iter(f"{W}style")
    }
    assert [names[f"Heading{level}"] for level in range(1, 10)] == [f"heading {n}" for n in range(1, 10)]
    assert names["TOC1"] == "toc 1"
    assert names["Caption"] == "caption"


def test_every_style_named_in_the_text_exists(handbook: Handbook) -> None:
    known = {style.get(f"{W}styleId") for style in handbook.part("word/styles.xml").iter(f"{W}style")}
    used = {one.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for one in handbook.all(tag)}
    assert used <= known


def test_heading_levels_are_never_skipped(handbook: Handbook) -> None:
    levels = [0, *(level for level, _text in handbook.headings)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_heading_row_that_repeats(handbook: Handbook) -> None:
    for table in handbook.all("tbl"):
        first, *others = table.findall(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
        assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"  # type: ignore[union-attr]


def test_no_row_splits_across_pages(handbook: Handbook) -> None:
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in handbook.all("tr"))


def test_no_cell_is_merged_and_no_table_stands_in_another(handbook: Handbook) -> None:
    assert not list(handbook.all("gridSpan"))
    assert not list(handbook.all("vMerge"))
    assert all(table.find(f".//{W}tc//{W}tbl") is None for table in handbook.all("tbl"))


def test_every_row_has_as_many_cells_as_the_grid(handbook: Handbook) -> None:
    for table in handbook.all("tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        assert {len(row.findall(f"{W}tc")) for row in table.findall(f"{W}tr")} == {columns}
        assert columns <= 7


def test_tables_have_fixed_widths_within_the_margins(handbook: Handbook) -> None:
    for table in handbook.all("tbl"):
        widths = [int(column.get(f"{W}w", 0)) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"  # type: ignore[union-attr]
        assert int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w", 0)) == sum(widths) <= 11_906 - 2 * 1_080  # type: ignore[union-attr]
        assert min(widths) > 500


def test_no_cell_is_blank(handbook: Handbook) -> None:
    assert all(text_of(cell).strip() for cell in handbook.all("tc"))


def test_no_empty_paragraph_makes_room(handbook: Handbook) -> None:
    for paragraph in handbook.all("p"):
        drawn = paragraph.find(f".//{W}drawing") is not None
        assert drawn or text_of(paragraph).strip(), style_of(paragraph)


def test_two_tables_never_touch(handbook: Handbook) -> None:
    body = handbook.root.find(f"{W}body")
    assert body is not None
    tags = [child.tag for child in body]
    assert not any(a == b == f"{W}tbl" for a, b in pairwise(tags))
    assert tags[-2:] == [f"{W}p", f"{W}sectPr"]


def test_bullets_and_numbers_in_a_cell_are_real_lists(handbook: Handbook) -> None:
    bulleted = [p for p in handbook.styled("CellBullet") if text_of(p) in ("förskolor", "skolor")]
    numbered = [p for p in handbook.styled("CellNumber") if text_of(p) in ("tolka", "besluta")]
    assert len(bulleted) == len(numbered) == 2
    assert all(p.find(f"{W}pPr/{W}numPr") is not None for p in (*bulleted, *numbered))
    assert "•" not in handbook.text


def test_every_list_named_in_the_text_exists(handbook: Handbook) -> None:
    known = {one.get(f"{W}numId") for one in handbook.part("word/numbering.xml").iter(f"{W}num")}
    assert {one.get(f"{W}val") for one in handbook.all("numId")} <= known


def test_a_picture_is_in_line_and_says_what_it_shows(handbook: Handbook) -> None:
    wp = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    (inline,) = handbook.root.iter(f"{wp}inline")
    assert inline.find(f"{wp}docPr").get("descr") == FIGURE.alt  # type: ignore[union-attr]
    assert not list(handbook.root.iter(f"{wp}anchor"))
    assert handbook.parts["word/media/image1.png"] == PNG


def test_nothing_asks_or_forbids_when_the_document_is_opened(handbook: Handbook) -> None:
    settings = handbook.parts["word/settings.xml"]
    assert b"updateFields" not in settings
    assert b"documentProtection" not in settings
    assert not any(one.get(f"{W}dirty") for one in handbook.all("fldChar"))


def test_no_text_box_and_no_link_to_the_outside(handbook: Handbook) -> None:
    assert b"txbxContent" not in handbook.parts["word/document.xml"]
    assert not any(b'TargetMode="External"' in part for part in handbook.parts.values())


def test_small_text_is_ten_points_or_more(handbook: Handbook) -> None:
    sizes = [int(one.get(f"{W}val", 0)) for one in handbook.part("word/styles.xml").iter(f"{W}sz")]
    assert sizes
    assert min(sizes) >= 20


def test_every_bookmark_has_a_name_and_number_of_its_own(handbook: Handbook) -> None:
    numbers = [one.get(f"{W}id") for one in handbook.all("bookmarkStart")]
    assert len(set(handbook.bookmarks)) == len(handbook.bookmarks)
    assert len(set(numbers)) == len(numbers)
    assert sorted(numbers) == sorted(one.get(f"{W}id") for one in handbook.all("bookmarkEnd"))


def test_every_link_leads_to_a_bookmark(handbook: Handbook) -> None:
    anchors = {one.get(f"{W}anchor") for one in handbook.all("hyperlink")}
    assert anchors
    assert anchors <= set(handbook.bookmarks)


def test_the_page_number_stands_in_the_footer_and_not_on_the_cover() -> None:
    handbook = Handbook(small_edition())
    footer = next(part for name, part in handbook.parts.items() if name.startswith("word/footer"))
    assert b" PAGE " in footer
    assert b" NUMPAGES " in footer
    assert b"Sida " in footer
    assert next(handbook.all("titlePg"), None) is not None

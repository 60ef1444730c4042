"""Headings, paragraphs, lists, colours and links of a document."""

from __future__ import annotations

import pytest

from tests.linting.documents import STYLES, bookmark, cell, codes, field, h, link, lint, p, row, table

LONG = "".join(p(f"Stycke {number} om barns vardag.") for number in range(70))


def test_a_document_without_a_fault_has_no_finding() -> None:
    body = (
        h(1, "Mål") + p("Text") + h(2, "Skolan") + table() + bookmark("ett") + link("Mål 1", 'w:anchor="ett"')
    )
    assert lint(body) == ()


def test_a_skipped_level_of_headings_is_told_with_both_levels() -> None:
    found = lint(h(1, "Mål") + h(3, "Skolan"))
    assert [(one.code, dict(one.arguments)) for one in found] == [
        ("heading-skipped", {"words": "Skolan", "level": 3, "former": 1})
    ]


def test_the_first_heading_is_of_the_first_level() -> None:
    assert codes(h(2, "Mål")) == ["heading-skipped"]


def test_going_back_by_several_levels_skips_none() -> None:
    assert codes(h(1, "A") + h(2, "B") + h(3, "C") + h(1, "D")) == []


def test_headings_are_known_by_the_style_below_theirs_too() -> None:
    own = '<w:style w:type="paragraph" w:styleId="X"><w:name w:val="Kapitel"/><w:basedOn w:val="Rubrik3"/></w:style>'
    styles = STYLES.replace("</w:styles>", f"{own}</w:styles>")
    assert codes(p("Mål", "X"), styles=styles) == ["heading-skipped"]


def test_an_empty_heading_is_told_once() -> None:
    assert codes(h(1, "Mål") + h(2, "")) == ["heading-empty"]


def test_a_heading_of_several_sentences_is_too_long() -> None:
    assert codes(h(1, "Barn " * 41)) == ["heading-long"]


def test_a_long_document_wants_headings_and_page_numbers() -> None:
    assert codes(LONG) == ["heading-missing", "page-numbers-missing"]


def test_a_page_number_in_the_footer_is_enough() -> None:
    footer = (
        '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:ftr>'
    )
    assert codes(h(1, "Mål") + LONG, footer=footer) == []


def test_many_headings_want_a_table_of_contents() -> None:
    headings = "".join(h(1, f"Mål {number}") for number in range(10))
    contents = "<w:p>" + field("TOC", "<w:r><w:t>Högerklicka</w:t></w:r>") + "</w:p>"
    assert codes(headings) == ["contents-missing"]
    assert codes(contents + headings) == ["contents-empty"]


def test_a_table_of_contents_with_entries_is_not_empty() -> None:
    begin = (
        '<w:p><w:pPr><w:pStyle w:val="Innehll1"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>Mål</w:t></w:r>{field('PAGEREF _Toc1', '<w:r><w:t>2</w:t></w:r>')}</w:p>"
    )
    end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    assert codes(begin + p("Skolan", "Innehll1") + end) == []


def test_an_empty_paragraph_is_told_with_the_words_before_it() -> None:
    found = lint(h(1, "Mål") + p("Före") + p() + p("Efter"))
    assert [(one.code, dict(one.arguments), one.place.sheet) for one in found] == [
        ("paragraph-empty", {"words": "Före"}, "Mål")
    ]


def test_word_needs_one_empty_paragraph_after_a_table() -> None:
    tables = table().removesuffix(p("Efter")) + p() + table()
    assert codes(tables) == []
    assert codes(table().removesuffix(p("Efter")) + p() + p() + table()) == ["paragraph-empty"]


@pytest.mark.parametrize("content", [p("Text") + p(), p() + p("Text")])
def test_empty_paragraphs_in_a_filled_cell_are_told(content: str) -> None:
    assert codes(
        table(row("A", "B", properties="<w:cantSplit/><w:tblHeader/>"), row(cell(content), "C"))
    ) == ["paragraph-empty"]


def test_a_page_break_is_no_empty_paragraph() -> None:
    assert codes('<w:p><w:r><w:br w:type="page"/></w:r></w:p>') == []


def test_blanks_that_set_text_in_columns_are_told() -> None:
    assert codes(p("Eva Lind        040-123") + p("Ali Demir")) == ["blanks-repeated"]


@pytest.mark.parametrize(
    "items",
    [
        ("• ett", "• två"),
        ("- ett", "- två", "- tre"),
        ("1. ett", "2. två"),
        ("a) ett", "b) två"),
        ("(1) x", "(2) y"),
    ],
)
def test_a_list_typed_by_hand_is_told_once(items: tuple[str, ...]) -> None:
    found = lint("".join(map(p, items)))
    assert [(one.code, dict(one.arguments)) for one in found] == [("list-typed", {"words": items[0]})]


@pytest.mark.parametrize(
    "items",
    [("• ett",), ("• ett", "text", "• två"), ("5. maj", "5. juni"), ("1. ett", "3. tre"), ("A. Lind", "Bo")],
)
def test_what_is_no_list_is_not_told(items: tuple[str, ...]) -> None:
    assert codes("".join(map(p, items))) == []


def test_items_of_a_real_list_may_begin_with_numbers() -> None:
    assert codes(p("1. ett", "Lista") + p("2. två", "Lista")) == []


def test_a_typed_list_does_not_go_on_from_cell_to_cell() -> None:
    head = row("A", "B", properties="<w:cantSplit/><w:tblHeader/>")
    assert codes(table(head, row("1. ett", "2. två"))) == []


def test_text_of_less_than_ten_points_is_told() -> None:
    found = lint(p("Smått", run='<w:sz w:val="17"/>'))
    assert [(one.code, dict(one.arguments)["points"]) for one in found] == [("text-small", 8.5)]


def test_pale_text_is_told_with_its_contrast() -> None:
    found = lint(p("Blek text", run='<w:color w:val="999999"/>'))
    assert [(one.code, dict(one.arguments)) for one in found] == [
        ("contrast-low", {"words": "Blek text", "ratio": 2.8, "colour": "#999999", "background": "#FFFFFF"})
    ]


def test_a_style_gives_the_colour_where_the_text_does_not() -> None:
    assert codes(p("Text", "Blek")) == ["contrast-low"]
    assert codes(p("Text", "Blek", run='<w:color w:val="000000"/>')) == []


def test_large_text_may_have_less_contrast() -> None:
    pale = '<w:color w:val="808080"/>'
    assert codes(p("Text", run=pale)) == ["contrast-low"]
    assert codes(p("Text", run=f'{pale}<w:sz w:val="36"/>')) == []
    assert codes(p("Text", run=f'<w:b/>{pale}<w:sz w:val="28"/>')) == []


@pytest.mark.parametrize(
    "body",
    [
        p("Text", "Vit", paragraph='<w:shd w:val="clear" w:fill="1B4B66"/>'),
        p("Text", "Vit", run='<w:shd w:val="clear" w:fill="1B4B66"/>'),
        p("Text", "Vit", run='<w:highlight w:val="black"/>'),
    ],
)
def test_white_text_on_a_dark_shade_can_be_read(body: str) -> None:
    assert codes(body) == []


def test_the_shade_of_a_cell_and_of_a_table_style_count() -> None:
    head = "<w:cantSplit/><w:tblHeader/>"
    dark = cell(p("Mål", "Vit"), '<w:shd w:val="clear" w:fill="1B4B66"/>')
    assert codes(table(row(dark, dark, properties=head))) == []
    looks = '<w:tblStyle w:val="Mrk"/><w:tblLook w:firstRow="1"/><w:tblCaption w:val="x"/>'
    assert codes(table(row("Mål", "Tid", properties=head), properties=looks)) == []
    white = cell(p("Mål", "Vit"))
    assert codes(table(row("Mål", properties=head), row(white), properties=looks)) == ["contrast-low"]


def test_a_thing_named_by_its_colour_alone_is_noted() -> None:
    assert codes(p("De röda raderna ska vara klara.")) == ["colour-words"]
    assert codes(p("Röda korset och gröna skolgårdar.")) == []


@pytest.mark.parametrize("text", ["Klicka här", "klik her", "Les mer", "click here", "https://a.example/b"])
def test_a_link_says_where_it_leads(text: str) -> None:
    assert codes(bookmark("x") + link(text, 'w:anchor="x"')) == ["link-vague"]


def test_a_link_to_no_bookmark_is_told_below_its_heading() -> None:
    found = lint(h(1, "Mål") + link("Mål 2", 'w:anchor="borta"') + h(1, "Slut"))
    assert [(one.code, one.place.sheet) for one in found] == [("link-broken", "Mål")]


def test_a_link_to_a_relationship_that_is_not_there_is_told() -> None:
    assert codes(link("Kommunen", 'r:id="rId99"')) == ["link-broken"]
    assert codes(link("Kommunen", 'r:id="rId1"')) == []


def test_a_field_that_leads_to_no_bookmark_is_told() -> None:
    told = "HYPERLINK \\l &quot;borta&quot;"
    assert codes("<w:p>" + field(told, "<w:r><w:t>Mål</w:t></w:r>") + "</w:p>") == ["link-broken"]

from __future__ import annotations

import pytest

from aktivplan.i18n import translator
from aktivplan.workbooks.carried import carried_word
from aktivplan.workbooks.sheets import Carried
from aktivplan.workbooks.workbook import read_workbook
from tests.workbooks.packages import book_parts, one_sheet, open_document, worksheet, zipped

LINK = '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
OUTSIDE = '<Relationships><Relationship Id="a" Type="x/{}" Target="file:///a.xlsx" TargetMode="External"/></Relationships>'


@pytest.mark.parametrize(
    ("name", "content", "kinds"),
    [
        ("docProps/app.xml", "<a/>", set()),
        ("xl/vbaProject.bin", "", {Carried.MACROS}),
        ("xl/macrosheets/sheet1.xml", "<a/>", {Carried.MACROS}),
        ("xl/embeddings/oleObject1.bin", "", {Carried.EMBEDDED_OBJECTS}),
        ("xl/activeX/activeX1.bin", "", {Carried.EMBEDDED_OBJECTS}),
        ("xl/externalLinks/externalLink1.xml", "<externalLink/>", {Carried.EXTERNAL_LINKS}),
        ("xl/externalLinks/externalLink1.xml", LINK, {Carried.DDE}),
        ("xl/connections.xml", "<a/>", {Carried.EXTERNAL_LINKS}),
        ("xl/worksheets/_rels/sheet1.xml.rels", OUTSIDE.format("image"), {Carried.EXTERNAL_LINKS}),
        ("xl/worksheets/_rels/sheet1.xml.rels", OUTSIDE.format("hyperlink"), set()),
        ("xl/worksheets/_rels/sheet1.xml.rels", "<External", set()),
    ],
)
def test_what_a_workbook_carries_besides_cells_is_told(name: str, content: str, kinds: set[Carried]) -> None:
    assert read_workbook(zipped(book_parts(worksheet("")) | {name: content})).carries == kinds


@pytest.mark.parametrize(
    ("formula", "kinds"), [("cmd|'/c calc'!A1", {Carried.DDE}), ('"a|b!"&amp;A2', set()), ("A2", set())]
)
def test_a_formula_that_asks_another_program_is_told(formula: str, kinds: set[Carried]) -> None:
    content = one_sheet(f'<row r="1"><c r="A1"><f>{formula}</f><v>1</v></c></row>')
    assert read_workbook(content).carries == kinds


def test_links_of_an_open_document_are_told() -> None:
    content = open_document("", links="<table:dde-links><table:dde-link/></table:dde-links>")
    assert read_workbook(content).carries == {Carried.DDE}


@pytest.mark.parametrize("language", ["sv", "da", "nb", "en"])
def test_each_kind_has_a_word_of_its_own(language: str) -> None:
    assert len({carried_word(kind, translator(language)) for kind in Carried}) == len(Carried)

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from aktivplan.findings import Place
from aktivplan.rendering.master.links import Links, files_on_disk
from aktivplan.rendering.master.sheet import Column, Kind, Sheet, tabled
from tests.rendering.master.support import attributes, cell, of, rendered
from tests.support import activity, make_plan, make_submission


def sheet_of(*places: Place) -> Sheet:
    columns, cells = tabled([(Column("Fil", Kind.PLACE), places)])
    return Sheet("x", "x", "x", "x", columns, cells)


def test_special_characters_in_names_are_escaped_and_lead_to_the_same_file() -> None:
    name = "Område nord/BUF #2 (100%) å?.xlsx"
    plan = make_plan()
    record = activity(plan, "BUF", 1)
    record = replace(record, place=Place(name, "Per's <blad>", 7))
    edition = of(plan, make_submission(plan, "BUF", record, file=name))

    link = cell(rendered(edition)["Aktiviteter"], "Fil").hyperlink

    assert "#" not in link.target
    assert "?" not in link.target
    assert " " not in link.target
    assert PurePosixPath(unquote(link.target)) == PurePosixPath("../returned") / name
    assert link.location == "'Per''s <blad>'!A7"


def test_rows_of_one_file_share_its_relationship_but_not_their_cell() -> None:
    links = Links("../returned", {"a.xlsx": "a.xlsx"}, {})

    elements, relationships = links.written(sheet_of(Place("a.xlsx", "S", 6), Place("a.xlsx", "S", 7, 3)), 6)

    assert [one["location"] for one in attributes(elements, "hyperlink")] == ["'S'!A6", "'S'!C7"]
    assert relationships.count("<Relationship ") == 1


def test_a_file_that_was_not_found_among_the_answers_is_not_linked() -> None:
    assert Links("../returned", {}, {}).written(sheet_of(Place("master.xlsx", "S", 6)), 6) == ("", "")


def test_a_file_without_a_known_cell_is_linked_as_a_whole() -> None:
    elements, _ = Links("../returned", {"a.xlsx": "a.xlsx"}, {}).written(sheet_of(Place("a.xlsx")), 6)

    assert "location" not in elements


def test_more_links_than_excel_takes_are_left_out_all_of_them() -> None:
    links = Links("../returned", {"a.xlsx": "a.xlsx"}, {}, most=2)
    sheet = sheet_of(*[Place("a.xlsx", "S", row) for row in (6, 7, 8)])

    assert not links.fit(sheet)
    assert links.written(sheet, 6) == ("", "")


def test_what_came_in_a_mail_or_an_archive_leads_to_the_file_on_disk_and_to_no_cell_in_it() -> None:
    files = files_on_disk(["svar.zip", "svar.zip/Mapp/BUF.xlsx", "Mapp/KOF.xlsx", "svar.zip/a.eml/SOC.xlsx"])
    links = Links("../returned", files, {})

    elements, relationships = links.written(
        sheet_of(Place("svar.zip/Mapp/BUF.xlsx", "S", 6), Place("svar.zip/a.eml/SOC.xlsx", "S", 7)), 6
    )

    assert [one.get("location") for one in attributes(elements, "hyperlink")] == [None, None]
    assert [one["Target"] for one in attributes(relationships, "Relationship")] == ["../returned/svar.zip"]
    assert files["Mapp/KOF.xlsx"] == "Mapp/KOF.xlsx"

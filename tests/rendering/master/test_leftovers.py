"""What units wrote outside the form stands on a sheet of its own in the master workbook."""

from __future__ import annotations

from dataclasses import replace

from aktivplan.consolidation.consolidate import consolidate
from aktivplan.consolidation.participants import for_participants
from aktivplan.edition import Edition
from aktivplan.findings import Place
from aktivplan.i18n import translator
from aktivplan.records import Leftover, MatchedColumn, Rung
from aktivplan.rendering.master.leftovers import leftover_sheets
from aktivplan.rendering.master.register import source_sheet
from tests.support import activity, make_plan, make_submission

PLAN = make_plan()
NOTE = Leftover(Place("BUF.xlsx", "Egna anteckningar", 3, 2), "Budget", "Vi återkommer om pengarna")


def edition(*leftovers: Leftover, columns: tuple[MatchedColumn, ...] = ()) -> Edition:
    answer = make_submission(PLAN, "BUF", activity(PLAN, "BUF", 1), leftovers=leftovers, columns=columns)
    return consolidate(PLAN, [answer])


def test_what_has_no_place_in_the_form_is_listed_with_unit_and_cell() -> None:
    (sheet,) = leftover_sheets(edition(NOTE), translator("sv"))
    row = [values[0] for values in sheet.cells]
    assert row[0] == "BUF"
    assert {"Budget", "Vi återkommer om pengarna", "Egna anteckningar", "B3"} <= set(map(str, row))


def test_where_there_is_nothing_there_is_no_sheet() -> None:
    assert list(leftover_sheets(edition(), translator("sv"))) == []


def test_participants_get_none_of_it() -> None:
    assert "pengarna" in repr(edition(NOTE))
    assert "pengarna" not in repr(for_participants(edition(NOTE)))


def test_the_sources_tell_how_columns_were_known() -> None:
    place = Place("BUF.xlsx", "Blad1", 4, 3)
    columns = (
        MatchedColumn("aktiviteter", "aktivitet", "Åtgärd", Rung.SYNONYM, place),
        MatchedColumn("aktiviteter", "ansvarig", "Ansvarig", Rung.KEY, place.at(column=4)),
    )
    sheet = source_sheet(edition(columns=columns), translator("sv"))
    headings = [column.heading for column in sheet.columns]
    told = sheet.cells[headings.index("Hur kolumnerna kändes igen")][0]
    assert told.splitlines() == [
        "De övriga kolumnerna på sina dolda nycklar.",
        "C4 ”Åtgärd” läst som Aktivitet: ett annat ord för samma sak",
    ]


def test_of_an_answer_that_was_replaced_nothing_is_left_over() -> None:
    old = make_submission(PLAN, "BUF", activity(PLAN, "BUF", 1), leftovers=(NOTE,))
    new = replace(
        old, file="ny.xlsx", sha256="f" * 64, saved=old.saved.replace(year=2027) if old.saved else None
    )
    assert [one.place.file for one in consolidate(PLAN, [old, new]).leftovers] == ["BUF.xlsx"]

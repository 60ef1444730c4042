"""The folder of drafts, and the list of them."""

from __future__ import annotations

import io
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

import pytest
from openpyxl import load_workbook

from aktivplan.definition.models import Plan
from aktivplan.delivery.composing import Attached, Envelope, compose
from aktivplan.delivery.drafts import Draft, Drafts, draft_name, put_all_drafts, put_drafts
from aktivplan.delivery.kinds import TO_UNITS, Kind
from aktivplan.delivery.letters import letter
from aktivplan.i18n import LANGUAGES
from tests.support import make_plan, make_settings

PLAN = make_plan()
ENVELOPE = Envelope("Karin Öberg", "karin@x.example", "karin@x.example", "sv", "drafts", "barnplan")
FORM = Attached("BUF Handlingsplan.xlsx", b"PK form")


def draft(unit: int, kind: Kind = Kind.TEMPLATES, plan: Plan = PLAN, file: Attached = FORM) -> Draft:
    written = letter(plan, plan.units[unit], kind)
    return Draft(written, compose(written, [file], ENVELOPE, None).as_bytes(), (file.name,))


def put(folder: Path, *units: int, kind: Kind = Kind.TEMPLATES, without: tuple[str, ...] = ()) -> Drafts:
    return put_all_drafts(folder, PLAN, kind, [draft(unit, kind) for unit in units], without)


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_each_unit_gets_a_draft_that_says_unit_and_kind_and_there_is_a_list(tmp_path: Path) -> None:
    put(tmp_path, 0, 1)
    assert sorted(content(tmp_path)) == [
        "Att skicka – formuläret.xlsx",
        "BUF Handlingsplan för barnets rättigheter – formuläret.eml",
        "SOC Handlingsplan för barnets rättigheter – formuläret.eml",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_kinds_have_drafts_of_the_same_name(language: str) -> None:
    plan = make_plan(settings=make_settings(language=language))
    assert len({draft_name(plan, kind, "BUF") for kind in TO_UNITS}) == len(TO_UNITS)


def test_the_same_drafts_again_change_nothing(tmp_path: Path) -> None:
    first = put(tmp_path, 0, 1, without=("KOF",))
    before, times = content(tmp_path), {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert put(tmp_path, 0, 1, without=("KOF",)) == first
    assert content(tmp_path) == before
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == times


def test_a_draft_that_no_longer_holds_is_replaced_or_removed(tmp_path: Path) -> None:
    put(tmp_path, 0, 1)
    changed = draft(0, file=Attached("BUF Handlingsplan.xlsx", b"PK other"))
    done = put_all_drafts(tmp_path, PLAN, Kind.TEMPLATES, [changed], ())
    assert done.written[0].read_bytes() == changed.content
    assert [path.name[:3] for path in done.removed] == ["SOC"]
    assert sorted(name[:3] for name in content(tmp_path)) == ["Att", "BUF"]


def test_drafts_of_another_kind_stay(tmp_path: Path) -> None:
    put(tmp_path, 0)
    assert put(tmp_path, 1, kind=Kind.REMINDER).removed == ()
    assert len(list(tmp_path.glob("*.eml"))) == 2


def test_drafts_that_were_named_in_another_language_go_too(tmp_path: Path) -> None:
    put(tmp_path, 0)
    danish = make_plan(settings=make_settings(language="da"))
    done = put_all_drafts(tmp_path, danish, Kind.TEMPLATES, [draft(0, plan=danish)], ())
    assert [path.name[-14:] for path in done.removed] == ["formuläret.eml"]


def test_a_draft_that_somebody_has_changed_is_left_and_the_new_one_lies_beside_it(tmp_path: Path) -> None:
    for path in put(tmp_path, 0, 1).written:
        path.write_bytes(path.read_bytes().replace(b"Hej ", b"Hejsan "))
    mine = content(tmp_path)
    done = put(tmp_path, 0)
    assert [path.name for path in done.written] == [
        "BUF Handlingsplan för barnets rättigheter – formuläret (2).eml"
    ]
    assert [path.name[:3] for path in done.kept] == ["BUF", "SOC"]
    assert done.removed == ()
    assert {name: one for name, one in content(tmp_path).items() if name in mine and "Att" not in name} == {
        name: one for name, one in mine.items() if "Att" not in name
    }


def test_files_that_somebody_has_put_there_are_left_alone(tmp_path: Path) -> None:
    own = {"mitt mejl.eml": b"Subject: Hej\r\n\r\nHej", "anteckningar – formuläret.eml": b"x", "a.txt": b"y"}
    for name, one in own.items():
        (tmp_path / name).write_bytes(one)
    put(tmp_path, 0)
    assert own.items() <= content(tmp_path).items()


def test_drafts_to_some_units_only_touch_nothing_else(tmp_path: Path) -> None:
    put(tmp_path, 0, 1)
    before = content(tmp_path)
    put_drafts(tmp_path, PLAN, Kind.TEMPLATES, [draft(2)])
    assert before.items() <= content(tmp_path).items()
    assert len(content(tmp_path)) == len(before) + 1


def test_the_list_tells_what_is_to_be_sent_to_whom_and_who_has_no_address(tmp_path: Path) -> None:
    done = put(tmp_path, 0, without=("KOF",))
    assert done.list is not None
    book = load_workbook(io.BytesIO(done.list.read_bytes()))
    sheet, others = book.worksheets
    assert [cell.value for cell in sheet[5]][:7] == [
        "BUF",
        "Barn- och utbildningsförvaltningen",
        "Eva Lind",
        "eva.lind@lindesjo.example",
        "Handlingsplan för barnets rättigheter: formuläret för Barn- och utbildningsförvaltningen, senast 13 november 2026",
        done.written[0].name,
        "BUF Handlingsplan.xlsx",
    ]
    assert sheet["F5"].hyperlink.target.replace("%20", " ") == done.written[0].name
    assert "1 enhet har ingen adress" in sheet["A2"].value
    assert [cell.value for cell in others[5]] == ["KOF", "Kultur och fritid", "Bo Falk"]


def test_a_list_that_somebody_has_ticked_off_is_left_as_it_is(tmp_path: Path) -> None:
    done = put(tmp_path, 0)
    assert done.list is not None
    book = load_workbook(done.list)
    book.worksheets[0]["H5"] = "x"
    book.save(done.list)
    ticked = done.list.read_bytes()
    again = put(tmp_path, 0, 1)
    assert again.list is not None
    assert again.list.name == "Att skicka – formuläret (2).xlsx"
    assert done.list.read_bytes() == ticked


def test_when_nothing_is_to_be_sent_older_drafts_go_and_no_list_is_made(tmp_path: Path) -> None:
    put(tmp_path, 0)
    done = put(tmp_path)
    assert (len(done.removed), done.list, done.written) == (1, None, ())


def test_a_draft_of_an_earlier_run_that_holds_still_stays_and_is_listed(tmp_path: Path) -> None:
    put(tmp_path, 0, 1)
    done = put_all_drafts(tmp_path, PLAN, Kind.TEMPLATES, [draft(2)], (), [draft(1)])
    assert [path.name[:3] for path in done.lasting] == ["SOC"]
    assert [path.name[:3] for path in done.removed] == ["BUF"]
    assert done.list is not None
    listed = load_workbook(io.BytesIO(done.list.read_bytes())).worksheets[0]
    assert {"KOF", "SOC"} <= {row[0] for row in listed.iter_rows(values_only=True)}


def test_a_draft_opens_as_a_message_that_is_not_sent(tmp_path: Path) -> None:
    (path,) = put(tmp_path, 0).written
    message = message_from_bytes(path.read_bytes(), policy=SMTP)
    assert message["X-Unsent"] == "1"
    assert message["To"] == "Eva Lind <eva.lind@lindesjo.example>"

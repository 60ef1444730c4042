"""What the writer writes, the reader reads: both go by `forms.layout`."""

from datetime import UTC, date, datetime

import pytest

from aktivplan.definition import PRESETS
from aktivplan.definition.preset import load_preset
from aktivplan.findings import Place
from aktivplan.forms.writer import write_form
from aktivplan.reading.submission import read_submission
from aktivplan.records import Attestation
from tests.support import (
    activities_table,
    activity,
    every_type_table,
    make_plan,
    make_record,
    make_settings,
    value,
)

RECEIVED = datetime(2026, 11, 2, tzinfo=UTC)


def test_records_and_approval_come_back_as_they_were_written():
    tables = (activities_table(), every_type_table())
    plan = make_plan(settings=make_settings(attestation=True), tables=tables)
    mixed = {
        "f_text": value("=1+1"),
        "f_date": value("2027-03-01", date(2027, 3, 1)),
        "f_percent": value("80 %", 0.8),
        "f_yesno": value("Ja", parsed=True),
    }
    records = [activity(plan, "BUF", 1), activity(plan, "BUF", 7, ansvarig=value(""))]
    records.append(make_record(plan, "BUF", 3, mixed, table="allt"))
    given = Attestation(Place("BUF.xlsx", "Läs först", 20, 2), "Per Ström", date(2026, 11, 1))
    content = write_form(plan, plan.units[0], records, attestation=given)
    read = read_submission(plan, "BUF.xlsx", content, RECEIVED)
    assert (read.unit, read.findings) == ("BUF", ())
    assert (read.attestation.manager, read.attestation.day) == ("Per Ström", date(2026, 11, 1))
    assert [texts(one) for one in read.records] == [texts(one) for one in records]
    assert read.records[2].value("f_date").parsed == date(2027, 3, 1)


def texts(record):
    return record.id, {key: held.text for key, held in record.values.items() if held.text}


@pytest.mark.parametrize("preset", PRESETS)
def test_a_blank_form_is_read_as_blank(preset):
    plan = load_preset(preset)
    read = read_submission(plan, "form.xlsx", write_form(plan, plan.units[0]), RECEIVED)
    assert read.unit == plan.units[0].code
    assert read.records == ()
    assert [one.code for one in read.findings] == ["form-blank"]

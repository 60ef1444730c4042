"""Which answer counts, and what becomes of every file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from aktivplan.consolidation.consolidate import consolidate
from aktivplan.definition.models import Plan
from aktivplan.definition.terms import Counting, LateRule
from aktivplan.edition import Edition, Outcome, Source, UnitStatus
from aktivplan.evidence import Evidence
from aktivplan.findings import Finding, Place, finding
from aktivplan.records import Delivery, Record, Submission
from tests.support import SAVED, activity, make_plan, make_settings, make_submission, value

PLAN = make_plan()
LATER = SAVED + timedelta(days=2)


def answer(unit: str, *numbers: int, file: str = "", content: str = "", **changes: object) -> Submission:
    """An answer with rows of those numbers; files of the same content have the same text for ``content``."""
    name = file or f"{unit}.xlsx"
    return make_submission(
        PLAN,
        unit,
        *(activity(PLAN, unit, number) for number in numbers),
        file=name,
        sha256=content or name,
        **changes,
    )


def source(edition: Edition, file: str) -> Source:
    return next(one for one in edition.sources if one.file == file)


def codes(edition: Edition, file: str) -> list[str]:
    return [one.code for one in edition.findings if one.place.file == file]


def ids(records: Sequence[Record]) -> list[str]:
    return [record.id for record in records]


def error(code: str, record: Record | None = None, file: str = "BUF.xlsx") -> Finding:
    return finding(
        code, record.place if record else Place(file), record=record.id if record else "", heading="Tid"
    )


def test_a_unit_with_an_accepted_answer_has_answered() -> None:
    edition = consolidate(PLAN, [answer("BUF", 1, 2)])
    result = edition.units[0]
    assert (result.status, result.file, result.saved, result.taken_in) == (
        UnitStatus.ANSWERED,
        "BUF.xlsx",
        SAVED,
        2,
    )


def test_a_unit_that_sent_nothing_is_missing() -> None:
    edition = consolidate(PLAN, [answer("BUF", 1)])
    assert [one.status for one in edition.units] == [
        UnitStatus.ANSWERED,
        UnitStatus.MISSING,
        UnitStatus.MISSING,
    ]


def test_of_two_answers_the_later_one_counts() -> None:
    edition = consolidate(PLAN, [answer("BUF", 1, 2), answer("BUF", 1, 2, 3, file="ny.xlsx", saved=LATER)])
    assert ids(edition.records) == ["BUF-001", "BUF-002", "BUF-003"]
    assert source(edition, "ny.xlsx").outcome is Outcome.ACCEPTED
    assert source(edition, "BUF.xlsx").outcome is Outcome.SKIPPED
    assert source(edition, "BUF.xlsx").code == "answer-replaced"


def test_the_earlier_answer_is_told_which_file_counts() -> None:
    edition = consolidate(PLAN, [answer("BUF", 1), answer("BUF", 1, file="ny.xlsx", saved=LATER)])
    (told,) = (one for one in edition.findings if one.code == "answer-replaced")
    assert dict(told.arguments)["later"] == "ny.xlsx"


def test_the_later_answer_counts_whatever_the_files_are_called() -> None:
    edition = consolidate(
        PLAN, [answer("BUF", 1, file="z.xlsx"), answer("BUF", 2, file="a.xlsx", saved=LATER)]
    )
    assert ids(edition.records) == ["BUF-002"]


def test_of_answers_saved_at_the_same_time_the_last_by_name_counts() -> None:
    edition = consolidate(PLAN, [answer("BUF", 2, file="svar 2.xlsx"), answer("BUF", 1, file="svar 1.xlsx")])
    assert ids(edition.records) == ["BUF-002"]


def test_an_answer_without_a_known_time_counts_as_the_earliest() -> None:
    edition = consolidate(PLAN, [answer("BUF", 1, file="z.xlsx", saved=None), answer("BUF", 2)])
    assert ids(edition.records) == ["BUF-002"]


def test_what_was_wrong_in_a_replaced_answer_is_told_no_more() -> None:
    record = activity(PLAN, "BUF", 1)
    old = make_submission(PLAN, "BUF", record, findings=(error("required-empty", record),))
    edition = consolidate(PLAN, [old, answer("BUF", 1, file="ny.xlsx", saved=LATER)])
    assert codes(edition, "BUF.xlsx") == ["answer-replaced"]
    assert (edition.units[0].errors, edition.held_back) == (0, ())


def test_rows_that_only_the_earlier_answer_has_are_told() -> None:
    edition = consolidate(PLAN, [answer("BUF", 1, 2, 3), answer("BUF", 2, file="ny.xlsx", saved=LATER)])
    (told,) = (one for one in edition.findings if one.code == "answer-rows-gone")
    assert dict(told.arguments)["rows"] == "BUF-001, BUF-003"


def test_a_copy_of_an_answer_is_skipped() -> None:
    copies = [
        answer("BUF", 1, file="plan.xlsx", content="x"),
        answer("BUF", 1, file="plan (1).xlsx", content="x"),
    ]
    edition = consolidate(PLAN, copies)
    assert ids(edition.records) == ["BUF-001"]
    assert sorted(one.code for one in edition.sources) == ["", "answer-same"]


def test_a_copy_of_a_replaced_answer_is_a_copy_and_no_third_answer() -> None:
    edition = consolidate(
        PLAN,
        [
            answer("BUF", 1, content="x"),
            answer("BUF", 1, file="kopia.xlsx", content="x"),
            answer("BUF", 1, file="ny.xlsx", saved=LATER),
        ],
    )
    assert source(edition, "BUF.xlsx").code == "answer-replaced"
    assert source(edition, "kopia.xlsx").code == "answer-same"


def test_a_later_answer_that_is_not_approved_replaces_the_earlier_one() -> None:
    later = answer(
        "BUF", 1, file="ny.xlsx", saved=LATER, findings=(error("attestation-missing", file="ny.xlsx"),)
    )
    edition = consolidate(PLAN, [answer("BUF", 1), later])
    assert edition.records == ()
    assert edition.units[0].status is UnitStatus.REJECTED
    assert source(edition, "BUF.xlsx").code == "answer-replaced"
    assert ids(edition.held_back) == ["BUF-001"]


@pytest.mark.parametrize("code", ["form-other-plan", "file-damaged"])
def test_a_later_file_that_is_no_answer_replaces_nothing(code: str) -> None:
    broken = answer(
        "BUF", 1, file="ny.xlsx", saved=LATER, findings=(finding(code, Place("ny.xlsx"), plan="x"),)
    )
    edition = consolidate(PLAN, [answer("BUF", 1), broken])
    assert source(edition, "BUF.xlsx").outcome is Outcome.ACCEPTED
    assert source(edition, "ny.xlsx").outcome is Outcome.REJECTED


def test_a_later_blank_form_replaces_nothing() -> None:
    edition = consolidate(PLAN, [answer("BUF", 1), answer("BUF", file="tom.xlsx", saved=LATER)])
    assert ids(edition.records) == ["BUF-001"]
    assert source(edition, "tom.xlsx").code == "form-blank"


def test_a_unit_that_sent_a_blank_form_is_missing() -> None:
    edition = consolidate(PLAN, [answer("BUF")])
    assert edition.units[0].status is UnitStatus.MISSING
    assert source(edition, "BUF.xlsx").outcome is Outcome.SKIPPED
    assert codes(edition, "BUF.xlsx") == ["form-blank"]


def test_a_blank_form_is_told_of_once() -> None:
    blank = answer("BUF", findings=(finding("form-blank", Place("BUF.xlsx")),))
    assert codes(consolidate(PLAN, [blank]), "BUF.xlsx") == ["form-blank"]


def test_a_lock_file_is_skipped() -> None:
    lock = Submission("~$BUF.xlsx", "0", findings=(finding("file-lock", Place("~$BUF.xlsx")),), skipped=True)
    (only,) = consolidate(PLAN, [lock]).sources
    assert (only.outcome, only.code) == (Outcome.SKIPPED, "file-lock")


def test_a_damaged_file_is_rejected() -> None:
    damaged = Submission("x.xlsx", "0", findings=(finding("file-damaged", Place("x.xlsx")),))
    (only,) = consolidate(PLAN, [damaged]).sources
    assert (only.outcome, only.code) == (Outcome.REJECTED, "file-damaged")


def test_a_unit_whose_only_file_is_damaged_is_rejected() -> None:
    damaged = Submission("x.xlsx", "0", "SOC", findings=(finding("file-damaged", Place("x.xlsx")),))
    result = consolidate(PLAN, [damaged]).units[1]
    assert (result.status, result.file, result.errors) == (UnitStatus.REJECTED, "x.xlsx", 1)


@pytest.mark.parametrize("unit", ["", "XYZ"])
def test_an_answer_from_an_unknown_unit_is_rejected_whole(unit: str) -> None:
    record = activity(PLAN, "BUF", 1)
    edition = consolidate(PLAN, [make_submission(PLAN, unit, record, file="okänd.xlsx")])
    assert source(edition, "okänd.xlsx").code == "unit-unknown"
    assert edition.held_back == (record,)
    assert codes(edition, "okänd.xlsx") == ["unit-unknown"]


def test_an_unapproved_answer_from_an_unknown_unit_is_rejected() -> None:
    unknown = answer("BUF", 1, file="x.xlsx", findings=(error("attestation-missing", file="x.xlsx"),))
    edition = consolidate(make_plan(units=PLAN.units[1:]), [unknown])
    assert source(edition, "x.xlsx").outcome is Outcome.REJECTED


def test_an_error_about_a_file_holds_all_its_rows_back() -> None:
    edition = consolidate(PLAN, [answer("BUF", 1, 2, findings=(error("attestation-missing"),))])
    assert (edition.records, ids(edition.held_back)) == ((), ["BUF-001", "BUF-002"])
    assert source(edition, "BUF.xlsx").held_back == 2


def test_an_error_about_a_row_holds_that_row_back() -> None:
    good, bad = activity(PLAN, "BUF", 1), activity(PLAN, "BUF", 2)
    sent = make_submission(PLAN, "BUF", good, bad, findings=(error("required-empty", bad),))
    edition = consolidate(PLAN, [sent])
    assert (edition.records, edition.held_back) == ((good,), (bad,))
    assert source(edition, "BUF.xlsx").outcome is Outcome.ACCEPTED


def test_a_warning_about_a_row_lets_it_in() -> None:
    record = activity(PLAN, "BUF", 1)
    sent = make_submission(PLAN, "BUF", record, findings=(error("recommended-empty", record),))
    edition = consolidate(PLAN, [sent])
    assert edition.records == (record,)
    assert (edition.units[0].errors, edition.units[0].warnings) == (0, 1)


def test_a_file_none_of_whose_rows_is_taken_in_is_rejected() -> None:
    bad = activity(PLAN, "BUF", 1)
    sent = make_submission(PLAN, "BUF", bad, findings=(error("required-empty", bad),))
    edition = consolidate(PLAN, [sent])
    assert (source(edition, "BUF.xlsx").outcome, source(edition, "BUF.xlsx").code) == (
        Outcome.REJECTED,
        "required-empty",
    )
    assert edition.units[0].status is UnitStatus.REJECTED


def test_every_finding_says_which_unit_it_is_about() -> None:
    sent = answer("BUF", 1, findings=(finding("table-missing", Place("BUF.xlsx"), table="Mål"),))
    assert [one.unit for one in consolidate(PLAN, [sent]).findings] == ["BUF"]


def test_files_found_are_accepted_rejected_or_skipped() -> None:
    sent = [
        answer("BUF", 1),
        answer("BUF", 1, file="ny.xlsx", saved=LATER),
        answer("SOC", 1, findings=(error("attestation-missing", file="SOC.xlsx"),)),
        answer("KOF"),
        Submission("x.png", "0", findings=(finding("file-needs-person", Place("x.png"), kind="png"),)),
    ]
    outcomes = [one.outcome for one in consolidate(PLAN, sent).sources]
    assert {outcome: outcomes.count(outcome) for outcome in Outcome} == {
        Outcome.ACCEPTED: 1,
        Outcome.REJECTED: 2,
        Outcome.SKIPPED: 2,
    }


def at(**days: int) -> dict[str, object]:
    """Times of an answer, as days after SAVED: saved, sent, modified."""
    times = {name: SAVED + timedelta(days=number) for name, number in days.items()}
    sent = times.pop("sent", None)
    return {"saved": None, **times, "delivery": Delivery(sent=sent)}


@pytest.mark.parametrize(
    ("counting", "first", "second", "counts"),
    [
        ("saved", {"saved": 2, "sent": 3, "modified": 3}, {"saved": 1, "sent": 4, "modified": 4}, "a.xlsx"),
        ("saved", {"sent": 3, "modified": 5}, {"sent": 2, "modified": 6}, "a.xlsx"),
        ("saved", {"modified": 5}, {"modified": 4}, "a.xlsx"),
        ("saved", {"saved": 3}, {"sent": 2, "modified": 9}, "a.xlsx"),
        ("mailed", {"saved": 1, "sent": 3}, {"saved": 2, "sent": 2}, "a.xlsx"),
        ("mailed", {"saved": 1, "modified": 3}, {"saved": 5, "sent": 2, "modified": 9}, "a.xlsx"),
        ("filed", {"saved": 1, "sent": 1, "modified": 3}, {"saved": 2, "sent": 2, "modified": 2}, "a.xlsx"),
    ],
)
def test_which_answer_is_the_latest_goes_by_the_plans_clock(
    counting: str, first: dict[str, int], second: dict[str, int], counts: str
) -> None:
    plan = make_plan(settings=make_settings(counting=Counting(counting)))
    sent = [answer("BUF", 1, file="a.xlsx", **at(**first)), answer("BUF", 2, file="b.xlsx", **at(**second))]
    (accepted,) = (one for one in consolidate(plan, sent).sources if one.outcome is Outcome.ACCEPTED)
    assert accepted.file == counts


def test_the_time_shown_is_the_best_known() -> None:
    sent = [
        answer("BUF", 1, **at(saved=1, sent=2, modified=3)),
        answer("SOC", 1, **at(sent=2, modified=3)),
        answer("KOF", 1, **at()),
    ]
    edition = consolidate(PLAN, sent)
    wanted = [SAVED + timedelta(days=1), SAVED + timedelta(days=2), None]
    assert [source(edition, f"{unit}.xlsx").saved for unit in ("BUF", "SOC", "KOF")] == wanted
    assert [result.saved for result in edition.units] == wanted


def test_a_replaced_answer_says_how_much_was_changed() -> None:
    first = make_submission(PLAN, "BUF", activity(PLAN, "BUF", 1), activity(PLAN, "BUF", 2))
    mended = activity(PLAN, "BUF", 1, ansvarig=value("Eva Lind"))
    second = make_submission(
        PLAN, "BUF", mended, activity(PLAN, "BUF", 3), file="ny.xlsx", sha256="2", saved=LATER
    )
    edition = consolidate(PLAN, [first, second])
    (told,) = (one for one in edition.findings if one.code == "answer-replaced")
    assert dict(told.arguments) == {"later": "ny.xlsx", "changed": 1, "added": 1, "gone": 1}
    assert {one.record for one in edition.differences} == {"BUF-001", "BUF-002", "BUF-003"}


def test_each_earlier_answer_is_compared_with_the_one_that_counts() -> None:
    sent = [
        answer("BUF", 1, 2, 3, file="c.xlsx", saved=LATER),
        answer("BUF", 1, file="a.xlsx"),
        answer("BUF", 1, 2, file="b.xlsx"),
    ]
    found = consolidate(PLAN, sent).differences
    told = [(one.place_before.file, one.record) for one in found]
    assert list(dict.fromkeys(told)) == [
        ("a.xlsx", "BUF-002"),
        ("a.xlsx", "BUF-003"),
        ("b.xlsx", "BUF-003"),
    ]


@pytest.mark.parametrize("name", ["BUF (1).xlsx", "BUF-DESKTOP-AB12CD.xlsx", "BUF – kopia.xlsx"])
def test_two_versions_that_a_program_made_of_one_form_are_told_of(name: str) -> None:
    sent = [answer("BUF", 1), answer("BUF", 1, 2, file=name, saved=LATER)]
    edition = consolidate(PLAN, sent)
    assert source(edition, name).outcome is Outcome.ACCEPTED
    assert codes(edition, "BUF.xlsx") == ["answer-replaced", "answer-sync-copy"]


def test_a_copy_with_the_same_cells_is_nothing_to_look_at() -> None:
    sent = [answer("BUF", 1), answer("BUF", 1, file="BUF (1).xlsx", saved=LATER)]
    assert codes(consolidate(PLAN, sent), "BUF.xlsx") == ["answer-replaced"]


def test_a_copy_with_the_same_bytes_is_nothing_at_all() -> None:
    sent = [answer("BUF", 1, content="x"), answer("BUF", 1, file="BUF (1).xlsx", content="x")]
    assert codes(consolidate(PLAN, sent), "BUF (1).xlsx") == ["answer-same"]


def test_answers_of_the_same_time_are_told_of() -> None:
    sent = [answer("BUF", 1, file="svar 1.xlsx"), answer("BUF", 1, 2, file="svar 2.xlsx")]
    assert codes(consolidate(PLAN, sent), "svar 1.xlsx") == ["answer-replaced", "answer-same-time"]


def test_one_file_as_the_answer_of_two_units_counts_for_both_and_is_told() -> None:
    edition = consolidate(PLAN, [answer("BUF", 1, content="x"), answer("SOC", 1, content="x")])
    assert [one.outcome for one in edition.sources] == [Outcome.ACCEPTED] * 2
    assert [(one.code, dict(one.arguments)["twin"]) for one in edition.findings] == [
        ("answer-same-units", "SOC"),
        ("answer-same-units", "BUF"),
    ]


def test_a_file_nobody_can_be_said_to_have_sent_replaces_nothing() -> None:
    conflict = finding("unit-conflict", Place("ny.xlsx"), first="a", one="BUF", second="b", other="SOC")
    unsure = make_submission(
        PLAN, "", activity(PLAN, "BUF", 1), file="ny.xlsx", sha256="2", saved=LATER, findings=(conflict,)
    )
    edition = consolidate(PLAN, [answer("BUF", 1), unsure])
    assert source(edition, "ny.xlsx").code == "unit-conflict"
    assert codes(edition, "ny.xlsx") == ["unit-conflict"]
    assert (ids(edition.records), len(edition.held_back)) == (["BUF-001"], 1)


def test_how_the_unit_is_known_stands_with_the_source() -> None:
    edition = consolidate(PLAN, [answer("BUF", 1, identified_by=Evidence.FILE_NAME)])
    assert source(edition, "BUF.xlsx").identified_by is Evidence.FILE_NAME


DEADLINE = SAVED.date() - timedelta(days=1)
"""Answers that are saved when `SAVED` says so came a day after it."""


def late_plan(rule: LateRule) -> Plan:
    return make_plan(settings=make_settings(deadline=DEADLINE, late_answers=rule))


def in_time(unit: str, *numbers: int, file: str = "i tid.xlsx", **changes: object) -> Submission:
    return answer(unit, *numbers, file=file, saved=SAVED - timedelta(days=1), **changes)


def test_a_late_answer_is_taken_in_and_marked() -> None:
    edition = consolidate(late_plan(LateRule.TAKE), [answer("BUF", 1)])
    assert edition.units[0].status is UnitStatus.ANSWERED
    assert (edition.units[0].late, source(edition, "BUF.xlsx").late) == (True, True)
    assert codes(edition, "BUF.xlsx") == ["answer-late"]
    assert ids(edition.records) == ["BUF-001"]


@pytest.mark.parametrize(
    ("rule", "code"), [(LateRule.HOLD, "answer-late-held"), (LateRule.REFUSE, "answer-late-refused")]
)
def test_a_late_answer_may_be_held_or_refused_and_nothing_of_it_is_lost(rule: LateRule, code: str) -> None:
    edition = consolidate(late_plan(rule), [answer("BUF", 1, 2)])
    assert (edition.units[0].status, edition.units[0].late) == (UnitStatus.REJECTED, True)
    assert (source(edition, "BUF.xlsx").outcome, source(edition, "BUF.xlsx").code) == (Outcome.REJECTED, code)
    assert (ids(edition.records), ids(edition.held_back)) == ([], ["BUF-001", "BUF-002"])


def test_an_answer_on_the_last_day_is_in_time() -> None:
    edition = consolidate(late_plan(LateRule.REFUSE), [in_time("BUF", 1)])
    assert (edition.units[0].status, edition.units[0].late) == (UnitStatus.ANSWERED, False)
    assert codes(edition, "i tid.xlsx") == []


def test_what_mends_an_answer_in_time_is_not_late() -> None:
    edition = consolidate(
        late_plan(LateRule.REFUSE), [in_time("BUF", 1), answer("BUF", 1, 2, file="ny.xlsx")]
    )
    assert (edition.units[0].status, edition.units[0].late) == (UnitStatus.ANSWERED, False)
    assert ids(edition.records) == ["BUF-001", "BUF-002"]


def test_of_two_late_answers_the_later_one_alone_is_told_of_as_late() -> None:
    late = [answer("BUF", 1, file="a.xlsx"), answer("BUF", 1, file="b.xlsx", saved=LATER)]
    edition = consolidate(late_plan(LateRule.HOLD), late)
    assert (codes(edition, "a.xlsx"), codes(edition, "b.xlsx")) == (["answer-replaced"], ["answer-late-held"])


def test_an_answer_of_which_nobody_knows_when_it_came_is_not_late() -> None:
    edition = consolidate(late_plan(LateRule.REFUSE), [answer("BUF", 1, saved=None)])
    assert not edition.units[0].late

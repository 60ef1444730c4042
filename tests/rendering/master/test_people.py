from __future__ import annotations

from datetime import date

from aktivplan.edition import Edition
from tests.rendering.master.support import of, rendered, rows
from tests.support import activity, make_plan, make_submission, period, value

PLAN = make_plan()
SPRING = period("mars–maj", date(2027, 3, 1), date(2027, 5, 31))
TITLE = "Utbilda all personal i barnkonventionen"


def edition() -> Edition:
    named = [
        activity(PLAN, "BUF", number, ansvarig=value(name), tid=SPRING, text=TITLE)
        for number, name in enumerate(("Eva Lind", "Eva Lind", "Eva Lindh"), 1)
    ]
    other = activity(PLAN, "SOC", 1, ansvarig=value("Bo Ek"), tid=SPRING, text=TITLE)
    return of(PLAN, make_submission(PLAN, "BUF", *named), make_submission(PLAN, "SOC", other))


def test_everybody_stands_with_rows_units_the_busiest_month_and_the_load_of_each() -> None:
    first, *_ = rows(rendered(edition())["Ansvarig"])

    assert (first["Ansvarig"], first["Rader"], first["Enheter"], first["Enhetskoder"]) == (
        "Eva Lind",
        2,
        1,
        "BUF",
    )
    assert (first["Tyngsta månad"], first["Rader den månaden"]) == ("mars 2027", 2)
    assert (first["feb 27"], first["mars 27"], first["maj 27"], first["juni 27"]) == (None, 2, 2, None)


def test_names_that_are_alike_stand_beside_one_another_with_what_differs() -> None:
    (pair,) = rows(rendered(edition())["Namn som liknar varandra"])

    assert (pair["Namn"], pair["Annat namn"], pair["Vad som skiljer"]) == (
        "Eva Lind",
        "Eva Lindh",
        "stavning",
    )
    assert pair["Likhet"] > 0.85


def test_rows_that_could_be_done_together_are_linked_and_what_is_not_listed_is_told() -> None:
    sheet = rendered(edition())["Kan göras tillsammans"]
    first, *_ = rows(sheet)

    assert (first["Nr"], first["Andra raden: Nr"], first["Mål nr"], first["Likhet"]) == (
        "BUF-001",
        "SOC-001",
        "1.1",
        1,
    )
    assert sheet["B6"].hyperlink.location == "'Aktiviteter'!A6"


def test_what_is_not_listed_is_told() -> None:
    units = {"BUF": 30, "SOC": 20}
    sent = [
        make_submission(
            PLAN,
            unit,
            *(activity(PLAN, unit, number, tid=SPRING, text=TITLE) for number in range(1, count + 1)),
        )
        for unit, count in units.items()
    ]

    assert rendered(of(PLAN, *sent))["Kan göras tillsammans"]["A2"].value.endswith(
        "Ytterligare 580 är inte uppräknade."
    )


def test_no_sheet_is_made_of_names_or_rows_where_none_are_alike() -> None:
    names = rendered(of(PLAN, make_submission(PLAN, "BUF", activity(PLAN, "BUF", 1)))).sheetnames

    assert "Namn som liknar varandra" not in names
    assert "Kan göras tillsammans" not in names

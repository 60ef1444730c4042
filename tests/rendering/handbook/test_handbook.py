from __future__ import annotations

from dataclasses import replace
from datetime import date

from aktivplan.records import Value
from aktivplan.rendering.handbook.handbook import render_handbook
from tests.rendering.handbook.documents import (
    Handbook,
    W,
    make_edition,
    small_edition,
    style_of,
    text_of,
    wide_table,
)
from tests.support import (
    activities_table,
    activity,
    make_plan,
    make_record,
    make_settings,
    value,
)


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert render_handbook(small_edition()).packed() == render_handbook(small_edition()).packed()


def test_the_chapters_stand_in_their_order() -> None:
    chapters = [text for level, text in Handbook(small_edition()).headings if level == 1]
    assert chapters == [
        "Sammanfattning",
        "Inledning",
        "Målen i korthet",
        "Planen mål för mål",
        "Enheternas sidor",
        "Resurser och budget",
        "Årshjul",
        "Tidslinje",
        "Uppföljning",
        "Vem ansvarar för vad",
        "Bilaga: Underlag för handboken",
    ]


def test_every_record_has_a_place_of_its_own_that_links_lead_to() -> None:
    edition = small_edition()
    handbook = Handbook(edition)
    places = {}
    for start in handbook.all("bookmarkStart"):
        following = start.getnext()
        if start.get(f"{W}name", "").startswith("record_") and following is not None:
            places[start.get(f"{W}name")] = text_of(following)
    assert sorted(places.values()) == ["BUF-001", "BUF-002", "SOC-001"]


def test_the_contents_list_names_every_heading_and_is_a_field() -> None:
    handbook = Handbook(small_edition())
    entries = [(n, text_of(p)) for p in handbook.all("p") for n in (1, 2, 3) if style_of(p) == f"TOC{n}"]
    assert entries == handbook.headings
    (instruction,) = handbook.all("instrText")
    assert instruction.text == ' TOC \\o "1-3" \\h \\z \\u '
    assert [one.get(f"{W}fldCharType") for one in handbook.all("fldChar")] == ["begin", "separate", "end"]


def test_a_long_contents_list_leaves_the_third_level_out() -> None:
    from aktivplan.definition.models import Goal

    goals = (
        Goal(id="1", text="Allt"),
        *(Goal(id=f"1.{n}", text=f"Mål {n}", parent="1") for n in range(1, 161)),
    )
    plan = make_plan(goals=goals)
    handbook = Handbook(make_edition(plan, activity(plan, "BUF", 1)))
    assert not handbook.styled("TOC3")
    (instruction,) = handbook.all("instrText")
    assert instruction.text == ' TOC \\o "1-2" \\h \\z \\u '


def test_the_cover_tells_the_facts() -> None:
    handbook = Handbook(small_edition())
    facts = text_of(next(handbook.all("tbl")))
    assert "Karin Öberg" in facts
    assert "2 av 3 enheter" in facts
    assert "1 januari 2027 till 31 december 2027" in facts
    assert "Utgåva" not in facts


def test_the_cover_tells_the_editions_day_if_it_has_one() -> None:
    handbook = Handbook(replace(small_edition(), day=date(2026, 12, 1)))
    assert "1 december 2026" in text_of(next(handbook.all("tbl")))


def test_a_goal_without_anything_says_so() -> None:
    below = Handbook(small_edition()).below("1.2 Barn i utsatta hem upptäcks tidigare")
    assert "Inget är planerat" in below


def test_a_goal_shows_the_records_of_all_units() -> None:
    below = Handbook(small_edition()).below("1.1 Vi vet mer om barns levnadsvillkor")
    assert "BUF-001" in below
    assert "SOC-001" in below
    assert "BUF-002" not in below


def test_a_blank_field_says_that_it_is_not_stated() -> None:
    plan = make_plan()
    record = activity(plan, "BUF", 1, resurser=value(""))
    assert "Ej angivet" in Handbook(make_edition(plan, record)).below(
        "1.1 Vi vet mer om barns levnadsvillkor"
    )


def test_the_goal_tree_counts_records_and_units() -> None:
    handbook = Handbook(small_edition())
    tree = list(handbook.all("tbl"))[2]
    rows = [[text_of(cell) for cell in row.findall(f"{W}tc")] for row in tree.findall(f"{W}tr")]
    assert rows[0] == ["Nr", "Nivå", "Mål", "Aktiviteter", "Enheter"]
    assert rows[1] == ["1", "Utvecklingsområde", "Barns levnadsvillkor", "2", "2"]
    assert rows[3] == ["1.2", "Övergripande mål", "Barn i utsatta hem upptäcks tidigare", "0", "0"]


def test_a_unit_has_a_page_with_its_records_by_date() -> None:
    plan = make_plan()
    days = {1: date(2027, 9, 1), 2: date(2027, 2, 1)}
    records = [activity(plan, "BUF", n, tid=Value(str(day), _interval(day))) for n, day in days.items()]
    handbook = Handbook(make_edition(plan, *records))
    heading = next(
        p for p in handbook.styled("Heading2") if text_of(p) == "Barn- och utbildningsförvaltningen"
    )
    assert heading.find(f"{W}pPr/{W}pageBreakBefore") is not None
    below = handbook.below("Barn- och utbildningsförvaltningen")
    assert "Kontakt: Eva Lind" in below
    assert below.index("BUF-002") < below.index("BUF-001")
    assert "@" not in below


def _interval(day: date) -> object:
    from aktivplan.records import Period, PeriodKind

    return Period(str(day), PeriodKind.INTERVAL, day, day)


def test_a_unit_that_has_not_answered_stands_in_a_list_and_has_no_page() -> None:
    handbook = Handbook(small_edition())
    below = handbook.below("Enheternas sidor")
    assert "De här enheterna har inte svarat ännu:\nKultur och fritid" in below
    assert (2, "Kultur och fritid") not in handbook.headings


def test_who_is_responsible_leads_to_the_records() -> None:
    below = Handbook(small_edition()).below("Vem ansvarar för vad")
    assert "Rektor" in below
    assert "BUF-001 Samtala med barn om deras vardag, omgång 1" in below


def test_a_name_with_many_records_gets_several_rows() -> None:
    plan = make_plan()
    handbook = Handbook(make_edition(plan, *(activity(plan, "BUF", n) for n in range(1, 15))))
    assert "Rektor, forts." in handbook.below("Vem ansvarar för vad")


def test_the_appendix_names_every_unit_with_its_answer() -> None:
    below = Handbook(small_edition()).below("Bilaga: Underlag för handboken")
    assert "BUF.xlsx" in below
    assert "2 november 2026" in below
    assert "Saknas" in below


def test_a_table_without_goals_gets_a_section() -> None:
    plan = make_plan()
    wheel = activities_table(key="hjul", title="Årshjul", code="H", fields=plan.tables[0].fields[1:])
    plan = make_plan(tables=(plan.tables[0], wheel))
    record = make_record(plan, "BUF", 1, {"aktivitet": value("Medarbetarsamtal")}, table="hjul")
    handbook = Handbook(make_edition(plan, activity(plan, "BUF", 1), record))
    assert (2, "Årshjul") in handbook.headings
    assert "Medarbetarsamtal" in handbook.below("Årshjul")


def test_a_record_without_a_goal_is_not_lost() -> None:
    plan = make_plan()
    handbook = Handbook(make_edition(plan, activity(plan, "BUF", 1, mal=value(""))))
    assert "BUF-001" in handbook.below("Utan mål")


def test_a_table_with_many_fields_is_shown_as_cards() -> None:
    plan = make_plan(tables=(wide_table(),))
    goal = Value("1.1 Vi vet mer", "1.1")
    record = make_record(plan, "BUF", 1, {"f_goal": goal, "f_text": value("Ett ord")})
    handbook = Handbook(make_edition(plan, record))
    (card,) = handbook.styled("CardTitle")
    assert text_of(card) == "BUF-T001 · Barn- och utbildningsförvaltningen"
    labels = [text_of(p) for p in (*handbook.styled("CellLabel"), *handbook.styled("CellLastLabel"))]
    assert labels[0] == "Plan"
    assert "Fält text" in labels
    assert "Fält goal" not in labels


def test_a_numbered_record_shows_its_number() -> None:
    plan = make_plan(tables=(activities_table(numbered=True),))
    handbook = Handbook(make_edition(plan, activity(plan, "BUF", 1)))
    assert "1.1.1 BUF-001" in handbook.below("1.1 Vi vet mer om barns levnadsvillkor")


def test_markup_formulas_and_control_characters_are_only_text() -> None:
    plan = make_plan()
    nasty = '=1+1 <b>&amp; "x"\x00\ud800\ufffe @SUM'
    record = activity(plan, "BUF", 1, text=nasty, ansvarig=value("\x01"))
    handbook = Handbook(make_edition(plan, record))
    assert '=1+1 <b>&amp; "x" @SUM' in handbook.below("1.1 Vi vet mer om barns levnadsvillkor")
    assert all(text_of(cell).strip() for cell in handbook.all("tc"))


def test_purpose_and_follow_up_are_the_plans_own() -> None:
    plan = make_plan(
        settings=make_settings(
            purpose="Alla barn ska synas.", follow_up="Vi följer upp i maj:\n- mål\n- mått"
        )
    )
    handbook = Handbook(make_edition(plan, activity(plan, "BUF", 1)))
    assert "Alla barn ska synas." in handbook.below("Därför finns planen")
    assert "mått" in [text_of(p) for p in handbook.styled("ListBullet")]


def test_an_edition_without_records_still_makes_a_handbook() -> None:
    handbook = Handbook(make_edition(make_plan()))
    chapters = [text for level, text in handbook.headings if level == 1]
    assert "Tidslinje" not in chapters
    assert "Vem ansvarar för vad" not in chapters
    assert "0 av 3 enheter" in handbook.text


def test_targets_stand_under_follow_up() -> None:
    field = {"measurable": True}
    table = activities_table()
    fields = tuple(f.model_copy(update=field) if f.key == "indikatorer" else f for f in table.fields)
    plan = make_plan(tables=(activities_table(fields=fields),))
    handbook = Handbook(make_edition(plan, activity(plan, "BUF", 1)))
    assert "≥ 80 %" in handbook.below("Det här ska mätas")

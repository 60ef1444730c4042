from __future__ import annotations

from aktivplan.definition.models import Unit
from tests.rendering.handbook.documents import Handbook, W, make_edition, small_edition, text_of
from tests.rendering.handbook.templates import heading, line, template
from tests.support import activity, make_plan

COVERAGE = template(heading("Mål"), line("{{ täckning }}"), line("Slut."))
STATUS = template(heading("Svar"), line("{{ svarsläge }}"), line("Slut."))


def rows(handbook: Handbook) -> list[list[str]]:
    (table,) = handbook.all("tbl")
    return [[text_of(cell) for cell in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")]


def test_each_goal_stands_with_its_units_and_a_gap_is_told_in_words() -> None:
    handbook = Handbook(small_edition(), template=COVERAGE)
    assert rows(handbook)[0] == ["Mål", "Rader", "Rader per enhet"]
    assert [row[2] for row in rows(handbook)[1:]] == [
        "Barn- och utbildningsförvaltningen: 1, Socialförvaltningen: 1",
        "Lucka: inga rader",
        "Barn- och utbildningsförvaltningen: 1",
    ]


def test_goals_that_nobody_serves_are_named() -> None:
    assert (
        "Ingen har planerat något för: 1.2 Barn i utsatta hem upptäcks tidigare"
        in Handbook(small_edition(), template=COVERAGE).text
    )


def test_many_units_stand_as_their_groups() -> None:
    units = tuple(Unit(code=f"E{n}", name=f"Enhet {n}", group=f"Område {n % 3}") for n in range(36))
    plan = make_plan(units=units)
    handbook = Handbook(
        make_edition(plan, *(activity(plan, unit.code, 1) for unit in units)), template=COVERAGE
    )
    assert rows(handbook)[1][1:] == ["36", "Område 0: 12, Område 1: 12, Område 2: 12"]


def test_units_tell_whether_they_have_answered() -> None:
    handbook = Handbook(small_edition(), template=STATUS)
    assert [row[-2:] for row in rows(handbook)[1:]] == [
        ["Har svarat", "2"],
        ["Har svarat", "1"],
        ["Saknas", "0"],
    ]


def test_a_short_table_beside_a_figure_stays_on_one_page() -> None:
    handbook = Handbook(small_edition(), template=STATUS)
    (table,) = handbook.all("tbl")
    *others, last = table.findall(f"{W}tr")[1:]
    assert all(one.find(f".//{W}keepNext") is not None for one in others)
    assert last.find(f".//{W}keepNext") is None

from __future__ import annotations

import pickle
from datetime import date
from functools import cache

import pytest

from aktivplan import palette
from aktivplan.definition.models import Field, Plan, Table, Unit
from aktivplan.definition.terms import FieldType
from aktivplan.edition import Edition
from aktivplan.i18n import LANGUAGES, translator
from aktivplan.records import Record, Value
from aktivplan.rendering.figures import (
    coverage_drawing,
    readiness_drawing,
    status_drawing,
    targets_drawing,
    timeline_drawing,
    wheel_drawing,
)
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.figures.figures import draw_figures, plan_figures
from tests.rendering.handbook.documents import make_edition
from tests.support import activities_table, make_plan, make_record, make_settings, period, value

ALL = ["timeline", "year-wheel", "coverage", "targets", "readiness", "status"]


def full_plan(language: str = "sv", *, many: bool = False) -> Plan:
    """A plan with something for every figure, and as long a title as people give one."""
    activities = [
        Field(**(one.model_dump() | {"measurable": one.key == "indikatorer"}))
        for one in activities_table().fields
    ]
    readiness = (
        Field(key="omrade", heading="Område", type=FieldType.GOAL, level=1),
        Field(key="insatser", heading="Insatser", type=FieldType.NUMBER, minimum=1, maximum=9),
    )
    units = tuple(Unit(code=f"E{n}", name=f"Enhet {n}", group=f"Grupp {n % 9}") for n in range(40))
    plan = make_plan(
        settings=make_settings(language=language, title="Handlingsplan för barnets rättigheter " * 6),
        tables=(
            activities_table(fields=tuple(activities), code="A"),
            Table(key="beredskap", title="Beredskap", code="B", fields=readiness),
        ),
    )
    return Plan(**(dict(plan) | {"units": units})) if many else plan


@cache
def full_edition(language: str = "sv", *, many: bool = False) -> Edition:
    plan = full_plan(language, many=many)
    unit = "E1" if many else "BUF"
    number = {"omrade": Value("1", "1"), "insatser": Value("5", 5.0)}
    return make_edition(
        plan,
        *(_activity(plan, unit, row) for row in range(1, 4)),
        make_record(plan, unit, 1, number, table="beredskap"),
    )


def _activity(plan: Plan, unit: str, row: int) -> Record:
    values = {
        "mal": Value(plan.goals_by_id["1.1"].label, "1.1"),
        "aktivitet": value(f"Samtal med barn, omgång {row}"),
        "ansvarig": value("Rektor"),
        "tid": period("tid", date(2027, row, 1), date(2027, row + 2, 28)),
        "indikatorer": value(f"Minst {60 + row} % av barnen"),
    }
    return make_record(plan, unit, row, values)


@cache
def drawn(*, many: bool = False) -> dict[str, Figure]:
    return draw_figures(plan_figures(full_edition(many=many)))


def test_an_edition_with_something_for_each_gets_every_figure() -> None:
    assert list(drawn()) == ALL


def test_an_empty_edition_shows_only_who_has_answered() -> None:
    assert list(draw_figures(plan_figures(make_edition(make_plan())))) == ["status"]


def test_what_stands_in_figures_can_be_sent_to_another_process() -> None:
    figures = plan_figures(full_edition())
    assert pickle.loads(pickle.dumps(figures)) == figures  # noqa: S301


def test_the_same_edition_gives_the_same_pictures() -> None:
    assert draw_figures(plan_figures(full_edition())) == drawn()


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("many", [False, True])
def test_pictures_are_sharp_and_fit_on_a_page(name: str, *, many: bool) -> None:
    figure = drawn(many=many)[name]
    width, height = (int.from_bytes(figure.png[at : at + 4], "big") for at in (16, 20))
    assert width / (figure.width_cm / 2.54) >= 200
    assert height / (figure.height_cm / 2.54) >= 200
    assert figure.width_cm <= 17
    assert figure.height_cm <= 22
    assert b"atplotlib" not in figure.png


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("many", [False, True])
def test_the_words_for_every_picture_are_short_enough_in_every_language(language: str, *, many: bool) -> None:
    figures, t = plan_figures(full_edition(language, many=many)), translator(language)
    texts = [
        words(data, t)
        for data, words in (
            (figures.timeline, timeline_drawing.alternative_text),
            (figures.year_wheel, wheel_drawing.alternative_text),
            (figures.coverage, coverage_drawing.alternative_text),
            (figures.targets, targets_drawing.alternative_text),
            (figures.readiness, readiness_drawing.alternative_text),
            (figures.status, status_drawing.alternative_text),
        )
    ]
    assert [text for text in texts if not 40 < len(text) <= 250] == []


def test_every_row_beside_a_figure_has_a_cell_for_every_heading() -> None:
    for many in (False, True):
        figures = plan_figures(full_edition(many=many))
        for one in (figures.year_wheel, figures.coverage, figures.targets, figures.readiness, figures.status):
            assert one is not None
            assert one.listing.rows
            assert {len(row) for row in one.listing.rows} == {len(one.listing.headings)}
            assert all(cell for row in one.listing.rows for cell in row)


def test_numbers_in_white_can_be_read_on_every_colour_of_a_ring() -> None:
    for colour in (*palette.CATEGORIES, palette.GREY):
        assert contrast(palette.WHITE, colour) >= 4.5


def test_ink_can_be_read_on_the_darkest_fields() -> None:
    for colour in palette.CATEGORIES:
        assert contrast(palette.INK, palette.mixed(palette.WHITE, colour, 0.4)) >= 4.5
    assert contrast(palette.INK, palette.mixed(palette.WHITE, palette.ACCENT, 0.45)) >= 4.5


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

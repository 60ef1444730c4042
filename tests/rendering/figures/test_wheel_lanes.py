from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aktivplan.rendering.figures.wheel_lanes import INNER_CM, OUTER_CM, Numbered, lane_radii, lay, lay_rings

TURNS = st.tuples(st.floats(0, 12), st.floats(0, 12)).map(lambda pair: (min(pair), max(pair)))


def test_what_does_not_overlap_shares_a_lane() -> None:
    assert lay([("A1", [(0.0, 2.0)]), ("A2", [(3.0, 5.0)])], 5).lanes == 1


def test_what_overlaps_lies_in_lanes_of_its_own() -> None:
    laid = lay([("A1", [(0.0, 5.0)]), ("A2", [(3.0, 6.0)])], 5)
    assert [item.lane for item in laid.items] == [0, 1]


def test_what_runs_on_to_the_end_of_the_year_shares_a_lane() -> None:
    laid = lay([("A1", [(0.0, 12.0)]), ("A2", [(3.0, 12.0)]), ("A3", [(8.0, 12.0)])], 5)
    assert laid.lanes == 1
    assert laid.items[1].marks[0] == pytest.approx(3.0, abs=0.2)


def test_numbers_of_neighbours_stand_clear_of_each_other() -> None:
    laid = lay([("A1", [(0.0, 5.0)]), ("A2", [(0.0, 6.0)])], 5)
    first, second = (item.marks[0] for item in laid.items)
    assert abs(first - second) > 0.2


def test_nearer_the_centre_a_number_takes_more_of_the_turn() -> None:
    close: list[Numbered] = [("A1", [(3.0, 3.05)]), ("A2", [(3.3, 3.35)])]
    assert lay(close, 7).lanes == 1
    assert lay(close, 2).lanes > 1


@settings(max_examples=30)
@given(st.lists(st.tuples(st.just("B12"), st.lists(TURNS, min_size=1, max_size=3)), min_size=1, max_size=12))
def test_every_item_gets_a_lane_and_a_mark_for_each_stretch(
    items: list[tuple[str, list[tuple[float, float]]]],
) -> None:
    (laid,) = lay_rings([items])
    assert [len(item.marks) for item in laid.items] == [len(stretches) for _number, stretches in items]
    assert max(item.lane for item in laid.items) < laid.lanes


def test_all_lanes_lie_between_the_months_and_the_centre() -> None:
    radii = [radius for ring in lane_radii([4, 1, 7]) for radius in ring]
    assert radii == sorted(radii, reverse=True)
    assert radii[0] < OUTER_CM
    assert radii[-1] > INNER_CM

from __future__ import annotations

from aktivplan.rendering.handbook.measures import Need, column_widths, fits_as_table, need
from aktivplan.rendering.handbook.page import TEXT_WIDTH


def test_widths_fill_the_page_exactly() -> None:
    needs = [
        need("Nr", ["BUF-001"]),
        need("Aktivitet", ["Samtala med barn " * 9]),
        need("Tid", ["mars 2027"]),
    ]
    widths = column_widths(needs)
    assert sum(widths) == TEXT_WIDTH
    assert widths[1] > 2 * widths[2]


def test_a_column_has_room_for_its_longest_word() -> None:
    needs = [need("A", ["medborgarservice"]), *(need("B", ["x" * 7 + " "] * 9) for _ in range(5))]
    assert column_widths(needs)[0] >= needs[0].word


def test_six_columns_of_short_words_fit() -> None:
    assert fits_as_table([need("Poäng", ["4"])] * 6)
    assert not fits_as_table([need("Poäng", ["4"])] * 7)


def test_long_words_side_by_side_do_not_fit() -> None:
    wordy = need("Aktivitet", ["kommunikationsutveckling och verksamhetsutveckling"])
    assert fits_as_table([wordy] * 3)
    assert not fits_as_table([wordy] * 6)


def test_long_texts_do_not_fit_in_narrow_columns() -> None:
    assert not fits_as_table([Need(word=900, letters=500)] * 4)


def test_a_column_without_records_needs_its_heading_only() -> None:
    assert need("Indikatorer", []).letters == 0

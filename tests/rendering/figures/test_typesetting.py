from __future__ import annotations

from aktivplan.rendering.figures.typesetting import broken, drawable, fitted, width


def test_what_is_too_long_is_cut_to_its_room() -> None:
    cut = fitted("Handlingsplan för barnets rättigheter i kommunen", 4.0)
    assert cut.endswith(" …")
    assert width(cut) <= 4.0


def test_words_are_broken_into_lines_and_the_last_is_cut() -> None:
    lines = broken("Handlingsplan för barnets rättigheter i hela kommunen", 3.2, 2)
    assert lines[0] == "Handlingsplan för"
    assert lines[1].endswith(" …")
    assert all(width(line) <= 3.2 for line in lines)


def test_a_character_that_the_font_lacks_is_a_box() -> None:
    assert drawable("Fritid \N{SLIGHTLY SMILING FACE}漢 åäö $x$") == "Fritid □□ åäö $x$"

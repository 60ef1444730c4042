from __future__ import annotations

from xml.sax.saxutils import unescape

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from aktivplan.i18n import translator
from aktivplan.rendering.master.texts import LONGEST, escaped, plain, shortened

SWEDISH = translator("sv")


@given(st.lists(st.text(alphabet=st.characters(codec=None), max_size=40), max_size=6))
def test_any_texts_come_out_as_valid_xml_one_for_one(texts: list[str]) -> None:
    found = escaped(texts, SWEDISH)

    assert len(found) == len(texts)
    for text in found:
        etree.fromstring(f"<t>{text}</t>".encode())


def test_control_characters_and_half_letters_go_and_the_rest_stays() -> None:
    assert escaped(["a\x00b\x1fc\ud800d\tå\ne"], SWEDISH) == ["abcd\tå\ne"]
    assert plain("a\x1fb") == "ab"


def test_markup_is_escaped() -> None:
    (text,) = escaped(["<b>A & B</b>"], SWEDISH)

    assert unescape(text) == "<b>A & B</b>"


def test_what_excel_would_take_for_an_escape_is_kept_as_written() -> None:
    assert escaped(["fil_x0041_2"], SWEDISH) == ["fil_x005F_x0041_2"]


def test_line_breaks_of_every_kind_become_one_kind() -> None:
    assert escaped(["a\r\nb\rc"], SWEDISH) == ["a\nb\nc"]


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    text = "å" * 40_000

    cut = shortened(text, SWEDISH)

    assert len(cut) == LONGEST
    assert cut.endswith("[Avkortad här. Hela texten har 40000 tecken och finns i enhetens fil.]")


def test_a_text_is_measured_as_excel_measures_it() -> None:
    text = "😀" * 20_000

    cut = shortened(text, SWEDISH)

    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST
    assert cut.startswith("😀" * 16_000)


def test_a_text_that_just_fits_is_not_cut() -> None:
    assert escaped(["a" * LONGEST], SWEDISH) == ["a" * LONGEST]

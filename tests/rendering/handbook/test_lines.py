from __future__ import annotations

import pytest

from aktivplan.rendering.handbook.lines import Line, LineKind, in_one_line, is_simple, lines


def plain(text: str) -> Line:
    return Line(LineKind.PLAIN, text)


def bullet(text: str) -> Line:
    return Line(LineKind.BULLET, text)


def number(text: str, *, first: bool = False) -> Line:
    return Line(LineKind.NUMBER, text, starts_list=first)


@pytest.mark.parametrize("sign", ["•", "-", "–", "*", "·", "▪", "\uf0b7"])
def test_a_line_that_begins_with_a_bullet_is_an_item(sign: str) -> None:
    assert lines(f"Vi ska:\n{sign} lyssna\n{sign}  svara") == (
        plain("Vi ska:"),
        bullet("lyssna"),
        bullet("svara"),
    )


def test_several_round_bullets_on_one_line_are_items() -> None:
    assert lines("Vi ska: • lyssna • svara") == (plain("Vi ska:"), bullet("lyssna"), bullet("svara"))


def test_blank_lines_are_left_out() -> None:
    assert lines("a\n\n \t\r\nb\n") == (plain("a"), plain("b"))


def test_lines_that_count_from_one_are_a_numbered_list() -> None:
    assert lines("1. tolka\n2) besluta") == (number("tolka", first=True), number("besluta"))


def test_a_second_count_begins_a_second_list() -> None:
    found = lines("1. a\n2. b\n1. c\n2. d")
    assert [line.starts_list for line in found] == [True, False, True, False]


@pytest.mark.parametrize("text", ["1. Ensam", "3. tre\n4. fyra", "2027. Året", "1.2 Mål\n1.3 Mål"])
def test_numbers_that_are_no_list_stay_as_text(text: str) -> None:
    assert [line.text for line in lines(text)] == text.splitlines()


@pytest.mark.parametrize("text", ["-5 grader", "=1+1", "@rektor", "Ett • tecken", "barn- och ungdom"])
def test_signs_inside_text_make_no_list(text: str) -> None:
    assert lines(text) == (plain(text),)


@pytest.mark.parametrize(("text", "simple"), [("En rad", True), ("- en punkt", False), ("a\nb", False)])
def test_a_plain_line_is_told_at_a_glance(text: str, simple: bool) -> None:
    assert is_simple(text) is simple


def test_the_lines_of_a_list_can_stand_one_after_the_other() -> None:
    assert (
        in_one_line("Vi ska:\n- lyssna\n- svara, alltid.\n- tacka") == "Vi ska: lyssna; svara, alltid. tacka"
    )
    assert in_one_line("1. lyssna\n2. svara") == "lyssna; svara"
    assert in_one_line(" \n") == ""

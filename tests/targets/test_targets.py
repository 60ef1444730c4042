"""Success criteria are taken apart into targets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivplan.targets import Comparator, Target, find_targets

OWNERSHIP = (
    "... der ved udgangen af 2015 er mindst 80 % af medlemmerne i kompetence teamene, der mener, at "
    "børnepolitikens værdier og intentioner er forankret. På længere sigt 95 %."
)
LANGUAGE = (
    "... der ved udgangen af 2015 er mindst 60 %, der mener, at der i høj grad er en fælles opfattelse af, hvornår "
    "der er grund til bekymring og at 95 % mener, at der er fælles redskaber til at understøtte arbejdet."
)

Short = tuple[Comparator | None, float | None, str, str, bool]
LEAST, MOST = Comparator.AT_LEAST, Comparator.AT_MOST


def short(target: Target) -> Short:
    return target.comparator, target.value, target.unit, target.due, target.longer_term


def test_a_target_for_the_longer_term_stands_apart() -> None:
    assert [short(target) for target in find_targets(OWNERSHIP)] == [
        (LEAST, 80.0, "%", "ved udgangen af 2015", False),
        (LEAST, 95.0, "%", "", True),
    ]


def test_two_targets_in_one_sentence_share_its_date() -> None:
    assert [short(target) for target in find_targets(LANGUAGE)] == [
        (LEAST, 60.0, "%", "ved udgangen af 2015", False),
        (LEAST, 95.0, "%", "ved udgangen af 2015", False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minst 80 % av eleverna trivs", (LEAST, 80.0, "%")),
        ("Mindst 80 procent af eleverne trives", (LEAST, 80.0, "%")),
        ("Minst 80 prosent av elevene trives", (LEAST, 80.0, "%")),
        ("At least 80 per cent of the pupils are content", (LEAST, 80.0, "%")),
        ("Högst 12,5 sjukdagar per anställd", (MOST, 12.5, "sjukdagar")),
        ("Svar gis innen to uker", (MOST, 2.0, "uker")),
        ("Svar inom tre dagar", (MOST, 3.0, "dagar")),
        ("Færre end fem klager", (Comparator.LESS_THAN, 5.0, "klager")),
        ("Fler än 200 besök", (Comparator.MORE_THAN, 200.0, "besök")),
        ("1 200 besök eller fler", (LEAST, 1200.0, "besök")),
        ("Andelen är ≥ 75 %", (LEAST, 75.0, "%")),
        ("Hälften av lärarna har gått kursen", (None, 50.0, "%")),
        ("Minst 8 av 10 elever svarar ja", (LEAST, 8.0, "av 10")),
        ("Mindst én gang om måneden", (LEAST, 1.0, "gang")),
        ("Andelen ökar från 60 till 80 %", (None, 80.0, "%")),
        ("80 % af de 14 stuer", (None, 80.0, "%")),
        ("Der er holdt to temadage", (None, 2.0, "temadage")),
        ("Familier med tre eller flere sager har en plan", (LEAST, 3.0, "")),
    ],
)
def test_a_figure_is_found_with_its_comparator_and_unit(
    text: str, expected: tuple[Comparator | None, float, str]
) -> None:
    assert [short(target)[:3] for target in find_targets(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Riktlinjen är antagen senast den 31 mars 2027", "senast den 31 mars 2027"),
        ("Høringen er gjennomført innen 1. mai", "innen 1. mai"),
        ("Planen er vedtaget ultimo 2027", "ultimo 2027"),
        ("Enkäten är gjord VT27", "VT27"),
        ("Alla har gått kursen senast vecka 22", "senast vecka 22"),
        ("Rutinen används från höstterminen 2027", "från höstterminen 2027"),
        ("Politikken er godkendt inden 2027-06-30", "inden 2027-06-30"),
        ("Avtalet är klart före årets slut", "före årets slut"),
        ("Fraværet er faldet ved skoleårets slutning", "ved skoleårets slutning"),
        ("The plan is adopted by June 2027", "by June 2027"),
    ],
)
def test_a_date_alone_is_a_target(text: str, due: str) -> None:
    assert [short(target) for target in find_targets(text)] == [(None, None, "", due, False)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Barnen mår bra",
        "Fler elever i årskurs 9 trivs",
        "Handlemål (1.1.1.) er nået",
        "Delmål 1.2 är uppnått",
        "Barn under 18 år får stöd",
        "Barn 3–5 år deltar oftare",
        "Elever i 9. klasse trives bedre",
        "6-åringar känner sig trygga",
        "Mallen i A4 används",
        "På sikt ska alla vara trygga",
        "Ni gör mer",
        "Pupils want to read more",
    ],
)
def test_a_text_without_figure_and_date_has_no_target(text: str) -> None:
    assert find_targets(text) == ()


def test_a_range_is_two_targets() -> None:
    assert [short(target)[:3] for target in find_targets("3–5 möten per termin")] == [
        (LEAST, 3.0, "möten"),
        (MOST, 5.0, "möten"),
    ]


def test_each_line_is_its_own_sentence() -> None:
    targets = find_targets("• 80 % har svarat\n• Rapporten är klar i maj 2027")
    assert [(target.text, target.value, target.due) for target in targets] == [
        ("80 % har svarat", 80.0, ""),
        ("Rapporten är klar i maj 2027", None, "i maj 2027"),
    ]


def test_each_figure_takes_the_date_nearest_to_it() -> None:
    targets = find_targets("Minst 70 % senast 2027 och minst 90 % senast 2029")
    assert [(target.value, target.due) for target in targets] == [
        (70.0, "senast 2027"),
        (90.0, "senast 2029"),
    ]


@pytest.mark.parametrize(
    "words", ["på sikt", "på längre sikt", "på lengre sikt", "på længere sigt", "in the long term"]
)
def test_the_longer_term_is_recognised_in_every_language(words: str) -> None:
    targets = find_targets(f"Minst 80 %, {words} 95 %")
    assert [target.longer_term for target in targets] == [False, True]


def test_a_non_breaking_space_before_the_percent_sign_is_a_space() -> None:
    assert [target.unit for target in find_targets("80\N{NO-BREAK SPACE}%")] == ["%"]


@pytest.mark.parametrize("text", ["80 % är nöjda", "Klart senast 2027", "Minst två möten", "Färdigt i juni"])
def test_what_has_a_figure_or_a_date_is_measurable(text: str) -> None:
    assert find_targets(text)


def test_what_has_neither_is_not_measurable() -> None:
    assert find_targets("Barnen är trygga") == ()


@given(st.text())
def test_no_text_makes_it_fail(text: str) -> None:
    assert all(one.text in text.replace("\N{NO-BREAK SPACE}", " ") for one in find_targets(text))

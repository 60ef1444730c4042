from __future__ import annotations

import pytest

from aktivplan.reading.folding import fold, fold_bare


@pytest.mark.parametrize(
    "heading", ["Ansvarig", "ANSVARIG:", " ansvarig *", "An\u00adsvarig".replace("\u00ad", ""), "Ansvarig\n"]
)
def test_case_spaces_and_marks_at_the_end_do_not_tell_texts_apart(heading: str) -> None:
    assert fold(heading) == "ansvarig"


def test_line_breaks_and_hard_spaces_are_spaces() -> None:
    assert fold("Tids-\u00a0og\nhandleplan") == "tids- og handleplan"


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert fold("Ma\u030al") == fold("Mål")


def test_dashes_and_quotes_are_the_same() -> None:
    assert fold("2026–2027 “år”") == fold('2026-2027 "år"')


def test_bare_headings_lack_their_help() -> None:
    assert fold_bare("Handlemål (det betyder, at...)") == "handlemål"

from __future__ import annotations

import pytest

from aktivplan.definition.plan_settings import SETTINGS
from aktivplan.definition.plan_sheets import LISTS, SHEETS
from aktivplan.definition.plan_slots import SheetWords, Slot
from aktivplan.definition.plan_words import fold, key_from, language_of, sheet_named, slot_named, word_named
from aktivplan.i18n import LANGUAGES, translator

SLOTS = [(sheet, slot) for sheet in SHEETS for slot in sheet.slots]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.kind)
def test_a_sheet_is_known_by_its_name_in_every_language(sheet: SheetWords, language: str) -> None:
    assert sheet_named(translator(language)(sheet.name)) is sheet


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("sheet", "slot"), SLOTS)
def test_a_slot_is_known_by_its_name_in_every_language(sheet: SheetWords, slot: Slot, language: str) -> None:
    number = 2 if "{number}" in slot.name else 0
    assert slot_named(sheet, slot.named(translator(language), number)) == (slot, number)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slot", [slot for _sheet, slot in SLOTS if slot.words], ids=lambda s: s.attribute)
def test_a_word_means_the_same_in_every_language(slot: Slot, language: str) -> None:
    t = translator(language)
    assert [word_named(slot, t(word.message)) for word in slot.words] == [word.value for word in slot.words]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("sheet", "slot"), SLOTS)
def test_what_is_shown_beside_a_cell_is_as_short_as_excel_asks(
    sheet: SheetWords, slot: Slot, language: str
) -> None:
    t = translator(language)
    assert len(slot.named(t, 9)) <= 32
    assert len(t(slot.help)) <= 255
    assert len(",".join(t(word.message) for word in slot.words)) <= 255


def test_names_are_compared_without_case_spaces_hyphens_marks_and_parentheses() -> None:
    assert fold("E-post:*") == fold("e  POST (frivillig)") == "epost"


def test_a_name_that_means_nothing_is_no_slot() -> None:
    assert slot_named(SETTINGS, "Målnivå") is None
    assert slot_named(LISTS[0], "Färg 2") is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("tids__plan_", "tids__plan_"),
        ("Övergripande mål", "overgripande_mal"),
        ("Ønsker & ærinder", "onsker_aerinder"),
        ("2027 års plan", "n2027_ars_plan"),
        ("x" * 60, "x" * 40),
        ("!?", ""),
    ],
)
def test_a_key_is_made_of_plain_letters(text: str, key: str) -> None:
    assert key_from(text) == key
    assert key_from(key) == key


def test_the_language_is_the_one_most_sheets_are_named_in() -> None:
    assert language_of(("Indstillinger", "Mål", "Enheder", "Tables")) == "da"

from __future__ import annotations

from tests.rendering.master.support import cell, rendered, rows, small_edition


def test_errors_stand_first_each_with_what_to_do_in_the_plans_language() -> None:
    found = rows(rendered(small_edition())["Anmärkningar"])

    assert [row["Allvar"] for row in found] == ["Fel", "Fel", "Varning"]
    assert found[0]["Enhetskod"] == "BUF"
    assert found[0]["Cell"] == "D7"
    assert found[0]["Radens nr"] == "BUF-002"
    assert found[0]["Anmärkningens kod"] == "required-empty"
    assert found[0]["Vad som är fel, och vad du gör åt det"].startswith("Ansvarig saknas i D7.")


def test_a_finding_is_linked_to_its_cell() -> None:
    link = cell(rendered(small_edition())["Anmärkningar"], "Fil").hyperlink

    assert (link.target, link.location) == ("../returned/BUF.xlsx", "'Aktiviteter'!D7")


def test_severities_are_coloured_besides_being_words() -> None:
    rules = rendered(small_edition())["Anmärkningar"].conditional_formatting

    words = {rule.formula[0] for area in rules for rule in area.rules}
    assert words == {'"Fel"', '"Varning"', '"Upplysning"'}

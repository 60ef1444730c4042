from __future__ import annotations

import pytest

from aktivplan.targets import find_targets
from aktivplan.targets.population import population


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("Minst 80 % av eleverna känner till barnkonventionen.", "eleverna"),
        ("mindst 90 % af de nye familier har haft en samtale", "de nye familier"),
        ("9 ud af 10 forældre svarer ja", "forældre"),
        ("Minst 75 prosent av lærerne i kommunen deltar på kurs", "lærerne i kommunen"),
        ("At least 80% of the schools have a council by 2027", "the schools"),
        ("70 % af personalet i november 2027 svarer ja", "personalet"),
        ("12,5 % av barnen, räknat på alla", "barnen"),
        ("Sjukfrånvaron minskar med 20 %", ""),
        ("Fyra kurser har hållits", ""),
    ],
)
def test_whom_a_share_is_a_share_of(text: str, among: str) -> None:
    assert population(find_targets(text)[0]) == among


def test_each_of_two_shares_has_its_own() -> None:
    targets = find_targets("80 % av eleverna och 90 % av lärarna är nöjda")
    assert [population(target) for target in targets] == ["eleverna och 90 % av lärarna", "lärarna"]

from __future__ import annotations

import pytest

from aktivplan.i18n import translator
from aktivplan.rendering.figures.follow_ups import follow_up_months


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [
        ("sv", "Planen stäms av i april och september 2027.", ((4, 2027), (9, 2027))),
        ("da", "Status gøres i maj, og igen i juni 2027 og januar 2028.", ((5, 2027), (6, 2027), (1, 2028))),
        ("nb", "Enhetene rapporterer i oktober. I 2028 evalueres planen.", ((10, None),)),
        ("en", "Units may march on; they report in May and March.", ((5, None), (3, None))),
        ("sv", "Följs upp löpande.", ()),
    ],
)
def test_months_are_found_with_the_year_written_after_them(
    language: str, text: str, months: tuple[tuple[int, int | None], ...]
) -> None:
    assert follow_up_months(text, translator(language)) == months

from __future__ import annotations

from datetime import date

import pytest

from aktivplan.definition.models import Field
from aktivplan.definition.terms import FieldType
from aktivplan.i18n import translator
from aktivplan.records import Parsed, Value
from aktivplan.rendering.handbook.wording import Wording
from tests.support import activity, make_plan, value


def wording(language: str = "sv") -> Wording:
    return Wording(make_plan(), translator(language))


def of(kind: FieldType) -> Field:
    return Field(key="f", heading="F", type=kind)


@pytest.mark.parametrize(
    ("kind", "text", "parsed", "shown"),
    [
        (FieldType.DATE, "2027-03-04", date(2027, 3, 4), "4 mars 2027"),
        (FieldType.PERIOD, "2027-09-04", "2027-09-04", "4 sep. 2027"),
        (FieldType.PERIOD, "primo 2027", "primo 2027", "primo 2027"),
        (FieldType.GOAL, "1.1", "1.1", "1.1 Vi vet mer om barns levnadsvillkor"),
        (FieldType.MULTICHOICE, "a;b", ("Förskola", "Grundskola"), "Förskola, Grundskola"),
        (FieldType.PERCENT, "0.8", 0.8, "80\N{NO-BREAK SPACE}%"),
        (FieldType.MONEY, "12500", 12500.0, "12\N{NO-BREAK SPACE}500"),
        (FieldType.YESNO, "x", True, "Ja"),
        (FieldType.NUMBER, "många", None, "många"),
        (FieldType.TEXT, "=1+1", "=1+1", "=1+1"),
        (FieldType.TEXT, " \t\n", None, "Ej angivet"),
    ],
)
def test_a_value_is_shown_as_people_write_it(kind: FieldType, text: str, parsed: Parsed, shown: str) -> None:
    assert wording().value(of(kind), Value(text, parsed)) == shown


def test_a_date_follows_the_language() -> None:
    shown = wording("da").value(of(FieldType.DATE), Value("2027-03-04", date(2027, 3, 4)))
    assert shown == "4. mar. 2027"


def test_a_short_title_is_the_first_line_cut_between_words() -> None:
    plan = make_plan()
    field = plan.tables[0].field("aktivitet")
    long = activity(plan, "BUF", 1, text="Samtala med barn om deras vardag " * 9)
    listed = activity(plan, "BUF", 2, text="• Enkät:\n• Samtal")
    blank = activity(plan, "BUF", 3, aktivitet=value(""))
    assert wording().brief(long, field).endswith("vardag Samtala …")
    assert wording().brief(listed, field) == "Enkät"
    assert wording().brief(blank, field) == "BUF-003"


def test_a_list_in_short_has_no_signs_of_its_items() -> None:
    assert wording().shortened("- träff i mars\n- träff i maj") == "träff i mars; träff i maj"

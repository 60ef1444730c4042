"""Texts with their placeholders filled in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivplan.definition.message_words import Placeholder
from aktivplan.definition.models import MessageText
from aktivplan.definition.terms import MessageKind
from aktivplan.delivery.kinds import Kind
from aktivplan.delivery.letters import letter, letter_to_leader
from aktivplan.delivery.texts import filled, filled_line, listed
from tests.support import make_plan

VALUES = {
    Placeholder.UNIT: "Kultur och fritid",
    Placeholder.CONTACT: "",
    Placeholder.TITLE: "Barn\nplan",
    Placeholder.MISSING: listed(["Ansvarig saknas.", "Tid\nsaknas."]),
}


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Till {{ enhet }}.", "Till Kultur och fritid.\n"),
        ("Till {{unit}}, {{ ENHED }}", "Till Kultur och fritid, Kultur och fritid\n"),
        ("Hej {{ kontaktperson }}!", "Hej!\n"),
        ("Hej\n\n{{ kontaktperson }}\n\nTack", "Hej\n\nTack\n"),
        ("{{ titel }} är klar", "Barn plan är klar\n"),
        ("Saknas: {{ det som saknas }} Tack", "Saknas:\n• Ansvarig saknas.\n• Tid saknas.\n Tack\n"),
        ("a\r\n\r\nb", "a\n\nb\n"),
        ("{{ okänt }}", "{{ okänt }}\n"),
    ],
)
def test_a_text_is_filled_in(text: str, result: str) -> None:
    assert filled(text, VALUES) == result


def test_a_subject_is_one_line() -> None:
    assert (
        filled_line("Om {{ titel }}\n{{ enhet }} {{ kontaktperson }}", VALUES)
        == "Om Barn plan Kultur och fritid"
    )


@given(st.text())
def test_braces_in_a_name_are_not_filled_in(name: str) -> None:
    values = {Placeholder.UNIT: "{{ titel }}" + name, Placeholder.TITLE: "hemlig"}
    assert "hemlig" not in filled_line("{{ enhet }}", values).replace(name, "")


def test_a_plans_own_text_is_what_the_message_says() -> None:
    own = MessageText(
        kind=MessageKind.HANDBOOK, subject="Klart: {{ titel }}", body="Till {{ enhet }}, {{ period }}"
    )
    plan = make_plan(messages=(own,))
    written = letter(plan, plan.units[2], Kind.HANDBOOK)
    assert written.subject == "Klart: Handlingsplan för barnets rättigheter"
    assert written.body == "Till Kultur och fritid, 1 januari 2027 till 31 december 2027\n"


def test_the_leader_is_told_how_many_have_answered() -> None:
    written = letter_to_leader(make_plan(), answered=1, summary="Har inte svarat:\n\n• SOC")
    assert written.address == "karin.oberg@lindesjo.example"
    assert written.subject.endswith("1 av 3 enheter har svarat")
    assert "2 saknas" in written.body
    assert "\n\nHar inte svarat:\n\n• SOC\n" in written.body

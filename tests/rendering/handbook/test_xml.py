"""Texts escaped together are what each would be alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aktivplan.rendering.handbook.xml import escape, escape_all

TEXTS = st.text() | st.text(alphabet='ab&<>"\n\x0b\x1e\x1f\ufffe\xa0')


@given(st.lists(TEXTS))
def test_many_texts_are_escaped_as_each_alone(texts: list[str]) -> None:
    assert list(escape_all(texts)) == [escape(text) for text in texts]


def test_markup_breaks_and_what_xml_forbids() -> None:
    assert list(escape_all(["A & B", "rad\n\nrad", "a\x1f\x00b", "", "rent"])) == [
        "A &amp; B",
        "rad rad",
        "ab",
        "",
        "rent",
    ]

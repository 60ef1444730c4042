"""A letter's text as HTML."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivplan.delivery.page import page_of


class Seen(HTMLParser):
    """The elements and the links of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.links += [value or "" for name, value in attributes if name in ("href", "src")]


def body_of(text: str) -> str:
    return page_of(text, "sv").partition("<body")[2].partition(">\n")[2].rpartition("</body>")[0]


def test_paragraphs_lists_and_lines_become_what_they_are() -> None:
    text = "Hej!\n\nGör så här:\n• spara\n- skicka\nTack\n\nKarin\nLindesjö"
    assert body_of(text) == (
        "<p>Hej!</p>\n<p>Gör så här:</p>\n<ul>\n<li>spara</li>\n<li>skicka</li>\n</ul>\n<p>Tack</p>\n<p>Karin<br>Lindesjö</p>\n"
    )


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Se https://lindesjo.example/plan?a=1&b=2.", "https://lindesjo.example/plan?a=1&b=2"),
        ("(https://lindesjo.example/)", "https://lindesjo.example/"),
        ("Skriv till karin.oberg@lindesjo.example.", "mailto:karin.oberg@lindesjo.example"),
    ],
)
def test_addresses_become_links(text: str, link: str) -> None:
    assert Seen(page_of(text, "sv")).links == [link]


def test_a_page_says_its_language_and_fits_a_phone() -> None:
    page = page_of("Hej", "nb")
    assert '<html lang="nb">' in page
    assert "width=device-width" in page


@given(st.text())
def test_no_text_becomes_markup(text: str) -> None:
    seen = Seen(page_of(text, "sv"))
    assert set(seen.elements) <= {"html", "head", "meta", "body", "p", "br", "ul", "li", "a"}
    assert all(link.startswith(("https://", "http://", "mailto:")) for link in seen.links)

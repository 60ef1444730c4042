"""A letter's text as a page of HTML that says the same: paragraphs, lists, links. Loads nothing from anywhere."""

from __future__ import annotations

import html
import itertools
import re

_LIST = re.compile(r"[•\-*–] +")
_LINK = re.compile(
    r"(?P<web>https?://[^\s<>\"]*[^\s<>\".,:;!?)\]'”»])|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)
_STYLE = (
    "font-family: Calibri, Carlito, Arial, sans-serif; font-size: 16px; line-height: 1.5; color: #1a1a1a; "
    "background: #ffffff; max-width: 640px; margin: 16px; overflow-wrap: anywhere"
)


def page_of(body: str, language: str) -> str:
    """The page.

    Args:
        body: paragraphs with an empty line between them; lines that begin with "• ", "- ", "* " or "– " are a list.
        language: the text's, as a tag.
    """
    parts = "".join(map(_paragraph, re.split(r"\n{2,}", body.strip())))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"></head>\n'
        f'<body style="{_STYLE}">\n{parts}</body></html>\n'
    )


def _paragraph(text: str) -> str:
    """Lines of a list become one, what stands before and after it a paragraph each."""
    return "".join(
        _items(list(lines)) if are_items else _words(list(lines))
        for are_items, lines in itertools.groupby(text.split("\n"), lambda line: bool(_LIST.match(line)))
    )


def _items(lines: list[str]) -> str:
    items = "".join(f"<li>{_linked(_LIST.sub('', line, count=1))}</li>\n" for line in lines)
    return f"<ul>\n{items}</ul>\n"


def _words(lines: list[str]) -> str:
    return f"<p>{'<br>'.join(map(_linked, lines))}</p>\n"


def _linked(text: str) -> str:
    """The text escaped, its addresses as links."""
    pieces, end = [], 0
    for found in _LINK.finditer(text):
        target = found[0] if found["web"] else f"mailto:{found[0]}"
        link = f'<a href="{html.escape(target)}">{html.escape(found[0])}</a>'
        pieces += [html.escape(text[end : found.start()]), link]
        end = found.end()
    return "".join((*pieces, html.escape(text[end:])))

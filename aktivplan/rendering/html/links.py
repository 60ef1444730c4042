"""Converted text made safe and tidy: links that lead somewhere, pictures that browsers show, nothing that runs or fetches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from lxml import etree

_OUTSIDE = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_SHOWN = re.compile(r"data:image/(?:png|jpeg|gif|bmp|webp|svg\+xml);base64,")
_DROPPED = "dropped"
"""The tag of elements whose content alone stays."""
_TICKED, _OPEN = "\N{BALLOT BOX WITH CHECK}", "\N{BALLOT BOX}"


def tidy(trees: Sequence[etree._Element], elsewhere: Set[str]) -> None:
    """Mend all texts of a page at once, since their links lead from one to another.

    ``elsewhere`` are the names of places that stand in none of the texts.
    """
    places = elsewhere | {place for tree in trees for place in _places(tree)}
    for tree in trees:
        _mend_links(tree, places)
        _mend_pictures(tree)
        for box in [*tree.iter("input")]:
            _replace_by_text(box, _TICKED if box.get("checked") else _OPEN)


def _places(tree: etree._Element) -> Iterator[str]:
    return (place for element in tree.iter() if (place := element.get("id")))


def _mend_links(tree: etree._Element, places: Set[str]) -> None:
    """Links to nowhere become text, and places are no links."""
    for link in [*tree.iter("a")]:
        link.attrib.pop("target", "")
        target = link.get("href")
        if target is not None and _leads_somewhere(target, places):
            continue
        link.attrib.pop("href", "")
        link.tag = "span" if link.attrib else _DROPPED
    etree.strip_tags(tree, _DROPPED)


def _leads_somewhere(target: str, places: Set[str]) -> bool:
    return target[1:] in places if target.startswith("#") else _OUTSIDE.match(target) is not None


def _mend_pictures(tree: etree._Element) -> None:
    for picture in [*tree.iter("img")]:
        if not _SHOWN.match(picture.get("src", "")):
            _replace_by_text(picture, picture.get("alt", ""))
        elif picture.get("alt") is None:
            # Whoever made the document has said nothing about it, so it is taken for decoration.
            picture.set("alt", "")


def _replace_by_text(element: etree._Element, text: str) -> None:
    element.tag = _DROPPED
    element.text = text
    parent = element.getparent()
    if parent is not None:
        etree.strip_tags(parent, _DROPPED)

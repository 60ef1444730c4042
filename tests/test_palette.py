"""Colours that can be told apart."""

from __future__ import annotations

from itertools import product

import pytest

from aktivplan.palette import DARK, LIGHT, Scheme


def contrast(one: str, other: str) -> float:
    """As WCAG 2.1 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [byte / 255 for byte in bytes.fromhex(colour[1:])]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_texts_can_be_read_on_every_surface(scheme: Scheme) -> None:
    surfaces, texts = (scheme.paper, scheme.faint, scheme.tint), (scheme.ink, scheme.grey, scheme.accent)
    assert all(contrast(text, surface) >= 4.5 for text, surface in product(texts, surfaces))
    assert contrast(scheme.on_head, scheme.head) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_what_can_be_pressed_are_seen(scheme: Scheme) -> None:
    assert all(contrast(scheme.strong_line, surface) >= 3 for surface in (scheme.paper, scheme.faint))

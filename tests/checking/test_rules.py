"""The lists of rules."""

from __future__ import annotations

from aktivplan.checking import across, submission


def test_every_rule_says_in_one_sentence_what_it_is() -> None:
    for rule in (*submission.RULES, *across.RULES):
        sentence = rule.__doc__ or ""
        assert sentence.endswith(".")
        assert "\n" not in sentence

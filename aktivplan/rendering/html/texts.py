"""The page's own texts, in the plan's language."""

from __future__ import annotations

from dataclasses import dataclass

from aktivplan.i18n import Translator


@dataclass(frozen=True, slots=True)
class Texts:
    """What stands on the page besides the handbook."""

    skip: str
    dark: str
    find: str
    words: str
    words_help: str
    period: str
    first_month: str
    last_month: str
    any_month: str
    period_help: str
    found: str
    """With {shown} and {total} for the script to fill in."""
    none: str
    first_row: str
    show_all: str
    contents: str


def page_texts(t: Translator) -> Texts:
    """The texts in the translator's language."""
    return Texts(
        skip=t("Skip to the text"),
        dark=t("Dark colours"),
        find=t("Find rows"),
        words=t("Search"),
        words_help=t("Shows the rows that have all the words."),
        period=t("Period"),
        first_month=t("From"),
        last_month=t("To"),
        any_month=t("Any month"),
        period_help=t("Rows without a date are not shown when a month is chosen."),
        found=t("Rows shown: {shown} of {total}"),
        none=t("No row fits. Choose more widely, or show all."),
        first_row=t("To the first row"),
        show_all=t("Show all"),
        contents=t("Contents"),
    )

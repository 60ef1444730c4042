"""The template that a plan folder begins with: cover, contents list, chapters, and guidance on how to make it one's own.

The chapters and their order are those of Nordic handbooks and action plans.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from aktivplan.definition.models import Settings
from aktivplan.i18n import Translator, translator
from aktivplan.ooxml import write_package
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.base import base_document
from aktivplan.rendering.handbook.blocks import text
from aktivplan.rendering.handbook.placeholders import shown_name
from aktivplan.rendering.handbook.template.lists import add_lists

_TEXT_PART = "word/document.xml"
_BODY = b"<w:body>"


def default_template(settings: Settings) -> bytes:
    """The template in the plan's language, as the bytes of a .docx."""
    t = translator(settings.language)
    document = base_document(settings, t)
    add_lists(document, 0)
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    before, after = parts[_TEXT_PART].split(_BODY)
    blocks = "".join(_Writer(t).blocks())
    parts[_TEXT_PART] = b"".join((before, _BODY, blocks.encode(), after))
    return write_package(parts.items())


class _Writer:
    """Writes the template's blocks in one language."""

    def __init__(self, t: Translator) -> None:
        self._t = t

    def blocks(self) -> Iterator[str]:
        """From the cover to the appendices."""
        yield from self._cover()
        yield from self._opening()
        yield from self._plan()
        yield from self._time_and_follow_up()
        yield from self._appendices()

    def _cover(self) -> Iterator[str]:
        t = self._t
        yield self._line("organisation", names.COVER_NAME)
        yield self._line("title", names.TITLE)
        yield self._line("period", names.SUBTITLE)
        yield text(
            t(
                "The handbook brings together what every unit has planned: goal by goal, unit by unit, and over time."
            ),
            names.COVER_TEXT,
        )
        yield self._guidance(
            t(
                "This is the template of the handbook. Change its texts, styles, cover, header and footer as you like, and save it. "
                "What stands in double braces is filled in at every build. Grey texts like this one are help for you: they never "
                "reach the finished handbook, and neither does a chapter that holds nothing else."
            )
        )
        yield self._line("facts")
        yield text(t("Contents"), names.CONTENTS_HEADING)
        yield self._line("contents")

    def _opening(self) -> Iterator[str]:
        t = self._t
        yield self._heading(1, t("Your unit's rows"))
        yield self._guidance(t("Only in handbooks that are made for one unit."))
        yield self._line("your unit")
        yield self._heading(1, t("Foreword"))
        yield self._guidance(t("A few words from the board or the management. Leave it empty to do without."))
        yield self._heading(1, t("Summary"))
        yield text(
            t(
                "{answered} of {asked} units have answered. Together they have planned {rows} rows.",
                answered=self._name("units answered"),
                asked=self._name("units asked"),
                rows=self._name("number of rows"),
            )
        )
        yield self._guidance(t("What matters most? Three to five sentences that stand on their own."))
        yield self._heading(2, t("Who has answered"))
        yield self._line("status")
        yield self._heading(1, t("Introduction"))
        yield self._heading(2, t("Why there is a plan"))
        yield self._line("purpose")
        yield self._heading(2, t("Whom the plan is for"))
        yield self._guidance(t("Who is to read the plan and work by it?"))
        yield self._heading(2, t("How the handbook came about"))
        yield text(
            t(
                "{organisation} has asked {asked} units for their part of the plan, and {answered} of them have answered. "
                "Their answers stand here as the units wrote them. {leader} leads the process.",
                organisation=self._name("organisation"),
                asked=self._name("units asked"),
                answered=self._name("units answered"),
                leader=self._name("process leader"),
            )
        )
        yield self._heading(2, t("How to read the handbook"))
        yield self._line("reading guide")
        yield self._heading(1, t("Background and present situation"))
        yield self._guidance(
            t("What does the plan build on: laws, decisions, surveys, and what the former plan led to?")
        )
        yield self._heading(1, t("Vision and values"))
        yield self._guidance(t("Where are you going, and what do you stand for on the way?"))
        yield self._heading(1, t("Organisation and responsibility"))
        yield self._guidance(t("Who decides, who coordinates, and who follows up?"))

    def _plan(self) -> Iterator[str]:
        t = self._t
        yield self._heading(1, t("The goals at a glance"))
        yield self._line("goals")
        yield self._line("coverage")
        yield self._heading(1, t("The plan, goal by goal"))
        yield self._line("activities by goal")
        yield self._heading(1, t("The units' pages"))
        yield text(t("Each unit has a page with its own rows, those with the earliest date first."))
        yield self._line("units")
        yield self._line("activities by unit")
        yield self._heading(1, t("What is to be measured"))
        yield self._line("indicators")
        yield self._heading(1, t("Resources and budget"))
        yield self._line("resources")

    def _time_and_follow_up(self) -> Iterator[str]:
        t = self._t
        yield self._heading(1, t("The year round"))
        yield self._line("year wheel")
        yield self._heading(1, t("Timeline"))
        yield self._line("timeline")
        yield self._heading(1, t("Competence development"))
        yield self._guidance(t("What do people need to learn to carry out the plan?"))
        yield self._heading(1, t("Follow-up"))
        yield self._line("follow-up")
        yield self._heading(1, t("Readiness"))
        yield self._line("readiness")
        yield self._heading(1, t("Risks"))
        yield self._guidance(t("What may stand in the way, and what do you do about it?"))
        yield self._heading(1, t("Terms"))
        yield self._guidance(t("Words that not every reader knows, each with a short explanation."))

    def _appendices(self) -> Iterator[str]:
        t = self._t
        yield self._heading(1, t("Who is responsible for what"))
        yield self._line("responsible")
        yield self._heading(1, t("Appendix: what has changed"))
        yield self._line("changes")
        yield self._heading(1, t("Appendix: what the handbook is based on"))
        yield self._line("sources")
        yield text(
            t("Questions about the plan are answered by {leader}.", leader=self._name("process leader")),
            names.AFTER_BLOCK,
        )

    def _heading(self, level: int, words: str) -> str:
        return text(words, names.heading_style(level))

    def _guidance(self, words: str) -> str:
        return text(words, names.GUIDANCE)

    def _line(self, name: str, style: str = names.NORMAL) -> str:
        """A paragraph of a placeholder or a field alone."""
        return text(self._name(name), style)

    def _name(self, name: str) -> str:
        return shown_name(name, self._t)
